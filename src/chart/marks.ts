/** Which figures the marks of a chart show: a mark that can be read can be asked. */

import type { Figure } from "../data/figure.ts";
import type { CategoryChart, Chart, TimeChart } from "./model.ts";
import { pilesOf } from "./kinds/stack.ts";
import { valueOf } from "./numbers.ts";

export interface FigureMark {
  /** `data-key` of the mark in each drawing of the chart. */
  readonly key: string;
  /** The first is the one that it stands for. */
  readonly figures: readonly Figure[];
}

/** The same list, in the same order, for a chart in the deck and for its model in the page. */
export function figureMarks(chart: Chart): readonly FigureMark[] {
  switch (chart.kind) {
    case "bar":
    case "column":
      return chart.categories.flatMap(({ key }, i) => markOf(`datum:${key}`, [chart.series[0]?.values[i]]));
    case "grouped":
      return segments(chart);
    case "stacked":
    case "percent":
      return [...segments(chart), ...missing(chart)];
    case "line":
      return points(chart);
    case "area":
      return [...points(chart), ...gaps(chart)];
    case "slope":
      return chart.series.flatMap(({ key, values }) => markOf(`datum:${key}`, [values.at(-1), values[0]]));
    case "donut":
    case "waffle":
      return [
        ...chart.parts.flatMap(({ category, figure, share }) => markOf(`datum:${category.key}`, [figure, share])),
        ...markOf("whole", [chart.whole]),
      ];
    case "choropleth":
      return chart.areas.flatMap(({ key, figure }) => markOf(`datum:${key}`, [figure]));
    case "progress":
      return [
        ...markOf("datum:open", [chart.open]),
        ...markOf("datum:value", [chart.value, chart.share]),
        ...markOf("datum:whole", [chart.whole]),
      ];
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}

function markOf(key: string, figures: readonly (Figure | undefined)[]): readonly FigureMark[] {
  const present = [...new Set(figures.filter((figure) => figure !== undefined))];
  return present.length === 0 ? [] : [{ key, figures: present }];
}

function segments(chart: CategoryChart): readonly FigureMark[] {
  return chart.categories.flatMap(({ key }, i) =>
    chart.series.flatMap((series) => markOf(`datum:${key}:${series.key}`, [series.values[i]])),
  );
}

/** What has no segment, in one mark for the whole category. */
function missing(chart: CategoryChart): readonly FigureMark[] {
  const piles = pilesOf(chart);
  return chart.categories.flatMap(({ key }, i) => {
    if ((piles[i]?.missing.length ?? 0) === 0) return [];
    const figures = chart.series.map(({ values }) => values[i]);
    const open = figures.filter((figure) => figure !== undefined && valueOf(figure) === undefined);
    return markOf(`missing:${key}`, open.length === 0 ? figures : open);
  });
}

function points(chart: TimeChart): readonly FigureMark[] {
  return chart.series.flatMap(({ key, values }) => chart.days.flatMap((day, i) => markOf(`datum:${key}:${day}`, [values[i]])));
}

function gaps(chart: TimeChart): readonly FigureMark[] {
  return chart.days.flatMap((day, i) =>
    markOf(
      `gap:${day}`,
      chart.series.map(({ values }) => values[i]),
    ),
  );
}
