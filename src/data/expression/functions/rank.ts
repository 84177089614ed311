import { need, numeric } from "../arithmetic.ts";
import { entryOf, numberOf, rankable, wholeTableAt, textAt, type ExpressionFunction } from "../call.ts";

/** The key's place, largest first; equals share a place, and what has no number has none. */
export const rank: ExpressionFunction = {
  usage: ['rank(t, "key")'],
  least: 2,
  most: 2,
  apply: (call) => {
    const table = wholeTableAt(call, 0);
    const key = textAt(call, 1);
    const entry = table && key !== undefined ? entryOf(table, key, call, 1) : undefined;
    const value = entry && need(entry.quantity, call);
    if (table === undefined || entry === undefined || value === undefined) return undefined;
    const larger = rankable(table, call).filter(({ quantity }) => (numeric(quantity) ?? value) > value);
    return numberOf(call, larger.length + 1, "", [entry.quantity, ...larger.map(({ quantity }) => quantity)]);
  },
};
