/** Which sign parts the columns of a CSV, found by looking: the one that parts most lines into equally many. */

import { splitFields } from "../text/fields.ts";

/** A decimal comma parts German numbers in every row, so that the comma comes last. */
const candidates = [";", "\t", "|", ","] as const;

export const separatorNames: Readonly<Record<string, string>> = { ";": "Semikolon", "\t": "Tabulator", "|": "|", ",": "Komma" };

/** @param lines as many as are at hand; those over a quoted line break count for none */
export function findSeparator(lines: readonly string[]): string | undefined {
  const filled = lines.filter((line) => line.trim() !== "");
  let best: string | undefined;
  let bestShare = 0;
  for (const separator of candidates) {
    const share = shareOf(filled, separator);
    // By a hair is no better: titles and footnotes may hold any sign.
    if (share > bestShare * 1.1) {
      best = separator;
      bestShare = share;
    }
  }
  return best;
}

/** The share of lines that have the most frequent number of columns, if that is more than one. */
function shareOf(lines: readonly string[], separator: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const fields = splitFields(line, separator)?.length ?? 0;
    if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  }
  return lines.length === 0 ? 0 : Math.max(0, ...counts.values()) / lines.length;
}

/** The number of columns that most lines have. */
export function usualFields(lines: readonly string[], separator: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const fields = splitFields(line, separator)?.length ?? 0;
    if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 1;
}
