/** What a condition compares, and what stood on either side. */

import type { Node } from "../data/expression/ast.ts";
import { comparedBy } from "../data/expression/compare.ts";
import { parseExpression } from "../data/expression/parse.ts";
import type { Compared, Origin } from "../data/figure.ts";
import { spanOf, toSource } from "../source/source.ts";
import { splitConditions } from "./split-conditions.ts";

export interface Asked {
  readonly root: Node;
  /** Its comparisons in the order in which they are written, each with its sides. */
  readonly comparisons: readonly (readonly [Node, Compared])[];
}

/**
 * The condition of a claim, or those of a choice that it asked until one held.
 *
 * @param origin of what was asked
 */
export function askedIn(condition: string, origin: Origin): readonly Asked[] {
  const isChoice = origin.kind === "computed" && origin.operation === "choose";
  const source = toSource("", condition);
  const places = isChoice ? splitConditions(condition, 0, condition.length) : [spanOf(source, 0, condition.length)];
  const compared = [...comparedBy(origin)];
  return places.flatMap(({ start, end }): readonly Asked[] => {
    const root = parseExpression(source, start, end).value?.root;
    if (root === undefined || compared.length === 0) return [];
    const nodes = comparisonsIn(root);
    const sides = compared.splice(0, nodes.length);
    return [{ root, comparisons: nodes.map((node, i) => [node, sides[i] ?? []]) }];
  });
}

/** What is joined by "and", "or", "not": in the order in which it is written, and so in which the evaluation has compared. */
function comparisonsIn(node: Node): readonly Node[] {
  if (node.type === "binary" && (node.operator === "and" || node.operator === "or")) {
    return [...comparisonsIn(node.left), ...comparisonsIn(node.right)];
  }
  if (node.type === "unary" && node.operator === "not") return comparisonsIn(node.operand);
  const [first] = node.type === "call" && node.name.text === "erstmals" ? node.arguments : [];
  return first === undefined ? [node] : comparisonsIn(first);
}
