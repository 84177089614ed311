/** Why a release could not be put into `data/`. */

import type { Message } from "../diagnostic.ts";

export function alreadyThere(path: string): Message {
  return {
    code: "already-there",
    de: `${path} gibt es inzwischen schon, und was da ist, wird nie ersetzt. Bitte noch einmal aktualisieren.`,
    en: `${path} has come into being meanwhile, and what is there is never replaced. Update once more.`,
  };
}

/** @param lock name of the file that says so */
export function updateRunning(path: string, lock: string): Message {
  return {
    code: "update-running",
    de: `${path} wird gerade von einer anderen Aktualisierung geschrieben (${lock} liegt daneben). Bitte noch einmal aktualisieren, wenn sie fertig ist.`,
    en: `${path} is just being written by another update (${lock} lies beside it). Update once more when that is done.`,
  };
}

/** A fault of this program: better no release than a wrong one. */
export function notReadBack(path: string): Message {
  return {
    code: "not-read-back",
    de: `${path} wurde nicht geschrieben: Zurückgelesen ergäbe die Datei andere Werte. Das ist ein Fehler dieses Programms.`,
    en: `${path} was not written: read back, the file would give other values. This is a fault of this program.`,
  };
}
