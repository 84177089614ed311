/** A workbook as plain values: sheets of rows of cells, addressed as spreadsheets do it. */

import { legal } from "../xml/write.ts";

export interface Workbook {
  /** At least one; names are made legal and different by the writer. */
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** `undefined` cells stay empty: a missing value has no cell. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** Rows and columns from A1 on that are a table: the first row heads it, with different texts in all of its cells. */
  readonly table?: { readonly rows: number; readonly columns: number };
}

/** A text stays one even if it begins with "=" or "@": nothing in it is ever reckoned. */
export interface Cell {
  readonly value: string | number;
  /** Invariant code of a number format; without one numbers are shown with all their digits. */
  readonly code?: string;
  /** Without "=", in English names; `value` is what it yields. */
  readonly formula?: string;
  readonly bold?: true;
  /** Long text is broken within its cell. */
  readonly wrap?: true;
}

/** 0 is "A", 26 "AA". */
export function columnName(index: number): string {
  const [whole, rest] = [Math.floor(index / 26), index % 26];
  return `${whole === 0 ? "" : columnName(whole - 1)}${String.fromCharCode(65 + rest)}`;
}

/** "B2", both from 0. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "Daten!$B$2:$B$9", or one cell; the sheet's name is quoted where it must be. Indexes from 0. */
export function reference(sheet: string, column: number, from: number, to: number = from): string {
  const name = /^\p{L}[\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  const letter = columnName(column);
  return `${name}!$${letter}$${from + 1}${to === from ? "" : `:$${letter}$${to + 1}`}`;
}

const longestSheetName = 31;

/** Names that a workbook takes: without `[]:*?/\`, at most 31 characters, different in any case of letters. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const cleaned = wanted.map((name) => {
    const allowed = legal(name)
      .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ")
      .replaceAll(/\s+/gu, " ")
      .trim();
    return clip(allowed.replaceAll(/^'+|'+$/gu, ""), longestSheetName).trim() || "Tabelle";
  });
  return different(cleaned, longestSheetName);
}

const longestHeader = 255;

/** Headers that a table takes: none empty, none twice; line breaks and further blanks are one blank. */
export function headerNames(wanted: readonly string[]): readonly string[] {
  const cleaned = wanted.map(
    (name) =>
      clip(
        legal(name)
          .replaceAll(/[\s\p{Cc}]+/gu, " ")
          .trim(),
        longestHeader,
      ) || "Wert",
  );
  return different(cleaned, longestHeader);
}

/** The later of two equal names has " (2)" after it. */
function different(names: readonly string[], longest: number): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const mark = ` (${count})`;
      candidate = `${clip(name, longest - mark.length)}${mark}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** The first UTF-16 units, never half of a character. */
function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const high = text.charCodeAt(longest - 1);
  return text.slice(0, high >= 0xd800 && high < 0xdc00 ? longest - 1 : longest);
}
