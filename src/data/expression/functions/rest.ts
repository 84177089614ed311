import { exactSum } from "../../decimal.ts";
import { emptyTable } from "../../../source/messages/evaluate.ts";
import { need } from "../arithmetic.ts";
import { countAt, numberAt, numberOf, ranked, wholeTableAt, valuesOf, type ExpressionFunction } from "../call.ts";
import { totalOf, unitOf } from "./sum.ts";

/** What is left beside the n largest: of the whole where it is given, else of the table's sum. */
export const rest: ExpressionFunction = {
  usage: ["rest(n, t)", "rest(n, t, whole)"],
  least: 2,
  most: 3,
  apply: (call) => {
    const n = countAt(call, 0);
    const table = wholeTableAt(call, 1);
    if (n === undefined || table === undefined) return undefined;
    const whole =
      call.results[2] === undefined
        ? totalOf(table, call, call.textOf(1))
        : call.results[2].kind === "table"
          ? totalOf(call.results[2], call, call.textOf(2))
          : numberAt(call, 2);
    const largest = ranked(table, call)
      .slice(0, n)
      .map(({ quantity }) => quantity);
    if (largest.length === 0) return call.fail(call.span, emptyTable());
    const all = whole && need(whole, call);
    const values = valuesOf(largest, call);
    const unit = whole && unitOf([whole, ...largest], call);
    if (whole === undefined || all === undefined || values === undefined || unit === undefined) return undefined;
    return numberOf(call, exactSum([all, ...values.map((value) => -value)]), unit, [whole, ...largest]);
  },
};
