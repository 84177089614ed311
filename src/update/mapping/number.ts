/** The text of a cell → a number or an official symbol, with what the office says of its quality. Nothing is guessed. */

import type { Missing, Quality } from "../../data/figure.ts";
import { flagIn, symbolIn, type SymbolSet } from "../../data/symbols.ts";

export type DecimalMark = "," | ".";

/** What a cell says. */
export type CellValue =
  | { readonly kind: "value"; readonly value: number | Missing; readonly quality?: Quality }
  /** Nothing stands there, not even a symbol. */
  | { readonly kind: "empty" }
  /** A number that says one thing with a decimal comma and another with a decimal point. */
  | { readonly kind: "ambiguous"; readonly comma: number; readonly point: number; readonly quality?: Quality }
  | { readonly kind: "fault"; readonly fault: CellFault };

/** `number`: neither a number nor a symbol; `decimal`: no number with this decimal mark; `exact`: more digits than are kept; `flag`: a quality flag that the set does not know. */
export type CellFault = "number" | "decimal" | "exact" | "flag";

/**
 * @param written without blanks around; a number where the format itself has typed numbers
 * @param flag what stands in the column of quality flags
 * @param decimal the decimal mark of the table, where it is known
 */
export function cellValue(written: string | number, flag: string, symbols: SymbolSet, decimal: DecimalMark | undefined): CellValue {
  const text = typeof written === "number" ? String(written + 0) : written.trim();
  const beside = flag.trim();
  // Most cells are counts; no office prints such a symbol.
  if (beside === "" && /^[1-9]\d{0,14}$/u.test(text)) return { kind: "value", value: Number(text) };
  const symbol = symbolAt(text, beside, symbols);
  if (symbol !== undefined) return symbol;
  // A flag alone qualifies nothing; final values that do not exist have been seen with one.
  if (text === "") return { kind: "empty" };
  if (text.length > longest) return { kind: "fault", fault: "number" };
  if (typeof written === "number") return withQuality(exactly(written), beside, symbols);
  const { number, marks } = apart(text);
  return withQuality(readNumber(number, decimal), `${marks}${beside}`, symbols);
}

/** No number has so many characters; what has is not looked at any closer. */
const longest = 64;

/** A symbol in place of the number, or beside an empty place. */
function symbolAt(text: string, flag: string, set: SymbolSet): CellValue | undefined {
  if (text === "") {
    const beside = symbolIn(set, flag);
    if (beside !== undefined) return { kind: "value", value: beside };
    // Eurostat's answers leave the ":" out where there is nothing but a flag.
    return flag !== "" && set.symbols.has(":") ? symbolAt(":", flag, set) : undefined;
  }
  const value = symbolIn(set, text, flag);
  if (value === undefined) return undefined;
  // A flag may be part of the symbol (":" with "c") or repeat it, and is then no further news.
  const told = flag === "" || flag === text || set.symbols.get(`${text}${flag}`) === value;
  return told ? { kind: "value", value } : withQuality({ kind: "value", value }, flag, set);
}

function withQuality(value: CellValue, flag: string, symbols: SymbolSet): CellValue {
  if ((value.kind !== "value" && value.kind !== "ambiguous") || flag === "") return value;
  const quality = flagIn(symbols, flag);
  return quality === undefined ? { kind: "fault", fault: "flag" } : { ...value, quality };
}

/** A number and what is attached to it: "(123)", "123 p", "123r". */
function apart(text: string): { readonly number: string; readonly marks: string } {
  const bracketed = /^\(\s*(.*?)\s*\)\s*(\p{L}*)$/u.exec(text);
  if (bracketed !== null) return { number: bracketed[1] ?? "", marks: `( )${bracketed[2] ?? ""}` };
  const letters = /^(.*\d)\s*(\p{L}{1,2}|\|)$/u.exec(text);
  return letters === null ? { number: text, marks: "" } : { number: letters[1] ?? "", marks: letters[2] ?? "" };
}

/** What a text says as a number, with a known decimal mark or with either. */
function readNumber(text: string, decimal: DecimalMark | undefined): CellValue {
  const comma = numberWith(text, ",");
  const point = numberWith(text, ".");
  if (comma === undefined && point === undefined) return { kind: "fault", fault: "number" };
  if (decimal !== undefined) {
    const known = decimal === "," ? comma : point;
    return known === undefined ? { kind: "fault", fault: "decimal" } : exactly(known);
  }
  if (comma === undefined || point === undefined || Object.is(comma, point)) return exactly(comma ?? point ?? Number.NaN);
  return { kind: "ambiguous", comma, point };
}

/** The decimal mark that a text can only have been written with; `undefined` for one that says the same with either, both or neither. */
export function markOf(text: string): DecimalMark | undefined {
  if (text.length > longest || /^\d*$/u.test(text)) return undefined;
  const { number } = apart(text.trim());
  const [comma, point] = [numberWith(number, ",") !== undefined, numberWith(number, ".") !== undefined];
  return comma === point ? undefined : comma ? "," : ".";
}

/** Ordinary, no-break, narrow, thin and figure blanks; apostrophes. */
const blanks = "[ \\u00a0\\u202f\\u2009\\u2007'’]";
const forms: Readonly<Record<DecimalMark, RegExp>> = { ",": formWith(",", "\\."), ".": formWith("\\.", ",") };

/** Digits in one run or in groups of three, all with the same sign between; no zero before other digits. */
function formWith(mark: string, group: string): RegExp {
  const whole = `0|[1-9]\\d*|[1-9]\\d{0,2}(?:${group}\\d{3})+|[1-9]\\d{0,2}(${blanks})\\d{3}(?:\\3\\d{3})*`;
  return new RegExp(`^([-−–+]?)(${whole})(?:${mark}(\\d+))?$`, "u");
}

/** `undefined` for what is no number in this way of writing; NaN for one with more digits than a number keeps. */
function numberWith(text: string, mark: DecimalMark): number | undefined {
  const match = forms[mark].exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", , fraction = ""] = match;
  const digits = whole.replaceAll(/\D/gu, "");
  // Fifteen digits are kept by every double, whichever they are.
  if (`${digits}${fraction}`.replace(/^0+/u, "").length > 15) return Number.NaN;
  const value = Number(fraction === "" ? digits : `${digits}.${fraction}`);
  return sign === "" || sign === "+" ? value : 0 - value;
}

function exactly(value: number): CellValue {
  const sound = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return sound ? { kind: "value", value: value + 0 } : { kind: "fault", fault: "exact" };
}
