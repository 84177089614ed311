/** The header rows of a classic GENESIS table: which of them name variables, categories, measures and units. */

import { codeOfLabel, isUniform, isUnit, measureCode, type Role, timeCodes, timeKind } from "./axis.ts";

/** One header row's share in what the value columns are. */
export interface HeaderAxis {
  readonly code: string;
  readonly label: string;
  readonly role: Role;
  /** For each value column. */
  readonly codes: readonly string[];
  readonly labels: readonly string[];
}

export interface HeaderMeaning {
  readonly axes: readonly HeaderAxis[];
  /** For each value column; `undefined` where the header does not say it. */
  readonly units: readonly string[] | undefined;
}

/**
 * A row that says the same for all columns names the row below it, if that one tells columns apart or is one of time or a
 * total. Where no measure stands above the table, the last row holds the units; the measure then is the row on which
 * they depend, or, where all have one unit, the row above it or else the first one that says the same everywhere.
 *
 * @param rows the header rows' texts over the value columns
 * @param unitAbove whether the unit stands above the table
 */
export function headerMeaning(rows: readonly (readonly string[])[], unitAbove: boolean): HeaderMeaning {
  const last = rows.length - 1;
  const unitRow = !unitAbove && last > 0 && (rows[last] ?? []).every(isUnit) ? last : -1;
  const units = unitRow < 0 ? undefined : rows[unitRow];
  const times = rows.map(timeKind);
  const measureRow = units === undefined ? -1 : measureRowOf(rows.slice(0, unitRow), units, times);
  const used = (row: number): boolean => row === unitRow || row === measureRow;
  const names = rows.map((cells, row): string | undefined => {
    const below = rows[row + 1];
    if (below === undefined || used(row) || used(row + 1) || times[row] !== undefined || !isUniform(cells)) return undefined;
    if (codeOfLabel(cells[0] ?? "", "category") === "") return undefined;
    const isNamed = times[row + 1] !== undefined || !isUniform(below) || codeOfLabel(below[0] ?? "", "category") === "";
    return isNamed ? cells[0] : undefined;
  });
  let timed = false;
  const axes = rows.flatMap((labels, row): readonly HeaderAxis[] => {
    if (row === unitRow || names[row] !== undefined) return [];
    const time = timed ? undefined : times[row];
    if (time !== undefined) timed = true;
    const role: Role = row === measureRow ? "measure" : time === undefined ? "category" : "time";
    const place = `Kopfzeile ${row + 1}`;
    const name = names[row - 1];
    const code = role === "measure" ? measureCode : (name ?? (time === undefined ? place : timeCodes[time]));
    const label = role === "measure" ? "Merkmal" : code;
    return [{ code, label, role, labels, codes: labels.map((text) => codeOfLabel(text, role)) }];
  });
  // Columns that only their units tell apart are told apart by them.
  const told = new Set(columnsOf(axes.map(({ codes }) => codes)));
  if (units !== undefined && told.size < units.length) {
    return { axes: [...axes, { code: "Einheit", label: "Einheit", role: "category", labels: units, codes: units }], units };
  }
  return { axes, units };
}

function measureRowOf(rows: readonly (readonly string[])[], units: readonly string[], times: readonly unknown[]): number {
  const candidates = [...rows.keys()].filter(
    (row) => times[row] === undefined && !(rows[row] ?? []).some((text) => codeOfLabel(text, "category") === ""),
  );
  const nearestFirst = candidates.toReversed();
  const determining = isUniform(units) ? undefined : nearestFirst.find((row) => determines(rows[row] ?? [], units));
  if (determining !== undefined) return determining;
  const uniform = candidates.filter((row) => isUniform(rows[row] ?? []));
  return uniform.find((row) => row === rows.length - 1) ?? uniform[0] ?? -1;
}

/** Whether the same text always goes with the same unit. */
function determines(texts: readonly string[], units: readonly string[]): boolean {
  const seen = new Map<string, string | undefined>();
  for (const [column, text] of texts.entries()) {
    if (seen.has(text) && seen.get(text) !== units[column]) return false;
    seen.set(text, units[column]);
  }
  return true;
}

/** For each column what all rows say of it, as one text. */
export function columnsOf(rows: readonly (readonly string[])[]): readonly string[] {
  return (rows[0] ?? []).map((_, column) => JSON.stringify(rows.map((row) => row[column] ?? "")));
}
