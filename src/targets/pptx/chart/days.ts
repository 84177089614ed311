/** Days on the axis of a native chart: their serial numbers, and steps whose ticks meet as many of them as can be. */

import { dayNumber } from "../../../chart/numbers.ts";
import { dayParts } from "../../../data/calendar.ts";
import type { IsoDate } from "../../../data/figure.ts";
import { textWidth } from "../../../scene/measure.ts";
import { dayCode } from "./format-code.ts";

/** 1 January 1970 in the count of spreadsheets, which begins with 1900 and holds that year to have had a 29 February. */
const epoch = 25_569;
/** 1 March 1900: from here on the count is right. */
const firstRight = 61;

/** Days as spreadsheets count them; `undefined` before March 1900, where they do not. */
export function serialOf(day: IsoDate): number | undefined {
  const serial = dayNumber(day) + epoch;
  return serial >= firstRight ? serial : undefined;
}

/** The day that a spreadsheet counts so. */
export function dayOfSerial(serial: number): IsoDate {
  return addDays("1970-01-01", serial - epoch);
}

export function addDays(day: IsoDate, count: number): IsoDate {
  return new Date((dayNumber(day) + count) * dayLength).toISOString().slice(0, 10);
}

export interface DayStep {
  readonly unit: "days" | "months" | "years";
  readonly count: number;
  /** Of the ticks' numbers. */
  readonly code: string;
  /** Where ticks name only years or months, the day in each: "31.12.", "15.", "Monatsende". */
  readonly at?: string;
  /** Days that no tick stands at; none where all days are a step apart and ticks leave out some of them. */
  readonly unnamed: readonly IsoDate[];
}

const looks = [
  { code: dayCode, sample: "00.00.0000", units: ["years", "months", "days"] },
  { code: "mm\\.yyyy", sample: "00.0000", units: ["months"] },
  { code: "yyyy", sample: "0000", units: ["years"] },
] as const;

/**
 * The step of ticks from the first day on whose texts fit beside each other: the one that meets most of the days, of
 * those the one that names them fully, of those the one of fewest ticks.
 *
 * @param days ascending, different, two or more
 * @param width px from the first to the last
 * @param size of the type
 */
export function dayStep(days: readonly IsoDate[], width: number, size: number): DayStep {
  const all = steps(days).map(({ unit, count }) => ({ unit, count, ticks: ticksOf(days, { unit, count }) }));
  const numbers = days.map(dayNumber);
  const isEven = all.some(({ ticks }) => ticks.length <= days.length * 1.5 && numbers.every((day) => ticks.includes(day)));
  const possible = looks.flatMap(({ code, sample, units }, rank) => {
    const room = textWidth(sample, size) + size * 0.6;
    return all
      .filter(({ unit, ticks }) => units.some((each) => each === unit) && fits(days, ticks, width, room))
      .map(({ unit, count, ticks }) => ({
        unit,
        count,
        code,
        rank,
        ticks,
        unnamed: days.filter((_, i) => !ticks.includes(numbers[i] ?? 0)),
      }));
  });
  const [best] = possible.toSorted((a, b) => a.unnamed.length - b.unnamed.length || a.rank - b.rank || a.ticks.length - b.ticks.length);
  if (best === undefined) return { unit: "years", count: 100, code: "yyyy", unnamed: days };
  const { unit, count, code, unnamed } = best;
  return { unit, count, code, unnamed: isEven ? [] : unnamed, ...(code === dayCode ? {} : { at: dayIn(days[0] ?? "", code) }) };
}

/** What of a day is not said by a year alone, or by a month and a year. */
function dayIn(first: IsoDate, code: string): string {
  const [, month = "", day = ""] = first.split("-");
  if (code === "yyyy") return `${day}.${month}.`;
  return Number(day) >= 28 ? "Monatsende" : `${day}.`;
}

type Step = Pick<DayStep, "unit" | "count">;

function steps(days: readonly IsoDate[]): readonly Step[] {
  const numbers = days.map(dayNumber);
  const apart = numbers.slice(1).map((day, i) => day - (numbers[i] ?? day));
  const even = apart.reduce(commonDivisor, 0);
  return [
    ...[1, 2, 5, 10, 20, 25, 50].map((count): Step => ({ unit: "years", count })),
    ...[1, 2, 3, 4, 6].map((count): Step => ({ unit: "months", count })),
    ...(even > 0 ? [{ unit: "days", count: even } as const] : []),
  ];
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

const mostTicks = 60;

/** Where ticks stand, as days since 1970, up to the last; none where they would be too many. */
function ticksOf(days: readonly IsoDate[], { unit, count }: Step): readonly number[] {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const [start, end] = [dayParts(first), dayNumber(last)];
  if (start === undefined) return [];
  const from = dayNumber(first);
  // Before they are reckoned one by one.
  if ((end - from) / (longest[unit] * count) > mostTicks) return [];
  const ticks: number[] = [];
  for (let i = 0; ; i += 1) {
    const tick = unit === "days" ? from + i * count : addMonths(start, i * count * (unit === "years" ? 12 : 1));
    if (tick > end) return ticks;
    ticks.push(tick);
  }
}

/** In days. */
const longest = { days: 1, months: 31, years: 366 } as const;

/** As spreadsheets do it: a day that the month does not have becomes its last. */
function addMonths({ year, month, day }: { readonly year: number; readonly month: number; readonly day: number }, count: number): number {
  const months = year * 12 + month - 1 + count;
  const [start, next] = [months, months + 1].map((each) => Date.UTC(Math.floor(each / 12), each % 12, 1) / dayLength);
  return Math.min((start ?? 0) + day - 1, (next ?? 0) - 1);
}

const dayLength = 86_400_000;

function fits(days: readonly IsoDate[], ticks: readonly number[], width: number, room: number): boolean {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const perDay = width / Math.max(1, dayNumber(last) - dayNumber(first));
  return ticks.length > 0 && ticks.every((tick, i) => i === 0 || (tick - (ticks[i - 1] ?? tick)) * perDay >= room);
}
