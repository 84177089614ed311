import { numberOf, numbersOf, valuesOf, type ExpressionFunction } from "../call.ts";
import { unitOf } from "./sum.ts";

export const min: ExpressionFunction = {
  usage: ["min(t)"],
  least: 1,
  most: 99,
  apply: (call) => {
    const numbers = numbersOf(call);
    const unit = numbers && unitOf(numbers, call);
    const values = numbers && valuesOf(numbers, call);
    if (numbers === undefined || unit === undefined || values === undefined) return undefined;
    return numberOf(call, Math.min(...values), unit, numbers);
  },
};
