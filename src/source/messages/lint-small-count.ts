/** What the lint says of small counts: which, how they could be known, and what more must go. Never the count itself. */

import type { Message } from "../diagnostic.ts";

const code = "lint-small-count";

/** @param also further cells that must go, so that it cannot be worked out from the others */
export function smallCountShown(name: string, minimum: number, also: readonly string[]): Message {
  return {
    code,
    de: `${name}: weniger als ${minimum}. So kleine Zahlen der eigenen Statistik werden nicht gezeigt, auch nicht in Notizen oder als Anteil. Richtig: zusammenfassen oder durch "." ersetzen${alsoDe(also)}.`,
    en: `${name}: fewer than ${minimum}. Counts of the office's own as small as this are not shown, not in notes or as a share either. Right: combine it with others or put "." in its place${alsoEn(also)}.`,
  };
}

/** Words that are true only below a bound. */
export function smallCountBounded(name: string, minimum: number): Message {
  return {
    code,
    de: `${name}: Die Bedingung verrät, dass es weniger als ${minimum} sind. So kleine Zahlen der eigenen Statistik werden auch in Worten nicht gesagt. Richtig: eine höhere Grenze ("weniger als ${minimum + 1}" oder mehr), zusammenfassen oder die Aussage weglassen.`,
    en: `${name}: The condition tells that there are fewer than ${minimum}. Counts of the office's own as small as this are not told in words either. Right: a higher bound ("fewer than ${minimum + 1}" or more), combine it with others or leave the statement out.`,
  };
}

/** Words that rest on the count, and may say how many there are. */
export function smallCountWorded(name: string, minimum: number): Message {
  return {
    code,
    de: `${name}: weniger als ${minimum}. Die Bedingung kann verraten, wie viele es sind. So kleine Zahlen der eigenen Statistik werden auch in Worten nicht gesagt. Richtig: nur "mehr als", "weniger als" oder der Rang, ohne mit ihr zu rechnen; zusammenfassen oder die Aussage weglassen.`,
    en: `${name}: fewer than ${minimum}. The condition may tell how many there are. Counts of the office's own as small as this are not told in words either. Right: only "more than", "fewer than" or the rank, without calculating with it; combine it with others or leave the statement out.`,
  };
}

/** A number worked out with the count otherwise than as a sum. */
export function smallCountReckoned(name: string, minimum: number): Message {
  return {
    code,
    de: `${name}: weniger als ${minimum}. Aus dieser Zahl lässt es sich zurückrechnen. Richtig: zusammenfassen oder die Zahl weglassen.`,
    en: `${name}: fewer than ${minimum}. It can be worked out from this number. Right: combine it with others or leave the number out.`,
  };
}

/** @param slides ids of the slides whose numbers are needed for it */
export function smallCountDerivable(name: string, minimum: number, slides: readonly string[], also: readonly string[]): Message {
  const where = slides.length > 1 ? ` (${slides.join(", ")})` : "";
  return {
    code,
    de: `Aus dem, was gezeigt wird${where}, lässt sich ${name} ausrechnen: weniger als ${minimum} oder gesperrt. ${also.length === 0 ? "Richtig: die Summe oder eine der anderen Zahlen weglassen" : `Richtig${alsoDe(also)}, oder die Summe weglassen`}.`,
    en: `From what is shown${where}, ${name} can be worked out: fewer than ${minimum}, or blocked. ${also.length === 0 ? "Right: leave out the total or one of the other numbers" : `Right${alsoEn(also)}, or leave out the total`}.`,
  };
}

function alsoDe(also: readonly string[]): string {
  return also.length === 0 ? "" : `: auch ${also.join(", ")} nicht zeigen (Sekundärsperrung)`;
}

function alsoEn(also: readonly string[]): string {
  return also.length === 0 ? "" : `: do not show ${also.join(", ")} either (secondary suppression)`;
}
