/** Which decimal mark a ffcsv table has: that of its language, which the present form tells only by its labels. */

import type { Layout } from "./header.ts";

const german = /^(?:Stichtag|Jahr|Semester|Monat|Quartal|Berichtsjahr|Schuljahr|Studienjahr|Wirtschaftsjahr)(?![\p{Ll}])/u;
const english = /^(?:Year|Reference date|Qualifying date|Month|Quarter|School year|Academic year)(?![\p{Ll}])/u;

/** `undefined` where it cannot be told. */
export function decimalOf({ german: isGerman }: Layout, timeLabel: string): "," | "." | undefined {
  if (isGerman || german.test(timeLabel)) return ",";
  return english.test(timeLabel) ? "." : undefined;
}
