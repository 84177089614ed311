/** The sum of the rows that a chart or table gathers in one. */

import { isAdditive } from "../../data/additive.ts";
import type { Quantity } from "../../data/figure.ts";
import { sumWithMissing } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import type { Binder } from "../binder.ts";
import { sumOf, symbolOf } from "../reckon.ts";

/** A row that is gathered with others, and its number. */
export interface GatheredPart {
  readonly label: string;
  readonly quantity: Quantity;
}

/** What gathers rows: its name, the sum as an author would write it, where its data is named, and where faults are told. */
export interface Gathering {
  readonly label: string;
  readonly expression: string;
  readonly span: Span;
  readonly place: Span;
}

/**
 * The sum of what is gathered; "says nothing" where it is one of densities or rates; `undefined` where it cannot be had,
 * which is told.
 */
export function sumOfRest(
  parts: readonly GatheredPart[],
  { label, expression, span, place }: Gathering,
  binder: Binder,
): Quantity | "says nothing" | undefined {
  const quantities = parts.map(({ quantity }) => quantity);
  if (!isAdditive(quantities)) return "says nothing";
  const sum = sumOf(quantities, expression, span);
  if (!("missing" in sum)) return sum;
  const missing = parts.find(({ quantity }) => quantity === sum.missing)?.label ?? "";
  return binder.fail(place, sumWithMissing(label, missing, symbolOf(sum.missing)));
}
