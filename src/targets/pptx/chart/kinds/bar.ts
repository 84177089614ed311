/** One series: ranked bars, or columns where they stand in the browser too. */

import { fillOf, hasHighlight } from "../../../../chart/paint.ts";
import type { CategoryChart } from "../../../../chart/model.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import { leading } from "../../../../scene/marks.ts";
import { textWidth } from "../../../../scene/measure.ts";
import type { Figure } from "../../../../data/figure.ts";
import type { Mark } from "../../../../scene/scene.ts";
import { type Drawn, groupOf, marksIn, textsIn } from "../drawn.ts";
import { labelsXml } from "../labels.ts";
import type { Rect } from "../place.ts";
import type { Plan } from "../plan.ts";
import { lyingScale, type Scale, zeroIn } from "../scale.ts";
import { barSeries, type Paint } from "../series.ts";
import {
  bandsOf,
  barAxes,
  barChart,
  categoryGrid,
  formatOf,
  isLying,
  labelLook,
  nameGap,
  numberLabels,
  rightOf,
  standingPlot,
  standingScale,
} from "./bands.ts";

/** Where the bars are one of several columns of a chart. */
export interface Shared {
  /** Of all columns, for one scale. */
  readonly figures: readonly Figure[];
  /** px that the widest name of all columns fills. */
  readonly names: number;
  /** Whether any of the chart's bars is highlighted. */
  readonly highlighted: boolean;
}

export function planBars(chart: CategoryChart, drawn: Drawn, shared?: Shared): Plan {
  const [series] = chart.series;
  const figures = series?.values ?? [];
  const values = chart.categories.map((_, i) => valueOf(figures[i]));
  const grid = categoryGrid(chart);
  const groups = chart.categories.map(({ key }) => groupOf(drawn, `datum:${key}`));
  const names = groups.map((group) => (group === undefined ? [] : textsIn(group, "label")));
  const lying = chart.kind === "bar" || isLying(names);
  const bars = groups.flatMap((group) => (group === undefined ? [] : marksIn(group, "rect", "bar")));
  const negative = values.some((value) => value !== undefined && value < 0);
  const all = shared?.figures ?? figures;
  const plot = lying
    ? lyingPlot(drawn, names, shared?.names ?? rightOf(names), numbersWidth(all))
    : standingPlot(drawn, negative ? leading(labelLook.size) : 0);
  const scale = negative || shared !== undefined ? (lying ? scaleOf(all, plot) : standingScale(drawn, plot, values)) : undefined;
  const pitch = (lying ? plot.bottom - plot.top : plot.right - plot.left) / Math.max(1, groups.length);
  const thickness = Math.max(1, ...bars.map((bar) => (lying ? bar.height : bar.width)));
  const highlighted = shared?.highlighted ?? hasHighlight(chart.categories);
  const colour = series?.colour ?? "blue";
  const plain = fillOf("plain", colour, highlighted);
  const points = new Map(
    chart.categories.flatMap(({ role }, i): readonly (readonly [number, Paint])[] => {
      const fill = fillOf(role, colour, highlighted);
      return fill === plain ? [] : [[i, { fill }]];
    }),
  );
  const bold = { ...labelLook, bold: true };
  const labels = numberLabels(figures, { position: "outEnd", look: labelLook }, (i) =>
    chart.categories[i]?.role === "highlight" ? bold : labelLook,
  );
  return {
    grid,
    plot,
    charts: [
      barChart(
        chart.series
          .slice(0, 1)
          .map(() => barSeries({ grid, column: 0, paint: { fill: plain }, points, labels: labelsXml(labels.all, labels.points) })),
        { lying, grouping: "clustered", gapWidth: (pitch / thickness - 1) * 100, overlap: 0 },
      ),
    ],
    axes: barAxes(drawn, lying, { values, figures, format: formatOf(figures), scale }),
    blanks: "gap",
    drawings: groups.flatMap((group, i): readonly Mark[] => {
      if (group === undefined || values[i] !== undefined) return [];
      if (!lying) return [{ ...group, marks: group.marks.filter(({ key }) => key === "gap" || key === "value") }];
      const sign = signOf(
        textsIn(group, "value")[0]?.text ?? "",
        textsIn(group, "note")[0]?.text,
        zeroIn(plot, scale),
        plot.top + (i + 0.5) * pitch,
        chart.categories[i]?.key ?? "",
      );
      return [{ ...group, marks: [sign] }];
    }),
    fixedLabels: labels.fixed,
    ends: shared === undefined ? scale : undefined,
  };
}

/** Numbers stand at the bars' ends: they need room right of the plot. */
function lyingPlot(drawn: Drawn, names: Parameters<typeof bandsOf>[0], namesWidth: number, numbers: number): Rect {
  const bands = bandsOf(names, labelLook.size * 2.6);
  return { left: namesWidth + nameGap, right: drawn.size.width - numbers, top: bands.from, bottom: bands.to };
}

function scaleOf(figures: readonly Figure[], plot: Rect): Scale | undefined {
  const negative = figures.filter((figure) => (valueOf(figure) ?? 0) < 0);
  return lyingScale(figures.map(valueOf), plot, numbersWidth(negative));
}

/** px that the widest number needs beside its bar. */
function numbersWidth(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.map(({ text }) => textWidth(text, labelLook.size, "bold"))) + 10;
}

/** In the place of a bar: the sign, and what it means where the browser has room for that. */
function signOf(sign: string, note: string | undefined, left: number, middle: number, key: string): Mark {
  const text = note === undefined ? sign : `${sign}  ${note}`;
  return {
    type: "text",
    key: `sign:${key}`,
    x: left + 6,
    y: middle + labelLook.size * 0.33,
    text,
    size: labelLook.size,
    weight: "regular",
    anchor: "start",
    fill: "ink",
  };
}
