import { numberOf, numbersOf, type ExpressionFunction } from "../call.ts";

/** How many numbers there are; symbols count, for something stands there. A pure number. */
export const count: ExpressionFunction = {
  usage: ["count(t)"],
  least: 1,
  most: 99,
  apply: (call) => {
    const numbers = numbersOf(call);
    return numbers && numberOf(call, numbers.length, "", numbers);
  },
};
