/** Vertical bars with their numbers on top. Where a name or number is wider than its column, the chart lies down. */

import { scaleLinear } from "d3-scale";
import { breakLines, textWidth } from "../../scene/measure.ts";
import { group, leading, line, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import type { Category, CategoryChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import { fillOf, hasHighlight } from "../paint.ts";
import { reading } from "../reading.ts";
import { drawBars } from "./bar.ts";
import { gapBox } from "./gap.ts";
import type { Area, Drawing } from "./kind.ts";
import { weightOf } from "./rows.ts";

/** Of the plot between numbers and names, px. */
const leastPlot = 96;
const mostLines = 3;

export function drawColumns(chart: CategoryChart, area: Area): Drawing {
  const pitch = columnPitch(chart.categories.length, area);
  const names = columnNames(chart.categories, pitch - area.label * 0.4, area);
  const figures = chart.series[0]?.values ?? [];
  const numbersFit = figures.every((figure, i) => textWidth(figure.text, area.label, weightOf(chart.categories[i])) <= pitch - 6);
  if (names === undefined || !numbersFit) return drawBars(chart, area);

  const values = figures.map((figure) => valueOf(figure) ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const number = leading(area.label);
  const namesHeight = Math.max(...names.map((lines) => lines.length)) * leading(area.label) + Math.round(area.label * 0.4);
  const top = area.top + number;
  const below = low < 0 ? number : 0;
  const bottom = Math.max(area.height - namesHeight - below, top + leastPlot);
  const y = scaleLinear(low === high ? [0, 1] : [low, high], [bottom, top]);
  const thickness = Math.min(pitch * 0.64, area.label * 5);
  const highlighted = hasHighlight(chart.categories);
  const marks: Mark[] = chart.categories.flatMap((category, i): Mark[] => {
    const figure = figures[i];
    if (figure === undefined) return [];
    const middle = pitch * (i + 0.5);
    const value = valueOf(figure);
    const weight = weightOf(category);
    const end = y(value ?? 0);
    const bar = rect("bar", middle - thickness / 2, Math.min(end, y(0)), thickness, Math.abs(end - y(0)), {
      fill: fillOf(category.role, chart.series[0]?.colour ?? "blue", highlighted),
      grow: (value ?? 0) < 0 ? "down" : "up",
    });
    const label = text("value", middle, (value ?? 0) < 0 ? end + area.label : end - area.label * 0.4, figure.text, {
      size: area.label,
      weight,
      anchor: "middle",
    });
    const gapHeight = area.label * 1.5;
    const gapMiddle = y(0) - gapHeight >= area.top ? y(0) - gapHeight / 2 - 1 : y(0) + gapHeight / 2 + 1;
    const drawn = value === undefined ? gapBox(middle, gapMiddle, thickness, gapHeight, figure.text, area.label) : [bar, label];
    const name = textLines("label", middle, bottom + below + area.label * 1.25, names[i] ?? [], {
      size: area.label,
      weight,
      anchor: "middle",
    });
    return [group(`datum:${category.key}`, [...drawn, ...name], reading(category.label, figure, chart.unit))];
  });
  const zero = line("zero", 0, y(0), pitch * chart.categories.length, y(0), { stroke: "muted", strokeWidth: 1 });
  return { marks: [...marks, zero], height: bottom + below + namesHeight };
}

/** Columns stand no wider apart than this, so that three of them are still a group. */
export function columnPitch(count: number, area: Area): number {
  return Math.min(area.width / Math.max(1, count), area.label * 10);
}

/** The names below the columns, broken between words; `undefined` where one does not fit so. */
export function columnNames(categories: readonly Category[], width: number, area: Area): readonly (readonly string[])[] | undefined {
  const names: (readonly string[])[] = [];
  for (const category of categories) {
    const weight = weightOf(category);
    const lines = breakLines(category.label, width, area.label, weight);
    const divided = lines.join(" ").replaceAll("- ", "-") !== category.label.replaceAll("- ", "-");
    if (lines.length > mostLines || divided || lines.some((each) => textWidth(each, area.label, weight) > width + 0.1)) return undefined;
    names.push(lines);
  }
  return names;
}
