/**
 * Values over days, as lines. One short series is written at its points and needs no axis of values; else hairlines give
 * them, and each line is named at its end. A break in a series is a gap with its reason.
 */

import { scaleLinear } from "d3-scale";
import type { Figure } from "../../data/figure.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import {
  type Extent,
  centredBaseline,
  circle,
  group,
  leading,
  line,
  overlap,
  path,
  text,
  textExtent,
  textLines,
} from "../../scene/marks.ts";
import type { GroupMark, Mark, TextMark } from "../../scene/scene.ts";
import { rows as gridRows, ticksWidth, type ValueAxis, valueAxis } from "../axis.ts";
import { lanes, spread } from "../distribute.ts";
import type { TimeChart } from "../model.ts";
import { dayNumber, lookOf, valueOf, writeDay } from "../numbers.ts";
import { textIn } from "../paint.ts";
import { meets } from "../polygon.ts";
import { reading } from "../reading.ts";
import { dayAxis, dayAxisHeight, dayLabels, dayScale } from "../time.ts";
import { breakMarks } from "./breaks.ts";
import { gapDot } from "./gap.ts";
import type { Area, Drawing } from "./kind.ts";

export type TimeSeries = TimeChart["series"][number];

interface Point {
  readonly day: string;
  readonly figure: Figure;
  /** `undefined`: missing. */
  readonly value: number | undefined;
}

/** Least height of the plot, px. */
export const leastPlot = 120;

export function drawLines(chart: TimeChart, area: Area): Drawing {
  const written = chart.series.length === 1 ? writtenLine(chart, area) : undefined;
  return written ?? axisLines(chart, area);
}

function pointsOf(chart: TimeChart, series: TimeSeries): readonly Point[] {
  return chart.days.flatMap((day, i) => {
    const figure = series.values[i];
    return figure === undefined ? [] : [{ day, figure, value: valueOf(figure) }];
  });
}

/** Zero belongs into the picture unless all values are far from it. */
export function axisFor(chart: TimeChart): ValueAxis {
  const figures = chart.series.flatMap((series) => series.values);
  const values = figures.map(valueOf).filter((value) => value !== undefined);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return valueAxis(values, 5, lookOf(figures), low >= 0 ? low < high * 0.35 : high <= 0 && high > low * 0.35);
}

function writtenLine(chart: TimeChart, area: Area): Drawing | undefined {
  const series = chart.series[0];
  const points = series === undefined ? [] : pointsOf(chart, series);
  const known = points.filter((point) => point.value !== undefined);
  if (series === undefined || known.length === 0 || known.length > 12) return undefined;
  const halfNumber = Math.max(...points.map((point) => textWidth(point.figure.text, area.label, "bold"))) / 2;
  const notes = breakMarks(chart, area.width, area.small, halfNumber + 8);
  const halfDay = textWidth("00.00.", area.small) / 2;
  const inset = Math.ceil(Math.max(halfNumber, halfDay));
  const right = area.width - inset;
  const days = dayScale(chart.days, inset, right);
  const x = (day: string): number => days(dayNumber(day));
  const labels = dayLabels(chart.days, x, area.width, area.small);
  const room = leading(area.label) + 6;
  const top = area.top + notes.height + room;
  const axisHeight = dayAxisHeight(labels, area.small);
  const foot = Math.max(area.height - axisHeight, top + leastPlot + room);
  const axis = axisFor(chart);
  const values = known.map((point) => point.value ?? 0);
  const domain: [number, number] = axis.domain[0] === 0 ? [0, Math.max(...values)] : [Math.min(...values), Math.max(...values)];
  const y = scaleLinear(domain[0] === domain[1] ? [domain[0] - 1, domain[0] + 1] : domain, [
    foot - room - (axis.domain[0] === 0 ? 0 : area.label),
    top,
  ]);

  const broken = new Set(chart.breaks.map((each) => each.day));
  const strokes = segmentsOf(points, broken).map(([a, b]) => [x(a.day), y(a.value ?? 0), x(b.day), y(b.value ?? 0)] as const);
  const gaps = notes.places(x).map((at) => [at, top - room, at, foot] as const);
  const missing = missingMarks(chart, x, top, foot, area);
  const symbols = missing.flatMap((mark) => mark.marks.flatMap((inner) => (inner.type === "text" ? [textExtent(inner)] : [])));
  const texts = placeNumbers(known, [...strokes, ...gaps], symbols, x, y, area);
  if (texts === undefined) return undefined;

  const marks: Mark[] = [
    dayAxis(labels, chart.days, x, 0, area.width, foot, area.small, axis.domain[0] === 0),
    ...notes.draw(x, area.top, foot),
    path(`line:${series.key}`, pathOf(points, broken, x, y), { fill: "none", stroke: series.colour, strokeWidth: 3 }),
    ...known.map((point) => {
      const label = texts.get(point);
      const dot = dotMark(x(point.day), y(point.value ?? 0), series, 5);
      return group(
        `datum:${series.key}:${point.day}`,
        label === undefined ? [dot] : [dot, label],
        reading(writeDay(point.day), point.figure, chart.unit),
      );
    }),
    ...missing,
  ];
  return { marks, height: foot + axisHeight };
}

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

