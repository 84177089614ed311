/** What a chart of the deck must say in PowerPoint: as a native chart with its workbook, or as a drawing. */

import type { CategoryChart, Chart, PartsChart, ProgressChart, TimeChart } from "../../chart/model.ts";
import { type Figure, inBrackets, isMissing } from "../../data/figure.ts";
import type { ChartBlock, Deck } from "../../deck/model.ts";
import { expectedDrawing } from "./expected-drawing.ts";
import { expectedSource } from "./expected-source.ts";
import { serial } from "./rules/charts.ts";
import { mentions } from "./said-drawing.ts";

type NativeChart = CategoryChart | TimeChart | ProgressChart | (PartsChart & { readonly kind: "donut" });

/** A row of a sheet, or a line of a series' values: empty where there is no number. */
type Value = number | undefined;

interface Series {
  readonly name: string;
  readonly values: readonly Value[];
  readonly texts: readonly (string | undefined)[];
}

export function expectedChart({ views }: ChartBlock, deck: Deck, clean: (text: string) => string): readonly string[] {
  const [first, ...others] = views;
  if (first === undefined) return [];
  const { chart } = first;
  switch (chart.kind) {
    case "choropleth":
    case "hub":
    case "network":
    case "timeline":
      return expectedDrawing(chart, clean);
    case "donut":
    case "waffle":
      return chart.kind === "waffle" ? expectedDrawing({ ...chart, kind: "waffle" }, clean) : native({ ...chart, kind: "donut" });
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
    case "line":
    case "area":
    case "slope":
    case "progress":
      return native(chart);
  }

  function native(shown: NativeChart): readonly string[] {
    const { categories, series } = dataOf(shown, clean);
    return [
      `chart: ${clean(shown.summary)}`,
      ...series.flatMap(({ name, values }) => [
        `series: ${plotOf(shown)} ${name}`,
        ...categories.map((category, i) => `value: ${category} = ${isPlotted(shown, series, i) ? (values[i] ?? "gap") : "gap"}`),
      ]),
      ...sheet("Daten", rowsOf(shown, clean)),
      ...others.flatMap(({ label, chart: other }) => sheet(clean(label), rowsOf(other, clean))),
      ...sheet(
        "Quelle",
        expectedSource(
          views.map((view) => view.chart),
          deck,
        ).map((cells) => cells.map(clean)),
      ),
      ...(shown.subtitle === undefined ? [] : mentions(clean(shown.subtitle))),
      ...[...wordsOf(shown), ...series.flatMap(({ texts }) => texts.filter((text) => text !== undefined))].flatMap((words) =>
        mentions(clean(words)).map((line) => `may ${line}`),
      ),
      ...series.flatMap(({ texts }) => texts.flatMap((text) => (text === undefined ? [] : [`may written: ${clean(text)}`]))),
    ];
  }
}

function sheet(name: string, rows: readonly (readonly (string | Value)[])[]): readonly string[] {
  return [`sheet: ${name}`, ...rows.map((cells) => `cells: ${cells.map((cell) => cell ?? "").join(" | ")}`.trimEnd())];
}

/** Areas stand on each other only where each of them has a value. */
function isPlotted({ kind }: NativeChart, series: readonly Series[], index: number): boolean {
  return kind !== "area" || series.every(({ values }) => values[index] !== undefined);
}

function plotOf(chart: NativeChart): string {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
      return "barChart clustered";
    case "stacked":
      return "barChart stacked";
    case "percent":
    case "progress":
      return "barChart percentStacked";
    case "line":
    case "slope":
      return "lineChart standard";
    case "area":
      return chart.series.length === 1 ? "areaChart standard" : "areaChart stacked";
    case "donut":
      return "doughnutChart";
  }
}

function valueOf(figure: Figure | undefined): Value {
  if (figure === undefined) return undefined;
  return isMissing(figure.value) ? figure.value.exactly : figure.value;
}

function seriesOf(name: string, figures: readonly (Figure | undefined)[]): Series {
  // A sign that means zero is drawn as zero.
  const zero = figures.some((figure) => figure !== undefined && isMissing(figure.value)) ? ["0"] : [];
  // Cells are bare where a label has brackets.
  const bare = figures.map((figure) => (figure && inBrackets(figure) ? figure.text.slice(1, -1) : undefined));
  return { name, values: figures.map(valueOf), texts: [...figures.map((figure) => figure?.text), ...bare, ...zero] };
}

