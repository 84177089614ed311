/** Values over days as lines, at true distances. */

import { axisFor } from "../../../../chart/kinds/line.ts";
import { canvasType } from "../../../../chart/layout.ts";
import type { TimeChart } from "../../../../chart/model.ts";
import { lookOf, tickDigits, valueOf } from "../../../../chart/numbers.ts";
import { textIn } from "../../../../chart/paint.ts";
import { textWidth } from "../../../../scene/measure.ts";
import type { GroupMark, TextMark } from "../../../../scene/scene.ts";
import type { XmlElement } from "../../xml/tree.ts";
import { categoryAxis, dayAxis, valueAxis } from "../axes.ts";
import { type DayStep, dayStep } from "../days.ts";
import { type Drawn, extentOf, groupOf, groupsOf, marksIn, moved, textsIn, ticksOf } from "../drawn.ts";
import { axisCode, dayCode, fixedText, labelCode } from "../format-code.ts";
import { hasFixedWords, labelsXml, type PointLabel, type Position } from "../labels.ts";
import type { Rect } from "../place.ts";
import type { Plan } from "../plan.ts";
import { fineStep } from "../scale.ts";
import { lineSeries, lineChart } from "../series.ts";
import type { Piece } from "../text.ts";
import { axisLook, formatOf, labelLook } from "./bands.ts";
import { areNumbered, lineGrid, type Run } from "./time.ts";

export function planLines(chart: TimeChart, drawn: Drawn): Plan {
  const { grid, runs, blanks, rowOf } = lineGrid(chart);
  const points = groupsOf(drawn, "datum:");
  const written = ticksOf(drawn).length === 0;
  let fixed = false;
  const labelled = (run: Run): readonly PointLabel[] => {
    const labels = written
      ? numbersOf(chart, run, drawn, rowOf)
      : run === runs.findLast(({ series }) => series === run.series)
        ? endOf(chart, run, drawn, rowOf)
        : [];
    fixed ||= hasFixedWords(labels);
    return labels;
  };
  const dot = points.flatMap((group) => marksIn(group, "circle", "dot"))[0]?.r ?? 4;
  const series = runs.map((run, column) => {
    const labels = labelled(run);
    const shifted = labels.some(({ shift }) => shift !== undefined);
    return lineSeries({
      grid,
      column,
      colour: run.series.colour,
      marker: dot * 2,
      labels: labelsXml(undefined, labels, [], shifted ? "shown" : "none"),
    });
  });
  const plot = timePlot(chart, drawn);
  const { domain } = axisFor(chart);
  const days = daysAxis(chart, plot, domain[0] === 0);
  const places = points.flatMap((group) => {
    const [circle] = marksIn(group, "circle", "dot");
    const value = valueAt(chart, group.key);
    return circle === undefined || value === undefined ? [] : [{ value, y: circle.cy }];
  });
  return {
    grid,
    plot,
    charts: [lineChart(series)],
    axes: [days.xml, valuesAxis(chart, drawn, written && domain[0] > 0 ? lowEnd(places, plot.bottom) : endsOf(domain))],
    blanks,
    drawings: atDays(
      [...groupsOf(drawn, "break:"), ...points.filter((group) => marksIn(group, "circle", "dot").length === 0)],
      chart,
      drawn,
    ),
    fixedLabels: fixed,
    days: days.step,
  };
}

/** The browser's plot; narrower where the axis would write more of its first and last day than has room in the chart. */
export function timePlot(chart: TimeChart, drawn: Drawn): Rect {
  const plot = drawnPlot(chart, drawn);
  if (chart.days.length < 2 || !areNumbered(chart.days)) return plot;
  const { code } = dayStep(chart.days, plot.right - plot.left, canvasType.small);
  const half = textWidth(code.replaceAll("\\", "").replaceAll(/[dmy]/gu, "0"), canvasType.small) / 2 + 2;
  return { ...plot, left: Math.max(plot.left, half), right: Math.min(plot.right, drawn.size.width - half) };
}

