/**
 * Values over days as areas. An empty cell is a zero to an area, and its edge would fall slowly to it: beside each gap
 * stands an empty row, a day away, so that the edge is steep.
 */

import { valueAxis as domainOf } from "../../../../chart/axis.ts";
import type { TimeChart } from "../../../../chart/model.ts";
import { lookOf, valueOf, writeDay } from "../../../../chart/numbers.ts";
import type { IsoDate } from "../../../../data/figure.ts";
import { element, type XmlElement } from "../../xml/tree.ts";
import { axisReferences } from "../axes.ts";
import { addDays } from "../days.ts";
import { type Drawn, extentOf, groupOf, groupsOf, marksIn, textsIn } from "../drawn.ts";
import type { Grid, GridColumn } from "../grid.ts";
import { hasFixedWords, labelsXml, type PointLabel } from "../labels.ts";
import type { Plan } from "../plan.ts";
import { areaSeries, lineSeries, type Paint } from "../series.ts";
import { textWidth } from "../../../../scene/measure.ts";
import { labelLook } from "./bands.ts";
import { atDays, daysAxis, endLabel, endOf as lineEnd, endsOf, timePlot, valuesAxis } from "./line.ts";
import { areNumbered, type Run, withBlankRows } from "./time.ts";

export function planAreas(chart: TimeChart, drawn: Drawn): Plan {
  const known = chart.days.map((_, i) => chart.series.every(({ values }) => valueOf(values[i]) !== undefined));
  const timed = withBlankRows(chart, blankDays(chart, known), (day) => known[day] ?? false);
  const { runs, rowOf } = timed;
  const grid = { ...timed.grid, further: [...timed.grid.further, ...unplotted(chart, known, timed.grid.columns, rowOf)] };
  const plot = timePlot(chart, drawn);
  const days = daysAxis(chart, plot, true);
  const single = chart.series.length === 1;
  const last = known.lastIndexOf(true);
  // Of a day alone nothing would be seen but the outline.
  const lone = known.some((is, i) => is && !isJoined(chart, known, i - 1) && !isJoined(chart, known, i));
  const labels = runs.map((run) =>
    last < 0 ? [] : single ? lineEnd(chart, run, drawn, rowOf) : endOf(chart, run, last, rowOf(last), drawn),
  );
  const series = runs.map((run, column) => {
    const paint: Paint = single
      ? { fill: "map-2" }
      : { fill: run.series.colour, stroke: lone ? run.series.colour : "ground", strokeWidth: 1 };
    return areaSeries({ grid, column, paint, labels: single ? undefined : labelsXml(undefined, labels[column] ?? []) });
  });
  const tops = chart.days.map((_, i) => (known[i] ? chart.series.reduce((sum, { values }) => sum + (valueOf(values[i]) ?? 0), 0) : 0));
  const figures = chart.series.flatMap(({ values }) => values);
  const values = single ? figures.map((figure) => valueOf(figure) ?? 0) : tops;
  return {
    grid,
    plot,
    charts: [
      element(
        "c:areaChart",
        {},
        element("c:grouping", { val: single ? "standard" : "stacked" }),
        element("c:varyColors", { val: false }),
        ...series,
        ...axisReferences(),
      ),
      ...(single ? [edgeXml(grid, runs, labels[0] ?? [])] : []),
    ],
    axes: [days.xml, valuesAxis(chart, drawn, endsOf(domainOf(values, 5, lookOf(figures), true).domain))],
    blanks: "gap",
    drawings: atDays([...groupsOf(drawn, "break:"), ...groupsOf(drawn, "gap:")], chart, drawn),
    fixedLabels: hasFixedWords(labels.flat()),
    days: days.step,
  };
}

/** One area alone is pale: its edge is a line of the same cells, with the points that the browser has. */
function edgeXml(grid: Grid, runs: readonly Run[], labels: readonly PointLabel[]): XmlElement {
  return element(
    "c:lineChart",
    {},
    element("c:grouping", { val: "standard" }),
    element("c:varyColors", { val: false }),
    ...runs.map(({ series }, column) =>
      lineSeries({ grid, column, order: runs.length + column, colour: series.colour, marker: 8, labels: labelsXml(undefined, labels) }),
    ),
    element("c:marker", { val: true }),
    ...axisReferences(),
  );
}

