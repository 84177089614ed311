/** Where a table begins: titles above, the rows of the heading, the first row of values. Found by looking. */

import { type Cell, type CellKind, filledCells, type GridRow, kindOf, textOf, withoutMarks } from "./cell.ts";

export interface Header {
  /** Indices of the heading's rows; `end` is the first row of the body. */
  readonly start: number;
  readonly end: number;
  /** Whether its last row only counts the columns. */
  readonly numbered: boolean;
}

/** Why there is no heading. */
export type HeaderFault = "no-values" | "no-header" | "outside";

const mostHeaderRows = 10;

/**
 * @param rows the first of the table
 * @param wanted first and last row as the file counts them, where somebody has said so
 */
export function findHeader(rows: readonly GridRow[], wanted: readonly [number, number] | undefined): Header | HeaderFault {
  if (wanted !== undefined) {
    const start = rows.findIndex(({ number }) => number >= wanted[0]);
    const after = rows.findIndex(({ number }) => number > wanted[1]);
    const end = after < 0 ? rows.length : after;
    return start < 0 || start >= end ? "outside" : { start, end, numbered: false };
  }
  let end = rows.findIndex((row, at) => isBody(row, rows, at));
  if (end < 0) return "no-values";
  // A group may begin before the first values: its name stands between them and the heading.
  while (end > 0 && isTitle(rows[end - 1], [])) end--;
  let start = end;
  while (start > 0 && end - start < mostHeaderRows) {
    // Above the heading's lowest row, an empty row or a lone title ends it.
    if (start < end && rows[start]?.afterGap === true) break;
    if (isTitle(rows[start - 1], rows.slice(start, end))) break;
    start--;
  }
  const numbered = isNumbering(rows[end - 1]);
  return start === end || (numbered && end - start === 1) ? "no-header" : { start, end, numbered };
}

/** Whether values stand in a row. Years and days alone may be headings, and so may the numbers of the columns. */
function isBody(row: GridRow, rows: readonly GridRow[], at: number): boolean {
  if (filledCells(row) < 2 || isNumbering(row)) return false;
  const kinds = row.cells.map(kindOf);
  const valued = kinds.flatMap((kind, column) => (isValue(kind) ? [column] : []));
  if (valued.length === 0) return false;
  if (valued.some((column) => kinds[column] !== "year" && kinds[column] !== "day")) return true;
  const below = rows.slice(at + 1, at + 9).filter((next) => filledCells(next) > 1);
  const isHeading = valued.every((column) => below.some(({ cells }) => ["number", "symbol"].includes(kindOf(cells[column] ?? ""))));
  return !isHeading;
}

function isValue(kind: CellKind): boolean {
  return kind === "number" || kind === "year" || kind === "day" || kind === "code" || kind === "symbol" || kind === "broken";
}

/** "1 2 3 4 …" under a heading. */
function isNumbering(row: GridRow | undefined): boolean {
  const numbers = (row?.cells ?? []).filter((cell) => cell !== "");
  return numbers.length >= 3 && numbers.every((cell, at) => textOf(cell) === String(at + 1));
}

/** A single text in the first column, that is no part of a heading: over a column that has a heading of its own, or long. */
function isTitle(row: GridRow | undefined, below: readonly GridRow[]): boolean {
  if (row === undefined || filledCells(row) !== 1) return false;
  const words = textOf(row.cells[0]);
  if (words === "") return false;
  return words.length > 60 || below.length === 0 || below.some(({ cells }) => textOf(cells[0]) !== "");
}

/** What the rows of a heading say of one column, from the top down, without repetition. */
export function headingParts(rows: readonly GridRow[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const spread = rows.map((row, at) => (at < rows.length - 1 ? spreadRight(rows, at, width) : row.cells));
  return Array.from({ length: width }, (_, column) => {
    const parts = spread.map((cells) => withoutMarks(textOf(cells[column])).normalize());
    return parts.filter((part, at) => part !== "" && part !== parts.slice(0, at).findLast((before) => before !== ""));
  });
}

/** A text over several columns stands in the first of them: it reaches to the next text in its row or in one above. */
function spreadRight(rows: readonly GridRow[], at: number, width: number): readonly Cell[] {
  const own = rows[at]?.cells ?? [];
  const above = rows.slice(0, at);
  const below = rows.slice(at + 1);
  const cells: Cell[] = [];
  let reaching: Cell = "";
  for (let column = 0; column < width; column++) {
    const cell = own[column] ?? "";
    if (cell !== "") reaching = cell;
    else if (above.some((row) => (row.cells[column] ?? "") !== "")) reaching = "";
    cells.push(cell === "" && below.some((row) => (row.cells[column] ?? "") !== "") ? reaching : cell);
  }
  return cells;
}
