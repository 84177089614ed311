/** One sheet: rows of cells, as they were last shown. */

import { xlsxDamaged } from "../../../source/messages/grid.ts";
import { type Source, type Span, spanOf } from "../../../source/source.ts";
import { XmlError } from "../../../targets/pptx/xml/error.ts";
import { type Cell, type GridRow, textOf } from "../grid/cell.ts";
import { fillMerged, type Range, rangeOf } from "./merge.ts";
import { dayOfSerial } from "./styles.ts";
import { type SheetEntry, unescaped, type Workbook, WorkbookError } from "./workbook.ts";
import { scanXml, type XmlEvents } from "./xml.ts";

export interface Sheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** How many rows and columns with cells in them are hidden. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** Columns beyond are not kept: the table is refused by its width. */
const widest = 1_001;

/** @throws WorkbookError */
export async function readSheet(workbook: Workbook, { name, path }: SheetEntry, file: string): Promise<Sheet> {
  const events = new SheetEvents(workbook, path);
  const bytes = await workbook.part(path);
  try {
    scanXml(bytes, events);
  } catch (reason) {
    if (reason instanceof XmlError) throw new WorkbookError(xlsxDamaged(path, reason.kind === "doctype" ? "doctype" : "xml"));
    throw reason;
  }
  fillMerged(events.rows, events.merges);
  const place = `${file}:${name}`;
  const filled = [...events.rows].filter(([, cells]) => cells.some((cell) => cell !== ""));
  const rows = filled.map(([number, cells], at) => new SheetRow(place, number, cells, at > 0 && number > (filled[at - 1]?.[0] ?? 0) + 1));
  const hiddenColumns = events.hiddenColumns.filter(([first, last]) =>
    rows.some(({ cells }) => cells.slice(first - 1, last).some((cell) => cell !== "")),
  );
  return {
    name,
    rows,
    hiddenRows: filled.filter(([number]) => events.hiddenRows.has(number)).length,
    hiddenColumns: hiddenColumns.reduce((sum, [first, last]) => sum + last - first + 1, 0),
  };
}

class SheetRow implements GridRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly afterGap: boolean;
  readonly fault: undefined;
  private readonly path: string;
  /** Made when a place is first asked for: mostly none is. */
  private line: Line | undefined;

  constructor(path: string, number: number, cells: readonly Cell[], afterGap: boolean) {
    this.path = path;
    this.number = number;
    this.cells = cells.map((cell) => (typeof cell === "string" ? cell.trim() : cell));
    this.afterGap = afterGap;
  }

  get indented(): boolean {
    return false;
  }

  /** A place in the row's cells as one line: "Barßel | 84.35 | 13812". */
  place(column?: number): Span {
    const { source, starts } = (this.line ??= lineOf(this.path, this.number, this.cells));
    if (column === undefined) return spanOf(source, 0, source.text.length);
    const start = starts[column] ?? source.text.length;
    return spanOf(source, start, Math.max(start, (starts[column + 1] ?? source.text.length + between.length) - between.length));
  }
}

const between = " | ";

interface Line {
  readonly source: Source;
  /** Where each cell begins. */
  readonly starts: readonly number[];
}

function lineOf(path: string, firstLine: number, cells: readonly Cell[]): Line {
  const starts: number[] = [];
  let text = "";
  for (const cell of cells) {
    if (starts.length > 0) text += between;
    starts.push(text.length);
    text += textOf(cell).replaceAll(/\s/gu, " ");
  }
  return { source: { path, text, firstLine }, starts };
}

class SheetEvents implements XmlEvents {
  readonly rows = new Map<number, Cell[]>();
  readonly merges: Range[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns: (readonly [first: number, last: number])[] = [];
  private readonly workbook: Workbook;
  private readonly path: string;
  private inData = false;
  private row: Cell[] = [];
  private rowNumber = 0;
  private column = 0;
  private cell: { type: string; style: number; value: string | undefined; inline: string; formula: string | undefined } | undefined;
  /** What the text that comes belongs to. */
  private into: "value" | "inline" | "formula" | undefined;
  private inReading = false;

  constructor(workbook: Workbook, path: string) {
    this.workbook = workbook;
    this.path = path;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.cell !== undefined) this.openInCell(name, this.cell);
    else if (name === "sheetData") this.inData = true;
    else if (this.inData && name === "row") this.openRow(attributes);
    else if (this.inData && name === "c") this.openCell(attributes);
    else if (name === "col" && isTrue(attributes["hidden"]))
      this.hiddenColumns.push([Number(attributes["min"]), Number(attributes["max"])]);
    else if (name === "mergeCell") {
      const range = rangeOf(attributes["ref"] ?? "");
      if (range !== undefined) this.merges.push(range);
    }
  }

