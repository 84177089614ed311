/** Which office's signs a table has. */

import { flagIn, symbolIn, symbolSetNames, symbolsFor, type SymbolSetName } from "../../data/symbols.ts";
import type { Inspection } from "./inspection.ts";
import { tableOf } from "./table-code.ts";

/** The set that its provider prints by, as far as the file tells; else the first that explains every symbol and flag. */
export function symbolSetOf(inspection: Inspection): SymbolSetName {
  const told = toldSet(inspection);
  const candidates: readonly SymbolSetName[] = [told, ...symbolSetNames.filter((name) => name !== told)];
  return candidates.find((name) => unexplained(inspection, name).length === 0) ?? told;
}

/** Symbols and flags of the file that a set does not know. */
export function unexplained({ measures }: Inspection, name: SymbolSetName): readonly string[] {
  const set = symbolsFor(name);
  const found = new Set<string>();
  for (const { symbols, flags } of measures.values()) {
    for (const symbol of symbols.keys()) if (symbol !== "0" && symbolIn(set, symbol) === undefined) found.add(symbol);
    for (const flag of flags.keys()) if (flagIn(set, flag) === undefined && symbolIn(set, flag) === undefined) found.add(flag);
  }
  return [...found];
}

function toldSet(inspection: Inspection): SymbolSetName {
  const { head, tail, name } = inspection;
  const words = [name, head.title ?? "", tail.copyright ?? "", ...head.preamble].join(" ");
  if (head.format === "json-stat") return "eurostat";
  if (/\blsn\b|Landesamt für Statistik Niedersachsen/iu.test(words)) return "lsn";
  const table = tableOf(inspection) ?? "";
  if (/^\d{4}[A-Z]$|^\d{4}[A-Z]-/u.test(table)) return "zensus";
  return /^\d{5}-\d{2}-\d{2}/u.test(table) ? "regionaldatenbank" : "destatis";
}
