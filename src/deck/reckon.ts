/** The little reckoning that charts and tables do themselves: sums of what is gathered, what is left of a whole, shares of it. */

import { exactSum, settled } from "../data/decimal.ts";
import { commonUnit } from "../data/expression/units.ts";
import { isMissing, type Quantity } from "../data/figure.ts";
import type { Span } from "../source/source.ts";

/** The number to reckon with: "-" is the zero that it is, any other symbol none. */
export function numberOf({ value }: Quantity): number | undefined {
  return isMissing(value) ? value.exactly : value;
}

/** The symbol that stands in a number's place. */
export function symbolOf({ value }: Quantity): string {
  return isMissing(value) ? value.symbol : "";
}

/** The sum, or the first quantity that has no number. */
export function sumOf(quantities: readonly Quantity[], expression: string, span: Span): Quantity | { readonly missing: Quantity } {
  const numbers: number[] = [];
  for (const quantity of quantities) {
    const number = numberOf(quantity);
    if (number === undefined) return { missing: quantity };
    numbers.push(number);
  }
  return computed("sum", exactSum(numbers), quantities[0]?.unit ?? "", quantities, expression, span);
}

/** `undefined` where one of the two has no number. */
export function difference(a: Quantity, b: Quantity, expression: string, span: Span): Quantity | undefined {
  const [from, less] = [numberOf(a), numberOf(b)];
  return from === undefined || less === undefined ? undefined : computed("-", exactSum([from, -less]), a.unit, [a, b], expression, span);
}

/** A pure number; `undefined` where one of the two has no number or the whole is zero. */
export function shareOf(part: Quantity, whole: Quantity, expression: string, span: Span): Quantity | undefined {
  const [a, b] = [numberOf(part), numberOf(whole)];
  return a === undefined || b === undefined || b === 0 ? undefined : computed("share", settled(a / b), "", [part, whole], expression, span);
}

/**
 * The quantity as one of the other's unit: the same unit, or a number written by hand, which takes it. `undefined` where
 * the two count different things.
 */
export function inUnitOf(quantity: Quantity, other: Quantity): Quantity | undefined {
  if (quantity.unit === other.unit) return quantity;
  return commonUnit(quantity, other) === other.unit ? { ...quantity, unit: other.unit } : undefined;
}

function computed(operation: string, value: number, unit: string, inputs: readonly Quantity[], expression: string, span: Span): Quantity {
  return { value, unit, origin: { kind: "computed", operation, expression, inputs, span } };
}
