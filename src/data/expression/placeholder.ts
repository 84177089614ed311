/** What stands between `{{` and `}}`: an expression and perhaps a format. */

import type { Outcome } from "../../source/diagnostic.ts";
import type { Source, Span } from "../../source/source.ts";
import type { Format } from "../format.ts";
import type { Expression } from "./ast.ts";

export interface Placeholder {
  readonly expression: Expression;
  readonly format?: Format;
  readonly span: Span;
}

/** Parses the inside of a placeholder (without its braces). A `|` in quotes belongs to a key. */
export function parsePlaceholder(_source: Source, _start: number, _end: number): Outcome<Placeholder> {
  return { value: undefined, diagnostics: [] };
}

/**
 * The offset of the `}}` that ends the placeholder whose inside begins at `from`, or -1 where there is none before `end`.
 * Braces in quotes do not count; an unclosed quote does not swallow the end.
 */
export function placeholderEnd(text: string, from: number, end: number = text.length): number {
  const at = text.indexOf("}}", from);
  return at < 0 || at + 2 > end ? -1 : at;
}
