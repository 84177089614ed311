/** Where something stands, for many places of the same file. */

import type { Source, Span } from "../../source/source.ts";
import type { FilePlace } from "./entries.ts";

/** Offsets at which lines begin. */
const lines = new WeakMap<Source, readonly number[]>();

/** As `positionAt`, which counts from the top each time. */
export function filePlace({ source, start }: Span): FilePlace {
  const begins = beginsOf(source);
  let [low, high] = [0, begins.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((begins[middle] ?? 0) <= start) low = middle;
    else high = middle;
  }
  return { file: source.path, line: (source.firstLine ?? 1) + low, column: start - (begins[low] ?? 0) + 1 };
}

function beginsOf(source: Source): readonly number[] {
  const known = lines.get(source);
  if (known !== undefined) return known;
  const begins = [0];
  for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) begins.push(at + 1);
  lines.set(source, begins);
  return begins;
}
