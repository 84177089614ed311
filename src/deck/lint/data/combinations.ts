/** Numbers that are shown as sums of cells: what each tells a reader of the data behind it. */

import type { Dataset, Level, Release } from "../../../data/dataset.ts";
import { isMissing, type Quantity } from "../../../data/figure.ts";
import { cellAt } from "../../../data/lookup.ts";
import { tellsSecret } from "../../ledger/veil.ts";
import type { Combination } from "./knowledge.ts";

/** Revisions of a Stichtag tell of the same people. */
export function cellName(dataset: string, { stichtag }: Release, path: readonly string[]): string {
  return [dataset, stichtag, ...path].join("\n");
}

/**
 * The cells that a quantity adds up, the first of them once; `undefined` where it is no sum. A share tells its part, since
 * everybody may know the whole, unless that is secret itself.
 */
export function combinationOf(quantity: Quantity): Combination | undefined {
  const terms = termsOf(quantity);
  const [times] = terms?.values() ?? [];
  return terms && times !== undefined ? scaled(terms, 1 / times) : terms;
}

function termsOf(quantity: Quantity): Combination | undefined {
  const { origin } = quantity;
  if (origin.kind === "literal") return new Map();
  if (origin.kind === "datum") return new Map([[cellName(origin.dataset.id, origin.release, origin.path), 1]]);
  const { inputs } = origin;
  const [first, second] = inputs;
  switch (origin.operation) {
    case "sum":
    case "sizes":
    case "+":
      return combined(inputs, () => 1);
    case "mean":
      return combined(inputs, () => 1 / inputs.length);
    case "-":
      // With one input it is the sign.
      return inputs.length === 1 ? combined(inputs, () => -1) : combined(inputs, (i) => (i === 0 ? 1 : -1));
    case "change":
    case "rest":
      return combined(inputs, (i) => (i === 0 ? 1 : -1));
    case "share":
    case "/":
      return divided(first, second);
    case "*":
      // "Of 1000": a factor that stands in the text hides nothing.
      return second?.origin.kind === "literal" ? multiplied(first, second) : multiplied(second, first);
    case "min":
    case "max": {
      const extreme = inputs.find(({ value }) => value === quantity.value);
      return extreme && termsOf(extreme);
    }
    default:
      return undefined;
  }
}

function multiplied(of: Quantity | undefined, by: Quantity | undefined): Combination | undefined {
  const terms = of && termsOf(of);
  return terms && by?.origin.kind === "literal" && !isMissing(by.value) ? scaled(terms, by.value) : undefined;
}

function divided(part: Quantity | undefined, whole: Quantity | undefined): Combination | undefined {
  if (part === undefined || whole === undefined || tellsSecret(whole) || isMissing(whole.value)) return undefined;
  const terms = termsOf(part);
  return terms && scaled(terms, 1 / whole.value);
}

function scaled(terms: Combination, by: number): Combination {
  if (by === 1) return terms;
  return by === 0 ? new Map() : new Map(Array.from(terms, ([cell, times]) => [cell, times * by]));
}

function combined(inputs: readonly Quantity[], times: (index: number) => number): Combination | undefined {
  const terms = new Map<string, number>();
  for (const [i, input] of inputs.entries()) {
    const inner = termsOf(input);
    if (inner === undefined) return undefined;
    for (const [cell, value] of inner) {
      const [before, added] = [terms.get(cell) ?? 0, value * times(i)];
      // What is left of two that should cancel out is far smaller than each.
      if (Math.abs(before + added) < Math.abs(added) * 1e-9) terms.delete(cell);
      else terms.set(cell, before + added);
    }
  }
  return terms;
}

/** What everybody knows of a release without being told: that totals are the sums of their parts. Each adds up to zero. */
export function identitiesOf(dataset: Dataset, release: Release): readonly Combination[] {
  if (dataset.additivity !== "exact") return [];
  return [...totals(dataset, release, release.values, []), ...ruled(dataset, release)];
}

function totals(dataset: Dataset, release: Release, level: Level, above: readonly string[]): readonly Combination[] {
  const { total } = dataset;
  const whole = total === undefined ? undefined : level.cells.get(total);
  const others = [...level.cells].filter(([key]) => key !== total);
  const own =
    whole === undefined || total === undefined
      ? []
      : equations(
          dataset,
          release,
          [...above, total],
          others.map(([key]) => [...above, key]),
        );
  return [...own, ...others.flatMap(([key, cell]) => (cell.kind === "level" ? totals(dataset, release, cell, [...above, key]) : []))];
}

function ruled(dataset: Dataset, release: Release): readonly Combination[] {
  return dataset.checks.sums.flatMap(({ total, parts }) => {
    // A total of another dataset is known only where it is shown, and then it is a cell of that.
    const [outermost = "", ...below] = total.path;
    const keys = parts === "all" ? [...release.values.cells.keys()].filter((key) => key !== dataset.total) : parts;
    if (total.dataset !== undefined) {
      const leaves = keys.flatMap((key) => leavesAt(release, [key]));
      return leaves.length === 0
        ? []
        : [
            equation(
              cellName(total.dataset, release, total.path),
              leaves.map((path) => cellName(dataset.id, release, path)),
            ),
          ];
    }
    return equations(
      dataset,
      release,
      total.path,
      keys.filter((key) => key !== outermost).map((key) => [key].concat(below)),
    );
  });
}

/** One for a total that is a value, one for each value of a total that is a level. */
function equations(
  dataset: Dataset,
  release: Release,
  total: readonly string[],
  parts: readonly (readonly string[])[],
): readonly Combination[] {
  const whole = cellAt(release.values, total);
  if (whole === undefined) return [];
  if (whole.kind === "level") {
    return [...whole.cells.keys()].flatMap((key) =>
      equations(
        dataset,
        release,
        [...total, key],
        parts.map((path) => [...path, key]),
      ),
    );
  }
  const leaves = parts.flatMap((path) =>
    leavesAt(release, path).filter((leaf) => dataset.total === undefined || !leaf.slice(path.length).includes(dataset.total)),
  );
  return [
    equation(
      cellName(dataset.id, release, total),
      leaves.map((path) => cellName(dataset.id, release, path)),
    ),
  ];
}

function equation(total: string, parts: readonly string[]): Combination {
  return new Map([[total, 1], ...parts.map((part): [string, number] => [part, -1])]);
}

function leavesAt({ values }: Release, path: readonly string[]): readonly (readonly string[])[] {
  const cell = cellAt(values, path);
  if (cell === undefined) return [];
  return cell.kind === "value" ? [path] : [...cell.cells.keys()].flatMap((key) => leavesBelow(cell, path, key));
}

function leavesBelow({ cells }: Level, above: readonly string[], key: string): readonly (readonly string[])[] {
  const cell = cells.get(key);
  const path = [...above, key];
  if (cell === undefined) return [];
  return cell.kind === "value" ? [path] : [...cell.cells.keys()].flatMap((inner) => leavesBelow(cell, path, inner));
}
