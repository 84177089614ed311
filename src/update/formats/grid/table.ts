/** Rows of cells → head and observations: what CSV, spreadsheets and records have in common. */

import { error, type Diagnostic, type Message, type Outcome } from "../../../source/diagnostic.ts";
import {
  gridBrokenCell,
  gridCellBesides,
  gridHeaderOutside,
  gridNoTime,
  gridTooWide,
  gridWithoutHeader,
  gridWithoutMeasure,
  gridWithoutValues,
} from "../../../source/messages/grid.ts";
import { rowsWords } from "../../../source/messages/inspection.ts";
import { spanOf, type Span, toSource } from "../../../source/source.ts";
import type { FormatName, FormatOptions, FormFact, Receiver, Selection, TableTail } from "../../table.ts";
import { isBareTotal } from "../../total.ts";
import { dayOf, isYear } from "../text/day.ts";
import { detached } from "../text/reader.ts";
import { type Cell, type GridRow, textOf, withoutMarks } from "./cell.ts";
import { type Column, type Columns, findColumns } from "./columns.ts";
import { findHeader, type Header, headingParts } from "./header.ts";
import { Footer } from "./footer.ts";

/** A table of rows, as a format reads them. */
export interface Grid {
  readonly format: FormatName;
  /** Of the file, for people. */
  readonly name: string;
  readonly form: readonly FormFact[];
  readonly options: FormatOptions;
  /** Titles that do not stand in the rows. */
  readonly preamble: readonly string[];
  /** Rows in batches; they end at a fault of the format, which it tells itself. */
  readonly rows: AsyncIterable<readonly GridRow[]>;
  /** Set where the format has names of its own for the columns: then no heading is looked for. */
  readonly headings?: readonly string[];
}

/** How many rows are looked at before it is said what the columns are. */
const looked = 2_000;
const mostColumns = 1_000;
const mostFaults = 20;
const mostLabels = 50_000;

/** @returns no value where the rows make no table, or a wanted cell has no value */
export async function readGrid(grid: Grid, receiver: Receiver): Promise<Outcome<TableTail>> {
  const rows = grid.rows[Symbol.asyncIterator]();
  const first: GridRow[] = [];
  let ended = false;
  while (first.length < looked && !ended) {
    const { value, done } = await rows.next();
    if (done === true) ended = true;
    else for (const row of value) first.push(row);
  }
  const reader = tableOf(grid, first, receiver);
  if ("message" in reader) return { value: undefined, diagnostics: [reader] };
  reader.take(first.slice(reader.bodyStart));
  // What nobody wants any more is still read: the format tells what is wrong in it.
  while (!ended) {
    const { value, done } = await rows.next();
    if (done === true) ended = true;
    else reader.take(value);
  }
  return reader.finish();
}

/** Whether rows make a table by looking: a heading, and values below it. */
export function holdsTable(rows: readonly GridRow[], { header }: FormatOptions): boolean {
  return typeof findHeader(rows.slice(0, looked), header) !== "string";
}

/** Finds out what the table is, and opens the receiver with it. */
function tableOf(grid: Grid, rows: readonly GridRow[], receiver: Receiver): TableReader | Diagnostic {
  const { options, name, headings } = grid;
  const wide = rows.find(({ cells }) => cells.length > mostColumns);
  if (wide !== undefined) return error(wide.place(), gridTooWide(mostColumns));
  const header: Header | Diagnostic = headings === undefined ? headerOf(grid, rows) : { start: 0, end: 0, numbered: false };
  if ("message" in header) return header;
  const { start, end, numbered } = header;
  const heading = rows.slice(start, numbered ? end - 1 : end);
  // However many rows came at once, the same ones are looked at.
  const body = rows.slice(end, end + looked);
  const slipped = slippedHeading(heading, body);
  if (slipped !== undefined) return slipped;
  const parts = headings === undefined ? headingParts(heading) : headings.map((words) => [words]);
  const columns = findColumns(parts, body, new Set(options.categories));
  const [row] = body;
  const place = row?.place() ?? atFile(name);
  if (!columns.columns.some(({ role }) => role === "measure"))
    return error(heading.at(-1)?.place() ?? place, gridWithoutMeasure(columns.columns.map(({ label }) => label)));
  return new TableReader(grid, columns, { rows, header }, receiver);
}

