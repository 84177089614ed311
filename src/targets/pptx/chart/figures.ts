/** All numbers of a chart with what they are called, and the sheet that holds them where the chart is not drawn. */

import type { Chart } from "../../../chart/model.ts";
import { valueOf, writeDay } from "../../../chart/numbers.ts";
import type { Figure } from "../../../data/figure.ts";
import { codeOf, general } from "./format-code.ts";
import type { Grid, GridColumn } from "./grid.ts";
import { categoryGrid, formatOf } from "./kinds/bands.ts";
import { areNumbered } from "./kinds/time.ts";

export interface NamedFigure {
  /** "Polen", "Frauen, Europa", "Landkreis, 31.12.2025". */
  readonly name: string;
  readonly figure: Figure;
}

/** In reading order. */
export function figuresIn(chart: Chart): readonly NamedFigure[] {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return chart.series.flatMap((series) =>
        chart.categories.flatMap(({ label }, i) => named(chart.series.length > 1 ? `${series.label}, ${label}` : label, series.values[i])),
      );
    case "line":
    case "area":
    case "slope":
      return chart.series.flatMap((series) =>
        chart.days.flatMap((day, i) => named(`${series.label}${series.label === "" ? "" : ", "}${writeDay(day)}`, series.values[i])),
      );
    case "donut":
    case "waffle":
      return [
        ...chart.parts.flatMap(({ category, figure, share }) => [
          ...named(category.label, figure),
          ...(share === figure ? [] : named(`${category.label}, Anteil`, share)),
        ]),
        ...named("Insgesamt", chart.whole),
      ];
    case "choropleth":
      return chart.areas.flatMap(({ label, figure }) => named(label, figure));
    case "progress":
      return [
        ...named(chart.labels.whole, chart.whole),
        ...named(chart.labels.value, chart.value),
        ...named(chart.labels.open, chart.open),
        ...named("Anteil", chart.share),
      ];
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}

function named(name: string, figure: Figure | undefined): readonly NamedFigure[] {
  return figure === undefined ? [] : [{ name, figure }];
}

/** The numbers of a chart that is another view of one that is drawn; `undefined` of a chart without numbers. */
export function valuesOf(chart: Chart): Grid | undefined {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return categoryGrid(chart);
    case "line":
    case "area":
    case "slope": {
      const numbered = areNumbered(chart.days);
      return {
        head: "Stichtag",
        rows: chart.days.map((day) => (numbered ? { day } : { label: writeDay(day) })),
        columns: chart.series.map(({ label, values }) => columnOf(label || chart.unit, values)),
        further: [],
      };
    }
    case "donut":
    case "waffle":
      return {
        head: chart.keyName ?? "Teil",
        rows: [...chart.parts.map(({ category }) => ({ label: category.label })), { label: "Insgesamt" }],
        columns: [
          columnOf(chart.whole.unit, [...chart.parts.map(({ figure }) => figure), chart.whole]),
          columnOf("Anteil", [...chart.parts.map(({ share }) => share), undefined]),
        ],
        further: [],
      };
    case "choropleth":
      return {
        head: chart.keyName ?? "Gebiet",
        rows: chart.areas.map(({ label }) => ({ label })),
        columns: [
          columnOf(
            chart.unit,
            chart.areas.map(({ figure }) => figure),
          ),
        ],
        further: [],
      };
    case "progress":
    case "hub":
    case "network":
    case "timeline": {
      const all = figuresIn(chart);
      if (all.length === 0) return undefined;
      return {
        head: "Größe",
        rows: all.map(({ name }) => ({ label: name })),
        columns: [
          columnOf(
            "Wert",
            all.map(({ figure }) => figure),
          ),
        ],
        further: [],
      };
    }
  }
}

function columnOf(name: string, figures: readonly (Figure | undefined)[]): GridColumn {
  return { name: name || "Wert", cells: figures.map(valueOf), code: codeOf(formatOf(figures)) ?? general };
}
