/** What the rules over words say. */

import type { Message } from "../diagnostic.ts";

export function unboundNumber(words: string): Message {
  return {
    code: "lint-unbound-number",
    de: `»${words}« ist an keine Daten gebunden: niemand kann sagen, woher es kommt, und niemand merkt, wenn es nicht mehr stimmt. Als Platzhalter {{ … }} binden, oder als [${words}]{claim: …} an eine Bedingung; ist es keine Statistik: [${words}]{literal: Grund}.`,
    en: `“${words}” is bound to no data: nobody can say where it comes from, and nobody notices when it is no longer true. Bind it as a placeholder {{ … }}, or as [${words}]{claim: …} to a condition; if it is no statistic: [${words}]{literal: reason}.`,
  };
}

export function unprovedComparison(words: string): Message {
  return {
    code: "lint-unproved-comparison",
    de: `»${words}« vergleicht, und nichts hält es an den Zahlen fest: als [${words}]{claim: Bedingung} stimmt es oder fällt auf, als [a|b|c]{choose: …} folgt es ihnen; ist es kein Vergleich von Zahlen: [${words}]{literal: Grund}.`,
    en: `“${words}” compares, and nothing holds it to the numbers: as [${words}]{claim: condition} it is true or is told, as [a|b|c]{choose: …} it follows them; if it compares no numbers: [${words}]{literal: reason}.`,
  };
}

export function percentPoints(words: string): Message {
  return {
    code: "lint-percent-points",
    de: `»${words}« ist der Unterschied zweier Prozentzahlen: das sind Prozentpunkte. Von 8 auf 10 Prozent sind es 2 Prozentpunkte und 25 Prozent mehr.`,
    en: `“${words}” is the difference of two percentages: these are percentage points (Prozentpunkte). From 8 to 10 per cent is 2 points, and 25 per cent more.`,
  };
}

export function pointsFormat(format: string, digits: number): Message {
  return {
    code: "lint-percent-points",
    de: `Dies ist der Unterschied zweier Anteile und steht als Prozent da (${format}): richtig sind Prozentpunkte, also points(${digits}).`,
    en: `This is the difference of two shares and is shown as per cent (${format}): it is percentage points, so points(${digits}).`,
  };
}

export function roughlyExact(hedge: string, number: string): Message {
  return {
    code: "lint-false-precision",
    de: `»${hedge} ${number}«: nach »${hedge}« steht eine runde Zahl, oder »${hedge}« kann weg, denn ${number} ist genau.`,
    en: `“${hedge} ${number}”: after “${hedge}” stands a round number, or “${hedge}” can go, for ${number} is exact.`,
  };
}

export function tooManyPlaces(text: string): Message {
  return {
    code: "lint-false-precision",
    de: `»${text}«: mehr als eine Nachkommastelle sagt bei Prozenten nur in Fachtabellen etwas. Eine genügt: percent(1).`,
    en: `“${text}”: of per cents more than one decimal place says something in specialist tables only. One is enough: percent(1).`,
  };
}

/** @param whole what the share is of, as text */
export function roundedCounts(text: string, whole: string): Message {
  return {
    code: "lint-false-precision",
    de: `»${text}« ist genauer als die Daten: sie sind auf fünf gerundet, und das Ganze ist nur ${whole}. Ohne Nachkommastellen: percent(0).`,
    en: `“${text}” is more precise than the data: they are rounded to five, and the whole is only ${whole}. Without decimal places: percent(0).`,
  };
}

export function wordingInstead(written: string, instead: string): Message {
  return {
    code: "lint-wording",
    de: `Statt »${written}«: ${instead}. Ein amtlicher Begriff oder Name steht als [${written}]{literal: Grund}; für den ganzen Foliensatz regelt es wording: in deck.yaml.`,
    en: `Instead of “${written}”: ${instead}. An official term or a name stands as [${written}]{literal: reason}; for the whole deck wording: in deck.yaml settles it.`,
  };
}
