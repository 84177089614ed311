/** What can be wrong with a field of a YAML file: missing, unknown, of another type. */

import type { Message } from "../diagnostic.ts";

/** The same words in both languages of the interface. */
export interface Words {
  readonly de: string;
  readonly en: string;
}

export function didYouMean(name: string | undefined): Words {
  return name === undefined ? { de: "", en: "" } : { de: ` Gemeint ist vielleicht »${name}«.`, en: ` Perhaps “${name}” is meant.` };
}

/** So many names, categories and the like a message shows of more. */
export const mostShown = 8;

/** "»a«, »b« …": the first of them. */
export function firstOf(names: readonly string[]): Words {
  const some = names.slice(0, mostShown);
  const more = names.length > some.length ? " …" : "";
  return { de: some.map((name) => `»${name}«`).join(", ") + more, en: some.map((name) => `\`${name}\``).join(", ") + more };
}

/** "»a«, »b« oder »c«"; long lists are cut. */
export function listed(names: readonly string[]): Words {
  const shown = names.length > 16 ? names.slice(0, 12) : names;
  const more = names.length - shown.length;
  const join = (open: string, close: string, or: string, rest: string): string => {
    const quoted = shown.map((name) => `${open}${name}${close}`);
    if (more > 0) return `${quoted.join(", ")} ${rest}`;
    const last = quoted.at(-1) ?? "";
    return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} ${or} ${last}`;
  };
  return { de: join("»", "«", "oder", `und ${more} weitere`), en: join("“", "”", "or", `and ${more} more`) };
}

export function missingField(name: string): Message {
  return { code: "missing-field", de: `Hier fehlt das Feld »${name}«.`, en: `The field “${name}” is missing here.` };
}

export function unknownField(name: string, near: string | undefined, known: readonly string[]): Message {
  const hint = near === undefined && known.length > 0 ? listed(known) : undefined;
  return {
    code: "unknown-field",
    de: `Ein Feld »${name}« gibt es hier nicht.${didYouMean(near).de}${hint ? ` Es gibt ${hint.de.replace(" oder ", " und ")}.` : ""}`,
    en: `There is no field “${name}” here.${didYouMean(near).en}${hint ? ` There are ${hint.en.replace(" or ", " and ")}.` : ""}`,
  };
}

export function wrongType(expected: Words, found: Words): Message {
  return {
    code: "wrong-type",
    de: `Hier wird ${expected.de} erwartet, nicht ${found.de}.`,
    en: `Expected ${expected.en} here, not ${found.en}.`,
  };
}

export function noSuchDay(text: string): Message {
  return {
    code: "no-such-day",
    de: `Den Tag ${text} gibt es im Kalender nicht.`,
    en: `There is no such day as ${text} in the calendar.`,
  };
}

export function notOneOf(text: string, words: readonly string[], near: string | undefined): Message {
  const choice = listed(words);
  return {
    code: "not-one-of",
    de: `»${text}« geht hier nicht: möglich ist ${choice.de}.${didYouMean(near).de}`,
    en: `“${text}” is not possible here, only ${choice.en}.${didYouMean(near).en}`,
  };
}

export function numberTooSmall(value: number, least: number): Message {
  return {
    code: "number-too-small",
    de: `${value} ist zu klein: mindestens ${least}.`,
    en: `${value} is too small: at least ${least}.`,
  };
}
