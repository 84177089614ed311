/**
 * The signs of Eurostat. `s`, `z` and `c` are the letters until January 2025, `i`, `m`, `C` and `N` those since; both
 * are about in its answers. "0" is a real zero there, and a number.
 */

import { meanings, setOf, type SymbolSet } from "./set.ts";

const imputed = "von Eurostat geschätzte Zahl";

export const eurostat: SymbolSet = setOf(
  [
    { symbol: ":", meaning: "nicht verfügbar" },
    { symbol: ":c", meaning: "nicht verfügbar, da vertraulich" },
    { symbol: ":u", meaning: "nicht veröffentlicht, da nicht zuverlässig genug" },
    { symbol: ":n", meaning: "nicht verfügbar, da nicht nennenswert" },
    { symbol: ":z", meaning: meanings.senseless },
    // Eurostat has printed it for both, and so it is no zero to reckon with.
    { symbol: "-", meaning: "entfällt oder genau null" },
    { symbol: "0n", meaning: meanings.lessThanHalf },
  ],
  [
    { flag: "b", meaning: "Bruch in der Zeitreihe", kind: "plain", breaks: true },
    { flag: "c", meaning: "vertraulich", kind: "plain" },
    { flag: "d", meaning: "abweichende Definition", kind: "definition" },
    { flag: "e", meaning: "geschätzte Zahl", kind: "estimated" },
    { flag: "f", meaning: "Prognose", kind: "forecast" },
    { flag: "i", meaning: imputed, kind: "estimated" },
    { flag: "n", meaning: "nicht nennenswerter Zahlenwert", kind: "limited" },
    { flag: "p", meaning: "vorläufige Zahl", kind: "preliminary" },
    { flag: "r", meaning: "berichtigte Zahl", kind: "corrected" },
    { flag: "s", meaning: imputed, kind: "estimated" },
    { flag: "u", meaning: "Zahlenwert wenig zuverlässig", kind: "limited" },
  ],
  { ":c": [":C", ":N"], ":z": [":m", "z", "m"], "-": ["–"], c: ["C"] },
);
