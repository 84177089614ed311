/** What can be wrong with an expression as it is written. */

import type { Message } from "../diagnostic.ts";

export function emptyExpression(): Message {
  return {
    code: "empty-expression",
    de: "Hier fehlt ein Ausdruck, z. B. einwohner.landkreis.",
    en: "An expression is missing here, e.g. einwohner.landkreis.",
  };
}

export function unexpected(found: string, expected: { readonly de: string; readonly en: string }): Message {
  const [de, en] = found === "" ? ["das Ende des Ausdrucks", "the end of the expression"] : [`»${found}«`, `“${found}”`];
  return {
    code: "expression-syntax",
    de: `Hier wird ${expected.de} erwartet, nicht ${de}.`,
    en: `Expected ${expected.en} here, not ${en}.`,
  };
}

export function unclosedText(quote: string): Message {
  return {
    code: "unclosed-text",
    de: `Der Text in Anführungszeichen wird nicht geschlossen: Es fehlt ein ${quote}.`,
    en: `The quoted text is not closed: a ${quote} is missing.`,
  };
}

export function curlyQuote(found: string): Message {
  return {
    code: "curly-quote",
    de: `${found} ist ein gesetztes Anführungszeichen; in Ausdrücken gelten nur " und '.`,
    en: `${found} is a typographic quotation mark; expressions take only " and '.`,
  };
}

export function decimalComma(): Message {
  return {
    code: "decimal-comma",
    de: "In Ausdrücken steht ein Dezimalpunkt (0.09), kein Komma; zwischen Argumenten folgt dem Komma ein Leerzeichen.",
    en: "Expressions take a decimal point (0.09), no comma; between arguments a space follows the comma.",
  };
}

export function chainedComparison(): Message {
  return {
    code: "chained-comparison",
    de: "Vergleiche lassen sich nicht verketten: a < b and b < c schreiben.",
    en: "Comparisons cannot be chained: write a < b and b < c.",
  };
}

export function expressionDepth(limit: number): Message {
  return {
    code: "expression-depth",
    de: `Der Ausdruck ist tiefer als ${limit} Ebenen verschachtelt.`,
    en: `The expression is nested deeper than ${limit} levels.`,
  };
}

export function expressionLength(limit: number): Message {
  return {
    code: "expression-length",
    de: `Der Ausdruck ist zu lang (mehr als ${limit} Wörter und Zeichen).`,
    en: `The expression is too long (more than ${limit} words and signs).`,
  };
}

export function keyInQuotes(): Message {
  return {
    code: "key-in-quotes",
    de: 'Nach dem Punkt steht ein Wort. Andere Schlüssel gehören in Klammern und Anführungszeichen: ["…"].',
    en: 'After the dot stands a word. Other keys go in brackets and quotation marks: ["…"].',
  };
}

export function notADayAfterAt(): Message {
  return {
    code: "day-after-at",
    de: "Nach @ steht ein Tag der Form 2016-12-31 oder das Wort previous.",
    en: "After @ stands a day of the form 2016-12-31 or the word previous.",
  };
}

export function numberTooLong(): Message {
  return {
    code: "inexact-number",
    de: "Diese Zahl ist zu lang, um genau gerechnet zu werden.",
    en: "This number is too long to be exact.",
  };
}

export function openPlaceholder(): Message {
  return {
    code: "open-placeholder",
    de: "Dieser Platzhalter wird nicht geschlossen: Es fehlt }}. Sollen die Klammern so dastehen, \\{{ schreiben.",
    en: "This placeholder is never closed: }} is missing. If the braces are meant as such, write \\{{.",
  };
}

export function twoFormats(): Message {
  return {
    code: "two-formats",
    de: "Ein Platzhalter hat nur ein Format: nach dem zweiten | darf nichts stehen.",
    en: "A placeholder has one format only: nothing may follow a second |.",
  };
}
