/** German words for what a number was worked out as. */

import type { StepEntry } from "../../deck/ledger/entries.ts";

const nouns: Readonly<Record<string, string>> = {
  "+": "Summe",
  "-": "Differenz",
  "*": "Produkt",
  "/": "Verhältnis",
  share: "Anteil",
  sum: "Summe",
  sizes: "Summe der Beträge",
  count: "Anzahl",
  min: "Kleinster Wert",
  max: "Größter Wert",
  mean: "Mittelwert",
  rank: "Rang",
  rest: "Rest",
  change: "Veränderung",
  change_rate: "Veränderungsrate",
};

/** "Anteil" for `share`. */
export function operationNoun({ operation }: Pick<StepEntry, "operation">): string {
  return nouns[operation] ?? "Berechnet";
}

const textNouns: Readonly<Record<string, string>> = {
  stichtag: "Stichtag",
  source: "Quelle",
  label: "Name",
  name: "Name",
  deck: "Angabe zum Foliensatz",
};

/** What a text from data is, by its expression: "Stichtag" of `stichtag(x)`. */
export function textNoun(expression: string): string {
  return textNouns[/^\w+/.exec(expression)?.[0] ?? ""] ?? "Text aus den Daten";
}
