/** Two days and the change between them: names and numbers on both sides, so that no axis is needed. */

import { scaleLinear } from "d3-scale";
import type { Figure } from "../../data/figure.ts";
import { breakLines, textWidth, type Weight } from "../../scene/measure.ts";
import { centredBaseline, circle, group, leading, line, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { TimeChart } from "../model.ts";
import { valueOf, writeDay } from "../numbers.ts";
import { textIn } from "../paint.ts";
import { spoken } from "../reading.ts";
import type { Area, Drawing } from "./kind.ts";
import type { TimeSeries } from "./line.ts";

const leastPlot = 120;

interface Side {
  readonly series: TimeSeries;
  readonly figure: Figure;
  readonly value: number | undefined;
  readonly lines: readonly string[];
}

export function drawSlopes(chart: TimeChart, area: Area): Drawing {
  const last = chart.days.length - 1;
  const names = area.width * (area.width < 480 ? 0.37 : 0.28);
  const numberWidth = Math.max(
    0,
    ...chart.series.flatMap((series) =>
      series.values.map((figure) => (figure === undefined ? 0 : textWidth(figure.text, area.label, "bold"))),
    ),
  );
  const named = chart.series.length > 1;
  const nameWidth = named
    ? Math.min(
        Math.max(...chart.series.map((series) => textWidth(series.label, area.label, weightOf(series, chart)))) + 1,
        Math.max(names - numberWidth - 10, area.label * 3.2),
      )
    : 0;
  const dayWidth = Math.max(...[0, last].map((at) => textWidth(writeDay(chart.days[at] ?? ""), area.label, "bold")));
  const sideWidth = Math.max(numberWidth + (named ? nameWidth + 10 : 0), dayWidth - 14);
  const sides = [0, last].map((at) =>
    chart.series.flatMap((series): Side[] => {
      const figure = series.values[at];
      if (figure === undefined) return [];
      return [
        {
          series,
          figure,
          value: valueOf(figure),
          lines: named ? breakLines(series.label, nameWidth, area.label, weightOf(series, chart)) : [],
        },
      ];
    }),
  );
  const [x1, x2] = [sideWidth + 14, Math.max(sideWidth + 30, area.width - sideWidth - 14)];
  const size = (side: Side): number => Math.max(1, side.lines.length) * leading(area.label) + 3;
  const headHeight = leading(area.label) + 10;
  const top = area.top + headHeight;
  const needed = Math.max(leastPlot, ...sides.map((side) => side.reduce((sum, each) => sum + size(each), 0)));
  const foot = Math.max(area.height, top + needed);
  const values = sides.flatMap((side) => side.flatMap((each) => (each.value === undefined ? [] : [each.value])));
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [foot - area.label * 0.8, top + area.label * 0.8]);

  const marks: Mark[] = [];
  for (const [s, at, x] of [
    [0, 0, x1],
    [1, last, x2],
  ] as const) {
    const day = writeDay(chart.days[at] ?? "");
    marks.push(
      line(`axis:${s}`, x, top, x, foot, { stroke: "line", strokeWidth: 1 }),
      text(`day:${s}`, x, area.top + area.label * 0.85, day, { size: area.label, weight: "bold", anchor: s === 0 ? "end" : "start" }),
    );
  }
  const broken = chart.breaks.find((each) => chart.days.indexOf(each.day) > 0);
  if (broken !== undefined) marks.push(...breakBetween(broken, x1, x2, top, foot, area));
  const middles = sides.map((side) =>
    spread(
      side.map((each) => ({ want: each.value === undefined ? foot - size(each) / 2 : y(each.value), size: size(each) })),
      top,
      foot,
    ),
  );
  for (const series of chart.series) {
    const inside: Mark[] = [];
    const ends = sides.map((side) => side.find((each) => each.series === series));
    const [from, to] = ends;
    if (from?.value !== undefined && to?.value !== undefined && broken === undefined) {
      inside.push(line("line", x1, y(from.value), x2, y(to.value), { stroke: series.colour, strokeWidth: 3 }));
    }
    for (const [s, end] of ends.entries()) {
      if (end === undefined) continue;
      const middle = middles[s]?.[sides[s]?.indexOf(end) ?? 0] ?? 0;
      inside.push(...endMarks(end, s === 0 ? -1 : 1, s === 0 ? x1 : x2, y, middle, numberWidth, weightOf(series, chart), area));
    }
    const told = ends.flatMap((end, s) =>
      end === undefined ? [] : [`${writeDay(chart.days[s === 0 ? 0 : last] ?? "")} ${spoken(end.figure, chart.unit)}`],
    );
    marks.push(group(`datum:${series.key}`, inside, `${series.label}: ${told.join(", ")}`));
  }
  return { marks, height: foot };
}

/** Two values that cannot be compared are not joined: a dashed line and the reason stand between them. */
function breakBetween(broken: TimeChart["breaks"][number], x1: number, x2: number, top: number, foot: number, area: Area): readonly Mark[] {
  const middle = (x1 + x2) / 2;
  const lines = breakLines(broken.reason, Math.min(260, Math.max(80, x2 - x1 - 24)), area.small);
  const fits = x2 - x1 >= 104 && lines.length * leading(area.small) < foot - top;
  const words = textLines("reason", middle, top + area.small * 0.85, fits ? lines : [], {
    size: area.small,
    anchor: "middle",
    fill: "muted",
  });
  const from = top + words.length * leading(area.small) + 4;
  const dashed = line("gap", middle, from, middle, foot, { stroke: "muted", strokeWidth: 1, dash: "3 4" });
  return [group(`break:${broken.day}`, [dashed, ...words], `Bruch der Reihe vor dem ${writeDay(broken.day)}: ${broken.reason}`)];
}

/** The series to see, where the others are calm, is named in bold. */
function weightOf({ colour }: TimeSeries, chart: TimeChart): Weight {
  return colour !== "calm" && chart.series.some((other) => other.colour === "calm") ? "bold" : "regular";
}

/** Number next to the axis, name beyond it; a short lead where the label had to give way. */
function endMarks(
  end: Side,
  out: -1 | 1,
  x: number,
  y: (value: number) => number,
  middle: number,
  numberWidth: number,
  weight: Weight,
  area: Area,
): readonly Mark[] {
  const anchor = out < 0 ? "end" : "start";
  const fill = textIn(end.series.colour);
  const key = out < 0 ? "from" : "to";
  const marks: Mark[] = [
    text(`${key}:value`, x + out * 14 + (out > 0 ? numberWidth : 0), centredBaseline(middle, 1, area.label), end.figure.text, {
      size: area.label,
      weight: "bold",
      anchor: "end",
      fill,
    }),
    ...textLines(`${key}:label`, x + out * (24 + numberWidth), centredBaseline(middle, end.lines.length, area.label), end.lines, {
      size: area.label,
      weight,
      anchor,
      fill,
    }),
  ];
  if (end.value !== undefined) {
    const at = y(end.value);
    if (Math.abs(at - middle) > 4)
      marks.push(line(`${key}:lead`, x + out * 6, at, x + out * 12, middle, { stroke: end.series.colour, strokeWidth: 1 }));
    marks.push(circle(`${key}:dot`, x, at, 5, { fill: end.series.colour, stroke: "ground", strokeWidth: 1.5 }));
  }
  return marks;
}