/** A number at each point: above it if it can be, else where no line and no other number is; `undefined` where one finds no place. */
function placeNumbers(
  points: readonly Point[],
  strokes: readonly Stroke[],
  symbols: readonly Extent[],
  x: (day: string) => number,
  y: (value: number) => number,
  area: Area,
): ReadonlyMap<Point, TextMark> | undefined {
  const placed = new Map<Point, TextMark>();
  const taken: Extent[] = [...symbols];
  const [above, below, beside] = [-area.label * 0.6, area.label + 4, area.label * 0.5];
  for (const [i, point] of points.entries()) {
    const [cx, cy] = [x(point.day), y(point.value ?? 0)];
    const look = { size: area.label, weight: i === points.length - 1 ? "bold" : "regular" } as const;
    const choices = [
      text("value", cx, cy + above, point.figure.text, { ...look, anchor: "middle" }),
      text("value", cx, cy + below, point.figure.text, { ...look, anchor: "middle" }),
      text("value", cx - 2, cy + above + 2, point.figure.text, { ...look, anchor: "end" }),
      text("value", cx + 2, cy + above + 2, point.figure.text, { ...look, anchor: "start" }),
      text("value", cx + beside, cy + below - 4, point.figure.text, { ...look, anchor: "start" }),
      text("value", cx - beside, cy + below - 4, point.figure.text, { ...look, anchor: "end" }),
    ];
    const free = choices.find((choice) => {
      const box = textExtent(choice);
      const inside = box.left >= -0.5 && box.right <= area.width + 0.5;
      return inside && !taken.some((other) => overlap(box, other, 2)) && !strokes.some((stroke) => meets(...stroke, box));
    });
    if (free === undefined) return undefined;
    placed.set(point, free);
    taken.push(textExtent(free));
  }
  return placed;
}

function axisLines(chart: TimeChart, area: Area): Drawing {
  const axis = axisFor(chart);
  const notes = breakMarks(chart, area.width, area.small);
  const left = ticksWidth(axis, area.small) + 12;
  const endings = chart.series.flatMap((series) => {
    const point = pointsOf(chart, series).findLast((candidate) => candidate.value !== undefined);
    if (point?.value === undefined) return [];
    const lines = endLines(chart, series, point.figure, area);
    return [{ series, point, value: point.value, lines, width: Math.max(...lines.map((each) => textWidth(each, area.label, "bold"))) }];
  });
  const labelLeft = area.width - Math.max(0, ...endings.map((ending) => ending.width));
  const right = Math.max(left + 40, labelLeft - 22);
  const days = dayScale(chart.days, left + 6, right);
  const x = (day: string): number => days(dayNumber(day));
  const labels = dayLabels(chart.days, x, area.width, area.small);
  const axisHeight = dayAxisHeight(labels, area.small);
  const top = area.top + notes.height + area.small * 0.6;
  const needed = endings.reduce((sum, ending) => sum + ending.lines.length * leading(area.label) + 4, 0);
  const foot = Math.max(area.height - axisHeight, top + Math.max(leastPlot, needed));
  const y = scaleLinear([...axis.domain], [foot, top]);
  const broken = new Set(chart.breaks.map((each) => each.day));
  const wishes = endings.map((ending) => ({ want: y(ending.value), size: ending.lines.length * leading(area.label) + 4 }));
  const middles = spread(wishes, top - area.small * 0.6, foot);

  const marks: Mark[] = [
    group("axis", gridRows(axis, y, left, right, area.small)),
    dayAxis(labels, chart.days, x, left, right, foot, area.small, axis.domain[0] === 0),
    ...notes.draw(x, area.top, foot),
    ...chart.series.map((series) =>
      path(`line:${series.key}`, pathOf(pointsOf(chart, series), broken, x, y), { fill: "none", stroke: series.colour, strokeWidth: 3 }),
    ),
    ...chart.series.flatMap((series) =>
      pointsOf(chart, series).flatMap((point): readonly Mark[] => {
        if (point.value === undefined) return [];
        const dot = dotMark(x(point.day), y(point.value), series, chart.days.length > 24 ? 2.5 : 4);
        return [group(`datum:${series.key}:${point.day}`, [dot], reading(nameOf(chart, series, point), point.figure, chart.unit))];
      }),
    ),
    ...missingMarks(chart, x, top, foot, area),
    ...endings.map((ending, i) => endMark(ending, middles[i] ?? 0, x(ending.point.day), y(ending.value), labelLeft, area)),
  ];
  return { marks, height: foot + axisHeight };
}

