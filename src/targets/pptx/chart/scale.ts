/**
 * Ends of native charts' scales of values. As a rule the end above the data is PowerPoint's own, so that a value that
 * grows is not cut off; steps finer than its own keep that end near the data, so that bars fill their room. Both ends are
 * fixed where something hangs on the place of a value: where values are negative, zero's place and the room for numbers
 * left of or below the bars do; so do signs drawn at a pile's end. Shares always end at 100 %.
 */

import { tickStep } from "d3-array";
import { plain, tickDigits } from "../../../chart/numbers.ts";
import type { Rect } from "./place.ts";
import type { Remark } from "./source-sheet.ts";

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** Where two values stand, px. */
export interface Stretch {
  readonly low: { readonly value: number; readonly at: number };
  readonly high: { readonly value: number; readonly at: number };
}

/** The scale of a plot from `first` (the lower end's px) to `last` that has both values of a stretch in their places. */
export function scaleThrough({ low, high }: Stretch, first: number, last: number): Scale | undefined {
  const perPx = (high.value - low.value) / (high.at - low.at);
  if (!Number.isFinite(perPx) || perPx === 0) return undefined;
  return outward({ min: low.value + (first - low.at) * perPx, max: high.value + (last - high.at) * perPx });
}

/** Both ends so that none is cut off, with digits that somebody may read: less than a pixel off. */
function outward({ min, max }: Scale): Scale {
  const unit = 10 ** (Math.floor(Math.log10(max - min)) - 3);
  // What is off by the last binary digits only stays.
  const parts = (end: number): number => Number((end / unit).toPrecision(9));
  return { min: tidy(Math.floor(parts(min)) * unit), max: tidy(Math.ceil(parts(max)) * unit) };
}

/** A number without the last binary digits' error: 0.1, not 0.10000000000000009. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The lowest and highest of bars' values, zero among them. */
export function extentFromZero(values: readonly (number | undefined)[]): readonly [low: number, high: number] {
  const known = values.filter((value) => value !== undefined);
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

/** From end to end of lying bars. @param before px that numbers need left of those that run left */
export function lyingScale(values: readonly (number | undefined)[], plot: Rect, before: number): Scale | undefined {
  const [low, high] = extentFromZero(values);
  const room = low < 0 ? Math.min(before, (plot.right - plot.left) / 2) : 0;
  return scaleThrough({ low: { value: low, at: plot.left + room }, high: { value: high, at: plot.right } }, plot.left, plot.right);
}

/** Where zero stands in a plot of lying bars, px. */
export function zeroIn(plot: Rect, scale: Scale | undefined): number {
  return scale === undefined ? plot.left : plot.left + ((plot.right - plot.left) * -scale.min) / (scale.max - scale.min);
}

/** Steps of an axis that is not seen: its automatic end is the next of them above the data. */
export function fineStep(low: number, high: number): number | undefined {
  return high > low ? tidy(tickStep(low, high, 16)) : undefined;
}

/** For whoever changes the data. */
export function fixedEnds({ min, max }: Scale): Remark {
  const [from = "", to = ""] = [min, max].map((end) => plain(end, tickDigits(end, { name: "number", digits: 0, thousands: "." })));
  return ["Wertachse", `Die Achse der Werte reicht fest von ${from} bis ${to}. Nach Änderungen der Daten sind ihre Enden anzupassen.`];
}
