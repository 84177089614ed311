/** The rows of a chart or bound table: which ones, in what order, what is gathered in the rest. */

import {
  atLeast,
  type Fields,
  mapOf,
  nameOf,
  object,
  oneOf,
  oneOrMore,
  type Reader,
  scalarOr,
  textScalar,
  whole,
} from "../../data/fields.ts";
import type { Missing, Quantity } from "../../data/figure.ts";
import type { Table } from "../../data/value.ts";
import type { YamlScalar } from "../../data/yaml.ts";
import type { Category } from "../../chart/model.ts";
import {
  noRows,
  restNotAdditive,
  restOfSeveral,
  restWithoutTop,
  rowWithoutValue,
  unitsDiffer,
  unknownKeyIn,
} from "../../source/messages/bound-blocks.ts";
import { keysLacking } from "../../source/messages/evaluate.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/source.ts";
import type { Binder } from "../binder.ts";
import { inUnitOf, numberOf } from "../reckon.ts";
import { expression, words } from "./fields.ts";
import { sumOfRest } from "./rest.ts";

export type Sort = "descending" | "ascending" | "none" | "label";

export interface Row extends Category {
  /** One for each table. */
  readonly quantities: readonly Quantity[];
}

export interface RowOptions {
  readonly sort: Sort;
  readonly top: number | undefined;
  readonly rest: RestOption | undefined;
  readonly highlight: readonly YamlScalar[];
  readonly labels: ReadonlyMap<string, string>;
  /** Places of the keys of `labels`. */
  readonly labelPlaces: ReadonlyMap<string, Span>;
}

export interface RestOption {
  readonly label: string;
  /** Whether it names a value of its own, even if that has a fault. */
  readonly own: boolean;
  readonly value?: Quantity;
  readonly span: Span;
}

/** A table to be shown, with its name in messages and its place. */
export interface Column {
  readonly table: Table;
  readonly name: string;
  readonly span: Span;
}

/** @param hasWhole whether `rest` may also name what is missing to a whole */
export function readRowOptions(fields: Fields, binder: Binder, defaultSort: Sort, hasWhole: boolean = false): RowOptions {
  const sort = fields.optional("sort", oneOf("descending", "ascending", "none", "label")) ?? defaultSort;
  const top = fields.optional("top", atLeast(1, whole));
  const rest = fields.optional("rest", restReader(binder));
  const highlight = fields.optional("highlight", oneOrMore(textScalar)) ?? [];
  const entry = fields.entry("labels");
  const labels = fields.optional("labels", mapOf(words(binder))) ?? new Map<string, string>();
  const labelPlaces = new Map(
    entry?.value.kind === "mapping" ? entry.value.entries.map(({ key, keySpan }): [string, Span] => [key, keySpan]) : [],
  );
  if (rest !== undefined && top === undefined && !rest.own && !hasWhole) binder.fail(rest.span, restWithoutTop());
  return { sort, top, rest, highlight, labels, labelPlaces };
}

function restReader(binder: Binder): Reader<RestOption> {
  return (node, report) =>
    scalarOr<RestOption, RestOption>(
      (scalar, own) => {
        const label = words(binder)(scalar, own);
        return label === undefined ? undefined : { label, own: false, span: scalar.span };
      },
      object((fields) => {
        const label = fields.required("label", words(binder));
        const value = fields.optional("value", expression);
        const quantity = value === undefined ? undefined : binder.number(value);
        return label === undefined
          ? undefined
          : { label, own: value !== undefined, ...(quantity ? { value: quantity } : {}), span: node.span };
      }),
    )(node, report);
}

/** An office's sign for a cell that would say nothing: a sum of densities, say. */
export const meaningless: Missing = { symbol: "x", meaning: "Tabellenfach gesperrt, weil Aussage nicht sinnvoll" };

/**
 * The rows of tables of the same keys, named and ordered by the first; `undefined` where something is wrong, which is told.
 *
 * @param withSigns whether a rest whose sum would say nothing shows the sign for that (tables), or is a fault (charts)
 */
export function rowsOf(
  columns: readonly Column[],
  options: RowOptions,
  binder: Binder,
  withSigns: boolean = false,
): readonly Row[] | undefined {
  const [first] = columns;
  if (first === undefined) return undefined;
  const all = joined(columns, options, binder);
  if (all === undefined) return undefined;
  if (all.length === 0) return binder.fail(first.span, noRows());
  // The largest of some of the keys are not the largest, and their rest is not the rest.
  if (options.top !== undefined && !columns.every((column) => isWhole(column, binder))) return undefined;
  const rows = all.filter(({ role }) => role !== "rest");
  const kept = options.top === undefined ? rows : ranked(rows).slice(0, options.top);
  const keptKeys = new Set(kept.map(({ key }) => key));
  const left = rows.filter(({ key }) => !keptKeys.has(key));
  for (const { label, quantities } of left) {
    const unknown = quantities.find((quantity) => numberOf(quantity) === undefined);
    if (unknown !== undefined) binder.leaveUnranked([{ label, quantity: unknown }]);
  }
  const gathered = { left, columns, key: freeKey(rows), top: options.top ?? 0, withSigns };
  const rest = options.rest === undefined ? undefined : restRow(options.rest, gathered, binder);
  // In the order of the data, from which every sort starts.
  const shown = rows.filter(({ key }) => keptKeys.has(key));
  checkKeys(shown, rows, options, binder);
  return [...sorted(shown, options.sort), ...all.filter(({ role }) => role === "rest"), ...(rest ? [rest] : [])];
}

