/** The words of the list of changes that are not the data's own, in both languages of the interface. */

import { germanDate } from "../../data/calendar.ts";
import type { Language } from "../../source/diagnostic.ts";
import type { FigureShown, Place, StateName } from "./changes.ts";

export interface DiffWords {
  readonly title: string;
  readonly nothing: string;
  readonly falls: string;
  readonly holds: string;
  readonly quoted: (sentence: string) => string;
  readonly condition: string;
  readonly computed: string;
  readonly texts: string;
  readonly newSlides: string;
  readonly goneSlides: string;
  readonly appeared: string;
  readonly vanished: string;
  readonly quietDatasets: string;
  readonly otherDatasets: string;
  readonly newDataset: string;
  readonly goneDataset: string;
  readonly newDays: string;
  readonly goneDays: string;
  readonly revised: string;
  readonly knownOn: string;
  readonly breakOf: string;
  readonly newKeys: string;
  readonly goneKeys: string;
  readonly quality: string;
  readonly plainQuality: string;
  readonly accepted: string;
  readonly valuesChanged: (changed: number, common: number) => string;
  readonly more: (count: number) => string;
  readonly hint: string;
  readonly faulty: (deck: string, count: number) => string;
  readonly nowComplete: (deck: string) => string;
  readonly newDeck: (deck: string) => string;
  readonly goneDeck: (deck: string) => string;
  readonly figures: (count: number) => string;
  /** What there is, in one line. */
  readonly summary: (figures: number, slides: number, falls: number) => string;
  readonly noNumber: string;
}

export const diffWords: Readonly<Record<Language, DiffWords>> = {
  de: {
    title: "Was sich geändert hat",
    nothing: "Nichts hat sich geändert.",
    falls: "Sätze, die nicht mehr stimmen",
    holds: "Sätze, die wieder stimmen",
    quoted: (sentence) => `»${sentence}«`,
    condition: "Bedingung",
    computed: "Aus mehreren Datensätzen berechnet",
    texts: "Texte aus den Daten",
    newSlides: "Neue Folien",
    goneSlides: "Weggefallene Folien",
    appeared: "Neu gezeigt",
    vanished: "Nicht mehr gezeigt",
    quietDatasets: "Weitere Datensätze der Folien",
    otherDatasets: "Datensätze, die keine Folie zeigt",
    newDataset: "neu",
    goneDataset: "entfällt",
    newDays: "neue Stichtage",
    goneDays: "entfallene Stichtage",
    revised: "Revision",
    knownOn: "bekannt am",
    breakOf: "Zeitreihenbruch",
    newKeys: "neu",
    goneKeys: "entfallen",
    quality: "Qualität",
    plainQuality: "ohne Vermerk",
    accepted: "trotz Einwand übernommen",
    valuesChanged: (changed, common) =>
      changed === common && common > 1
        ? `alle ${common} Werte anders`
        : common === 1
          ? `${changed === 0 ? "kein" : "1"} Wert anders`
          : `${changed} von ${common} Werten anders`,
    more: (count) => `… und ${count} weitere`,
    hint: "Alles ungekürzt: --format markdown oder json.",
    faulty: (deck, count) => `Foliensatz ${deck}: so nicht zu bauen (${count} Fehler)`,
    nowComplete: (deck) => `Foliensatz ${deck}: lässt sich nun bauen`,
    newDeck: (deck) => `Foliensatz ${deck}: neu`,
    goneDeck: (deck) => `Foliensatz ${deck}: entfällt`,
    figures: (count) => (count === 1 ? "1 Zahl" : `${count} Zahlen`),
    summary: (figures, slides, falls) =>
      [
        figures === 0
          ? "keine gezeigte Zahl anders"
          : `${figures === 1 ? "1 Zahl" : `${figures} Zahlen`} auf ${slides === 1 ? "1 Folie" : `${slides} Folien`} anders`,
        ...(falls === 0 ? [] : [falls === 1 ? "1 Satz stimmt nicht mehr" : `${falls} Sätze stimmen nicht mehr`]),
      ].join("; "),
    noNumber: "keine Zahl",
  },
  en: {
    title: "What has changed",
    nothing: "Nothing has changed.",
    falls: "Sentences that no longer hold",
    holds: "Sentences that hold again",
    quoted: (sentence) => `“${sentence}”`,
    condition: "condition",
    computed: "Worked out from several datasets",
    texts: "Texts from data",
    newSlides: "New slides",
    goneSlides: "Slides gone",
    appeared: "Shown anew",
    vanished: "No longer shown",
    quietDatasets: "Further datasets of the slides",
    otherDatasets: "Datasets that no slide shows",
    newDataset: "new",
    goneDataset: "gone",
    newDays: "new reference days",
    goneDays: "reference days gone",
    revised: "revision",
    knownOn: "known on",
    breakOf: "break in the series",
    newKeys: "new",
    goneKeys: "gone",
    quality: "quality",
    plainQuality: "no remark",
    accepted: "taken in spite of an objection",
    valuesChanged: (changed, common) => `${changed} of ${common} ${common === 1 ? "value differs" : "values differ"}`,
    more: (count) => `… and ${count} more`,
    hint: "In full: --format markdown or json.",
    faulty: (deck, count) => `deck ${deck}: cannot be built like this (${count} ${count === 1 ? "error" : "errors"})`,
    nowComplete: (deck) => `deck ${deck}: can be built now`,
    newDeck: (deck) => `deck ${deck}: new`,
    goneDeck: (deck) => `deck ${deck}: gone`,
    figures: (count) => (count === 1 ? "1 number" : `${count} numbers`),
    summary: (figures, slides, falls) =>
      [
        figures === 0
          ? "no number shown differs"
          : `${figures === 1 ? "1 number differs" : `${figures} numbers differ`} on ${slides === 1 ? "1 slide" : `${slides} slides`}`,
        ...(falls === 0 ? [] : [falls === 1 ? "1 sentence no longer holds" : `${falls} sentences no longer hold`]),
      ].join("; "),
    noNumber: "no number",
  },
};

