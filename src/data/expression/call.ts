/** What a function of the expression language is given, and how it reads its arguments. */

import { emptyTable, keyNotInTable, keysLacking, wrongOperand } from "../../source/messages/evaluate.ts";
import type { Words as Name } from "../../source/messages/fields.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/source.ts";
import type { DataView } from "../asof.ts";
import type { Moment } from "../lookup.ts";
import { dataOfAll, type Datum, type IsoDate, type Quantity } from "../figure.ts";
import { quantitiesOf } from "../quantities.ts";
import type { Entry, NumberResult, Result, Table, Words } from "../value.ts";
import { computed, need, numeric, type Operation } from "./arithmetic.ts";
import type { Node } from "./ast.ts";
import { inputsOf } from "./compare.ts";
import { kinds } from "./describe.ts";
import type { WordReach } from "./words.ts";

/** One function of the language. */
export interface ExpressionFunction {
  /** Its forms, as messages show them: `rest(n, t)`. */
  readonly usage: readonly string[];
  /** How many arguments at least and at most. */
  readonly least: number;
  readonly most: number;
  /** Set where the second argument may be a moment (`previous`, `@ day`); it is then not evaluated. */
  readonly takesMoment?: true;
  /** Set where the first argument is evaluated by the function alone, as of another day. */
  readonly elsewhen?: true;
  /** @returns `undefined` after a fault has been reported through the call */
  readonly apply: (call: Call) => Result | undefined;
}

/** A function at work. */
export interface Call extends Operation {
  readonly usage: readonly string[];
  readonly nodes: readonly Node[];
  /** Evaluated arguments; `undefined` in the place of a moment, and of one that is evaluated elsewhen. */
  readonly results: readonly (Result | undefined)[];
  /** The moment at which the call is evaluated. */
  readonly moment: Moment;
  /** The data that are seen. */
  readonly view: DataView;
  /** How far words such as "rund" reach. */
  readonly reach: WordReach;
  readonly evaluate: (node: Node, moment: Moment) => Result | undefined;
  /** With the data that a deck of that day sees. */
  readonly evaluateAsOf: (node: Node, asOf: IsoDate) => Result | undefined;
  readonly placeOf: (node: Node) => Span;
  /** Tells of entries that have no number and so no place in an order: whoever shows the order must say so. */
  readonly unranked: (entries: readonly Entry[]) => void;
  /** The argument as the author wrote it. */
  readonly textOf: (index: number) => string;
}

/** The place of the argument, or of the call where there is none. */
export function place(call: Call, index: number): Span {
  const node = call.nodes[index];
  return node === undefined ? call.span : call.placeOf(node);
}

function refuse(call: Call, index: number, expected: Name): undefined {
  const result = call.results[index];
  const found = result === undefined ? { de: "ein Zeitpunkt", en: "a moment" } : kinds[result.kind];
  return call.fail(place(call, index), wrongOperand(expected, found, call.usage.join(", ")));
}

export function numberAt(call: Call, index: number): Quantity | undefined {
  const result = call.results[index];
  return result?.kind === "number" ? result.quantity : refuse(call, index, kinds.number);
}

/** The table, unless keys are lacking in it that other releases have: nothing may be summed, counted or ranked without them. */
export function wholeTable(table: Table, { fail }: Operation, at: Span): Table | undefined {
  return table.lacking === undefined ? table : fail(at, keysLacking(table.lacking));
}

/** As {@link tableAt}, for functions whose result rests on all entries. */
export function wholeTableAt(call: Call, index: number): Table | undefined {
  const table = tableAt(call, index);
  return table && wholeTable(table, call, place(call, index));
}

/** A table with at least one entry. */
export function tableAt(call: Call, index: number): Table | undefined {
  const result = call.results[index];
  if (result?.kind !== "table") return refuse(call, index, kinds.table);
  return result.entries.length > 0 ? result : call.fail(place(call, index), emptyTable());
}