/** Names and numbers in one line where all of them are short and many, else under each other. */
function endLines(chart: TimeChart, series: TimeSeries, figure: Figure, area: Area): readonly string[] {
  if (chart.series.length === 1) return [figure.text];
  const wholes = chart.series.map(
    (each) => `${each.label} ${pointsOf(chart, each).findLast((point) => point.value !== undefined)?.figure.text ?? ""}`,
  );
  const oneLine = chart.series.length > 3 && wholes.every((whole) => textWidth(whole, area.label, "bold") <= area.width * 0.27);
  if (oneLine) return [`${series.label} ${figure.text}`];
  return [...breakLines(series.label, Math.max(area.width * 0.25, area.label * 4), area.label), figure.text];
}

function nameOf(chart: TimeChart, series: TimeSeries, point: Point): string {
  return chart.series.length === 1 ? writeDay(point.day) : `${series.label}, ${writeDay(point.day)}`;
}

/** Symbols of what is missing stand at the foot, above each other where days are close. */
function missingMarks(chart: TimeChart, x: (day: string) => number, top: number, foot: number, area: Area): readonly GroupMark[] {
  const missing = chart.series
    .flatMap((series) => pointsOf(chart, series).map((point) => ({ series, point })))
    .filter(({ point }) => point.value === undefined)
    .toSorted((a, b) => x(a.point.day) - x(b.point.day));
  const sizes = missing.map(({ point }) => ({ middle: x(point.day), size: textWidth(point.figure.text, area.label, "bold") }));
  const rows = lanes(sizes, 4);
  return missing.map(({ series, point }, i) => {
    const y = foot - 7 - (rows[i] ?? 0) * leading(area.label);
    const look = { size: area.label, weight: "bold", anchor: "middle", fill: textIn(series.colour) } as const;
    const mark = y - area.label >= top ? text("value", x(point.day), y, point.figure.text, look) : gapDot(x(point.day), foot);
    return group(`datum:${series.key}:${point.day}`, [mark], reading(nameOf(chart, series, point), point.figure, chart.unit));
  });
}

interface Ending {
  readonly series: TimeSeries;
  readonly lines: readonly string[];
}

/** A line's name and last value at its end, with a thin lead where the label had to give way or the line ends early. */
function endMark(ending: Ending, middle: number, x: number, y: number, left: number, area: Area): Mark {
  const baseline = centredBaseline(middle, ending.lines.length, area.label);
  const look = { size: area.label, fill: textIn(ending.series.colour) } as const;
  const name = textLines("label", left, baseline, ending.lines.slice(0, -1), look);
  const value = text("value", left, baseline + (ending.lines.length - 1) * leading(area.label), ending.lines.at(-1) ?? "", {
    ...look,
    weight: "bold",
  });
  const lead = line("lead", x + 7, y, left - 5, middle, { stroke: ending.series.colour, strokeWidth: 1 });
  const needed = Math.abs(middle - y) > 4 || left - x > 40;
  return group(`end:${ending.series.key}`, [...(needed ? [lead] : []), ...name, value]);
}

function dotMark(x: number, y: number, series: TimeSeries, r: number): Mark {
  return circle("dot", x, y, r, { fill: series.colour, stroke: "ground", strokeWidth: 1.5 });
}

/** Neighbouring points that a line joins: none over a missing value, none into a day of a break. */
function segmentsOf(points: readonly Point[], broken: ReadonlySet<string>): readonly (readonly [Point, Point])[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    return before?.value === undefined || point.value === undefined || broken.has(point.day) ? [] : [[before, point] as const];
  });
}

function pathOf(points: readonly Point[], broken: ReadonlySet<string>, x: (day: string) => number, y: (value: number) => number): string {
  let d = "";
  let pen = false;
  for (const point of points) {
    if (point.value === undefined) pen = false;
    else {
      d += `${pen && !broken.has(point.day) ? "L" : "M"}${round(x(point.day))},${round(y(point.value))}`;
      pen = true;
    }
  }
  return d;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
