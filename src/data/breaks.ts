/** Where a series cannot be compared with what was before: as a release says of itself, or its source of single values. */

import type { Cell, Dataset, Release } from "./dataset.ts";
import { cellAt } from "./lookup.ts";

/**
 * Why the values at the paths cannot be compared with those of the release before (German); `undefined` where they can.
 *
 * @param paths of values, or of levels for all that is below; the empty path is the whole release
 */
export function breakOf(dataset: Dataset, release: Release, paths: Iterable<readonly string[]>): string | undefined {
  const names = new Set<string>();
  // In a partial dataset a release may have none of the values: then its break is not theirs.
  let anything = false;
  for (const path of paths) {
    const cell = cellAt(release.values, path);
    anything ||= cell !== undefined;
    for (const key of cell === undefined ? [] : broken(cell, path.at(-1) ?? "")) names.add(dataset.labels.get(key) ?? key);
  }
  const reasons = release.break === undefined || !anything ? [] : [release.break];
  if (names.size > 0) reasons.push(`Bruch laut Quelle bei ${[...names].join(", ")}`);
  return reasons.length === 0 ? undefined : reasons.join(" ");
}

/** Keys of the values that the source marks. */
function broken(cell: Cell, key: string): readonly string[] {
  if (cell.kind === "value") return cell.quality?.breaks === true ? [key] : [];
  return [...cell.cells].flatMap(([below, inner]) => broken(inner, below));
}
