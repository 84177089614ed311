/** Where an answer stands: near what was asked, never over it, and where it covers least of what is to be read. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, "width" | "height">;

/** The upper left corner, and the height that it may have. */
export interface Found extends Pick<Box, "left" | "top" | "height"> {
  /** What is covered there and how far it is, in px² of text; of two forms of an answer the better one has less. */
  readonly cost: number;
}

/** Something that had better be seen beside the answer. */
export interface Obstacle extends Box {
  /** How much worse it is to cover this than an ordinary line of text, which has 1. */
  readonly weight: number;
}

/** Between the answer and what was asked, px. */
const gap = 10;
/** The answer's own words begin about here, so that they stand under those that were asked, px. */
const indent = 20;
/** How many places are tried from side to side and from top to bottom, beside those that line up with something. */
const steps = 8;
/** What it costs to line up with nothing, and to be a px further away: as much as covering so much text, parts of the answer's width. */
const [askew, far] = [16, 0.3];

/** How much of it is seen at once: rather its end is scrolled than a title covered. What is not seen costs so much per px². */
const parts = [1, 0.85, 0.7, 0.55];
const unseen = 1.5;

/**
 * Of many places the best, by what it covers and how far it is from what was asked.
 *
 * @param size of the answer
 * @param asked on the screen
 * @param grounds what the answer stays inside of: the first in which there is a place for it, if need be scrolled; the last takes
 *   it in any case
 */
export function placeAnswer(size: Size, asked: Box, grounds: readonly [Box, ...Box[]], obstacles: readonly Obstacle[]): Found {
  for (const ground of grounds) {
    const all = parts.flatMap((part) => {
      const found = bestIn(ground, { width: size.width, height: size.height * part }, asked, obstacles);
      return found === undefined ? [] : [{ ...found, cost: found.cost + (1 - part) * size.width * size.height * unseen }];
    });
    const [first, ...others] = all;
    if (first !== undefined) {
      const best = others.reduce((least, found) => (found.cost < least.cost ? found : least), first);
      return { ...best, height: grown(best, size, asked, ground, obstacles) };
    }
    const found = squeezed(ground, size, asked);
    if (found !== undefined) return found;
  }
  return over(grounds.at(-1) ?? grounds[0], size, asked);
}

function bestIn(ground: Box, { width, height }: Size, asked: Box, obstacles: readonly Obstacle[]): Found | undefined {
  if (width > ground.width || height > ground.height) return undefined;
  const kept = { left: asked.left - gap, top: asked.top - gap, width: asked.width + 2 * gap, height: asked.height + 2 * gap };
  const most = { left: ground.left + ground.width - width, top: ground.top + ground.height - height };
  const lefts = [asked.left - indent, rightOf(kept), kept.left - width, asked.left + (asked.width - width) / 2];
  const tops = [bottomOf(kept), kept.top - height, asked.top + (asked.height - height) / 2, asked.top];
  for (const { top, height: high, weight } of obstacles) if (weight > 1) tops.push(top + high + gap, top - gap - height);
  const [alignedLefts, alignedTops] = [lefts.length, tops.length];
  for (let step = 0; step <= steps; step++) {
    lefts.push(ground.left + (step / steps) * (most.left - ground.left));
    tops.push(ground.top + (step / steps) * (most.top - ground.top));
  }
  let best: Pick<Box, "left" | "top"> | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [row, wishedTop] of tops.entries()) {
    const top = clamp(wishedTop, ground.top, most.top);
    for (const [column, wishedLeft] of lefts.entries()) {
      const box = { left: clamp(wishedLeft, ground.left, most.left), top, width, height };
      if (common(box, kept) > 0) continue;
      const crooked = (row < alignedTops ? 0 : askew) + (column < alignedLefts ? 0 : askew);
      let cost = (distance(box, asked) * far + crooked) * width;
      for (const obstacle of obstacles) {
        if (cost >= least) break;
        cost += common(box, obstacle) * obstacle.weight;
      }
      if (cost < least - 1) [best, least] = [box, cost];
    }
  }
  return best && { left: best.left, top: best.top, height, cost: least };
}

/** Down to the ground's edge what is seen in part grows, but not over what was asked, nor over what weighs more than what it shows. */
function grown({ left, top, height }: Found, size: Size, asked: Box, ground: Box, obstacles: readonly Obstacle[]): number {
  const beside = (box: Box): boolean => box.left >= left + size.width + gap || rightOf(box) <= left - gap || box.top < top + height;
  const edges = [asked, ...obstacles.filter(({ weight }) => weight > unseen)].flatMap((box) => (beside(box) ? [] : [box.top - gap]));
  return Math.max(height, Math.min(size.height, Math.min(bottomOf(ground), ...edges) - top));
}

/** Above or below, as high as there is room; `undefined` where too little of it would be seen. */
function squeezed(ground: Box, { width, height }: Size, asked: Box): Found | undefined {
  const below = bottomOf(ground) - (bottomOf(asked) + gap);
  const above = asked.top - gap - ground.top;
  const room = Math.max(below, above);
  if (width > ground.width || room < Math.min(height, ground.height / 2)) return undefined;
  const high = Math.min(height, room);
  return {
    left: clamp(asked.left - indent, ground.left, ground.left + ground.width - width),
    top: below >= above ? bottomOf(asked) + gap : asked.top - gap - high,
    height: high,
    cost: Number.POSITIVE_INFINITY,
  };
}

/** In the middle of it, where nothing else is left. */
function over(ground: Box, { width, height }: Size, asked: Box): Found {
  const high = Math.min(height, ground.height);
  return {
    left: clamp(asked.left - indent, ground.left, ground.left + ground.width - width),
    top: clamp(asked.top + (asked.height - high) / 2, ground.top, bottomOf(ground) - high),
    height: high,
    cost: Number.POSITIVE_INFINITY,
  };
}

function rightOf({ left, width }: Box): number {
  return left + width;
}

function bottomOf({ top, height }: Box): number {
  return top + height;
}

/** The area that two have in common, px². */
function common(a: Box, b: Box): number {
  const width = Math.min(rightOf(a), rightOf(b)) - Math.max(a.left, b.left);
  const height = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Between the nearest edges of two, px. */
function distance(a: Box, b: Box): number {
  const x = Math.max(0, a.left - rightOf(b), b.left - rightOf(a));
  const y = Math.max(0, a.top - bottomOf(b), b.top - bottomOf(a));
  return Math.hypot(x, y);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
