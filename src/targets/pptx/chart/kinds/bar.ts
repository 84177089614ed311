/** One series: ranked bars, or columns where they stand in the browser too. */

import { valueAxis } from "../../../../chart/axis.ts";
import { fillOf, hasHighlight } from "../../../../chart/paint.ts";
import type { CategoryChart } from "../../../../chart/model.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import { textWidth } from "../../../../scene/measure.ts";
import type { Mark } from "../../../../scene/scene.ts";
import { type Drawn, groupOf, marksIn, textsIn } from "../drawn.ts";
import { labelsXml } from "../labels.ts";
import type { Rect } from "../place.ts";
import type { Plan } from "../plan.ts";
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
  type Scale,
  standingPlot,
} from "./bands.ts";

/** Where the bars are one of several columns of a chart. */
export interface Shared {
  readonly scale: Scale;
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
  const plot = lying ? lyingPlot(chart, drawn, names, shared?.names ?? rightOf(names)) : standingPlot(drawn);
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
    axes: barAxes(drawn, lying, { values, figures, format: formatOf(figures), scale: shared?.scale }),
    blanks: "gap",
    drawings: groups.flatMap((group, i): readonly Mark[] => {
      if (group === undefined || values[i] !== undefined) return [];
      if (!lying) return group.marks.filter(({ key }) => key === "gap" || key === "value");
      return signOf(
        textsIn(group, "value")[0]?.text ?? "",
        textsIn(group, "note")[0]?.text,
        zeroOf(plot, values),
        plot.top + (i + 0.5) * pitch,
        chart.categories[i]?.key ?? "",
      );
    }),
    fixedLabels: labels.fixed,
  };
}

/** Numbers stand at the bars' ends: they need room there, and where bars run left, there too. */
function lyingPlot(chart: CategoryChart, drawn: Drawn, names: Parameters<typeof bandsOf>[0], namesWidth: number): Rect {
  const figures = chart.series[0]?.values ?? [];
  const numbers = Math.max(0, ...figures.map(({ text }) => textWidth(text, labelLook.size, "bold"))) + 10;
  const negative = figures.some((figure) => (valueOf(figure) ?? 0) < 0);
  const bands = bandsOf(names, labelLook.size * 2.6);
  const left = namesWidth + nameGap + (negative ? numbers / 2 : 0);
  return { left, right: drawn.size.width - numbers, top: bands.from, bottom: bands.to };
}

/** Where zero is about on a scale that PowerPoint rounds by itself; exactly where no value is negative. */
function zeroOf(plot: Rect, values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  if (known.every((value) => value >= 0)) return plot.left;
  const [low, high] = valueAxis(known, 5, { name: "number", digits: 0, thousands: "." }, true).domain;
  return plot.left + ((plot.right - plot.left) * -low) / (high - low);
}

/** In the place of a bar: the sign, and what it means where the browser has room for that. */
function signOf(sign: string, note: string | undefined, left: number, middle: number, key: string): readonly Mark[] {
  const text = note === undefined ? sign : `${sign}  ${note}`;
  return [
    {
      type: "text",
      key: `sign:${key}`,
      x: left + 6,
      y: middle + labelLook.size * 0.33,
      text,
      size: labelLook.size,
      weight: "regular",
      anchor: "start",
      fill: "muted",
    },
  ];
}
