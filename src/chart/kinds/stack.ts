/** Piles up the values of each category: what stacked and 100 % charts draw, standing or lying. */

import type { Figure } from "../../data/figure.ts";
import type { CategoryChart, Series } from "../model.ts";
import { valueOf, writeNumber } from "../numbers.ts";
import { spoken } from "../reading.ts";

export interface Segment {
  readonly series: Series;
  readonly figure: Figure;
  /** On the scale of the chart: the unit, or the part of the whole. */
  readonly from: number;
  readonly to: number;
  /** What stands in the segment: its value, or its share in a 100 % chart. */
  readonly text: string;
  readonly reading: string;
}

export interface Pile {
  readonly segments: readonly Segment[];
  /** What has no segment, because it or another of the pile has no value. */
  readonly missing: readonly { readonly reading: string }[];
  /** What stands for it: the symbols, each once. */
  readonly symbols: string;
  readonly low: number;
  readonly high: number;
}

/** Positive values rise from zero in the series' order, negative ones fall. In a 100 % chart a pile with a gap is empty. */
export function pilesOf(chart: Pick<CategoryChart, "kind" | "categories" | "series" | "unit">): readonly Pile[] {
  return chart.categories.map((category, i): Pile => {
    const entries = chart.series.flatMap((series) => {
      const figure = series.values[i];
      return figure === undefined
        ? []
        : [{ series, figure, value: valueOf(figure), reading: `${category.label}, ${series.label}: ${spoken(figure, chart.unit)}` }];
    });
    const whole = entries.reduce((sum, { value }) => sum + Math.abs(value ?? 0), 0);
    const parts = chart.kind === "percent";
    const known = parts && (whole === 0 || entries.some(({ value }) => value === undefined)) ? [] : entries;
    let [low, high] = [0, 0];
    const segments = known.flatMap(({ series, figure, value, reading }): readonly Segment[] => {
      if (value === undefined) return [];
      const size = parts ? value / whole : value;
      const from = size < 0 ? low : high;
      if (size < 0) low += size;
      else high += size;
      const share = writeNumber(size, "percent");
      return [
        { series, figure, from, to: from + size, text: parts ? share : figure.text, reading: parts ? `${reading}, ${share}` : reading },
      ];
    });
    const missing = entries.filter(({ value }) => value === undefined || (parts && segments.length === 0));
    const symbols = new Set(missing.filter(({ value }) => value === undefined).map(({ figure }) => figure.text));
    if (missing.length > 0 && symbols.size === 0) symbols.add(missing[0]?.figure.text ?? "");
    return { segments, missing, symbols: [...symbols].join(" "), low, high };
  });
}
