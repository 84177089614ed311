/** Which releases a deck sees: everything as of a day, as it was known then. */

import type { Data, Dataset } from "./dataset.ts";
import type { IsoDate } from "./figure.ts";

/** The data as of a day. */
export interface DataView {
  readonly data: Data;
  /** The Stichtag up to which releases are seen; for `latest` the newest in the data. */
  readonly asOf: IsoDate;
  /** The day of knowledge: revisions known later are not seen. */
  readonly knownOn: IsoDate;
  /** Set in a view made by {@link watch}: collects what is read through it. */
  readonly reads?: Reads;
}

/** Datasets by the id under which they were asked for; `undefined` where there was none. */
export type Reads = Map<string, Dataset | undefined>;

/**
 * @param options.asOf a day, or `"latest"`: the newest Stichtag in the data
 * @param options.knownOn default: the day of `asOf`; for `latest` everything known
 */
export function viewOf(data: Data, options: { readonly asOf: IsoDate; readonly knownOn?: IsoDate }): DataView {
  return { data, asOf: options.asOf, knownOn: options.knownOn ?? options.asOf };
}

/** The same view, with an empty `reads` of its own: make one for each thing that is memoised by what it has read. */
export function watch(view: DataView): DataView & { readonly reads: Reads } {
  return { ...view, reads: new Map() };
}

/** Whether what was worked out with these reads in a view `before` holds in the view `now` too. */
export function sameReads(reads: Reads, before: DataView, now: DataView): boolean {
  if (before.asOf !== now.asOf || before.knownOn !== now.knownOn) return false;
  for (const [id, dataset] of reads) if (now.data.get(id) !== dataset) return false;
  return true;
}
