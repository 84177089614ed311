/** What the rows and the columns of a classic GENESIS table say: one axis each for a variable. */

import type { Variable } from "../../table.ts";
import { dayOf, isYear } from "../text/day.ts";
import { isBareTotal } from "../../total.ts";

export type Role = Variable["role"];

/** Code of the measure as a variable, as in ffcsv. */
export const measureCode = "MERKMAL";

/** Units as offices name them; what is not among these is taken for a category and so can never be passed over. */
const unit =
  /^(?:Anzahl|Number|Prozent|Percent|%|Promille|(?:(?:Tsd|Mill|Mio|Mrd)\.? ?)?(?:EUR|Euro|DM|t|kWh|MWh|kW|cbm|km|qkm|qm)|ha|a|km2|km²|qkm|qm|m2|m²|m3|cbm|kg|g|dt|l|hl|TJ|GJ|GWh|100 kg|1000|1 000|1000 (?:EUR|t|cbm|qm|Personen)|(?:Tsd|Mill|Mio|Mrd)\.|Jahre?|Years?|Monate?|Tage?|Stunden?|Std\.|Personen|\d{4} ?= ?100|[\p{L}\d.]+\/[\p{L}\d.]+|(?:Ew|EW|EUR|Personen|Anzahl) je \S+)$/u;

export function isUnit(text: string): boolean {
  return unit.test(text);
}

/** "days", "years", or neither, of texts that stand together. */
export function timeKind(texts: readonly string[]): "days" | "years" | undefined {
  if (texts.length === 0) return undefined;
  if (texts.every((text) => dayOf(text) !== undefined)) return "days";
  return texts.every(isYear) ? "years" : undefined;
}

export const timeCodes = { days: "Stichtag", years: "Jahr" } as const;

/** The code of a label that has none beside it. */
export function codeOfLabel(label: string, role: Role): string {
  if (role === "time") return dayOf(label) ?? label;
  return role === "category" && isBareTotal(label) ? "" : label;
}

/** "Bevölkerungsstand (Anzahl)" above a table: its one measure and the unit. */
export function measureAbove(preamble: readonly string[]): { readonly label: string; readonly unit: string } | undefined {
  const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(preamble.at(-1) ?? "");
  return match === null ? undefined : { label: match[1] ?? "", unit: (match[2] ?? "").trim() };
}

/** Whether all texts are the same. */
export function isUniform(texts: readonly string[]): boolean {
  return texts.every((text) => text === texts[0]);
}
