/** From one state of a number to another: the change in its own unit, in per cent of what it was, or in percentage points. */

import { spanOf, type Span } from "../source/source.ts";
import { breakOf } from "./breaks.ts";
import type { Dataset } from "./dataset.ts";
import { exactSum, round, settled } from "./decimal.ts";
import { dataOf, type Datum, type Figure, type IsoDate, isMissing, type Missing, type Quantity } from "./figure.ts";
import { type Format, type FormatName, type NumberStyle, toFigure } from "./format.ts";
import { cellAt } from "./lookup.ts";

/** What kind of number changes: of shares nobody forms per cent, and of places in an order neither. */
export type Changing = "amount" | "share" | "place";

export interface Change {
  readonly changing: Changing;
  /** after − before, in the number's own unit; a symbol where one of the two is none. */
  readonly difference: Quantity;
  /** What the difference is in per cent of before (0.1 is 10 per cent); absent of shares, from zero, and from less than zero. */
  readonly rate?: Quantity;
}

/** Names for the calculation, as an author would write them. */
export interface ChangeNames {
  readonly difference: string;
  readonly rate: string;
  readonly span: Span;
}

/** Units of published shares, and what a number of them is in percentage points. */
const shareUnits: ReadonlyMap<string, number> = new Map([
  ["prozent", 1],
  ["%", 1],
  ["v. h.", 1],
  ["vh", 1],
  ["promille", 0.1],
  ["‰", 0.1],
]);

export function changing({ unit, origin }: Quantity, format: string): Changing {
  if (shareUnits.has(unit.toLowerCase())) return "share";
  if (unit !== "" || origin.kind !== "computed") return unit === "" && isShareFormat(format) ? "share" : "amount";
  if (origin.operation === "rank") return "place";
  return isShareFormat(format) || origin.operation === "share" || origin.operation === "/" || origin.operation === "change_rate"
    ? "share"
    : "amount";
}

function isShareFormat(format: string): boolean {
  return /^(?:percent|permille|points)\b/u.test(format);
}

/** @param format of the number, as in {@link Figure} */
export function changeOf(before: Quantity, after: Quantity, format: string, names: ChangeNames): Change {
  const kind = changing(after, format);
  const inputs = [after, before];
  const { span } = names;
  const make = (operation: string, expression: string, value: number | Missing, unit: string): Quantity => ({
    value,
    unit,
    origin: { kind: "computed", operation, expression, inputs, span },
  });
  const [from, to] = [numeric(before.value), numeric(after.value)];
  if (from === undefined || to === undefined) {
    const symbol = [after.value, before.value].find((value) => numeric(value) === undefined) ?? after.value;
    return { changing: kind, difference: make("change", names.difference, symbol, after.unit) };
  }
  const by = exactSum([to, -from]);
  const difference = make("change", names.difference, by, after.unit);
  if (kind !== "amount" || from <= 0) return { changing: kind, difference };
  return { changing: kind, difference, rate: make("change_rate", names.rate, settled(by / from), "") };
}

function numeric(value: number | Missing): number | undefined {
  return isMissing(value) ? value.exactly : value;
}

/** A change as it is shown. */
export interface ChangeFigures {
  readonly changing: Changing;
  /** "+9.555"; absent of shares. */
  readonly difference?: Figure;
  /** "+55,8 %", of shares "+1,2 Prozentpunkte"; absent where there is none. */
  readonly relative?: Figure;
}

/**
 * The figures of a change, with as many decimal places as the number itself has, and more where those would hide it.
 *
 * @param format of the number that changed
 */
