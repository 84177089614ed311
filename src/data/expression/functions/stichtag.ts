import { restsOnNoData, severalStichtage } from "../../../source/messages/evaluate.ts";
import { germanDate } from "../../calendar.ts";
import { dataBehind, place, type ExpressionFunction } from "../call.ts";
import { inputsOf } from "../compare.ts";

/** The one day that x rests on. */
export const stichtag: ExpressionFunction = {
  usage: ["stichtag(x)"],
  least: 1,
  most: 1,
  apply: (call) => {
    const [result] = call.results;
    if (result === undefined) return undefined;
    const days = [...new Set(dataBehind(result).map(({ release }) => release.stichtag))].toSorted();
    const [day] = days;
    if (day === undefined) return call.fail(place(call, 0), restsOnNoData());
    if (days.length > 1) return call.fail(place(call, 0), severalStichtage(days.map(germanDate)));
    const { operation, expression, span } = call;
    return { kind: "day", day, origin: { kind: "computed", operation, expression, inputs: inputsOf(result), span } };
  },
};
