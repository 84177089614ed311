/** Donut and waffle: parts of one whole, and what is missing to it. */

import type { PartsChart } from "../../chart/model.ts";
import { isAdditive } from "../../data/additive.ts";
import { exactSum } from "../../data/decimal.ts";
import type { Expression } from "../../data/expression/parse.ts";
import type { Fields } from "../../data/fields.ts";
import { dataOf, type Quantity } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import {
  negativePart,
  oneSeriesOnly,
  partMissing,
  partsExceedWhole,
  partsNotAdditive,
  restMissesWhole,
  unitsDiffer,
  wholeIsZero,
} from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import { type Binder, placeOf } from "../binder.ts";
import { difference, inUnitOf, numberOf, shareOf, sumOf, symbolOf } from "../reckon.ts";
import { defaultSubtitle, figureOf, figuresOf, finish, type MakeChart, readBase, readSeries, seriesColours } from "./chart-parts.ts";
import { expression, format } from "./fields.ts";
import { freeKey, isWhole, readRowOptions, restValue, type Row, type RowOptions, rowsOf } from "./rows.ts";

export function partsChart(kind: PartsChart["kind"]): MakeChart {
  return (fields, place, binder) => {
    const base = readBase(fields, place, binder);
    const series = readSeries(fields, binder);
    const whole = fields.optional("whole", expression);
    const options = readRowOptions(fields, binder, "descending", whole !== undefined);
    const look = fields.optional("format", format);
    const data = series?.[0]?.data;
    if (series !== undefined && series.length > 1) return binder.fail(series[1]?.span ?? place.span, oneSeriesOnly(kind));
    const table = data && binder.table(data);
    if (data === undefined || table === undefined) return undefined;
    const span = placeOf(data);
    const named = whole === undefined ? undefined : binder.number(whole);
    if (whole !== undefined && named === undefined) return undefined;
    const column = { table, name: data.text, span };
    if (named === undefined && options.top === undefined && !isWhole(column, binder)) return undefined;
    const rows = rowsOf([column], rowOptionsOf(options, named !== undefined, fields), binder);
    if (rows === undefined || !areParts(rows, span, binder)) return undefined;
    const values = rows.flatMap(({ quantities }) => quantities);
    // A rest with a value of its own need not add up like the rows, but is in their unit.
    const gathered = rows.filter(({ role }) => role !== "rest").flatMap(({ quantities }) => quantities);
    if (!isAdditive(gathered, named !== undefined)) return binder.fail(span, partsNotAdditive(kind, table.unit));
    const sum = sumOf(values, `sum(${data.text})`, span);
    if ("missing" in sum) return undefined;
    const all = named === undefined ? sum : inUnitOf(named, sum);
    if (all === undefined) return binder.fail(whole === undefined ? span : placeOf(whole), unitsDiffer(sum.unit, named?.unit ?? ""));
    const rest = named === undefined ? undefined : restOf({ whole: all, sum, rows, span }, options, binder);
    if (rest === "wrong") return undefined;
    const parts = partsOf([...rows, ...(rest ? [rest] : [])], all, look, data, binder);
    const wholeFigure = figureOf(all, look, whole ?? data, binder);
    if (parts === undefined || wholeFigure === undefined) return undefined;
    const quantities = parts.map(({ figure }) => figure);
    return finish({
      kind,
      ...defaultSubtitle(table.unit, quantities, look),
      ...base,
      keyName: table.keyName,
      credits: [],
      parts,
      whole: wholeFigure,
    });
  };
}

function areParts(rows: readonly Row[], span: Span, binder: Binder): boolean {
  let sound = true;
  for (const { label, quantities } of rows) {
    const [quantity] = quantities;
    const number = quantity && numberOf(quantity);
    if (quantity !== undefined && number === undefined) binder.fail(span, partMissing(label, symbolOf(quantity)));
    if (number !== undefined && number < 0) binder.fail(span, negativePart(label));
    sound &&= number !== undefined && number >= 0;
  }
  return sound;
}

