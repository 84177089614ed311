/** SVG path data with absolute commands, as scenes have it, read into moves, lines and cubic curves. */

import type { Box } from "../../../../theme/layouts.ts";

/** Coordinates in px. A curve has two control points before its end. */
export type Segment =
  | { readonly type: "move" | "line"; readonly x: number; readonly y: number }
  | {
      readonly type: "curve";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: "close" };

/** Path data that is none, or has relative commands. */
export class PathError extends Error {
  override readonly name = "PathError";
}

type Command = "M" | "L" | "H" | "V" | "C" | "Q" | "A" | "Z";

/** How many numbers each command takes. */
const counts: Readonly<Record<Command, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

function isCommand(text: string): text is Command {
  return Object.hasOwn(counts, text);
}

/** Every subpath begins with a move, also where the data goes on after `Z`. Throws {@link PathError}. */
export function parsePath(d: string): readonly Segment[] {
  const scanner = new Scanner(d);
  const segments: Segment[] = [];
  let [startX, startY] = [0, 0];
  let [x, y] = [0, 0];
  let open = false;
  const point = (toX: number, toY: number): void => {
    [x, y] = [toX, toY];
  };
  while (!scanner.atEnd()) {
    let command = scanner.command();
    if (segments.length === 0 && command !== "M") throw new PathError(`Path data must begin with M: ${excerpt(d)}`);
    do {
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0] = scanner.numbers(command);
      if (command === "M") {
        segments.push({ type: "move", x: a, y: b });
        point(a, b);
        [startX, startY, open] = [a, b, true];
        // Further pairs after a move are lines.
        command = "L";
        continue;
      }
      if (command === "Z") {
        if (open) segments.push({ type: "close" });
        point(startX, startY);
        open = false;
        break;
      }
      if (!open) {
        segments.push({ type: "move", x, y });
        open = true;
      }
      switch (command) {
        case "L":
          segments.push({ type: "line", x: a, y: b });
          point(a, b);
          break;
        case "H":
          segments.push({ type: "line", x: a, y });
          point(a, y);
          break;
        case "V":
          segments.push({ type: "line", x, y: a });
          point(x, a);
          break;
        case "C":
          segments.push({ type: "curve", x1: a, y1: b, x2: c, y2: e, x: f, y: g });
          point(f, g);
          break;
        case "Q":
          // The cubic curve of the same shape.
          segments.push({
            type: "curve",
            x1: x + (2 / 3) * (a - x),
            y1: y + (2 / 3) * (b - y),
            x2: c + (2 / 3) * (a - c),
            y2: e + (2 / 3) * (b - e),
            x: c,
            y: e,
          });
          point(c, e);
          break;
        case "A":
          segments.push(...arc(x, y, { rx: Math.abs(a), ry: Math.abs(b), turn: c, large: e !== 0, sweep: f !== 0 }, g, h));
          point(g, h);
          break;
      }
    } while (scanner.atNumber());
  }
  return segments;
}