/** A text in quotes: the key of an entry. */
export function textAt(call: Call, index: number): string | undefined {
  const result = call.results[index];
  return result?.kind === "words"
    ? result.text
    : refuse(call, index, { de: 'ein Schlüssel in Anführungszeichen ("…")', en: 'a key in quotation marks ("…")' });
}

/** A whole number from 1: how many, or which place. */
export function countAt(call: Call, index: number): number | undefined {
  const result = call.results[index];
  const value = result?.kind === "number" ? result.quantity.value : undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return value;
  if (result?.kind !== "number") return refuse(call, index, kinds.number);
  return refuseCount(call, index);
}

function refuseCount(call: Call, index: number): undefined {
  const written = call.textOf(index);
  const expected = { de: "eine ganze Zahl ab 1", en: "a whole number from 1" };
  return call.fail(place(call, index), wrongOperand(expected, { de: written, en: written }, call.usage.join(", ")));
}

/** The entry of a key. */
export function entryOf(table: Table, key: string, call: Call, index: number): Entry | undefined {
  const entry = table.entries.find((candidate) => candidate.key === key);
  if (entry !== undefined) return entry;
  const keys = table.entries.map((candidate) => candidate.key);
  return call.fail(place(call, index), keyNotInTable(key, nearest(key, keys), keys));
}

/** An entry's label as a result that knows which number it names. */
export function labelOf({ label, quantity }: Entry, { operation, expression, span }: Operation): Words {
  return { kind: "words", text: label, origin: { kind: "computed", operation, expression, inputs: [quantity], span } };
}

/** All data that a result rests on, in order, without repetition. */
export function dataBehind(result: Result): readonly Datum[] {
  return dataOfAll(inputsOf(result));
}

/** All numbers among the arguments: single ones, and those of tables. At least one. */
export function numbersOf(call: Call): readonly Quantity[] | undefined {
  const [only] = call.results;
  if (only?.kind === "table" && call.results.length === 1 && only.entries.length > 0)
    return wholeTable(only, call, place(call, 0)) && quantitiesOf(only.entries);
  const found: Quantity[] = [];
  for (const [index, result] of call.results.entries()) {
    if (result?.kind === "number") found.push(result.quantity);
    else if (result?.kind === "table") {
      if (wholeTable(result, call, place(call, index)) === undefined) return undefined;
      for (const { quantity } of result.entries) found.push(quantity);
    } else return refuse(call, index, { de: "eine Tabelle oder Zahl", en: "a table or number" });
  }
  return found.length > 0 ? found : call.fail(call.span, emptyTable());
}

/** The numbers' values; the first symbol among them is reported, for nothing may be summed in silence. */
export function valuesOf(quantities: readonly Quantity[], call: Operation): readonly number[] | undefined {
  const values: number[] = [];
  for (const quantity of quantities) {
    const value = need(quantity, call);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** The entries that are numbers, in the order of the table. Those that are none are told of: they have no place in an order. */
export function rankable({ entries }: Table, call: Call): readonly Entry[] {
  const without = entries.filter(({ quantity }) => numeric(quantity) === undefined);
  if (without.length === 0) return entries;
  call.unranked(without);
  return entries.filter((entry) => !without.includes(entry));
}

/** The entries that are numbers, largest first; equals in the order of the table. Those that are none are told of. */
export function ranked(table: Table, call: Call): readonly Entry[] {
  const entries = rankable(table, call);
  let sorted = rankings.get(entries);
  if (sorted === undefined) {
    sorted = entries.toSorted((a, b) => size(b) - size(a));
    rankings.set(entries, sorted);
  }
  return sorted;
}

/** A dataset's entries are the same array wherever they are asked for. */
const rankings = new WeakMap<readonly Entry[], readonly Entry[]>();

function size({ quantity }: Entry): number {
  return numeric(quantity) ?? 0;
}

export function numberOf(call: Operation, value: number, unit: string, inputs: readonly Quantity[]): NumberResult | undefined {
  const quantity = computed(value, unit, inputs, call);
  return quantity && { kind: "number", quantity };
}
