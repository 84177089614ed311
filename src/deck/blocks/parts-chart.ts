/** Donut and waffle: parts of one whole, and what is missing to it. */

import type { PartsChart } from "../../chart/model.ts";
import { dataOf, type Quantity } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import { negativePart, oneSeriesOnly, partMissing, partsExceedWhole, wholeIsZero } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import { type Binder, placeOf } from "../binder.ts";
import { difference, numberOf, shareOf, sumOf } from "../reckon.ts";
import { defaultSubtitle, figureOf, figuresOf, finish, type MakeChart, readBase, readSeries, seriesColours } from "./chart-parts.ts";
import { expression, format } from "./fields.ts";
import { readRowOptions, type Row, type RowOptions, rowsOf, symbolOf } from "./rows.ts";

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
    // With a whole of its own, the rest is what is missing to it: not the sum of what `top` leaves.
    const rowOptions: RowOptions = named === undefined ? options : { ...options, rest: undefined };
    const rows = rowsOf([{ table, name: data.text, span }], rowOptions, binder);
    if (rows === undefined || !areParts(rows, span, binder)) return undefined;
    const sum = sumOf(
      rows.flatMap(({ quantities }) => quantities),
      `sum(${data.text})`,
      span,
    );
    if ("missing" in sum) return undefined;
    const all = named ?? sum;
    const rest = named === undefined ? undefined : restOf(named, sum, rows.length, span, options, binder);
    if (rest === "too much") return undefined;
    const parts = partsOf([...rows, ...(rest ? [rest] : [])], all, look, span, binder);
    const wholeFigure = figureOf(all, look, whole === undefined ? span : placeOf(whole), binder);
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

/** The largest error of one rounded value of a register that rounds to multiples of five. */
const rounding = 2.5;

/** What is missing to the whole. Rounded values may add up to a little more than their total; then nothing is missing. */
function restOf(
  whole: Quantity,
  sum: Quantity,
  count: number,
  span: Span,
  options: RowOptions,
  binder: Binder,
): Row | "too much" | undefined {
  const left = options.rest?.value ?? difference(whole, sum, "whole - sum", span);
  const number = left && numberOf(left);
  if (left === undefined || number === undefined) return binder.fail(span, wholeIsZero()) ?? "too much";
  const exact = dataOf(sum).every(({ dataset }) => dataset.additivity === "exact");
  if (number < (exact ? 0 : -rounding * (count + 1))) {
    binder.fail(span, partsExceedWhole(`${numberOf(sum)}`, `${numberOf(whole)}`));
    return "too much";
  }
  if (number <= 0) return undefined;
  return { key: "rest", label: options.rest?.label ?? "Übrige", role: "rest", quantities: [left] };
}

function partsOf(
  rows: readonly Row[],
  whole: Quantity,
  look: Format | undefined,
  span: Span,
  binder: Binder,
): PartsChart["parts"] | undefined {
  const shares = rows.map(({ quantities: [quantity] }) => quantity && shareOf(quantity, whole, "share(part, whole)", span));
  if (!shares.every((share) => share !== undefined)) return binder.fail(span, wholeIsZero());
  const digits = shares.some(({ value }) => typeof value === "number" && value > 0 && value < 0.01) ? 1 : 0;
  const percent: Format = { name: "percent", digits, text: `percent(${digits})`, span };
  const highlighted = rows.some(({ role }) => role === "highlight");
  const quantities = rows.flatMap((row) => row.quantities);
  const figures = figuresOf(quantities, look, span, binder);
  const written = figuresOf(shares, percent, span, binder);
  if (figures === undefined || written === undefined) return undefined;
  return rows.flatMap(({ key, label, role }, i): PartsChart["parts"] => {
    const [figure, share] = [figures[i], written[i]];
    const own = seriesColours[i % seriesColours.length] ?? "series-1";
    const colour = role === "rest" ? "rest" : !highlighted ? own : role === "highlight" ? "blue" : "calm";
    return figure === undefined || share === undefined ? [] : [{ category: { key, label, role }, colour, figure, share }];
  });
}
