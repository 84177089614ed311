/** What can be wrong with words in brackets: `[words]{literal: reason}`, `[a|b|c]{choose: …}`. */

import type { Message } from "../diagnostic.ts";

export function unknownTail(name: string, suggestion: string | undefined): Message {
  return {
    code: "unknown-tail",
    de: `»${name}« ist hier unbekannt${suggestion === undefined ? "" : ` – gemeint ist »${suggestion}«?`}: nach […] steht {claim: Bedingung}, {choose: Zahl oder Bedingungen}, {literal: Grund} oder eine Adresse in runden Klammern.`,
    en: `\`${name}\` is unknown here${suggestion === undefined ? "" : ` – is \`${suggestion}\` meant?`}: after […] stands {claim: condition}, {choose: number or conditions}, {literal: reason} or an address in parentheses.`,
  };
}

export function literalWithoutReason(): Message {
  return {
    code: "literal-without-reason",
    de: "Es fehlt der Grund, warum dies keine Statistik ist: {literal: Artikel eines Gesetzes}.",
    en: "The reason why this is no statistic is missing: {literal: article of a law}.",
  };
}

export function literalWithoutWords(): Message {
  return {
    code: "literal-without-words",
    de: "Zwischen [ und ]{literal: …} steht kein Wort.",
    en: "No word stands between [ and ]{literal: …}.",
  };
}

export function alternativeEmpty(): Message {
  return {
    code: "alternative-empty",
    de: "Diese Alternative ist leer: zwischen zwei | steht, was die Folie dann sagt.",
    en: "This alternative is empty: between two | stands what the slide then says.",
  };
}

export function choiceOfOne(): Message {
  return {
    code: "choice-of-one",
    de: "Hier ist nichts zu wählen: Alternativen trennt |, wie in [gestiegen|gesunken|gleich geblieben]{choose: …}.",
    en: "There is nothing to choose from: alternatives are separated by |, as in [gestiegen|gesunken|gleich geblieben]{choose: …}.",
  };
}

export function choiceCount(alternatives: number, conditions: number): Message {
  const wanted =
    conditions > 1
      ? {
          de: `Zu ${conditions} Bedingungen gehören ${conditions + 1} Alternativen (die letzte gilt, wenn keine Bedingung gilt)`,
          en: `${conditions} conditions want ${conditions + 1} alternatives (the last is for when none holds)`,
        }
      : {
          de: "Zu einer Zahl gehören drei Alternativen (über null | unter null | null), zu einer Bedingung zwei",
          en: "A number wants three alternatives (more than zero | less than zero | zero), a condition two",
        };
  return { code: "choice-count", de: `${wanted.de}; hier sind es ${alternatives}.`, en: `${wanted.en}; here are ${alternatives}.` };
}

export function barCrossing(): Message {
  return {
    code: "bar-crossing",
    de: "Ein | steht in einer Auszeichnung (**…**, *…* oder einem Link), die über Alternativen hinweggeht: jede Alternative wird für sich ausgezeichnet.",
    en: "A | stands in a markup (**…**, *…* or a link) that goes across alternatives: each alternative is marked up by itself.",
  };
}

/** @param kind what was asked yields, with the words of both languages */
export function choiceKind(kind: { readonly de: string; readonly en: string }): Message {
  return {
    code: "choice-kind",
    de: `Gewählt wird nach einer Zahl (über, unter, gleich null) oder nach Bedingungen; dies ergibt ${kind.de}.`,
    en: `What chooses is a number (more than, less than, equal to zero) or conditions; this yields ${kind.en}.`,
  };
}

export function choiceOfTruth(alternatives: number): Message {
  return {
    code: "choice-of-truth",
    de: `Eine Bedingung ist wahr oder falsch: dazu gehören zwei Alternativen, hier sind es ${alternatives}.`,
    en: `A condition is true or false: it wants two alternatives, here are ${alternatives}.`,
  };
}

/** @param numbers what was asked with its numbers put in */
export function choiceUnknown(asked: string, numbers: string): Message {
  return {
    code: "choice-unknown",
    de: `Welche Worte stimmen, lässt sich nicht sagen, denn ein Wert fehlt: ${asked} – eingesetzt: ${numbers}.`,
    en: `Which words hold cannot be said, for a value is missing: ${asked} – put in: ${numbers}.`,
  };
}

export function choiceOfZero(asked: string): Message {
  return {
    code: "choice-of-zero",
    de: `${asked} ist genau null, und dafür steht hier keine Alternative: es fehlt die dritte, wie in [gestiegen|gesunken|gleich geblieben]{choose: …}.`,
    en: `${asked} is exactly zero, and no alternative stands here for that: the third is missing, as in [gestiegen|gesunken|gleich geblieben]{choose: …}.`,
  };
}