function dataOf(
  chart: NativeChart,
  clean: (text: string) => string,
): { readonly categories: readonly string[]; readonly series: readonly Series[] } {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
      return {
        categories: chart.categories.map(({ label }) => clean(label)),
        series: chart.series.map(({ label, values }) => seriesOf(clean(label) || chart.unit || "Wert", values)),
      };
    case "percent":
      return {
        categories: chart.categories.map(({ label }) => clean(label)),
        series: chart.series.map(({ label, values }) => {
          const shares = values.map((figure, i) => shareOf(valueOf(figure), totalAt(chart, i)));
          return { name: clean(label), values: shares, texts: shares.map((share) => (share === undefined ? undefined : percent(share))) };
        }),
      };
    case "line":
    case "area":
    case "slope":
      return {
        categories: chart.days.map((day) => String(serial(new Date(day)))),
        series: chart.series.map(({ label, values }) => seriesOf(clean(label) || chart.unit || "Wert", values)),
      };
    case "donut": {
      const open = openOf(chart);
      const rest = open === undefined ? [] : [open];
      const parts = seriesOf(
        chart.whole.unit || "Wert",
        chart.parts.map(({ figure }) => figure),
      );
      return {
        categories: [...chart.parts.map(({ category }) => clean(category.label)), ...rest.map(() => "nicht aufgeteilt")],
        series: [{ ...parts, values: [...parts.values, ...rest] }],
      };
    }
    case "progress":
      return {
        categories: [clean(chart.labels.whole)],
        series: [seriesOf(clean(chart.labels.value), [chart.value]), seriesOf(clean(chart.labels.open), [chart.open])],
      };
  }
}

/** None where a part of it is missing. */
function totalAt({ series }: CategoryChart, index: number): Value {
  const parts = series.map(({ values }) => valueOf(values[index]));
  return parts.includes(undefined) ? undefined : parts.reduce((sum: number, part) => sum + Math.max(0, part ?? 0), 0);
}

function shareOf(value: Value, total: Value): Value {
  return value === undefined || total === undefined || total === 0 ? undefined : value / total;
}

/** Of a share that the chart reckons itself, without decimals. */
function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** What the parts leave of the whole, if anything. */
function openOf({ parts, whole }: PartsChart): Value {
  const sum = parts.reduce((total, { figure }) => total + Math.max(0, valueOf(figure) ?? 0), 0);
  const open = (valueOf(whole) ?? sum) - sum;
  return open > 0 ? open : undefined;
}

/** Of the sheet that a chart is drawn from, or that another of its views stands in. */
function rowsOf(chart: Chart, clean: (text: string) => string): readonly (readonly (string | Value)[])[] {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent": {
      const { categories, series } = dataOf(chart, clean);
      const raw = chart.kind === "percent" ? chart.series : [];
      return [
        [
          clean(chart.keyName ?? "Kategorie"),
          ...series.map(({ name }) => name),
          ...raw.map(({ label }) => `${clean(label)} (${chart.unit})`),
        ],
        ...categories.map((category, i) => {
          const numbers: (string | Value)[] = [category];
          numbers.push(...series.map(({ values }) => values[i]), ...raw.map(({ values }) => valueOf(values[i])));
          return numbers;
        }),
      ];
    }
    case "line":
    case "area":
    case "slope": {
      const { series } = dataOf(chart, clean);
      return [
        ["Stichtag", ...series.map(({ name }) => name)],
        ...chart.days.map((day, i) => [day, ...series.map(({ values }) => values[i])]),
      ];
    }
    case "donut":
    case "waffle": {
      const open = openOf(chart);
      return [
        [clean(chart.keyName ?? "Teil"), chart.whole.unit || "Wert", "Anteil"],
        ...chart.parts.map(({ category, figure, share }) => [clean(category.label), valueOf(figure), valueOf(share)]),
        ...(open === undefined ? [] : [["nicht aufgeteilt", open, undefined]]),
        ["Insgesamt", valueOf(chart.whole), undefined],
      ];
    }
    case "progress": {
      const { value, open, whole } = chart.labels;
      return [
        ["Größe", clean(value), clean(open), clean(whole), "Anteil"],
        [clean(whole), valueOf(chart.value), valueOf(chart.open), valueOf(chart.whole), valueOf(chart.share)],
      ];
    }
    case "choropleth":
      return [
        [clean(chart.keyName ?? "Gebiet"), chart.unit || "Wert"],
        ...chart.areas.map(({ label, figure }) => [clean(label), valueOf(figure)]),
      ];
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}

/** Words that may stand in a native chart beside its subtitle: names and numbers at marks, in the middle, about gaps. */
function wordsOf(chart: NativeChart): readonly string[] {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return [
        ...chart.categories.map(({ label }) => label),
        ...chart.series.map(({ label }) => label),
        ...chart.series.flatMap(({ values }) => values.flatMap(({ value }) => (isMissing(value) ? [value.symbol, value.meaning] : []))),
      ];
    case "line":
    case "area":
    case "slope":
      return [
        ...chart.series.map(({ label }) => label),
        ...chart.days.map(german),
        ...chart.breaks.flatMap(({ day, reason }) => [reason, `Lücke: Bruch der Reihe vor dem ${german(day)} (${reason})`]),
        "Rand einer Lücke",
        "Stichtag auch",
        "Stichtage auch",
        ",",
        "und",
        "bis",
        `${chart.days.length} Stichtage vom`,
      ];
    case "donut":
      return [
        ...chart.parts.flatMap(({ category, share }) => [category.label, share.text]),
        chart.whole.text,
        chart.whole.unit,
        "insgesamt",
        "nicht aufgeteilt",
        "·",
      ];
    case "progress":
      return [...Object.values(chart.labels), chart.whole.text, chart.share.text, "(", ")", ":"];
  }
}

function german(day: string): string {
  return day.split("-").toReversed().join(".");
}
