/** Chart → the table that a screen reader reads in its place, and a reader can open. */

import type { Chart } from "./model.ts";

export interface ChartTable {
  readonly caption: string;
  readonly header: readonly string[];
  /** Each as long as the header; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

export function tableOf(chart: Chart): ChartTable {
  return { caption: chart.title, header: [], rows: [] };
}
