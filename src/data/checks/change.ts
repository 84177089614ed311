/** Whether values have changed no more than is plausible since they were last known. */

import { error } from "../../source/diagnostic.ts";
import { changedMuch, changeUnchecked } from "../../source/messages/acceptance.ts";
import { addMonths, germanDate } from "../calendar.ts";
import type { Checks } from "../checks.ts";
import type { Value } from "../dataset.ts";
import { type IsoDate, isMissing, type Missing } from "../figure.ts";
import type { Earlier, Findings, Subject } from "./evaluate.ts";
import { cellAt, leavesOf, nameOfPath } from "./level.ts";

/** Where a dataset says nothing: a value from 100 on may change by half. */
const usual: NonNullable<Checks["change"]> = { share: 0.5, from: 100 };

export function checkChange(subject: Subject, { objections, unchecked }: Findings): void {
  const { dataset, values, before } = subject;
  if (before.length === 0) {
    unchecked.push(changeUnchecked());
    return;
  }
  const rule = dataset.checks.change ?? usual;
  const compared = dataset.coverage === "complete" ? before.slice(0, 1) : before;
  for (const { path, value } of leavesOf(values)) {
    const last = formerOf(path, compared);
    if (last === undefined) continue;
    const years = yearsBetween(last.stichtag, subject.stichtag);
    const allowed = implausible(last.value.value, value.value, rule, years);
    if (allowed === undefined) continue;
    const former = { value: shown(last.value.value), stichtag: germanDate(last.stichtag) };
    objections.push(error(value.span, changedMuch(nameOfPath(path), shown(value.value), former, { share: allowed, years })));
  }
}

/** Started years, at least one: between releases far apart a value has more time to change. */
function yearsBetween(from: IsoDate, to: IsoDate): number {
  let years = 1;
  while (addMonths(from, 12 * years) < to) years++;
  return years;
}

function formerOf(
  path: readonly string[],
  compared: readonly Earlier[],
): { readonly value: Value; readonly stichtag: IsoDate } | undefined {
  for (const { stichtag, values } of compared) {
    const cell = cellAt(values, path);
    if (cell?.kind === "value") return { value: cell, stichtag };
    // An unlike shape is told as such; an older release need not be asked then.
    if (cell !== undefined) return undefined;
  }
  return undefined;
}

/** @returns where a change is not plausible, the share that would have been */
function implausible(
  former: number | Missing,
  now: number | Missing,
  { share, from }: NonNullable<Checks["change"]>,
  years: number,
): number | undefined {
  const [a, b] = [reckonable(former), reckonable(now)];
  // From a symbol to a number is no change that could be measured; a number that has gone is one where it counted.
  if (a === undefined) return undefined;
  if (b === undefined) return Math.abs(a) < Math.max(from, usual.from) ? undefined : share;
  if (Math.abs(a) < from && Math.abs(b) < from) return undefined;
  const grows = a < 0 ? b < a : b > a;
  // Upwards the years add up; downwards nothing can go further than to nothing.
  const allowed = grows ? share * years : 1 - Math.max(0, 1 - share) ** years;
  // Counted in the smallest parts that a share of decimals can be off by.
  return Math.abs(b - a) <= Math.abs(a) * allowed * (1 + 1e-12) ? undefined : allowed;
}

function reckonable(value: number | Missing): number | undefined {
  return isMissing(value) ? value.exactly : value;
}

function shown(value: number | Missing): number | string {
  return isMissing(value) ? value.symbol : value;
}
