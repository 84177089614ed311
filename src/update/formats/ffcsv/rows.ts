/**
 * The rows of a ffcsv table, as bytes. Of a row that nobody wants nothing is made: its fields' borders are found, its
 * codes looked up in place.
 */

import { type Diagnostic, error, type Message, warning } from "../../../source/diagnostic.ts";
import { cutShort, fieldCount, noLastLineEnd } from "../../../source/messages/formats.ts";
import { ffcsvChanges, variableTwice } from "../../../source/messages/genesis-tables.ts";
import { type Source, type Span, spanOf } from "../../../source/source.ts";
import type { FormFact, Receiver, Selection, TableHead, Variable } from "../../table.ts";
import { dayOf } from "../text/day.ts";
import { decodePiece, type Encoding, textLength } from "../text/encoding.ts";
import { splitFields } from "../text/fields.ts";
import { strangeSign } from "../text/signs.ts";
import type { ByteBlock } from "../text/reader.ts";
import { stands, Terms } from "../text/terms.ts";
import { beginsAsTotal } from "../../total.ts";
import { Cutter } from "./cutter.ts";
import { decimalOf } from "./decimal.ts";
import type { Layout, ValueColumns, VariableColumns } from "./header.ts";

export interface FlatTable {
  readonly name: string;
  readonly layout: Layout;
  /** Of the columns. */
  readonly headings: readonly string[];
  readonly separator: string;
  readonly encoding: Encoding;
  readonly form: readonly FormFact[];
  /** What somebody says of the decimal mark. */
  readonly decimal: "," | "." | undefined;
  readonly receiver: Receiver;
}

/** Code of the measure as a variable. */
export const measureCode = "MERKMAL";

/** After so many faults no further ones are looked for. */
const mostFaults = 20;

const quotationMark = 34;

/** A line of the file. */
interface Row {
  /** The borders are those of the fields in them. */
  readonly bytes: Buffer;
  readonly at: number;
  readonly end: number;
  readonly number: number;
  /** Whether it is the file's last and has no end. */
  readonly endless: boolean;
  /** The line where `bytes` are not it, because it had quotation marks. */
  readonly quoted: Buffer | undefined;
}

/** A variable, and the codes and labels met. */
interface Category {
  readonly columns: VariableColumns;
  readonly codes: Terms;
  readonly labels: Terms;
  readonly wanted: ReadonlySet<string> | undefined;
}

export class FlatRows {
  readonly diagnostics: Diagnostic[] = [];
  observations = 0;
  private readonly table: FlatTable;
  private readonly cutter: Cutter;
  /** What stands alike in all rows, by column. */
  private constants: readonly (readonly [column: number, word: Uint8Array])[] = [];
  private categories: readonly Category[] = [];
  private times: Terms;
  private measures: Terms;
  private values: readonly ValueColumns[];
  private readonly words: Terms;
  private hasOpened = false;
  private going = true;

  constructor(table: FlatTable) {
    this.table = table;
    this.cutter = new Cutter(table.layout.columns, table.separator, table.encoding);
    this.values = table.layout.values;
    this.words = this.terms();
    this.times = this.words;
    this.measures = this.words;
  }

  /** Whether there was a row. */
  get opened(): boolean {
    return this.hasOpened;
  }

  /** Takes the rows of a block. @returns whether more are wanted */
  take({ bytes, line }: ByteBlock): boolean {
    let quote = bytes.indexOf(quotationMark);
    let number = line;
    for (let at = 0; at < bytes.length && this.going; number++) {
      const end = this.cutter.cut(bytes, at);
      if (end > at) {
        const endless = end === bytes.length;
        if (this.cutter.strange && !this.isClean(bytes, at, end, number)) break;
        if (quote >= 0 && quote < at) quote = bytes.indexOf(quotationMark, at);
        if (quote >= 0 && quote < end) this.quoted(bytes, at, end, number, endless);
        else this.row(bytes, at, end, number, endless, undefined);
      }
      at = end + 1;
    }
    return this.going;
  }

