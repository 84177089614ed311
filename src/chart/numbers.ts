/**
 * German numbers for what a chart says by itself: axis ticks, class bounds, changes in its sentence. Small, because it
 * runs in the browser too; figures bring their own text.
 */

import { round, settled } from "../data/decimal.ts";
import { type Figure, isMissing } from "../data/figure.ts";
import { grouped as inThousands } from "../data/format.ts";

/** The number that a figure can be drawn by; `undefined` where the office gave none. "-" is drawn as the zero that it is. */
export function valueOf(figure: Figure | undefined): number | undefined {
  if (figure === undefined) return undefined;
  return isMissing(figure.value) ? figure.value.exactly : figure.value;
}

/** How a chart's numbers are written, seen from its figures. */
export interface NumberLook {
  readonly name: string;
  readonly digits: number;
  readonly thousands: "." | "\u202f";
}

/** The look that the figures share: the first's format, the thousands mark that any of them shows. */
export function lookOf(figures: readonly (Figure | undefined)[]): NumberLook {
  const first = figures.find((figure) => figure !== undefined && !isMissing(figure.value));
  const narrow = figures.some((figure) => figure?.text.includes("\u202f"));
  return { ...parse(first?.format ?? "number"), thousands: narrow ? "\u202f" : "." };
}

function parse(format: string): { readonly name: string; readonly digits: number } {
  const [, name = "number", digits = "0"] = /^(\w+)(?:\((\d+)\))?$/.exec(format) ?? [];
  return { name, digits: Number(digits) };
}

/**
 * The number that a figure's text says: 0.0498 shown as "5,0 %" is 0.05. What sorts values into classes goes by it, so
 * that no reader finds a number in a class that it does not belong to. As {@link valueOf} where the text is not digits.
 */
export function shownValue(figure: Figure): number | undefined {
  const value = valueOf(figure);
  if (isMissing(figure.value) || value === undefined) return value;
  // In the browser a figure has no origin: brackets are told by the text.
  const text = figure.text.replace(/^\((.*)\)$/u, "$1");
  const [, sign = "", whole = "", fraction = ""] = /^([+−-]?)(\d[\d.\u202f]*)(?:,(\d+))?(?:\u00a0\D*)?$/u.exec(text) ?? [];
  if (whole === "") return value;
  // As one literal, because dividing by 100 could miss the bound that an author wrote by the last bit.
  const power = -Math.round(Math.log10(scaleOf(parse(figure.format).name).factor));
  const size = Number(`${whole.replace(/\D/gu, "")}.${fraction === "" ? "0" : fraction}e${power}`);
  return sign === "" || sign === "+" ? size : -size;
}

/** What a value is multiplied by before it is written, and what stands behind it. */
function scaleOf(name: string): { readonly factor: number; readonly suffix: string } {
  switch (name) {
    case "percent":
      return { factor: 100, suffix: "\u00a0%" };
    case "permille":
      return { factor: 1000, suffix: "\u00a0‰" };
    case "million":
      return { factor: 1e-6, suffix: "\u00a0Mio." };
    case "euro":
      return { factor: 1, suffix: "\u00a0Euro" };
    case "points":
      return { factor: 100, suffix: "" };
    default:
      return { factor: 1, suffix: "" };
  }
}

/** @param format as in placeholders: "number", "percent(1)", "million(1)" … */
export function writeNumber(value: number, format: string): string {
  return write(value, { ...parse(format), thousands: "." });
}

/** A number in a chart's look; `digits` overrides the decimals. */
export function write(value: number, look: NumberLook, digits: number = look.digits): string {
  const { factor, suffix } = scaleOf(look.name);
  const text = grouped(value, digits, look.thousands, Math.round(Math.log10(factor)));
  const signed = (look.name === "signed" || look.name === "points") && value > 0 ? "+" : "";
  return `${signed}${text}${suffix}`;
}

/** 17135.4 → "17.135,4", with a true minus. */
export function plain(value: number, digits: number, thousands: NumberLook["thousands"] = "."): string {
  return grouped(value, digits, thousands, 0);
}

/** Rounded as figures are, so that a deck never shows a number in two ways; by itself `toFixed` makes 14 of 14.5. */
function grouped(value: number, digits: number, thousands: NumberLook["thousands"], shift: number): string {
  const { negative, whole, fraction } = round(settled(value), digits, shift);
  const marked = inThousands(whole, thousands);
  return `${negative ? "−" : ""}${marked}${fraction === "" ? "" : `,${fraction}`}`;
}

/** Decimals that an evenly spaced scale needs, so that its ticks are told apart. */
export function tickDigits(step: number, look: NumberLook): number {
  const scaled = Math.abs(step) * scaleOf(look.name).factor;
  if (!(scaled > 0)) return 0;
  for (let digits = 0; digits < 6; digits++) {
    const shifted = scaled * 10 ** digits;
    if (Math.abs(shifted - Math.round(shifted)) < 1e-6 * Math.max(1, shifted)) return digits;
  }
  return 6;
}

/** The unit as it stands beside a number ("3.395 Personen"); shares have theirs in the text. */
export function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** "2017-07-01" → "01.07.2017". */
export function writeDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}.${month}.${year}`;
}

/** Days since 1970, so that distances are true. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
