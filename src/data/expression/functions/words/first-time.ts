import { breakBetween, firstTimeAlone, firstTimeFixed } from "../../../../source/messages/words.ts";
import { wrongOperand } from "../../../../source/messages/evaluate.ts";
import { germanDate } from "../../../calendar.ts";
import type { Quantity } from "../../../figure.ts";
import { hasFixedDay } from "../../ast.ts";
import { place, type ExpressionFunction } from "../../call.ts";
import { comparedBy, inputsOf, truth } from "../../compare.ts";
import { kinds } from "../../describe.ts";
import { inSpite, mayCross } from "./movement.ts";
import { breaksSince, daysBefore } from "./series.ts";

/** Whether a condition holds now and held on no Stichtag before. */
export const firstTime: ExpressionFunction = {
  usage: ["erstmals(x > n)", `erstmals(x > n, "${inSpite}")`],
  least: 1,
  most: 2,
  apply: (call) => {
    const [node] = call.nodes;
    const [now] = call.results;
    if (node === undefined || now === undefined || !mayCross(call, 1)) return undefined;
    if (now.kind !== "truth") return call.fail(place(call, 0), wrongOperand(kinds.truth, kinds[now.kind], call.usage.join(", ")));
    if (hasFixedDay(node)) return call.fail(place(call, 0), firstTimeFixed());
    const inputs: Quantity[] = [...inputsOf(now)];
    const days = daysBefore(inputs, call.view);
    if (days.length === 0) return call.fail(call.span, firstTimeAlone());
    let earlier: boolean | undefined = false;
    for (const day of days) {
      const then = call.evaluate(node, { day, back: call.moment.back });
      if (then?.kind !== "truth") return undefined;
      if (call.results[1] === undefined) {
        for (const [index, quantity] of inputsOf(then).entries()) {
          const newer = inputsOf(now)[index];
          const across = newer && breaksSince(newer, quantity, call.view);
          if (across !== undefined) return call.fail(call.span, breakBetween(germanDate(across.day), across.reason, inSpite));
        }
      }
      inputs.push(...inputsOf(then));
      if (then.holds === true) earlier = true;
      else if (then.holds === undefined && !earlier) earlier = undefined;
      if (earlier === true) break;
    }
    const holds = now.holds === false || earlier === true ? false : now.holds === undefined || earlier === undefined ? undefined : true;
    return truth(holds, inputs, call, comparedBy(now.origin));
  },
};
