/** A hundred squares, each a hundredth of the whole: shares that can be counted. */

import { breakLines, textWidth } from "../../scene/measure.ts";
import { group, leading, rect, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { evenPitch } from "../distribute.ts";
import type { PartsChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import { spoken } from "../reading.ts";
import { type Part, valueAndShare } from "./donut.ts";
import type { Area, Drawing } from "./kind.ts";

const leastGrid = 150;

export function drawWaffle(chart: PartsChart, area: Area): Drawing {
  const beside = area.width >= leastGrid * 2.4;
  const gap = area.label * 2.2;
  // As if the grid were as wide as it may be: names that change their breaks with the height would not settle.
  const items = itemsOf(chart, beside ? area.width * 0.54 - gap : area.width, area);
  const room = area.height - area.top;
  const grid = beside
    ? Math.max(leastGrid, Math.min(room, area.width * 0.46))
    : Math.max(leastGrid, Math.min(area.width, room * 0.55, room - area.label - heightOf(items)));
  const [listLeft, listTop] = beside ? [grid + gap, area.top] : [0, area.top + grid + area.label];
  const list = listMarks(items, listLeft, listTop, Math.max(area.height, beside ? listTop + grid : 0), area);
  const counts = squares(chart);
  const cell = grid / 10;
  const marks: Mark[] = [];
  let next = 0;
  for (const [i, part] of chart.parts.entries()) {
    const own = Array.from({ length: counts[i] ?? 0 }, () => next++);
    const cells = own.map((n, k) =>
      rect(`square:${k}`, (n % 10) * cell, area.top + Math.floor(n / 10) * cell, cell - 3, cell - 3, { fill: part.colour }),
    );
    const reading = `${part.category.label}: ${spoken(part.figure, chart.whole.unit)}, ${part.share.text}`;
    marks.push(group(`datum:${part.category.key}`, [...cells, ...(list.marks[i] ?? [])], reading));
  }
  const empty = Array.from({ length: Math.max(0, 100 - next) }, (_, k) => {
    const n = next + k;
    return rect(`square:${k}`, (n % 10) * cell, area.top + Math.floor(n / 10) * cell, cell - 3, cell - 3, { fill: "silver" });
  });
  if (empty.length > 0) marks.push(group("empty", empty));
  return { marks, height: Math.max(area.top + grid, list.bottom) };
}

/** Whole hundredths that add up to what the parts are of the whole (largest remainders). */
function squares(chart: PartsChart): readonly number[] {
  const values = chart.parts.map((part) => Math.max(0, valueOf(part.figure) ?? 0));
  const sum = values.reduce((a, b) => a + b, 0);
  const whole = Math.max(sum, valueOf(chart.whole) ?? sum);
  if (!(whole > 0)) return values.map(() => 0);
  const exact = values.map((value) => (value / whole) * 100);
  const total = Math.min(100, Math.round((sum / whole) * 100));
  const counts = exact.map(Math.floor);
  const order = exact.map((_, i) => i).toSorted((a, b) => (exact[b] ?? 0) - (counts[b] ?? 0) - ((exact[a] ?? 0) - (counts[a] ?? 0)));
  let open = total - counts.reduce((a, b) => a + b, 0);
  for (const i of order) {
    if (open-- <= 0) break;
    counts[i] = (counts[i] ?? 0) + 1;
  }
  return counts;
}

interface Item {
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

function itemsOf(chart: PartsChart, listWidth: number, area: Area): readonly Item[] {
  const width = listWidth - indentOf(area);
  return chart.parts.map((part) => {
    const value = itemValue(part);
    const names = breakLines(part.category.label, width, area.label, "bold");
    const values = breakLines(value, width, area.label);
    const inline =
      names.length === 1 && textWidth(part.category.label, area.label, "bold") + area.label + textWidth(value, area.label) <= width;
    return { part, names, values, inline, height: (inline ? 1 : names.length + values.length) * leading(area.label) + area.label * 0.5 };
  });
}

function heightOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.height, 0);
}

/** Each part with its colour, name, value and share. */
function listMarks(
  items: readonly Item[],
  left: number,
  top: number,
  bottom: number,
  area: Area,
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
  for (const { part, names, values, inline, height } of items) {
    const own = Math.max(pitch, height);
    // Name and value stand under each other where there is room, beside each other where there is not.
    const stacked = !inline || own >= (names.length + values.length + 0.5) * leading(area.label);
    const [x, first] = [left + indent, y + area.label * 0.85];
    const [valueX, valueY] = stacked
      ? [x, first + names.length * leading(area.label)]
      : [x + textWidth(part.category.label, area.label, "bold") + area.label * 0.7, first];
    y += own;
    marks.push([
      rect("swatch", left, first - swatch + 1, swatch, swatch, { fill: part.colour }),
      ...textLines("label", x, first, names, { size: area.label, weight: "bold" }),
      ...textLines("value", valueX, valueY, values, { size: area.label }),
    ]);
  }
  return { marks, bottom: y };
}

function itemValue(part: Part): string {
  return valueOf(part.figure) === undefined ? part.figure.text : valueAndShare(part);
}
