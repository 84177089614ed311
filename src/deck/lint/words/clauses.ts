/** What the words around say of a clause: whether it states anything, and where it ends. */

import * as table from "./comparisons.ts";
import type { Word } from "./sentence.ts";

/** "soll steigen", "ob … gestiegen ist": nothing is said to be so. */
export function isHypothetical(words: readonly Word[], index: number): boolean {
  return words.some(({ lower }, at) => (at < index && table.hypothetical.has(lower)) || table.modal.test(lower) || table.plans.test(lower));
}

export function isClauseEnd(words: readonly Word[], index: number): boolean {
  return index === words.length - 1 || /^[,.;:!?–]/.test(words[index]?.after ?? "");
}

/** The next noun within so many words; nouns begin with a capital. */
export function nounAfter(words: readonly Word[], index: number, within: number = 3): Word | undefined {
  return words.slice(index + 1, index + 1 + within).find(({ text, lower }) => text !== lower);
}
