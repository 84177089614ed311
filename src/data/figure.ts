/**
 * The type of every number: a {@link Quantity} knows its value, unit and origin; a {@link Figure} is a quantity
 * as it is shown, with its text. Origins form a tree whose leaves are lines of `data/` files.
 */

import type { Span } from "../source/source.ts";
import type { Dataset, Release } from "./dataset.ts";

/** A calendar day as ISO 8601 `YYYY-MM-DD`. */
export type IsoDate = string;

/** A value that an office did not give as a number: the symbol printed in its place, and what it means. */
export interface Missing {
  readonly symbol: string;
  /** German wording of the legend (Zeichenerklärung). */
  readonly meaning: string;
  /** Set where the symbol stands for a number that may be reckoned with: "-" is exactly zero. The text shown stays the symbol. */
  readonly exactly?: number;
}

/** What an office says of a number besides the number: preliminary, estimated, of limited reliability. */
export interface Quality {
  /** As the office prints it: "p", "e", "( )"; several in a row: "bp". */
  readonly flag: string;
  /** German wording of the legend. */
  readonly meaning: string;
  /**
   * `limited` numbers are shown in brackets; `plain` ones say nothing that an audience must hear (final values); all
   * others are named in a footnote.
   */
  readonly kind: "preliminary" | "corrected" | "estimated" | "forecast" | "definition" | "limited" | "plain";
  /** Set where the series breaks at this value: it cannot be compared with those before. */
  readonly breaks?: true;
}

/** `unit` is the German name of what is counted ("Personen", "Euro", "km²"); "" is a pure number or share; "Personen/km²" a quotient. */
export interface Quantity {
  readonly value: number | Missing;
  readonly unit: string;
  readonly origin: Origin;
}

export type Origin = Datum | Computed | Literal;

/** A number read from a release: `span` is the value's place in the release file. */
export interface Datum {
  readonly kind: "datum";
  readonly dataset: Dataset;
  readonly release: Release;
  /** The keys that lead to the value, outermost first. */
  readonly path: readonly string[];
  readonly quality?: Quality;
  readonly span: Span;
}

/** A number worked out from others. */
export interface Computed {
  readonly kind: "computed";
  /** The operator (`+ - * /`) or the function's name. */
  readonly operation: string;
  /** The expression as the author wrote it. */
  readonly expression: string;
  readonly inputs: readonly Quantity[];
  /** Of a condition: the sides of each of its comparisons, in the order in which they are written. */
  readonly compared?: readonly Compared[];
  readonly span: Span;
}

/** The sides of a comparison: numbers; days ("2017-07-01") and words as text. */
export type Compared = readonly (Quantity | string)[];

/** A number that stands in an expression itself (`1000` in `x * 1000`). */
export interface Literal {
  readonly kind: "literal";
  readonly span: Span;
}

/** A quantity as it is shown. */
export interface Figure extends Quantity {
  /** The text shown, in the deck's language, with non-breaking blanks inside. For a missing value: its symbol. */
  readonly text: string;
  /** The unit in the singular, where the text wants it: "Person" beside "1". */
  readonly one?: string;
  /** The format as the author wrote it ("percent(1)"), or the default that was taken ("number"). */
  readonly format: string;
  /** What was written of it, where the path of its datum or its calculation would give another number: `einwohner.kreis @ previous`. */
  readonly expression?: string;
  /** The placeholder, or the data value, that this figure stands for. */
  readonly span: Span;
}

export function isMissing(value: number | Missing): value is Missing {
  return typeof value !== "number";
}

/** Whether a number stands in brackets wherever it is shown, because its office says that it is of limited reliability. */
export function inBrackets({ value, origin }: Quantity): boolean {
  return !isMissing(value) && origin.kind === "datum" && origin.quality?.kind === "limited";
}

/** All data that a quantity rests on: each leaf of its origin that is a datum, in order, without repetition. */
export function dataOf(quantity: Quantity): readonly Datum[] {
  return dataOfAll([quantity]);
}

/** As {@link dataOf} for many at once; what they share is walked once. */
export function dataOfAll(quantities: Iterable<Quantity>): readonly Datum[] {
  const found = new Set<Datum>();
  const seen = new Set<Quantity>();
  const walk = (quantity: Quantity): void => {
    const { origin } = quantity;
    if (origin.kind === "datum") found.add(origin);
    else if (origin.kind === "computed" && !seen.has(quantity)) {
      seen.add(quantity);
      origin.inputs.forEach(walk);
    }
  };
  for (const quantity of quantities) walk(quantity);
  return [...found];
}

/** The Stichtag that all data behind the quantities are of; `undefined` where there are several, or none. */
export function onlyDay(quantities: Iterable<Quantity>): IsoDate | undefined {
  const [day, ...others] = new Set(dataOfAll(quantities).map(({ release }) => release.stichtag));
  return others.length === 0 ? day : undefined;
}
