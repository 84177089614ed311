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

type Side = { readonly name: string; readonly number: string };

/**
 * A condition as it is written, with numbers in the places of what they are, in German: "0,09 ≤ 0,0997 und 0,0997 < 0,1".
 * Numbers that have no place in it stand behind it.
 *
 * @param numbers the sides that are no numbers already, in their order
 */
export function conditionWords(condition: string, numbers: readonly Side[]): string {
  const sides = numbers.filter(({ name }) => name !== "");
  // The same name several times is the same number, or that of several days in their order.
  const waiting = new Map<string, string[]>();
  for (const { name, number } of sides) {
    const known = waiting.get(name);
    if (known === undefined) waiting.set(name, [number]);
    else if (known.at(-1) !== number) known.push(number);
  }
  // The longer first: one name may stand within another.
  const names = [...waiting.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = names.map((name) => `(${patternOf(name)})`).join("|");
  const used = new Set<string>();
  const take = (name: string): string => {
    const queue = waiting.get(name) ?? [];
    used.add(`${name} = ${queue[0] ?? ""}`);
    return (queue.length > 1 ? queue.shift() : queue[0]) ?? name;
  };
  let [words, last] = ["", 0];
  for (const match of pattern === "" ? [] : condition.matchAll(new RegExp(pattern, "gu"))) {
    const name = names[match.slice(1).findIndex((found) => found !== undefined)] ?? "";
    words += germanPart(condition.slice(last, match.index)) + take(name);
    last = match.index + match[0].length;
  }
  words += germanPart(condition.slice(last));
  const behind = [...new Set(sides.map(({ name, number }) => `${name} = ${number}`))].filter((side) => !used.has(side));
  const said = sentences(words)
    .replaceAll(comma, ", ")
    .replaceAll(/\s+/g, (blank) => (blank.includes("\u00a0") ? "\u00a0" : " "))
    .trim();
  return behind.length === 0 ? said : `${said} (${behind.join("; ")})`;
}

/** Keys stand behind a point or in brackets. */
function patternOf(name: string): string {
  if (!/^\w+\./.test(name)) return escaped(name);
  const [dataset = "", ...keys] = name.split(".");
  const path = keys.map((key) => `(?:\\.${escaped(key)}|\\s*\\[\\s*["']${escaped(key)}["']\\s*\\])`).join("");
  return `(?<![\\p{L}\\w])${escaped(dataset)}${path}(?![\\p{L}\\w])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Parts arguments until they have found their places: a German number has commas of its own. */
const comma = "\u0001";

const connectives: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\s*,\s*/g, comma],
  [/(\d)\.(\d)/g, "$1,$2"],
  [/\s*<=\s*/g, " ≤ "],
  [/\s*>=\s*/g, " ≥ "],
  [/\s*!=\s*/g, " ≠ "],
  [/\band\b/g, "und"],
  [/\bor\b/g, "oder"],
  [/\bnot\b/g, "nicht"],
  [/\s*@\s*(\d{4})-(\d\d)-(\d\d)/g, " am $3.$2.$1"],
  [/\s*@\s*previous\b/g, " davor"],
];

/** What stands between the numbers that were put in. */
function germanPart(part: string): string {
  return part
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, i) =>
      i % 2 === 1 ? `„${piece.slice(1, -1)}“` : connectives.reduce((text, [pattern, words]) => text.replace(pattern, words), piece),
    )
    .join("");
}

/** Conditions that are words, with $1 and $2 for what they are said of. */
const conditions: Readonly<Record<string, string>> = {
  gestiegen: "$1 > $2",
  gesunken: "$1 < $2",
  unveraendert: "$1 ≈ $2",
  mehr_als: "$1 > $2",
  weniger_als: "$1 < $2",
  rund: "$1 rund $2",
  fast: "$1 fast $2",
  knapp: "$1 knapp $2",
  gut: "$1 gut $2",
  doppelt_so_viele: "$1 ≈ 2 × $2",
  ueber_die_haelfte: "$1 > ½ × $2",
  rank: "Rang von $2",
  hoechster: "$2 hat den höchsten Wert",
  zweithoechster: "$2 hat den zweithöchsten Wert",
};

/** From the inside out; a function that is not known stays as it is. */
function sentences(words: string): string {
  return words.replaceAll(/\b(\w+)\(([^()]*)\)/g, (call, name: string, inside: string) => {
    const form = conditions[name];
    const [first = "", second] = inside.split(comma).map((part) => part.trim());
    if (form === undefined || (second === undefined && form.includes("$2"))) return call;
    return form.replace("$1", () => first).replace("$2", () => second ?? "");
  });
}
