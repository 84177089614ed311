/** Words of one line on upright poles, in rows above and below a band: which flag flies where. */

export interface Flag {
  /** Of the pole, px. */
  readonly x: number;
  /** Of the words, px. */
  readonly width: number;
}

export interface Flown {
  readonly side: "above" | "below";
  /** 0 is next to the band. */
  readonly row: number;
  /** Left edge of the words, px. */
  readonly left: number;
  /** Whether the words stand to the right of their pole, as they do unless they would leave the box. */
  readonly right: boolean;
}

/** From a pole to its words, px. */
const beside = 7;
/** Least gap between words in one row, and from a passing pole to words, px. */
const gap = 18;
const clearance = 6;
/** Dots of one side nearer than this touch, px. */
const dots = 16;
/** Tries at most: beyond that, the best found so far serves. */
const mostTries = 20_000;

/**
 * Rows for flags, from left to right, so that no words touch each other and no pole runs through words; `undefined`
 * where that cannot be (found) with so many rows on each side.
 *
 * @param width of the box, px
 */
export function fly(flags: readonly Flag[], rows: number, width: number): readonly Flown[] | undefined {
  const flown: Flown[] = [];
  let best: { readonly flown: readonly Flown[]; readonly cost: number } | undefined;
  let tries = 0;
  const next = (cost: number): void => {
    if (best !== undefined && cost >= best.cost) return;
    const flag = flags[flown.length];
    if (flag === undefined) {
      best = { flown: [...flown], cost };
      return;
    }
    for (const place of placesOf(flag, rows, width)) {
      tries++;
      if (tries > mostTries) return;
      if (flown.some((other, i) => collide(flag, place, flags[i] ?? flag, other))) continue;
      const more = costOf(flag, place, flown, flags);
      flown.push(place);
      next(cost + more);
      flown.pop();
    }
  };
  next(0);
  return best?.flown;
}

function placesOf(flag: Flag, rows: number, width: number): readonly Flown[] {
  const rightwards = flag.x + beside;
  const leftwards = flag.x - beside - flag.width;
  const sides: readonly (readonly [number, boolean])[] = [
    ...(rightwards + flag.width <= width ? [[rightwards, true] as const] : []),
    ...(leftwards >= 0 ? [[leftwards, false] as const] : []),
  ];
  return sides.flatMap(([left, right]) =>
    Array.from({ length: rows }, (_, row) => [
      { side: "above" as const, row, left, right },
      { side: "below" as const, row, left, right },
    ]).flat(),
  );
}

function collide(a: Flag, atA: Flown, b: Flag, atB: Flown): boolean {
  if (atA.side !== atB.side) return false;
  if (atA.row === atB.row) {
    const [leftA, rightA] = extentOf(a, atA);
    const [leftB, rightB] = extentOf(b, atB);
    return leftA < rightB + gap && leftB < rightA + gap;
  }
  // The pole to the farther row passes the nearer one.
  return atA.row > atB.row ? passes(a.x, b, atB) : passes(b.x, a, atA);
}

/** Words and pole. */
function extentOf(flag: Flag, at: Flown): readonly [number, number] {
  return [Math.min(flag.x, at.left), Math.max(flag.x, at.left + flag.width)];
}

function passes(x: number, flag: Flag, at: Flown): boolean {
  return x > at.left - clearance && x < at.left + flag.width + clearance;
}

/** Near rows, both sides in turn, dots apart, words to the right of their poles. */
function costOf(flag: Flag, at: Flown, flown: readonly Flown[], flags: readonly Flag[]): number {
  const touching = flown.filter((other, i) => other.side === at.side && Math.abs((flags[i]?.x ?? 0) - flag.x) < dots).length;
  const before = flown.at(-1);
  const turn = before === undefined ? at.side === "above" : before.side !== at.side;
  return at.row + (turn ? 0 : 0.6) + 4 * touching + (at.right ? 0 : 2);
}