/** A heading of another length than the rows names columns that are not its own, unless what is more is empty. */
function slippedHeading(heading: readonly GridRow[], body: readonly GridRow[]): Diagnostic | undefined {
  const lowest = heading.at(-1);
  if (lowest?.fault === undefined) return undefined;
  const cells = Math.max(0, ...body.map((row) => row.cells.length));
  const isLonger = heading.some((row) => filledWidth(row) > cells);
  const isShorter = body.some((row) => filledWidth(row) > lowest.cells.length);
  return isLonger || isShorter ? error(lowest.place(), lowest.fault) : undefined;
}

function filledWidth({ cells }: GridRow): number {
  return cells.findLastIndex((cell) => cell !== "") + 1;
}

function headerOf({ options, name }: Grid, rows: readonly GridRow[]): Header | Diagnostic {
  const header = findHeader(rows, options.header);
  if (typeof header !== "string") return header;
  const [first, last] = options.header ?? [0, 0];
  const words: Message =
    header === "outside" ? gridHeaderOutside(first, last) : header === "no-header" ? gridWithoutHeader() : gridWithoutValues();
  return error(rows[0]?.place() ?? atFile(name), words);
}

/** Makes observations of the rows of a body. */
class TableReader {
  /** Index of the first row that is no heading. */
  readonly bodyStart: number;
  private readonly receiver: Receiver;
  private readonly selection: Selection | undefined;
  private readonly columns: readonly Column[];
  /** Columns that all observations of a row share, in the order of the variables. */
  private readonly shared: readonly Column[];
  private readonly valued: readonly Column[];
  /** Of those with values the ones that the receiver wants. */
  private readonly measures: readonly Column[];
  private readonly faults: Diagnostic[] = [];
  private readonly footer = new Footer();
  /** Labels by the words in cells: they recur. */
  private readonly labels = new Map<string, string>();
  /** Whether footnotes may stand below: records have none. */
  private readonly mayEnd: boolean;
  private observations = 0;

  constructor(
    grid: Grid,
    { columns, variables, notes, decimal }: Columns,
    found: { readonly rows: readonly GridRow[]; readonly header: Header },
    receiver: Receiver,
  ) {
    const { start, end } = found.header;
    this.receiver = receiver;
    this.mayEnd = grid.headings === undefined;
    this.columns = columns;
    this.bodyStart = end;
    this.shared = columns.filter(({ role }) => role === "category" || role === "time");
    const titles = found.rows.slice(0, start).map(({ cells }) =>
      cells
        .map(textOf)
        .filter((text) => text !== "")
        .join(" "),
    );
    const preamble = [...grid.preamble, ...titles, ...notes];
    const table = tableCode(preamble);
    const [title] = titles;
    const mark = grid.options.decimal ?? decimal;
    const rowNumbers = found.rows.slice(start, end).map(({ number }) => number);
    const form: readonly FormFact[] = [
      ...grid.form,
      ...(grid.headings === undefined ? [{ fact: "header", found: rowsWords(rowNumbers[0], rowNumbers.at(-1)) } as const] : []),
      ...(mark === undefined ? [] : [{ fact: "decimal", found: mark } as const]),
    ];
    this.selection = receiver.open({
      format: grid.format,
      form,
      ...(table !== undefined && { table }),
      ...(title !== undefined && { title }),
      variables,
      preamble,
    });
    const timed = variables.length - this.shared.length === 2;
    this.valued = columns.filter(({ role }) => role === "measure");
    this.measures = this.valued.filter((column) => this.wants(column, timed));
  }

  take(rows: readonly GridRow[]): void {
    if (this.selection === undefined || this.faults.length >= mostFaults) return;
    for (const row of rows) {
      // Headings among the rows, or what stands below the table: that shows by what follows.
      if (!this.hasValues(row)) {
        if (this.mayEnd) this.footer.keep(row);
      } else {
        this.footer.clear();
        this.read(row);
      }
      if (this.faults.length >= mostFaults) return;
    }
  }

  finish(): Outcome<TableTail> {
    if (this.faults.length > 0) return { value: undefined, diagnostics: this.faults };
    return { value: { ...this.footer.tail(), observations: this.observations }, diagnostics: [] };
  }

