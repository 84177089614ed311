/** A part reached of a whole: one bar of two series, what is reached and what is open. */

import type { ProgressChart } from "../../../../chart/model.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import type { Figure } from "../../../../data/figure.ts";
import { textWidth } from "../../../../scene/measure.ts";
import type { Mark } from "../../../../scene/scene.ts";
import type { ColourName } from "../../../../../theme/tokens.ts";
import { axisReferences, categoryAxis, valueAxis } from "../axes.ts";
import { type Drawn, extentOf, groupOf, marksIn, textsIn } from "../drawn.ts";
import { codeOf, fixedText, general, labelCode } from "../format-code.ts";
import { type Grid, type GridCell, labelRangeXml } from "../grid.ts";
import { labelsXml, type PointLabel } from "../labels.ts";
import type { Plan } from "../plan.ts";
import { barSeries } from "../series.ts";
import type { Piece } from "../text.ts";
import { element } from "../../xml/tree.ts";
import { labelLook } from "./bands.ts";

export function planProgress(chart: ProgressChart, drawn: Drawn): Plan {
  const [value, open] = [valueOf(chart.value), valueOf(chart.open)];
  // What is reached beyond the whole leaves nothing open, and the bar is full.
  const beyond = open !== undefined && open < 0;
  const grid = gridOf(chart, beyond);
  const bars = drawn.marks.flatMap((mark) => marksIn(mark, "rect", "bar"));
  const top = Math.min(...bars.map((bar) => bar.y - (bar.strokeWidth ?? 0) / 2));
  const bottom = Math.max(...bars.map((bar) => bar.y + bar.height + (bar.strokeWidth ?? 0) / 2));
  const { width } = drawn.size;
  const sum = Math.max(0, value ?? 0) + Math.max(0, open ?? 0);
  const end = sum === 0 ? 0 : (Math.max(0, value ?? 0) / sum) * width;
  const middle = (top + bottom) / 2;
  const share = valueOf(chart.share) === undefined ? undefined : chart.share.text;
  const labels = [
    labelOf(chart.value, chart.labels.value, share, "value", "blue", { x: end / 2, y: middle }, drawn),
    beyond ? undefined : labelOf(chart.open, chart.labels.open, undefined, "open", "gold-text", { x: (end + width) / 2, y: middle }, drawn),
  ];
  const paints = [{ fill: "blue" } as const, { fill: "ground", stroke: "gold", strokeWidth: 3 } as const];
  return {
    grid,
    plot: { left: 0, right: width, top, bottom },
    charts: [
      element(
        "c:barChart",
        {},
        element("c:barDir", { val: "bar" }),
        element("c:grouping", { val: "percentStacked" }),
        element("c:varyColors", { val: false }),
        ...paints.map((paint, column) => {
          const label = labels[column];
          return barSeries({
            grid,
            column,
            paint,
            labels: label === undefined ? undefined : labelsXml(undefined, [label]),
            ...(column === 0 && share !== undefined ? { range: labelRangeXml(grid, 1, [share]) } : {}),
          });
        }),
        element("c:gapWidth", { val: 0 }),
        element("c:overlap", { val: 100 }),
        ...axisReferences(),
      ),
    ],
    axes: [categoryAxis({ side: "l", look: labelLook, labels: "none" }), valueAxis({ side: "b", min: 0, max: 1, crossing: "between" })],
    blanks: "gap",
    drawings: [
      ...[groupOf(drawn, "datum:whole")].filter((group) => group !== undefined),
      ...signsOf(value, "value", drawn),
      ...signsOf(beyond ? undefined : open, "open", drawn),
    ],
    fixedLabels: fixedText(chart.value) !== undefined || fixedText(chart.open) !== undefined,
  };
}

function cellCode({ format }: Figure): string {
  return codeOf(format) ?? general;
}

/** One row; the open part and the share by formulas where these yield the very numbers. */
function gridOf(chart: ProgressChart, beyond: boolean): Grid {
  const { labels } = chart;
  const [value, open, whole, share] = [valueOf(chart.value), valueOf(chart.open), valueOf(chart.whole), valueOf(chart.share)];
  const rest: GridCell =
    open !== undefined && whole !== undefined && value !== undefined && whole - value === open ? { value: open, formula: "D2-B2" } : open;
  const part: GridCell =
    share !== undefined && whole !== undefined && value !== undefined && value / whole === share
      ? { value: share, formula: "B2/D2" }
      : share;
  return {
    head: "Größe",
    rows: [{ label: labels.whole }],
    columns: [
      { name: labels.value, cells: [value], code: cellCode(chart.value) },
      { name: labels.open, cells: [beyond ? undefined : rest], code: cellCode(chart.open) },
    ],
    further: [
      { name: labels.whole, cells: [whole], code: cellCode(chart.whole) },
      { name: "Anteil", cells: [part], code: cellCode(chart.share) },
      ...(beyond ? [{ name: `${labels.open} (nicht gezeichnet)`, cells: [open], code: cellCode(chart.open) }] : []),
    ],
  };
}

/** The number above the bar, large, and what it counts; with the share, which the workbook reckons. */
function labelOf(
  figure: Figure,
  name: string,
  share: string | undefined,
  key: "value" | "open",
  colour: ColourName,
  from: { readonly x: number; readonly y: number },
  drawn: Drawn,
): PointLabel | undefined {
  const group = groupOf(drawn, `datum:${key}`);
  const texts = group === undefined ? [] : textsIn(group, key);
  const extent = extentOf(texts);
  const [number] = texts;
  if (valueOf(figure) === undefined || extent === undefined || number === undefined) return undefined;
  const fixed = fixedText(figure);
  const first: Piece = {
    text: figure.text,
    look: { size: number.size, bold: true, colour },
    ...(fixed === undefined ? { field: "VALUE" } : {}),
  };
  const second: readonly Piece[] = [
    { text: name, field: "SERIESNAME" },
    ...(share === undefined ? [] : [{ text: " (" }, { text: share, field: "CELLRANGE" } as const, { text: ")" }]),
  ];
  const names = texts.slice(1);
  const told = second.map(({ text }) => text).join("");
  const room = Math.max(textWidth(figure.text, number.size, "bold"), Math.min(textWidth(told, labelLook.size), drawn.size.width / 2));
  const reach = room / 2;
  return {
    index: 0,
    position: "ctr",
    look: labelLook,
    code: labelCode(figure),
    value: true,
    series: true,
    words: [[first], second],
    align: key === "value" ? "l" : "r",
    shift: {
      dx: (key === "value" ? reach : drawn.size.width - reach) - from.x,
      dy: (extent.top + extent.bottom) / 2 - from.y,
      size: drawn.size,
    },
    ...(names.length > 1 ? { box: { width: room + 14, height: extent.bottom - extent.top + 10 } } : {}),
  };
}

/** Number and name of what has no value. */
function signsOf(value: number | undefined, key: "value" | "open", drawn: Drawn): readonly Mark[] {
  const group = groupOf(drawn, `datum:${key}`);
  return group === undefined || value !== undefined ? [] : [{ ...group, marks: textsIn(group, key) }];
}
