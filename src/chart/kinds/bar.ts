/**
 * Ranked horizontal bars: name, number, bar. The numbers stand in a column of their own before the baseline, so that
 * they can be compared digit by digit and no bar's end pushes them about. More rows than fit go into further columns.
 */

import { scaleLinear } from "d3-scale";
import { isMissing } from "../../data/figure.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, group, leading, line, rect, text } from "../../scene/marks.ts";
import type { GroupMark, Mark } from "../../scene/scene.ts";
import { evenPitch } from "../distribute.ts";
import type { Category, CategoryChart } from "../model.ts";
import type { Figure } from "../../data/figure.ts";
import { valueOf } from "../numbers.ts";
import { fillOf, hasHighlight } from "../paint.ts";
import { reading } from "../reading.ts";
import type { Area, Drawing } from "./kind.ts";
import { restGap, rowName, weightOf } from "./rows.ts";

interface Row {
  readonly category: Category;
  readonly figure: Figure;
  readonly lines: readonly string[];
  /** Least height, px. */
  readonly height: number;
}

interface Plan {
  readonly columns: readonly (readonly Row[])[];
  readonly columnWidth: number;
  readonly labelWidth: number;
  readonly numberWidth: number;
  readonly height: number;
}

const labelGap = 14;
const numberGap = 10;
const mostColumns = 4;
/** Least length of the longest bar, px. */
const leastBar = 72;
/** In the third column and further. */
const shortBar = 44;

export function drawBars(chart: CategoryChart, area: Area): Drawing {
  const plan = planFor(chart, area);
  const values = (chart.series[0]?.values ?? []).map((figure) => valueOf(figure) ?? 0);
  const barsWidth = Math.max(8, plan.columnWidth - plan.labelWidth - labelGap - plan.numberWidth - numberGap);
  const domain = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = scaleLinear(domain[0] === domain[1] ? [0, 1] : domain, [0, barsWidth]);
  const pitch = Math.min(
    ...plan.columns.map((rows) =>
      evenPitch(
        rows.map((row) => row.height),
        area.height - area.top - gapBeforeRest(rows, area),
        area.label * 2.6,
      ),
    ),
  );
  const thickness = Math.min(pitch * 0.66, area.label * 1.5);
  const marks: Mark[] = [];
  let bottom = area.top;
  for (const [i, rows] of plan.columns.entries()) {
    const left = i * (plan.columnWidth + columnGap(area));
    const numbers = left + plan.labelWidth + labelGap + plan.numberWidth;
    const start = numbers + numberGap;
    let top = area.top;
    const bars: GroupMark[] = [];
    for (const row of rows) {
      if (row.category.role === "rest" && row !== rows[0]) top += restGap(area);
      const height = Math.max(row.height, pitch);
      bars.push(drawRow(chart, row, { left, numbers, start, barsWidth, middle: top + height / 2, thickness, x }, area));
      top += height;
    }
    bottom = Math.max(bottom, top);
    marks.push(...bars);
    if (values.some((value) => value < 0)) {
      marks.push(line(`zero:${i}`, start + x(0), area.top, start + x(0), top, { stroke: "muted", strokeWidth: 1 }));
    }
  }
  return { marks, height: bottom };
}

function gapBeforeRest(rows: readonly Row[], area: Area): number {
  return rows.slice(1).filter((row) => row.category.role === "rest").length * restGap(area);
}

interface Place {
  readonly left: number;
  /** Right edge of the numbers. */
  readonly numbers: number;
  /** Left edge of the bars. */
  readonly start: number;
  readonly barsWidth: number;
  readonly middle: number;
  readonly thickness: number;
  readonly x: (value: number) => number;
}

function drawRow(chart: CategoryChart, row: Row, place: Place, area: Area): GroupMark {
  const { category, figure } = row;
  const { middle, thickness, x, start } = place;
  const weight = weightOf(category);
  const value = valueOf(figure);
  const colour = chart.series[0]?.colour ?? "blue";
  const marks: Mark[] = [
    ...rowName(row, place.left, middle, area),
    text("value", place.numbers, centredBaseline(middle, 1, area.label), figure.text, {
      size: area.label,
      weight,
      anchor: "end",
      fill: value === undefined ? "muted" : "ink",
    }),
  ];
  if (value !== undefined) {
    marks.push(
      rect("bar", start + Math.min(x(value), x(0)), middle - thickness / 2, Math.abs(x(value) - x(0)), thickness, {
        fill: fillOf(category.role, colour, hasHighlight(chart.categories)),
        grow: value < 0 ? "left" : "right",
      }),
    );
  } else if (isMissing(figure.value) && textWidth(figure.value.meaning, area.small) <= place.barsWidth - x(0) - 6) {
    marks.push(
      text("note", start + x(0) + 6, centredBaseline(middle, 1, area.small), figure.value.meaning, { size: area.small, fill: "muted" }),
    );
  }
  return group(`datum:${category.key}`, marks, reading(category.label, figure, chart.unit));
}

function columnGap(area: Area): number {
  return area.label * 2;
}

/** As few columns as serve: the first number of columns whose rows fit the height, else the one that comes nearest. */
function planFor(chart: CategoryChart, area: Area): Plan {
  const numberWidth = Math.max(0, ...(chart.series[0]?.values ?? []).map((figure) => textWidth(figure.text, area.label, "bold")));
  let best: Plan | undefined;
  for (let count = 1; count <= mostColumns; count++) {
    const columnWidth = (area.width - (count - 1) * columnGap(area)) / count;
    const bar = count > 2 ? shortBar : leastBar;
    const room = columnWidth - labelGap - numberWidth - numberGap;
    const natural = Math.max(0, ...chart.categories.map((category) => textWidth(category.label, area.label, weightOf(category))));
    const most = Math.max(area.label * 2, Math.min(Math.ceil(natural), room * (count === 1 ? 0.56 : 0.72), room - bar));
    if (count > 1 && (room - most < bar || count > chart.categories.length / 2)) break;
    const rows = chart.categories.flatMap((category, i): Row[] => {
      const figure = chart.series[0]?.values[i];
      if (figure === undefined) return [];
      const lines = breakLines(category.label, most, area.label, weightOf(category));
      return [{ category, figure, lines, height: area.label * 1.15 + (lines.length - 1) * leading(area.label) }];
    });
    // Names that were broken need less than they were given.
    const labelWidth = Math.max(
      area.label * 2,
      ...rows.flatMap(({ category, lines }) => lines.map((each) => textWidth(each, area.label, weightOf(category)))),
    );
    const columns = split(rows, count);
    const height = Math.max(...columns.map((column) => column.reduce((sum, row) => sum + row.height, gapBeforeRest(column, area))));
    const plan = { columns, columnWidth, labelWidth, numberWidth, height };
    if (best === undefined || height < best.height - 0.5) best = plan;
    if (height <= area.height - area.top) break;
  }
  return best ?? { columns: [], columnWidth: area.width, labelWidth: 0, numberWidth, height: 0 };
}

/** In reading order, each column about equally many rows, the first ones the fuller. */
function split(rows: readonly Row[], count: number): readonly (readonly Row[])[] {
  const each = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, i) => rows.slice(i * each, (i + 1) * each)).filter((column) => column.length > 0);
}
