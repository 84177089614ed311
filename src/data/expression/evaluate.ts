/** {@link Expression} and data → {@link Result}. */

import type { Outcome } from "../../source/diagnostic.ts";
import type { DataView } from "../asof.ts";
import type { IsoDate, Quantity } from "../figure.ts";
import type { Result } from "../value.ts";
import type { Expression } from "./ast.ts";

export interface Scope {
  readonly view: DataView;
  /** What `deck.name` yields, by name. */
  readonly deck: ReadonlyMap<string, Result>;
}

/**
 * What the expression yields. No value and no diagnostics means that it rests on a faulty dataset, whose errors have
 * been reported where it was read.
 */
export function evaluate(_expression: Expression, _scope: Scope): Outcome<Result> {
  return { value: undefined, diagnostics: [] };
}

/** A value over time. */
export interface History {
  /** Oldest first; only days on which every input has a release of exactly that day. */
  readonly points: readonly { readonly day: IsoDate; readonly quantity: Quantity }[];
  /** Days of the points from which on the series cannot be compared with what was before, and why (German). */
  readonly breaks: readonly { readonly day: IsoDate; readonly reason: string }[];
}

/** The expression's number at each Stichtag up to the view's day: for charts over time. An error where it is no number. */
export function evaluateHistory(_expression: Expression, _scope: Scope): Outcome<History> {
  return { value: undefined, diagnostics: [] };
}
