/** A value over its Stichtage as a small line. */

import type { AskedDatum } from "../../data/answer.ts";
import { daysBetween } from "../../data/calendar.ts";
import { circle, line, path } from "../../scene/marks.ts";
import type { Mark, Scene } from "../../scene/scene.ts";

export interface Point {
  /** ISO. */
  readonly day: string;
  readonly value: number | null;
  readonly text: string;
  readonly break?: string;
}

/** All values that are known of a datum, oldest first, itself last. @param day its Stichtag */
export function pointsOf({ earlier, value, text, break: reason }: AskedDatum, day: string): readonly Point[] {
  const before = (earlier ?? []).map(([old, was, written, why]): Point => {
    const point = { day: old, value: was, text: written };
    return why === undefined ? point : Object.assign(point, { break: why });
  });
  return [...before, { day, value, text, ...(reason !== undefined && { break: reason }) }];
}

/**
 * Of what was worked out of two data, over the days on which both are known: a part and its whole, or a value and another.
 *
 * @param text of the number today, as it is shown
 * @returns none where the two do not give that text: then they were reckoned with in another way
 */
export function pointsOfTwo(part: AskedDatum, whole: AskedDatum, day: string, text: string): readonly Point[] {
  const isShare = text.endsWith("%");
  const digits = /,(\d+)/.exec(text)?.[1]?.length ?? 0;
  const written = new Intl.NumberFormat("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const others = new Map(pointsOf(whole, day).map((point) => [point.day, point]));
  const points = pointsOf(part, day).flatMap((point): readonly Point[] => {
    const other = others.get(point.day);
    if (other === undefined) return [];
    const known = point.value !== null && other.value !== null && (!isShare || other.value !== 0);
    const value = !known ? null : isShare ? (100 * (point.value ?? 0)) / (other.value ?? 1) : (point.value ?? 0) - (other.value ?? 0);
    const reason = point.break ?? other.break;
    const said = value === null ? "…" : `${written.format(value).replace("-", "\u2212")}${isShare ? "\u00a0%" : ""}`;
    return [{ day: point.day, value, text: said, ...(reason !== undefined && { break: reason }) }];
  });
  return points.at(-1)?.text === text.replace(/^\+/, "") ? points : [];
}

/** About as wide as an answer on a slide of 1280 px, so that lines are as thick as they say. */
const size = { width: 400, height: 64 } as const;
const margin = 7;

/** `undefined` where there are no two values to draw a line between. */
export function sparkline(points: readonly Point[]): Scene | undefined {
  const known = points.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 2) return undefined;
  const span = Math.max(1, daysBetween(first.day, last.day));
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (day: string): number => margin + (daysBetween(first.day, day) / span) * (size.width - 2 * margin);
  // What does not change runs through the middle.
  const y = (value: number): number =>
    low === high ? size.height / 2 : size.height - margin - ((value - low) / (high - low)) * (size.height - 2 * margin);
  const marks: Mark[] = [];
  let d = "";
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (point.break !== undefined && before !== undefined && point.day > first.day) {
      const middle = (x(before.day) + x(point.day)) / 2;
      marks.push(line(`break:${point.day}`, middle, 0, middle, size.height, { stroke: "muted", strokeWidth: 1.5, dash: "4 3" }));
    }
    if (point.value === null) return;
    const joined = before !== undefined && before.value !== null && point.break === undefined;
    d += `${joined ? "L" : "M"}${x(point.day).toFixed(1)},${y(point.value).toFixed(1)}`;
  });
  marks.push(path("line", d, { fill: "none", stroke: "blue", strokeWidth: 2 }));
  // A value alone between two breaks has no line.
  for (const { day, value } of known.slice(0, -1))
    marks.push(circle(`dot:${day}`, x(day), y(value), known.length > 12 ? 2 : 3, { fill: "blue" }));
  marks.push(circle("last", x(last.day), y(last.value), 5.5, { fill: "gold", stroke: "ground", strokeWidth: 1.5 }));
  return { ...size, marks };
}
