/** Which sign parts the columns of a CSV, found by looking: the one that parts most lines into equally many. */

import { splitFields } from "../text/fields.ts";

/** A decimal comma parts German numbers in every row, so that the comma comes last. */
const candidates = [";", "\t", "|", ","] as const;

/** @param lines as many as are at hand */
export function findSeparator(lines: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestShare = 0;
  for (const separator of candidates) {
    const share = shareOf(lines, separator);
    // By a hair is no better: titles and footnotes may hold any sign.
    if (share > bestShare * 1.1) {
      best = separator;
      bestShare = share;
    }
  }
  return best;
}

/** The share of rows that have the most frequent number of columns, if that is more than one. */
function shareOf(lines: readonly string[], separator: string): number {
  const { counts, rows } = countsOf(lines, separator);
  return rows === 0 ? 0 : Math.max(0, ...counts.values()) / rows;
}

/** The number of columns that most rows have. */
export function usualFields(lines: readonly string[], separator: string): number {
  const { counts } = countsOf(lines, separator);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 1;
}

/** How many rows have how many columns, of those with several. */
function countsOf(lines: readonly string[], separator: string): { readonly counts: ReadonlyMap<number, number>; readonly rows: number } {
  const counts = new Map<number, number>();
  let rows = 0;
  let open = "";
  for (const line of lines) {
    const text = open === "" ? line : `${open}\n${line}`;
    const fields = splitFields(text, separator);
    // A quoted cell goes on in the next line; one that does so for long is none.
    open = fields === undefined && isOpen(text) && text.length < 20_000 ? text : "";
    if (open !== "" || text.trim() === "") continue;
    rows++;
    if (fields !== undefined && fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  return { counts, rows };
}

/** Whether a quotation mark is still open at the end of a text: their number is odd. */
export function isOpen(text: string): boolean {
  let open = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) open = !open;
  return open;
}