const stateNames = {
  de: {
    latest: "neuester Stand",
    own: "wie in deck.yaml",
    beforeUpdate: "vorher",
    afterUpdate: "nachher",
    knownOn: "bekannt am",
    asOf: "Stand",
  },
  en: { latest: "newest", own: "as in deck.yaml", beforeUpdate: "before", afterUpdate: "after", knownOn: "known on", asOf: "as of" },
} as const;

export function stateWords({ kind, value }: StateName, language: Language): string {
  const words = stateNames[language];
  switch (kind) {
    case "day":
      return `${words.asOf} ${germanDate(value)}`;
    case "latest":
      return words.latest;
    case "known":
      return `${words.knownOn} ${germanDate(value)}`;
    case "revision":
      return value;
    case "own":
      return words.own;
    case "before-update":
      return words.beforeUpdate;
    case "after-update":
      return words.afterUpdate;
  }
}

/**
 * "[09-statistik, 11-gemeinden +2]"; a slide of whose name there are several with its deck: "mut-briefing/01-titel".
 *
 * @param width columns; as many slides are named as fit in them, and at least one
 */
export function placesWords(places: readonly Place[], ambiguous: ReadonlySet<string>, width: number = 60): string {
  const names = places.map(({ deck, slide }) => (ambiguous.has(slide) ? `${deck}/${slide}` : slide));
  for (let count = names.length; count > 1; count--) {
    const words = bracketed(names, count);
    if (words.length <= width) return words;
  }
  return bracketed(names, 1);
}

function bracketed(names: readonly string[], count: number): string {
  const left = names.length - count;
  return `[${names.slice(0, count).join(", ")}${left > 0 ? ` +${left}` : ""}]`;
}

/** Names that slides of several decks have. */
export function ambiguousSlides(places: readonly Place[]): ReadonlySet<string> {
  const decks = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { deck, slide } of places) {
    const known = decks.get(slide);
    if (known !== undefined && known !== deck) ambiguous.add(slide);
    decks.set(slide, deck);
  }
  return ambiguous;
}

/** A label under the title of its dataset need not repeat it. */
export function labelUnder({ label }: Pick<FigureShown, "label">, title: string): string {
  return title === "" ? label : label.replaceAll(`${title}, `, "");
}
