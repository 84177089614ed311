/** The sheet "Quelle": where a chart's numbers come from, on what terms, and what was worked out of them. */

import type { Chart } from "../../../chart/model.ts";
import { valueOf, writeDay } from "../../../chart/numbers.ts";
import type { Release } from "../../../data/dataset.ts";
import { type Datum, dataOfAll, inBrackets, isMissing } from "../../../data/figure.ts";
import { statusWords } from "../../../data/status.ts";
import type { Deck } from "../../../deck/model.ts";
import { entriesOf } from "../../../deck/ledger/ledger.ts";
import { calculationLines } from "../../../deck/ledger/ledger-words.ts";
import type { Cell, Sheet } from "../workbook/sheet.ts";
import { figuresIn, type NamedFigure } from "./figures.ts";

type Row = readonly [label: string, text: string];

/** What whoever changes the chart should know. */
export type Remark = Row;

export const remarks: { readonly fixedLabels: Remark; readonly sharedScale: Remark } = {
  fixedLabels: ["Feste Beschriftungen", "Einige Beschriftungen im Diagramm sind Text und ändern sich nicht mit den Daten."],
  sharedScale: [
    "Skala",
    "Die Teile des Diagramms haben dieselbe feste Skala. Größere Werte verlangen in allen Teilen ein anderes Maximum der Achse.",
  ],
};

/** @param charts all views of a block, the first of them drawn */
export function sourceSheet(charts: readonly Chart[], deck: Deck, told: readonly Remark[]): Sheet {
  const named = charts.flatMap(figuresIn);
  const [chart] = charts;
  const releases = releasesIn(named);
  const sections: readonly (readonly Row[])[] = [
    [
      ["Titel", chart?.title ?? ""],
      ...rowIf("Untertitel", chart?.subtitle),
      ["Beschreibung", chart?.summary ?? ""],
      ["Präsentation", deck.title],
      ["Datenstand", writeDay(deck.asOf)],
      ...rowIf("Kenntnisstand", deck.knownOn && writeDay(deck.knownOn)),
    ],
    ...releases.map(({ release, title }, i) => releaseRows(release, title, i + 1)),
    ...section("Zeichen", legendOf(named)),
    ...section(
      "Berechnete Werte",
      computedIn(
        named,
        releases.map(({ release }) => release),
      ),
    ),
    ...section(
      "Karte",
      charts.flatMap(({ credits }) => credits.map(({ text, address }): Row => [text, address ?? ""])),
    ),
    ...section("Hinweise zum Diagramm", told),
  ];
  const rows = sections.flatMap((own, i): readonly Row[] => (i === 0 ? own : emptyRow.concat(own)));
  return {
    name: "Quelle",
    widths: [34, 100],
    rows: rows.map(([label, text]): readonly (Cell | undefined)[] => [
      label === "" ? undefined : { value: label, bold: true, wrap: true },
      text === "" ? undefined : { value: text, wrap: true },
    ]),
  };
}

const emptyRow: readonly Row[] = [["", ""]];

function section(heading: string, rows: readonly Row[]): readonly (readonly Row[])[] {
  return rows.length === 0 ? [] : [[[heading, ""], ...rows]];
}

function rowIf(label: string, text: string | undefined): readonly Row[] {
  return text === undefined || text === "" ? [] : [[label, text]];
}

/** Each release once, with its dataset's title, in the order in which the numbers rest on them. */
function releasesIn(named: readonly NamedFigure[]): readonly { readonly release: Release; readonly title: string }[] {
  const found = new Map<Release, Datum>();
  for (const datum of dataOfAll(named.map(({ figure }) => figure))) if (!found.has(datum.release)) found.set(datum.release, datum);
  return [...found].map(([release, { dataset }]) => ({ release, title: dataset.title }));
}

function releaseRows(release: Release, title: string, number: number): readonly Row[] {
  const { provenance, retrieved } = release;
  const { licence } = provenance;
  return [
    [`Quelle ${number}`, title],
    ["Anbieter", provenance.provider],
    ...rowIf("Tabelle", provenance.table),
    ...rowIf("Adresse", provenance.address),
    ["Stichtag", writeDay(release.stichtag)],
    ["Status", statusWords[release.status]],
    ...rowIf("Kenntnisstand", release.knownOn === undefined ? undefined : writeDay(release.knownOn)),
    ...rowIf("Lizenz", licence?.name),
    ...rowIf("Quellenvermerk", licence?.wording),
    ...rowIf("Adresse der Lizenz", licence?.address),
    ...rowIf("Abgerufen am", retrieved?.on === undefined ? undefined : writeDay(retrieved.on)),
    ...rowIf("Datei", retrieved?.file),
    ...rowIf("Bruch der Reihe", release.break),
    ...release.notes.map((note): Row => ["Anmerkung", note]),
  ];
}

/** What the signs in the place of numbers mean, each once. */
function legendOf(named: readonly NamedFigure[]): readonly Row[] {
  const signs = new Map<string, string>();
  for (const { figure } of named) {
    if (isMissing(figure.value)) signs.set(figure.value.symbol, figure.value.meaning);
    else if (inBrackets(figure) && figure.origin.kind === "datum") signs.set("( )", figure.origin.quality?.meaning ?? "");
  }
  // The workbook's cells hold bare numbers: here is said which of them stand in brackets, too.
  const missing = named.filter(({ figure }) => valueOf(figure) === undefined || inBrackets(figure));
  return [...[...signs].map(([sign, meaning]): Row => [sign, meaning]), ...missing.map(({ name, figure }): Row => [figure.text, name])];
}

/**
 * Numbers that no office published: how each was worked out, in numbers, as the ledger in the notes says it; below it the
 * steps and data that it rests on. "[1]" is "Quelle 1".
 */
function computedIn(named: readonly NamedFigure[], releases: readonly Release[]): readonly Row[] {
  const computed = named.filter(({ figure }) => figure.origin.kind === "computed");
  return calculationLines(entriesOf(computed.map(({ figure }) => figure)), releases).map(({ parts, entries = [] }): Row => {
    const figures = new Set(entries.flatMap((entry) => entry.figures));
    const label = [...new Set(computed.flatMap(({ name, figure }) => (figures.has(figure) ? [name] : [])))].join("; ");
    const words = parts.map(({ text }) => text).join("");
    return [label, label !== "" && words.startsWith(`${label}: `) ? words.slice(label.length + 2) : words];
  });
}
