/** What the columns of a table are, found by looking at their headings and at their first cells. */

import { dayOf, isYear } from "../text/day.ts";
import { markOf } from "../../mapping/number.ts";
import type { Variable } from "../../table.ts";
import { type CellKind, type GridRow, kindOf, textOf } from "./cell.ts";

export interface Column {
  /** In its row, from 0. */
  readonly at: number;
  readonly code: string;
  readonly label: string;
  /** A `measure` holds values; `none` has neither heading nor cells. */
  readonly role: "category" | "time" | "measure" | "none";
  /** The day or year that stands in a measure's heading. */
  readonly time: string | undefined;
}

export interface Columns {
  readonly columns: readonly Column[];
  /** As {@link TableHead.variables}: categories and time in the order of the columns, time of the headings, the measure. */
  readonly variables: readonly Variable[];
  /** Days in headings that are no part of a name. */
  readonly notes: readonly string[];
  /** With which mark the numbers are written, where each column says so itself. */
  readonly decimal: "," | "." | undefined;
}

/** The code under which all formats without codes of their own keep what the values are. */
export const measureCode = "MERKMAL";

/**
 * @param headings for each column its parts, from the top down
 * @param body the first rows of values
 * @param wanted headings of columns that somebody has called variables
 */
export function findColumns(headings: readonly (readonly string[])[], body: readonly GridRow[], wanted: ReadonlySet<string>): Columns {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const parts = Array.from({ length: width }, (_, at) => headings[at] ?? []);
  const { names, notes } = namesOf(parts);
  const codes = codesOf(names);
  const counts = Array.from({ length: width }, (_, at) => countKinds(body, at));
  const roles = names.map((name, at) =>
    roleOf(name, counts[at] ?? new Map(), (parts[at]?.length ?? 0) > 0, wanted.has(codes[at] ?? "") || wanted.has(name.join(" "))),
  );
  const time = timeColumn(names, roles);
  const times = parts.map((all) => timesIn(all));
  const measures = roles.flatMap((role, at) => (role === "measure" ? [at] : []));
  const inHeadings = time === undefined && measures.length > 0 && measures.every((at) => times[at]?.length === 1);
  const labels = unique(
    names.map((name, at) => {
      const words = inHeadings && roles[at] === "measure" ? (parts[at] ?? []).filter((part) => timeOf(part) === undefined) : name;
      return words.join(" ") || (inHeadings && roles[at] === "measure" ? "Wert" : `Spalte ${at + 1}`);
    }),
    // The same value on several days is one measure.
    names.map((_, at) => (inHeadings && roles[at] === "measure" ? (times[at]?.[0] ?? "") : "")),
  );
  const columns = labels.map((label, at): Column => {
    const role = roles[at] ?? "none";
    const isTime = role === "time" && at === time;
    const code = role === "measure" || role === "none" ? label : (codes[at] ?? label);
    return {
      at,
      code,
      label,
      role: role === "time" && !isTime ? "category" : role,
      time: inHeadings && role === "measure" ? times[at]?.[0] : undefined,
    };
  });
  return { columns, variables: variablesOf(columns, inHeadings), notes, decimal: decimalOf(body, measures) };
}

function variablesOf(columns: readonly Column[], inHeadings: boolean): readonly Variable[] {
  const variables = columns.flatMap(({ code, label, role }): readonly Variable[] => {
    if (role === "category") return [{ code, label, role, attribute: true }];
    return role === "time" ? [{ code, label, role }] : [];
  });
  const days = columns.some(({ time }) => time !== undefined && !isYear(time));
  const heading: Variable = days ? { code: "STICHTAG", label: "Stichtag", role: "time" } : { code: "JAHR", label: "Jahr", role: "time" };
  return [...variables, ...(inHeadings ? [heading] : []), { code: measureCode, label: "Merkmal", role: "measure" }];
}

/** Headings without the days in them, where that leaves each column a name of its own; else as they are. */
function namesOf(parts: readonly (readonly string[])[]): {
  readonly names: readonly (readonly string[])[];
  readonly notes: readonly string[];
} {
  const dated = /\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/u;
  const bare = parts.map((all) => all.filter((part) => !dated.test(part)));
  const headed = bare.filter((_, at) => (parts[at]?.length ?? 0) > 0).map((all) => all.join(" "));
  if (headed.includes("") || new Set(headed).size < headed.length) return { names: parts, notes: [] };
  const notes = parts.flatMap((all, at) => all.filter((part) => dated.test(part)).map((part) => `${bare[at]?.join(" ")}: ${part}`));
  return { names: bare, notes };
}

