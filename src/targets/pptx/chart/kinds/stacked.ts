/**
 * Series on each other, absolute or to 100 %. A 100 % chart plots the shares that the browser writes; its workbook reckons
 * them from the counts beside them, so that whoever changes a count changes the shares.
 */

import type { CategoryChart } from "../../../../chart/model.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import { pilesOf } from "../../../../chart/kinds/stack.ts";
import { textOn } from "../../../../chart/paint.ts";
import { columnName } from "../../workbook/sheet.ts";
import { type Drawn, extentOf, groupOf, groupsOf, marksIn, textsIn, ticksOf } from "../drawn.ts";
import { codeOf } from "../format-code.ts";
import type { Grid, GridCell, GridColumn } from "../grid.ts";
import { labelsXml } from "../labels.ts";
import { legendAside, legendOnTop, legendTop } from "../legend.ts";
import type { Rect } from "../place.ts";
import type { Plan } from "../plan.ts";
import { extentFromZero, scaleThrough, type Scale } from "../scale.ts";
import { barSeries, type Paint } from "../series.ts";
import {
  bandsOf,
  barAxes,
  barChart,
  categoryGrid,
  figuresOf,
  formatOf,
  isLying,
  nameGap,
  numberLabels,
  rightOf,
  smallLook,
  standingPlot,
  standingScale,
} from "./bands.ts";

export function planStacks(chart: CategoryChart, drawn: Drawn): Plan {
  const shares = chart.kind === "percent";
  const grid = shares ? shareGrid(chart) : categoryGrid(chart);
  const names = chart.categories.map(({ key }) => {
    const group = groupOf(drawn, `name:${key}`);
    return group === undefined ? [] : textsIn(group);
  });
  const lying = isLying(names);
  const bars = groupsOf(drawn, "datum:").flatMap((group) => marksIn(group, "rect", "bar"));
  const plot = lying ? lyingPlot(drawn, names) : standingPlot(drawn);
  const along = lying ? plot.bottom - plot.top : plot.right - plot.left;
  const pitch = along / Math.max(1, chart.categories.length);
  const thickness = Math.max(1, ...bars.map((bar) => (lying ? bar.height : bar.width)));
  let fixed = false;
  const series = chart.series.map((own, column) => {
    const look = { ...smallLook, colour: textOn(own.colour) };
    const written = chart.categories.map(({ key }) => textsIn(groupOf(drawn, `datum:${key}:${own.key}`) ?? nothing, "value").length > 0);
    const hidden = written.flatMap((is, i) => (is ? [] : [i]));
    const labels = shares
      ? { all: { position: "ctr", look, code: codeOf("percent"), value: true } as const, points: [], fixed: false }
      : numberLabels(own.values, { position: "ctr", look });
    fixed ||= labels.fixed;
    const points = labels.points.filter(({ index }) => written[index]);
    const all = hidden.length === written.length ? undefined : labels.all;
    // The line that parts segments would hide a thin one.
    const thin = chart.categories.flatMap(({ key }, i): readonly (readonly [number, Paint])[] => {
      const [bar] = marksIn(groupOf(drawn, `datum:${key}:${own.key}`) ?? nothing, "rect", "bar");
      return bar !== undefined && (lying ? bar.width : bar.height) < leastParted ? [[i, { fill: own.colour }]] : [];
    });
    return barSeries({
      grid,
      column,
      paint: { fill: own.colour, stroke: "ground", strokeWidth: 1 },
      points: new Map(thin),
      labels: labelsXml(all, all === undefined ? [] : points, all === undefined ? [] : hidden),
    });
  });
  const figures = figuresOf(chart);
  const ends = pilesOf(chart).flatMap(({ low, high }) => [low, high]);
  const missing = groupsOf(drawn, "missing:");
  // What is missing is drawn at the end of its pile.
  const scale = missing.length === 0 || shares ? undefined : lying ? lyingScale(drawn, plot, ends) : standingScale(drawn, plot, ends);
  const legend = legendOf(chart, drawn, grid, plot, lying);
  return {
    grid,
    plot,
    charts: [
      barChart(series, { lying, grouping: shares ? "percentStacked" : "stacked", gapWidth: (pitch / thickness - 1) * 100, overlap: 100 }),
    ],
    axes: barAxes(drawn, lying, { values: ends, figures, format: shares ? "percent" : formatOf(figures), shares, scale }),
    legend,
    blanks: "gap",
    drawings: missing,
    fixedLabels: fixed,
    ends: scale,
  };
}

