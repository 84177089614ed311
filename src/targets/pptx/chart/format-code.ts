/**
 * Figures' formats as codes of number formats, so that a chart's labels change with its data. Codes are invariant:
 * PowerPoint shows "," and "." by the viewer's language, hence also where a deck has narrow spaces between thousands.
 */

import { round } from "../../../data/decimal.ts";
import { type Figure, inBrackets, isMissing } from "../../../data/figure.ts";

/** Shown as it is, with all digits: for cells of what no code can write. */
export const general = "General";

/** How days are shown: 31.12.2025. */
export const dayCode = "dd\\.mm\\.yyyy";

interface Parsed {
  readonly name: string;
  readonly digits: number;
}

function parse(format: string): Parsed {
  const [, name = "number", digits = "0"] = /^(\w+)(?:\((\d+)\))?$/u.exec(format) ?? [];
  return { name, digits: Number(digits) };
}

/** What a number is multiplied by before it is rounded, as a power of ten. */
const shifts: Readonly<Record<string, number>> = { percent: 2, million: -6 };

/** @returns `undefined` where no code can write the format: there is none that multiplies by 1,000, or by 100 without a per cent sign */
export function codeOf(format: string): string | undefined {
  const { name, digits } = parse(format);
  return numberCode(name, digits);
}

/** As {@link codeOf} for one figure: brackets say that the number is of limited reliability, whatever it is changed to. */
export function labelCode(figure: Figure): string | undefined {
  const code = codeOf(figure.format);
  if (code === undefined || !inBrackets(figure)) return code;
  return code
    .split(";")
    .map((part) => `"("${part}")"`)
    .join(";");
}

/** As {@link codeOf} for an axis whose ticks need these decimals. */
export function axisCode(format: string, digits: number): string | undefined {
  const { name } = parse(format);
  // An axis has no "±0".
  return name === "signed" ? `+${decimals(digits)};${minus}${decimals(digits)};${decimals(digits)}` : numberCode(name, digits);
}

const minus = '"\u2212"';

function decimals(digits: number): string {
  return digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
}

function numberCode(name: string, digits: number): string | undefined {
  switch (name) {
    case "number":
      return both(decimals(digits));
    case "percent":
      return both(`${decimals(digits)}"\u00a0"%`);
    case "million":
      return both(`${decimals(digits)},,"\u00a0Mio."`);
    case "euro":
      return both(`${decimals(digits)}"\u00a0Euro"`);
    case "ordinal":
      return `${decimals(0)}"."`;
    case "words":
      return decimals(0);
    case "signed":
      return `+${decimals(digits)};${minus}${decimals(digits)};"±"0${digits === 0 ? "" : `.${"0".repeat(digits)}`}`;
    default:
      return undefined;
  }
}

/** With the true minus of the deck. */
function both(code: string): string {
  return `${code};${minus}${code}`;
}

/**
 * The text of a figure that the code of its format would not show so: symbols, number words, fractions, points, what is
 * rounded to zero. Such a label is fixed and does not change with the data. `undefined` where the code does.
 */
export function fixedText(figure: Figure): string | undefined {
  const { value, text, format } = figure;
  if (isMissing(value)) return text;
  const { name, digits } = parse(format);
  if (numberCode(name, digits) === undefined) return text;
  if (name === "words") return /^\d/u.test(text) ? undefined : text;
  if (value === 0 || !round(value, digits, shifts[name]).zero) return undefined;
  return value < 0 || name === "signed" ? text : undefined;
}
