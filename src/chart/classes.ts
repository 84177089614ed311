/** Classes of a map: few, of round numbers. */

import { tickStep } from "d3-array";
import type { ColourName } from "../../theme/tokens.ts";
import type { MapChart } from "./model.ts";
import { type NumberLook, tickDigits, write } from "./numbers.ts";

export type ValueClass = MapChart["classes"][number];
export type Scale = "number" | "percent" | "permille" | "million";

/** Which of the six tones of the scale carry a number of classes: always the darkest and, from three on, the lightest ones apart. */
const tones: readonly (readonly ColourName[])[] = [
  [],
  ["map-4"],
  ["map-2", "map-5"],
  ["map-1", "map-3", "map-5"],
  ["map-1", "map-2", "map-4", "map-6"],
  ["map-1", "map-2", "map-3", "map-4", "map-6"],
  ["map-1", "map-2", "map-3", "map-4", "map-5", "map-6"],
];
/** As many classes as there are tones; more bounds than that share the darkest. */
export const mostClasses = 6;

/**
 * Classes that hold all values, lowest first, coloured from `map-1` to `map-6`. No values: no classes.
 *
 * @param values finite numbers
 * @param bounds ascending; two or more, the ends included. Default: round numbers found for the values
 * @param scale how the bounds are written: a share as per cent, e.g. "5 bis unter 10 %"
 * @param thousands as in the deck's figures
 */
export function classify(
  values: readonly number[],
  bounds?: readonly number[],
  scale: Scale = "number",
  thousands: NumberLook["thousands"] = ".",
): readonly ValueClass[] {
  const ends = bounds !== undefined && bounds.length >= 2 ? bounds : roundBounds(values);
  const count = ends.length - 1;
  if (count < 1) return [];
  const look: NumberLook = { name: scale, digits: 0, thousands };
  const digits = Math.max(...ends.map((end) => tickDigits(end, look)));
  const colours = tones[Math.min(count, mostClasses)] ?? [];
  return ends.slice(0, -1).map((from, i) => {
    const to = ends[i + 1] ?? from;
    return { from, to, label: label(from, to, i === count - 1, look, digits), colour: colours[Math.min(i, colours.length - 1)] ?? "map-6" };
  });
}

/** "500 bis unter 1.000"; the last one takes its end in: "2.000 bis 5.000". */
function label(from: number, to: number, last: boolean, look: NumberLook, digits: number): string {
  const [low, high] = [write(from, look, digits), write(to, look, digits)];
  const unit = /\u00a0\D+$/.exec(high)?.[0] ?? "";
  const start = unit !== "" && low.endsWith(unit) ? low.slice(0, -unit.length) : low;
  if (from === to) return high;
  return last ? `${start} bis ${high}` : `${start} bis unter ${high}`;
}

/** Steps of 1, 2, 2.5, 5 times a power of ten: even where the values are even, growing where a few are much larger than most. */
function roundBounds(values: readonly number[]): readonly number[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return [low, high];
  const even = evenBounds(low, high);
  if (low < 0 || balanced(values, even)) return even;
  const growing = growingBounds(low, high);
  return growing.length >= 4 ? growing : even;
}

function evenBounds(low: number, high: number): readonly number[] {
  const step = tickStep(low, high, 4);
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: to - from + 1 }, (_, i) => round((from + i) * step));
}

/** No class holds more than half of the values, and none is empty. */
function balanced(values: readonly number[], bounds: readonly number[]): boolean {
  return bounds.slice(0, -1).every((from, i) => {
    const to = bounds[i + 1] ?? from;
    const last = i === bounds.length - 2;
    const count = values.filter((value) => value >= from && (value < to || (last && value <= to))).length;
    return count > 0 && count <= values.length / 2;
  });
}

/** 0, 500, 1.000, 2.000, 5.000: from the first round number above the lowest value to the first above the highest. */
function growingBounds(low: number, high: number): readonly number[] {
  const steps: number[] = [];
  const from = Math.floor(Math.log10(Math.max(low, high / 1000)));
  for (let power = from; power <= Math.ceil(Math.log10(high)); power++)
    for (const factor of [1, 2, 5]) steps.push(round(factor * 10 ** power));
  const first = steps.findLastIndex((step) => step <= low);
  const last = steps.findIndex((step) => step >= high);
  const start = first < 0 ? [0] : [];
  const inner = steps.slice(Math.max(0, first), last + 1);
  const bounds = [...start, ...inner];
  return bounds.length - 1 <= mostClasses ? bounds : [0, ...inner.slice(-mostClasses)];
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
