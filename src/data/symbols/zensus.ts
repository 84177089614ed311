/** The signs of the Zensus database. Small counts are changed at random (Cell-Key), so that none of them is exactly zero. */

import { bracketed, corrected, estimated, final, meanings, preliminary, setOf, type SymbolSet } from "./set.ts";

const nothing = "nichts vorhanden oder zur Geheimhaltung auf null geändert";

export const zensus: SymbolSet = setOf(
  [
    { symbol: "-", meaning: nothing },
    { symbol: "0", meaning: nothing },
    { symbol: ".", meaning: "Zahlenwert zur Geheimhaltung gesperrt oder unbekannt" },
    { symbol: "...", meaning: meanings.later },
    { symbol: "/", meaning: meanings.unreliable },
    { symbol: "x", meaning: meanings.senseless },
  ],
  [final, preliminary, corrected, estimated, bracketed],
  { "-": ["–"], ".": ["·"], "...": ["…"], x: ["X"], "( )": ["()"] },
);
