/** Years or months as segments of a band, so that a timeline's distances can be read. */

import { scaleLinear } from "d3-scale";
import { textWidth } from "../scene/measure.ts";
import { dayNumber } from "./numbers.ts";

export interface Period {
  readonly key: string;
  /** "" where there is no room for it. */
  readonly label: string;
  /** px */
  readonly from: number;
  readonly to: number;
}

export interface PeriodScale {
  readonly x: (day: string) => number;
  readonly periods: readonly Period[];
}

const months = ["Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

/**
 * Whole years that hold all days, or whole months where all lie within a year and a half.
 *
 * @param size of the type; on an upright scale the height of a line
 */
export function periodsOf(days: readonly string[], from: number, to: number, size: number, upright = false): PeriodScale {
  const numbers = days.map(dayNumber);
  const [first, last] = numbers.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)];
  const monthly = isMonthly(first, last);
  const starts = monthly ? monthStarts(first, last) : yearStarts(first, last);
  const scale = scaleLinear([starts[0] ?? first, starts.at(-1) ?? last], [from, to]);
  const step = stepFor(starts, scale, size, upright, monthly);
  const marks = starts.filter((_, i) => i % step === 0 || i === starts.length - 1);
  const periods = marks.slice(0, -1).map((start, i): Period => {
    const [a, b] = [scale(start), scale(marks[i + 1] ?? start)];
    const label = labelOf(start, monthly);
    return { key: String(start), label: roomFor(label, b - a, size, upright) ? label : "", from: a, to: b };
  });
  return { x: (day) => scale(dayNumber(day)), periods };
}

/** Of the widest name that a period of these days can have, px. */
export function periodWidth(days: readonly string[], size: number): number {
  const numbers = days.map(dayNumber);
  return textWidth(isMonthly(Math.min(...numbers), Math.max(...numbers)) ? "Sept. 2000" : "2000", size);
}

function isMonthly(first: number, last: number): boolean {
  return last - first < 540;
}

/** How many years or months make one segment, so that their names can stand in them. */
function stepFor(starts: readonly number[], scale: (day: number) => number, size: number, upright: boolean, monthly: boolean): number {
  for (const step of monthly ? [1, 3, 6, 12] : [1, 2, 5, 10, 20, 25, 50, 100]) {
    const [a, b] = [starts[0], starts[Math.min(step, starts.length - 1)]];
    if (a !== undefined && b !== undefined && roomFor("Sept. 2000".slice(monthly ? 0 : 6), scale(b) - scale(a), size, upright)) return step;
  }
  return Math.max(1, starts.length - 1);
}

function roomFor(label: string, room: number, size: number, upright: boolean): boolean {
  return upright ? room >= size : room >= textWidth(label, size) + 8;
}

function labelOf(start: number, monthly: boolean): string {
  const date = new Date(start * 86_400_000);
  const year = String(date.getUTCFullYear());
  return monthly ? `${months[date.getUTCMonth()]} ${year}` : year;
}

function yearStarts(first: number, last: number): readonly number[] {
  const [from, to] = [new Date(first * 86_400_000).getUTCFullYear(), new Date(last * 86_400_000).getUTCFullYear() + 1];
  return Array.from({ length: to - from + 1 }, (_, i) => Date.UTC(from + i, 0, 1) / 86_400_000);
}

function monthStarts(first: number, last: number): readonly number[] {
  const start = new Date(first * 86_400_000);
  const end = new Date(last * 86_400_000);
  const count = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth() + 1;
  return Array.from({ length: count + 1 }, (_, i) => Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1) / 86_400_000);
}
