import { rules } from "../arithmetic.ts";
import type { ExpressionFunction } from "../call.ts";
import { difference } from "./change.ts";

/** (new − old) / old, a pure number. */
export const changeRate: ExpressionFunction = {
  usage: ["change_rate(x, previous)", "change_rate(x, @ day)", "change_rate(new, old)"],
  least: 2,
  most: 2,
  takesMoment: true,
  apply: (call) => difference(call, rules.rate),
};
