/** What a mapping asks of a GENESIS table, as parameters of `data/tablefile`. */

import type { Retrieval } from "../../../../data/dataset.ts";
import { dayParts, germanDate } from "../../../../data/calendar.ts";
import { error, type Diagnostic } from "../../../../source/diagnostic.ts";
import { reservedParameter, unknownParameter } from "../../../../source/messages/services.ts";
import { nearest } from "../../../../source/nearest.ts";
import type { Mapping } from "../../../../update/mapping.ts";

/**
 * `compress` would leave out rows without values: then nobody could tell a municipality that has none from one that is
 * missing. Files come as ZIP in any case.
 */
const usual = { area: "all", compress: "false", transpose: "false", format: "ffcsv", language: "de", quality: "on" } as const;

/** A service ignores what it does not know, and delivers more or other than was meant: so only known names go out. */
const authors: readonly string[] = [
  "area",
  "compress",
  "contents",
  "startyear",
  "endyear",
  "timeslices",
  "regionalvariable",
  "regionalkey",
  ...[1, 2, 3, 4, 5].flatMap((number) => [`classifyingvariable${number}`, `classifyingkey${number}`]),
];
const ours: ReadonlySet<string> = new Set(["name", "format", "language", "quality", "transpose", "stand", "job", "username", "password"]);

/** `undefined` where a parameter is wrong. Without `stand` and `job`, which are matters of the single request. */
export function parametersOf(mapping: Mapping, table: string, who: string, report: Diagnostic[]): ReadonlyMap<string, string> | undefined {
  const faults = [...mapping.query.keys()].filter((name) => !authors.includes(name));
  for (const name of faults) {
    const words = ours.has(name) ? reservedParameter(name) : unknownParameter(who, name, nearest(name, authors), authors);
    report.push(error(mapping.span, words));
  }
  return faults.length > 0 ? undefined : new Map([["name", table], ...Object.entries(usual), ...mapping.query]);
}

/**
 * "14.03.2026 00:00", the day before the last retrieval: what a service changed on that very day must not be missed,
 * and a job's file may be of the evening before. `undefined` where something else was asked then, or nothing is known.
 */
export function standOf(query: ReadonlyMap<string, string>, last: Retrieval | undefined): string | undefined {
  const parts = last?.on === undefined ? undefined : dayParts(last.on);
  if (parts === undefined || last?.query === undefined || !areEqual(query, last.query)) return undefined;
  const before = new Date(Date.UTC(parts.year, parts.month - 1, parts.day - 1));
  return `${germanDate(before.toISOString().slice(0, 10))} 00:00`;
}

function areEqual(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}
