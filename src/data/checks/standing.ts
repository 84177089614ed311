/**
 * Holds all that lies in `data/` to the checks of its datasets, at each build: ranges and sums, also across datasets. Keys
 * are held by the reader. Whether a change is plausible is asked when values come in: what was taken then stands.
 */

import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Data, Dataset, Release } from "../dataset.ts";
import type { Findings } from "./evaluate.ts";
import { checkRange } from "./nature.ts";
import { checkSums } from "./sums.ts";

interface Held {
  /** Datasets that sums of this one have their totals in. */
  readonly others: ReadonlyMap<string, Dataset | undefined>;
  readonly faults: readonly Diagnostic[];
}

const known = new WeakMap<Dataset, Held>();

/**
 * What its releases break, as errors at the values; nothing of a release that somebody took all the same (`accepted`), nor
 * of a revision that has been revised. The same answer as long as the dataset, and those it is compared with, are the same.
 */
export function standingFaults(dataset: Dataset, data: Data): readonly Diagnostic[] {
  const before = known.get(dataset);
  if (before !== undefined && [...before.others].every(([id, other]) => data.get(id) === other)) return before.faults;
  const others = new Map<string, Dataset | undefined>();
  for (const { total } of dataset.checks.sums) if (total.dataset !== undefined) others.set(total.dataset, data.get(total.dataset));
  const faults = dataset.faulty === true ? [] : releasesThatStand(dataset).flatMap((release) => faultsOf(release, dataset, data));
  known.set(dataset, { others, faults });
  return faults;
}

function faultsOf({ stichtag, values }: Release, dataset: Dataset, data: Data): readonly Diagnostic[] {
  const findings: Findings = { faults: [], objections: [], unchecked: [] };
  const subject = { dataset, stichtag, values, before: [], data };
  checkRange(subject, findings);
  checkSums(subject, findings);
  return findings.objections;
}

/** Of a partial dataset a revision may hold some keys only, so that what it revises stands beside it. */
function releasesThatStand({ releases, coverage }: Dataset): readonly Release[] {
  return releases.filter(
    ({ stichtag, accepted }, i) => accepted.length === 0 && (coverage === "partial" || releases[i + 1]?.stichtag !== stichtag),
  );
}