  /** A closer look at a line in which there may be signs that no table has: with one, nothing more is read. */
  private isClean(bytes: Buffer, at: number, end: number, number: number): boolean {
    const text = this.text(bytes, at, end);
    const sign = strangeSign(text);
    if (sign === undefined) return true;
    const source = { path: this.table.name, text, firstLine: number };
    this.diagnostics.push(error(spanOf(source, sign.at, sign.at + sign.length), sign.message));
    this.going = false;
    return false;
  }

  /** A row with quotation marks; where they are none of CSV they belong to the text. */
  private quoted(bytes: Buffer, at: number, end: number, number: number, endless: boolean): void {
    // As many characters as bytes: what is cut at ASCII signs stays whole.
    const fields = splitFields(bytes.toString("latin1", at, end), this.table.separator);
    if (fields === undefined) {
      this.row(bytes, at, end, number, endless, undefined);
    } else {
      this.cutter.take(fields.map(({ length }) => length));
      const joined = Buffer.from(fields.join(""), "latin1");
      this.row(joined, 0, joined.length, number, endless, bytes.subarray(at, end));
    }
  }

  private row(bytes: Buffer, at: number, end: number, number: number, endless: boolean, quoted: Buffer | undefined): void {
    const { columns } = this.table.layout;
    const { count } = this.cutter;
    if (count !== columns) {
      const message = endless && count < columns ? cutShort() : fieldCount(count, columns);
      const start = count > columns && quoted === undefined ? this.end(columns - 1) : at;
      this.fault({ bytes, at, end, number, endless, quoted }, start, end, message);
      return;
    }
    if (!this.hasOpened) this.open({ bytes, at, end, number, endless, quoted });
    if (!this.going) return;
    for (const [column, word] of this.constants) {
      if (stands(word, bytes, this.start(column), this.end(column))) continue;
      const message = ffcsvChanges(this.table.headings[column] ?? "", this.text(Buffer.from(word)), this.field(bytes, column));
      this.fault({ bytes, at, end, number, endless, quoted }, this.start(column), this.end(column), message);
      return;
    }
    if (endless) this.unended({ bytes, at, end, number, endless, quoted });
    if (this.isWanted(bytes)) this.observe({ bytes, at, end, number, endless, quoted });
  }

  /** A value or a flag with which the line ends may have lost its own end; a label cannot mislead anybody. */
  private unended(row: Row): void {
    const { columns, values } = this.table.layout;
    const isValue = values.some(({ value, quality }) => value === columns - 1 || quality === columns - 1);
    if (isValue) this.fault(row, row.end, row.end, noLastLineEnd());
    else this.diagnostics.push(warning(this.span(row, row.end, row.end, this.sourceOf(row)), noLastLineEnd()));
  }

  /** By the first row: what is alike in all others, and what of them is wanted. */
  private open(row: Row): void {
    const { layout, receiver } = this.table;
    const { statistics, time, variables } = layout;
    const field = (column: number): string => this.field(row.bytes, column);
    this.hasOpened = true;
    this.constants = [statistics.code, time.code, ...variables.map(({ code }) => code)].map((column) => [
      column,
      Uint8Array.from(row.bytes.subarray(this.start(column), this.end(column))),
    ]);
    const all: readonly Variable[] = [
      { code: field(time.code), label: field(time.label), role: "time" },
      ...variables.map(({ code, label }): Variable => ({ code: field(code), label: field(label), role: "category" })),
      { code: measureCode, label: "Merkmal", role: "measure" },
    ];
    const twice = all.find(({ code }, index) => all.findIndex((other) => other.code === code) < index);
    if (twice !== undefined) {
      this.fault(row, row.at, row.end, variableTwice(twice.code));
      this.going = false;
      return;
    }
    const decimal = this.table.decimal ?? decimalOf(layout, field(time.label));
    const form: readonly FormFact[] = decimal === undefined ? this.table.form : [...this.table.form, { fact: "decimal", found: decimal }];
    const [table, title] = [field(statistics.code), field(statistics.label)];
    const head: TableHead = { format: "ffcsv", form, table, title, variables: all, preamble: [] };
    const selection = receiver.open(head);
    if (selection === undefined) this.going = false;
    else this.select(selection);
  }

