/** The signs of the Landesamt für Statistik Niedersachsen: the newest, and those it printed before. */

import { bracketed, corrected, estimated, final, meanings, preliminary, setOf, type SymbolSet } from "./set.ts";

export const lsn: SymbolSet = setOf(
  [
    // Not exactly zero: the office also sets small counts to 0 to protect them.
    { symbol: "0", meaning: "genau null oder zur Geheimhaltung auf null geändert" },
    { symbol: "k", meaning: "nahe null, auf null gerundet" },
    { symbol: "t", meaning: meanings.later },
    { symbol: "u", meaning: meanings.unreliable },
    { symbol: "g", meaning: "Zahlenwert unbekannt oder geheim" },
    { symbol: "x", meaning: meanings.senseless },
  ],
  [
    final,
    preliminary,
    corrected,
    estimated,
    { flag: "u", meaning: bracketed.meaning, kind: "limited" },
    { flag: "f", meaning: "Aussagewert eingeschränkt, da der Zahlenwert Fehler aufweist", kind: "limited" },
  ],
);

export const lsnClassic: SymbolSet = setOf(
  [
    { symbol: "-", meaning: "nichts vorhanden (genau null) oder keine Veränderung", exactly: 0 },
    { symbol: "0", meaning: meanings.lessThanHalf },
    { symbol: "·", meaning: meanings.unknown },
    { symbol: ".", meaning: meanings.unknown },
    { symbol: "...", meaning: meanings.later },
    { symbol: "/", meaning: meanings.unreliable },
    { symbol: "x", meaning: meanings.senseless },
  ],
  [final, preliminary, corrected, estimated, bracketed],
  {
    "-": ["–", "[n]"],
    "0": ["[0]"],
    ".": ["[g]"],
    "...": ["…"],
    "/": ["[u]"],
    x: ["X", "[x]"],
    p: ["[p]"],
    r: ["[r]"],
    s: ["[s]"],
    "( )": ["()"],
  },
);
