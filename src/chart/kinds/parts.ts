/** Parts of a whole in words: what is read of them, and the list that names them beside or below a figure. */

import { leading, rect, textLines } from "../../scene/marks.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import type { Mark, Paint } from "../../scene/scene.ts";
import { evenPitch } from "../distribute.ts";
import type { PartsChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import { spoken } from "../reading.ts";
import type { Area } from "./kind.ts";

export type Part = PartsChart["parts"][number];

/** "9.107 · 53,1 %": the value and its share; one of them where they are the same or there is none. */
export function valueAndShare(part: Part): string {
  if (valueOf(part.figure) === undefined || valueOf(part.share) === undefined || part.figure.text === part.share.text)
    return part.figure.text;
  return `${part.figure.text} · ${part.share.text}`;
}

export function partReading(chart: PartsChart, part: Part): string {
  const share = valueOf(part.figure) === undefined || part.figure.text === part.share.text ? "" : `, ${part.share.text}`;
  return `${part.category.label}: ${spoken(part.figure, chart.whole.unit)}${share}`;
}

/** Neighbours of one colour (all that is calm beside a highlight) are told apart: every second one is outlined. */
export function partPaints(chart: PartsChart): readonly Paint[] {
  let outlined = false;
  return chart.parts.map((part, i): Paint => {
    outlined = part.colour === chart.parts[i - 1]?.colour && !outlined;
    return outlined ? { fill: "map-1", stroke: part.colour, strokeWidth: 1.5 } : { fill: part.colour };
  });
}

export interface ListItem {
  readonly part: Part;
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Whether name and value fit beside each other. */
  readonly inline: boolean;
  /** Least height, px. */
  readonly height: number;
}

function indentOf(area: Area): number {
  return Math.round(area.label * 1.4);
}

export function listItems(chart: PartsChart, listWidth: number, area: Area): readonly ListItem[] {
  const width = listWidth - indentOf(area);
  return chart.parts.map((part) => {
    const value = valueAndShare(part);
    const names = breakLines(part.category.label, width, area.label, "bold");
    const values = breakLines(value, width, area.label);
    const inline =
      names.length === 1 && textWidth(part.category.label, area.label, "bold") + area.label + textWidth(value, area.label) <= width;
    return { part, names, values, inline, height: (inline ? 1 : names.length + values.length) * leading(area.label) + area.label * 0.5 };
  });
}

export function listHeight(items: readonly ListItem[]): number {
  return items.reduce((sum, item) => sum + item.height, 0);
}

/** Each part with its colour, name, value and share. */
export function listMarks(
  items: readonly ListItem[],
  left: number,
  top: number,
  bottom: number,
  area: Area,
  paints: readonly Paint[] = [],
): { readonly marks: readonly (readonly Mark[])[]; readonly bottom: number } {
  const swatch = Math.round(area.label * 0.8);
  const indent = indentOf(area);
  const pitch = evenPitch(
    items.map((item) => item.height),
    bottom - top,
    area.label * 3.4,
  );
  const marks: (readonly Mark[])[] = [];
  let y = top;
  for (const [i, { part, names, values, inline, height }] of items.entries()) {
    const own = Math.max(pitch, height);
    // Name and value stand under each other where there is room, beside each other where there is not.
    const stacked = !inline || own >= (names.length + values.length + 0.5) * leading(area.label);
    const [x, first] = [left + indent, y + area.label * 0.85];
    const [valueX, valueY] = stacked
      ? [x, first + names.length * leading(area.label)]
      : [x + textWidth(part.category.label, area.label, "bold") + area.label * 0.7, first];
    y += own;
    marks.push([
      rect("swatch", left, first - swatch + 1, swatch, swatch, paints[i] ?? { fill: part.colour }),
      ...textLines("label", x, first, names, { size: area.label, weight: "bold" }),
      ...textLines("value", valueX, valueY, values, { size: area.label }),
    ]);
  }
  return { marks, bottom: y };
}
