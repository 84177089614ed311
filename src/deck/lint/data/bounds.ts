/** What words held to a condition tell of a number without showing it: that it is no more than so many. */

import type { BinaryNode, CallNode, Comparison, Node } from "../../../data/expression/ast.ts";
import { parseExpression } from "../../../data/expression/parse.ts";
import { isMissing, type Origin, type Quantity } from "../../../data/figure.ts";
import { toSource } from "../../../source/source.ts";

export interface Bound {
  /** What is bounded: itself, or a part where its share is bounded. */
  readonly quantity: Quantity;
  /** The largest whole number that it may be. */
  readonly most: number;
}

/**
 * The upper bounds that a true condition sets to its numbers by numbers that stand in it: "x < 3", "fast(x, 3)",
 * "share(x, y) < 0.01", and several of these joined by "and". None where it is put together otherwise.
 */
export function boundsOf(condition: string, origin: Origin): readonly Bound[] {
  const root = parseExpression(toSource("", condition), 0, condition.length).value?.root;
  const parts = root === undefined || origin.kind !== "computed" ? [] : conjunctsOf(root);
  const inputs = origin.kind === "computed" ? origin.inputs : [];
  // Each part has a number on both sides, in the order in which they are written.
  if (!parts.every(isPair) || inputs.length !== 2 * parts.length) return [];
  return parts.flatMap((part, index): readonly Bound[] => {
    const [left, right] = inputs.slice(2 * index, 2 * index + 2);
    return left === undefined || right === undefined ? [] : (boundOf(left, wordOf(part), right) ?? []);
  });
}

function conjunctsOf(node: Node): readonly Node[] {
  return node.type === "binary" && node.operator === "and" ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node];
}

type Pair = BinaryNode | CallNode;

function isPair(node: Node): node is Pair {
  return node.type === "binary" || (node.type === "call" && node.arguments.length === 2);
}

function wordOf(part: Pair): string {
  return part.type === "binary" ? part.operator : part.name.text;
}

/** Whether what a word compares with is still among what may be; those that set no upper bound are not here. */
const upper: ReadonlyMap<string, "with" | "without"> = new Map([
  ["<", "without"],
  ["weniger_als", "without"],
  ["fast", "without"],
  ["knapp", "without"],
  ["<=", "with"],
  ["=", "with"],
  ["rund", "with"],
]);
const mirrored: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ["<", ">"],
  ["<=", ">="],
  ["=", "="],
  [">=", "<="],
  [">", "<"],
]);

function boundOf(left: Quantity, word: string, right: Quantity): readonly [Bound] | undefined {
  if (left.origin.kind === "literal") return right.origin.kind === "literal" ? undefined : boundOf(right, mirrored.get(word) ?? "", left);
  const end = upper.get(word);
  if (end === undefined || right.origin.kind !== "literal" || isMissing(right.value)) return undefined;
  const { quantity, limit } = countBehind(left, right.value);
  return [{ quantity, most: end === "with" ? Math.floor(limit) : Math.ceil(limit) - 1 }];
}

/** Everybody knows the whole of a share. */
function countBehind(quantity: Quantity, limit: number): { readonly quantity: Quantity; readonly limit: number } {
  const { origin } = quantity;
  if (origin.kind !== "computed" || (origin.operation !== "share" && origin.operation !== "/")) return { quantity, limit };
  const [part, whole] = origin.inputs;
  if (part === undefined || whole === undefined || isMissing(whole.value) || part.unit !== whole.unit) return { quantity, limit };
  return { quantity: part, limit: limit * whole.value };
}
