/** A value as it is written where it is shown: with the moment and the day without which it would be another number. */

import type { Node } from "../../data/expression/ast.ts";
import { pathOf } from "../../data/expression/describe.ts";
import { parsePlaceholder } from "../../data/expression/placeholder.ts";
import type { Datum } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";

/**
 * `einwohner.kreis @ previous`, `as_of(einwohner.kreis, @ 2016-12-31)`; else its path.
 *
 * @param span the placeholder or expression, or the value's place in its file, where a chart or table shows it
 */
export function writtenDatum(origin: Datum, { source, start, end }: Span): string {
  const path = pathOf(origin);
  const written = source.text.slice(start, end);
  if (!written.includes("@")) return path;
  const [from, to] = written.startsWith("{{") ? [start + 2, end - 2] : [start, end];
  const { value } = parsePlaceholder(source, from, to);
  if (value === undefined) return path;
  const { text, root } = value.expression;
  const inner = momentless(root);
  if (inner === root || inner.type !== "path") return path;
  return `${text.slice(0, inner.start)}${path}${text.slice(inner.end)}`.trim();
}

/** Without the moments and days around it. */
function momentless(node: Node): Node {
  if (node.type === "at") return momentless(node.operand);
  const [of] = node.type === "call" && node.name.text === "as_of" ? node.arguments : [];
  return of === undefined ? node : momentless(of);
}
