/** The form of a symbol set, and what sets have in common. */

import type { Missing, Quality } from "../figure.ts";

/** What an office prints in place of a number, and beside one. Keys are every way of writing that is read. */
export interface SymbolSet {
  /** Two spellings of one symbol may be the same object; the object's `symbol` is itself a key. */
  readonly symbols: ReadonlyMap<string, Missing>;
  /** Single flags; combinations are made by `flagIn`. The object's `flag` is itself a key. */
  readonly flags: ReadonlyMap<string, Quality>;
}

/** Further spellings of a symbol or flag, by the spelling that is kept and shown. */
type Spellings = Readonly<Record<string, readonly string[]>>;

export function setOf(symbols: readonly Missing[], flags: readonly Quality[], spellings: Spellings = {}): SymbolSet {
  const spelt = <T>(name: (item: T) => string, items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.flatMap((item) => [name(item), ...(spellings[name(item)] ?? [])].map((text) => [text, item])));
  return { symbols: spelt(({ symbol }) => symbol, symbols), flags: spelt(({ flag }) => flag, flags) };
}

/** German wording of the legend, where several offices mean the same. */
export const meanings: Readonly<Record<"nothing" | "lessThanHalf" | "unknown" | "later" | "unreliable" | "senseless", string>> = {
  nothing: "nichts vorhanden (genau null)",
  lessThanHalf: "mehr als nichts, aber weniger als die Hälfte der kleinsten gezeigten Einheit",
  unknown: "Zahlenwert unbekannt, geheim zu halten oder nicht zu errechnen",
  later: "Angabe fällt später an",
  unreliable: "keine Angabe, da der Zahlenwert nicht sicher genug ist",
  senseless: "Angabe nicht sinnvoll oder nicht möglich",
};

/** The flags that all German offices print. */
export const final: Quality = { flag: "e", meaning: "endgültige Zahl", kind: "plain" };
export const preliminary: Quality = { flag: "p", meaning: "vorläufige Zahl", kind: "preliminary" };
export const corrected: Quality = { flag: "r", meaning: "berichtigte Zahl", kind: "corrected" };
export const estimated: Quality = { flag: "s", meaning: "geschätzte Zahl", kind: "estimated" };
export const bracketed: Quality = { flag: "( )", meaning: "Aussagewert eingeschränkt, da der Zahlenwert unsicher ist", kind: "limited" };
