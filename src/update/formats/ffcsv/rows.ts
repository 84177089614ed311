/**
 * The rows of a ffcsv table. Of a row that nobody wants no object is made: its fields' borders are found, its codes
 * compared in place.
 */

import { germanDate } from "../../../data/calendar.ts";
import { type Diagnostic, error, type Message, warning } from "../../../source/diagnostic.ts";
import { cutShort, fieldCount, noLastLineEnd } from "../../../source/messages/formats.ts";
import { ffcsvChanges, variableTwice } from "../../../source/messages/genesis-tables.ts";
import { spanOf } from "../../../source/source.ts";
import type { FormFact, Receiver, Selection, TableHead, Variable } from "../../table.ts";
import { dayOf } from "../text/day.ts";
import { splitFields } from "../text/fields.ts";
import { detached, type TextBlock } from "../text/reader.ts";
import { stands, Terms } from "../text/terms.ts";
import { isTotal } from "../text/total.ts";
import type { Layout, ValueColumns } from "./header.ts";

export interface FlatTable {
  readonly name: string;
  readonly layout: Layout;
  /** Of the columns. */
  readonly headings: readonly string[];
  readonly separator: string;
  readonly form: readonly FormFact[];
  readonly receiver: Receiver;
}

/** Code of the measure as a variable. */
export const measureCode = "MERKMAL";

const lineFeed = 10;
/** After so many faults no further ones are looked for. */
const mostFaults = 20;

export class FlatRows {
  readonly diagnostics: Diagnostic[] = [];
  observations = 0;
  private readonly table: FlatTable;
  private readonly separatorCode: number;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  /** What stands alike in all rows, by column. */
  private constants: readonly (readonly [column: number, word: string])[] = [];
  private wantedTimes: Terms | undefined;
  private wantedCodes: readonly (Terms | undefined)[] = [];
  private wantedMeasures: Terms | undefined;
  private values: readonly ValueColumns[];
  private readonly codes: readonly Terms[];
  private readonly labels: readonly Terms[];
  private readonly others = new Terms();
  private readonly days = new Map<string, string>();
  private hasOpened = false;
  private going = true;

  constructor(table: FlatTable) {
    this.table = table;
    const { columns, variables, values } = table.layout;
    this.separatorCode = table.separator.charCodeAt(0);
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.values = values;
    this.codes = variables.map(() => new Terms());
    this.labels = variables.map(() => new Terms());
  }

  /** Whether there was a row. */
  get opened(): boolean {
    return this.hasOpened;
  }

  /** Takes the rows of a block. @returns whether more are wanted */
  take(block: TextBlock): boolean {
    const whole = block.text.endsWith("\n");
    const text = whole ? block.text : `${block.text}\n`;
    let quote = text.indexOf('"');
    let { line } = block;
    for (let at = 0; at < text.length && this.going; line++) {
      const end = this.scan(text, at);
      const count = this.count;
      if (end > at) {
        const last = !whole && end === text.length - 1;
        if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
        if (quote >= 0 && quote < end) this.quoted(text.slice(at, end), line, last);
        else this.row(text, at, end, count, line, last);
      }
      at = end + 1;
    }
    return this.going;
  }

  private count = 0;

  /** Finds the borders of the fields from `at` on. @returns where the line ends */
  private scan(text: string, at: number): number {
    const { starts, ends, separatorCode } = this;
    const columns = starts.length;
    let field = 0;
    starts[0] = at;
    for (let place = at; ; place++) {
      const code = text.charCodeAt(place);
      if (code !== separatorCode && code !== lineFeed) continue;
      if (field < columns) ends[field] = place;
      field++;
      if (code === lineFeed) {
        this.count = field;
        return place;
      }
      if (field < columns) starts[field] = place + 1;
    }
  }

