import { entryOf, labelOf, tableAt, textAt, type ExpressionFunction } from "../call.ts";

/** The label of a key. */
export const label: ExpressionFunction = {
  usage: ['label(t, "key")'],
  least: 2,
  most: 2,
  apply: (call) => {
    const table = tableAt(call, 0);
    const key = textAt(call, 1);
    const entry = table && key !== undefined ? entryOf(table, key, call, 1) : undefined;
    return entry && labelOf(entry, call);
  },
};
