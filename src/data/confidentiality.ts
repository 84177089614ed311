/** Which counts must not be told: small ones of the office's own data. What other offices publish they have protected themselves. */

import { leavesOf } from "./checks/level.ts";
import type { Dataset, Release, Value } from "./dataset.ts";
import { type Datum, isMissing } from "./figure.ts";
import { cellAt } from "./lookup.ts";

/** Whether a count is told at all: zero is, and what is large enough. */
export function isSmall(value: number, { minimum }: NonNullable<Dataset["confidentiality"]>): boolean {
  return value > 0 && value < minimum;
}

/** Whether the cell must not be told: a small count, or one in whose place stands a sign that is no number. */
export function isSecret({ value }: Value, { confidentiality }: Dataset): boolean {
  if (confidentiality === undefined) return false;
  return isMissing(value) ? value.exactly === undefined : isSmall(value, confidentiality);
}

/** As {@link isSecret}, of a value that something was worked out of. */
export function isSecretDatum({ dataset, release, path }: Datum): boolean {
  const cell = cellAt(release.values, path);
  return cell?.kind === "value" && isSecret(cell, dataset);
}

const secretive = new WeakMap<Release, boolean>();

/** Whether any cell of the release must not be told. */
export function hasSecret(release: Release, dataset: Dataset): boolean {
  if (dataset.confidentiality === undefined) return false;
  let has = secretive.get(release);
  if (has === undefined) secretive.set(release, (has = leavesOf(release.values).some(({ value }) => isSecret(value, dataset))));
  return has;
}
