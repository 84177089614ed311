/** Reckoning with quantities and, element by element, with tables. */

import type { Message } from "../../source/diagnostic.ts";
import {
  divisionByZero,
  emptyTable,
  keysDiffer,
  keysLeftOver,
  notExact,
  notFinite,
  symbolInArithmetic,
  unitMismatch,
  wrongOperand,
} from "../../source/messages/evaluate.ts";
import { positionAt, type Span } from "../../source/source.ts";
import { exactSum, settled } from "../decimal.ts";
import { isMissing, type Quantity } from "../figure.ts";
import type { Entry, NumberResult, Result, Table } from "../value.ts";
import type { Arithmetic } from "./ast.ts";
import { describe, kinds, pathOf } from "./describe.ts";
import { commonUnit, divideUnits, multiplyUnits } from "./units.ts";

/** The operation at work: what computed quantities say they are, and where its faults go. */
export interface Operation {
  /** The operator or function: `+`, `share`. */
  readonly operation: string;
  /** As the author wrote it. */
  readonly expression: string;
  readonly span: Span;
  readonly fail: (span: Span, message: Message) => undefined;
}

/** What an operation makes of two numbers. `combine` is given finite numbers. */
export interface Rule {
  /** The unit of the result; `undefined` where the units do not go together. */
  readonly unit: (left: Quantity, right: Quantity) => string | undefined;
  readonly divides?: true;
  readonly combine: (left: number, right: number) => number;
}

const toShare = (left: Quantity, right: Quantity): string | undefined => (commonUnit(left, right) === undefined ? undefined : "");

export const rules: Readonly<Record<Arithmetic | "share" | "rate", Rule>> = {
  "+": { unit: commonUnit, combine: (a, b) => exactSum([a, b]) },
  "-": { unit: commonUnit, combine: (a, b) => exactSum([a, -b]) },
  "*": { unit: ({ unit: a }, { unit: b }) => multiplyUnits(a, b), combine: (a, b) => settled(a * b) },
  "/": { unit: ({ unit: a }, { unit: b }) => divideUnits(a, b), divides: true, combine: (a, b) => settled(a / b) },
  share: { unit: toShare, divides: true, combine: (a, b) => settled(a / b) },
  /** (new − old) / old. */
  rate: { unit: toShare, divides: true, combine: (a, b) => settled(exactSum([a, -b]) / b) },
};

/** The number a quantity may be reckoned with as, if there is one: "-" is exactly zero, other symbols are no number. */
export function numeric({ value }: Quantity): number | undefined {
  return isMissing(value) ? value.exactly : value;
}

/** As {@link numeric}; a symbol is reported, with its meaning and the line it stands in. */
export function need(quantity: Quantity, operation: Operation): number | undefined {
  const value = numeric(quantity);
  if (value !== undefined || !isMissing(quantity.value)) return value;
  const { symbol, meaning } = quantity.value;
  const { name, place } = symbolPlace(quantity) ?? { name: describe(quantity), place: "?" };
  return operation.fail(operation.span, symbolInArithmetic(name, symbol, meaning, place));
}

