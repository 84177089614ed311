import { exactSum, settled } from "../../decimal.ts";
import { numberOf, numbersOf, valuesOf, type ExpressionFunction } from "../call.ts";
import { unitOf } from "./sum.ts";

/** The arithmetic mean. */
export const mean: ExpressionFunction = {
  usage: ["mean(t)"],
  least: 1,
  most: 99,
  apply: (call) => {
    const numbers = numbersOf(call);
    const unit = numbers && unitOf(numbers, call);
    const values = numbers && valuesOf(numbers, call);
    if (numbers === undefined || unit === undefined || values === undefined) return undefined;
    return numberOf(call, settled(exactSum(values) / values.length), unit, numbers);
  },
};
