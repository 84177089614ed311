/** A fenced block `table` → a table whose rows and cells are bound. */

import type { Expression } from "../../data/expression/parse.ts";
import { type Fields, fieldsOf, listOf, object, oneOf, type Reader } from "../../data/fields.ts";
import type { Quantity } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import type { Entry } from "../../data/value.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { rowWithoutValue, tableWithoutColumns, totalWithoutLabel, totalWithoutValue } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import { type Binder, placeOf } from "../binder.ts";
import type { Inline, TableBlock } from "../model.ts";
import { figureOf } from "./chart-parts.ts";
import { expression, format, inlines, words } from "./fields.ts";
import { type Column, meaningless, readRowOptions, type Row, rowsOf } from "./rows.ts";
import { sumOfRest } from "./rest.ts";

/** A column as it is written. Without `data` it shows the rows' labels. */
interface ColumnField {
  readonly header: readonly Inline[];
  readonly data: Expression | undefined;
  readonly look: Format | undefined;
  readonly total: Expression | undefined;
  readonly align: "left" | "center" | "right";
}

type Cell = readonly Inline[];

export function bindTable(body: YamlNode, span: Span, binder: Binder): TableBlock | undefined {
  const fields = fieldsOf(body, binder.report);
  if (fields === undefined) return undefined;
  const block = readTable(fields, span, binder);
  fields.done();
  return block;
}

function readTable(fields: Fields, span: Span, binder: Binder): TableBlock | undefined {
  const caption = fields.optional("caption", inlines(binder)) ?? [];
  const data = fields.required("data", expression);
  const options = readRowOptions(fields, binder, "none");
  const total = fields.optional("total", words(binder));
  const before = binder.report.length;
  const columns = fields.required("columns", listOf(columnReader(binder)));
  if (columns?.length === 0 && binder.report.length === before)
    binder.fail(fields.entry("columns")?.value.span ?? fields.span, tableWithoutColumns());
  const table = data && binder.table(data);
  if (data === undefined || table === undefined || columns === undefined || columns.length === 0) return undefined;
  const named: Column = { table, name: data.text, span: placeOf(data) };
  const rows = rowsOf([named], options, binder, true);
  if (rows === undefined) return undefined;
  const left = leftOut(table.entries, rows);
  const cells = columns.map((column) => cellsOf(column, rows, named, left, binder));
  const totals = total === undefined ? undefined : totalCells(columns, total, fields, binder);
  if (total === undefined) checkNoTotals(columns, binder);
  if (!cells.every((column) => column !== undefined)) return undefined;
  return {
    kind: "table",
    caption,
    columns: columns.map(({ header, align }) => ({ header, align })),
    rows: [
      ...rows.map(({ role }, i) => ({ role, cells: cells.map((column) => column[i] ?? []) })),
      ...(totals ? [{ role: "total" as const, cells: totals }] : []),
    ],
    rowHeaders: columns[0]?.data === undefined,
    span,
  };
}

function columnReader(binder: Binder): Reader<ColumnField> {
  return object((fields) => {
    const header = fields.required("header", inlines(binder));
    const data = fields.optional("data", expression);
    const look = fields.optional("format", format);
    const total = fields.optional("total", expression);
    const align = fields.optional("align", oneOf("left", "center", "right")) ?? (data === undefined ? "left" : "right");
    return header && { header, data, look, total, align };
  });
}

/** Keys that `top` leaves out: their sum is the rest. */
function leftOut(entries: readonly { readonly key: string; readonly role?: string }[], rows: readonly Row[]): readonly string[] {
  const shown = new Set(rows.map(({ key }) => key));
  return entries.filter(({ key, role }) => role === undefined && !shown.has(key)).map(({ key }) => key);
}

function cellsOf(
  column: ColumnField,
  rows: readonly Row[],
  named: Column,
  left: readonly string[],
  binder: Binder,
): readonly Cell[] | undefined {
  const { data, look } = column;
  if (data === undefined) return rows.map(({ label }) => [{ kind: "text", text: label }]);
  const table = binder.table(data);
  if (table === undefined) return undefined;
  const place = placeOf(data);
  const byKey = new Map(table.entries.map((entry) => [entry.key, entry]));
  const cells: Cell[] = [];
  const same = data.text.trim() === named.name.trim();
  const keys = new Set(named.table.entries.map(({ key }) => key));
  for (const row of rows) {
    const gathered = row.role === "rest" && !keys.has(row.key);
    // The table that names the rows has its rest already, perhaps one with a value of its own.
    const known = same ? row.quantities[0] : gathered ? restCell(row, left, byKey, data, binder) : byKey.get(row.key)?.quantity;
    if (known === undefined) return gathered ? undefined : binder.fail(place, rowWithoutValue(row.key, data.text));
    const figure = figureOf(known, look, data, binder);
    if (figure === undefined) return undefined;
    cells.push([{ kind: "figure", figure }]);
  }
  return cells;
}

function restCell(
  row: Row,
  left: readonly string[],
  byKey: ReadonlyMap<string, Entry>,
  data: Expression,
  binder: Binder,
): Quantity | undefined {
  const span = placeOf(data);
  const parts = left.map((key) => byKey.get(key) ?? binder.fail(span, rowWithoutValue(key, data.text)));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const sum = sumOfRest(parts, { label: row.label, expression: `sum(${data.text})`, span, place: span }, binder);
  if (sum !== "says nothing") return sum;
  return { value: meaningless, unit: parts[0]?.quantity.unit ?? "", origin: { kind: "literal", span } };
}

function totalCells(columns: readonly ColumnField[], label: string, fields: Fields, binder: Binder): readonly Cell[] | undefined {
  if (columns.every(({ total }) => total === undefined)) {
    return binder.fail(fields.entry("total")?.value.span ?? fields.span, totalWithoutValue());
  }
  const named = columns.findIndex(({ data }) => data === undefined);
  return columns.map(({ total, look }, i): Cell => {
    if (total === undefined) return i === Math.max(0, named) ? [{ kind: "text", text: label }] : [];
    const quantity = binder.number(total);
    const figure = quantity && figureOf(quantity, look, total, binder);
    return figure === undefined ? [] : [{ kind: "figure", figure }];
  });
}

function checkNoTotals(columns: readonly ColumnField[], binder: Binder): void {
  const odd = columns.find(({ total }) => total !== undefined);
  if (odd?.total !== undefined) binder.fail(placeOf(odd.total), totalWithoutLabel());
}
