/** Merged cells: what stands in the first of them stands for all, where it is a word, a day, or a year over columns. */

import { type Cell, kindOf } from "../grid/cell.ts";

/** Rows and columns from 1, all included. */
export interface Range {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** "B3" or "B3:D4"; `undefined` for anything else, and for what lies outside of a sheet. */
export function rangeOf(ref: string): Range | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u.exec(ref);
  if (match === null) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const range = { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
  const isInside = range.left <= range.right && range.top >= 1 && range.top <= range.bottom && range.right <= 16_384;
  return isInside && range.bottom <= 1_048_576 ? range : undefined;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** More than this is no heading and no group of rows. */
const mostCells = 10_000;
const mostRanges = 20_000;

/**
 * Puts the content of merged cells into each of them. A number stays where it is: nobody can say that each of the cells
 * has it. Only a year may stand over several columns, or before several rows.
 */
export function fillMerged(rows: ReadonlyMap<number, Cell[]>, ranges: readonly Range[]): void {
  for (const { left, top, right, bottom } of ranges.slice(0, mostRanges)) {
    const content = rows.get(top)?.[left - 1] ?? "";
    if (content === "" || (right - left + 1) * (bottom - top + 1) > mostCells) continue;
    const kind = kindOf(typeof content === "string" ? content.trim() : content);
    const isYear = kind === "year" && (top === bottom || left === 1);
    if (kind !== "text" && kind !== "day" && kind !== "symbol" && kind !== "code" && !isYear) continue;
    for (let number = top; number <= bottom; number++) {
      const row = rows.get(number);
      if (row === undefined) continue;
      for (let at = left - 1; at < right; at++) {
        while (row.length < at) row.push("");
        row[at] = content;
      }
    }
  }
}
