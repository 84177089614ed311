/** What was written of a number, with the moment and the day without which it would be another one. */

import type { Node } from "../data/expression/ast.ts";
import { describe, pathOf } from "../data/expression/describe.ts";
import type { Expression } from "../data/expression/parse.ts";
import type { Datum, IsoDate, Quantity } from "../data/figure.ts";
import type { Elsewhen } from "./binder.ts";

/** What a block asks for besides what is written in it: the values of a Stichtag, or another state of the data. */
export type Asked = { readonly day: IsoDate } | Elsewhen;

/**
 * `einwohner.kreis @ previous`, `as_of(einwohner.kreis, @ 2016-12-31)`; `undefined` where path or calculation alone give
 * the number.
 *
 * @param expression which yielded it, or the table that it stands in
 */
export function writtenOf(quantity: Quantity, { text, root }: Expression, asked: Asked = {}): string | undefined {
  const { origin } = quantity;
  if (origin.kind === "literal") return undefined;
  const own = origin.kind === "datum" && text.includes("@") ? withMoment(origin, root, text) : undefined;
  const written = own ?? describe(quantity);
  const isOneTerm = own === undefined && (origin.kind === "datum" || root.type === "call");
  const at = (moment: string): string => `${isOneTerm ? written : `(${written})`} @ ${moment}`;
  if ("day" in asked) return at(asked.day);
  const { asOf, knownOn, back } = asked;
  const then = back === 1 ? at("previous") : written;
  const seen = asOf === undefined ? then : `as_of(${then}, @ ${asOf})`;
  // The language has no word for what was known on a day.
  if (knownOn !== undefined) return `${seen}, bekannt am ${knownOn}`;
  return seen === written ? own : seen;
}

/** Of a table its value by its path, with all moments that stand around the table. */
function withMoment(origin: Datum, node: Node, text: string): string | undefined {
  if (node.type === "path") return node.name.text === origin.dataset.id ? pathOf(origin) : undefined;
  const isMoment = node.type === "at" || (node.type === "call" && node.name.text === "as_of");
  const inner = node.type === "at" ? node.operand : node.type === "call" ? node.arguments[node.name.text === "top" ? 1 : 0] : undefined;
  const written = inner && withMoment(origin, inner, text);
  if (inner === undefined || written === undefined || !isMoment) return written;
  return `${text.slice(node.start, inner.start)}${written}${text.slice(inner.end, node.end)}`;
}