/** What is drawn at days, where the native plot has them. */
export function atDays(groups: readonly GroupMark[], chart: TimeChart, drawn: Drawn): readonly GroupMark[] {
  const [from, to] = [drawnPlot(chart, drawn), timePlot(chart, drawn)];
  const scale = (to.right - to.left) / (from.right - from.left);
  return groups.map((group) => {
    const [mark] = [...marksIn(group, "line"), ...marksIn(group, "circle"), ...textsIn(group)];
    if (mark === undefined) return group;
    const x = mark.type === "line" ? mark.x1 : mark.type === "circle" ? mark.cx : mark.x;
    return moved(group, to.left + (x - from.left) * scale - x, 0);
  });
}

/** From the first day to the last, from the axis of days to the highest hairline or point. */
function drawnPlot(chart: TimeChart, drawn: Drawn): Rect {
  const days = groupOf(drawn, "days");
  const ticks = days === undefined ? [] : marksIn(days, "line", "tick");
  const lines = ticksOf(drawn).map(({ line }) => line);
  const dots = groupsOf(drawn, "datum:").flatMap((group) => marksIn(group, "circle", "dot"));
  const single = chart.days.length === 1;
  const [left, right] = single
    ? [lines[0]?.x1 ?? 0, lines[0]?.x2 ?? drawn.size.width]
    : [Math.min(...ticks.map(({ x1 }) => x1)), Math.max(...ticks.map(({ x1 }) => x1))];
  const bottom = ticks[0]?.y1 ?? drawn.size.height;
  return { left, right, bottom, top: Math.min(bottom - 60, ...lines.map(({ y1 }) => y1), ...dots.map(({ cy }) => cy)) };
}

function valueAt(chart: TimeChart, key: string): number | undefined {
  for (const series of chart.series) {
    const day = chart.days.findIndex((each) => key === `datum:${series.key}:${each}`);
    if (day >= 0) return valueOf(series.values[day]);
  }
  return undefined;
}

interface Ends {
  readonly min?: number;
  readonly max?: number;
}

/** The end at zero or, where all values are far from it, below them: the other is free for what comes. */
export function endsOf([low, high]: readonly [number, number]): Ends {
  return low >= 0 ? { min: low } : high <= 0 ? { max: high } : {};
}

/** What a scale without numbers begins with, so that its lowest point stands as high above the foot as in the browser. */
export function lowEnd(points: readonly { readonly value: number; readonly y: number }[], foot: number): Ends {
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return {};
  const perPx = low.y === high.y ? Math.abs(low.value) / 1000 : (high.value - low.value) / (low.y - high.y);
  const end = low.value - (foot - low.y) * perPx;
  return { min: Number(end.toPrecision(4)) <= low.value ? Number(end.toPrecision(4)) : end };
}

/** Of true distances; a single day, or days that spreadsheets cannot count, as categories. `step`: what its ticks leave unsaid. */
export function daysAxis(
  chart: TimeChart,
  plot: Rect,
  atZero: boolean,
): { readonly xml: XmlElement; readonly step: Pick<DayStep, "at" | "unnamed"> } {
  // Away from zero no line is drawn that would be taken for it.
  const axis = { side: "b", look: axisLook, ...(atZero ? ({ line: "muted", ticks: true } as const) : {}) } as const;
  if (chart.days.length < 2 || !areNumbered(chart.days)) return { xml: categoryAxis({ ...axis, code: dayCode }), step: { unnamed: [] } };
  const step = dayStep(chart.days, plot.right - plot.left, canvasType.small);
  return { xml: dayAxis(axis, step), step };
}

export function valuesAxis(chart: TimeChart, drawn: Drawn, ends: Ends): XmlElement {
  const ticks = ticksOf(drawn);
  const step = ticks.length < 2 ? undefined : Number(Math.abs((ticks[1]?.value ?? 0) - (ticks[0]?.value ?? 0)).toPrecision(12));
  const figures = chart.series.flatMap((series) => series.values);
  const values = figures.map(valueOf).filter((value) => value !== undefined);
  const shown =
    step === undefined ? {} : { shown: { code: apart(axisCode(formatOf(figures), tickDigits(step, lookOf(figures)))), look: axisLook } };
  return valueAxis({
    side: "l",
    ...ends,
    ...shown,
    step: step ?? fineStep(ends.min ?? Math.min(...values), ends.max ?? Math.max(...values)),
    crossing: chart.days.length === 1 ? "between" : "midCat",
  });
}

