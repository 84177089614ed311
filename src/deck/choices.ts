/** Words that follow the numbers: `[gestiegen|gesunken|gleich geblieben]{choose: change(…)}`. */

import { type Compared, isMissing, type Origin, type Quantity } from "../data/figure.ts";
import { comparedBy } from "../data/expression/compare.ts";
import { meaningsIn } from "../data/expression/words.ts";
import { kinds } from "../data/expression/describe.ts";
import type { Expression } from "../data/expression/parse.ts";
import type { NumberResult, Result, Truth } from "../data/value.ts";
import { choiceKind, choiceOfTruth, choiceOfZero, choiceUnknown } from "../source/messages/words.ts";
import { type Binder, placeOf } from "./binder.ts";
import { numbersIn } from "./claims.ts";
import type { Inline } from "./model.ts";
import type { OutlineChoice, OutlineInline } from "./outline.ts";
import { plainText } from "./plain-text.ts";

interface Chosen {
  /** Which alternative, from 0. */
  readonly index: number;
  /** Of all that was asked until one was found. */
  readonly origin: Origin;
}

/**
 * The alternative that the numbers ask for, as a claim that holds. One number chooses by its sign, among more than zero,
 * less than zero and zero; conditions choose the first that holds, or the last alternative. What cannot be known is told.
 */
export function bindChoice(
  choice: OutlineChoice,
  bindWords: (words: readonly OutlineInline[]) => readonly Inline[],
  binder: Binder,
): Inline | undefined {
  const { text, span } = choice;
  const chosen = choose(choice, binder);
  const words = chosen && choice.alternatives[chosen.index];
  if (chosen === undefined || words === undefined) return undefined;
  const content = bindWords(words);
  const { origin } = chosen;
  const meanings = (choice.conditions ?? []).flatMap(({ root }) => meaningsIn(root, binder.settings.words).map(({ de }) => de));
  const meant = meanings.length === 0 ? {} : { meanings: [...new Set(meanings)] };
  binder.claims.push({ words: plainText(content), condition: text, holds: true, chosen: chosen.index, origin, span });
  return { kind: "claim", content, condition: text, ...meant, origin, span };
}

function choose({ alternatives, conditions = [], text }: OutlineChoice, binder: Binder): Chosen | undefined {
  const [first, ...others] = conditions;
  const result = binder.result(first);
  if (first === undefined || result === undefined) return undefined;
  if (result.kind === "number" && others.length === 0) return bySign(result, first, alternatives.length, binder);
  if (others.length === 0 && result.kind === "truth" && alternatives.length !== 2) {
    return binder.fail(placeOf(first), choiceOfTruth(alternatives.length));
  }
  const results = [result, ...others.map((other) => binder.result(other))];
  // All are asked, so that what is wrong with any of them is told; which one counts is the first that holds.
  if (!results.every((one, index) => isCondition(one, conditions[index], binder))) return undefined;
  const asked: Quantity[] = [];
  const compared: Compared[] = [];
  for (const [index, one] of results.entries()) {
    if (one?.kind !== "truth") return undefined;
    asked.push(...inputsOf(one));
    compared.push(...comparedBy(one.origin));
    const origin: Origin = { kind: "computed", operation: "choose", expression: text, inputs: asked, compared, span: placeOf(first) };
    if (one.holds === undefined) {
      const condition = conditions[index] ?? first;
      return binder.fail(placeOf(condition), choiceUnknown(condition.text.trim(), numbersIn(one.origin).join("; ")));
    }
    if (one.holds) return { index, origin };
    if (index === results.length - 1) return { index: index + 1, origin };
  }
  return undefined;
}

function bySign({ quantity }: NumberResult, asked: Expression, alternatives: number, binder: Binder): Chosen | undefined {
  const place = placeOf(asked);
  const text = asked.text.trim();
  const { value } = quantity;
  const number = isMissing(value) ? value.exactly : value;
  const origin: Origin = {
    kind: "computed",
    operation: "choose",
    expression: text,
    inputs: [quantity],
    compared: [[quantity]],
    span: place,
  };
  if (number === undefined) return binder.fail(place, choiceUnknown(text, numbersIn(origin).join("; ")));
  if (number === 0 && alternatives < 3) return binder.fail(place, choiceOfZero(text));
  return { index: number > 0 ? 0 : number < 0 ? 1 : 2, origin };
}

/** Whether it is a condition; else that is told, unless a fault of it has been. */
function isCondition(result: Result | undefined, expression: Expression | undefined, binder: Binder): boolean {
  if (result === undefined || expression === undefined) return false;
  if (result.kind !== "truth") binder.fail(placeOf(expression), choiceKind(kinds[result.kind]));
  return result.kind === "truth";
}

function inputsOf({ origin }: Truth): readonly Quantity[] {
  return origin.kind === "computed" ? origin.inputs : [];
}
