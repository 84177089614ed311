/** Comparisons and conditions: three-valued, since what rests on a missing value cannot be known. */

import { unitMismatch, wrongOperand } from "../../source/messages/evaluate.ts";
import { isDay } from "../calendar.ts";
import type { Compared, Origin, Quantity } from "../figure.ts";
import { quantitiesOf } from "../quantities.ts";
import type { Result, Truth } from "../value.ts";
import { numeric, type Operation } from "./arithmetic.ts";
import type { Comparison } from "./ast.ts";
import { kinds } from "./describe.ts";
import { commonUnit } from "./units.ts";

const holds: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  ">=": (order) => order >= 0,
  ">": (order) => order > 0,
};

/** Numbers of one unit, days (a day may be given as text), or texts (only `=` and `!=`). */
export function compareResults(operator: Comparison, left: Result, right: Result, operation: Operation): Truth | undefined {
  if (left.kind === "number" && right.kind === "number") {
    const [a, b] = [left.quantity, right.quantity];
    if (commonUnit(a, b) === undefined) return operation.fail(operation.span, unitMismatch(operator, a.unit, b.unit));
    const [x, y] = [numeric(a), numeric(b)];
    return truth(x === undefined || y === undefined ? undefined : holds[operator](x - y), [a, b], operation);
  }
  const inputs = [...inputsOf(left), ...inputsOf(right)];
  const [a, b] = [dayOf(left), dayOf(right)];
  if (a !== undefined && b !== undefined && (left.kind === "day" || right.kind === "day")) {
    return truth(holds[operator](a < b ? -1 : a > b ? 1 : 0), inputs, operation, [[a, b]]);
  }
  if (left.kind === "words" && right.kind === "words" && (operator === "=" || operator === "!=")) {
    return truth(holds[operator](left.text === right.text ? 0 : 1), inputs, operation, [[left.text, right.text]]);
  }
  const odd = left.kind === "table" || left.kind === "truth" ? left : right;
  const expected =
    odd === left
      ? { de: "eine Zahl, ein Tag oder Text", en: "a number, a day or a text" }
      : left.kind === "number"
        ? kinds.number
        : left.kind === "day"
          ? { de: 'ein Tag oder Text wie "2017-07-31"', en: 'a day or a text like "2017-07-31"' }
          : { de: "ein Text (nur = und !=)", en: "a text (= and != only)" };
  return operation.fail(operation.span, wrongOperand(expected, kinds[odd.kind], undefined));
}

function dayOf(result: Result): string | undefined {
  if (result.kind === "day") return result.day;
  return result.kind === "words" && isDay(result.text) ? result.text : undefined;
}

/** `and` and `or` over what may be unknown: false and unknown is false, true or unknown is true. */
export function combineTruths(operator: "and" | "or", left: Result, right: Result, operation: Operation): Truth | undefined {
  const a = needTruth(left, operation);
  const b = needTruth(right, operation);
  if (a === undefined || b === undefined) return undefined;
  const decisive = operator === "or";
  const known =
    a.holds === decisive || b.holds === decisive ? decisive : a.holds === undefined || b.holds === undefined ? undefined : !decisive;
  return truth(known, [...inputsOf(a), ...inputsOf(b)], operation, [...comparedBy(a.origin), ...comparedBy(b.origin)]);
}

export function negate(operand: Result, operation: Operation): Truth | undefined {
  const a = needTruth(operand, operation);
  return a && truth(a.holds === undefined ? undefined : !a.holds, inputsOf(a), operation, comparedBy(a.origin));
}

function needTruth(result: Result, operation: Operation): Truth | undefined {
  if (result.kind === "truth") return result;
  return operation.fail(
    operation.span,
    wrongOperand({ de: "eine Bedingung (z. B. a < b)", en: "a condition (e.g. a < b)" }, kinds[result.kind], undefined),
  );
}

/**
 * @param known `undefined` where it cannot be known
 * @param compared the comparisons that it is made of; default one of its inputs
 */
export function truth(
  known: boolean | undefined,
  inputs: readonly Quantity[],
  { operation, expression, span }: Operation,
  compared: readonly Compared[] = [inputs],
): Truth {
  return { kind: "truth", holds: known, origin: { kind: "computed", operation, expression, inputs, compared, span } };
}

/** The comparisons of a condition. */
export function comparedBy(origin: Origin): readonly Compared[] {
  return origin.kind === "computed" ? (origin.compared ?? []) : [];
}

/** The quantities that a result rests on. */
export function inputsOf(result: Result): readonly Quantity[] {
  if (result.kind === "number") return [result.quantity];
  if (result.kind === "table") return quantitiesOf(result.entries);
  return inputsOfOrigin(result.origin);
}

function inputsOfOrigin(origin: Origin): readonly Quantity[] {
  return origin.kind === "computed" ? origin.inputs : [];
}
