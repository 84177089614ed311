/** What bars of all kinds share: the bands of their categories, scales from zero, labels of figures. */

import { canvasType } from "../../../../chart/layout.ts";
import type { CategoryChart } from "../../../../chart/model.ts";
import { lookOf, tickDigits, valueOf } from "../../../../chart/numbers.ts";
import type { Figure } from "../../../../data/figure.ts";
import { inBrackets, isMissing } from "../../../../data/figure.ts";
import type { TextMark } from "../../../../scene/scene.ts";
import { element, type XmlElement } from "../../xml/tree.ts";
import { axisReferences, categoryAxis, fromZero, valueAxis } from "../axes.ts";
import { type Drawn, extentOf, marksIn, ticksOf } from "../drawn.ts";
import { axisCode, codeOf, fixedText, general, labelCode } from "../format-code.ts";
import type { Grid, GridColumn } from "../grid.ts";
import type { Label, PointLabel } from "../labels.ts";
import type { Rect } from "../place.ts";
import { extentFromZero, fineStep, type Scale, scaleThrough, tidy } from "../scale.ts";
import type { Look } from "../text.ts";

export const labelLook: Look = { size: canvasType.label };
export const smallLook: Look = { size: canvasType.small };
export const axisLook: Look = { size: canvasType.small, colour: "muted" };

/** Between names and the plot, px. */
export const nameGap = 14;

/** Along the categories: from where to where, and how far from one to the next. px. */
export interface Bands {
  readonly from: number;
  readonly to: number;
  readonly pitch: number;
}

/** Rows of names, evenly spaced as PowerPoint spaces them. */
export function bandsOf(names: readonly (readonly TextMark[])[], only: number): Bands {
  const middles = names.flatMap((texts) => {
    const [first, last] = [texts[0], texts.at(-1)];
    return first === undefined || last === undefined ? [] : [(first.y + last.y) / 2 - first.size * 0.33];
  });
  const [first = 0, last = 0] = [middles[0], middles.at(-1)];
  const pitch = middles.length > 1 ? (last - first) / (middles.length - 1) : only;
  return { from: first - pitch / 2, to: last + pitch / 2, pitch };
}

/** Whether names stand at the left of lying bars, and not below standing ones. */
export function isLying(names: readonly (readonly TextMark[])[]): boolean {
  return names.some((texts) => texts[0]?.anchor === "start");
}

export function rightOf(names: readonly (readonly TextMark[])[]): number {
  return extentOf(names.flat())?.right ?? 0;
}

/** The plot of standing bars: between the highest and the base, hairlines included. @param below px for numbers below the lowest */
export function standingPlot(drawn: Drawn, below = 0): Rect {
  const ticks = ticksOf(drawn).map(({ line }) => line);
  const zero = drawn.marks.find((mark) => mark.type === "line" && mark.key === "zero");
  const bars = drawn.marks.flatMap((mark) => marksIn(mark, "rect", "bar"));
  const base = zero?.type === "line" ? zero : (ticks[0] ?? { x1: 0, x2: drawn.size.width, y1: drawn.size.height });
  const least = 96;
  return {
    left: base.x1,
    right: base.x2,
    top: Math.min(base.y1 - least, ...ticks.map(({ y1 }) => y1), ...bars.map(({ y }) => y)),
    bottom: Math.max(base.y1, ...ticks.map(({ y1 }) => y1), ...bars.map(({ y, height }) => y + height)) + below,
  };
}

/** The scale on which standing bars of these values are as high as in the browser. */
export function standingScale(drawn: Drawn, plot: Rect, values: readonly (number | undefined)[]): Scale | undefined {
  const [first, second] = ticksOf(drawn);
  if (first !== undefined && second !== undefined) {
    const [low, high] = [first, second].map(({ value, line }) => ({ value, at: line.y1 }));
    return low && high && scaleThrough({ low, high }, plot.bottom, plot.top);
  }
  const bars = drawn.marks.flatMap((mark) => marksIn(mark, "rect", "bar"));
  const zero = drawn.marks.find((mark) => mark.type === "line" && mark.key === "zero");
  const [low, high] = extentFromZero(values);
  if (zero?.type !== "line") return undefined;
  const [top, bottom] = [Math.min(zero.y1, ...bars.map(({ y }) => y)), Math.max(zero.y1, ...bars.map(({ y, height }) => y + height))];
  return scaleThrough({ low: { value: low, at: bottom }, high: { value: high, at: top } }, plot.bottom, plot.top);
}

