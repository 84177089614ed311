/** Whether values can be what they are said to be: numbers at all, whole counts, rounded, within their range. */

import { error } from "../../source/diagnostic.ts";
import { allTheSame, notMultiple, notWhole, outOfRange } from "../../source/messages/acceptance.ts";
import type { Dataset } from "../dataset.ts";
import { isMissing } from "../figure.ts";
import type { Findings, Subject } from "./evaluate.ts";
import { type Leaf, leavesOf, nameOfPath } from "./level.ts";

/** Units of what is counted one by one. */
const counts: ReadonlySet<string> = new Set(
  [
    "Personen",
    "Menschen",
    "Einwohner",
    "Einwohnerinnen und Einwohner",
    "Kinder",
    "Haushalte",
    "Familien",
    "Fälle",
    "Anträge",
    "Betriebe",
    "Wohnungen",
    "Kommunen",
    "Gemeinden",
    "Abschiebungen",
    "Anzahl",
  ].map((unit) => unit.toLowerCase()),
);

/** Whether values of this unit are whole numbers. */
function isCount(unit: string): boolean {
  return counts.has(unit.trim().toLowerCase());
}

/** What the values of a `rounded` dataset are multiples of; `undefined` where that is not known. */
export function roundingOf({ additivity, checks, unit }: Dataset): number | undefined {
  if (additivity !== "rounded") return undefined;
  return checks.roundedTo ?? (isCount(unit) ? 5 : undefined);
}

export function checkNature(subject: Subject, findings: Findings): void {
  const leaves = leavesOf(subject.values);
  checkAllTheSame(subject, leaves, findings);
  checkRange(subject, findings);
  for (const leaf of leaves) checkNumber(subject.dataset, leaf, findings);
}

function checkAllTheSame({ values }: Subject, leaves: readonly Leaf[], { objections }: Findings): void {
  const kinds = new Set(leaves.map(({ value: { value } }) => (isMissing(value) ? value.symbol : value)));
  const [only] = kinds;
  if (kinds.size === 1 && (typeof only === "string" || only === 0)) {
    objections.push(error(leaves[0]?.value.span ?? values.span, allTheSame(only, leaves.length)));
  }
}

/** Whether each value lies in the dataset's range. */
export function checkRange({ dataset, values }: Pick<Subject, "dataset" | "values">, { objections }: Pick<Findings, "objections">): void {
  const { range } = dataset.checks;
  if (range === undefined) return;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = range;
  for (const { path, value } of leavesOf(values)) {
    if (isMissing(value.value) || (value.value >= least && value.value <= most)) continue;
    objections.push(error(value.span, outOfRange(nameOfPath(path), value.value, range.least, range.most)));
  }
}

function checkNumber(dataset: Dataset, { path, value: { value, span } }: Leaf, { objections }: Findings): void {
  if (isMissing(value)) return;
  const name = nameOfPath(path);
  const unit = dataset.units.get(path[0] ?? "") ?? dataset.unit;
  const roundedTo = unit === dataset.unit ? roundingOf(dataset) : undefined;
  if (isCount(unit) && !Number.isInteger(value)) objections.push(error(span, notWhole(name, value, unit)));
  else if (roundedTo !== undefined && !isMultiple(value, roundedTo)) objections.push(error(span, notMultiple(name, value, roundedTo)));
}

function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, Math.abs(times));
}