const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const blanks = /[ \t\r\n\f]*/y;
const comma = /[ \t\r\n\f]*,?[ \t\r\n\f]*/y;

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skip(blanks);
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  atNumber(): boolean {
    return /[-+.\d]/.test(this.#text.charAt(this.#at));
  }

  command(): Command {
    const letter = this.#text.charAt(this.#at);
    if (!isCommand(letter)) throw new PathError(`Not an absolute command at ${this.#at}: ${excerpt(this.#text.slice(this.#at))}`);
    this.#at++;
    this.#skip(blanks);
    return letter;
  }

  /** The numbers of one command; the flags of an arc may stand without a blank before what follows. */
  numbers(command: Command): readonly number[] {
    return Array.from({ length: counts[command] }, (_, i) => (command === "A" && (i === 3 || i === 4) ? this.#flag() : this.#number()));
  }

  #number(): number {
    number.lastIndex = this.#at;
    const found = number.exec(this.#text)?.[0];
    if (found === undefined) throw new PathError(`Not a number at ${this.#at}: ${excerpt(this.#text.slice(this.#at))}`);
    this.#at += found.length;
    this.#skip(comma);
    return Number(found);
  }

  #flag(): number {
    const found = this.#text.charAt(this.#at);
    if (found !== "0" && found !== "1") throw new PathError(`Not a flag at ${this.#at}: ${excerpt(this.#text.slice(this.#at))}`);
    this.#at++;
    this.#skip(comma);
    return Number(found);
  }

  #skip(what: RegExp): void {
    what.lastIndex = this.#at;
    this.#at += what.exec(this.#text)?.[0].length ?? 0;
  }
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Degrees. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An arc of an ellipse as curves of at most a quarter each; by the rules of SVG 2, appendix B.2. */
function arc(x1: number, y1: number, { rx, ry, turn, large, sweep }: Arc, x: number, y: number): readonly Segment[] {
  if (x1 === x && y1 === y) return [];
  if (rx === 0 || ry === 0) return [{ type: "line", x, y }];
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [halfX, halfY] = [(x1 - x) / 2, (y1 - y) / 2];
  const [ux, uy] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  // Radii that do not reach from one end to the other are made larger.
  const reach = Math.max(1, Math.hypot(ux / rx, uy / ry));
  const [a, b] = [rx * reach, ry * reach];
  const [px, py] = [ux / a, uy / b];
  const square = px * px + py * py;
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, 1 - square) / square);
  const [cx, cy] = [factor * py, -factor * px];
  const from = Math.atan2(py - cy, px - cx);
  let span = Math.atan2(-py - cy, -px - cx) - from;
  if (sweep && span < 0) span += 2 * Math.PI;
  if (!sweep && span > 0) span -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
  const step = span / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const [middleX, middleY] = [(x1 + x) / 2, (y1 + y) / 2];
  const place = (ex: number, ey: number): readonly [number, number] => [
    middleX + cos * a * (ex + cx) - sin * b * (ey + cy),
    middleY + sin * a * (ex + cx) + cos * b * (ey + cy),
  ];
  return Array.from({ length: count }, (_, i): Segment => {
    const [begin, end] = [from + i * step, from + (i + 1) * step];
    const [first, second] = [
      place(Math.cos(begin) - handle * Math.sin(begin), Math.sin(begin) + handle * Math.cos(begin)),
      place(Math.cos(end) + handle * Math.sin(end), Math.sin(end) - handle * Math.cos(end)),
    ];
    const [toX, toY] = i === count - 1 ? [x, y] : place(Math.cos(end), Math.sin(end));
    return { type: "curve", x1: first[0], y1: first[1], x2: second[0], y2: second[1], x: toX, y: toY };
  });
}

/** The box that the path fills, curves with their outermost points. Without segments it is empty, at 0, 0. */
export function extentOf(segments: readonly Segment[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  let [x, y] = [0, 0];
  for (const segment of segments) {
    if (segment.type === "close") continue;
    if (segment.type === "curve") {
      for (const t of turns(x, segment.x1, segment.x2, segment.x)) take(at(t, x, segment.x1, segment.x2, segment.x), segment.y);
      for (const t of turns(y, segment.y1, segment.y2, segment.y)) take(segment.x, at(t, y, segment.y1, segment.y2, segment.y));
    }
    [x, y] = [segment.x, segment.y];
    take(x, y);
  }
  return left > right ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where, from 0 to 1, a coordinate of a curve is least or most. */
function turns(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = 3 * (p3 - 3 * p2 + 3 * p1 - p0);
  const b = 6 * (p2 - 2 * p1 + p0);
  const c = 3 * (p1 - p0);
  if (Math.abs(a) < 1e-9) return Math.abs(b) < 1e-9 ? [] : [-c / b].filter(isInside);
  const root = Math.sqrt(b * b - 4 * a * c);
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)].filter(isInside);
}

function isInside(t: number): boolean {
  return t > 0 && t < 1;
}

function at(t: number, p0: number, p1: number, p2: number, p3: number): number {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

/** The ends of a path that is one straight stroke, on whatever points; `undefined` where it bends, turns back or closes. */
export function strokeOf(
  segments: readonly Segment[],
): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | undefined {
  const [first, ...rest] = segments;
  const last = rest.at(-1);
  if (first?.type !== "move" || last?.type !== "line") return undefined;
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const length = Math.hypot(dx, dy);
  let way = 0;
  for (const segment of rest) {
    if (segment.type !== "line") return undefined;
    const [x, y] = [segment.x - first.x, segment.y - first.y];
    const along = length === 0 ? 0 : (x * dx + y * dy) / length;
    const aside = length === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
    if (aside > 0.1 || along < way - 0.01) return undefined;
    way = along;
  }
  return { x1: first.x, y1: first.y, x2: last.x, y2: last.y };
}
