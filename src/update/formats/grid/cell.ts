/** Cells and rows as tables of any grid format have them, before anybody knows what is a heading and what a value. */

import type { IsoDate } from "../../../data/figure.ts";
import type { Message } from "../../../source/diagnostic.ts";
import type { Span } from "../../../source/source.ts";
import { dayOf, isYear } from "../text/day.ts";

/** Text without blanks around, "" for an empty cell; what a format has typed comes typed. */
export type Cell = string | number | DayCell | BrokenCell;
export interface DayCell {
  readonly kind: "day";
  readonly day: IsoDate;
}
/** A cell without a value that one could take: refused where it is wanted. */
export interface BrokenCell {
  readonly kind: "broken";
  /** What stands there: "#REF!", the formula "=A1+B1". */
  readonly text: string;
  readonly why: "error" | "formula" | "nested";
}

/** One row of cells; rows without any are left out. */
export interface GridRow {
  /** As the file counts rows or lines, from 1. */
  readonly number: number;
  /** Whether an empty row stands before it. */
  readonly afterGap: boolean;
  /** Whether its first cell begins with blanks: then it may go on with what stands above. */
  readonly indented: boolean;
  /** The last ones may be missing. */
  readonly cells: readonly Cell[];
  /** Why its cells cannot be those of a table's body: told only if that is where it stands. */
  readonly fault: Message | undefined;
  /** The place of a cell, or of the whole row. */
  place(column?: number): Span;
}

/** What a cell looks like. A year is a number, too, and a single letter is a symbol only among numbers. */
export type CellKind = "empty" | "text" | "letter" | "code" | "day" | "year" | "number" | "symbol" | "broken";

export function kindOf(cell: Cell): CellKind {
  if (typeof cell === "number") return Number.isInteger(cell) && isYear(String(cell)) ? "year" : "number";
  if (typeof cell !== "string") return cell.kind;
  if (cell === "") return "empty";
  const first = cell.charCodeAt(0);
  // Most cells begin with a letter, and two letters are neither number nor symbol.
  if (first > 0x40 && cell.length > 2 && first !== 0xb7 && first < 0x2000) return "text";
  if (isYear(cell)) return "year";
  if (dayOf(cell) !== undefined) return "day";
  if (/^0\d+$/u.test(cell)) return "code";
  if (number.test(cell)) return "number";
  if (symbol.test(cell)) return "symbol";
  return /^[a-zX]$/u.test(cell) ? "letter" : "text";
}

/** Digits in any grouping, in brackets or with a flag behind: whether it is a number the mapping decides. */
const number = /^\(?\s*[-−–+]?\s*\d[\d.,'’\s]*%?\s*\)?\s*[a-z|]{0,2}$/u;
/** What offices print in place of a number. */
const symbol = /^(?:[-−–—.·•/:*]|\.\.\.|…)$/u;

/** A cell as text. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  return cell.kind === "day" ? cell.day : cell.text;
}

/** Number of cells in which anything stands. */
export function filledCells({ cells }: GridRow): number {
  let count = 0;
  for (const cell of cells) if (cell !== "") count++;
  return count;
}

/** Words on one line, without the mark of a footnote at their end: "Fläche km2 1)" and "Bevölkerung2)", but not "(EU-27)". */
export function withoutMarks(text: string): string {
  let words = text.replaceAll(/\s+/gu, " ").trim();
  // A bracket that closes one opened before belongs to the words.
  while (words.endsWith(")") && words.split("(").length < words.split(")").length) {
    const shorter = words.replace(/\s*[\d¹²³⁴-⁹*]{1,2}\)$/u, "");
    if (shorter === words || shorter === "") break;
    words = shorter;
  }
  return words;
}
