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

/**
 * "Anteil" for `share`. What is divided is named by what it gives: "Personen je km²", or "Anteil" where it is shown so.
 *
 * @param text as the slide shows the number
 */
export function operationNoun({ operation, unit }: Pick<StepEntry, "operation" | "unit">, text: string): string {
  if (operation === "/" && unit.includes("/")) return unit.replace("/", " je ");
  if (operation === "/" && text.endsWith("%")) return "Anteil";
  return nouns[operation] ?? "Berechnet";
}

/** What the two are called that a number was worked out of; `undefined` of one that takes more than a name. */
export type Sides = readonly [first: string | undefined, second: string | undefined];

/**
 * What a number is of two others: "Anteil von »A« an »B«", "»A« minus »B«". Of a share it is enough to know the whole.
 *
 * @param noun of `operationNoun`
 */
export function nameOfTwo(operation: string, noun: string, [first, second]: Sides): string | undefined {
  if (second === undefined) return undefined;
  if (first === undefined) return noun === "Anteil" ? `Anteil an »${second}«` : undefined;
  if (operation === "-") return `»${first}« minus »${second}«`;
  if (noun === "Anteil") return `Anteil von »${first}« an »${second}«`;
  if (operation !== "/") return undefined;
  return noun === "Verhältnis" ? `Verhältnis von »${first}« zu »${second}«` : `${noun}: »${first}« ÷ »${second}«`;
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
  return textNouns[/\w+/.exec(expression)?.[0] ?? ""] ?? "Text aus den Daten";
}

/** Whether a condition is one of days only: `stichtag(a) = stichtag(b)`. */
export function asksForDays(condition: string): boolean {
  return condition.includes("stichtag(") && !/\p{L}/u.test(condition.replaceAll(/\bstichtag\([^()]*\)|\b(?:and|or|not)\b/g, ""));
}
