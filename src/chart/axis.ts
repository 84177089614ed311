/** Scales of values: round ticks in German, hairlines, and the room that their numbers take. */

import { ticks as evenTicks, tickStep } from "d3-array";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { line, text } from "../scene/marks.ts";
import { textWidth } from "../scene/measure.ts";
import type { Mark } from "../scene/scene.ts";
import { type NumberLook, tickDigits, write } from "./numbers.ts";

export interface Tick {
  readonly value: number;
  readonly text: string;
}

export interface ValueAxis {
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly Tick[];
}

/**
 * A domain of round ends that holds all values.
 *
 * @param about how many ticks there may be
 * @param fromZero bars and areas: zero is always in the domain
 */
export function valueAxis(values: readonly number[], about: number, look: NumberLook, fromZero: boolean): ValueAxis {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [0, 1];
  if (fromZero) [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (high - low < 1e-9)
    [low, high] = low === 0 ? [0, 1] : fromZero ? [low, high] : [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1];
  const [from = low, to = high] = scaleLinear([low, high], [0, 1]).nice(about).domain();
  const step = tickStep(from, to, about);
  const digits = tickDigits(step, look);
  return { domain: [from, to], ticks: evenTicks(from, to, about).map((value) => ({ value, text: write(value, look, digits) })) };
}

export function ticksWidth(axis: ValueAxis, size: number): number {
  return Math.max(0, ...axis.ticks.map((tick) => textWidth(tick.text, size)));
}

/** Horizontal hairlines over the plot, their numbers right-aligned before it; the zero line is darker. */
export function rows(axis: ValueAxis, y: ScaleLinear<number, number>, left: number, right: number, size: number): readonly Mark[] {
  return axis.ticks.flatMap((tick) => [
    line(`grid:${tick.value}`, left, y(tick.value), right, y(tick.value), hairline(tick.value)),
    text(`tick:${tick.value}`, left - 10, y(tick.value) + size * 0.33, tick.text, { size, anchor: "end", fill: "muted" }),
  ]);
}

/** Vertical hairlines over the plot, their numbers below it. Numbers that would touch the one before are left out. */
export function columns(
  axis: ValueAxis,
  x: ScaleLinear<number, number>,
  top: number,
  bottom: number,
  size: number,
  right: number,
): readonly Mark[] {
  let free = Number.NEGATIVE_INFINITY;
  return axis.ticks.flatMap((tick): Mark[] => {
    const at = x(tick.value);
    const grid = line(`grid:${tick.value}`, at, top, at, bottom, hairline(tick.value));
    const half = textWidth(tick.text, size) / 2;
    const middle = Math.max(half, Math.min(right - half, at));
    if (middle - half < free) return [grid];
    free = middle + half + size / 2;
    return [grid, text(`tick:${tick.value}`, middle, bottom + size * 1.25, tick.text, { size, anchor: "middle", fill: "muted" })];
  });
}

function hairline(value: number): { readonly stroke: "muted" | "line"; readonly strokeWidth: number } {
  return value === 0 ? { stroke: "muted", strokeWidth: 1 } : { stroke: "line", strokeWidth: 1 };
}
