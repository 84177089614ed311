/** What a number is, in German words made from its data: for where its author has given it none. */

import type { Dataset } from "../data/dataset.ts";
import { pathOf } from "../data/expression/describe.ts";
import type { Datum, Quantity } from "../data/figure.ts";
import { cellAt } from "../data/lookup.ts";

/** "Ausländerinnen und Ausländer, Landkreis Cloppenburg"; a calculation for which there are no words as its author wrote it. */
export function nameOf(quantity: Quantity): string {
  const words = wordsFor(quantity);
  if (words !== undefined) return words;
  const row = rowOf(quantity);
  return row === undefined ? writtenName(quantity) : `${writtenName(quantity)}, ${row}`;
}

/** Of a calculation made for each row of a table the row's label. */
function rowOf({ origin }: Quantity): string | undefined {
  if (origin.kind !== "computed") return undefined;
  for (const { origin: input } of origin.inputs) {
    const key = input.kind === "datum" ? input.path.at(-1) : undefined;
    if (input.kind === "datum" && key !== undefined && !origin.expression.includes(key)) return labelOf(input.dataset, key);
  }
  return undefined;
}

/** As {@link nameOf}; `undefined` where there are no words. */
export function wordsFor({ origin }: Quantity): string | undefined {
  if (origin.kind === "datum") return nameOfDatum(origin);
  return origin.kind === "computed" ? nameOfComputed(origin.operation, origin.inputs) : undefined;
}

/** As {@link nameOf}, but a calculation always as it is written. */
export function writtenName({ origin }: Quantity): string {
  if (origin.kind === "datum") return pathOf(origin);
  return origin.kind === "computed" ? origin.expression.trim() : "";
}

export function nameOfDatum({ dataset, path }: Pick<Datum, "dataset" | "path">): string {
  return [dataset.title, ...path.map((key) => labelOf(dataset, key))].join(", ");
}

export function labelOf(dataset: Dataset, key: string): string {
  return dataset.labels.get(key) ?? key;
}

const wholes: Readonly<Record<string, string>> = { sum: "insgesamt", max: "größter Wert", min: "kleinster Wert", mean: "Mittelwert" };

function nameOfComputed(operation: string, inputs: readonly Quantity[]): string | undefined {
  const whole = wholes[operation];
  if (whole !== undefined || operation === "count") {
    const level = levelOf(inputs);
    if (level === undefined) return undefined;
    return operation === "count" ? `${level.title}: Anzahl` : `${level.title}, ${whole}`;
  }
  const [first, taken] = inputs;
  if (operation === "-" && first !== undefined && isNamed(first) && isSum(taken)) return `Übrige von: ${nameOf(first)}`;
  if (operation !== "share" && operation !== "/") return undefined;
  const [part, of] = inputs;
  if (part === undefined || of === undefined || part.unit !== of.unit) return undefined;
  const [a, b] = [nameOf(part), nameOf(of)];
  if (![part, of].every(isNamed)) return undefined;
  const common = commonTail(a, b);
  return `Anteil: ${a.slice(0, a.length - common.length)} an ${b}`;
}

/** Whether there are short words for it. */
function isNamed({ origin }: Quantity): boolean {
  if (origin.kind !== "computed") return origin.kind === "datum";
  const [first, taken] = origin.inputs;
  return origin.operation === "sum"
    ? levelOf(origin.inputs) !== undefined
    : origin.operation === "-" && first !== undefined && isNamed(first) && isSum(taken);
}

/** What is taken off a whole so that a rest is left. */
function isSum(quantity: Quantity | undefined): boolean {
  return quantity?.origin.kind === "computed" && quantity.origin.operation === "sum";
}

/** The level of one release whose values the numbers are, all of them: the sum of some is not the sum. */
function levelOf(inputs: readonly Quantity[]): { readonly title: string } | undefined {
  const data = inputs.map(({ origin }) => (origin.kind === "datum" ? origin : undefined));
  const [first] = data;
  if (first === undefined) return undefined;
  const { dataset, release } = first;
  const above = first.path.slice(0, -1);
  const same = data.every(
    (datum) => datum?.release === release && datum.path.length === first.path.length && above.every((key, i) => datum.path[i] === key),
  );
  const level = cellAt(release.values, above);
  const keys = level?.kind === "level" ? [...level.cells.keys()].filter((key) => key !== dataset.total) : [];
  return same && keys.length === data.length
    ? { title: [dataset.title, ...above.map((key) => labelOf(dataset, key))].join(", ") }
    : undefined;
}

/** ", Landkreis Cloppenburg": what two names end alike with, after a comma. */
function commonTail(a: string, b: string): string {
  const [x, y] = [a.split(", "), b.split(", ")];
  let count = 0;
  while (count < Math.min(x.length, y.length) - 1 && x.at(-1 - count) === y.at(-1 - count)) count++;
  return count === 0 ? "" : `, ${x.slice(x.length - count).join(", ")}`;
}
