/** What a check of a written file finds. */

import type { Presentation } from "./open.ts";

export interface Fault {
  /** The check that found it. */
  readonly rule: string;
  /** The part that it is in. */
  readonly part: string;
  /** What is wrong, in words. */
  readonly what: string;
}

/** What a check says of a presentation: the part, and what is wrong there. */
export type Finding = readonly [part: string, what: string];
export type Rule = (file: Presentation) => readonly Finding[];

/** Values that stand more than once, each once. */
export function repeated<T>(values: Iterable<T>): readonly T[] {
  const [seen, twice] = [new Set<T>(), new Set<T>()];
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}
