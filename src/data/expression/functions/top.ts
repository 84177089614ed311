import { countAt, ranked, wholeTableAt, type ExpressionFunction } from "../call.ts";

/** Table of the n largest, largest first; of all where there are fewer. */
export const top: ExpressionFunction = {
  usage: ["top(n, t)"],
  least: 2,
  most: 2,
  apply: (call) => {
    const n = countAt(call, 0);
    const table = wholeTableAt(call, 1);
    return n === undefined || table === undefined
      ? undefined
      : { ...table, entries: ranked(table, call).slice(0, n), chosen: true, span: call.span };
  },
};
