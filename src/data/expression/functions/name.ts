import { placeNotInTable } from "../../../source/messages/evaluate.ts";
import { countAt, labelOf, place, ranked, wholeTableAt, type ExpressionFunction } from "../call.ts";

/** The label of the n-th largest. */
export const name: ExpressionFunction = {
  usage: ["name(t, n)"],
  least: 2,
  most: 2,
  apply: (call) => {
    const table = wholeTableAt(call, 0);
    const n = countAt(call, 1);
    if (table === undefined || n === undefined) return undefined;
    const entries = ranked(table, call);
    const entry = entries[n - 1];
    return entry === undefined ? call.fail(place(call, 1), placeNotInTable(n, entries.length)) : labelOf(entry, call);
  },
};
