/** What offices print in place of a number. A symbol means different things at different offices, so sets belong to a source. */

import type { Missing } from "./figure.ts";

export const symbolSetNames = ["destatis", "lsn"] as const;
export type SymbolSetName = (typeof symbolSetNames)[number];

type SymbolSet = ReadonlyMap<string, Missing>;

/** German wording of the legend. Only what is exactly zero may be reckoned with. */
const nothing = "nichts vorhanden (genau null)";
const lessThanHalf = "mehr als nichts, aber weniger als die Hälfte der kleinsten gezeigten Einheit";
const unknown = "Zahlenwert unbekannt, geheim zu halten oder nicht zu errechnen";
const later = "Angabe fällt später an";
const unreliable = "keine Angabe, da der Zahlenwert nicht sicher genug ist";
const senseless = "Angabe nicht sinnvoll oder nicht möglich";

function setOf(...symbols: readonly Missing[]): SymbolSet {
  return new Map(symbols.map((missing) => [missing.symbol, missing]));
}

export const symbolSets: Readonly<Record<SymbolSetName, SymbolSet>> = {
  /** The signs of Destatis and, for most of its tables, of the Länder. */
  destatis: setOf(
    { symbol: "-", meaning: nothing, exactly: 0 },
    { symbol: "–", meaning: nothing, exactly: 0 },
    { symbol: "0", meaning: lessThanHalf },
    { symbol: ".", meaning: unknown },
    { symbol: "·", meaning: unknown },
    { symbol: "...", meaning: later },
    { symbol: "…", meaning: later },
    { symbol: "/", meaning: unreliable },
    { symbol: "x", meaning: senseless },
  ),
  /** The newest signs of the Landesamt für Statistik Niedersachsen. */
  lsn: setOf(
    // Not exactly zero: the office also sets small counts to 0 to protect them.
    { symbol: "0", meaning: "genau null oder zur Geheimhaltung auf null geändert" },
    { symbol: "k", meaning: "nahe null, auf null gerundet" },
    { symbol: "t", meaning: later },
    { symbol: "u", meaning: unreliable },
    { symbol: "g", meaning: "Zahlenwert unbekannt oder geheim" },
    { symbol: "x", meaning: senseless },
  ),
};
