/** Why values that came in cannot be taken, whoever wishes it. */

import type { Message } from "../diagnostic.ts";

export function stichtagToCome(stichtag: string, today: string): Message {
  return {
    code: "stichtag-to-come",
    de: `Der Stichtag ${stichtag} liegt in der Zukunft (heute ist der ${today}).`,
    en: `The Stichtag ${stichtag} is in the future (today is ${today}).`,
  };
}

/** @param path of the revision that there is */
export function revisedToday(path: string): Message {
  return {
    code: "revised-today",
    de: `Mit anderen Werten gibt es heute schon eine Fassung: ${path}. Ist sie falsch, die Datei löschen und noch einmal aktualisieren; ist sie richtig, diese hier morgen übernehmen.`,
    en: `There is a version of today with other values: ${path}. If it is wrong, delete the file and update again; if it is right, take this one tomorrow.`,
  };
}

/** @param newest day of knowledge of the newest version */
export function knownLater(newest: string, today: string): Message {
  return {
    code: "known-later",
    de: `Die neueste Fassung dieses Stichtags ist vom ${newest}: Eine vom ${today} würde nie gelten.`,
    en: `The newest version of this Stichtag is of ${newest}: one of ${today} would never be used.`,
  };
}
