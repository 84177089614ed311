import { emptyTable, unitMismatch } from "../../../source/messages/evaluate.ts";
import { exactSum } from "../../decimal.ts";
import type { Quantity } from "../../figure.ts";
import { quantitiesOf } from "../../quantities.ts";
import type { NumberResult, Table } from "../../value.ts";
import type { Operation } from "../arithmetic.ts";
import { numberOf, numbersOf, valuesOf, wholeTable, type ExpressionFunction } from "../call.ts";
import { commonUnit } from "../units.ts";

export const sum: ExpressionFunction = {
  usage: ["sum(t)"],
  least: 1,
  most: 99,
  apply: (call) => {
    const numbers = numbersOf(call);
    return numbers && total(numbers, call);
  },
};

/** The sum of numbers of one unit, none of them a symbol. */
export function total(numbers: readonly Quantity[], call: Operation): NumberResult | undefined {
  const unit = unitOf(numbers, call);
  const values = valuesOf(numbers, call);
  return unit === undefined || values === undefined ? undefined : numberOf(call, exactSum(values), unit, numbers);
}

/** The sum of a table as a quantity of its own, for where a table stands for its whole. */
export function totalOf(table: Table, call: Operation, written: string): Quantity | undefined {
  if (wholeTable(table, call, call.span) === undefined) return undefined;
  return total(quantitiesOf(table.entries), { ...call, operation: "sum", expression: `sum(${written})` })?.quantity;
}

/** The unit of all the numbers; the first that has another is reported. */
export function unitOf(numbers: readonly Quantity[], call: Operation): string | undefined {
  let [sample] = numbers;
  if (sample === undefined) return call.fail(call.span, emptyTable());
  for (const quantity of numbers) {
    const unit = commonUnit(sample, quantity);
    if (unit === undefined) return call.fail(call.span, unitMismatch(call.operation, sample.unit, quantity.unit));
    if (unit !== sample.unit) sample = quantity;
  }
  return sample.unit;
}
