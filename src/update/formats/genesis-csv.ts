/**
 * Classic CSV tables of GENESIS databases, in the form that people see: titles above, several rows of headings, footnotes
 * below. The present form begins with `Tabelle: `, the old one with `GENESIS-Tabelle: `; both end with `Stand: …`.
 *
 * These tables name neither their variables nor, in headings, the codes of categories. So a variable is called by the
 * heading above its own ("Geschlecht"), else by what it is ("Stichtag" for days, "Jahr" for years, "Region" for regional
 * codes beside their labels), else by its place: "Spalte 4", "Kopfzeile 1", counted from 1. Where there is no code the
 * label is it; that of "Insgesamt" is "". The measure is `MERKMAL`, as in ffcsv, its one category the text above the table.
 */

import { type Diagnostic, error, type Message, type Outcome } from "../../source/diagnostic.ts";
import { cutShort, fieldCount, headerAlone } from "../../source/messages/formats.ts";
import { classicCutShort, classicNoFlag, classicNoLabel, classicNoTime, classicTwoLabels } from "../../source/messages/genesis-tables.ts";
import { olderGenesis, presentGenesis, rowsWords } from "../../source/messages/inspection.ts";
import { spanOf } from "../../source/source.ts";
import type { Beginning, FormFact, Receiver, Selection, TableFormat, TableInput, TableTail } from "../table.ts";
import { timeKind } from "./genesis/axis.ts";
import { rowCode } from "./genesis/columns.ts";
import { isFooterRule, readFooter } from "./genesis/footer.ts";
import { at, cellsOf, isClassic, readTop, type Row, type Top } from "./genesis/frame.ts";
import { type ClassicTable, isFlag, understand } from "./genesis/table.ts";
import { beginningText } from "./text/beginning.ts";
import { fieldSpans } from "./text/fields.ts";
import { type Line, linesOf } from "./text/lines.ts";
import { detached, TextReader } from "./text/reader.ts";

export const genesisCsv: TableFormat = {
  name: "genesis-csv",
  recognises: (beginning: Beginning) => isClassic(beginningText(beginning, 200)),
  read,
};

/** By so many rows it is told what the columns are; all others are held to it. */
const sampleSize = 2_000;
const mostFaults = 20;

async function read(input: TableInput, receiver: Receiver): Promise<Outcome<TableTail>> {
  const reader = await TextReader.open(input);
  try {
    const outcome = await readLines(input, reader, receiver);
    // A fault of the text as such is why the lines ended.
    return reader.fault === undefined ? outcome : { value: undefined, diagnostics: [reader.fault] };
  } finally {
    await reader.close();
  }
}

async function readLines(input: TableInput, reader: TextReader, receiver: Receiver): Promise<Outcome<TableTail>> {
  const path = input.name;
  const lines = linesOf(reader);
  const top = await readTop(path, lines, input.options.header);
  if ("severity" in top) return { value: undefined, diagnostics: [top] };
  const sample: Row[] = [];
  let line: Line | undefined = top.first;
  let last = line;
  const next = async (): Promise<Line | undefined> => {
    const { value } = await lines.next();
    last = value ?? last;
    return value ?? undefined;
  };
  for (; line !== undefined && !isFooterRule(line.text) && sample.length < sampleSize; line = await next()) {
    if (line.text !== "") sample.push(rowOf(line, top));
  }
  if (sample.length === 0) return { value: undefined, diagnostics: [at(path, top.header[0]?.line ?? top.first, headerAlone())] };
  // Rows too short or too long would make columns look like something else: they are faults first.
  const width = Math.max(...top.header.map(({ cells }) => cells.length));
  const ragged = [...top.header, ...sample].filter(({ cells }) => cells.length !== width);
  if (ragged.length > 0) return { value: undefined, diagnostics: ragged.slice(0, mostFaults).map((row) => wrongCount(path, row, width)) };
  const table = understand(path, top, sample);
  if ("severity" in table) return { value: undefined, diagnostics: [table] };
  const rows = new ClassicRows(path, top, table, receiver);
  const form = formOf(input, reader, top);
  const selection = receiver.open({ format: "genesis-csv", form, ...table.head });
  if (selection === undefined) return { value: { footnotes: [], observations: 0 }, diagnostics: [] };
  rows.select(selection);
  for (const row of sample) rows.take(row);
  for (; line !== undefined && !isFooterRule(line.text) && rows.diagnostics.length < mostFaults; line = await next()) {
    if (line.text !== "") rows.take(rowOf(line, top));
  }
  if (rows.diagnostics.length > 0) return { value: undefined, diagnostics: rows.diagnostics };
  const below: Line[] = [];
  for (line = await next(); line !== undefined; line = await next()) below.push(line);
  const footer = readFooter(below);
  if (footer === undefined) return { value: undefined, diagnostics: [at(path, last, classicCutShort())] };
  return { value: { ...footer, observations: rows.observations }, diagnostics: [] };
}

