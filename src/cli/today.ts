/** The clock's day. */

import type { IsoDate } from "../data/figure.ts";

/** Where the computer stands, not in Greenwich. */
export function today(now: Date = new Date()): IsoDate {
  const padded = (value: number): string => `${value}`.padStart(2, "0");
  return `${`${now.getFullYear()}`.padStart(4, "0")}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
}
