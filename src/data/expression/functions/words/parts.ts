/** `ueber_die_haelfte`, `ein_drittel`, `ist_jede_zehnte`: a part of a whole, or a share that was formed already. */

import { wrongOperand } from "../../../../source/messages/evaluate.ts";
import type { Quantity } from "../../../figure.ts";
import { combineResults, numeric, rules } from "../../arithmetic.ts";
import { numberAt, place, type Call, type ExpressionFunction } from "../../call.ts";
import { truth } from "../../compare.ts";
import { fractions } from "../../words.ts";
import { totalOf } from "../sum.ts";
import { isNear } from "./nearness.ts";

/** The share that is asked about: the first argument, of the second where there is one (a table stands for its sum). */
function shareAt(call: Call): Quantity | undefined {
  const part = numberAt(call, 0);
  const [, whole] = call.results;
  if (part !== undefined && whole === undefined && part.unit !== "") {
    const expected = { de: "ein Anteil, oder ein Teil und das Ganze", en: "a share, or a part and the whole" };
    return call.fail(place(call, 0), wrongOperand(expected, { de: part.unit, en: part.unit }, call.usage.join(", ")));
  }
  if (part === undefined || whole === undefined) return part;
  const all = whole.kind === "table" ? totalOf(whole, call, call.textOf(1)) : numberAt(call, 1);
  if (all === undefined) return undefined;
  // A part that is not known has no share, which is no fault of the expression.
  if (numeric(part) === undefined || numeric(all) === undefined) return numeric(part) === undefined ? part : all;
  const expression = `share(${call.textOf(0)}, ${call.textOf(1)})`;
  const share = combineResults(
    rules.share,
    { kind: "number", quantity: part },
    { kind: "number", quantity: all },
    { ...call, operation: "share", expression },
  );
  return share?.kind === "number" ? share.quantity : undefined;
}

function ofShare(name: string, holds: (share: number, call: Call) => boolean): readonly [string, ExpressionFunction] {
  return [
    name,
    {
      usage: [`${name}(share)`, `${name}(part, whole)`],
      least: 1,
      most: 2,
      apply: (call) => {
        const share = shareAt(call);
        const value = share && numeric(share);
        return share && truth(value === undefined ? undefined : holds(value, call), [share], call);
      },
    },
  ];
}

export const parts: readonly (readonly [string, ExpressionFunction])[] = [
  ofShare("ueber_die_haelfte", (share) => share > 0.5),
  ...[...fractions.values()].map(({ condition, value }) => ofShare(condition, (share, { reach }) => isNear(share, value, reach.anteil))),
];
