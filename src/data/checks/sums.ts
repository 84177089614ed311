/**
 * Whether parts make their totals. What "make" means is decided by additivity: exact counts are equal in decimal notation,
 * rounded ones within what the rounding of each part and of the total can make, others cannot be checked. A total is never
 * repaired, and a symbol in a sum makes it uncheckable unless it stands for a number.
 */

import { error } from "../../source/diagnostic.ts";
import {
  otherNotThere,
  sumDatasetUnknown,
  sumKeyUnknown,
  sumsUncheckable,
  sumWithAbsent,
  sumWithMissing,
  sumWrong,
} from "../../source/messages/acceptance.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/source.ts";
import { germanDate } from "../calendar.ts";
import type { SumRule } from "../checks.ts";
import type { Cell, Dataset, Level } from "../dataset.ts";
import { decimalPlaces, exactSum } from "../decimal.ts";
import { isMissing, type IsoDate, type Missing } from "../figure.ts";
import type { Findings, Subject } from "./evaluate.ts";
import { cellAt, leavesOf, nameOfPath } from "./level.ts";
import { roundingOf } from "./nature.ts";

/** A total and all that should make it. `value` is absent where there is no such key. */
interface Equation {
  readonly name: string;
  readonly total: number | Missing;
  readonly parts: readonly { readonly name: string; readonly value?: number | Missing }[];
  /** Whose rounding the total has. */
  readonly of: Dataset;
  readonly span: Span;
}

export function checkSums(subject: Subject, findings: Findings): void {
  const { dataset, values } = subject;
  const { sums } = dataset.checks;
  const totalHere = dataset.total !== undefined && dataset.coverage === "complete" ? totalsIn(dataset, values, dataset.total) : [];
  if (sums.length === 0 && totalHere.length === 0) return;
  if (dataset.additivity === "cell-key" || dataset.additivity === "sample") {
    findings.unchecked.push(sumsUncheckable(dataset.additivity));
    return;
  }
  judge(dataset, totalHere, findings);
  for (const rule of sums) judge(dataset, ruled(rule, subject, findings), findings);
}

/** The dataset's total against its others, at each level that has it; a rule for the total takes the place of this. */
function totalsIn(dataset: Dataset, values: Level, total: string): readonly Equation[] {
  const ruledAlready = dataset.checks.sums.some(({ total: to }) => to.dataset === undefined && to.path[0] === total);
  const at = (level: Level, path: readonly string[]): readonly Equation[] => {
    const whole = level.cells.get(total);
    const others = [...level.cells].filter(([key]) => key !== total);
    const own =
      whole === undefined || others.length === 0 || (path.length === 0 && ruledAlready)
        ? []
        : equationsOf(dataset, [...path, total], whole, others);
    return [...own, ...others.flatMap(([key, cell]) => (cell.kind === "level" ? at(cell, [...path, key]) : []))];
  };
  return at(values, []);
}

type Part = readonly [name: string, cell: Cell | undefined];

/** One equation where the total is a value, one for each value of it where it is a level. */
function equationsOf(dataset: Dataset, path: readonly string[], whole: Cell, parts: readonly Part[]): readonly Equation[] {
  if (whole.kind === "value") {
    return [
      {
        name: nameOfPath(path),
        total: whole.value,
        parts: parts.flatMap((part) => valuesOf(dataset, part)),
        of: dataset,
        span: whole.span,
      },
    ];
  }
  return [...whole.cells].flatMap(([key, cell]) => {
    const below = parts.map(([name, part]): Part => [`${name} / ${key}`, part?.kind === "level" ? part.cells.get(key) : undefined]);
    return equationsOf(dataset, [...path, key], cell, below);
  });
}

/** The numbers of a part: of a level all values in it but totals, since those would count twice. */
function valuesOf(dataset: Dataset, [name, cell]: Part): Equation["parts"] {
  if (cell === undefined) return [{ name }];
  if (cell.kind === "value") return [{ name, value: cell.value }];
  return leavesOf(cell).flatMap(({ path, value: { value } }) =>
    dataset.total !== undefined && path.includes(dataset.total) ? [] : [{ name: `${name} / ${nameOfPath(path)}`, value }],
  );
}

