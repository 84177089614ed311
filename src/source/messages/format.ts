/** What can be wrong with a format. */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed } from "./fields.ts";

export function emptyFormat(names: readonly string[]): Message {
  return {
    code: "empty-format",
    de: `Nach dem | fehlt das Format: möglich ist ${listed(names).de}.`,
    en: `The format after | is missing: possible is ${listed(names).en}.`,
  };
}

export function unknownFormat(name: string, near: string | undefined, names: readonly string[]): Message {
  return {
    code: "unknown-format",
    de: `Ein Format »${name}« gibt es nicht.${near === undefined ? ` Möglich ist ${listed(names).de}.` : didYouMean(near).de}`,
    en: `There is no format “${name}”.${near === undefined ? ` Possible is ${listed(names).en}.` : didYouMean(near).en}`,
  };
}

export function formatSyntax(text: string): Message {
  return {
    code: "format-syntax",
    de: `»${text}« ist kein Format der Form »number« oder »number(1)«.`,
    en: `“${text}” is no format of the form “number” or “number(1)”.`,
  };
}

export function formatDigits(name: string, most: number): Message {
  return most === 0
    ? {
        code: "format-digits",
        de: `Das Format »${name}« hat keine Nachkommastellen: ohne Klammer schreiben.`,
        en: `The format “${name}” has no decimal places: write it without brackets.`,
      }
    : {
        code: "format-digits",
        de: `In der Klammer von »${name}« steht die Zahl der Nachkommastellen, 0 bis ${most}.`,
        en: `The brackets of “${name}” hold the number of decimal places, 0 to ${most}.`,
      };
}

export function needsFormat(shown: string): Message {
  return {
    code: "needs-format",
    de: `${shown} ist keine ganze Zahl und braucht ein Format, z. B. | number(1) oder | percent(1).`,
    en: `${shown} is no whole number and needs a format, e.g. | number(1) or | percent(1).`,
  };
}

export function formatNeedsDay(name: string): Message {
  return {
    code: "format-needs-day",
    de: `Das Format »${name}« gilt für Tage, hier steht eine Zahl.`,
    en: `The format “${name}” is for days, this is a number.`,
  };
}

export function formatNeedsNumber(name: string): Message {
  return {
    code: "format-needs-number",
    de: `Das Format »${name}« gilt für Zahlen, hier steht ein Tag. Für Tage gibt es date, month und year.`,
    en: `The format “${name}” is for numbers, this is a day. For days there are date, month and year.`,
  };
}

export function formatOfText(name: string): Message {
  return {
    code: "format-of-text",
    de: `Text hat kein Format: »| ${name}« weglassen.`,
    en: `Text has no format: leave “| ${name}” out.`,
  };
}

export function formatNeedsShare(name: string, unit: string): Message {
  return {
    code: "format-needs-share",
    de: `Das Format »${name}« gilt für Anteile, diese Zahl zählt ${unit}. Einen Anteil ergibt share(Teil, Ganzes).`,
    en: `The format “${name}” is for shares, this number counts ${unit}. share(part, whole) gives a share.`,
  };
}

export function formatNeedsEuro(unit: string): Message {
  const de = unit === "" ? "ist eine reine Zahl" : `zählt ${unit}`;
  const en = unit === "" ? "is a pure number" : `counts ${unit}`;
  return {
    code: "format-needs-euro",
    de: `Das Format »euro« gilt für Beträge in Euro, diese Zahl ${de}.`,
    en: `The format “euro” is for amounts in Euro, this number ${en}.`,
  };
}

export function formatNeedsWhole(name: string, shown: string): Message {
  return {
    code: "format-needs-whole",
    de: `Das Format »${name}« gilt für ganze Zahlen ab 0, hier steht ${shown}.`,
    en: `The format “${name}” is for whole numbers from 0, this is ${shown}.`,
  };
}

export function noSuchFraction(shown: string): Message {
  return {
    code: "no-such-fraction",
    de: `${shown} ist weder ½ noch ¼, ¾, ⅓ oder ⅔ (auch nicht nach einer ganzen Zahl).`,
    en: `${shown} is neither ½ nor ¼, ¾, ⅓ or ⅔ (nor one of them after a whole number).`,
  };
}

export function tableAsText(): Message {
  return {
    code: "table-as-text",
    de: "Das ist eine ganze Tabelle und kann nicht als eine Zahl im Text stehen: einen Schlüssel nennen oder z. B. sum(…) nehmen.",
    en: "This is a whole table and cannot stand in text as one number: name a key or take e.g. sum(…).",
  };
}

export function truthAsText(): Message {
  return {
    code: "truth-as-text",
    de: "Das ist eine Bedingung und kann nicht als Text gezeigt werden. Bedingungen gehören in [Worte]{claim: …}.",
    en: "This is a condition and cannot be shown as text. Conditions belong in [words]{claim: …}.",
  };
}