  text(content: string): void {
    const { cell, into } = this;
    if (cell === undefined || into === undefined) return;
    if (into === "value") cell.value = (cell.value ?? "") + content;
    else if (into === "inline") cell.inline += content;
    else cell.formula = (cell.formula ?? "") + content;
  }

  close(name: string): void {
    if (name === "v" || name === "t" || name === "f") this.into = undefined;
    else if (name === "rPh") this.inReading = false;
    else if (name === "c") this.closeCell();
    else if (name === "sheetData") this.inData = false;
  }

  private openInCell(name: string, cell: { value: string | undefined; formula: string | undefined }): void {
    if (name === "v") {
      cell.value = "";
      this.into = "value";
    } else if (name === "f") {
      cell.formula = "";
      this.into = "formula";
    } else if (name === "rPh") this.inReading = true;
    else if (name === "t" && !this.inReading) this.into = "inline";
  }

  /** Rows and cells come in order; what stands twice could be either. */
  private openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const number = r === undefined ? this.rowNumber + 1 : Number(r);
    if (!Number.isInteger(number) || number <= this.rowNumber || number > 1_048_576) this.damaged();
    this.rowNumber = number;
    this.column = 0;
    this.row = [];
    this.rows.set(number, this.row);
    if (isTrue(hidden)) this.hiddenRows.add(number);
  }

  private openCell({ r, t = "n", s = "" }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? undefined : rangeOf(r);
    const column = r === undefined ? this.column + 1 : (place?.left ?? 0);
    if (column <= this.column || (place !== undefined && place.top !== this.rowNumber)) this.damaged();
    this.column = column;
    this.cell = { type: t, style: s === "" ? -1 : Number(s), value: undefined, inline: "", formula: undefined };
  }

  private closeCell(): void {
    const { cell, column, row } = this;
    if (cell === undefined) return;
    this.cell = undefined;
    const content = this.contentOf(cell);
    if (content === "") return;
    const at = Math.min(column, widest) - 1;
    while (row.length < at) row.push("");
    row[at] = content;
  }

  private contentOf({ type, style, value, inline, formula }: NonNullable<SheetEvents["cell"]>): Cell {
    if (type === "inlineStr") return unescaped(inline);
    if (value === undefined || (value === "" && type !== "str")) {
      // A formula that was never worked out is no empty cell.
      return formula === undefined ? "" : { kind: "broken", why: "formula", text: `=${formula}` };
    }
    switch (type) {
      case "s":
        return this.workbook.strings[indexOf(value)] ?? this.damaged();
      case "str":
        return unescaped(value);
      case "b":
        return value === "1" || value === "true" ? "WAHR" : "FALSCH";
      case "e":
        return { kind: "broken", why: "error", text: value };
      case "d":
        return /^\d{4}-\d{2}-\d{2}(?:T00:00(?::00(?:\.0+)?)?Z?)?$/u.test(value) ? { kind: "day", day: value.slice(0, 10) } : value;
      case "n":
        return this.numberOf(value, style);
      default:
        return this.damaged();
    }
  }

  private numberOf(text: string, style: number): Cell {
    const written = Number(text);
    if (text.trim() === "" || !Number.isFinite(written)) return this.damaged();
    const { dates, from1904 } = this.workbook;
    if (dates[style] === true) {
      const day = dayOfSerial(written, from1904);
      return day === undefined ? `${text} (Uhrzeit)` : { kind: "day", day };
    }
    // Excel keeps 15 digits and writes 17: 84.350000000000009 was 84.35.
    return Number(written.toPrecision(15)) + 0;
  }

  private damaged(): never {
    throw new WorkbookError(xlsxDamaged(this.path, "reference"));
  }
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

function indexOf(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : -1;
}
