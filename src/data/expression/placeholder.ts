/** What stands between `{{` and `}}`: an expression and perhaps a format. */

import { error, type Outcome } from "../../source/diagnostic.ts";
import { twoFormats } from "../../source/messages/expression.ts";
import { spanOf, type Source, type Span } from "../../source/source.ts";
import { parseFormat, type Format } from "../format.ts";
import type { Expression } from "./ast.ts";
import { parseExpression } from "./parse.ts";

export interface Placeholder {
  readonly expression: Expression;
  readonly format?: Format;
  /** The inside, without the braces. */
  readonly span: Span;
}

/** Parses the inside of a placeholder (without its braces). A `|` in quotes belongs to a key. */
export function parsePlaceholder(source: Source, start: number, end: number): Outcome<Placeholder> {
  const span = spanOf(source, start, end);
  const bar = outsideQuotes(source.text, start, end, "|");
  const { value: expression, diagnostics } = parseExpression(source, start, bar < 0 ? end : bar);
  if (bar < 0) return { value: expression && { expression, span }, diagnostics };
  const second = outsideQuotes(source.text, bar + 1, end, "|");
  if (second >= 0) return { value: undefined, diagnostics: [...diagnostics, error(spanOf(source, second, end), twoFormats())] };
  const { value: format, diagnostics: faults } = parseFormat(source, bar + 1, end);
  return { value: expression && format && { expression, format, span }, diagnostics: [...diagnostics, ...faults] };
}

/**
 * The offset of the `}}` that ends the placeholder whose inside begins at `from`, or -1 where there is none before `end`.
 * Braces in quotes do not count; an unclosed quote does not swallow the end.
 */
export function placeholderEnd(text: string, from: number, end: number = text.length): number {
  const found = outsideQuotes(text, from, end, "}}");
  if (found >= 0) return found;
  const plain = text.indexOf("}}", from);
  return plain < 0 || plain + 2 > end ? -1 : plain;
}

/** The first place of `wanted` outside quotes, or -1. An opening quote that nothing closes on its line, or before the next placeholder, is none. */
function outsideQuotes(text: string, from: number, end: number, wanted: string): number {
  for (let at = from; at + wanted.length <= end; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1);
      if (close > 0 && close < end && !/\n|\{\{/u.test(text.slice(at, close))) at = close;
    } else if (text.startsWith(wanted, at)) return at;
  }
  return -1;
}
