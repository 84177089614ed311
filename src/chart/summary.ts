/** Chart → one German sentence: the alternative text. */

import type { Chart } from "./model.ts";

type WithoutSummary<C> = C extends Chart ? Omit<C, "summary"> : never;

/** A chart as it is before its sentence is made. */
export type Unsummarised = WithoutSummary<Chart>;

export function summarise(chart: Unsummarised): string {
  return `${chart.title}.`;
}
