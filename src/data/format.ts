/** Results → German text. */

import { error, type Outcome } from "../source/diagnostic.ts";
import type { Message } from "../source/diagnostic.ts";
import {
  emptyFormat,
  formatDigits,
  formatNeedsDay,
  formatNeedsEuro,
  formatNeedsNumber,
  formatNeedsShare,
  formatNeedsWhole,
  formatOfText,
  formatSyntax,
  needsFormat,
  noSuchFraction,
  tableAsText,
  truthAsText,
  unknownFormat,
} from "../source/messages/format.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import { dayParts, germanDate } from "./calendar.ts";
import { round, type Rounded } from "./decimal.ts";
import { inBrackets, isMissing, type Figure, type IsoDate, type Quantity } from "./figure.ts";
import { isOne, singularOf } from "./singular.ts";
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
type DayFormat = "date" | "month" | "year";
type NumberFormat = Exclude<FormatName, DayFormat>;

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

const mostDigits = 9;
const withDigits: ReadonlySet<FormatName> = new Set(["number", "percent", "permille", "million", "signed", "points", "euro"]);

/** Parses `name` or `name(digits)`; blanks around it do not count. */
export function parseFormat(source: Source, start: number, end: number): Outcome<Format> {
  const written = source.text.slice(start, end);
  const text = written.trim();
  const from = start + written.length - written.trimStart().length;
  const span = spanOf(source, from, from + text.length);
  const fail = (message: Message, at: Span = span): Outcome<Format> => ({ value: undefined, diagnostics: [error(at, message)] });
  if (text === "") return fail(emptyFormat(formatNames), spanOf(source, start, end));
  const match = /^([\p{L}_]+)\s*(?:\(\s*([^()]*?)\s*\))?$/u.exec(text);
  if (match === null) return fail(formatSyntax(text));
  const [, wanted = "", argument] = match;
  const name = formatNames.find((known) => known === wanted);
  if (name === undefined) {
    return fail(unknownFormat(wanted, nearest(wanted, formatNames), formatNames), spanOf(source, from, from + wanted.length));
  }
  if (argument === undefined) return { value: { name, digits: 0, text, span }, diagnostics: [] };
  const digits = /^\d$/u.test(argument) ? Number(argument) : undefined;
  if (!withDigits.has(name)) return fail(formatDigits(name, 0));
  if (digits === undefined || digits > mostDigits) return fail(formatDigits(name, mostDigits));
  return { value: { name, digits, text, span }, diagnostics: [] };
}

/**
 * The text of a number, day or text; other results are reported, as is a format that does not suit.
 *
 * @param span the place that is reported, where the format itself has none
 */
export function formatResult(result: Result, format: Format | undefined, span: Span, style: NumberStyle): Outcome<string> {
  const fail = (message: Message): Outcome<string> => ({ value: undefined, diagnostics: [error(format?.span ?? span, message)] });
  switch (result.kind) {
    case "number": {
      const { value, diagnostics } = toFigure(result.quantity, format, span, style);
      return { value: value?.text, diagnostics };
    }
    case "day":
      if (format === undefined) return { value: germanDate(result.day), diagnostics: [] };
      return isDayFormat(format.name)
        ? { value: dayFormats[format.name](result.day), diagnostics: [] }
        : fail(formatNeedsNumber(format.name));
    case "words":
      return format === undefined ? { value: result.text, diagnostics: [] } : fail(formatOfText(format.name));
    case "table":
      return fail(tableAsText());
    case "truth":
      return fail(truthAsText());
  }
}

/**
 * A quantity with its text. Without a format, whole numbers are shown as `number`; others are reported. A missing
 * value shows its symbol in every format, a value of limited reliability stands in brackets.
 */
export function toFigure(quantity: Quantity, format: Format | undefined, span: Span, style: NumberStyle): Outcome<Figure> {
  const fail = (message: Message): Outcome<Figure> => ({ value: undefined, diagnostics: [error(format?.span ?? span, message)] });
  const { value } = quantity;
  const name = format?.name ?? "number";
  if (isDayFormat(name)) return fail(formatNeedsDay(name));
  const { unit, origin } = quantity;
  const figure = (text: string): Outcome<Figure> => {
    const one = isOne(text) ? singularOf(quantity) : undefined;
    const own = { value, unit, origin, text, format: format?.text ?? "number", span };
    return { value: one === undefined ? own : { ...own, one }, diagnostics: [] };
  };
  if (isMissing(value)) return figure(value.symbol);
  if (format === undefined && !Number.isInteger(value)) return fail(needsFormat(plain(value)));
  const text = numberFormats[name](value, format?.digits ?? 0, style, quantity.unit);
  if (typeof text !== "string") return fail(text);
  return figure(inBrackets(quantity) ? `(${text})` : text);
}

