/** Short ways to make marks, and the boxes that they fill. */

import type { ColourName } from "../../theme/tokens.ts";
import { inkAscent, inkDescent, textWidth, type Weight } from "./measure.ts";
import type { CircleMark, GroupMark, LineMark, Mark, Paint, PathMark, RectMark, TextMark } from "./scene.ts";

export interface TextLook {
  readonly size: number;
  readonly weight?: Weight;
  readonly anchor?: TextMark["anchor"];
  readonly fill?: ColourName;
  readonly within?: TextMark["within"];
}

export function text(key: string, x: number, y: number, content: string, look: TextLook): TextMark {
  const { size, weight = "regular", anchor = "start", fill = "ink", within } = look;
  const mark: TextMark = { type: "text", key, x, y, text: content, size, weight, anchor, fill };
  return within === undefined ? mark : { ...mark, within };
}

/** From baseline to baseline of a label of several lines. */
export function leading(size: number): number {
  return Math.round(size * 1.2);
}

/** Several lines under each other; `y` is the first baseline. */
export function textLines(key: string, x: number, y: number, lines: readonly string[], look: TextLook): readonly TextMark[] {
  return lines.map((content, i) => text(i === 0 ? key : `${key}:${i + 1}`, x, y + i * leading(look.size), content, look));
}

/** The first baseline at which `count` lines stand with the middle of their small and capital letters at `middle`. */
export function centredBaseline(middle: number, count: number, size: number): number {
  return middle - ((count - 1) * leading(size)) / 2 + size * 0.33;
}

export function rect(
  key: string,
  x: number,
  y: number,
  width: number,
  height: number,
  paint: Paint & Pick<RectMark, "radius" | "grow" | "opacity">,
): RectMark {
  return { type: "rect", key, x, y, width, height, ...paint };
}

export function circle(key: string, cx: number, cy: number, r: number, paint: Paint): CircleMark {
  return { type: "circle", key, cx, cy, r, ...paint };
}

export function line(key: string, x1: number, y1: number, x2: number, y2: number, paint: Paint & Pick<LineMark, "from" | "to">): LineMark {
  return { type: "line", key, x1, y1, x2, y2, ...paint };
}

export function path(key: string, d: string, paint: Paint & Pick<PathMark, "from" | "to" | "name">): PathMark {
  return { type: "path", key, d, ...paint };
}

export function group(key: string, marks: readonly Mark[], reading?: string): GroupMark {
  return reading === undefined ? { type: "group", key, marks } : { type: "group", key, reading, marks };
}

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the ink of a line of text can fill. */
export function textExtent(mark: TextMark): Extent {
  const width = textWidth(mark.text, mark.size, mark.weight);
  const left = mark.anchor === "start" ? mark.x : mark.anchor === "end" ? mark.x - width : mark.x - width / 2;
  return { left, right: left + width, top: mark.y - mark.size * inkAscent, bottom: mark.y + mark.size * inkDescent };
}

export function overlap(a: Extent, b: Extent, gap = 0): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
