/**
 * The sheet "Quelle" of a chart's workbook: where its numbers come from, and on what terms. What was worked out of them,
 * `worked-out.ts` goes by its meaning.
 */

import type { Chart } from "../../chart/model.ts";
import type { Release } from "../../data/dataset.ts";
import { dataOfAll, type Figure, inBrackets, isMissing } from "../../data/figure.ts";
import type { Deck } from "../../deck/model.ts";

type Row = readonly [label: string, text: string];

export interface Named {
  readonly name: string;
  readonly figure: Figure;
}

/** Rows of two cells; empty ones between its parts. */
export function expectedSource(charts: readonly Chart[], deck: Deck): readonly Row[] {
  const [chart] = charts;
  if (chart === undefined) return [];
  const figures = charts.flatMap(namedIn);
  const titles = new Map(dataOfAll(figures.map(({ figure }) => figure)).map(({ release, dataset }) => [release, dataset.title]));
  const parts: readonly (readonly Row[])[] = [
    [
      ["Titel", chart.title],
      ["Untertitel", chart.subtitle ?? ""],
      ["Beschreibung", chart.summary],
      ["Präsentation", deck.title],
      ["Datenstand", german(deck.asOf)],
    ],
    ...[...titles].map(([release, title], i) => termsOf(release, title, i + 1)),
    under("Zeichen", signsIn(figures)),
    under(
      "Karte",
      charts.flatMap(({ credits }) => credits.map(({ text, address }): Row => [text, address ?? "-"])),
    ),
  ];
  const filled = parts.map((rows) => rows.filter(([, text]) => text !== "" || rows.length === 0)).filter((rows) => rows.length > 0);
  return filled.flatMap((rows, i) => apart(rows, i > 0)).map(([label, text]): Row => [label, text === "-" ? "" : text]);
}

function apart(rows: readonly Row[], below: boolean): readonly Row[] {
  return below ? [["", ""], ...rows] : rows;
}

/** A heading of its own, whose second cell is empty. */
function under(heading: string, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0 ? [] : [[heading, "-"], ...rows];
}

function german(day: string): string {
  return day.split("-").toReversed().join(".");
}

function termsOf(release: Release, title: string, number: number): readonly Row[] {
  const { provenance, retrieved, stichtag, status, knownOn, break: reason, notes } = release;
  const { provider, table, address, licence } = provenance;
  const words = { final: "endgültig", preliminary: "vorläufig", corrected: "berichtigt", estimated: "geschätzt" };
  return [
    [`Quelle ${number}`, title],
    ["Anbieter", provider],
    ["Tabelle", table ?? ""],
    ["Adresse", address ?? ""],
    ["Stichtag", german(stichtag)],
    ["Status", words[status]],
    ["Kenntnisstand", knownOn === undefined ? "" : german(knownOn)],
    ["Lizenz", licence?.name ?? ""],
    ["Quellenvermerk", licence?.wording ?? ""],
    ["Adresse der Lizenz", licence?.address ?? ""],
    ["Abgerufen am", retrieved?.on === undefined ? "" : german(retrieved.on)],
    ["Datei", retrieved?.file ?? ""],
    ["Bruch der Reihe", reason ?? ""],
    ...notes.map((note): Row => ["Anmerkung", note]),
  ];
}

/** Every number of a chart by its name, in the order of its data table. */
export function namedIn(chart: Chart): readonly Named[] {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return chart.series.flatMap(({ label, values }) =>
        values.map((figure, i) => {
          const category = chart.categories[i]?.label ?? "";
          return { name: chart.series.length === 1 ? category : `${label}, ${category}`, figure };
        }),
      );
    case "line":
    case "area":
    case "slope":
      return chart.series.flatMap(({ label, values }) =>
        values.flatMap((figure, i): readonly Named[] => {
          const day = german(chart.days[i] ?? "");
          return figure === undefined ? [] : [{ name: label === "" ? day : `${label}, ${day}`, figure }];
        }),
      );
    case "donut":
    case "waffle":
      return [
        ...chart.parts.flatMap(({ category: { label }, figure, share }) => [
          { name: label, figure },
          ...(share === figure ? [] : [{ name: `${label}, Anteil`, figure: share }]),
        ]),
        { name: "Insgesamt", figure: chart.whole },
      ];
    case "choropleth":
      return chart.areas.map(({ label, figure }) => ({ name: label, figure }));
    case "progress":
      return [
        { name: chart.labels.whole, figure: chart.whole },
        { name: chart.labels.value, figure: chart.value },
        { name: chart.labels.open, figure: chart.open },
        { name: "Anteil", figure: chart.share },
      ];
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}

/** What the offices' signs mean, then which numbers are missing or stand in brackets. */
function signsIn(figures: readonly Named[]): readonly Row[] {
  const meanings = new Map<string, string>();
  const missing: Row[] = [];
  for (const { name, figure } of figures) {
    if (inBrackets(figure) && figure.origin.kind === "datum") {
      meanings.set("( )", figure.origin.quality?.meaning ?? "");
      missing.push([figure.text, name]);
    }
    if (!isMissing(figure.value)) continue;
    meanings.set(figure.value.symbol, figure.value.meaning);
    if (figure.value.exactly === undefined) missing.push([figure.text, name]);
  }
  return [...meanings, ...missing];
}
