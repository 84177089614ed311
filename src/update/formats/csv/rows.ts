/** The rows of a CSV: lines cut into cells, with quoted cells that go over several lines. */

import { error, type Diagnostic, type Message } from "../../../source/diagnostic.ts";
import { csvCut, csvQuote, csvRagged } from "../../../source/messages/grid.ts";
import { type Source, type Span, spanOf } from "../../../source/source.ts";
import type { GridRow } from "../grid/cell.ts";
import { isOpen } from "./separator.ts";
import { fieldSpans, splitFields } from "../text/fields.ts";
import { detached, type TextBlock, type TextReader } from "../text/reader.ts";

/** A quoted cell over more than this was never meant to be one. */
const mostLines = 500;

export interface CsvForm {
  readonly separator: string;
  /** Cells of a row of the body. */
  readonly fields: number;
}

/** Reads rows to the end or to a fault, which then stands in `fault`. */
export class CsvRows {
  private readonly name: string;
  private readonly form: CsvForm;
  private faulty: Diagnostic | undefined;
  private gap = false;
  /** A quoted cell that goes on in the next line: the lines so far, and the number of the first. */
  private open: { readonly lines: string[]; readonly number: number } | undefined;

  constructor(name: string, form: CsvForm) {
    this.name = name;
    this.form = form;
  }

  get fault(): Diagnostic | undefined {
    return this.faulty;
  }

  /** @param first the block that has been looked at */
  async *read(first: TextBlock, reader: TextReader): AsyncGenerator<readonly GridRow[], void, void> {
    for (let block: TextBlock | undefined = first; block !== undefined && this.faulty === undefined; block = await reader.next())
      yield this.rowsOf(block);
    if (this.open !== undefined) this.refuse(this.open.lines.join("\n"), this.open.number);
  }

  private rowsOf({ text, line }: TextBlock): readonly GridRow[] {
    const rows: GridRow[] = [];
    let number = line;
    for (let at = 0; at < text.length && this.faulty === undefined; number++) {
      const end = text.indexOf("\n", at);
      const row = this.rowOf(text.slice(at, end < 0 ? text.length : end), number, end >= 0);
      if (row !== undefined) rows.push(row);
      at = end < 0 ? text.length : end + 1;
    }
    return rows;
  }

  private rowOf(line: string, number: number, ended: boolean): GridRow | undefined {
    const { open } = this;
    open?.lines.push(line);
    const text = open === undefined ? line : open.lines.join("\n");
    const start = open?.number ?? number;
    const fields = splitFields(text, this.form.separator);
    if (fields === undefined) {
      const goesOn = isOpen(text) && (open?.lines.length ?? 1) < mostLines;
      if (!goesOn) this.refuse(text, start);
      else if (open === undefined) this.open = { lines: [line], number };
      return undefined;
    }
    this.open = undefined;
    const cells = fields.map((field) => field.trim());
    if (cells.every((cell) => cell === "")) {
      this.gap = true;
      return undefined;
    }
    const fault = ended ? this.raggedFault(cells) : csvCut();
    const indented = /^\s/u.test(fields.find((field) => field.trim() !== "") ?? "");
    const row = new CsvRow(this.name, this.form.separator, text, { number: start, cells, afterGap: this.gap, indented, fault });
    this.gap = false;
    return row;
  }

  private raggedFault({ length }: readonly string[]): Message | undefined {
    return length === this.form.fields ? undefined : csvRagged(length, this.form.fields);
  }

  private refuse(text: string, firstLine: number): void {
    const [line = ""] = text.split("\n", 1);
    const at = Math.max(0, line.indexOf('"'));
    this.open = undefined;
    this.faulty = error(spanOf({ path: this.name, text: detached(line), firstLine }, at, at + 1), csvQuote());
  }
}

interface Facts {
  readonly number: number;
  readonly cells: readonly string[];
  readonly afterGap: boolean;
  readonly indented: boolean;
  readonly fault: Message | undefined;
}

class CsvRow implements GridRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly afterGap: boolean;
  readonly indented: boolean;
  readonly fault: Message | undefined;
  private readonly name: string;
  private readonly separator: string;
  private readonly text: string;
  /** Made when a place is first asked for: mostly none is. */
  private source: Source | undefined;
  private spans: ReturnType<typeof fieldSpans> | undefined;

  constructor(name: string, separator: string, text: string, { number, cells, afterGap, indented, fault }: Facts) {
    this.name = name;
    this.separator = separator;
    this.text = text;
    this.number = number;
    this.cells = cells;
    this.afterGap = afterGap;
    this.indented = indented;
    this.fault = fault;
  }

  place(column?: number): Span {
    const source = (this.source ??= { path: this.name, text: detached(this.text), firstLine: this.number });
    const spans = (this.spans ??= fieldSpans(this.text, this.separator));
    const [start, end] = (column === undefined ? undefined : spans[column]) ?? [0, this.text.length];
    return spanOf(source, start, end);
  }
}
