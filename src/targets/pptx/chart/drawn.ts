/**
 * The browser's drawing of the same chart, asked for what it decided: whether columns stand, whether numbers are written
 * at marks, where labels found room. The native chart follows it, so that both say the same.
 */

import { canvasType, layoutChart } from "../../../chart/layout.ts";
import type { Chart } from "../../../chart/model.ts";
import { textExtent, type Extent } from "../../../scene/marks.ts";
import { textWidth } from "../../../scene/measure.ts";
import type { CircleMark, GroupMark, LineMark, Mark, RectMark, TextMark } from "../../../scene/scene.ts";
import type { Size } from "./place.ts";

export interface Drawn {
  readonly size: Size;
  /** Lines of the subtitle. */
  readonly subtitle: readonly string[];
  readonly marks: readonly Mark[];
}

/** Of a chart's width: PowerPoint breaks titles that are wider. */
const titlePart = 0.78;

/** @param notes px between the subtitle and what is drawn, kept free for notes */
export function drawnOf(chart: Chart, size: Size, notes = 0): Drawn {
  const narrow = textWidth(chart.subtitle ?? "", canvasType.label) > size.width * titlePart;
  const { marks, height } = layoutChart(chart, {
    width: size.width,
    height: size.height - notes,
    ...canvasType,
    ...(narrow ? { aside: size.width * (1 - titlePart) } : {}),
  });
  const subtitle = marks.find(({ key }) => key === "subtitle");
  const below = marks.filter((mark) => mark !== subtitle).map((mark) => (notes === 0 ? mark : moved(mark, 0, notes)));
  return {
    // Where the box is too low the drawing is higher, and both are seen as a whole.
    size: { width: size.width, height: Math.max(size.height, height + notes) },
    subtitle: subtitle === undefined ? [] : textsIn(subtitle).map(({ text }) => text),
    marks: below,
  };
}

/** px to the right and down. */
export function moved<M extends Mark>(mark: M, dx: number, dy: number): M;
export function moved(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.type) {
    case "group":
      return { ...mark, marks: mark.marks.map((inner) => moved(inner, dx, dy)) };
    case "rect":
    case "text":
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    case "circle":
      return { ...mark, cx: mark.cx + dx, cy: mark.cy + dy };
    case "line":
      return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
    case "path":
      // No path is asked for its place.
      return mark;
  }
}

export function groupOf(drawn: Drawn, key: string): GroupMark | undefined {
  return drawn.marks.find((mark): mark is GroupMark => mark.type === "group" && mark.key === key);
}

/** All groups whose key begins so. */
export function groupsOf(drawn: Drawn, prefix: string): readonly GroupMark[] {
  return drawn.marks.filter((mark): mark is GroupMark => mark.type === "group" && mark.key.startsWith(prefix));
}

type MarkOf = { readonly rect: RectMark; readonly circle: CircleMark; readonly line: LineMark; readonly text: TextMark };

/** All marks of a type in a mark, however deep; with `key` only those whose key is it, or it with ":…" behind. */
export function marksIn<T extends keyof MarkOf>(mark: Mark, type: T, key?: string): readonly MarkOf[T][] {
  if (mark.type === "group") return mark.marks.flatMap((inner) => marksIn(inner, type, key));
  return isOf(mark, type) && (key === undefined || mark.key === key || mark.key.startsWith(`${key}:`)) ? [mark] : [];
}

function isOf<T extends keyof MarkOf>(mark: Mark, type: T): mark is Mark & MarkOf[T] {
  return mark.type === type;
}

export function textsIn(mark: Mark, key?: string): readonly TextMark[] {
  return marksIn(mark, "text", key);
}

/** What texts fill together; `undefined` of none. */
export function extentOf(texts: readonly TextMark[]): Extent | undefined {
  if (texts.length === 0) return undefined;
  const all = texts.map(textExtent);
  return {
    left: Math.min(...all.map((each) => each.left)),
    top: Math.min(...all.map((each) => each.top)),
    right: Math.max(...all.map((each) => each.right)),
    bottom: Math.max(...all.map((each) => each.bottom)),
  };
}

/** The hairlines of values: where they stand, and for which value. */
export function ticksOf(drawn: Drawn): readonly { readonly value: number; readonly line: LineMark }[] {
  const axis = groupOf(drawn, "axis");
  if (axis === undefined) return [];
  return marksIn(axis, "line", "grid").map((line) => ({ value: Number(line.key.slice("grid:".length)), line }));
}
