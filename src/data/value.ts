/** What an expression can yield. */

import type { Span } from "../source/source.ts";
import type { IsoDate, Origin, Quantity } from "./figure.ts";

export type Result = NumberResult | Table | Day | Words | Truth;

export interface NumberResult {
  readonly kind: "number";
  readonly quantity: Quantity;
}

/** Keyed quantities, e.g. a dataset's newest release, or what `top` leaves of it. */
export interface Table {
  readonly kind: "table";
  readonly entries: readonly Entry[];
  /** What the entries' numbers count, as in {@link Quantity}. */
  readonly unit: string;
  /** German singular of what the keys are ("Gemeinde"). */
  readonly keyName: string;
  /**
   * Keys that stand in other releases but have no value at the table's moment (partial datasets): what is summed,
   * counted or ranked would compare different things. Absent where there are none.
   */
  readonly lacking?: readonly string[];
  /** Set where the author chose some of the entries (`top`). */
  readonly chosen?: true;
  readonly span: Span;
}

export interface Entry {
  readonly key: string;
  readonly label: string;
  readonly quantity: Quantity;
  /** Set on what `rest` gathers ("Übrige") and on a dataset's total, so that charts can tell them apart. */
  readonly role?: "rest" | "total";
}

export interface Day {
  readonly kind: "day";
  readonly day: IsoDate;
  readonly origin: Origin;
}

export interface Words {
  readonly kind: "words";
  readonly text: string;
  readonly origin: Origin;
}

export interface Truth {
  readonly kind: "truth";
  /** `undefined` where the condition rests on a missing value and so cannot be known. */
  readonly holds: boolean | undefined;
  readonly origin: Origin;
}