  /** A row with quotation marks; where they are none of CSV they belong to the text. */
  private quoted(line: string, number: number, last: boolean): void {
    const fields = splitFields(line, this.table.separator);
    if (fields === undefined) {
      const end = this.scan(`${line}\n`, 0);
      this.row(line, 0, end, this.count, number, last);
      return;
    }
    let place = 0;
    for (let field = 0; field < fields.length && field < this.starts.length; field++) {
      this.starts[field] = place;
      place += fields[field]?.length ?? 0;
      this.ends[field] = place;
    }
    this.row(fields.join(""), 0, place, fields.length, number, last, line);
  }

  /** @param shown the line as it stands in the file, where `text` is not it */
  private row(text: string, at: number, end: number, count: number, line: number, last: boolean, shown?: string): void {
    const { columns } = this.table.layout;
    const said = (): string => shown ?? text.slice(at, end);
    if (count !== columns) {
      const message = last && count < columns ? cutShort() : fieldCount(count, columns);
      const start = shown === undefined && count > columns ? (this.ends[columns - 1] ?? at) - at : 0;
      this.fault(said(), line, start, said().length, message);
      return;
    }
    if (!this.hasOpened) this.open(text, said(), line);
    if (!this.going) return;
    for (const [column, word] of this.constants) {
      if (stands(word, text, this.start(column), this.end(column))) continue;
      const from = shown === undefined ? this.start(column) - at : 0;
      const to = shown === undefined ? this.end(column) - at : shown.length;
      this.fault(
        said(),
        line,
        from,
        to,
        ffcsvChanges(this.table.headings[column] ?? "", word, text.slice(this.start(column), this.end(column))),
      );
      return;
    }
    if (last) this.endless(said(), line);
    if (this.isWanted(text)) this.observe(text, at, said(), line, shown !== undefined);
  }

  /** A value or a flag that the line ends with may have lost its end with the line's; a label cannot mislead anybody. */
  private endless(line: string, number: number): void {
    const { columns } = this.table.layout;
    const ending = this.table.layout.values.some(({ value, quality }) => value === columns - 1 || quality === columns - 1);
    if (ending) this.fault(line, number, line.length, line.length, noLastLineEnd());
    else this.diagnostics.push(warning(this.span(line, number, line.length, line.length), noLastLineEnd()));
  }

  /** By the first row: what is alike in all others, and what of them is wanted. */
  private open(text: string, shown: string, line: number): void {
    const { layout, form, receiver } = this.table;
    const { statistics, time, variables } = layout;
    const field = (column: number): string => this.field(text, column);
    this.hasOpened = true;
    this.constants = [statistics.code, time.code, ...variables.map(({ code }) => code)].map((column) => [column, field(column)]);
    const all: readonly Variable[] = [
      { code: field(time.code), label: field(time.label), role: "time" },
      ...variables.map(({ code, label }): Variable => ({ code: field(code), label: field(label), role: "category" })),
      { code: measureCode, label: "Merkmal", role: "measure" },
    ];
    const twice = all.find(({ code }, index) => all.findIndex((other) => other.code === code) < index);
    if (twice !== undefined) {
      this.fault(shown, line, 0, shown.length, variableTwice(twice.code));
      this.going = false;
      return;
    }
    const [table, title] = [field(statistics.code), field(statistics.label)];
    const head: TableHead = { format: "ffcsv", form, table, title, variables: all, preamble: [] };
    const selection = receiver.open(head);
    if (selection === undefined) this.going = false;
    else this.select(selection);
  }

  private select(selection: Selection): void {
    const [times, ...rest] = selection;
    const measures = rest[this.codes.length];
    this.wantedCodes = this.codes.map((_, index) => termsOf(rest[index]));
    this.wantedTimes = times === undefined ? undefined : new Terms([...times].flatMap(writings));
    this.wantedMeasures = termsOf(measures);
    this.values = this.values.filter(({ measure: { code } }) => typeof code === "number" || (measures?.has(code) ?? true));
  }

