/** What can be wrong with the checks of a dataset. */

import type { Message } from "../diagnostic.ts";

export function rangeReversed(): Message {
  return {
    code: "range-reversed",
    de: "Ein Bereich ist eine Liste aus zwei Zahlen, die kleinere zuerst: [0, 400000].",
    en: "A range is a list of two numbers, the smaller one first: [0, 400000].",
  };
}
