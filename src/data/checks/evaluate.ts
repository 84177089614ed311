/**
 * Holds the values of one Stichtag to the checks of their dataset: the same for what comes in as for what lies in `data/`.
 *
 *     shape    keys complete and known, as many values as before
 *     nature   not one symbol everywhere, whole counts, multiples of what they are rounded to, within the range
 *     change   plausible against the release before
 *     repeat   not the numbers of an earlier release under a new day
 *     sums     parts make their totals, as far as the dataset's additivity lets them
 */

import type { Diagnostic, Message } from "../../source/diagnostic.ts";
import type { Data, Dataset, Level } from "../dataset.ts";
import type { IsoDate } from "../figure.ts";
import { checkChange } from "./change.ts";
import { checkNature } from "./nature.ts";
import { checkRepeat } from "./repeat.ts";
import { checkShape } from "./shape.ts";
import { checkSums } from "./sums.ts";

export interface Subject {
  readonly dataset: Dataset;
  readonly stichtag: IsoDate;
  /** Of a partial dataset what comes at this Stichtag. */
  readonly values: Level;
  /** What it is compared with, newest first: of a complete dataset the first counts, of a partial one the first that has the key. */
  readonly before: readonly Earlier[];
  /** Where totals in other datasets are looked up. */
  readonly data: Data;
}

export interface Earlier {
  readonly stichtag: IsoDate;
  readonly values: Level;
}

export interface CheckReport {
  /** What no release may have: the reader of `data/` refuses it as well. */
  readonly faults: readonly Diagnostic[];
  /** Each with its place in the values, or in `dataset.yaml` where a rule does not fit them. */
  readonly objections: readonly Diagnostic[];
  /** What could not be checked and why: no objections, but to be said. */
  readonly unchecked: readonly Message[];
}

/** Collects what is found. */
export interface Findings {
  readonly faults: Diagnostic[];
  readonly objections: Diagnostic[];
  readonly unchecked: Message[];
}

export function evaluateChecks(subject: Subject): CheckReport {
  const findings: Findings = { faults: [], objections: [], unchecked: [] };
  checkShape(subject, findings);
  checkNature(subject, findings);
  checkChange(subject, findings);
  checkRepeat(subject, findings);
  checkSums(subject, findings);
  return findings;
}
