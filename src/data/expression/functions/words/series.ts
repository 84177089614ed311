/** Series of releases: the days that came before, and whether they can be compared. */

import { releasesSeen, type DataView } from "../../../asof.ts";
import { breakOf } from "../../../breaks.ts";
import { dataOf, dataOfAll, type IsoDate, type Quantity } from "../../../figure.ts";
import { cellAt, releasesWith } from "../../../lookup.ts";

/** The newest break between what the two numbers rest on, or `undefined` where they can be compared. */
export function breaksSince(
  now: Quantity,
  before: Quantity,
  view: DataView,
): { readonly day: IsoDate; readonly reason: string } | undefined {
  const earliest = new Map<string, IsoDate>();
  for (const { dataset, release } of dataOf(before)) {
    const day = earliest.get(dataset.id);
    if (day === undefined || release.stichtag < day) earliest.set(dataset.id, release.stichtag);
  }
  for (const { dataset, release: last, path } of dataOf(now)) {
    const from = earliest.get(dataset.id);
    if (from === undefined) continue;
    for (const release of releasesSeen(view, dataset).toReversed()) {
      if (release.stichtag <= from || release.stichtag > last.stichtag) continue;
      const reason = breakOf(dataset, release, [path]);
      if (reason !== undefined) return { day: release.stichtag, reason };
    }
  }
  return undefined;
}

/** The days before, newest first, on which all that the numbers rest on has a release. */
export function daysBefore(quantities: readonly Quantity[], view: DataView): readonly IsoDate[] {
  let common: readonly IsoDate[] | undefined;
  for (const { dataset, release, path } of dataOfAll(quantities)) {
    const days = releasesWith(view, dataset, path)
      .filter(({ stichtag, values }) => stichtag < release.stichtag && cellAt(values, path) !== undefined)
      .map(({ stichtag }) => stichtag);
    common = common === undefined ? days : common.filter((day) => days.includes(day));
  }
  return (common ?? []).toReversed();
}
