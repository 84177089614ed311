/**
 * What offices print in place of a number, and beside one. A sign means different things at different offices and at
 * different times, so that a set belongs to a source; `symbols:` of a `dataset.yaml` names it.
 */

import type { Missing, Quality } from "./figure.ts";
import { destatis } from "./symbols/destatis.ts";
import { eurostat } from "./symbols/eurostat.ts";
import { lsn, lsnClassic } from "./symbols/lsn.ts";
import type { SymbolSet } from "./symbols/set.ts";
import { zensus } from "./symbols/zensus.ts";

export type { SymbolSet } from "./symbols/set.ts";

export const symbolSetNames = ["destatis", "regionaldatenbank", "lsn", "lsn-classic", "zensus", "eurostat"] as const;
export type SymbolSetName = (typeof symbolSetNames)[number];

const symbolSets: Readonly<Record<SymbolSetName, SymbolSet>> = {
  destatis,
  regionaldatenbank: destatis,
  lsn,
  "lsn-classic": lsnClassic,
  zensus,
  eurostat,
};

export function symbolsFor(name: SymbolSetName): SymbolSet {
  return symbolSets[name];
}

/** The symbols of a set as they are kept and shown, each once. */
export function shownSymbols({ symbols }: SymbolSet): readonly string[] {
  return [...symbols].filter(([spelling, { symbol }]) => spelling === symbol).map(([spelling]) => spelling);
}

/** The flags of a set as they are kept, each once. */
export function shownFlags({ flags }: SymbolSet): readonly string[] {
  return [...flags].filter(([spelling, { flag }]) => spelling === flag).map(([spelling]) => spelling);
}

/**
 * The symbol that a text in place of a number is, in any of its spellings. Zero with decimals ("0,0") is the symbol "0"
 * where the set has it, since it says the same of a smaller unit. A flag beside the symbol can say more of it: Eurostat's
 * ":" with "c" is ":c".
 *
 * @param text without blanks around
 * @returns `undefined` for what is no symbol of the set: a number, or something else
 */
export function symbolIn({ symbols }: SymbolSet, text: string, flag = ""): Missing | undefined {
  const closer = flag === "" ? undefined : symbols.get(`${text}${flag.trim()}`);
  const compact = text.replaceAll(/\s+/gu, "");
  return closer ?? symbols.get(compact) ?? (/^0[.,]0+$/u.test(compact) ? symbols.get("0") : undefined);
}

/**
 * The quality that a text beside a number says: one flag, or several in a row ("bp", "p, u"), of which the meanings are
 * joined and the kind is the one that an audience must know most.
 *
 * @returns `undefined` where the text, or any part of it, is no flag of the set; for "" too
 */
export function flagIn({ flags }: SymbolSet, text: string): Quality | undefined {
  const compact = text.replaceAll(/[\s,;]+/gu, "");
  const whole = flags.get(text.trim()) ?? flags.get(compact);
  if (whole !== undefined || compact === "") return whole;
  const parts: Quality[] = [];
  for (const letter of compact.replaceAll("()", "\0")) {
    const part = flags.get(letter === "\0" ? "()" : letter);
    if (part === undefined) return undefined;
    if (!parts.includes(part)) parts.push(part);
  }
  if (parts.length === 1) return parts[0];
  const known = combinations.get(flags) ?? new Map<string, Quality>();
  combinations.set(flags, known);
  const ordered = parts.toSorted((a, b) => (a.flag < b.flag ? -1 : 1));
  const flag = ordered.map((part) => part.flag).join("");
  let combination = known.get(flag);
  if (combination === undefined) known.set(flag, (combination = joined(flag, ordered)));
  return combination;
}

/** By the flags of a set: the same combination is the same object. */
const combinations = new WeakMap<SymbolSet["flags"], Map<string, Quality>>();

function joined(flag: string, parts: readonly Quality[]): Quality {
  const kind = byWeight.find((one) => parts.some((part) => part.kind === one)) ?? "plain";
  const telling = parts.filter((part) => part.kind !== "plain" || part.breaks === true);
  const meaning = (telling.length === 0 ? parts : telling).map((part) => part.meaning).join(", ");
  return { flag, meaning, kind, ...(parts.some(({ breaks }) => breaks) ? { breaks: true } : {}) };
}

const byWeight = [
  "limited",
  "definition",
  "forecast",
  "estimated",
  "preliminary",
  "corrected",
] as const satisfies readonly Quality["kind"][];