function rowOf(line: Line, { separator }: Top): Row {
  return { line, cells: cellsOf(line.text, separator) };
}

function formOf({ options }: TableInput, reader: TextReader, { separator, old, decimal, header }: Top): readonly FormFact[] {
  const [first, last] = [header[0]?.line.number ?? 0, header.at(-1)?.line.number ?? 0];
  return [
    reader.form,
    { fact: "separator", found: separator },
    { fact: "decimal", found: options.decimal ?? decimal },
    { fact: "vintage", found: old ? olderGenesis : presentGenesis },
    { fact: "header", found: rowsWords(first, last) },
  ];
}

function wrongCount(path: string, { line, cells }: Row, width: number): Diagnostic {
  return at(path, line, !line.ended && cells.length < width ? cutShort() : fieldCount(cells.length, width));
}

/** The rows of a table that has been understood. */
class ClassicRows {
  readonly diagnostics: Diagnostic[] = [];
  observations = 0;
  private readonly path: string;
  private readonly separator: string;
  private readonly table: ClassicTable;
  private readonly receiver: Receiver;
  /** The label of each code, by axis. */
  private readonly labels: readonly Map<string, string>[];
  private selection: Selection = [];

  constructor(path: string, { separator }: Top, table: ClassicTable, receiver: Receiver) {
    this.path = path;
    this.separator = separator;
    this.table = table;
    this.receiver = receiver;
    this.labels = table.rowAxes.map(() => new Map());
  }

  select(selection: Selection): void {
    this.selection = selection;
  }

  take(row: Row): void {
    const { rowAxes, values, width, unitColumn } = this.table;
    const { line, cells } = row;
    if (cells.length !== width || !line.ended) {
      this.diagnostics.push(cells.length === width ? at(this.path, line, cutShort()) : wrongCount(this.path, row, width));
      return;
    }
    const labels = rowAxes.map(({ labelColumn }) => cells[labelColumn] ?? "");
    const codes = rowAxes.map((axis, index) => rowCode(axis, labels[index] ?? "", cells));
    if (!this.holds(row, codes, labels)) return;
    const wantsRow = codes.every((code, index) => this.selection[index]?.has(code) ?? true);
    let spans: ReturnType<typeof fieldSpans> | undefined;
    const source = { path: this.path, text: detached(line.text), firstLine: line.number };
    for (const { column, quality, unit, codes: above, labels: aboveLabels } of values) {
      const flag = quality === undefined ? "" : (cells[quality] ?? "");
      if (!isFlag(flag)) this.fault(row, quality ?? 0, classicNoFlag((quality ?? 0) + 1));
      if (!wantsRow || !above.every((code, index) => this.selection[codes.length + index]?.has(code) ?? true)) continue;
      spans ??= fieldSpans(line.text, this.separator);
      const [start, end] = spans[column] ?? [0, line.text.length];
      this.observations++;
      this.receiver.observe({
        codes: [...codes, ...above],
        labels: [...labels, ...aboveLabels],
        value: cells[column] ?? "",
        unit: unitColumn === undefined ? unit : (cells[unitColumn] ?? ""),
        quality: flag,
        span: spanOf(source, start, end),
      });
    }
  }

  /** Whether the row is what the first ones let expect. */
  private holds(row: Row, codes: readonly string[], labels: readonly string[]): boolean {
    const before = this.diagnostics.length;
    for (const [index, { role, labelColumn, codeColumn }] of this.table.rowAxes.entries()) {
      const [code = "", label = ""] = [codes[index], labels[index]];
      const known = this.labels[index]?.get(code);
      if (label === "") this.fault(row, labelColumn, classicNoLabel(labelColumn + 1));
      else if (role === "time" && timeKind([label]) === undefined) this.fault(row, labelColumn, classicNoTime(labelColumn + 1));
      else if (codeColumn !== undefined && known !== undefined && known !== label)
        this.fault(row, labelColumn, classicTwoLabels(code, known, label));
      else if (known === undefined) this.labels[index]?.set(code, label);
    }
    return this.diagnostics.length === before;
  }

  private fault({ line }: Row, column: number, message: Message): void {
    const [start, end] = fieldSpans(line.text, this.separator)[column] ?? [0, line.text.length];
    this.diagnostics.push(error(spanOf({ path: this.path, text: line.text, firstLine: line.number }, start, end), message));
  }
}