function ruled(rule: SumRule, { dataset, values, data, stichtag }: Subject, findings: Findings): readonly Equation[] {
  const { objections, unchecked } = findings;
  const keys = rule.parts === "all" ? [...values.cells.keys()].filter((key) => key !== dataset.total) : rule.parts;
  const [outermost = ""] = rule.total.path;
  const unknown = (key: string): void => {
    objections.push(error(rule.span, sumKeyUnknown(key, nearest(key, values.cells.keys()))));
  };
  if (rule.total.dataset === undefined) {
    const whole = cellAt(values, rule.total.path);
    if (whole === undefined) {
      // Of a partial dataset the total may come another day.
      if (dataset.coverage === "complete") unknown(nameOfPath(rule.total.path));
      return [];
    }
    const below = rule.total.path.slice(1);
    const parts = keys.filter((key) => key !== outermost || rule.parts !== "all");
    for (const key of parts) if (dataset.coverage === "complete" && !values.cells.has(key)) unknown(key);
    return equationsOf(
      dataset,
      rule.total.path,
      whole,
      parts.map((key): Part => [nameOfPath([key, ...below]), cellAt(values, [key, ...below])]),
    );
  }
  const other = data.get(rule.total.dataset);
  const name = nameOfPath([rule.total.dataset, ...rule.total.path]);
  if (other === undefined) {
    objections.push(error(rule.span, sumDatasetUnknown(rule.total.dataset, nearest(rule.total.dataset, data.keys()))));
    return [];
  }
  const total = valueAt(other, rule.total.path, stichtag);
  if (other.additivity === "cell-key" || other.additivity === "sample") unchecked.push(sumsUncheckable(other.additivity));
  else if (total === undefined) unchecked.push(otherNotThere(name, germanDate(stichtag)));
  else {
    for (const key of keys) if (dataset.coverage === "complete" && !values.cells.has(key)) unknown(key);
    const parts = keys.flatMap((key) => valuesOf(dataset, [key, values.cells.get(key)]));
    return [{ name, total, parts, of: other, span: leavesOf(values)[0]?.value.span ?? values.span }];
  }
  return [];
}

/** The value as it is known best: of the newest revision that has it. */
function valueAt(dataset: Dataset, path: readonly string[], stichtag: IsoDate): number | Missing | undefined {
  for (const release of dataset.releases.toReversed()) {
    const cell = release.stichtag === stichtag ? cellAt(release.values, path) : undefined;
    if (cell?.kind === "value") return cell.value;
  }
  return undefined;
}

function judge(dataset: Dataset, equations: readonly Equation[], { objections, unchecked }: Findings): void {
  const hindered: { readonly name: string; readonly part: string; readonly value?: number | Missing }[] = [];
  for (const { name, total, parts, of, span } of equations) {
    const numbers = parts.map(({ value }) => reckonable(value));
    const whole = reckonable(total);
    const gap = parts.find((_, index) => numbers[index] === undefined);
    if (whole === undefined) hindered.push({ name, part: name, value: total });
    else if (gap !== undefined) hindered.push({ name, part: gap.name, ...(gap.value === undefined ? {} : { value: gap.value }) });
    else {
      const known = numbers.filter((number) => number !== undefined);
      const uncertain = parts.filter(({ value }) => typeof value === "number").length;
      const tolerance = uncertain * halfStep(dataset, known) + (typeof total === "number" ? halfStep(of, [whole]) : 0);
      const apart = exactSum([...known, -whole]);
      if (Math.abs(apart) <= tolerance * (1 + 1e-9)) continue;
      objections.push(error(span, sumWrong({ name, total: whole, sum: exactSum(known), parts: parts.length, tolerance })));
    }
  }
  // A whole column of symbols is one thing to say.
  const missing = hindered.find(({ value }) => value !== undefined);
  const absent = hindered.find(({ value }) => value === undefined);
  const count = (isAbsent: boolean): number => hindered.filter(({ value }) => (value === undefined) === isAbsent).length;
  if (missing?.value !== undefined) unchecked.push(sumWithMissing(missing.name, missing.part, shown(missing.value), count(false)));
  if (absent !== undefined) unchecked.push(sumWithAbsent(absent.name, absent.part, count(true)));
}

/** How far a number of the dataset may be from what was counted: half of what it is rounded to. */
function halfStep(dataset: Dataset, values: readonly number[]): number {
  if (dataset.additivity !== "rounded") return 0;
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0);
  return (roundingOf(dataset) ?? 10 ** -places) / 2;
}

function reckonable(value: number | Missing | undefined): number | undefined {
  return value === undefined || !isMissing(value) ? value : value.exactly;
}

function shown(value: number | Missing): number | string {
  return isMissing(value) ? value.symbol : value;
}