  private isWanted(text: string): boolean {
    const { layout, wantedTimes, wantedMeasures, wantedCodes } = this;
    const { variables } = layout;
    for (let index = 0; index < variables.length; index++) {
      const wanted = wantedCodes[index];
      const columns = variables[index];
      if (wanted === undefined || columns === undefined) continue;
      const column = this.codeColumn(text, columns.attribute, columns.attributeLabel);
      if (column < 0 ? wanted.find("", 0, 0) === undefined : wanted.find(text, this.start(column), this.end(column)) === undefined)
        return false;
    }
    const { value } = layout.time;
    if (wantedTimes !== undefined && wantedTimes.find(text, this.start(value), this.end(value)) === undefined) return false;
    if (wantedMeasures === undefined) return true;
    const code = this.values[0]?.measure.code;
    return typeof code !== "number" || wantedMeasures.find(text, this.start(code), this.end(code)) !== undefined;
  }

  /** The column that holds the code of an attribute: its own, its label's, or -1 for the total. */
  private codeColumn(text: string, attribute: number, label: number): number {
    if (this.start(attribute) < this.end(attribute)) return attribute;
    return isTotal(this.others.take(text, this.start(label), this.end(label))) ? -1 : label;
  }

  private observe(text: string, at: number, shown: string, line: number, quoted: boolean): void {
    const { variables, time } = this.layout;
    const codes = [this.day(this.field(text, time.value))];
    const labels = [this.field(text, time.value)];
    for (let index = 0; index < variables.length; index++) {
      const [columns, codeTerms, labelTerms] = [variables[index], this.codes[index], this.labels[index]];
      if (columns === undefined || codeTerms === undefined || labelTerms === undefined) continue;
      const column = this.codeColumn(text, columns.attribute, columns.attributeLabel);
      codes.push(column < 0 ? "" : codeTerms.take(text, this.start(column), this.end(column)));
      labels.push(labelTerms.take(text, this.start(columns.attributeLabel), this.end(columns.attributeLabel)).trim());
    }
    const source = { path: this.table.name, text: detached(shown), firstLine: line };
    for (const { value, quality, measure } of this.values) {
      const { code, label, unit } = measure;
      const [from, to] = quoted ? [0, shown.length] : [this.start(value) - at, this.end(value) - at];
      this.observations++;
      this.table.receiver.observe({
        codes: [...codes, typeof code === "number" ? this.field(text, code) : code],
        labels: [...labels, typeof label === "number" ? this.field(text, label) : label],
        value: detached(text.slice(this.start(value), this.end(value)).trim()),
        unit: typeof unit === "number" ? this.field(text, unit) : unit,
        quality: quality === undefined ? "" : this.field(text, quality),
        span: spanOf(source, from, to),
      });
    }
  }

  private day(written: string): string {
    let day = this.days.get(written);
    if (day === undefined) this.days.set(written, (day = dayOf(written) ?? written));
    return day;
  }

  private get layout(): Layout {
    return this.table.layout;
  }

  private start(column: number): number {
    return this.starts[column] ?? 0;
  }

  private end(column: number): number {
    return this.ends[column] ?? 0;
  }

  /** A field without blanks around, one string for the same text. */
  private field(text: string, column: number): string {
    return this.others.take(text, this.start(column), this.end(column)).trim();
  }

  private span(line: string, number: number, start: number, end: number): ReturnType<typeof spanOf> {
    return spanOf({ path: this.table.name, text: detached(line), firstLine: number }, start, end);
  }

  private fault(line: string, number: number, start: number, end: number, message: Message): void {
    this.diagnostics.push(error(this.span(line, number, start, end), message));
    if (this.diagnostics.length >= mostFaults) this.going = false;
  }
}

function termsOf(words: ReadonlySet<string> | undefined): Terms | undefined {
  return words === undefined ? undefined : new Terms(words);
}

/** How a day may be written in the file. */
function writings(code: string): readonly string[] {
  const day = dayOf(code);
  return day === undefined ? [code] : [code, germanDate(day)];
}
