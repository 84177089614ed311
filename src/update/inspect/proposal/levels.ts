/** Which variables of a table are levels of keys, and which are held to one code. */

import type { Category, InspectedVariable, Inspection } from "../inspection.ts";
import { mayBeTotal } from "../../total.ts";
import type { RegionVariable } from "./regions.ts";

/** The variables besides territory, time and measure that must be pinned, outermost first. */
export function openVariables({ variables, head }: Inspection, region: RegionVariable | undefined): readonly InspectedVariable[] {
  const regions = new Set(region?.variables);
  const chosen: string[] = [...regions];
  const open: InspectedVariable[] = [];
  for (const variable of variables) {
    if (variable.role !== "category" || regions.has(variable.code) || variable.categories.length < 2) continue;
    // Further columns of a row follow from its key: those that do not are keys themselves.
    if (variable.attribute === true && variable.followsFrom.some((other) => chosen.includes(other))) continue;
    chosen.push(variable.code);
    open.push(variable);
  }
  // What stands in the head of a printed table is its coarser division.
  const coarse = (code: string): number => (head.format === "genesis-csv" && code.startsWith("Kopfzeile") ? 0 : 1);
  return open.toSorted((a, b) => coarse(a.code) - coarse(b.code));
}

/** The category that is the sum of the others. */
export function totalCategory({ categories }: InspectedVariable): Category | undefined {
  return categories.find(({ code }) => code === "") ?? categories.find(({ label }) => mayBeTotal(label));
}

/**
 * Whether the categories make their total, as far as it was seen: exactly, or within what rounding each of them and the
 * total to `step` can make. Overlapping groups do not, nor does "of these" beside a total.
 */
export function makesTotal({ sums }: InspectedVariable, step: number): boolean {
  return sums === undefined || sums.most <= ((sums.parts + 1) * step) / 2 + 1e-6;
}

/** The key of the sum: "Insgesamt" is "insgesamt", other words stay as they are. */
export function totalKey(variable: InspectedVariable): string | undefined {
  const total = totalCategory(variable);
  if (total?.code !== "") return total?.label;
  return total.label === "" ? "insgesamt" : mayBeTotal(total.label) ? total.label.toLowerCase() : total.label;
}

/** Labels are the keys, unless two codes share one. */
export function keyedBy({ categories }: InspectedVariable): "label" | "code" {
  const labels = categories.filter(({ code }) => code !== "").map(({ label, code }) => (label === "" ? code : label).normalize().trim());
  return new Set(labels).size === labels.length ? "label" : "code";
}

/** What a variable is called in a title: printed tables name only places. */
export function nameOf(variable: InspectedVariable): string {
  if (variable.categories.some(({ label }) => /^(?:männlich|weiblich)$/iu.test(label))) return "Geschlecht";
  return variable.label === "" ? variable.code : variable.label;
}
