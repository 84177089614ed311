/** Which releases a deck sees: everything as of a day, as it was known then. */

import type { Data, Dataset, Release } from "./dataset.ts";
import type { IsoDate } from "./figure.ts";

/** The data as of a day. */
export interface DataView {
  readonly data: Data;
  /** The Stichtag up to which releases are seen; for `latest` the newest in the data. */
  readonly asOf: IsoDate;
  /** The day of knowledge: what became known later is not seen. A first release counts as known from its Stichtag on. */
  readonly knownOn: IsoDate;
  /** Set in a view made by {@link watch}: collects what is read through it. */
  readonly reads?: Reads;
}

/** Datasets by the id under which they were asked for; `undefined` where there was none. */
export type Reads = Map<string, Dataset | undefined>;

/**
 * @param options.asOf a day, or `"latest"`: the newest Stichtag in the data (without any data, the last day there is)
 * @param options.knownOn default: the day of `asOf`; for `latest` everything known
 */
export function viewOf(data: Data, options: { readonly asOf: IsoDate; readonly knownOn?: IsoDate }): DataView {
  if (options.asOf !== "latest") return { data, asOf: options.asOf, knownOn: options.knownOn ?? options.asOf };
  let newest = "";
  let known = "";
  for (const { releases } of data.values()) {
    for (const { stichtag, knownOn } of releases) {
      if (stichtag > newest) newest = stichtag;
      if ((knownOn ?? stichtag) > known) known = knownOn ?? stichtag;
    }
  }
  const end = "9999-12-31";
  return { data, asOf: newest === "" ? end : newest, knownOn: options.knownOn ?? (known === "" ? end : known) };
}

/** The same view, with an empty `reads` of its own: make one for each thing that is memoised by what it has read. */
export function watch(view: DataView): DataView & { readonly reads: Reads } {
  return { ...view, reads: new Map() };
}

/** Whether what was worked out with these reads in the view `before` holds in the view `now` too. */
export function sameReads(reads: Reads, before: DataView, now: DataView): boolean {
  if (before.asOf !== now.asOf || before.knownOn !== now.knownOn) return false;
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
  const key = `${view.asOf} ${view.knownOn}`;
  let releases = byView.get(key);
  if (releases === undefined) byView.set(key, (releases = select(view, dataset)));
  return releases;
}

const seen = new WeakMap<Dataset, Map<string, readonly Release[]>>();

function select({ asOf, knownOn }: DataView, { releases, coverage }: Dataset): readonly Release[] {
  const all = releases.filter((release) => release.stichtag <= asOf && (release.knownOn ?? release.stichtag) <= knownOn);
  return coverage === "partial" ? all : all.filter(({ stichtag }, index) => all[index + 1]?.stichtag !== stichtag);
}
