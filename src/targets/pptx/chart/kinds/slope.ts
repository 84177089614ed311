/** Two days and the change between them, as lines of two points with names and numbers at both ends. */

import type { TimeChart } from "../../../../chart/model.ts";
import { valueOf, writeDay } from "../../../../chart/numbers.ts";
import { textIn } from "../../../../chart/paint.ts";
import type { Mark } from "../../../../scene/scene.ts";
import { categoryAxis, valueAxis } from "../axes.ts";
import { type Drawn, extentOf, groupOf, groupsOf, marksIn, textsIn } from "../drawn.ts";
import { codeOf, dayCode, fixedText, general, labelCode } from "../format-code.ts";
import type { Grid } from "../grid.ts";
import { hasFixedWords, labelsXml, type PointLabel } from "../labels.ts";
import type { Plan } from "../plan.ts";
import { fineStep } from "../scale.ts";
import { lineSeries, lineChart } from "../series.ts";
import type { Piece } from "../text.ts";
import { formatOf, labelLook } from "./bands.ts";
import { lowEnd } from "./line.ts";
import { areNumbered, type TimeSeries } from "./time.ts";

/** A line's end: 0 at the left, 1 at the right. */
type Side = 0 | 1;

/** What one column shows of a series: both ends, or where a break parts them one. */
interface Stroke {
  readonly series: TimeSeries;
  readonly name: string;
  readonly sides: readonly Side[];
}

export function planSlopes(chart: TimeChart, drawn: Drawn): Plan {
  const days = [chart.days[0] ?? "", chart.days.at(-1) ?? ""];
  const figureAt = (series: TimeSeries, side: Side) => series.values[side === 0 ? 0 : chart.days.length - 1];
  const broken = chart.breaks.some(({ day }) => chart.days.indexOf(day) > 0);
  const strokes = chart.series.flatMap((series): readonly Stroke[] =>
    broken
      ? [
          { series, name: series.label, sides: [0] },
          { series, name: `${series.label} ab ${writeDay(days[1] ?? "")}`, sides: [1] },
        ]
      : [{ series, name: series.label, sides: [0, 1] }],
  );
  const figures = chart.series.flatMap(({ values }) => values);
  const code = codeOf(formatOf(figures)) ?? general;
  const grid: Grid = {
    head: "Stichtag",
    rows: days.map((day) => (areNumbered(days) ? { day } : { label: writeDay(day) })),
    columns: strokes.map(({ series, name, sides }) => ({
      name: name || chart.unit,
      cells: ([0, 1] as const).map((side) => (sides.includes(side) ? valueOf(figureAt(series, side)) : undefined)),
      code,
    })),
    further: [],
  };
  let fixed = false;
  const series = strokes.map((stroke, column) => {
    const labels = stroke.sides.flatMap((side) => {
      const figure = figureAt(stroke.series, side);
      return figure === undefined || valueOf(figure) === undefined ? [] : [labelOf(chart, stroke, side, figure, drawn)];
    });
    fixed ||= hasFixedWords(labels);
    const leads = labels.some(({ shift }) => shift !== undefined);
    return lineSeries({
      grid,
      column,
      colour: stroke.series.colour,
      marker: 10,
      labels: labelsXml(undefined, labels, [], leads ? "shown" : "none"),
    });
  });
  const axes = ([0, 1] as const).flatMap((side) => drawn.marks.flatMap((mark) => marksIn(mark, "line", `axis:${side}`)));
  const [left, right] = [axes[0]?.x1 ?? 0, axes[1]?.x1 ?? drawn.size.width];
  const places = strokes.flatMap(({ series: own, sides }) =>
    sides.flatMap((side) => {
      const group = groupOf(drawn, `datum:${own.key}`);
      const [dot] = group === undefined ? [] : marksIn(group, "circle", `${keys[side]}:dot`);
      const value = valueOf(figureAt(own, side));
      return dot === undefined || value === undefined ? [] : [{ value, y: dot.cy }];
    }),
  );
  const bottom = axes[0]?.y2 ?? drawn.size.height;
  const ends = lowEnd(places, bottom);
  const highest = Math.max(...places.map(({ value }) => value));
  return {
    grid,
    plot: { left, right, top: axes[0]?.y1 ?? 0, bottom },
    charts: [lineChart(series)],
    axes: [
      categoryAxis({ side: "b", look: { ...labelLook, bold: true }, grid: "line", labels: "high", code: dayCode }),
      valueAxis({ side: "l", ...ends, step: fineStep(ends.min ?? highest, highest), crossing: "midCat" }),
    ],
    blanks: "gap",
    drawings: [...groupsOf(drawn, "break:"), ...chart.series.flatMap((each) => signsOf(each, figureAt, drawn))],
    fixedLabels: fixed,
  };
}

const keys = ["from", "to"] as const;

function labelOf(
  chart: TimeChart,
  { series, name }: Stroke,
  side: Side,
  figure: NonNullable<TimeSeries["values"][number]>,
  drawn: Drawn,
): PointLabel {
  const group = groupOf(drawn, `datum:${series.key}`);
  const key = keys[side];
  const [own, number, dot] =
    group === undefined
      ? [[], [], undefined]
      : [textsIn(group, `${key}:label`), textsIn(group, `${key}:value`), marksIn(group, "circle", `${key}:dot`)[0]];
  const fixed = fixedText(figure);
  const value: Piece = { text: figure.text, look: { bold: true }, ...(fixed === undefined ? { field: "VALUE" } : {}) };
  const bold = own[0]?.weight === "bold";
  const label: Piece = { text: series.label, look: { bold }, ...(name === series.label ? { field: "SERIESNAME" } : {}) };
  const named = chart.series.length > 1;
  const blank: Piece = { text: "  " };
  const words = !named ? [value] : side === 0 ? [label, blank, value] : [value, blank, label];
  const extent = extentOf([...own, ...number]);
  const dy = extent === undefined || dot === undefined ? 0 : (extent.top + extent.bottom) / 2 - dot.cy;
  const broad = own.length > 1 && extent !== undefined;
  return {
    index: side,
    position: side === 0 ? "l" : "r",
    look: { ...labelLook, colour: textIn(series.colour) },
    code: labelCode(figure),
    value: true,
    ...(named ? { series: true } : {}),
    words: [words],
    align: side === 0 ? "r" : "l",
    ...(Math.abs(dy) > 3 || broad ? { shift: { dx: 0, dy, size: drawn.size } } : {}),
    ...(broad ? { box: { width: extent.right - extent.left + 14, height: extent.bottom - extent.top + 8 } } : {}),
  };
}

/** Names and signs of ends that have no value. */
function signsOf(
  series: TimeSeries,
  figureAt: (series: TimeSeries, side: Side) => TimeSeries["values"][number],
  drawn: Drawn,
): readonly Mark[] {
  const group = groupOf(drawn, `datum:${series.key}`);
  if (group === undefined) return [];
  return ([0, 1] as const).flatMap((side) => {
    const figure = figureAt(series, side);
    if (figure === undefined || valueOf(figure) !== undefined) return [];
    return [{ ...group, marks: textsIn(group).filter(({ key }) => key.startsWith(`${keys[side]}:`)) }];
  });
}
