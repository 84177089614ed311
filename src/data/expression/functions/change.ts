import { momentFixed } from "../../../source/messages/evaluate.ts";
import type { Result } from "../../value.ts";
import { combineResults, rules, type Rule } from "../arithmetic.ts";
import { hasFixedDay, shifted } from "../ast.ts";
import { place, type Call, type ExpressionFunction } from "../call.ts";

/** new − old. */
export const change: ExpressionFunction = {
  usage: ["change(x, previous)", "change(x, @ day)", "change(new, old)"],
  least: 2,
  most: 2,
  takesMoment: true,
  apply: (call) => difference(call, rules["-"]),
};

/** Compares the first argument with itself at another moment, or with the second. */
export function difference(call: Call, rule: Rule): Result | undefined {
  const [node, other] = call.nodes;
  const [now] = call.results;
  if (node === undefined || other === undefined || now === undefined) return undefined;
  if (other.type === "moment" && other.day !== undefined && hasFixedDay(node)) return call.fail(place(call, 0), momentFixed());
  const before = other.type === "moment" ? call.evaluate(node, shifted(call.moment, other)) : call.results[1];
  return before && combineResults(rule, now, before, call);
}
