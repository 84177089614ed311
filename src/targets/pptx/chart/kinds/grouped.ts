/** Several series side by side in each category. */

import type { CategoryChart } from "../../../../chart/model.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import { leading } from "../../../../scene/marks.ts";
import { textWidth } from "../../../../scene/measure.ts";
import type { Mark } from "../../../../scene/scene.ts";
import { type Drawn, groupOf, groupsOf, marksIn, textsIn, ticksOf } from "../drawn.ts";
import { labelsXml } from "../labels.ts";
import { legendOnTop, legendTop } from "../legend.ts";
import type { Rect } from "../place.ts";
import type { Plan } from "../plan.ts";
import { lyingScale, zeroIn } from "../scale.ts";
import { barSeries } from "../series.ts";
import {
  bandsOf,
  barAxes,
  barChart,
  categoryGrid,
  figuresOf,
  formatOf,
  isLying,
  nameGap,
  numberLabels,
  rightOf,
  smallLook,
  standingPlot,
  standingScale,
} from "./bands.ts";

export function planGroups(chart: CategoryChart, drawn: Drawn): Plan {
  const grid = categoryGrid(chart);
  const figures = figuresOf(chart);
  const values = figures.map(valueOf);
  const names = chart.categories.map(({ key }) => {
    const group = groupOf(drawn, `name:${key}`);
    return group === undefined ? [] : textsIn(group);
  });
  const lying = isLying(names);
  const ticks = ticksOf(drawn);
  const written = ticks.length === 0;
  const negative = values.some((value) => value !== undefined && value < 0);
  const data = groupsOf(drawn, "datum:");
  const bars = data.flatMap((group) => marksIn(group, "rect", "bar"));
  const count = Math.max(1, chart.series.length);
  const plot = lying
    ? lyingPlot(
        drawn,
        names,
        written,
        figures.map(({ text }) => text),
      )
    : standingPlot(drawn, written && negative ? leading(smallLook.size) : 0);
  const before = written ? numbersWidth(figures.flatMap((figure, i) => ((values[i] ?? 0) < 0 ? [figure.text] : []))) : 0;
  const ends = !negative ? undefined : lying ? lyingScale(values, plot, before) : standingScale(drawn, plot, values);
  const along = lying ? plot.bottom - plot.top : plot.right - plot.left;
  const pitch = along / Math.max(1, chart.categories.length);
  const thickness = Math.max(1, ...bars.map((bar) => (lying ? bar.height : bar.width) + 1.5));
  const labels = chart.series.map((series) =>
    written ? numberLabels(series.values, { position: "outEnd", look: smallLook }) : { all: undefined, points: [], fixed: false },
  );
  return {
    grid,
    plot,
    charts: [
      barChart(
        chart.series.map((series, column) =>
          barSeries({ grid, column, paint: { fill: series.colour }, labels: labelsXml(labels[column]?.all, labels[column]?.points ?? []) }),
        ),
        {
          lying,
          grouping: "clustered",
          gapWidth: (pitch / thickness - count) * 100,
          overlap: Math.max(-100, Math.round((-1.5 / thickness) * 100)),
        },
      ),
    ],
    axes: barAxes(drawn, lying, { values, figures, format: formatOf(figures), scale: ends }),
    legend: legendOnTop(
      grid.columns.map(({ name }) => name),
      Math.max(0, legendTop(drawn)),
      drawn.size,
    ),
    blanks: "gap",
    drawings: data.flatMap((group): readonly Mark[] => {
      if (marksIn(group, "rect", "bar").length > 0) return [];
      return lying ? [{ ...group, marks: moved(group.marks, zeroIn(plot, ends)) }] : [group];
    }),
    fixedLabels: labels.some(({ fixed }) => fixed),
    ends,
  };
}

/** Signs stand in the browser's column of numbers, here at the bars' beginning. */
function moved(marks: readonly Mark[], zero: number): readonly Mark[] {
  return marks.map((mark): Mark => {
    if (mark.type === "text") return { ...mark, x: zero + 6, anchor: "start" };
    return mark.type === "circle" ? { ...mark, cx: zero + 6 } : mark;
  });
}

function lyingPlot(drawn: Drawn, names: Parameters<typeof bandsOf>[0], written: boolean, texts: readonly string[]): Rect {
  const bands = bandsOf(names, Math.max(smallLook.size * 2, drawn.size.height / 3));
  const numbers = written ? numbersWidth(texts) : 0;
  const right = ticksOf(drawn).reduce((most, { line }) => Math.max(most, line.x1), 0);
  return { left: rightOf(names) + nameGap, right: written ? drawn.size.width - numbers : right, top: bands.from, bottom: bands.to };
}

/** px that the widest number needs beside its bar. */
function numbersWidth(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, smallLook.size))) + 12;
}
