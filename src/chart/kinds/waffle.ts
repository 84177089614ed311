/** A hundred squares, each a hundredth of the whole: shares that can be counted. */

import { group, rect } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import type { PartsChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import type { Area, Drawing } from "./kind.ts";
import { listHeight, listItems, listMarks, partPaints, partReading } from "./parts.ts";

const leastGrid = 150;

export function drawWaffle(chart: PartsChart, area: Area): Drawing {
  const beside = area.width >= leastGrid * 2.4;
  const gap = area.label * 2.2;
  // As if the grid were as wide as it may be: names that change their breaks with the height would not settle.
  const items = listItems(chart, beside ? area.width * 0.54 - gap : area.width, area);
  const room = area.height - area.top;
  const grid = beside
    ? Math.max(leastGrid, Math.min(room, area.width * 0.46))
    : Math.max(leastGrid, Math.min(area.width, room * 0.55, room - area.label - listHeight(items)));
  const [listLeft, listTop] = beside ? [grid + gap, area.top] : [0, area.top + grid + area.label];
  const paints = partPaints(chart);
  const list = listMarks(items, listLeft, listTop, Math.max(area.height, beside ? listTop + grid : 0), area, paints);
  const counts = squares(chart);
  const cell = grid / 10;
  const marks: Mark[] = [];
  let next = 0;
  for (const [i, part] of chart.parts.entries()) {
    const own = Array.from({ length: counts[i] ?? 0 }, () => next++);
    const paint = paints[i] ?? { fill: part.colour };
    const inset = (paint.strokeWidth ?? 0) / 2;
    const size = cell - 3 - 2 * inset;
    const cells = own.map((n, k) =>
      rect(`square:${k}`, (n % 10) * cell + inset, area.top + Math.floor(n / 10) * cell + inset, size, size, paint),
    );
    marks.push(group(`datum:${part.category.key}`, [...cells, ...(list.marks[i] ?? [])], partReading(chart, part)));
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
