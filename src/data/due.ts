/** Which datasets should have a newer release by now, by their rhythm. */

import { addMonths, daysBetween } from "./calendar.ts";
import type { Data, Dataset, Rhythm } from "./dataset.ts";
import type { IsoDate } from "../data/figure.ts";

/** A dataset of which a newer release is to be expected. */
export interface Due {
  readonly dataset: Dataset;
  /** Its newest Stichtag; absent where it has no release at all, and then nothing else is known. */
  readonly newest?: IsoDate;
  /** The first Stichtag that is missing, for the whole dataset or, of a partial one, some keys. */
  readonly next?: IsoDate;
  /** The day on which that was to be expected. */
  readonly expected?: IsoDate;
  /** How many days ago that was; 0 is today. */
  readonly days: number;
  /** How many Stichtage are missing by now; 0 where only keys lag. */
  readonly missed: number;
  /** Keys of a partial dataset that lag behind its newest Stichtag, and for which more is to be expected. */
  readonly behind: readonly Lagging[];
}

export interface Lagging {
  readonly key: string;
  readonly label: string;
  /** The key's own newest Stichtag. */
  readonly newest: IsoDate;
}

/** The first Stichtag after this one, and the day on which its values are to be expected. */
export function nextAfter(newest: IsoDate, { every, after }: Rhythm): { readonly next: IsoDate; readonly expected: IsoDate } {
  const next = addMonths(newest, months[every]);
  return { next, expected: addMonths(next, after) };
}

const months: Readonly<Record<Rhythm["every"], number>> = { year: 12, "half-year": 6, quarter: 3, month: 1 };

/** The datasets that are due, most urgent first: longest overdue, then those with most Stichtage missing, then by name. */
export function dueDatasets(data: Data, today: IsoDate): readonly Due[] {
  return [...data.values()]
    .flatMap((dataset) => dueOf(dataset, today) ?? [])
    .toSorted((a, b) => b.days - a.days || b.missed - a.missed || (a.dataset.id < b.dataset.id ? -1 : 1));
}

/** @returns `undefined` where nothing newer is to be expected, or nothing is said of it */
export function dueOf(dataset: Dataset, today: IsoDate): Due | undefined {
  const { rhythm, releases } = dataset;
  if (rhythm === undefined) return undefined;
  const newest = releases.at(-1)?.stichtag;
  // Of a dataset with faults it is not known what could not be read.
  if (newest === undefined) return dataset.faulty ? undefined : { dataset, days: Number.MAX_SAFE_INTEGER, missed: 1, behind: [] };
  const missed = missedBy(newest, rhythm, today);
  const behind = dataset.coverage === "partial" ? lagging(dataset, newest).filter((key) => missedBy(key.newest, rhythm, today) > 0) : [];
  // Keys that lag while their dataset is up to date are due for a Stichtag of their own.
  const since =
    missed > 0
      ? newest
      : behind
          .map((key) => key.newest)
          .toSorted()
          .at(-1);
  if (since === undefined) return undefined;
  const { next, expected } = nextAfter(since, rhythm);
  return { dataset, newest, next, expected, days: daysBetween(expected, today), missed, behind };
}

/** How many Stichtage after this one should be there by a day. */
export function missedBy(newest: IsoDate, { every, after }: Rhythm, today: IsoDate): number {
  let missed = 0;
  while (addMonths(addMonths(newest, months[every] * (missed + 1)), after) <= today) missed++;
  return missed;
}

/** Keys whose own newest Stichtag is older than the dataset's, in its order; the outermost level, declared or seen. */
function lagging({ keys, labels, releases, total }: Dataset, newest: IsoDate): readonly Lagging[] {
  const last = new Map<string, IsoDate | undefined>(keys.map((key) => [key, undefined]));
  for (const { stichtag, values } of releases) for (const key of values.cells.keys()) last.set(key, stichtag);
  return [...last].flatMap(([key, day]) =>
    day === undefined || day >= newest || key === total ? [] : [{ key, label: labels.get(key) ?? key, newest: day }],
  );
}
