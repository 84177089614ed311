/** A kind of comparison: which words one can begin with, and where it ends. */

import type { Word } from "./sentence.ts";

/** What a comparison that begins with the word at the index ends with. */
export type Find = (words: readonly Word[], index: number) => Word | undefined;

export interface Kind {
  /** Asked once of each word there is: nearly all begin none. @param lower in small letters */
  readonly begins: (lower: string) => boolean;
  readonly find: Find;
}
