/**
 * A fenced block `changes` → a table of what changed between two states of the data: each row an expression, its value
 * then and now, and the change.
 */

import { germanDate } from "../../data/calendar.ts";
import { breaksBetween, changeFigures, changeOf } from "../../data/change.ts";
import { kinds } from "../../data/expression/describe.ts";
import { hasFixedDay } from "../../data/expression/ast.ts";
import type { Expression } from "../../data/expression/parse.ts";
import {
  atLeast,
  day,
  fieldsOf,
  type Fields,
  listOf,
  nameOf as nameOfScalar,
  object,
  oneOf,
  oneOrMore,
  type Reader,
  scalarOr,
  textScalar,
  whole,
} from "../../data/fields.ts";
import { dataOf, isMissing, type Quantity } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import type { Result } from "../../data/value.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { emptyList } from "../../source/messages/bound-blocks.ts";
import { changeOfWords, fixedRow, statesReversed } from "../../source/messages/changes.ts";
import type { Span } from "../../source/source.ts";
import { type Binder, type Elsewhen, placeOf } from "../binder.ts";
import type { Block, Inline } from "../model.ts";
import { nameOf, wordsFor } from "../naming.ts";
import { numberOf } from "../reckon.ts";
import { shownNumbers } from "../shown-numbers.ts";
import { type ChangeRow, changesTable, type StateHeaders } from "./changes-table.ts";
import { figureOf } from "./chart-parts.ts";
import { expression, format, inlines } from "./fields.ts";
import { checkKey, meaningless } from "./rows.ts";

/** A row as it is written, or as another slide shows its number. */
interface RowField {
  readonly data: Expression;
  readonly label: readonly Inline[] | undefined;
  readonly look: Format | undefined;
}

interface States {
  readonly before: Elsewhen;
  readonly after: Elsewhen;
  /** For the names of calculations: "previous", "Stand 2017-08-07". */
  readonly name: string;
  readonly headers: StateHeaders;
}

export function bindChanges(body: YamlNode, span: Span, binder: Binder): Block | undefined {
  const fields = fieldsOf(body, binder.report);
  if (fields === undefined) return undefined;
  const block = read(fields, span, binder);
  fields.done();
  return block;
}

function read(fields: Fields, span: Span, binder: Binder): Block | undefined {
  const caption = fields.optional("caption", inlines(binder)) ?? [];
  const states = readStates(fields, binder);
  const look = fields.optional("format", format);
  const sort = fields.optional("sort", oneOf("change", "share", "none")) ?? "none";
  const top = fields.optional("top", atLeast(1, whole));
  const highlight = fields.optional("highlight", oneOrMore(textScalar)) ?? [];
  const before = binder.report.length;
  const named = fields.optional("rows", listOf(rowReader(binder)));
  if (named?.length === 0 && binder.report.length === before) {
    binder.fail(fields.entry("rows")?.value.span ?? fields.span, emptyList("rows"));
  }
  if (states === undefined || (named === undefined && fields.has("rows")) || named?.length === 0) return undefined;
  const found = named === undefined ? changedRows(states, look, binder) : named.map((row) => rowsOf(row, states, look, binder));
  const rows: ChangeRow[] = [];
  for (const some of found) {
    if (some === undefined) return undefined;
    rows.push(...some);
  }
  const labels = rows.map(({ key, label }) => ({
    key,
    label: label.map((inline) => (inline.kind === "text" ? inline.text : "")).join(""),
  }));
  for (const scalar of highlight) checkKey("highlight", nameOfScalar(scalar), scalar.span, labels, binder);
  const chosen = new Set(highlight.map(nameOfScalar));
  const shown = sorted(top === undefined ? rows : largest(rows, top, sort), sort);
  if (shown.length === 0) {
    return { kind: "paragraph", content: [{ kind: "text", text: "Keine der gezeigten Zahlen hat sich geändert." }], span };
  }
  return changesTable(shown, states.headers, chosen, caption, span);
}

function readStates(fields: Fields, binder: Binder): States | undefined {
  const from = fields.optional("from", day);
  const to = fields.optional("to", day);
  const known = fields.optional("known", day);
  const place = fields.entry("from")?.value.span;
  if (["from", "to", "known"].some((name) => fields.has(name)) && [from, to, known].every((one) => one === undefined)) return undefined;
  const after: Elsewhen = to === undefined ? {} : { asOf: to };
  const last = to ?? binder.asOf;
  // The same day twice shows what became known since, and without a day of knowledge nothing.
  if (from !== undefined && place !== undefined && (from > last || (from === last && known === undefined))) {
    return binder.fail(place, statesReversed(from, last));
  }
  const now = `Stand ${germanDate(last)}`;
  if (from === undefined && known === undefined) {
    return { before: { ...after, back: 1 }, after, name: "previous", headers: { before: "davor", after: now } };
  }
  const asOf = from ?? last;
  const state = `Stand ${asOf}`;
  if (known === undefined) return { before: { asOf }, after, name: state, headers: { before: `Stand ${germanDate(asOf)}`, after: now } };
  const before = `bekannt am ${germanDate(known)}`;
  return { before: { asOf, knownOn: known }, after, name: `${state}, bekannt am ${known}`, headers: { before, after: now } };
}

function rowReader(binder: Binder): Reader<RowField> {
  return scalarOr<RowField, RowField>(
    (scalar, report) => {
      const data = expression(scalar, report);
      return data && { data, label: undefined, look: undefined };
    },
    object((fields) => {
      const data = fields.required("data", expression);
      const label = fields.optional("label", inlines(binder));
      const look = fields.optional("format", format);
      return data && { data, label, look };
    }),
  );
}