/** Whether the table has all keys of its dataset; else that is told, for what rests on all of them. */
export function isWhole({ table, span }: Column, binder: Binder): boolean {
  if (table.lacking !== undefined) binder.fail(span, keysLacking(table.lacking));
  return table.lacking === undefined;
}

function joined(columns: readonly Column[], options: RowOptions, binder: Binder): readonly Row[] | undefined {
  const [first, ...others] = columns;
  if (first === undefined) return undefined;
  const highlighted = new Set(options.highlight.map(nameOf));
  const indexes = others.map(({ table }) => new Map(table.entries.map((entry) => [entry.key, entry.quantity])));
  let complete = true;
  const rows: Row[] = [];
  for (const { key, label, quantity, role } of first.table.entries) {
    if (role === "total") continue;
    const quantities = [quantity];
    for (const [i, index] of indexes.entries()) {
      const other = index.get(key);
      if (other !== undefined) quantities.push(other);
      else {
        complete = false;
        binder.fail(others[i]?.span ?? first.span, rowWithoutValue(key, others[i]?.name ?? ""));
      }
    }
    rows.push({
      key,
      label: options.labels.get(key) ?? label,
      role: role === "rest" ? "rest" : highlighted.has(key) ? "highlight" : "plain",
      quantities,
    });
  }
  const keys = new Set(first.table.entries.map(({ key }) => key));
  for (const { table, span } of others) {
    for (const { key, role } of table.entries) {
      if (keys.has(key) || role === "total") continue;
      complete = false;
      binder.fail(span, rowWithoutValue(key, first.name));
    }
  }
  return complete ? rows : undefined;
}

/** Keys that an author names: what is highlighted must be shown, what is labelled must only be there. */
function checkKeys(shown: readonly Row[], all: readonly Row[], options: RowOptions, binder: Binder): void {
  for (const scalar of options.highlight) checkKey("highlight", nameOf(scalar), scalar.span, shown, binder);
  for (const [name, span] of options.labelPlaces) checkKey("labels", name, span, all, binder);
}

export function checkKey(field: string, name: string, span: Span, rows: readonly Pick<Row, "key" | "label">[], binder: Binder): void {
  const keys = rows.map(({ key }) => key);
  if (keys.includes(name)) return;
  const near = rows.find(({ label }) => label === name)?.key ?? nearest(name, keys);
  binder.fail(span, unknownKeyIn(field, name, near, keys));
}

/** What rows are ordered by: their number, or the sum of their numbers; rows without any stand last. */
function weight({ quantities }: Row): number | undefined {
  const numbers = quantities.map(numberOf).filter((number) => number !== undefined);
  return numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0);
}

function ranked(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => byWeight(weight(a), weight(b), -1));
}

function sorted(rows: readonly Row[], sort: Sort): readonly Row[] {
  if (sort === "none") return rows;
  if (sort === "label") return rows.toSorted((a, b) => a.label.localeCompare(b.label, "de"));
  const direction = sort === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => byWeight(weight(a), weight(b), direction));
}

function byWeight(a: number | undefined, b: number | undefined, direction: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return direction * (a - b);
}

/** A key for the row of the rest that no row of the data has. */
export function freeKey(rows: readonly Pick<Row, "key">[]): string {
  const keys = new Set(rows.map(({ key }) => key));
  let key = "rest";
  while (keys.has(key)) key += "+";
  return key;
}

interface Gathered {
  readonly left: readonly Row[];
  readonly columns: readonly Column[];
  readonly key: string;
  readonly top: number;
  readonly withSigns: boolean;
}

function restRow(rest: RestOption, { left, columns, key, top, withSigns }: Gathered, binder: Binder): Row | undefined {
  const row = (quantities: readonly Quantity[]): Row => ({ key, label: rest.label, role: "rest", quantities });
  if (rest.own) {
    if (rest.value === undefined) return undefined;
    if (columns.length !== 1) return binder.fail(rest.span, restOfSeveral());
    const value = restValue(rest, columns[0]?.table.entries[0]?.quantity, binder);
    return value && row([value]);
  }
  if (left.length === 0) return undefined;
  const quantities: Quantity[] = [];
  for (const [i, { table, name, span }] of columns.entries()) {
    const parts = left.flatMap(({ label, quantities: own }) => {
      const quantity = own[i];
      return quantity === undefined ? [] : [{ label, quantity }];
    });
    const sum = sumOfRest(parts, { label: rest.label, expression: `rest(${top}, ${name})`, span, place: rest.span }, binder);
    if (sum === undefined) return undefined;
    if (sum !== "says nothing") quantities.push(sum);
    else if (!withSigns) return binder.fail(rest.span, restNotAdditive(rest.label, table.unit));
    else quantities.push({ value: meaningless, unit: table.unit, origin: { kind: "literal", span } });
  }
  return row(quantities);
}

/** The value that an author gives for the rest, which counts what the other rows count. */
export function restValue(rest: RestOption, like: Quantity | undefined, binder: Binder): Quantity | undefined {
  if (rest.value === undefined || like === undefined) return rest.value;
  return inUnitOf(rest.value, like) ?? binder.fail(rest.span, unitsDiffer(like.unit, rest.value.unit));
}
