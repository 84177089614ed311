/**
 * A fenced block `changes` → a table of what changed between two states of the data: each row an expression, its value
 * then and now, and the change.
 */

import { breaksBetween, type ChangeFigures, changeFigures, changeOf } from "../../data/change.ts";
import { germanDate } from "../../data/calendar.ts";
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
import { dataOf, type Figure, type IsoDate, isMissing, type Quantity } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import type { Result } from "../../data/value.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { emptyList } from "../../source/messages/bound-blocks.ts";
import { changeOfWords, fixedRow, statesReversed } from "../../source/messages/changes.ts";
import type { Span } from "../../source/source.ts";
import { type Binder, type Elsewhen, placeOf } from "../binder.ts";
import type { Block, Inline, TableBlock } from "../model.ts";
import { nameOf, wordsFor } from "../naming.ts";
import { numberOf } from "../reckon.ts";
import { shownNumbers } from "../shown-numbers.ts";
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
}

interface Row {
  /** By which `highlight` names it. */
  readonly key: string;
  readonly label: readonly Inline[];
  /** What the keys of its table are ("Gemeinde"); "" of a number by itself. */
  readonly keyName: string;
  readonly before: Figure;
  readonly after: Figure;
  readonly change: ChangeFigures;
  /** What rows are ordered by; `undefined` where there is no number. */
  readonly size: number | undefined;
  readonly share: number | undefined;
  readonly broken: boolean;
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
  const rows: Row[] = [];
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
  return tableOf(shown, chosen, caption, headerOf(shown), span);
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
  if (from === undefined && known === undefined) return { before: { ...after, back: 1 }, after, name: "previous" };
  const asOf = from ?? last;
  const name = known === undefined ? `Stand ${asOf}` : `Stand ${asOf}, bekannt am ${known}`;
  return { before: known === undefined ? { asOf } : { asOf, knownOn: known }, after, name };
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
function rowsOf(field: RowField, states: States, fallback: Format | undefined, binder: Binder): readonly Row[] | undefined {
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
): Row | undefined {
  const place = placeOf(field.data);
  const look = field.look ?? fallback;
  const now = figureOf(after, look, place, binder);
  // What is wrong with one is wrong with both, and told once.
  const then = now && figureOf(before, look, place, binder);
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
function changedRows(states: States, fallback: Format | undefined, binder: Binder): readonly (readonly Row[] | undefined)[] {
  const seen = new Set<string>();
  const rows: (readonly Row[] | undefined)[] = [];
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

function weight(row: Row, sort: Sort): number {
  return (sort === "change" ? row.size : row.share) ?? -1;
}

function sorted(rows: readonly Row[], sort: Sort): readonly Row[] {
  return sort === "none" ? rows : rows.toSorted((a, b) => weight(b, sort) - weight(a, sort));
}

/** The rows that changed most, in their order. */
function largest(rows: readonly Row[], count: number, sort: Sort): readonly Row[] {
  const kept = new Set(rows.toSorted((a, b) => weight(b, sort) - weight(a, sort)).slice(0, count));
  return rows.filter((row) => kept.has(row));
}

function tableOf(rows: readonly Row[], highlight: ReadonlySet<string>, caption: readonly Inline[], header: string, span: Span): TableBlock {
  const days = { before: dayOf(rows.map(({ before }) => before)), after: dayOf(rows.map(({ after }) => after)) };
  const amounts = rows.some(({ change }) => change.changing !== "share");
  const relative = rows.some(({ change }) => change.relative !== undefined);
  // What holds for all rows is said once.
  const allBroken = rows.every(({ broken }) => broken);
  return {
    kind: "table",
    caption: allBroken ? [...caption, { kind: "text", text: caption.length === 0 ? brokenWords.all : `; ${brokenWords.all}` }] : caption,
    columns: [
      column(header, "left"),
      column(days.before === undefined ? "vorher" : germanDate(days.before), "right"),
      column(days.after === undefined ? "jetzt" : germanDate(days.after), "right"),
      ...(amounts ? [column("Veränderung", "right")] : []),
      ...(relative ? [column(amounts ? "relativ" : "Veränderung", "right")] : []),
    ],
    rows: rows.map((row) => ({
      role: highlight.has(row.key) ? ("highlight" as const) : ("plain" as const),
      cells: [
        labelCell(row, days, !allBroken),
        [{ kind: "figure" as const, figure: row.before }],
        [{ kind: "figure" as const, figure: row.after }],
        ...(amounts ? [cell(row.change.difference)] : []),
        ...(relative ? [cell(row.change.relative)] : []),
      ],
    })),
    rowHeaders: true,
    span,
  };
}

function headerOf(rows: readonly Row[]): string {
  const names = new Set(rows.map(({ keyName }) => keyName));
  const [only = ""] = names;
  return names.size === 1 && only !== "" ? only : "Zahl";
}

const brokenWords = { all: "Veränderungen über einen Zeitreihenbruch hinweg", one: "Zeitreihenbruch" };

function column(header: string, align: "left" | "right"): TableBlock["columns"][number] {
  return { header: [{ kind: "text", text: header }], align };
}

function cell(figure: Figure | undefined): readonly Inline[] {
  return figure === undefined ? [] : [{ kind: "figure", figure }];
}

/** The label, and where they are not the columns' the days; a change over a break of its series is no plain change. */
function labelCell(
  { label, before, after, broken }: Row,
  columns: { readonly before: IsoDate | undefined; readonly after: IsoDate | undefined },
  withBreak: boolean,
): readonly Inline[] {
  const [then, now] = [spanOfDays(daysOf(before)), spanOfDays(daysOf(after))];
  const days = [...(columns.before === undefined ? [then] : []), ...(columns.after === undefined ? [now] : [])]
    .filter((text) => text !== "")
    .join(" → ");
  const parts = [...(days === "" ? [] : [days]), ...(withBreak && broken ? [brokenWords.one] : [])];
  return parts.length === 0
    ? label
    : [...label, { kind: "break" }, { kind: "emphasis", content: [{ kind: "text", text: parts.join(", ") }] }];
}

function spanOfDays(days: readonly IsoDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? germanDate(first) : `${germanDate(first)}/${germanDate(last)}`;
}

function daysOf(quantity: Quantity): readonly IsoDate[] {
  return [...new Set(dataOf(quantity).map(({ release }) => release.stichtag))].toSorted();
}

/** The one day that all the numbers are of. */
function dayOf(figures: readonly Figure[]): IsoDate | undefined {
  const days = new Set(figures.flatMap((figure) => daysOf(figure)));
  const [only] = days;
  return days.size === 1 ? only : undefined;
}
