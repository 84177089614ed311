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

/**
 * The day so many months on: the same of its month, the last where the month is shorter, and the last of the month for
 * the last of a month (30.06. and six months are 31.12.). Text that is no day is given back as it is.
 */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const parts = dayParts(day);
  if (parts === undefined) return day;
  const count = parts.year * 12 + parts.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const last = daysOfMonth(year, month);
  const isLast = parts.day === daysOfMonth(parts.year, parts.month);
  return dayOf(year, month, isLast ? last : Math.min(parts.day, last));
}

/** The text of a day; its parts are not checked. */
export function dayOf(year: number, month: number, day: number): IsoDate {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(value: number, digits: number): string {
  return `${value}`.padStart(digits, "0");
}

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayCount(to) - dayCount(from);
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since a day long ago, counted from March, so that the day that leap years have is the last of its year. */
function dayCount(text: IsoDate): number {
  const { year, month, day } = dayParts(text) ?? { year: 0, month: 3, day: 1 };
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}
