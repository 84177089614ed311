/** Chart → the table that a screen reader reads in its place, and a reader can open. */

import type { Figure } from "../data/figure.ts";
import { pilesOf } from "./kinds/stack.ts";
import type { CategoryChart, Chart, TimeChart } from "./model.ts";
import { valueOf, writeDay } from "./numbers.ts";
import { spoken } from "./reading.ts";

export interface ChartTable {
  readonly caption: string;
  readonly header: readonly string[];
  /** Each as long as the header; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Every number of the chart, with its unit in the header; what is missing by its symbol and meaning.
 *
 * @param name of what has no unit, where it is known: "Anteil"
 */
export function tableOf(chart: Chart, name: string = "Wert"): ChartTable {
  const caption = chart.subtitle === undefined ? chart.title : `${chart.title} (${chart.subtitle})`;
  return { caption, ...contentOf(chart, name) };
}

function contentOf(chart: Chart, name: string): Omit<ChartTable, "caption"> {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return ofCategories(chart, name);
    case "line":
    case "area":
    case "slope":
      return ofTime(chart, name);
    case "donut":
    case "waffle":
      return {
        header: [chart.keyName ?? "Teil", chart.whole.unit || name, "Anteil"],
        rows: [
          ...chart.parts.map(({ category, figure, share }) => [category.label, cell(figure), cell(share)]),
          ["Insgesamt", cell(chart.whole), ""],
        ],
      };
    case "choropleth":
      return {
        header: [chart.keyName ?? "Gebiet", chart.unit || name],
        rows: chart.areas.map((area) => [area.label, cell(area.figure)]),
      };
    case "progress":
      return {
        header: ["Größe", chart.whole.unit || name],
        rows: [
          [chart.labels.whole, cell(chart.whole)],
          [chart.labels.value, cell(chart.value)],
          [chart.labels.open, cell(chart.open)],
          ["Anteil", cell(chart.share)],
        ],
      };
    case "hub":
      return { header: [chart.centre], rows: chart.spokes.map((spoke) => [spoke.label]) };
    case "network":
      return {
        header: ["Gruppe", "Mitglied"],
        rows: chart.groups.flatMap((group) => group.members.map((member) => [group.label, member])),
      };
    case "timeline":
      return { header: ["Datum", "Ereignis"], rows: chart.events.map((event) => [event.date, event.label]) };
  }
}

function ofCategories(chart: CategoryChart, name: string): Omit<ChartTable, "caption"> {
  const piles = chart.kind === "percent" ? pilesOf(chart) : [];
  return {
    header: [chart.keyName ?? "Kategorie", ...chart.series.map((series) => columnName(series.label, chart.unit, name))],
    rows: chart.categories.map((category, i) => [
      category.label,
      ...chart.series.map((series) => {
        const share = piles[i]?.segments.find((segment) => segment.series === series)?.text;
        return share === undefined ? cell(series.values[i]) : `${cell(series.values[i])} (${share})`;
      }),
    ]),
  };
}

function ofTime(chart: TimeChart, name: string): Omit<ChartTable, "caption"> {
  const breaks = new Map(chart.breaks.map((each) => [each.day, each.reason]));
  return {
    header: ["Stichtag", ...chart.series.map((series) => columnName(series.label, chart.unit, name))],
    rows: chart.days.map((day, i) => {
      const reason = breaks.get(day);
      return [
        reason === undefined ? writeDay(day) : `${writeDay(day)} (Bruch der Reihe: ${reason})`,
        ...chart.series.map((series) => cell(series.values[i])),
      ];
    }),
  };
}

function columnName(label: string, unit: string, name: string): string {
  return unit === "" || label.includes(unit) ? label || name : label === "" ? unit : `${label} (${unit})`;
}

function cell(figure: Figure | undefined): string {
  if (figure === undefined) return "kein Wert";
  return valueOf(figure) === undefined ? spoken(figure, "") : figure.text;
}
