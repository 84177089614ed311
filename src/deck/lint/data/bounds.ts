/** What words held to a condition tell of secret cells without showing a number. */

import type { CallNode, BinaryNode, Node } from "../../../data/expression/ast.ts";
import { isMissing, type Origin, type Quantity } from "../../../data/figure.ts";
import { tellsSecret } from "../../ledger/veil.ts";
import { askedIn } from "../../comparisons.ts";

export interface Telling {
  /** What is told of: itself, or a part where its share is bounded. It tells of a secret. */
  readonly quantity: Quantity;
  /** The largest number that it may be, as far as the words say; absent where they may say what it is. */
  readonly most?: number;
}

/**
 * Which numbers of a condition tell of a secret, and what is told of them. Only of words for more and less is it known how
 * much they tell: of which side is the larger, and so at most that no more is there than on a side that everybody may know.
 */
export function tellingsOf(condition: string, origin: Origin): readonly Telling[] {
  if (origin.kind !== "computed" || !origin.inputs.some(tellsSecret)) return [];
  const { inputs } = origin;
  const comparisons = askedIn(condition, origin).flatMap((asked) => asked.comparisons);
  if (comparisons.every(([node]) => tellsNoSize(node))) return [];
  if (origin.operation === "choose" && comparisons.length === 1 && inputs.length === 1) return inputs.flatMap(signTold);
  const pairs = comparisons.flatMap(([node, [left, right]]) =>
    isPair(node) && typeof left === "object" && typeof right === "object" ? [[left, wordOf(node), right] as const] : [],
  );
  // Where it rests on more than the pairs (the days before, of "erstmals"), each secret counts as told.
  if (pairs.length * 2 !== inputs.length) return inputs.filter(tellsSecret).map((quantity) => ({ quantity }));
  return pairs.flatMap(([left, word, right]) => compared(left, word, right));
}

type Pair = BinaryNode | CallNode;

/** Whether it compares two numbers. */
function isPair(node: Node): node is Pair {
  if (node.type === "binary") return !tellsNoSize(node);
  return node.type === "call" && (orders.has(node.name.text) || likenesses.has(node.name.text));
}

function wordOf(pair: Pair): string {
  return pair.type === "binary" ? pair.operator : pair.name.text;
}

/** A key's place among others, days and texts say nothing of how large a number is. */
function tellsNoSize(node: Node): boolean {
  if (node.type === "call") return superlatives.has(node.name.text);
  return (
    node.type === "binary" &&
    [node.left, node.right].some((side) => side.type === "text" || (side.type === "call" && texts.has(side.name.text)))
  );
}

const superlatives: ReadonlySet<string> = new Set(["hoechster", "zweithoechster", "niedrigster"]);
const texts: ReadonlySet<string> = new Set(["stichtag", "name", "label", "source"]);
/** Words that say about what a number is. */
const likenesses: ReadonlySet<string> = new Set(["rund", "gut", "doppelt_so_viele", "unveraendert"]);
/** Words for more and less, and whether the two sides may be equal where the left one is not the larger. */
const orders: ReadonlyMap<string, boolean> = new Map([
  ["<", false],
  ["weniger_als", false],
  ["fast", false],
  ["knapp", false],
  [">=", false],
  ["<=", true],
  [">", true],
  ["mehr_als", true],
  ["gestiegen", true],
  ["gesunken", false],
]);
const mirrored: ReadonlyMap<string, string> = new Map([
  ["<", ">"],
  ["<=", ">="],
  [">=", "<="],
  [">", "<"],
  ["weniger_als", ">"],
  ["mehr_als", "<"],
  ["gestiegen", "<"],
  ["gesunken", ">="],
]);

function compared(left: Quantity, word: string, right: Quantity): readonly Telling[] {
  const [a, b] = [tellsSecret(left), tellsSecret(right)];
  if (!a && !b) return [];
  const told = [left, right].filter(tellsSecret).map((quantity): Telling => ({ quantity }));
  if (word === "!=") return left.value === right.value ? told : [];
  const mayBeEqual = orders.get(word);
  if (mayBeEqual === undefined) return told;
  // Which of two secrets is the larger says of neither how large it is, as long as they are not reckoned with.
  if (a && b) return told.filter(({ quantity }) => quantity.origin.kind !== "datum");
  const mirror = mirrored.get(word);
  if (b) return mirror === undefined ? told : compared(right, mirror, left);
  return bounded(left, right, mayBeEqual);
}

/** @param limit everybody may know */
function bounded(secret: Quantity, limit: Quantity, mayBeEqual: boolean): readonly Telling[] {
  if (isMissing(limit.value)) return [{ quantity: secret }];
  const part = partOf(secret, limit.value);
  if (part === undefined) return [{ quantity: secret }];
  const { quantity, most } = part;
  // What is above a limit has no bound.
  if (isMissing(quantity.value) || quantity.value > most) return [];
  return [{ quantity, most: mayBeEqual ? Math.floor(most) : Math.ceil(most) - 1 }];
}

/** Everybody may know the whole of a share. `undefined` where it is worked out in other ways. */
function partOf(quantity: Quantity, limit: number): { readonly quantity: Quantity; readonly most: number } | undefined {
  const { origin } = quantity;
  if (origin.kind !== "computed") return { quantity, most: limit };
  if (origin.operation === "sum" || origin.operation === "+") {
    return origin.inputs.every((input) => input.origin.kind === "datum") ? { quantity, most: limit } : undefined;
  }
  if (origin.operation !== "share" && origin.operation !== "/") return undefined;
  const [part, whole] = origin.inputs;
  if (part === undefined || whole === undefined || isMissing(whole.value) || part.unit !== whole.unit || tellsSecret(whole))
    return undefined;
  return part.origin.kind === "datum" ? { quantity: part, most: limit * whole.value } : undefined;
}

/** A choice by the sign of a change says which of two is the larger. */
function signTold(quantity: Quantity): readonly Telling[] {
  const { origin } = quantity;
  const isDifference = origin.kind === "computed" && ["change", "change_rate", "-"].includes(origin.operation);
  const [left, right] = isDifference ? origin.inputs : [];
  return left === undefined || right === undefined ? [{ quantity }] : compared(left, "<=", right);
}