  private wants({ code, time }: Column, timed: boolean): boolean {
    const { selection, shared } = this;
    if (selection === undefined) return false;
    if (timed && selection[shared.length]?.has(time ?? "") === false) return false;
    return selection[shared.length + (timed ? 1 : 0)]?.has(code) !== false;
  }

  private read(row: GridRow): void {
    if (!this.isSound(row)) return;
    const codes: string[] = [];
    const labels: string[] = [];
    for (const [index, column] of this.shared.entries()) {
      const cell = row.cells[column.at] ?? "";
      const label = column.role === "time" ? this.timeOf(cell, row, column) : this.labelOf(cell, row, column);
      if (label === undefined) return;
      const code = column.role === "category" && isBareTotal(label) ? "" : label;
      if (this.selection?.[index]?.has(code) === false) return;
      codes.push(code);
      labels.push(label);
    }
    for (const { at, code, label, time } of this.measures) {
      const value = this.valueOf(row.cells[at] ?? "", row, at);
      if (value === undefined) continue;
      const timed = time === undefined ? [] : [time];
      this.observations++;
      this.receiver.observe({
        codes: [...codes, ...timed, code],
        labels: [...labels, ...timed, label],
        value,
        unit: "",
        quality: "",
        span: row.place(at),
      });
    }
  }

  private valueOf(cell: Cell, row: GridRow, at: number): string | number | undefined {
    if (typeof cell === "string" || typeof cell === "number") return cell;
    if (cell.kind === "day") return cell.day;
    this.faults.push(error(row.place(at), gridBrokenCell(cell.text, cell.why)));
    return undefined;
  }

  private labelOf(cell: Cell, row: GridRow, { at }: Column): string | undefined {
    if (typeof cell === "string") {
      const known = this.labels.get(cell);
      if (known !== undefined) return known;
    }
    if (typeof cell === "object" && cell.kind === "broken") {
      this.faults.push(error(row.place(at), gridBrokenCell(cell.text, cell.why)));
      return undefined;
    }
    const label = withoutMarks(textOf(cell)).normalize() || "(leer)";
    if (typeof cell === "string" && this.labels.size < mostLabels) this.labels.set(detached(cell), label);
    return label;
  }

  private timeOf(cell: Cell, row: GridRow, { at, label }: Column): string | undefined {
    const text = textOf(cell);
    const time = dayOf(text) ?? (isYear(text) ? text : undefined);
    if (time === undefined) this.faults.push(error(row.place(at), gridNoTime(text, label)));
    return time;
  }

  private hasValues({ cells }: GridRow): boolean {
    const filled = this.valued.filter(({ at }) => (cells[at] ?? "") !== "");
    const [only] = filled;
    if (only === undefined || filled.length > 1) return filled.length > 1;
    // Words alone in their row are a footnote, though they stand where numbers do.
    return !/\p{L}{2}/u.test(textOf(cells[only.at] ?? "")) || cells.some((cell, at) => at !== only.at && cell !== "");
  }

  /** A row of another length, or with a cell under no heading, has slipped. */
  private isSound(row: GridRow): boolean {
    const { fault } = row;
    if (fault !== undefined) {
      this.faults.push(error(row.place(), fault));
      return false;
    }
    for (let at = 0; at < row.cells.length; at++) {
      const column = this.columns[at];
      if (row.cells[at] === "" || (column !== undefined && column.role !== "none")) continue;
      this.faults.push(error(row.place(at), gridCellBesides(at + 1, textOf(row.cells[at]))));
      return false;
    }
    return true;
  }
}

/** The code of the table, where the texts above it name exactly one: "12411-01-01-5", "A100001G". */
function tableCode(preamble: readonly string[]): string | undefined {
  const codes = preamble.flatMap((text) => text.match(/\b(?:\d{5}-\d{2}-\d{2}-\d(?:-[A-Z])?|\d{5}-\d{4}|[A-Z]\d{6}[A-Z])\b/gu) ?? []);
  return new Set(codes).size === 1 ? codes[0] : undefined;
}

function atFile(name: string): Span {
  return spanOf(toSource(name, ""), 0, 0);
}
