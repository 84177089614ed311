/** Whether values say the same as others, and which of them do not. */

import type { Cell, Level } from "../data/dataset.ts";
import { isMissing, type Missing, type Quality } from "../data/figure.ts";

/** How far two cells agree: `quality` is the same value with another thing said of it. */
export type Agreement = "same" | "quality" | "different";

/** Keys in another order are the same; a key that only one of them has is a difference. */
export function agreement(a: Cell, b: Cell): Agreement {
  if (a.kind === "value" || b.kind === "value") {
    if (a.kind !== b.kind) return "different";
    if (a.kind !== "value" || b.kind !== "value" || !sameNumber(a.value, b.value)) return "different";
    return weight(a.quality) === weight(b.quality) ? "same" : "quality";
  }
  if (a.cells.size !== b.cells.size) return "different";
  let worst: Agreement = "same";
  for (const [key, cell] of a.cells) {
    const other = b.cells.get(key);
    const found = other === undefined ? "different" : agreement(cell, other);
    if (found === "different") return found;
    if (found === "quality") worst = found;
  }
  return worst;
}

/** The cells of the outermost level that say something else than those of `known`, or that it lacks. */
export function differing(values: Level, known: Level): Level {
  const cells = [...values.cells].filter(([key, cell]) => {
    const other = known.cells.get(key);
    return other === undefined || agreement(cell, other) !== "same";
  });
  return { ...values, cells: new Map(cells) };
}

/** A symbol is another one only where it means something else: "." and "·" are two ways to print one thing. */
function sameNumber(a: number | Missing, b: number | Missing): boolean {
  if (!isMissing(a) || !isMissing(b)) return a === b;
  return a.symbol === b.symbol || (a.meaning === b.meaning && a.exactly === b.exactly);
}

/** A final value says so or says nothing: both are the same. */
function weight(quality: Quality | undefined): string {
  return quality === undefined || (quality.kind === "plain" && quality.breaks !== true) ? "" : quality.flag;
}
