/** The clock's day. */

import { dayOf } from "../data/calendar.ts";
import type { IsoDate } from "../data/figure.ts";

/** Where the computer stands, not in Greenwich. */
export function today(now: Date = new Date()): IsoDate {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