export function changeFigures(change: Change, format: string, style: NumberStyle): ChangeFigures {
  const { name, digits } = looks(format);
  const { difference, rate } = change;
  const span = difference.origin.span;
  const figure = (quantity: Quantity, look: FormatName, places: number): Figure | undefined =>
    signed(quantity, asFormat(look, places, span), style);
  if (change.changing === "share") {
    // Of 71 % and 76 % the difference may be 4: one place more shows that it is 4,2 and no error.
    const places = Math.max(1, name === "permille" ? digits + 1 : digits);
    const relative = inPoints(difference, places, style);
    return { changing: change.changing, ...(relative && { relative }) };
  }
  const look = name === "million" || name === "euro" || name === "fraction" ? name : "number";
  const own =
    figure(difference, look, telling(difference, digits, look === "million" ? -6 : 0)) ??
    figure(difference, "number", telling(difference, Number.isInteger(difference.value) ? 0 : 2, 0));
  const relative = rate && figure(rate, "percent", telling(rate, Math.abs(numeric(rate.value) ?? 0) >= 10 ? 0 : 1, 2));
  return { changing: change.changing, ...(own && { difference: own }), ...(relative && { relative }) };
}

/** A published share's unit is no pure number, as its format wants it. */
function inPoints(difference: Quantity, places: number, style: NumberStyle): Figure | undefined {
  const { value, unit, origin } = difference;
  const factor = shareUnits.get(unit.toLowerCase());
  const pure = factor === undefined || isMissing(value) ? value : settled((value * factor) / 100);
  const quantity: Quantity = { value: pure, unit: "", origin };
  return toFigure(quantity, asFormat("points", telling(quantity, places, 2), origin.span), origin.span, style).value;
}

/** Places enough to show that a number is not zero, up to three more than wanted. */
function telling({ value }: Quantity, digits: number, shift: number): number {
  const number = numeric(value) ?? 0;
  if (number === 0) return digits;
  for (let places = digits; places <= digits + 3; places++) if (!round(number, places, shift).zero) return Math.min(places, 9);
  return digits;
}

/** With its sign: "+", "−", or "±" where it is zero as shown. */
function signed(quantity: Quantity, format: Format, style: NumberStyle): Figure | undefined {
  const { value } = toFigure(quantity, format, format.span, style);
  if (value === undefined || isMissing(value.value)) return value;
  const sign = value.value < 0 ? "" : /[1-9¼-¾⅓⅔½]/u.test(value.text) ? "+" : "±";
  return { ...value, text: `${sign}${value.text}` };
}

function asFormat(name: FormatName, digits: number, { source, start, end }: Span): Format {
  return { name, digits, text: digits === 0 ? name : `${name}(${digits})`, span: spanOf(source, start, end) };
}

function looks(format: string): { readonly name: string; readonly digits: number } {
  const [, name = "number", digits = "0"] = /^(\w+)(?:\((\d+)\))?$/u.exec(format) ?? [];
  return { name, digits: Number(digits) };
}

/** Why a series cannot be compared from one state to the other. */
export interface SeriesBreak {
  readonly dataset: Dataset;
  readonly day: IsoDate;
  /** German. */
  readonly reason: string;
}

/** The breaks that lie between the data of two states of a number, after the earlier day and up to the later. */
export function breaksBetween(before: Quantity, after: Quantity): readonly SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  for (const [dataset, data] of byDataset([...dataOf(before), ...dataOf(after)])) {
    const days = data.map(({ release }) => release.stichtag).toSorted();
    const [first = "", last = ""] = [days[0], days.at(-1)];
    const paths = data.map(({ path }) => path);
    for (const release of dataset.releases) {
      const { stichtag: day, values } = release;
      if (day <= first || day > last || !paths.some((path) => cellAt(values, path) !== undefined)) continue;
      const reason = breakOf(dataset, release, paths);
      const told = breaks.some((one) => one.dataset === dataset && one.day === day && one.reason === reason);
      if (reason !== undefined && !told) breaks.push({ dataset, day, reason });
    }
  }
  return breaks;
}

function byDataset(data: readonly Datum[]): ReadonlyMap<Dataset, readonly Datum[]> {
  // Two states may have been read from different files: a dataset is known by its name, and the later one tells all breaks.
  const newest = new Map(data.map(({ dataset }) => [dataset.id, dataset]));
  const groups = new Map<Dataset, Datum[]>();
  for (const datum of data) {
    const dataset = newest.get(datum.dataset.id) ?? datum.dataset;
    groups.set(dataset, [...(groups.get(dataset) ?? []), datum]);
  }
  return groups;
}
