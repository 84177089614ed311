/** `gestiegen`, `gesunken`, `unveraendert`: a number against itself at another moment, or against an earlier one. */

import { breakBetween, movementOption } from "../../../../source/messages/words.ts";
import { momentFixed, unitMismatch } from "../../../../source/messages/evaluate.ts";
import { germanDate } from "../../../calendar.ts";
import { exactSum, settled } from "../../../decimal.ts";
import type { Quantity } from "../../../figure.ts";
import type { Result } from "../../../value.ts";
import { numeric } from "../../arithmetic.ts";
import { hasFixedDay, shifted } from "../../ast.ts";
import { numberAt, place, type Call, type ExpressionFunction } from "../../call.ts";
import { truth } from "../../compare.ts";
import { commonUnit } from "../../units.ts";
import { breaksSince } from "./series.ts";

/** The last argument that lets a comparison go across a break of the series. */
export const inSpite = "trotz Bruch";

/** @param sign of the change that the word stands for; 0 where it is too small to be called one */
function movement(name: string, sign: -1 | 0 | 1): readonly [string, ExpressionFunction] {
  return [
    name,
    {
      usage: [`${name}(x)`, `${name}(x, previous)`, `${name}(x, @ day)`, `${name}(new, old)`, `${name}(x, previous, "${inSpite}")`],
      least: 1,
      most: 3,
      takesMoment: true,
      apply: (call) => {
        const now = numberAt(call, 0);
        const before = now && beforeOf(call);
        if (now === undefined || before === undefined || !mayCross(call, 2)) return undefined;
        if (commonUnit(now, before) === undefined) return call.fail(call.span, unitMismatch(name, now.unit, before.unit));
        if (call.results[2] === undefined) {
          const across = breaksSince(now, before, call.view);
          if (across !== undefined) return call.fail(call.span, breakBetween(germanDate(across.day), across.reason, inSpite));
        }
        const [x, y] = [numeric(now), numeric(before)];
        const holds = x === undefined || y === undefined ? undefined : signOf(x, y, call.reach.unveraendert) === sign;
        return truth(holds, [now, before], call);
      },
    },
  ];
}

function signOf(now: number, before: number, least: number): number {
  const change = exactSum([now, -before]);
  return Math.abs(change) <= settled(least * Math.abs(before)) ? 0 : Math.sign(change);
}

function beforeOf(call: Call): Quantity | undefined {
  const [node, other] = call.nodes;
  if (node === undefined) return undefined;
  if (other !== undefined && other.type !== "moment") return numberAt(call, 1);
  // Without a moment it is the release before, as with `previous`.
  if (other?.day !== undefined && hasFixedDay(node)) return call.fail(place(call, 0), momentFixed());
  const moment = other === undefined ? { ...call.moment, back: call.moment.back + 1 } : shifted(call.moment, other);
  const before: Result | undefined = call.evaluate(node, moment);
  return before?.kind === "number" ? before.quantity : undefined;
}

/** Whether the argument, where there is one, says that a break may be crossed; else that is told. */
export function mayCross(call: Call, index: number): boolean {
  const option = call.results[index];
  if (option === undefined || (option.kind === "words" && option.text === inSpite)) return true;
  call.fail(place(call, index), movementOption(inSpite));
  return false;
}

export const movements: readonly (readonly [string, ExpressionFunction])[] = [
  movement("gestiegen", 1),
  movement("gesunken", -1),
  movement("unveraendert", 0),
];
