/** Charts for tests: figures without files behind them. */

import type { Figure, Missing } from "../../data/figure.ts";
import { type Span, spanOf, toSource } from "../../source/source.ts";
import type { Category, ChartBase } from "../model.ts";
import { writeNumber } from "../numbers.ts";

export const span: Span = spanOf(toSource("data/test/2017-07-01.yaml", ""), 0, 0);

export const unknown: Missing = { symbol: "·", meaning: "unbekannt oder geheim zu halten" };
export const nothing: Missing = { symbol: "-", meaning: "genau null", exactly: 0 };

/** @param format "number", "number(1)", "percent(1)" … */
export function figure(value: number | Missing, unit = "Personen", format = "number"): Figure {
  const text = typeof value === "number" ? writeNumber(value, format) : value.symbol;
  return { value, unit, text, format, origin: { kind: "literal", span }, span };
}

export function category(label: string, role: Category["role"] = "plain"): Category {
  return { key: label, label, role };
}

export function base(title: string, subtitle?: string): ChartBase {
  return { id: "test", title, summary: "", credits: [], span, ...(subtitle === undefined ? {} : { subtitle }) };
}