function isDayFormat(name: FormatName): name is DayFormat {
  return name === "date" || name === "month" || name === "year";
}

/** U+00A0: between a number and what it counts no line may break. */
const blank = "\u00a0";
const minus = "\u2212";

/** A number's text, or why the format does not suit it. */
type Write = (value: number, digits: number, style: NumberStyle, unit: string) => string | Message;

const numberFormats: Readonly<Record<NumberFormat, Write>> = {
  number: (value, digits, style) => decimal(round(value, digits), style),
  percent: (value, digits, style, unit) =>
    unit === "" ? `${decimal(round(value, digits, 2), style)}${blank}%` : formatNeedsShare("percent", unit),
  permille: (value, digits, style, unit) =>
    unit === "" ? `${decimal(round(value, digits, 3), style)}${blank}‰` : formatNeedsShare("permille", unit),
  million: (value, digits, style) => `${decimal(round(value, digits, -6), style)}${blank}Mio.`,
  signed: (value, digits, style) => signed(round(value, digits), style),
  points: (value, digits, style, unit) => {
    if (unit !== "") return formatNeedsShare("points", unit);
    const text = signed(round(value, digits, 2), style);
    return `${text}${blank}${/^.1$/u.test(text) ? "Prozentpunkt" : "Prozentpunkte"}`;
  },
  words: (value, _digits, style) => {
    if (!Number.isInteger(value) || value < 0) return formatNeedsWhole("words", plain(value));
    return numerals[value] ?? decimal(round(value, 0), style);
  },
  ordinal: (value, _digits, style) =>
    Number.isInteger(value) && value >= 0 ? `${decimal(round(value, 0), style)}.` : formatNeedsWhole("ordinal", plain(value)),
  euro: (value, digits, style, unit) => (unit === "Euro" ? `${decimal(round(value, digits), style)}${blank}Euro` : formatNeedsEuro(unit)),
  fraction: (value, _digits, style) => {
    const whole = Math.floor(Math.abs(value));
    const part = fractions.find(([size]) => Math.abs(Math.abs(value) - whole - size) < 1e-9)?.[1];
    if (part === undefined) return noSuchFraction(plain(value));
    return `${value < 0 ? minus : ""}${whole === 0 ? "" : decimal(round(whole, 0), style)}${part}`;
  },
};

const numerals = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
const fractions: readonly (readonly [number, string])[] = [
  [1 / 2, "½"],
  [1 / 4, "¼"],
  [3 / 4, "¾"],
  [1 / 3, "⅓"],
  [2 / 3, "⅔"],
];
const months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

const dayFormats: Readonly<Record<DayFormat, (day: IsoDate) => string>> = {
  date: germanDate,
  month: (day) => {
    const parts = dayParts(day);
    return parts === undefined ? day : `${months[parts.month - 1] ?? ""}${blank}${parts.year}`;
  },
  year: (day) => `${dayParts(day)?.year ?? day}`,
};

function decimal({ negative, whole, fraction }: Rounded, style: NumberStyle): string {
  const separator = style.thousands === "dot" ? "." : "\u202f";
  return `${negative ? minus : ""}${grouped(whole, separator)}${fraction === "" ? "" : `,${fraction}`}`;
}

/** "171843" with a sign between thousands. */
export function grouped(digits: string, separator: string): string {
  let end = digits.length % 3 || 3;
  let out = digits.slice(0, end);
  for (; end < digits.length; end += 3) out += separator + digits.slice(end, end + 3);
  return out;
}

function signed(rounded: Rounded, style: NumberStyle): string {
  const sign = rounded.zero ? "±" : rounded.negative ? "" : "+";
  return `${sign}${decimal(rounded, style)}`;
}

/** A number in a message: German, with all its digits. */
function plain(value: number): string {
  return `${value}`.replace(".", ",").replace("-", minus);
}