  private select(selection: Selection): void {
    const { variables } = this.table.layout;
    const measures = selection[variables.length + 1];
    this.times = this.terms(selection[0], (text) => dayOf(text) ?? text);
    this.measures = this.terms(measures);
    this.categories = variables.map((columns, index) => {
      const wanted = selection[index + 1];
      return { columns, wanted, codes: this.terms(wanted), labels: this.terms() };
    });
    this.values = this.values.filter(({ measure: { code } }) => typeof code === "number" || (measures?.has(code) ?? true));
  }

  private terms(wanted?: ReadonlySet<string>, turn = (text: string): string => text): Terms {
    return new Terms((bytes) => turn(this.text(Buffer.from(bytes)).trim()), wanted === undefined ? undefined : (text) => wanted.has(text));
  }

  private isWanted(bytes: Buffer): boolean {
    const { value } = this.table.layout.time;
    if (!this.times.at(bytes, this.start(value), this.end(value)).wanted) return false;
    for (const category of this.categories) {
      const { columns, codes, wanted } = category;
      if (wanted === undefined) continue;
      const [start, end] = [this.start(columns.attribute), this.end(columns.attribute)];
      if (start < end ? !codes.at(bytes, start, end).wanted : !wanted.has(this.codelessCode(bytes, category))) return false;
    }
    const code = this.values[0]?.measure.code;
    return typeof code !== "number" || this.measures.at(bytes, this.start(code), this.end(code)).wanted;
  }

  private codelessCode(bytes: Buffer, { columns, labels }: Category): string {
    const label = labels.at(bytes, this.start(columns.attributeLabel), this.end(columns.attributeLabel)).text;
    return beginsAsTotal(label) ? "" : label;
  }

  private observe(row: Row): void {
    const { bytes } = row;
    const { value: time } = this.table.layout.time;
    const codes = [this.times.at(bytes, this.start(time), this.end(time)).text];
    const labels = [this.field(bytes, time)];
    for (const category of this.categories) {
      const { attribute, attributeLabel } = category.columns;
      const [start, end] = [this.start(attribute), this.end(attribute)];
      codes.push(start < end ? category.codes.at(bytes, start, end).text : this.codelessCode(bytes, category));
      labels.push(category.labels.at(bytes, this.start(attributeLabel), this.end(attributeLabel)).text);
    }
    const source = this.sourceOf(row);
    for (const { value, quality, measure } of this.values) {
      const { code, label, unit } = measure;
      this.observations++;
      this.table.receiver.observe({
        codes: [...codes, typeof code === "number" ? this.field(bytes, code) : code],
        labels: [...labels, typeof label === "number" ? this.field(bytes, label) : label],
        value: this.text(bytes, this.start(value), this.end(value)).trim(),
        unit: typeof unit === "number" ? this.field(bytes, unit) : unit,
        quality: quality === undefined ? "" : this.field(bytes, quality),
        span: this.span(row, this.start(value), this.end(value), source),
      });
    }
  }

  private start(column: number): number {
    return this.cutter.starts[column] ?? 0;
  }

  private end(column: number): number {
    return this.cutter.ends[column] ?? 0;
  }

  private text(bytes: Buffer, start = 0, end: number = bytes.length): string {
    return decodePiece(bytes, start, end, this.table.encoding);
  }

  /** A field without blanks around, one string for the same text. */
  private field(bytes: Buffer, column: number): string {
    return this.words.at(bytes, this.start(column), this.end(column)).text;
  }

  private sourceOf({ bytes, at, end, number, quoted }: Row): Source {
    const text = quoted === undefined ? this.text(bytes, at, end) : this.text(quoted);
    return { path: this.table.name, text, firstLine: number };
  }

  /** A place in a row; the whole row where its fields had quotation marks. */
  private span({ bytes, at, quoted }: Row, from: number, to: number, source: Source): Span {
    if (quoted !== undefined) return spanOf(source, 0, source.text.length);
    const { encoding } = this.table;
    const start = textLength(bytes, at, from, encoding);
    return spanOf(source, start, start + textLength(bytes, from, to, encoding));
  }

  private fault(row: Row, from: number, to: number, message: Message): void {
    this.diagnostics.push(error(this.span(row, from, to, this.sourceOf(row)), message));
    if (this.diagnostics.length >= mostFaults) this.going = false;
  }
}
