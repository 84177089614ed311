/** What can be wrong with words in brackets: `[words]{literal: reason}`, `[a|b|c]{choose: …}`. */

import type { Message } from "../diagnostic.ts";

export function unknownTail(name: string, suggestion: string | undefined): Message {
  return {
    code: "unknown-tail",
    de: `»${name}« ist hier unbekannt.${suggestion === undefined ? "" : ` Gemeint ist vielleicht »${suggestion}«.`} Nach […] steht {claim: Bedingung}, {choose: Zahl oder Bedingungen}, {literal: Grund} oder eine Adresse in runden Klammern.`,
    en: `\`${name}\` is unknown here.${suggestion === undefined ? "" : ` Perhaps \`${suggestion}\` is meant.`} After […] stands {claim: condition}, {choose: number or conditions}, {literal: reason} or an address in parentheses.`,
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

export function breakBetween(day: string, reason: string, option: string): Message {
  return {
    code: "movement-across-break",
    de: `Zum ${day} bricht die Reihe: ${reason} Was davor liegt, lässt sich nicht vergleichen. Soll es doch sein, steht "${option}" als letztes Argument, und die Folie sagt es.`,
    en: `The series breaks on ${day}: ${reason} What lies before cannot be compared. If it is to be all the same, write "${option}" as the last argument, and say so on the slide.`,
  };
}

export function movementOption(option: string): Message {
  return {
    code: "movement-option",
    de: `Hier steht nichts oder "${option}".`,
    en: `Nothing stands here, or "${option}".`,
  };
}

export function firstTimeAlone(): Message {
  return {
    code: "first-time-alone",
    de: "»Erstmals« braucht eine Reihe: einen früheren Stichtag gibt es hierzu nicht.",
    en: "A first time wants a series: there is no earlier Stichtag of this.",
  };
}

export function firstTimeFixed(): Message {
  return {
    code: "first-time-fixed",
    de: "»Erstmals« geht selbst zu jedem früheren Stichtag: darin steht kein fester Tag (@ …).",
    en: "A first time goes to each earlier Stichtag by itself: no fixed day (@ …) stands in it.",
  };
}

export function reachOutside(): Message {
  return {
    code: "word-reach",
    de: "Wie weit ein Wort reicht, ist ein Teil der Zahl, mit der verglichen wird: von 0 bis unter 1, z. B. 0.05 für 5 %.",
    en: "How far a word reaches is a part of the number that is compared with: from 0 to less than 1, e.g. 0.05 for 5 %.",
  };
}

/** What a claim that fails is told with, besides its sentence: German parts, as they are the deck's. */
export interface ClaimState {
  readonly sentence: string;
  /** As written. */
  readonly condition: string;
  /** The condition's numbers: "share(a, b) = 0,1234; …"; may be empty. */
  readonly numbers: string;
  /** What its words were taken to mean; may be empty. */
  readonly meanings: readonly Pick<Message, "de" | "en">[];
  /** Since when it is false: the newest Stichtag for which it held, and the first after it; `"never"` where it held for none of the earlier ones; absent where that is not known of all. */
  readonly since?: { readonly held: string; readonly falseSince: string } | "never";
}

export function claimFalse(state: ClaimState): Message {
  const { sentence, condition, since } = state;
  const past =
    since === undefined
      ? { de: "", en: "" }
      : since === "never"
        ? { de: " Auch zu keinem früheren Stichtag stimmte es.", en: " Nor did it hold for any earlier Stichtag." }
        : {
            de: ` Zuletzt stimmte es zum ${since.held}; falsch ist es seit dem ${since.falseSince}.`,
            en: ` It last held as of ${since.held}; it is false since ${since.falseSince}.`,
          };
  const once = since !== undefined && since !== "never";
  const [longer, does] = once ? [" mehr", "holds no longer"] : ["", "does not hold"];
  return {
    code: "claim-false",
    de: `»${sentence}« stimmt nicht${longer}: ${condition}${putIn(state, "de")}.${past.de}`,
    en: `“${sentence}” ${does}: ${condition}${putIn(state, "en")}.${past.en}`,
  };
}

export function claimUnknown(state: ClaimState): Message {
  const { sentence, condition } = state;
  return {
    code: "claim-unknown",
    de: `Ob »${sentence}« stimmt, lässt sich nicht sagen, denn ein Wert fehlt: ${condition}${putIn(state, "de")}.`,
    en: `Whether “${sentence}” holds cannot be said, for a value is missing: ${condition}${putIn(state, "en")}.`,
  };
}

function putIn({ numbers, meanings }: ClaimState, language: "de" | "en"): string {
  const put = numbers === "" ? "" : ` – ${language === "de" ? "eingesetzt" : "put in"}: ${numbers}`;
  return meanings.length === 0 ? put : `${put} (${meanings.map((meaning) => meaning[language]).join("; ")})`;
}
