/** Conditions one after the other, separated by commas. */

import type { Range } from "./mask.ts";

/** The stretches between the commas of a text that stand in no brackets and no quotes. At least one. */
export function splitConditions(text: string, start: number, end: number): readonly Range[] {
  const found: Range[] = [];
  let from = start;
  let depth = 0;
  let quote = "";
  for (let at = start; at < end; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === "," && depth <= 0) {
      found.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return [...found, { start: from, end }];
}
