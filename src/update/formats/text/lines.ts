/** The lines of a text one by one, for formats whose rows are few. */

import type { TextReader } from "./reader.ts";

export interface Line {
  /** Without its end. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Whether a line end follows; only the last line can lack it. */
  readonly ended: boolean;
}

export async function* linesOf(reader: TextReader): AsyncGenerator<Line, void, undefined> {
  for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
    const { text } = block;
    let number = block.line;
    for (let at = 0; at < text.length; number++) {
      const end = text.indexOf("\n", at);
      yield { text: text.slice(at, end < 0 ? text.length : end), number, ended: end >= 0 };
      at = end < 0 ? text.length : end + 1;
    }
  }
}
