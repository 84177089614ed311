/** Which releases a deck sees: everything as of a day, as it was known then. */

import type { Data, Dataset, Release } from "./dataset.ts";
import type { IsoDate } from "./figure.ts";

/** The data as of a day. */
export interface DataView {
  readonly data: Data;
  /** The Stichtag up to which releases are seen; for `latest` the newest in the data. */
  readonly asOf: IsoDate;
  /** The day of knowledge: what became known later is not seen. */
  readonly knownOn: IsoDate;
  /** Set where no day was named: the deck wants the newest there is. */
  readonly latest?: true;
  /**
   * Set where somebody asks what was known on a day: then a release counts as known from the day on which the updater
   * took it in. Else a first release does from its Stichtag on, so that a deck as of a past day has that day's numbers.
   */
  readonly byArrival?: true;
  /** Set in a view of another day made of one by arrival: of what had come in, it sees what counts as known on `asOf`. */
  readonly asThen?: true;
  /** Set in a view made by {@link watch}: collects what is read through it. */
  readonly reads?: Reads;
}

/** Datasets by the id under which they were asked for; `undefined` where there was none. */
export type Reads = Map<string, Dataset | undefined>;

const end = "9999-12-31";

/**
 * @param options.asOf a day, or `"latest"`: the newest Stichtag known (without any data, the last day there is)
 * @param options.knownOn sees the data as they were in the project on that day (`byArrival`); default: the day of `asOf`,
 *   for `latest` everything
 */
export function viewOf(data: Data, options: { readonly asOf: IsoDate; readonly knownOn?: IsoDate }): DataView {
  const { asOf, knownOn } = options;
  const arrival = knownOn === undefined ? {} : ({ byArrival: true } as const);
  if (asOf !== "latest") return { data, asOf, knownOn: knownOn ?? asOf, ...arrival };
  let newest = "";
  let known = "";
  for (const { releases } of data.values()) {
    for (const release of releases) {
      const day = knownFrom(release, arrival);
      if (knownOn !== undefined && day > knownOn) continue;
      if (release.stichtag > newest) newest = release.stichtag;
      if (day > known) known = day;
    }
  }
  return { data, asOf: newest || end, knownOn: knownOn ?? (known || end), latest: true, ...arrival };
}

/**
 * The day from which on a release is known: that of a revision, else, by arrival, the one on which the updater took it in,
 * else its Stichtag. What people write by hand they may write long afterwards: its `retrieved.on` says nothing.
 */
export function knownFrom({ stichtag, knownOn, retrieved }: Release, { byArrival }: Pick<DataView, "byArrival">): IsoDate {
  if (knownOn !== undefined) return knownOn;
  const arrived = byArrival === true && retrieved?.connector !== undefined ? retrieved.on : undefined;
  return arrived !== undefined && arrived > stichtag ? arrived : stichtag;
}

/** A past or later day as {@link viewOf} has it, seen as it was known then; in a view by arrival without what came in later. */
export function viewAsOf(view: DataView, asOf: IsoDate): DataView {
  return view.byArrival === true ? { ...view, asOf, asThen: true } : { ...view, asOf, knownOn: asOf };
}

/** What of a view decides which releases it sees, as a text to remember answers by. */
export function viewKey({ asOf, knownOn, byArrival, asThen }: DataView): string {
  return `${asOf} ${knownOn} ${byArrival === true ? "arrival" : ""} ${asThen === true ? "then" : ""}`;
}

/** The same view, with an empty `reads` of its own: make one for each thing that is memoised by what it has read. */
export function watch(view: DataView): DataView & { readonly reads: Reads } {
  return { ...view, reads: new Map() };
}

/** Whether what was worked out with these reads in the view `before` holds in the view `now` too. */
export function sameReads(reads: Reads, before: DataView, now: DataView): boolean {
  if (viewKey(before) !== viewKey(now)) return false;
  for (const [id, dataset] of reads) if (now.data.get(id) !== dataset) return false;
  return true;
}

/**
 * The releases of a dataset that a view sees, oldest Stichtag first. Of a complete dataset one for each Stichtag: its
 * newest revision. Of a partial one all, revisions after what they revise, since a revision may hold some keys only.
 */
export function releasesSeen(view: DataView, dataset: Dataset): readonly Release[] {
  let byView = seen.get(dataset);
  if (byView === undefined) seen.set(dataset, (byView = new Map()));
  const key = viewKey(view);
  let releases = byView.get(key);
  if (releases === undefined) byView.set(key, (releases = select(view, dataset)));
  return releases;
}

const seen = new WeakMap<Dataset, Map<string, readonly Release[]>>();

function select(view: DataView, { releases, coverage }: Dataset): readonly Release[] {
  const all = releases.filter(
    (release) =>
      release.stichtag <= view.asOf &&
      knownFrom(release, view) <= view.knownOn &&
      (view.asThen !== true || knownFrom(release, {}) <= view.asOf),
  );
  return coverage === "partial" ? all : all.filter(({ stichtag }, index) => all[index + 1]?.stichtag !== stichtag);
}