/** px. */
const leastParted = 5;

const nothing = { type: "group", key: "", marks: [] } as const;

/** Shares by formulas, counts beside them. A pile with a missing part has no shares. */
function shareGrid(chart: CategoryChart): Grid {
  const counts = categoryGrid(chart);
  const piles = pilesOf(chart);
  const code = codeOf("percent") ?? "";
  const negative = figuresOf(chart).some((figure) => (valueOf(figure) ?? 0) < 0);
  const [first, last] = [columnName(chart.series.length + 1), columnName(chart.series.length * 2)];
  const shares = chart.series.map((series, s): GridColumn => {
    const cells = chart.categories.map((_, i): GridCell => {
      const segment = piles[i]?.segments.find((candidate) => candidate.series === series);
      const value = valueOf(series.values[i]);
      if (segment === undefined || value === undefined) return undefined;
      const all = `${first}${i + 2}:${last}${i + 2}`;
      const whole = chart.series.reduce((sum, each) => sum + Math.abs(valueOf(each.values[i]) ?? 0), 0);
      const formula = `${columnName(chart.series.length + 1 + s)}${i + 2}/${negative ? `SUMPRODUCT(ABS(${all}))` : `SUM(${all})`}`;
      return { value: value / whole, formula };
    });
    return { name: series.label, cells, code };
  });
  return {
    ...counts,
    columns: shares,
    further: counts.columns.map(({ name, cells, code: own }) => ({ name: `${name} (${chart.unit || "Wert"})`, cells, code: own })),
  };
}

function legendOf(chart: CategoryChart, drawn: Drawn, grid: Grid, plot: Rect, lying: boolean): Plan["legend"] {
  const labels = grid.columns.map(({ name }) => name);
  if (groupOf(drawn, "legend") !== undefined) return legendOnTop(labels, Math.max(0, legendTop(drawn)), drawn.size);
  const keys = groupsOf(drawn, "key:").flatMap((group) => textsIn(group));
  if (!lying) return legendAside(labels, plot.right + 4, (plot.top + plot.bottom) / 2, drawn.size);
  return legendOnTop(labels, Math.max(0, (extentOf(keys)?.top ?? 0) - 2), drawn.size);
}

/** The scale on which lying piles of these ends are as long as in the browser. */
function lyingScale(drawn: Drawn, plot: Rect, ends: readonly number[]): Scale | undefined {
  const [first, second] = ticksOf(drawn);
  if (first !== undefined && second !== undefined) {
    const [low, high] = [first, second].map(({ value, line }) => ({ value, at: line.x1 }));
    return low && high && scaleThrough({ low, high }, plot.left, plot.right);
  }
  const bars = groupsOf(drawn, "datum:").flatMap((group) => marksIn(group, "rect", "bar"));
  const [low, high] = extentFromZero(ends);
  const [left, right] = [Math.min(...bars.map(({ x }) => x)), Math.max(...bars.map(({ x, width }) => x + width + 1))];
  return scaleThrough({ low: { value: low, at: left }, high: { value: high, at: right } }, plot.left, plot.right);
}

function lyingPlot(drawn: Drawn, names: Parameters<typeof bandsOf>[0]): Rect {
  const bands = bandsOf(names, smallLook.size * 4);
  const bars = groupsOf(drawn, "datum:").flatMap((group) => marksIn(group, "rect", "bar"));
  const ticks = ticksOf(drawn).map(({ line }) => line.x1);
  const right = ticks.length > 0 ? Math.max(...ticks) : Math.max(drawn.size.width * 0.6, ...bars.map(({ x, width }) => x + width + 1));
  return { left: rightOf(names) + nameGap, right, top: bands.from, bottom: bands.to };
}