/** The shortest end of each name that belongs to no other column. */
function codesOf(names: readonly (readonly string[])[]): readonly string[] {
  const ends = names.map((name) => name.map((_, at) => name.slice(name.length - 1 - at).join(" ")));
  return ends.map((own, at) => {
    const taken = new Set(ends.flatMap((others, other) => (other === at ? [] : others)));
    return own.find((end) => !taken.has(end)) ?? own.at(-1) ?? `Spalte ${at + 1}`;
  });
}

/** Columns of the same name are told apart by their places. */
function unique(names: readonly string[], besides: readonly string[]): readonly string[] {
  const keys = names.map((name, at) => `${name}\n${besides[at]}`);
  return names.map((name, at) => (keys.indexOf(keys[at] ?? "") === at ? name : `${name} (Spalte ${at + 1})`));
}

function countKinds(body: readonly GridRow[], column: number): ReadonlyMap<CellKind, number> {
  const counts = new Map<CellKind, number>();
  for (const { cells } of body) {
    const kind = kindOf(cells[column] ?? "");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

const codeWords =
  /schl(?:ü|ue)ssel|kennziff|kennzahl|kennzeichen|nummer|postleitzahl|satzart|\b(?:nr|plz|ars|ags|rs|gkz|nuts|code|id|key|lau)\b|\(key\)/iu;
const timeWords = /stichtag|zeit|datum|\b(?:time|date|year|period)\b|jahr/iu;

function roleOf(name: readonly string[], counts: ReadonlyMap<CellKind, number>, isNamed: boolean, isWanted: boolean): Column["role"] {
  const of = (...kinds: readonly CellKind[]): number => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  const filled = of("text", "letter", "code", "day", "year", "number", "symbol", "broken");
  if (filled === 0) return isNamed ? (isWanted ? "category" : "measure") : "none";
  // Words are parted within a narrow heading: "Satz-art".
  const words = [name.join(" "), name.join(" ").replaceAll(/-(?=\p{Ll})/gu, "")];
  if (of("day") === filled) return "time";
  if (of("year") === filled && words.some((heading) => timeWords.test(heading))) return "time";
  if (isWanted || of("code") > 0 || of("text", "day") > filled / 5) return "category";
  if (of("number", "year") === 0 && of("text", "letter", "day") > 0) return "category";
  return of("number", "year") > 0 && words.some((heading) => codeWords.test(heading)) ? "category" : "measure";
}

/** The one column of days; of several the one that is called so. */
function timeColumn(names: readonly (readonly string[])[], roles: readonly Column["role"][]): number | undefined {
  const found = roles.flatMap((role, at) => (role === "time" ? [at] : []));
  if (found.length < 2) return found[0];
  const called = found.filter((at) => timeWords.test(names[at]?.join(" ") ?? ""));
  return called.length === 1 ? called[0] : undefined;
}

function timesIn(parts: readonly string[]): readonly string[] {
  return parts.map(timeOf).filter((time) => time !== undefined);
}

/** A heading that is a day or a year and nothing else. */
function timeOf(part: string): string | undefined {
  const text = part.replace(/^(?:am|zum|stand:?|stichtag:?|jahr:?)\s+/iu, "");
  return dayOf(text) ?? (isYear(text) ? text : undefined);
}

/** Only where no column with marks leaves it open, and none says another. */
function decimalOf(body: readonly GridRow[], measures: readonly number[]): "," | "." | undefined {
  const found = new Set<"," | "." | "open">();
  for (const column of measures) {
    const texts = body.map(({ cells }) => cells[column] ?? "").filter((cell) => typeof cell === "string" && /\d[.,]\d/u.test(cell));
    const marks = new Set(texts.flatMap((text) => markOf(textOf(text)) ?? []));
    if (texts.length > 0) for (const mark of marks.size === 0 ? (["open"] as const) : marks) found.add(mark);
  }
  const [mark] = found;
  return found.size === 1 && mark !== "open" ? mark : undefined;
}
