/** The signs of Destatis, the Regionaldatenbank and, for most of their tables, the Länder. Only what is exactly zero may be reckoned with. */

import type { Quality } from "../figure.ts";
import { bracketed, corrected, estimated, final, meanings, preliminary, setOf, type SymbolSet } from "./set.ts";

const broken: Quality = { flag: "|", meaning: "Bruch in der Zeitreihe", kind: "plain", breaks: true };

export const destatis: SymbolSet = setOf(
  [
    { symbol: "-", meaning: meanings.nothing, exactly: 0 },
    { symbol: "–", meaning: meanings.nothing, exactly: 0 },
    { symbol: "0", meaning: meanings.lessThanHalf },
    { symbol: ".", meaning: meanings.unknown },
    { symbol: "·", meaning: meanings.unknown },
    { symbol: "...", meaning: meanings.later },
    { symbol: "…", meaning: meanings.later },
    { symbol: "/", meaning: meanings.unreliable },
    { symbol: "x", meaning: meanings.senseless },
  ],
  [final, preliminary, corrected, estimated, bracketed, broken],
  { x: ["X"], "( )": ["()"] },
);
