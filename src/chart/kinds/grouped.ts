/** Several series side by side in each category. Numbers stand at the bars where there is room, else an axis gives them. */

import { scaleLinear } from "d3-scale";
import type { Figure } from "../../data/figure.ts";
import { textWidth } from "../../scene/measure.ts";
import { centredBaseline, group, leading, line, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { columns as gridColumns, rows as gridRows, ticksWidth, valueAxis } from "../axis.ts";
import { legend } from "../legend.ts";
import type { CategoryChart } from "../model.ts";
import { lookOf, valueOf } from "../numbers.ts";
import { reading } from "../reading.ts";
import { columnNames, columnPitch } from "./column.ts";
import { gapBox, gapDot } from "./gap.ts";
import type { Area, Drawing } from "./kind.ts";
import { nameRows, rowName, weightOf } from "./rows.ts";

const leastPlot = 96;
/** Narrowest bar, px: standing, and lying where length is easier to compare. */
const leastBar = 7;
const leastLying = 5;

export function drawGrouped(chart: CategoryChart, area: Area): Drawing {
  const key = legend(chart.series, area.top, area.width, area.label);
  const inner = { ...area, top: area.top + key.height };
  const drawing = (chart.orientation === "vertical" ? standing(chart, inner) : undefined) ?? lying(chart, inner);
  return { marks: [group("legend", key.marks), ...drawing.marks], height: drawing.height };
}

function valuesOf(chart: CategoryChart): readonly number[] {
  return chart.series.flatMap((series) => series.values.map((figure) => valueOf(figure) ?? 0));
}

function figuresOf(chart: CategoryChart): readonly Figure[] {
  return chart.series.flatMap((series) => series.values);
}

/** `undefined` where a name or bar would be too narrow. */
function standing(chart: CategoryChart, area: Area): Drawing | undefined {
  const values = valuesOf(chart);
  const axis = valueAxis(values, 5, lookOf(figuresOf(chart)), true);
  const widest = Math.max(0, ...figuresOf(chart).map((figure) => textWidth(figure.text, area.small)));
  const count = Math.max(1, chart.series.length);
  const barIn = (pitch: number): number => Math.min((pitch * 0.74) / count, area.label * 4);
  const written = widest + 3 <= barIn(columnPitch(chart.categories.length, area));
  const left = written ? 0 : ticksWidth(axis, area.small) + 12;
  const pitch = columnPitch(chart.categories.length, { ...area, width: area.width - left });
  const names = columnNames(chart.categories, pitch - area.label * 0.4, area);
  const bar = barIn(pitch);
  if (names === undefined || bar < leastBar) return undefined;

  const number = leading(area.small);
  const negative = Math.min(0, ...values) < 0;
  const namesHeight = Math.max(...names.map((lines) => lines.length)) * leading(area.label) + Math.round(area.label * 0.4);
  const top = area.top + (written ? number : area.small * 0.6);
  const below = negative ? number : 0;
  const bottom = Math.max(area.height - namesHeight - below, top + leastPlot);
  const y = scaleLinear(written ? extent(values) : [...axis.domain], [bottom, top]);
  const right = left + pitch * chart.categories.length;
  const marks: Mark[] = written ? [] : [group("axis", gridRows(axis, y, left, right, area.small))];
  for (const [i, category] of chart.categories.entries()) {
    const start = left + pitch * (i + 0.5) - (bar * count) / 2;
    const bars = chart.series.flatMap((series, j): Mark[] => {
      const figure = series.values[i];
      if (figure === undefined) return [];
      const value = valueOf(figure);
      const middle = start + bar * (j + 0.5);
      const end = y(value ?? 0);
      const inside: Mark[] = [];
      if (value !== undefined) {
        const paint = { fill: series.colour, grow: value < 0 ? "down" : "up" } as const;
        inside.push(rect("bar", middle - bar / 2 + 0.75, Math.min(end, y(0)), bar - 1.5, Math.abs(end - y(0)), paint));
      } else if (!written) {
        inside.push(gapDot(middle, y(0) - 6));
      }
      if (written && value === undefined) {
        const half = area.small * 0.65;
        inside.push(
          ...gapBox(middle, y(0) - half - 1 >= area.top ? y(0) - half - 1 : y(0) + half + 1, bar - 4, half * 2, figure.text, area.small),
        );
      } else if (written) {
        const baseline = (value ?? 0) < 0 ? end + area.small : end - area.small * 0.4;
        inside.push(text("value", middle, baseline, figure.text, { size: area.small, anchor: "middle" }));
      }
      return [group(`datum:${category.key}:${series.key}`, inside, reading(`${category.label}, ${series.label}`, figure, chart.unit))];
    });
    const look = { size: area.label, weight: weightOf(category), anchor: "middle" } as const;
    marks.push(
      ...bars,
      group(`name:${category.key}`, textLines("label", left + pitch * (i + 0.5), bottom + below + area.label * 1.25, names[i] ?? [], look)),
    );
  }
  if (written) marks.push(line("zero", left, y(0), right, y(0), { stroke: "muted", strokeWidth: 1 }));
  return { marks, height: bottom + below + namesHeight };
}

function lying(chart: CategoryChart, area: Area): Drawing {
  const values = valuesOf(chart);
  const count = Math.max(1, chart.series.length);
  const room = area.height - area.top;
  const numberPitch = area.small * 1.16;
  const block = (pitch: number): number => pitch * count + area.small * 0.55;
  const axisHeight = area.small * 1.7;
  const withNumbers = nameRows(chart.categories, area, area.top, area.height, block(numberPitch), block(area.label * 1.7));
  const written = withNumbers.bottom - area.top <= room + 0.01;
  const plan = written
    ? withNumbers
    : nameRows(chart.categories, area, area.top, area.height - axisHeight, leastLying * count + area.small * 0.4, block(area.label * 1.7));
  const numberWidth = written ? Math.max(0, ...figuresOf(chart).map((figure) => textWidth(figure.text, area.small))) + 10 : 0;
  const axis = valueAxis(values, Math.max(2, area.width / 160), lookOf(figuresOf(chart)), true);
  const start = plan.labelWidth + 14 + numberWidth;
  const x = scaleLinear(written ? extent(values) : [...axis.domain], [
    start,
    Math.max(start + 8, area.width - (written ? 0 : ticksWidth(axis, area.small) / 2)),
  ]);
  const barPitch = Math.min(...plan.rows.map((row) => row.height - area.small * 0.4), count * area.label * 1.6) / count;
  const marks: Mark[] = written ? [] : [group("axis", gridColumns(axis, x, area.top, plan.bottom, area.small, area.width))];
  for (const [i, row] of plan.rows.entries()) {
    const bars = chart.series.flatMap((series, j): Mark[] => {
      const figure = series.values[i];
      if (figure === undefined) return [];
      const value = valueOf(figure);
      const middle = row.middle + (j - (count - 1) / 2) * barPitch;
      const inside: Mark[] = [];
      if (written) {
        const look = { size: area.small, anchor: "end", fill: value === undefined ? "muted" : "ink" } as const;
        inside.push(text("value", start - 10, centredBaseline(middle, 1, area.small), figure.text, look));
      } else if (value === undefined) inside.push(gapDot(x(0) + 6, middle));
      if (value !== undefined) {
        const thickness = Math.min(barPitch - 1.5, area.label * 1.3);
        const paint = { fill: series.colour, grow: value < 0 ? "left" : "right" } as const;
        inside.push(rect("bar", Math.min(x(value), x(0)), middle - thickness / 2, Math.abs(x(value) - x(0)), thickness, paint));
      }
      return [
        group(`datum:${row.category.key}:${series.key}`, inside, reading(`${row.category.label}, ${series.label}`, figure, chart.unit)),
      ];
    });
    marks.push(group(`name:${row.category.key}`, rowName(row, 0, row.middle, area)), ...bars);
  }
  if (written && Math.min(...values) < 0) marks.push(line("zero", x(0), area.top, x(0), plan.bottom, { stroke: "muted", strokeWidth: 1 }));
  return { marks, height: plan.bottom + (written ? 0 : axisHeight) };
}

function extent(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [0, 1] : [low, high];
}