/**
 * With a whole of its own, the rest is what is missing to it: not the sum of what `top` leaves. Without one, the parts
 * are of all rows, also those that `top` leaves.
 */
function rowOptionsOf(options: RowOptions, hasWhole: boolean, fields: Fields): RowOptions {
  if (hasWhole) return { ...options, rest: undefined };
  if (options.top === undefined || options.rest !== undefined) return options;
  return { ...options, rest: { label: restLabel, own: false, span: fields.entry("top")?.value.span ?? fields.span } };
}

const restLabel = "Übrige";

/** The largest error of one rounded value of a register that rounds to multiples of five. */
const rounding = 2.5;

interface Division {
  readonly whole: Quantity;
  /** Of the rows. */
  readonly sum: Quantity;
  readonly rows: readonly Row[];
  readonly span: Span;
}

/** What is missing to the whole. Rounded values may add up to a little more than their total; then nothing is missing. */
function restOf({ whole, sum, rows, span }: Division, { rest }: RowOptions, binder: Binder): Row | "wrong" | undefined {
  const left = difference(whole, sum, "whole - sum", span);
  const number = left && numberOf(left);
  if (left === undefined || number === undefined) return binder.fail(span, wholeIsZero()) ?? "wrong";
  const exact = dataOf(sum).every(({ dataset }) => dataset.additivity === "exact");
  // Shares are worked out with a tiny error of their own.
  const tolerance = exact ? Math.abs(numberOf(whole) ?? 0) * 1e-9 : rounding * (rows.length + 1);
  if (number < -tolerance) {
    binder.fail(span, partsExceedWhole(`${numberOf(sum)}`, `${numberOf(whole)}`));
    return "wrong";
  }
  const row = (quantity: Quantity): Row => ({
    key: freeKey(rows),
    label: rest?.label ?? restLabel,
    role: "rest",
    quantities: [quantity],
  });
  if (rest?.own !== true) return number <= tolerance && (number <= 0 || exact) ? undefined : row(left);
  const own = restValue(rest, sum, binder);
  const value = own && numberOf(own);
  if (own === undefined || value === undefined) {
    if (own !== undefined) binder.fail(rest.span, partMissing(rest.label, symbolOf(own)));
    return "wrong";
  }
  if (Math.abs(exactSum([number, -value])) <= tolerance) return row(own);
  binder.fail(rest.span, restMissesWhole(`${exactSum([numberOf(sum) ?? 0, value])}`, `${numberOf(whole)}`));
  return "wrong";
}

function partsOf(
  rows: readonly Row[],
  whole: Quantity,
  look: Format | undefined,
  data: Expression,
  binder: Binder,
): PartsChart["parts"] | undefined {
  const span = placeOf(data);
  const shares = rows.map(({ quantities: [quantity] }) => quantity && shareOf(quantity, whole, "share(part, whole)", span));
  if (!shares.every((share) => share !== undefined)) return binder.fail(span, wholeIsZero());
  const digits = shares.some(({ value }) => typeof value === "number" && value > 0 && value < 0.01) ? 1 : 0;
  const percent: Format = { name: "percent", digits, text: `percent(${digits})`, span };
  const highlighted = rows.some(({ role }) => role === "highlight");
  const quantities = rows.flatMap((row) => row.quantities);
  const figures = figuresOf(quantities, look, data, binder);
  const written = figuresOf(shares, percent, data, binder);
  if (figures === undefined || written === undefined) return undefined;
  return rows.flatMap(({ key, label, role }, i): PartsChart["parts"] => {
    const [figure, share] = [figures[i], written[i]];
    const own = seriesColours[i % seriesColours.length] ?? "series-1";
    const colour = role === "rest" ? "rest" : !highlighted ? own : role === "highlight" ? "blue" : "calm";
    return figure === undefined || share === undefined ? [] : [{ category: { key, label, role }, colour, figure, share }];
  });
}
