/** The columns in front of a classic GENESIS table's values: what its rows are. */

import { codeOfLabel, isUnit, measureCode, type Role, timeCodes, timeKind } from "./axis.ts";

export interface RowAxis {
  readonly code: string;
  readonly label: string;
  readonly role: Role;
  /** Columns, from 0. */
  readonly labelColumn: number;
  /** `undefined` where the label is the code. */
  readonly codeColumn: number | undefined;
}

export interface RowMeaning {
  readonly axes: readonly RowAxis[];
  /** Column of the units. */
  readonly unitColumn: number | undefined;
}

/**
 * A code beside its label is one variable with it: a code has neither blanks nor small letters, its neighbour has, and the
 * same code always has the same label.
 *
 * @param rows the first rows
 * @param columns how many stand in front of the values
 * @param timeAbove whether the header tells the time
 * @param unitAbove whether the header, or what stands above it, tells the unit
 */
export function rowMeaning(rows: readonly (readonly string[])[], columns: number, timeAbove: boolean, unitAbove: boolean): RowMeaning {
  const texts = Array.from({ length: columns }, (_, column) => rows.map((row) => (row[column] ?? "").trim()));
  const axes: RowAxis[] = [];
  let unitColumn: number | undefined;
  let timed = timeAbove;
  for (let column = 0; column < columns; column++) {
    const own = texts[column] ?? [];
    const place = `Spalte ${column + 1}`;
    const time = timed ? undefined : timeKind(own);
    if (time !== undefined) {
      timed = true;
      axes.push({ code: timeCodes[time], label: timeCodes[time], role: "time", labelColumn: column, codeColumn: undefined });
    } else if (isPair(own, texts[column + 1])) {
      const name = own.every(isRegion) && own.some((code) => code.length !== 3) ? "Region" : place;
      axes.push({ code: name, label: name, role: "category", labelColumn: column + 1, codeColumn: column });
      column++;
    } else if (!unitAbove && unitColumn === undefined && column > 0 && own.every(isUnit)) {
      unitColumn = column;
    } else {
      axes.push({ code: place, label: place, role: "category", labelColumn: column, codeColumn: undefined });
    }
  }
  return { axes: axes.map((axis) => withRole(axis, unitColumn)), unitColumn };
}

/** The column in front of the units holds the measures. */
function withRole(axis: RowAxis, unitColumn: number | undefined): RowAxis {
  if (unitColumn === undefined || axis.role === "time" || axis.labelColumn !== unitColumn - 1) return axis;
  return { ...axis, role: "measure", code: measureCode, label: "Merkmal" };
}

function isPair(codes: readonly string[], labels: readonly string[] | undefined): boolean {
  if (labels === undefined || !codes.some((code) => code !== "")) return false;
  if (!codes.every((code) => /^[A-Z0-9_.-]*$/.test(code)) || !labels.some((label) => /\p{Ll}/u.test(label))) return false;
  if (timeKind(labels) !== undefined || labels.every(isUnit)) return false;
  const seen = new Map<string, string>();
  for (const [row, code] of codes.entries()) {
    const label = labels[row] ?? "";
    // What has no code is told by its label.
    if (code === "") continue;
    if ((seen.get(code) ?? label) !== label) return false;
    seen.set(code, label);
  }
  return true;
}

/** Germany, Länder, Regierungsbezirke, districts, municipalities; with association numbers, too. */
function isRegion(code: string): boolean {
  return code === "DG" || /^(?:0[1-9]|1[0-6])(?:\d|\d{3}|\d{6}|\d{7}|\d{10})?$/.test(code);
}

export function rowCode({ role, codeColumn }: RowAxis, label: string, cells: readonly string[]): string {
  const code = codeColumn === undefined ? "" : (cells[codeColumn] ?? "").trim();
  return code === "" ? codeOfLabel(label, role) : code;
}
