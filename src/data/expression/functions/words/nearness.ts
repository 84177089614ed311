/** `mehr_als`, `weniger_als`, `rund`, `fast`, `knapp`, `gut`, `doppelt_so_viele`: a number against another. */

import { unitMismatch } from "../../../../source/messages/evaluate.ts";
import { exactSum, settled } from "../../../decimal.ts";
import type { Quantity } from "../../../figure.ts";
import type { Truth } from "../../../value.ts";
import { numeric } from "../../arithmetic.ts";
import { numberAt, type Call, type ExpressionFunction } from "../../call.ts";
import { truth } from "../../compare.ts";
import { commonUnit } from "../../units.ts";
import type { WordReach } from "../../words.ts";

/** Whether the word holds of x and y. */
type Holds = (x: number, y: number, reach: WordReach) => boolean;

/** Of numbers below zero, more and less mean further from zero and nearer to it: "knapp 5 % Rückgang". */
const ofSize =
  (holds: Holds): Holds =>
  (x, y, reach) =>
    y < 0 ? holds(-x, -y, reach) : holds(x, y, reach);

/** Whether x is as near to y as a part of y, both ends among it. */
export function isNear(x: number, y: number, part: number): boolean {
  return Math.abs(exactSum([x, -y])) <= settled(part * Math.abs(y));
}

const words: Readonly<Record<"mehr_als" | "weniger_als" | "rund" | "fast" | "knapp" | "gut" | "doppelt_so_viele", Holds>> = {
  mehr_als: (x, y) => x > y,
  weniger_als: (x, y) => x < y,
  rund: (x, y, { rund }) => isNear(x, y, rund),
  fast: ofSize((x, y, { fast }) => x < y && isNear(x, y, fast)),
  knapp: ofSize((x, y, { knapp }) => x < y && isNear(x, y, knapp)),
  gut: ofSize((x, y, { gut }) => x > y && isNear(x, y, gut)),
  doppelt_so_viele: (x, y, { doppelt }) => y !== 0 && isNear(x, settled(2 * y), doppelt),
};

export const nearness: readonly (readonly [string, ExpressionFunction])[] = Object.entries(words).map(([name, holds]) => [
  name,
  {
    usage: [`${name}(x, y)`],
    least: 2,
    most: 2,
    apply: (call) => {
      const [x, y] = [numberAt(call, 0), numberAt(call, 1)];
      return x && y && compared(x, y, call, holds);
    },
  },
]);

/** Unknown where either is no number; of different units, that is told. */
export function compared(x: Quantity, y: Quantity, call: Call, holds: Holds): Truth | undefined {
  if (commonUnit(x, y) === undefined) return call.fail(call.span, unitMismatch(call.operation, x.unit, y.unit));
  const [a, b] = [numeric(x), numeric(y)];
  return truth(a === undefined || b === undefined ? undefined : holds(a, b, call.reach), [x, y], call);
}
