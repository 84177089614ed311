/** What can be wrong in a ```` ```changes ```` block. */

import type { Message } from "../diagnostic.ts";

export function statesReversed(from: string, to: string): Message {
  return {
    code: "states-reversed",
    de: `Verglichen wird ein früherer Stand mit einem späteren: from (${from}) muss vor to (${to}) liegen.`,
    en: `An earlier state is compared with a later one: from (${from}) must come before to (${to}).`,
  };
}

/** @param what a key of a table */
export function changeOfWords(kind: { readonly de: string; readonly en: string }): Message {
  return {
    code: "change-of-words",
    de: `Hier ändern sich Zahlen: erwartet wird eine Zahl oder eine Tabelle, gefunden ${kind.de}.`,
    en: `Numbers change here: a number or a table is expected, found ${kind.en}.`,
  };
}

export function fixedRow(): Message {
  return {
    code: "fixed-row",
    de: "Diese Zahl ist mit @ auf einen Stichtag festgelegt und ändert sich nicht. Ohne @ nennt die Zeile ihren Wert zu beiden Ständen.",
    en: "This number is fixed to a day by @ and does not change. Without @ the row names its value in both states.",
  };
}
