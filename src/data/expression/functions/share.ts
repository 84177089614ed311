import { combineResults, rules } from "../arithmetic.ts";
import type { ExpressionFunction } from "../call.ts";
import { totalOf } from "./sum.ts";

/** Part of a whole as a pure number. The part may be a table; a table as the whole stands for its sum. */
export const share: ExpressionFunction = {
  usage: ["share(part, whole)"],
  least: 2,
  most: 2,
  apply: (call) => {
    const [part, whole] = call.results;
    if (part === undefined || whole === undefined) return undefined;
    if (whole.kind !== "table") return combineResults(rules.share, part, whole, call);
    const quantity = totalOf(whole, call, call.textOf(1));
    return quantity && combineResults(rules.share, part, { kind: "number", quantity }, call);
  },
};