/** Whether the area goes on from that day to the next. */
function isJoined(chart: TimeChart, known: readonly boolean[], day: number): boolean {
  const next = chart.days[day + 1];
  return Boolean(known[day] && known[day + 1]) && !chart.breaks.some((each) => each.day === next);
}

/** The empty rows beside gaps and breaks, with what they are for. */
function blankDays(chart: TimeChart, known: readonly boolean[]): ReadonlyMap<IsoDate, string> {
  const blank = new Map<IsoDate, string>();
  if (!areNumbered(chart.days)) return blank;
  const broken = new Map(chart.breaks.map((each) => [each.day, each.reason]));
  for (const [i, day] of chart.days.entries()) {
    const before = chart.days[i - 1];
    if (before === undefined) continue;
    const reason = broken.get(day);
    if (known[i - 1] && known[i] && reason === undefined) continue;
    const note = reason === undefined ? "Rand einer Lücke" : `Lücke: Bruch der Reihe vor dem ${writeDay(day)} (${reason})`;
    const [after, ahead] = [addDays(before, 1), addDays(day, -1)];
    if (known[i - 1] && after < day) blank.set(after, note);
    if (known[i] && ahead > before) blank.set(ahead, note);
  }
  return blank;
}

/** Values of days that cannot be piled up, because another's is missing. */
function unplotted(
  chart: TimeChart,
  known: readonly boolean[],
  columns: readonly GridColumn[],
  rowOf: (day: number) => number,
): readonly GridColumn[] {
  return chart.series.flatMap((series, s): readonly GridColumn[] => {
    const column = columns[s];
    const lone = chart.days.flatMap((_, i) => {
      const value = valueOf(series.values[i]);
      return known[i] || value === undefined ? [] : [{ row: rowOf(i), value }];
    });
    if (column === undefined || lone.length === 0) return [];
    const cells = column.cells.map((_, row) => lone.find((each) => each.row === row)?.value);
    return [{ ...column, name: `${series.label} (nicht gezeichnet)`, cells }];
  });
}

/** Beside the last day, where PowerPoint would put the label onto the area. */
function endOf(chart: TimeChart, run: Run, day: number, index: number, drawn: Drawn): readonly PointLabel[] {
  const figure = run.series.values[day];
  const group = groupOf(drawn, `end:${run.series.key}`);
  if (figure === undefined || group === undefined) return [];
  const texts = textsIn(group);
  const extent = extentOf(texts);
  const [dot] = marksIn(groupOf(drawn, `datum:${run.series.key}:${chart.days[day]}`) ?? group, "circle", "dot");
  const label = { index, ...endLabel(chart, run, figure, texts), look: labelLook, key: true };
  if (extent === undefined || dot === undefined) return [label];
  const width = Math.max(...texts.map(({ text }) => textWidth(text, labelLook.size, "bold")));
  const below = layerBelow(chart, run, day);
  const value = valueOf(figure) ?? 0;
  // By itself the label stands in the middle of its layer.
  const perUnit = below + value === 0 ? 0 : (plotFoot(drawn) - dot.cy) / (below + value);
  const middle = dot.cy + (value * perUnit) / 2;
  return [{ ...label, shift: { dx: extent.left + width / 2 - dot.cx, dy: (extent.top + extent.bottom) / 2 - middle, size: drawn.size } }];
}

function layerBelow(chart: TimeChart, run: Run, index: number): number {
  const at = chart.series.indexOf(run.series);
  return chart.series.slice(0, at).reduce((sum, { values }) => sum + (valueOf(values[index]) ?? 0), 0);
}

function plotFoot(drawn: Drawn): number {
  const days = groupOf(drawn, "days");
  return days === undefined ? drawn.size.height : (marksIn(days, "line", "tick")[0]?.y1 ?? drawn.size.height);
}
