/** Results → German text. */

import type { Outcome } from "../source/diagnostic.ts";
import type { Source, Span } from "../source/source.ts";
import type { Figure, Quantity } from "./figure.ts";
import type { Result } from "./value.ts";

export const formatNames = [
  "number",
  "percent",
  "permille",
  "million",
  "signed",
  "points",
  "words",
  "ordinal",
  "euro",
  "fraction",
  "date",
  "month",
  "year",
] as const;
export type FormatName = (typeof formatNames)[number];

export interface Format {
  readonly name: FormatName;
  /** Decimal places; 0 where none are named. */
  readonly digits: number;
  /** As the author wrote it: "percent(1)". */
  readonly text: string;
  readonly span: Span;
}

/** How a deck writes numbers: thousands with a dot, or with the narrow no-break space (U+202F) of DIN 5008. */
export interface NumberStyle {
  readonly thousands: "dot" | "narrow-space";
}

/** Parses `name` or `name(digits)`. */
export function parseFormat(_source: Source, _start: number, _end: number): Outcome<Format> {
  return { value: undefined, diagnostics: [] };
}

/**
 * The text of a number, day or text; other results are reported, as is a format that does not suit.
 *
 * @param span the place that is reported, where the format itself has none
 */
export function formatResult(_result: Result, _format: Format | undefined, _span: Span, _style: NumberStyle): Outcome<string> {
  return { value: undefined, diagnostics: [] };
}

/** A quantity with its text. Without a format, whole numbers are shown as `number`; others are reported. */
export function toFigure(_quantity: Quantity, _format: Format | undefined, _span: Span, _style: NumberStyle): Outcome<Figure> {
  return { value: undefined, diagnostics: [] };
}