/** An axis's numbers with blanks behind them: charts know no distance from them to the first point's mark. */
function apart(code: string | undefined): string | undefined {
  return code
    ?.split(";")
    .map((part) => `${part}"\u00a0\u00a0"`)
    .join(";");
}

/** A number at each point, on the side where the browser found room for it. */
function numbersOf(chart: TimeChart, run: Run, drawn: Drawn, rowOf: (day: number) => number): readonly PointLabel[] {
  const last = run.series.values.findLastIndex((figure) => valueOf(figure) !== undefined);
  return run.days.flatMap((day): readonly PointLabel[] => {
    const figure = run.series.values[day];
    const group = groupOf(drawn, `datum:${run.series.key}:${chart.days[day]}`);
    if (figure === undefined || valueOf(figure) === undefined) return [];
    const text = fixedText(figure);
    return [
      {
        index: rowOf(day),
        position: sideOf(group),
        look: { ...labelLook, bold: day === last },
        code: labelCode(figure),
        value: true,
        ...(text === undefined ? {} : { words: [[{ text }]] }),
      },
    ];
  });
}

function sideOf(group: GroupMark | undefined): Position {
  const [label] = group === undefined ? [] : textsIn(group, "value");
  const [dot] = group === undefined ? [] : marksIn(group, "circle", "dot");
  if (label === undefined || dot === undefined) return "t";
  if (label.anchor === "middle" || label.y < dot.cy) return label.y < dot.cy ? "t" : "b";
  return label.anchor === "start" ? "r" : "l";
}

/** Name and number at a line's end; none where the browser has none. */
export function endOf(chart: TimeChart, run: Run, drawn: Drawn, rowOf: (day: number) => number): readonly PointLabel[] {
  const last = run.days.findLast((day) => valueOf(run.series.values[day]) !== undefined);
  const figure = last === undefined ? undefined : run.series.values[last];
  const group = groupOf(drawn, `end:${run.series.key}`);
  if (last === undefined || figure === undefined || group === undefined) return [];
  const texts = textsIn(group);
  const [dot] = marksIn(groupOf(drawn, `datum:${run.series.key}:${chart.days[last]}`) ?? group, "circle", "dot");
  return [
    {
      index: rowOf(last),
      position: "r",
      ...endLabel(chart, run, figure, texts),
      ...shiftOf(texts, dot === undefined ? undefined : { x: dot.cx + dot.r, y: dot.cy }, drawn),
    },
  ];
}

/** What stands at the end of a line or area: the series' name where there are several, and its last number. */
export function endLabel(
  chart: TimeChart,
  run: Run,
  figure: NonNullable<Run["series"]["values"][number]>,
  texts: readonly TextMark[],
): Omit<PointLabel, "index" | "position"> {
  const look = { ...labelLook, colour: textIn(run.series.colour) };
  const fixed = fixedText(figure);
  const named = chart.series.length > 1;
  const name: Piece = run.name === run.series.label ? { text: run.name, field: "SERIESNAME" } : { text: run.series.label };
  const number: Piece = { text: figure.text, look: { bold: true }, ...(fixed === undefined ? { field: "VALUE" } : {}) };
  const together = texts.length === 1;
  const words = !named ? [[number]] : together ? [[name, { text: " " }, number]] : [[name], [number]];
  const longest = texts.length > 2 ? extentOf(texts) : undefined;
  return {
    look,
    code: labelCode(figure),
    value: true,
    ...(named ? { series: true } : {}),
    words,
    align: "l",
    ...(longest === undefined ? {} : { box: { width: longest.right - longest.left + 12, height: longest.bottom - longest.top + 10 } }),
  };
}

/** From beside the point to where the browser found room for the label. */
function shiftOf(
  texts: readonly TextMark[],
  point: { readonly x: number; readonly y: number } | undefined,
  drawn: Drawn,
): Pick<PointLabel, "shift"> {
  const extent = extentOf(texts);
  if (extent === undefined || point === undefined) return {};
  const inset = 4;
  const dx = Math.max(0, extent.left - inset - point.x - 4);
  const dy = (extent.top + extent.bottom) / 2 - point.y;
  return Math.abs(dy) > 3 || dx > 8 ? { shift: { dx, dy, size: drawn.size } } : {};
}
