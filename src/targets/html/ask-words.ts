/** German words for what a number was worked out as, and for conditions with their numbers put in. */

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

const connectives: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\s*<=\s*/g, " ≤ "],
  [/\s*>=\s*/g, " ≥ "],
  [/\s*!=\s*/g, " ≠ "],
  [/\band\b/g, "und"],
  [/\bor\b/g, "oder"],
  [/\bnot\b/g, "nicht"],
];

/**
 * A condition as it is written, with numbers in the places of what they are: "0,09 ≤ 0,0997 und 0,0997 < 0,1". What is not
 * found in it by its name stands behind it.
 */
export function conditionWords(condition: string, numbers: readonly { readonly name: string; readonly number: string }[]): string {
  const different = [...new Map(numbers.map((side) => [side.name, side])).values()];
  // The longer first: one name may stand within another.
  const sides = different.filter(({ name }) => name !== "").toSorted((a, b) => b.name.length - a.name.length);
  const left = sides.filter(({ name }) => !condition.includes(name));
  const put = new Map(sides.map(({ name, number }) => [name, number]));
  const pattern = sides.map(({ name }) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  const parts = pattern === "" ? [condition] : condition.split(new RegExp(`(${pattern})`));
  const words = parts.map((part) => put.get(part) ?? germanPart(part)).join("");
  const behind = left.map(({ name, number }) => `${name} = ${number}`).join("; ");
  return behind === "" ? words.trim() : `${words.trim()} (${behind})`;
}

/** What stands between the numbers that were put in. */
function germanPart(part: string): string {
  return connectives.reduce((text, [pattern, words]) => text.replace(pattern, words), part).replaceAll(/(\d)\.(\d)/g, "$1,$2");
}
