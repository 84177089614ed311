/** Stacked bars, absolute or to 100 %: named at the bars where there is room, else by a legend. */

import { scaleLinear, type ScaleLinear } from "d3-scale";
import { textWidth } from "../../scene/measure.ts";
import { centredBaseline, group, leading, line, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { columns as gridColumns, rows as gridRows, ticksWidth, type ValueAxis, valueAxis } from "../axis.ts";
import { spread } from "../distribute.ts";
import { legend } from "../legend.ts";
import type { CategoryChart, Series } from "../model.ts";
import { lookOf, type NumberLook } from "../numbers.ts";
import { legibleOn, textOn } from "../paint.ts";
import { columnNames, columnPitch } from "./column.ts";
import { gapBox } from "./gap.ts";
import type { Area, Drawing } from "./kind.ts";
import { nameRows, rowName, weightOf } from "./rows.ts";
import { type Pile, pilesOf, type Segment } from "./stack.ts";

const leastPlot = 120;

export function drawStacked(chart: CategoryChart, area: Area): Drawing {
  const piles = pilesOf(chart);
  return (chart.orientation === "vertical" ? standing(chart, piles, area) : undefined) ?? lying(chart, piles, area);
}

function axisOf(chart: CategoryChart, piles: readonly Pile[], about: number): ValueAxis {
  const percent: NumberLook = { name: "percent", digits: 0, thousands: "." };
  const look = chart.kind === "percent" ? percent : lookOf(chart.series.flatMap((series) => series.values));
  const ends = piles.flatMap((pile) => [pile.low, pile.high]);
  return valueAxis(chart.kind === "percent" ? [...ends, 1] : ends, about, look, true);
}

function extent(piles: readonly Pile[]): [number, number] {
  const [low, high] = [Math.min(0, ...piles.map((pile) => pile.low)), Math.max(0, ...piles.map((pile) => pile.high))];
  return low === high ? [0, 1] : [low, high];
}

function standing(chart: CategoryChart, piles: readonly Pile[], area: Area): Drawing | undefined {
  const axis = axisOf(chart, piles, 5);
  const swatch = Math.round(area.label * 0.75);
  const side = Math.max(0, ...chart.series.map((series) => textWidth(series.label, area.label))) + swatch + 30;
  const direct = side <= area.width * 0.32;
  const key = direct ? undefined : legend(chart.series, area.top, area.width, area.label);
  const namesGap = Math.round(area.label * 0.4);
  const plotTop = area.top + (key?.height ?? 0) + area.small * (piles.some((pile) => pile.missing.length > 0) ? 1.6 : 1.1);
  const room = area.width - (direct ? side : 0);

  const planned = (left: number) => {
    const pitch = columnPitch(chart.categories.length, { ...area, width: room - left });
    const names = columnNames(chart.categories, pitch - area.label * 0.4, area);
    if (names === undefined) return undefined;
    const namesHeight = Math.max(...names.map((lines) => lines.length)) * leading(area.label) + namesGap;
    const bottom = Math.max(
      area.height - namesHeight,
      plotTop + leastPlot,
      direct ? plotTop + chart.series.length * leading(area.label) : 0,
    );
    return { left, pitch, names, namesHeight, bottom, thickness: Math.min(pitch * 0.68, area.label * 5) };
  };
  const free = planned(0);
  if (free === undefined) return undefined;
  const y0 = scaleLinear(extent(piles), [free.bottom, plotTop]);
  const written = all(piles, (segment) => fitsStanding(segment, y0, free.thickness, area.small));
  const plan = written ? free : planned(ticksWidth(axis, area.small) + 12);
  if (plan === undefined) return undefined;
  const { left, pitch, names, namesHeight, bottom, thickness } = plan;
  const y = written ? y0 : scaleLinear([...axis.domain], [bottom, plotTop]);
  const right = left + pitch * chart.categories.length;

  const marks: Mark[] = key === undefined ? [] : [group("legend", key.marks)];
  if (!written) marks.push(group("axis", gridRows(axis, y, left, right, area.small)));
  for (const [i, category] of chart.categories.entries()) {
    const pile = piles[i];
    if (pile === undefined) continue;
    const middle = left + pitch * (i + 0.5);
    for (const segment of pile.segments) {
      const [a, b] = [y(segment.from), y(segment.to)];
      const inside: Mark[] = [
        rect("bar", middle - thickness / 2, Math.min(a, b), thickness, Math.max(0, Math.abs(a - b) - 1), {
          fill: segment.series.colour,
          grow: b > a ? "down" : "up",
        }),
      ];
      if (fitsStanding(segment, y, thickness, area.small)) {
        const look = { size: area.small, anchor: "middle", fill: textOn(segment.series.colour) } as const;
        inside.push(text("value", middle, centredBaseline((a + b - 1) / 2, 1, area.small), segment.text, look));
      }
      marks.push(group(`datum:${category.key}:${segment.series.key}`, inside, segment.reading));
    }
    const gap = area.small * 1.3;
    marks.push(...missingMarks(category.key, pile, middle, y(pile.high) - gap / 2 - 1, thickness, gap, area.small));
    const look = { size: area.label, weight: weightOf(category), anchor: "middle" } as const;
    marks.push(group(`name:${category.key}`, textLines("label", middle, bottom + area.label * 1.25, names[i] ?? [], look)));
  }
  if (written) marks.push(line("zero", left, y(0), right, y(0), { stroke: "muted", strokeWidth: 1 }));
  if (direct) marks.push(...sideNames(chart.series, piles.at(-1), y, right + 12, plotTop, bottom, swatch, area));
  return { marks, height: bottom + namesHeight };
}

/** The series named right of the last pile, each as near to its segment as the others let it. */
function sideNames(
  series: readonly Series[],
  last: Pile | undefined,
  y: ScaleLinear<number, number>,
  x: number,
  top: number,
  bottom: number,
  swatch: number,
  area: Area,
): readonly Mark[] {
  const wishes = series.map((each) => {
    const segment = last?.segments.find((candidate) => candidate.series === each);
    return { want: segment === undefined ? top : (y(segment.from) + y(segment.to)) / 2, size: leading(area.label) };
  });
  const middles = spread(wishes, top, bottom);
  return series.map((each, i) => {
    const middle = middles[i] ?? top;
    return group(`key:${each.key}`, [
      rect("swatch", x, middle - swatch / 2, swatch, swatch, { fill: each.colour }),
      text("label", x + swatch + 8, centredBaseline(middle, 1, area.label), each.label, { size: area.label }),
    ]);
  });
}

function lying(chart: CategoryChart, piles: readonly Pile[], area: Area): Drawing {
  const axis = axisOf(chart, piles, Math.max(2, area.width / 180));
  const key = legend(chart.series, area.top, area.width, area.label);
  const widest = Math.max(0, ...piles.map((pile) => textWidth(pile.symbols, area.label, "bold")));
  const symbols = widest === 0 ? 0 : widest + area.label;
  const headHeight = leading(area.label) + 4;
  const axisHeight = area.small * 1.7;
  const rowsFrom = (top: number, bottom: number) => nameRows(chart.categories, area, top, bottom, area.label * 1.24, area.label * 3.6);
  const { labelWidth } = rowsFrom(0, 0);
  const start = labelWidth + 14;
  const end = Math.max(start + 8, area.width - (symbols > 0 ? symbols + 8 : 0));
  const x0 = scaleLinear(extent(piles), [start, end]);
  const written = all(piles, (segment) => fitsLying(segment, x0, area.small));
  const x = written ? x0 : scaleLinear([...axis.domain], [start, end - ticksWidth(axis, area.small) / 2]);
  const heads = headNames(chart.series, piles[0], x, area);
  const top = area.top + (heads === undefined ? key.height : headHeight);
  const plan = rowsFrom(top, area.height - (written ? 0 : axisHeight));
  const thickness = Math.min(Math.max(plan.pitch * 0.72, area.label * 1.06), area.label * 2);

  const marks: Mark[] = heads === undefined ? [group("legend", key.marks)] : [...heads];
  if (!written) marks.push(group("axis", gridColumns(axis, x, top, plan.bottom, area.small, area.width)));
  for (const [i, row] of plan.rows.entries()) {
    const pile = piles[i];
    if (pile === undefined) continue;
    marks.push(group(`name:${row.category.key}`, rowName(row, 0, row.middle, area)));
    for (const segment of pile.segments) {
      const [a, b] = [x(segment.from), x(segment.to)];
      const inside: Mark[] = [
        rect("bar", Math.min(a, b), row.middle - thickness / 2, Math.max(0, Math.abs(b - a) - 1), thickness, {
          fill: segment.series.colour,
          grow: b < a ? "left" : "right",
        }),
      ];
      if (fitsLying(segment, x, area.small)) {
        const look = { size: area.small, anchor: "middle", fill: textOn(segment.series.colour) } as const;
        inside.push(text("value", (a + b - 1) / 2, centredBaseline(row.middle, 1, area.small), segment.text, look));
      }
      marks.push(group(`datum:${row.category.key}:${segment.series.key}`, inside, segment.reading));
    }
    marks.push(...missingMarks(row.category.key, pile, x(pile.high) + 4 + symbols / 2, row.middle, symbols, thickness, area.label));
  }
  return { marks, height: plan.bottom + (written ? 0 : axisHeight) };
}

/** The series named above the first pile's segments; `undefined` where a name is longer than its segment. */
function headNames(
  series: readonly Series[],
  first: Pile | undefined,
  x: ScaleLinear<number, number>,
  area: Area,
): readonly Mark[] | undefined {
  const marks: Mark[] = [];
  for (const each of series) {
    const segment = first?.segments.find((candidate) => candidate.series === each);
    if (segment === undefined) return undefined;
    const [left, right] = [x(segment.from), x(segment.to)].toSorted((a, b) => a - b);
    if (textWidth(each.label, area.label) + 8 > (right ?? 0) - (left ?? 0)) return undefined;
    marks.push(group(`key:${each.key}`, [text("label", left ?? 0, area.top + area.label * 0.85, each.label, { size: area.label })]));
  }
  return marks;
}

/** What is missing, at the pile's end. */
function missingMarks(key: string, pile: Pile, x: number, y: number, width: number, height: number, size: number): readonly Mark[] {
  if (pile.missing.length === 0) return [];
  const [first = ""] = pile.symbols.split(" ");
  const symbols = textWidth(pile.symbols, size, "bold") <= width - 4 ? pile.symbols : first;
  return [group(`missing:${key}`, gapBox(x, y, width, height, symbols, size), pile.missing.map((each) => each.reading).join("; "))];
}

function all(piles: readonly Pile[], test: (segment: Segment) => boolean): boolean {
  return piles.every((pile) => pile.segments.every((segment) => segment.from === segment.to || test(segment)));
}

function fitsStanding(segment: Segment, y: ScaleLinear<number, number>, thickness: number, size: number): boolean {
  return (
    legibleOn(segment.series.colour) &&
    Math.abs(y(segment.from) - y(segment.to)) >= size * 1.2 &&
    textWidth(segment.text, size) <= thickness - 6
  );
}

function fitsLying(segment: Segment, x: ScaleLinear<number, number>, size: number): boolean {
  return legibleOn(segment.series.colour) && Math.abs(x(segment.from) - x(segment.to)) >= textWidth(segment.text, size) + 6;
}
