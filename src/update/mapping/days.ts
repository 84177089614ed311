/** Days as tables write them → days of the calendar. A span of time stands for its last day. */

import { isDay } from "../../data/calendar.ts";
import type { IsoDate } from "../../data/figure.ts";

const months = ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];
const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...months.map((name, index) => [name, index + 1] as const),
  ["jänner", 1],
  ...["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"].map(
    (name, index) => [name, index + 1] as const,
  ),
]);

/** Every way of writing a day within other words; a bare year is none, and eight digits only where nothing clings to them. */
const written =
  /(?<![\p{L}\p{N}.-])(?:(?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})|(?<dayOf>\d{1,2})\.?\s+(?<name>\p{L}+)\s+(?<yearOf>\d{4})|(?<run>(?:19|20)\d{6}))(?![\p{L}\p{N}-])/gu;

interface Placed {
  readonly day: IsoDate;
  readonly start: number;
  readonly end: number;
}

/** The days that stand in a text, in its order, with where each begins and ends. */
export function daysIn(text: string): readonly Placed[] {
  return writtenIn(text).filter(({ day }) => isDay(day));
}

/** What is written like a day, whether the calendar has it or not. */
function writtenIn(text: string): readonly Placed[] {
  return [...text.matchAll(written)].map((match) => {
    const { iso, day = "", month = "", year, dayOf = "", name = "", yearOf, run = "" } = match.groups ?? {};
    const found =
      iso ??
      (year === undefined ? undefined : isoOf(year, Number(month), Number(day))) ??
      (yearOf === undefined ? undefined : isoOf(yearOf, monthNumbers.get(name.toLowerCase()) ?? 0, Number(dayOf))) ??
      `${run.slice(0, 4)}-${run.slice(4, 6)}-${run.slice(6)}`;
    return { day: found, start: match.index, end: match.index + match[0].length };
  });
}

/** The only day in a text. */
export function dayIn(text: string): IsoDate | undefined {
  const [first, ...more] = new Set(daysIn(text).map(({ day }) => day));
  return more.length === 0 ? first : undefined;
}

/**
 * The Stichtag that a code of a variable of time means: a day in any way of writing, or a span of time, which stands
 * for its last day: "2024", "2024-Q2", "2024-S1", "2024-06", "2024M06".
 *
 * @param of the day that a year stands for, as "06-30"
 */
export function stichtagOf(code: string, of = "12-31"): IsoDate | undefined {
  const text = code.trim();
  const [only, ...more] = daysIn(text);
  if (only !== undefined && more.length === 0 && only.start === 0 && only.end === text.length) return only.day;
  const span = /^(\d{4})(?:-?(?:Q([1-4])|[SH]([12])|M(\d{2}))|-(\d{2}))?$/u.exec(text);
  if (span === null) return undefined;
  const [, year = "", quarter, half, month, plainMonth] = span;
  const last = quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : Number(month ?? plainMonth ?? Number.NaN);
  const day = Number.isNaN(last) ? `${year}-${of}` : lastDay(year, last);
  return day !== undefined && isDay(day) ? day : undefined;
}

/**
 * The first day that follows these words, in the text they stand in; where nothing follows them there, the day with which
 * the next text begins. A day that does not exist (30.02.) is not passed over: the next one is that of something else.
 */
export function dayAfter(words: string, texts: readonly string[]): IsoDate | undefined {
  const wanted = escaped(words.trim()).replaceAll(/\s+/gu, "\\s+");
  if (wanted === "") return undefined;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}])`, "iu");
  for (const [index, text] of texts.entries()) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = text.slice(match.index + match[0].length);
    const isLast = !/[\p{L}\p{N}]/u.test(rest);
    const next = (texts[index + 1] ?? "").trimStart();
    const [found] = writtenIn(isLast ? next : rest);
    if (found !== undefined && (!isLast || found.start === 0)) return isDay(found.day) ? found.day : undefined;
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

function isoOf(year: string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function lastDay(year: string, month: number): string | undefined {
  return ["31", "30", "29", "28"].map((day) => `${year}-${String(month).padStart(2, "0")}-${day}`).find((day) => isDay(day));
}
