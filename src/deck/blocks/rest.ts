/** Which columns of a table may be added up for the row that gathers the rest. */

import type { Quantity } from "../../data/figure.ts";
import { sumWithMissing } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import type { Binder } from "../binder.ts";
import { sumOf } from "../reckon.ts";
import { symbolOf } from "./rows.ts";

/** The sum of what is gathered; `undefined` where a sum would say nothing (of densities or rates), or cannot be had, which is told. */
export function sumOfRest(parts: readonly Quantity[], expression: string, span: Span, label: string, binder: Binder): Quantity | undefined {
  if (!isAdditive(parts)) return undefined;
  const sum = sumOf(parts, expression, span);
  return "missing" in sum ? binder.fail(span, sumWithMissing(label, "", symbolOf(sum.missing))) : sum;
}

/**
 * Counts add up, and so do their sums and differences, and shares of one and the same whole. Quotients of which each has
 * a denominator of its own do not.
 */
function isAdditive(parts: readonly Quantity[]): boolean {
  const [first] = parts;
  if (first === undefined || first.origin.kind === "literal") return false;
  if (first.origin.kind === "datum") return !first.unit.includes("/");
  const { operation } = first.origin;
  const inputs = (at: number): readonly Quantity[] =>
    parts.flatMap(({ origin }) => (origin.kind === "computed" && origin.operation === operation ? (origin.inputs[at] ?? []) : []));
  const [left, right] = [inputs(0), inputs(1)];
  switch (operation) {
    case "+":
    case "-":
    case "change":
      return left.length === parts.length && isAdditive(left) && (right.length === 0 || isAdditive(right));
    case "/":
    case "*":
    case "share":
      return left.length === parts.length && isAdditive(left) && areOne(right);
    default:
      return false;
  }
}

/** The same denominator for all: the same value of the same origin. */
function areOne(quantities: readonly Quantity[]): boolean {
  const [first] = quantities;
  return quantities.every((one) => one === first || (one.value === first?.value && one.origin.span.start === first.origin.span.start));
}
