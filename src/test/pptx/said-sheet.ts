/** What a chart's workbook says, row by row. */

import type { Cell, Sheet } from "./open.ts";
import { mentions } from "./said-drawing.ts";

type Rows = Sheet["rows"];

/** Rows of the same sheet of several workbooks, their head once; what is the same in all of them once. */
export function joined(sheets: readonly Sheet[]): Rows {
  const [first = [], ...others] = sheets.map((sheet) => withoutSection(withoutRemarks(sheet), workedOut));
  const same = others.every((rows) => JSON.stringify(rows) === JSON.stringify(first));
  return same ? first : [...first, ...others.flatMap((rows) => rows.slice(1))];
}

/** Remarks about the chart itself, which are the same in every deck, stand last. */
const remarks = "Hinweise zum Diagramm";

function withoutRemarks({ rows }: Sheet): Rows {
  const end = rows.findIndex(([first]) => first === remarks);
  return end < 0 ? rows : rows.slice(0, end - 1);
}

/** Heading of the calculations of the sheet "Quelle", which `worked-out.ts` holds to the deck. */
export const workedOut = "Berechnete Werte";

/** Without a part of the sheet, and the empty row above it. */
function withoutSection(rows: Rows, heading: string): Rows {
  const from = rows.findIndex(([first]) => first === heading);
  return from < 0 ? rows : [...rows.slice(0, from - 1), ...rows.slice(from + sectionAt(rows, from).length)];
}

/** Rows to the next empty one. */
function sectionAt(rows: Rows, from: number): Rows {
  const end = rows.findIndex((cells, i) => i > from && cells.every((cell) => cell === null));
  return rows.slice(from, end < 0 ? undefined : end);
}

/** The rows below a heading; none without it. */
export function sectionOf(rows: Rows, heading: string): Rows {
  const from = rows.findIndex(([first]) => first === heading);
  return from < 0 ? [] : sectionAt(rows, from).slice(1);
}

export function sheetLines(rows: Rows, name: string): readonly string[] {
  return [`sheet: ${name}`, ...withoutNotes(whole(rows))];
}

/** A column "Hinweis" says why a row has no values. */
function withoutNotes(rows: Rows): readonly string[] {
  const note = rows[0]?.indexOf("Hinweis") ?? -1;
  return rows.flatMap((cells, i) => {
    const own = note < 0 ? cells : cells.filter((_, column) => column !== note);
    const reason = note < 0 || i === 0 ? null : (cells[note] ?? null);
    return reason === null ? [`cells: ${own.map(cellText).join(" | ")}`.trimEnd()] : mentions(cellText(reason));
  });
}

/**
 * What stands in two columns because only so it can be drawn, in one: the days after a break ("Nord ab 31.12.2022"), and
 * those that are not drawn ("Nord (nicht gezeichnet)").
 */
function whole(rows: Rows): Rows {
  const [head = []] = rows;
  const heads = head.map(cellText);
  const origin = heads.map((name) =>
    heads.findIndex((other) => name === `${other} ab ${firstDay(rows, heads.indexOf(name))}` || name === `${other} (nicht gezeichnet)`),
  );
  return rows.map((cells, i) =>
    cells.flatMap((cell, column): readonly Cell[] => {
      if ((origin[column] ?? -1) >= 0) return [];
      const more = origin.flatMap((from, other) => (from === column && i > 0 ? [cells[other] ?? null] : []));
      return [cell ?? more.find((value) => value !== null) ?? null];
    }),
  );
}

/** The day of the first row that has a value in a column. */
function firstDay(rows: Rows, column: number): string {
  const day = rows.slice(1).find((cells) => cells[column] !== null)?.[0];
  return day instanceof Date ? german(day) : "";
}

export function german(day: Date): string {
  return day.toISOString().slice(0, 10).split("-").toReversed().join(".");
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
