/** Values over days as areas from zero; several series stand on each other. Where one has no value, the pile has a gap. */

import { scaleLinear } from "d3-scale";
import { area as areaPath } from "d3-shape";
import type { Figure } from "../../data/figure.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, circle, group, leading, line, path, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { rows as gridRows, ticksWidth, valueAxis } from "../axis.ts";
import { lanes, spread } from "../distribute.ts";
import type { TimeChart } from "../model.ts";
import { dayNumber, lookOf, valueOf, writeDay } from "../numbers.ts";
import { reading, spoken } from "../reading.ts";
import { dayAxis, dayAxisHeight, dayLabels, dayScale } from "../time.ts";
import { breakMarks } from "./breaks.ts";
import type { Area, Drawing } from "./kind.ts";
import { leastPlot, type TimeSeries } from "./line.ts";

interface Layer {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

export function drawAreas(chart: TimeChart, area: Area): Drawing {
  const layers = layersOf(chart);
  const axis = valueAxis(
    layers.flatMap((layer) => layer.flatMap((at) => (at === undefined ? [] : [at.from, at.to]))),
    5,
    lookOf(chart.series.flatMap((series) => series.values)),
    true,
  );
  const notes = breakMarks(chart, area.width, area.small);
  const left = ticksWidth(axis, area.small) + 12;
  const swatch = chart.series.length > 1 ? Math.round(area.label * 0.75) : 0;
  const endings = chart.series.flatMap((series, s) => {
    const at = layers[s]?.findLastIndex((layer) => layer !== undefined) ?? -1;
    const [layer, figure] = [layers[s]?.[at], series.values[at]];
    if (layer === undefined || figure === undefined) return [];
    return [{ series, layer, lines: endLines(chart, series, figure, area) }];
  });
  const labelWidth = Math.max(0, ...endings.flatMap((ending) => ending.lines.map((each) => textWidth(each, area.label, "bold"))));
  const labelLeft = area.width - labelWidth;
  const right = Math.max(left + 40, labelLeft - 14 - (swatch > 0 ? swatch + 8 : 0));
  const days = dayScale(chart.days, left, right);
  const x = (day: string): number => days(dayNumber(day));
  const labels = dayLabels(chart.days, x, area.width, area.small);
  const axisHeight = dayAxisHeight(labels, area.small);
  const top = area.top + notes.height + area.small * 0.6;
  const wishSize = (lines: readonly string[]): number => lines.length * leading(area.label) + 4;
  const foot = Math.max(
    area.height - axisHeight,
    top +
      Math.max(
        leastPlot,
        endings.reduce((sum, ending) => sum + wishSize(ending.lines), 0),
      ),
  );
  const y = scaleLinear([...axis.domain], [foot, top]);
  const wish = (layer: Layer): number => (chart.series.length === 1 ? y(layer.to) : (y(layer.from) + y(layer.to)) / 2);
  const middles = spread(
    endings.map((ending) => ({ want: wish(ending.layer), size: wishSize(ending.lines) })),
    top - area.small * 0.6,
    foot,
  );
  const broken = new Set(chart.breaks.map((each) => each.day));
  const marks: Mark[] = [
    group("axis", gridRows(axis, y, left, right, area.small)),
    ...chart.series.flatMap((series, s) => areasOf(chart, series, layers[s] ?? [], broken, x, y)),
    dayAxis(labels, chart.days, x, left, right, foot, area.small),
    ...notes.draw(x, area.top, foot),
    ...chart.series.flatMap((series, s) => pointsOf(chart, series, layers[s] ?? [], { x, y, top, foot })),
    ...gapsOf(chart, layers, { x, y, top, foot }, area),
    ...endings.map((ending, i) => {
      const middle = middles[i] ?? 0;
      const baseline = centredBaseline(middle, ending.lines.length, area.label);
      const name = textLines("label", labelLeft, baseline, ending.lines.slice(0, -1), { size: area.label });
      const value = text("value", labelLeft, baseline + (ending.lines.length - 1) * leading(area.label), ending.lines.at(-1) ?? "", {
        size: area.label,
        weight: "bold",
      });
      const square = rect("swatch", labelLeft - swatch - 8, middle - swatch / 2, swatch, swatch, { fill: ending.series.colour });
      return group(`end:${ending.series.key}`, [...(swatch > 0 ? [square] : []), ...name, value]);
    }),
  ];
  return { marks, height: foot + axisHeight };
}

function endLines(chart: TimeChart, series: TimeSeries, figure: Figure, area: Area): readonly string[] {
  if (chart.series.length === 1) return [figure.text];
  return [...breakLines(series.label, Math.max(area.width * 0.24, area.label * 4), area.label), figure.text];
}

/** For each series and day where its area begins and ends; `undefined` where a value of that day is missing. */
function layersOf(chart: TimeChart): readonly (readonly (Layer | undefined)[])[] {
  const known = chart.days.map((_, i) => chart.series.every((series) => valueOf(series.values[i]) !== undefined));
  const tops = chart.days.map(() => 0);
  return chart.series.map((series) =>
    chart.days.map((day, i) => {
      if (!known[i]) return undefined;
      const from = tops[i] ?? 0;
      const to = from + (valueOf(series.values[i]) ?? 0);
      tops[i] = to;
      return { day, from, to };
    }),
  );
}

/** One area for each run of days without a gap or break; a run of one day is a thin line. */
function areasOf(
  chart: TimeChart,
  series: TimeSeries,
  layers: readonly (Layer | undefined)[],
  broken: ReadonlySet<string>,
  x: (day: string) => number,
  y: (value: number) => number,
): readonly Mark[] {
  const runs: Layer[][] = [[]];
  for (const layer of layers) {
    if (layer === undefined || broken.has(layer.day)) runs.push([]);
    if (layer !== undefined) runs.at(-1)?.push(layer);
  }
  const single = chart.series.length === 1;
  const shape = areaPath<Layer>()
    .x((layer) => x(layer.day))
    .y0((layer) => y(layer.from))
    .y1((layer) => y(layer.to))
    .digits(2);
  return runs
    .filter((run) => run.length > 0)
    .flatMap((run, i): readonly Mark[] => {
      const [first, ...others] = run;
      if (first !== undefined && others.length === 0) {
        return [
          line(`area:${series.key}:${i}`, x(first.day), y(first.from), x(first.day), y(first.to), {
            stroke: series.colour,
            strokeWidth: 2,
          }),
        ];
      }
      const fill = path(
        `area:${series.key}:${i}`,
        shape(run) ?? "",
        single ? { fill: "map-2" } : { fill: series.colour, stroke: "ground", strokeWidth: 1 },
      );
      const edge = path(`line:${series.key}:${i}`, shape.lineY1()(run) ?? "", { fill: "none", stroke: series.colour, strokeWidth: 3 });
      return single ? [fill, edge] : [fill];
    });
}

interface Plot {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly foot: number;
}

function pointsOf(chart: TimeChart, series: TimeSeries, layers: readonly (Layer | undefined)[], plot: Plot): readonly Mark[] {
  return chart.days.flatMap((day, i): readonly Mark[] => {
    const [layer, figure] = [layers[i], series.values[i]];
    if (layer === undefined || figure === undefined) return [];
    const name = chart.series.length === 1 ? writeDay(day) : `${series.label}, ${writeDay(day)}`;
    const dot = circle("dot", plot.x(day), plot.y(layer.to), 4, { fill: series.colour, stroke: "ground", strokeWidth: 1.5 });
    return [group(`datum:${series.key}:${day}`, [dot], reading(name, figure, chart.unit))];
  });
}

/** A day on which the pile cannot stand: an open dot on the axis, the symbols of what is missing, and what is known to be read. */
function gapsOf(chart: TimeChart, layers: readonly (readonly (Layer | undefined)[])[], plot: Plot, area: Area): readonly Mark[] {
  const gaps = chart.days.flatMap((day, i) => {
    if (layers[0]?.[i] !== undefined) return [];
    const figures = chart.series.flatMap((series) => {
      const figure = series.values[i];
      return figure === undefined ? [] : [{ series, figure }];
    });
    const symbols = new Set(figures.filter(({ figure }) => valueOf(figure) === undefined).map(({ figure }) => figure.text));
    const told = figures.map(({ series, figure }) =>
      chart.series.length === 1 ? spoken(figure, chart.unit) : `${series.label} ${spoken(figure, chart.unit)}`,
    );
    return [{ day, symbols: [...symbols].join(" "), reading: `${writeDay(day)}: ${told.join("; ") || "kein Wert"}` }];
  });
  const rows = lanes(
    gaps.map(({ day, symbols }) => ({ middle: plot.x(day), size: textWidth(symbols, area.label, "bold") })),
    4,
  );
  return gaps.map(({ day, symbols, reading: told }, i) => {
    const y = plot.foot - 10 - (rows[i] ?? 0) * leading(area.label);
    const label = text("value", plot.x(day), y, symbols, { size: area.label, weight: "bold", anchor: "middle", fill: "muted" });
    const dot = circle("dot", plot.x(day), plot.foot, 4, { fill: "ground", stroke: "muted", strokeWidth: 1.5 });
    return group(`gap:${day}`, symbols !== "" && y - area.label >= plot.top ? [dot, label] : [dot], told);
  });
}
