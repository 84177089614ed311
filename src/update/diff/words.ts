/** The words of the list of changes that are not the data's own, in both languages of the interface. */

import { germanDate } from "../../data/calendar.ts";
import type { Language } from "../../source/diagnostic.ts";
import type { FigureShown, Place, StateName } from "./changes.ts";

export interface DiffWords {
  readonly title: string;
  readonly nothing: string;
  readonly falls: string;
  readonly holds: string;
  readonly condition: string;
  readonly computed: string;
  readonly texts: string;
  readonly newSlides: string;
  readonly goneSlides: string;
  readonly appeared: string;
  readonly vanished: string;
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
  readonly noNumber: string;
}

export const diffWords: Readonly<Record<Language, DiffWords>> = {
  de: {
    title: "Was sich geändert hat",
    nothing: "Nichts hat sich geändert.",
    falls: "Sätze, die nicht mehr stimmen",
    holds: "Sätze, die wieder stimmen",
    condition: "Bedingung",
    computed: "Aus mehreren Datensätzen berechnet",
    texts: "Texte aus den Daten",
    newSlides: "Neue Folien",
    goneSlides: "Weggefallene Folien",
    appeared: "Neu gezeigt",
    vanished: "Nicht mehr gezeigt",
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
    valuesChanged: (changed, common) => (changed === common ? `alle ${common} Werte anders` : `${changed} von ${common} Werten anders`),
    more: (count) => `… und ${count} weitere`,
    hint: "Alles ungekürzt: --format markdown oder json.",
    faulty: (deck, count) => `Foliensatz ${deck}: so nicht zu bauen (${count} Fehler)`,
    nowComplete: (deck) => `Foliensatz ${deck}: lässt sich wieder bauen`,
    newDeck: (deck) => `Foliensatz ${deck}: neu`,
    goneDeck: (deck) => `Foliensatz ${deck}: entfällt`,
    figures: (count) => (count === 1 ? "1 Zahl" : `${count} Zahlen`),
    noNumber: "keine Zahl",
  },
  en: {
    title: "What has changed",
    nothing: "Nothing has changed.",
    falls: "Sentences that no longer hold",
    holds: "Sentences that hold again",
    condition: "condition",
    computed: "Worked out from several datasets",
    texts: "Texts from data",
    newSlides: "New slides",
    goneSlides: "Slides gone",
    appeared: "Shown anew",
    vanished: "No longer shown",
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
    valuesChanged: (changed, common) => `${changed} of ${common} values differ`,
    more: (count) => `… and ${count} more`,
    hint: "In full: --format markdown or json.",
    faulty: (deck, count) => `deck ${deck}: cannot be built like this (${count} ${count === 1 ? "error" : "errors"})`,
    nowComplete: (deck) => `deck ${deck}: can be built again`,
    newDeck: (deck) => `deck ${deck}: new`,
    goneDeck: (deck) => `deck ${deck}: gone`,
    figures: (count) => (count === 1 ? "1 number" : `${count} numbers`),
    noNumber: "no number",
  },
};

const stateNames = {
  de: { latest: "neuester Stand", own: "wie in deck.yaml", knownOn: "bekannt am", asOf: "Stand" },
  en: { latest: "newest", own: "as in deck.yaml", knownOn: "known on", asOf: "as of" },
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
  }
}

/** "[09-statistik, 11-gemeinden]"; with several decks each before its slides. */
export function placesWords(places: readonly Place[], decks: number, most: number = 3): string {
  const shown = places.slice(0, most);
  const groups = new Map<string, string[]>();
  for (const { deck, slide } of shown) groups.set(deck, [...(groups.get(deck) ?? []), slide]);
  const named = [...groups].map(([deck, slides]) => (decks > 1 ? `${deck}: ${slides.join(", ")}` : slides.join(", ")));
  const more = places.length - shown.length;
  return `[${named.join("; ")}${more > 0 ? ` +${more}` : ""}]`;
}

/** A label under the title of its dataset need not repeat it. */
export function labelUnder({ label }: Pick<FigureShown, "label">, title: string): string {
  return title === "" ? label : label.replaceAll(`${title}, `, "");
}
