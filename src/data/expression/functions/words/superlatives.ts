/** `hoechster`, `zweithoechster`, `niedrigster`: a key's place in a table that no other key shares. */

import type { Entry } from "../../../value.ts";
import { numeric } from "../../arithmetic.ts";
import { entryOf, textAt, wholeTableAt, type ExpressionFunction } from "../../call.ts";
import { truth } from "../../compare.ts";

/** @param place how many lie before the key; @param from which end is counted */
function superlative(name: string, place: 0 | 1, from: "highest" | "lowest"): readonly [string, ExpressionFunction] {
  return [
    name,
    {
      usage: [`${name}(t, "key")`],
      least: 2,
      most: 2,
      apply: (call) => {
        const table = wholeTableAt(call, 0);
        const key = textAt(call, 1);
        const entry = table && key !== undefined ? entryOf(table, key, call, 1) : undefined;
        if (table === undefined || entry === undefined) return undefined;
        const sign = from === "highest" ? 1 : -1;
        const size = ({ quantity }: Entry): number => (numeric(quantity) ?? Number.POSITIVE_INFINITY) * sign;
        const others = table.entries.filter((other) => other !== entry).toSorted((a, b) => size(b) - size(a));
        const inputs = [entry, ...others].map(({ quantity }) => quantity);
        // Whoever has no number might be the one before or beside it.
        if (inputs.some((quantity) => numeric(quantity) === undefined)) return truth(undefined, inputs, call, [[entry.quantity]]);
        const before = others.filter((other) => size(other) > size(entry)).length;
        const beside = others.filter((other) => size(other) === size(entry)).length;
        return truth(before === place && beside === 0, inputs, call, [[entry.quantity]]);
      },
    },
  ];
}

export const superlatives: readonly (readonly [string, ExpressionFunction])[] = [
  superlative("hoechster", 0, "highest"),
  superlative("zweithoechster", 1, "highest"),
  superlative("niedrigster", 0, "lowest"),
];
