/** Numbers with all their digits, in German, beside what a slide rounds. */

import { grouped } from "../../data/format.ts";
import { type Missing, isMissing } from "../../data/figure.ts";
import { isOne } from "../../data/singular.ts";

/** How the deck marks thousands: "17.135" or, with U+202F, "17 135". */
export type Thousands = "." | "\u202f";

/** Digits that a number may have before the rest of them is told by "…". */
const mostDigits = 12;
const shownDigits = 8;

/**
 * A number as it is, not rounded: "9,97130636…" where it has more digits than anyone reads.
 *
 * @param shift powers of ten, 2 for per cent
 */
export function exactNumber(value: number, thousands: Thousands, shift: number = 0): string {
  // Counts are most of all numbers, and of most slides there is much to tell.
  if (shift === 0 && Number.isInteger(value) && Math.abs(value) < 1e12)
    return `${value < 0 ? "\u2212" : ""}${grouped(`${Math.abs(value)}`, thousands)}`;
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const all = mantissa.replace(".", "");
  const before = Number(exponent) + 1 + shift;
  const isCut = all.length > Math.max(mostDigits, before);
  const digits = (isCut ? all.slice(0, Math.max(shownDigits, before)) : all).padEnd(before, "0");
  const whole = before > 0 ? digits.slice(0, before) : "0";
  const fraction = before > 0 ? digits.slice(before) : `${"0".repeat(-before)}${digits}`;
  const rest = isCut ? fraction : fraction.replace(/0+$/u, "");
  return `${value < 0 ? "\u2212" : ""}${grouped(whole, thousands)}${rest === "" ? "" : `,${rest}`}${isCut ? "…" : ""}`;
}

/** A value as one of a calculation: a sign that is exactly zero is reckoned with as 0, any other stays a sign. */
export function operand(value: number | Missing, thousands: Thousands): string {
  if (!isMissing(value)) return exactNumber(value, thousands);
  return value.exactly === undefined ? value.symbol : exactNumber(value.exactly, thousands);
}

/** What stands behind a number: its unit, none for a pure number. */
export function withUnit(number: string, unit: string): string {
  return unit === "" ? number : `${number}\u00a0${unit}`;
}

/**
 * The exact number behind a shown text, as its format scales it, if the text rounds it or says it otherwise: "9,97130636… %"
 * for "9,97 %", "171.843 Personen" for "0,17 Mio."; `undefined` where the text has every digit.
 *
 * @param one the unit in the singular, where the text wants it
 */
export function exactBehind(
  text: string,
  format: string,
  value: number | Missing,
  unit: string,
  thousands: Thousands,
  one: string = unit,
): string | undefined {
  if (isMissing(value) || (format === "number" && Number.isInteger(value))) return undefined;
  const [, name = ""] = /^(\w+)/u.exec(format) ?? [];
  const { shift, suffix } = scales[name] ?? { shift: 0, suffix: undefined };
  const exact = exactNumber(value, thousands, shift);
  if (digitsOf(text) === digitsOf(exact) && name !== "million") return undefined;
  return suffix === undefined ? withUnit(exact, isOne(exact) ? one : unit) : `${exact}${suffix}`;
}

/** "genau 171.843 Personen"; "ungerundet 9,9713103… %" where digits are left out, for what is cut off is not exact. */
export function unroundedWords(exact: string): string {
  return `${exact.includes("…") ? "ungerundet" : "genau"} ${exact}`;
}

const scales: Readonly<Record<string, { readonly shift: number; readonly suffix: string }>> = {
  percent: { shift: 2, suffix: "\u00a0%" },
  permille: { shift: 3, suffix: "\u00a0‰" },
  points: { shift: 2, suffix: "\u00a0Prozentpunkte" },
};

/** Sign and digits that a text begins with, be it in brackets, without marks of thousands and zeros at the end; "" if there are none. */
function digitsOf(text: string): string {
  const [, minus = "", whole = "", fraction = "", more = ""] = /^\(?[+±]?(\u2212?)([\d.\u202f]+)(?:,(\d+))?(…?)/u.exec(text) ?? [];
  const kept = fraction.replace(/0+$/u, "");
  return `${minus}${whole.replaceAll(/\D/gu, "")}${kept === "" ? "" : `,${kept}`}${more}`;
}
