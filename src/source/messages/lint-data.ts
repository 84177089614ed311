/** What the lint says of numbers and the data behind them, and what would be right. */

import type { Message } from "../diagnostic.ts";

/** @param part, whole names of registers */
export function differentRegisters(part: string, whole: string): Message {
  return {
    code: "lint-different-registers",
    de: `Zähler und Nenner kommen aus verschiedenen Registern (${part}; ${whole}), und keine Fußnote sagt es. In den Kopf der Folie: footnotes: ["Zähler und Nenner aus verschiedenen Registern: …"].`,
    en: `Numerator and denominator come from different registers (${part}; ${whole}), and no footnote says so. Into the slide's front matter: footnotes: ["Zähler und Nenner aus verschiedenen Registern: …"].`,
  };
}

/** @param days as written, "01.07.2017" */
export function daysOfClaim(days: readonly string[]): Message {
  const all = days.join(", ");
  return {
    code: "lint-different-days",
    de: `Was diese Worte behaupten, ist aus Werten verschiedener Stichtage gerechnet (${all}), und keine Fußnote sagt es. In den Kopf der Folie: footnotes: ["Berechnet aus Werten verschiedener Stichtage: ${all}."].`,
    en: `What these words say is worked out of values of different days (${all}), and no footnote says so. Into the slide's front matter: footnotes: ["Berechnet aus Werten verschiedener Stichtage: ${all}."].`,
  };
}

/** @param lacking days that nothing beside the chart names */
export function daysOfMarks(days: readonly string[], lacking: readonly string[]): Message {
  return {
    code: "lint-different-days",
    de: `Was hier nebeneinander steht, ist von verschiedenen Tagen (${days.join(", ")}), und ${lacking.join(", ")} steht weder im Titel noch im Untertitel, in einem Namen oder einer Fußnote. Richtig: jeden Stichtag nennen, oder Werte eines Tages zeigen.`,
    en: `What stands side by side here is of different days (${days.join(", ")}), and neither title, subtitle, a name nor a footnote gives ${lacking.join(", ")}. Right: name each day, or show values of one day.`,
  };
}

/** @param shown what the shares make as they are written, "100,1 %" */
export function sharesMissWhole(shown: string, count: number): Message {
  return {
    code: "lint-rounded-shares",
    de: `Die ${count} gezeigten Anteile ergeben gerundet ${shown}, und nirgends steht, warum. In den Kopf der Folie: footnotes: ["Anteile einzeln gerundet; Abweichungen in der Summe sind möglich."]. Angeglichen werden sie nicht.`,
    en: `The ${count} shares shown make ${shown} as they are rounded, and nothing says why. Into the slide's front matter: footnotes: ["Anteile einzeln gerundet; Abweichungen in der Summe sind möglich."]. They are not to be adjusted.`,
  };
}

export function acrossBreak(dataset: string, day: string, reason: string): Message {
  const note = `Zeitreihenbruch ${day}: ${reason}${/[.!?…]$/u.test(reason) ? "" : "."}`;
  return {
    code: "lint-series-break",
    de: `Hier wird über den Bruch von »${dataset}« am ${day} hinweg verglichen, und keine Fußnote sagt es. In den Kopf der Folie: footnotes: ["${note}"], oder nur Werte diesseits des Bruchs vergleichen.`,
    en: `This compares across the break of \`${dataset}\` on ${day}, and no footnote says so. Into the slide's front matter: footnotes: ["${note}"], or compare only values on one side of the break.`,
  };
}

export function staleRelease(name: string, newest: string, next: string, expected: string): Message {
  return {
    code: "lint-stale-release",
    de: `${name} ist vom ${newest}; den Stand ${next} sollte es seit dem ${expected} geben. npm run update holt ihn, oder quiet: { stale-release: Grund } sagt, warum der alte gemeint ist.`,
    en: `${name} is of ${newest}; the values of ${next} should have come out by ${expected}. npm run update fetches them, or quiet: { stale-release: reason } says why the old ones are meant.`,
  };
}

export function withoutSource(dataset: string, provider: string): Message {
  return {
    code: "lint-dataset-without-source",
    de: `Von »${dataset}« ist ${provider === "" ? "nicht gesagt, woher es kommt" : `nur gesagt, dass es von ${provider} kommt`}. Unter source: eine table oder address, oder bei jedem Stand retrieved: { file: … }.`,
    en: `Of \`${dataset}\` it is ${provider === "" ? "not said where it comes from" : `only said that it comes from ${provider}`}. Under source: a table or an address, or with each release retrieved: { file: … }.`,
  };
}

export function withoutLicence(dataset: string, provider: string): Message {
  return {
    code: "lint-dataset-without-licence",
    de: `»${dataset}« kommt von ${provider} und hat keine Lizenz: source: { licence: { name: dl-de/by-2-0, address: …, wording: … } } sagt, auf welchen Bedingungen es gezeigt werden darf.`,
    en: `\`${dataset}\` comes from ${provider} and has no licence: source: { licence: { name: dl-de/by-2-0, address: …, wording: … } } says on what terms it may be shown.`,
  };
}

export function withoutDefinition(dataset: string): Message {
  return {
    code: "lint-dataset-without-definition",
    de: `Von »${dataset}« ist nicht gesagt, was gezählt wird. Unter definition: wer oder was, wo, und was nicht dazugehört.`,
    en: `Of \`${dataset}\` it is not said what is counted. Under definition: who or what, where, and what does not belong to it.`,
  };
}

export function overlappingSum(dataset: string, keys: readonly string[]): Message {
  return {
    code: "lint-overlapping-sum",
    de: `Hier wird addiert, was sich überschneidet: ${keys.join(", ")} aus »${dataset}« (overlapping: true). Wer zu beiden gehört, zählt doppelt. Richtig: einzeln zeigen.`,
    en: `This adds up what overlaps: ${keys.join(", ")} of \`${dataset}\` (overlapping: true). Who belongs to both counts twice. Right: show each by itself.`,
  };
}
