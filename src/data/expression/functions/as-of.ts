import { wrongOperand } from "../../../source/messages/evaluate.ts";
import { place, type ExpressionFunction } from "../call.ts";
import { kinds } from "../describe.ts";

/** x as a deck of that day shows it, whatever day this deck is of: so a sentence can tell of two states. */
export const asOf: ExpressionFunction = {
  usage: ["as_of(x, @ day)"],
  least: 2,
  most: 2,
  takesMoment: true,
  elsewhen: true,
  apply: (call) => {
    const [node, other] = call.nodes;
    if (node === undefined || other === undefined) return undefined;
    if (other.type === "moment" && other.day !== undefined) return call.evaluateAsOf(node, other.day);
    const expected = { de: "ein Tag wie @ 2016-12-31", en: "a day such as @ 2016-12-31" };
    const [, given] = call.results;
    const found = given === undefined ? { de: "„previous“", en: "`previous`" } : kinds[given.kind];
    return call.fail(place(call, 1), wrongOperand(expected, found, call.usage.join(", ")));
  },
};
