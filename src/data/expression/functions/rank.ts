import { need } from "../arithmetic.ts";
import { entryOf, numberOf, wholeTableAt, textAt, type ExpressionFunction } from "../call.ts";
import { isMissing } from "../../figure.ts";

/** The key's place, largest first; equals share a place, and symbols have none. */
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
    const larger = table.entries.filter(({ quantity }) => !isMissing(quantity.value) && quantity.value > value);
    return numberOf(call, larger.length + 1, "", [entry.quantity, ...larger.map(({ quantity }) => quantity)]);
  },
};
