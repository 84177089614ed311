/** What a classic GENESIS table's columns are, found by looking at its header and first rows. */

import type { Diagnostic, Message } from "../../../source/diagnostic.ts";
import { error } from "../../../source/diagnostic.ts";
import { classicSameColumns, classicUnnamedColumn } from "../../../source/messages/genesis-tables.ts";
import { spanOf } from "../../../source/source.ts";
import type { TableHead, Variable } from "../../table.ts";
import { fieldSpans } from "../text/fields.ts";
import { measureAbove, measureCode, type Role, isUnit } from "./axis.ts";
import { type RowAxis, rowMeaning } from "./columns.ts";
import type { Row, Top } from "./frame.ts";
import { columnsOf, headerMeaning } from "./header.ts";

/** A column of values. */
export interface ValueColumn {
  readonly column: number;
  /** Column of the quality flags beside it. */
  readonly quality: number | undefined;
  /** What the header says of it, by the variables of {@link ClassicTable.headerRoles}. */
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly unit: string;
}

export interface ClassicTable {
  /** Its variables are those of the rows, those of the header, and the measure if none of them is it. */
  readonly head: Pick<TableHead, "variables" | "title" | "table" | "preamble">;
  readonly rowAxes: readonly RowAxis[];
  readonly unitColumn: number | undefined;
  readonly values: readonly ValueColumn[];
  readonly width: number;
}

/** @param path of the file, for faults */
export function understand(path: string, top: Top, sample: readonly Row[]): ClassicTable | Diagnostic {
  const { header, lead, preamble, table } = top;
  const width = Math.max(...header.map(({ cells }) => cells.length));
  const columns = columnsOfValues(path, top, width, sample);
  if (!Array.isArray(columns)) return columns;
  const rows = header.map(({ cells }) => columns.map(({ column }) => cells[column] ?? ""));
  const above = measureAbove(preamble);
  const unitAbove = above !== undefined && (isUnit(above.unit) || !(rows.at(-1) ?? []).every(isUnit));
  const { axes: headerAxes, units } = headerMeaning(rows, unitAbove);
  const cells = sample.map((row) => row.cells);
  const { axes: rowAxes, unitColumn } = rowMeaning(cells, lead, hasRole(headerAxes, "time"), unitAbove || units !== undefined);
  const measured = hasRole(rowAxes, "measure") || hasRole(headerAxes, "measure");
  const measure = measured ? undefined : ((unitAbove ? above?.label : undefined) ?? preamble.at(-1) ?? "Wert");
  const values = columns.map(
    ({ column, quality }, index): ValueColumn => ({
      column,
      quality,
      codes: [...headerAxes.map(({ codes }) => codes[index] ?? ""), ...(measure === undefined ? [] : [measure])],
      labels: [...headerAxes.map(({ labels }) => labels[index] ?? ""), ...(measure === undefined ? [] : [measure])],
      unit: units?.[index] ?? (unitAbove ? (above?.unit ?? "") : ""),
    }),
  );
  const variables = named([
    ...rowAxes,
    ...headerAxes,
    ...(measure === undefined ? [] : [{ code: measureCode, label: "Merkmal", role: "measure" as const }]),
  ]);
  const title = titleOf(preamble);
  return {
    head: { variables, preamble, ...(title !== "" && { title }), ...(table !== undefined && { table }) },
    rowAxes,
    unitColumn,
    values,
    width,
  };
}

function hasRole(axes: readonly { readonly role: Role }[], role: Role): boolean {
  return axes.some((axis) => axis.role === role);
}

/** Codes must differ; what would be called alike is called by its place as well. */
function named(axes: readonly Variable[]): readonly Variable[] {
  const seen = new Set<string>();
  return axes.map(({ code, label, role }) => {
    let free = code;
    for (let number = 2; seen.has(free); number++) free = `${code} (${number})`;
    seen.add(free);
    return { code: free, label, role };
  });
}

/** A title goes on in the next line after a comma. */
function titleOf(preamble: readonly string[]): string {
  const end = preamble.findIndex((line) => !/[,;]$/.test(line));
  return preamble.slice(0, end + 1).join(" ");
}

/** Which columns hold values, and which the flags beside them: those under the same headings, or under none. */
function columnsOfValues(
  path: string,
  { header, lead, separator }: Top,
  width: number,
  sample: readonly Row[],
): PlacedColumn[] | Diagnostic {
  const headings = columnsOf(header.map(({ cells }) => Array.from({ length: width }, (_, column) => cells[column] ?? "")));
  const blank = JSON.stringify(header.map(() => ""));
  const fault = (column: number, message: Message, row: Row | undefined): Diagnostic => {
    const { text, number } = (row ?? header[0])?.line ?? { text: "", number: 1 };
    const [start, end] = fieldSpans(text, separator)[column] ?? [text.length, text.length];
    return error(spanOf({ path, text, firstLine: number }, start, end), message);
  };
  const found: PlacedColumn[] = [];
  for (let column = lead; column < width; column++) {
    const heading = headings[column] ?? blank;
    const before = found.at(-1);
    const beside = before !== undefined && before.quality === undefined && before.column === column - 1 ? before : undefined;
    const like = found.find((other) => headings[other.column] === heading);
    if (beside !== undefined && (heading === blank || like === beside) && sample.every(({ cells }) => isFlag(cells[column] ?? ""))) {
      beside.quality = column;
      continue;
    }
    const unnamed = header.find(({ cells }) => (cells[column] ?? "") === "");
    if (unnamed !== undefined) return fault(column, classicUnnamedColumn(column + 1), unnamed);
    if (like !== undefined) return fault(column, classicSameColumns(column + 1, like.column + 1), header.at(-1));
    found.push({ column, quality: undefined });
  }
  return found;
}

interface PlacedColumn {
  readonly column: number;
  quality: number | undefined;
}

/** Letters, brackets, blanks: "e", "p", "( )", "( ) p", or nothing. */
export function isFlag(text: string): boolean {
  return /^[a-z() ]{0,6}$/i.test(text);
}