/** The rows of one expression: one, or one for each key of a table. `undefined` where something is wrong, which is told. */
function rowsOf(field: RowField, states: States, fallback: Format | undefined, binder: Binder): readonly ChangeRow[] | undefined {
  const { data } = field;
  const place = placeOf(data);
  if (data.root.type === "at" && hasFixedDay(data.root)) return binder.fail(place, fixedRow());
  const [then, now] = [states.before, states.after].map((when) => binder.take(binder.resultAt(data, when)));
  if (then === undefined || now === undefined) return undefined;
  return pairsOf(field, then, now, place, binder)?.flatMap((pair) => rowOf(pair, field, states, fallback, binder) ?? []);
}

interface Pair {
  readonly key: string;
  readonly label: readonly Inline[];
  readonly keyName: string;
  readonly before: Quantity;
  readonly after: Quantity;
}

function pairsOf(field: RowField, then: Result, now: Result, place: Span, binder: Binder): readonly Pair[] | undefined {
  if (then.kind === "number" && now.kind === "number") {
    const label = field.label ?? [{ kind: "text", text: nameOf(now.quantity) }];
    return [{ key: field.data.text.trim(), label, keyName: "", before: then.quantity, after: now.quantity }];
  }
  if (then.kind !== "table" || now.kind !== "table") return binder.fail(place, changeOfWords(kinds[now.kind]));
  const absent = (unit: string): Quantity => ({ value: meaningless, unit, origin: { kind: "literal", span: place } });
  const { keyName } = now;
  const earlier = new Map(then.entries.map((entry) => [entry.key, entry.quantity]));
  const kept = new Set(now.entries.map(({ key }) => key));
  const pairs = now.entries.map(({ key, label, quantity }): Pair => {
    return { key, label: [{ kind: "text", text: label }], keyName, before: earlier.get(key) ?? absent(quantity.unit), after: quantity };
  });
  const gone = then.entries.filter(({ key }) => !kept.has(key));
  for (const { key, label, quantity } of gone) {
    pairs.push({ key, label: [{ kind: "text", text: label }], keyName, before: quantity, after: absent(quantity.unit) });
  }
  return pairs;
}

function rowOf(
  { key, label, keyName, before, after }: Pair,
  field: RowField,
  states: States,
  fallback: Format | undefined,
  binder: Binder,
): ChangeRow | undefined {
  const place = placeOf(field.data);
  const look = field.look ?? fallback;
  const now = figureOf(after, look, field.data, binder, states.after);
  // What is wrong with one is wrong with both, and told once.
  const then = now && figureOf(before, look, field.data, binder, states.before);
  if (then === undefined || now === undefined) return undefined;
  const written = field.data.text.trim();
  const names = { difference: `change(${written}, ${states.name})`, rate: `change_rate(${written}, ${states.name})`, span: place };
  const change = changeOf(before, after, now.format, names);
  const figures = changeFigures(change, now.format, binder.settings.numbers);
  const difference = numberOf(change.difference);
  const share = change.changing === "share" ? difference : change.rate && numberOf(change.rate);
  return {
    key,
    label,
    keyName,
    before: then,
    after: now,
    change: figures,
    size: difference === undefined ? undefined : Math.abs(difference),
    share: share === undefined ? undefined : Math.abs(share),
    broken: breaksBetween(before, after).length > 0,
  };
}

/** What the deck's other slides show, where it differs between the states. What cannot be had in one of them is no change. */
function changedRows(states: States, fallback: Format | undefined, binder: Binder): readonly (readonly ChangeRow[] | undefined)[] {
  const seen = new Set<string>();
  const rows: (readonly ChangeRow[] | undefined)[] = [];
  for (const { data, look, label } of shownNumbers(binder.outlines)) {
    const written = data.text.replaceAll(/\s+/gu, "");
    if (seen.has(written)) continue;
    seen.add(written);
    const [then, now] = [states.before, states.after].map((when) => binder.resultAt(data, when).value);
    if (then?.kind !== "number" || now?.kind !== "number" || isSame(then.quantity, now.quantity)) continue;
    const words = label ?? wordsFor(now.quantity);
    // For an audience a calculation without a name is none.
    if (dataOf(now.quantity).length === 0 || words === undefined) continue;
    const field: RowField = { data, label: [{ kind: "text", text: words }], look: look ?? fallback };
    rows.push(rowsOf(field, states, fallback, binder));
  }
  return rows;
}

function isSame({ value: a }: Quantity, { value: b }: Quantity): boolean {
  return isMissing(a) || isMissing(b) ? isMissing(a) && isMissing(b) && a.symbol === b.symbol : a === b;
}

type Sort = "change" | "share" | "none";

function weight(row: ChangeRow, sort: Sort): number {
  return (sort === "change" ? row.size : row.share) ?? -1;
}

function sorted(rows: readonly ChangeRow[], sort: Sort): readonly ChangeRow[] {
  return sort === "none" ? rows : rows.toSorted((a, b) => weight(b, sort) - weight(a, sort));
}

/** The rows that changed most, in their order. */
function largest(rows: readonly ChangeRow[], count: number, sort: Sort): readonly ChangeRow[] {
  const kept = new Set(rows.toSorted((a, b) => weight(b, sort) - weight(a, sort)).slice(0, count));
  return rows.filter((row) => kept.has(row));
}
