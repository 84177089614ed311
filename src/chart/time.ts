/** The axis of days: true distances, German dates, none of them touching another. */

import { scaleLinear, type ScaleLinear } from "d3-scale";
import { textWidth } from "../scene/measure.ts";
import { group, leading, line, textLines } from "../scene/marks.ts";
import type { Mark } from "../scene/scene.ts";
import { dayNumber, writeDay } from "./numbers.ts";

/** Days to px. One day alone stands in the middle. */
export function dayScale(days: readonly string[], left: number, right: number): ScaleLinear<number, number> {
  const numbers = days.map(dayNumber);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left, right]);
}

export interface DayLabel {
  readonly day: string;
  /** Middle of the label, kept inside the width. */
  readonly x: number;
  readonly lines: readonly string[];
}

/** Whole dates if they fit beside each other, else in two lines, else the first, the last and as many between as fit. */
export function dayLabels(days: readonly string[], x: (day: string) => number, width: number, size: number): readonly DayLabel[] {
  const make = (day: string, lines: readonly string[]): DayLabel & { readonly half: number } => {
    const half = Math.max(...lines.map((each) => textWidth(each, size))) / 2;
    return { day, lines, half, x: Math.max(half, Math.min(width - half, x(day))) };
  };
  const gap = size * 0.45;
  const free = (a: { readonly x: number; readonly half: number }, b: typeof a): boolean => b.x - b.half - (a.x + a.half) >= gap;
  const fitting = (labels: readonly ReturnType<typeof make>[]): boolean =>
    labels.every((label, i) => {
      const before = labels[i - 1];
      return before === undefined || free(before, label);
    });
  const whole = days.map((day) => make(day, [writeDay(day)]));
  if (fitting(whole)) return whole;
  const split = days.map((day) => make(day, [writeDay(day).slice(0, 6), day.slice(0, 4)]));
  if (fitting(split)) return split;
  const last = split.at(-1);
  const kept: ReturnType<typeof make>[] = [];
  for (const label of split) {
    const before = kept.at(-1);
    if (label !== last && ((before !== undefined && !free(before, label)) || (last !== undefined && !free(label, last)))) continue;
    if (label === last && before !== undefined && !free(before, label)) kept.pop();
    kept.push(label);
  }
  return kept;
}

export function dayAxisHeight(labels: readonly DayLabel[], size: number): number {
  return Math.max(0, ...labels.map((label) => label.lines.length)) * leading(size) + Math.round(size * 0.7);
}

/**
 * The line at the foot of the plot, a tick for each day, and the dates below.
 *
 * @param atZero whether the foot is the zero of the values: else no line is drawn that would be taken for it
 */
export function dayAxis(
  labels: readonly DayLabel[],
  days: readonly string[],
  x: (day: string) => number,
  left: number,
  right: number,
  y: number,
  size: number,
  atZero = true,
): Mark {
  return group("days", [
    ...(atZero ? [line("axis", left, y, right, y, { stroke: "muted", strokeWidth: 1 })] : []),
    ...days.map((day) => line(`tick:${day}`, x(day), y, x(day), y + 5, { stroke: "muted", strokeWidth: 1 })),
    ...labels.flatMap((label) =>
      textLines(`day:${label.day}`, label.x, y + size * 1.3, label.lines, { size, anchor: "middle", fill: "muted" }),
    ),
  ]);
}
