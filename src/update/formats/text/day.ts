/** Days and years as offices write them. */

import { isDay } from "../../../data/calendar.ts";
import type { IsoDate } from "../../../data/figure.ts";

/** "31.12.2025" and "2025-12-31" give "2025-12-31"; `undefined` for anything else, also for days that do not exist. */
export function dayOf(text: string): IsoDate | undefined {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  const day = german === null ? text : `${german[3]}-${german[2]}-${german[1]}`;
  return isDay(day) ? day : undefined;
}

/** Whether this is a year for which there can be statistics. */
export function isYear(text: string): boolean {
  return /^(?:1[89]|20)\d{2}$/.test(text);
}