export function figuresOf(chart: CategoryChart): readonly Figure[] {
  return chart.series.flatMap(({ values }) => values);
}

/** The format that the figures of a chart share. */
export function formatOf(figures: readonly (Figure | undefined)[]): string {
  return figures.find((figure) => figure !== undefined && !isMissing(figure.value))?.format ?? "number";
}

/** Categories and series with their exact values. */
export function categoryGrid(chart: CategoryChart): Grid {
  const code = codeOf(formatOf(figuresOf(chart))) ?? general;
  return {
    head: chart.keyName ?? "Kategorie",
    rows: chart.categories.map(({ label }) => ({ label })),
    columns: chart.series.map((series): GridColumn => ({ name: series.label || chart.unit, cells: cellsOf(series.values, chart), code })),
    further: [],
  };
}

function cellsOf(values: readonly Figure[], chart: CategoryChart): readonly (number | undefined)[] {
  return chart.categories.map((_, i) => valueOf(values[i]));
}

/** The numbers of a series, fixed words where no code writes them. */
export function numberLabels(
  figures: readonly (Figure | undefined)[],
  label: Label,
  lookAt: (index: number) => Look = () => label.look,
): { readonly all: Label; readonly points: readonly PointLabel[]; readonly fixed: boolean } {
  const all = { ...label, code: codeOf(formatOf(figures)), value: true };
  let fixed = false;
  const points = figures.flatMap((figure, index): readonly PointLabel[] => {
    if (figure === undefined || valueOf(figure) === undefined) return [];
    const look = lookAt(index);
    const text = fixedText(figure);
    if (text !== undefined) {
      fixed = true;
      return [{ ...all, index, look, words: [[{ text }]] }];
    }
    if (inBrackets(figure)) return [{ ...all, code: labelCode(figure), index, look }];
    return look === label.look ? [] : [{ ...all, index, look }];
  });
  return { all, points, fixed };
}

/** Both axes: names along the bands, values from zero, seen where the browser shows them. */
export function barAxes(
  drawn: Drawn,
  lying: boolean,
  options: {
    readonly values: readonly (number | undefined)[];
    readonly figures: readonly (Figure | undefined)[];
    readonly format: string;
    /** 100 % at most. */
    readonly shares?: boolean;
    /** Ends that do not follow the data. */
    readonly scale?: Scale | undefined;
  },
): readonly XmlElement[] {
  const { values, format, scale } = options;
  const ticks = ticksOf(drawn);
  const step = ticks.length < 2 ? undefined : Math.abs((ticks[1]?.value ?? 0) - (ticks[0]?.value ?? 0));
  const negative = values.some((value) => value !== undefined && value < 0);
  const look = { ...lookOf(options.figures), ...(options.shares ? { name: "percent", digits: 0 } : {}) };
  const line = negative || !lying || step !== undefined ? ({ line: "muted" } as const) : {};
  return [
    categoryAxis({ side: lying ? "l" : "b", look: labelLook, ...line, ...(lying ? { reversed: true } : {}) }),
    valueAxis({
      side: lying ? "b" : "l",
      ...fromZero(values),
      ...(options.shares && !negative ? { max: 1 } : {}),
      ...scale,
      ...(step === undefined
        ? { step: scale === undefined && !options.shares ? fineStep(...extentFromZero(values)) : undefined }
        : { shown: { code: axisCode(format, tickDigits(step, look)), look: axisLook }, step: tidy(step) }),
      atEnd: lying,
      crossing: "between",
    }),
  ];
}

export function barChart(
  series: readonly XmlElement[],
  options: {
    readonly lying: boolean;
    readonly grouping: "clustered" | "stacked" | "percentStacked";
    readonly gapWidth: number;
    readonly overlap: number;
  },
): XmlElement {
  return element(
    "c:barChart",
    {},
    element("c:barDir", { val: options.lying ? "bar" : "col" }),
    element("c:grouping", { val: options.grouping }),
    element("c:varyColors", { val: false }),
    ...series,
    element("c:gapWidth", { val: Math.round(Math.max(0, Math.min(500, options.gapWidth))) }),
    element("c:overlap", { val: options.overlap }),
    ...axisReferences(),
  );
}
