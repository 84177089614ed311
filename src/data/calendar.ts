/** Days of the calendar as `YYYY-MM-DD`: compared as text, never turned into local time. */

import type { IsoDate } from "./figure.ts";

/** Year, month and day of a day that exists in the (proleptic Gregorian) calendar. */
export function dayParts(text: string): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): text is IsoDate {
  return dayParts(text) !== undefined;
}

/** "01.07.2017": a day as German text. Text that is no day is given back as it is. */
export function germanDate(day: IsoDate): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  return match === null ? day : `${match[3]}.${match[2]}.${match[1]}`;
}