/** The datum behind a symbol, which may have come through a table that was reckoned with: its name, path and line. */
function symbolPlace({ value, origin }: Quantity): { readonly name: string; readonly place: string } | undefined {
  if (!isMissing(value)) return undefined;
  if (origin.kind === "datum") {
    const { source, start } = origin.span;
    return { name: pathOf(origin), place: `${source.path}:${positionAt(source, start).line}` };
  }
  for (const input of origin.kind === "computed" ? origin.inputs : []) {
    const place = symbolPlace(input);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A worked out number with its derivation. A result that is no finite number, or too large to be exact, is reported. */
export function computed(value: number, unit: string, inputs: readonly Quantity[], operation: Operation): Quantity | undefined {
  if (!Number.isFinite(value)) return operation.fail(operation.span, notFinite());
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return operation.fail(operation.span, notExact());
  const { operation: name, expression, span } = operation;
  return { value: value + 0, unit, origin: { kind: "computed", operation: name, expression, inputs, span } };
}

/** @param lenient in a table a symbol stays a symbol in its row; a single number that is none is reported */
function combine(rule: Rule, left: Quantity, right: Quantity, operation: Operation, lenient: boolean): Quantity | undefined {
  const unit = rule.unit(left, right);
  if (unit === undefined) return operation.fail(operation.span, unitMismatch(operation.operation, left.unit, right.unit));
  if (lenient) {
    const symbol = [left, right].find((quantity) => numeric(quantity) === undefined)?.value;
    if (symbol !== undefined && isMissing(symbol)) {
      const { operation: name, expression, span } = operation;
      return { value: symbol, unit, origin: { kind: "computed", operation: name, expression, inputs: [left, right], span } };
    }
  }
  const a = need(left, operation);
  const b = need(right, operation);
  if (a === undefined || b === undefined) return undefined;
  if (rule.divides === true && b === 0)
    return operation.fail(operation.span, divisionByZero(right.origin.kind === "literal" ? undefined : describe(right)));
  return computed(rule.combine(a, b), unit, [left, right], operation);
}

/** Two numbers, a table and a number, or two tables by their keys. */
export function combineResults(rule: Rule, left: Result, right: Result, operation: Operation): NumberResult | Table | undefined {
  for (const side of [left, right]) {
    if (side.kind !== "number" && side.kind !== "table") {
      return operation.fail(
        operation.span,
        wrongOperand({ de: "eine Zahl oder Tabelle", en: "a number or table" }, kinds[side.kind], undefined),
      );
    }
  }
  if (left.kind === "number" && right.kind === "number") {
    const quantity = combine(rule, left.quantity, right.quantity, operation, false);
    return quantity && { kind: "number", quantity };
  }
  if (left.kind === "table" && right.kind === "table") return byKey(rule, left, right, operation);
  if (left.kind === "table" && right.kind === "number") {
    const other = right.quantity;
    // The number that meets every row is asked first: if it is none, that is said once and not for each row.
    if (need(other, operation) === undefined) return undefined;
    return mapTable(left, ({ quantity }) => combine(rule, quantity, other, operation, true), operation);
  }
  if (left.kind === "number" && right.kind === "table") {
    const other = left.quantity;
    if (need(other, operation) === undefined) return undefined;
    return mapTable(right, ({ quantity }) => combine(rule, other, quantity, operation, true), operation);
  }
  return undefined;
}

function byKey(rule: Rule, left: Table, right: Table, operation: Operation): Table | undefined {
  const others = new Map(right.entries.map(({ key, quantity }) => [key, quantity]));
  const missing = left.entries.map(({ key }) => key).filter((key) => !others.has(key));
  if (missing.length > 0) return operation.fail(operation.span, keysDiffer(missing));
  const kept = new Set(left.entries.map(({ key }) => key));
  const over = right.entries.map(({ key }) => key).filter((key) => !kept.has(key));
  // Whoever takes the largest of a table has chosen to leave the others out.
  if (over.length > 0 && left.chosen !== true) return operation.fail(operation.span, keysLeftOver(over));
  const change = ({ key, quantity }: Entry): Quantity | undefined => {
    const other = others.get(key);
    return other && combine(rule, quantity, other, operation, true);
  };
  return mapTable(left, change, operation);
}

/** The table with other quantities; stops at the first that cannot be made, since the rest would mostly fail alike. */
export function mapTable(table: Table, change: (entry: Entry) => Quantity | undefined, operation: Operation): Table | undefined {
  if (table.entries.length === 0) return operation.fail(operation.span, emptyTable());
  const entries: Entry[] = [];
  for (const entry of table.entries) {
    const quantity = change(entry);
    if (quantity === undefined) return undefined;
    entries.push(withQuantity(entry, quantity));
  }
  return { ...table, entries, unit: entries[0]?.quantity.unit ?? "", span: operation.span };
}

function withQuantity(entry: Entry, quantity: Quantity): Entry {
  return { ...entry, quantity };
}
