/** JSON and YAML as the formats read them: values with their places, small enough for hundreds of thousands of them. */

import { error, type Diagnostic, type Message, type Outcome } from "../../../source/diagnostic.ts";
import { updateFileTooLarge } from "../../../source/messages/update-file.ts";
import { emptyTableFile } from "../../../source/messages/formats.ts";
import { type Span, spanOf } from "../../../source/source.ts";
import type { FormFact, TableInput } from "../../table.ts";
import { TextReader } from "../text/reader.ts";

export type Tree = TreeScalar | TreeList | TreeRecord;

interface Placed {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}
export interface TreeScalar extends Placed {
  readonly kind: "scalar";
  /** Numbers are finite; whole ones are exact. */
  readonly value: string | number | boolean | null;
}
export interface TreeList extends Placed {
  readonly kind: "list";
  readonly items: readonly Tree[];
}
export interface TreeRecord extends Placed {
  readonly kind: "record";
  /** In the order of the file; a Map, so that no key has a meaning of its own. */
  readonly entries: ReadonlyMap<string, Tree>;
}

/** A text as a whole, and the places in it. */
export class WholeText {
  readonly name: string;
  readonly text: string;
  readonly form: FormFact;
  private lineStarts: number[] | undefined;

  private constructor(name: string, text: string, form: FormFact) {
    this.name = name;
    this.text = text;
    this.form = form;
  }

  /** @param most characters that are read */
  static async read(input: TableInput, most: number): Promise<Outcome<WholeText>> {
    const reader = await TextReader.open(input);
    try {
      const blocks: string[] = [];
      let length = 0;
      for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
        blocks.push(block.text);
        length += block.text.length;
        if (length > most) return refuse(input.name, updateFileTooLarge(input.name, Math.floor(most / 1_000_000)));
      }
      if (reader.fault !== undefined) return { value: undefined, diagnostics: [reader.fault] };
      const text = blocks.join("");
      if (text.trim() === "") return refuse(input.name, emptyTableFile());
      return { value: new WholeText(input.name, text, reader.form), diagnostics: [] };
    } finally {
      await reader.close();
    }
  }

  /** Of long lines, as JSON mostly is one, the source is a piece around the place. */
  span({ start, end }: Placed): Span {
    this.lineStarts ??= lineStartsOf(this.text);
    const line = lineAt(this.lineStarts, start);
    const lineStart = this.lineStarts[line] ?? 0;
    const lineEnd = (this.lineStarts[line + 1] ?? this.text.length + 1) - 1;
    const from = lineEnd - lineStart > longLine ? Math.max(lineStart, start - around) : lineStart;
    const to = lineEnd - lineStart > longLine ? Math.min(lineEnd, start + around) : lineEnd;
    const source = { path: this.name, text: this.text.slice(from, to), firstLine: line + 1 };
    return spanOf(source, start - from, Math.max(start, Math.min(end, to)) - from);
  }

  fault(place: Placed, message: Message): Diagnostic {
    return error(this.span(place), message);
  }
}

const longLine = 1_000;
const around = 80;

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the line that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function refuse(name: string, message: Message): Outcome<never> {
  return { value: undefined, diagnostics: [error(spanOf({ path: name, text: "" }, 0, 0), message)] };
}

/** The value under a key; `undefined` for what is no record or lacks it. */
export function entry(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === "record" ? tree.entries.get(key) : undefined;
}

/** The text of a scalar that is one. */
export function stringOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === "scalar" && typeof tree.value === "string" ? tree.value : undefined;
}
