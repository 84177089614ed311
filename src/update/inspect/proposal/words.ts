/** What a file says of itself, in the words of a `dataset.yaml`. */

import type { Words } from "../../../source/messages/fields.ts";
import { providerToAdd } from "../../../source/messages/inspection.ts";
import { stichtagOf } from "../../mapping/days.ts";
import { wordsBeforeDay } from "../../mapping/stichtag.ts";
import { commented, flow, record, type YamlValue } from "../../yaml.ts";
import type { Inspection, MeasureFacts } from "../inspection.ts";
import { tableOf } from "../table-code.ts";

/** The words of a comment, in the language of who reads them. */
export type Say = (words: Words) => string;

export interface Measure {
  readonly code: string;
  readonly label: string;
  readonly facts: MeasureFacts;
}

/** The measures that have values; the first is taken where nothing speaks for another. */
export function measuresOf({ variables, measures }: Inspection): readonly Measure[] {
  const categories = variables.find(({ role }) => role === "measure")?.categories ?? [];
  return [...measures].map(([code, facts]) => ({
    code,
    facts,
    label: categories.find((category) => category.code === code)?.label ?? code,
  }));
}

/** Fewer values say nothing of rounding: each fifth number is a multiple of 5 anyway. */
const enough = 20;

/** What the values are multiples of, as far as it shows; 0 for values with decimals. */
export function stepOf({ numbers, fives, whole }: MeasureFacts): number {
  if (numbers >= enough && fives === numbers) return 5;
  return whole ? 1 : 0;
}

/** Where in its file the table stands, if that is a tree. */
export function pathOf({ head }: Inspection): string | undefined {
  for (const each of head.form) if (each.fact === "path") return each.found;
  return undefined;
}

/** What the table calls its unit. */
export function fileUnit({ facts }: Measure): string | undefined {
  const units = [...facts.units.keys()];
  return units.length === 1 && units[0] !== "" ? units[0] : undefined;
}

/** What is counted: an office's "Anzahl" is no unit that an audience should read. */
export function unitOf(measure: Measure, { head }: Inspection): string {
  const unit = fileUnit(measure);
  const label = measure.label.trim();
  const number = /^(?:Zahl|Anzahl) der (.+)$/u.exec(label)?.[1];
  if (number !== undefined) return number;
  if (unit !== undefined && unit !== "Anzahl") return unit;
  const words = [label, head.title ?? "", ...head.preamble].join(" ");
  const area = /\b(km2|km²|ha)\b/iu.exec(label)?.[1];
  if (area !== undefined) return area.replace("2", "²");
  if (/personen|bevölkerung|einwohner|schutzsuchend|ausländer|beschäftigte|population/iu.test(label)) return "Personen";
  return /bevölkerung|einwohner|population/iu.test(words) ? "Personen" : (unit ?? label);
}

/** Wording of the licence under which the statistical offices give their tables away. */
const licence = (wording: string): YamlValue =>
  flow(record(["name", "dl-de/by-2-0"], ["address", "https://www.govdata.de/dl-de/by-2-0"], ["wording", wording]));

/** Provider and table, as far as the file says. */
export function sourceOf(inspection: Inspection, say: Say): YamlValue {
  const { head, tail, name } = inspection;
  const table = tableOf(inspection);
  const words = [tail.copyright ?? "", ...head.preamble, head.title ?? ""].join(" ");
  const provider = providerOf(words, table ?? "", name);
  const terms = /dl-de\/by-2-0|Datenlizenz Deutschland[\s–-]*Namensnennung[\s–-]*Version 2\.0/iu.test(words.replaceAll(/\s+/gu, " "));
  return record(
    ["provider", provider ?? commented(say(providerToAdd), `Datei ${name}`)],
    ["table", table],
    ["licence", terms && provider !== undefined ? licence(provider) : undefined],
  );
}

function providerOf(words: string, table: string, name: string): string | undefined {
  if (/\bLSN\b|Landesamt für Statistik Niedersachsen/u.test(words) || /^lsn[_-]/iu.test(name))
    return "Landesamt für Statistik Niedersachsen (LSN)";
  if (/^\d{4}[A-Z](?:-|$)/u.test(table)) return "Statistische Ämter des Bundes und der Länder, Zensus 2022";
  if (/^\d{5}-\d{2}-\d{2}/u.test(table)) return "Statistische Ämter des Bundes und der Länder";
  if (/Statistisches Bundesamt/u.test(words) || /^\d{5}-\d{4}$/u.test(table)) return "Statistisches Bundesamt (Destatis)";
  if (/Statistische Ämter des Bundes und der Länder/u.test(words)) return "Statistische Ämter des Bundes und der Länder";
  return /eurostat/iu.test(words) ? "Eurostat" : undefined;
}

/** How often a statistic comes, as its days show; `undefined` where there is one only, or no order in them. */
export function rhythmOf({ variables }: Inspection): string | undefined {
  const time = variables.find(({ role }) => role === "time");
  const days = (time?.categories ?? []).map(({ code }) => stichtagOf(code)).filter((day) => day !== undefined);
  const ends = new Set(days.map((day) => day.slice(5)));
  if (new Set(days).size < 2) return undefined;
  if (ends.size === 1) return "yearly";
  const within = (allowed: readonly string[]): boolean => [...ends].every((end) => allowed.includes(end));
  if (within(["06-30", "12-31"])) return "half-yearly";
  if (within(["03-31", "06-30", "09-30", "12-31"])) return "quarterly";
  return ends.size <= 24 && days.every((day) => day.endsWith("-01") || stichtagOf(day.slice(0, 7)) === day) ? "monthly" : undefined;
}

/** The field `stichtag`, where the table has no variable of time: from the words above it, else to be decided. */
export function stichtagRule({ head }: Inspection, measure: Measure): YamlValue | undefined {
  if (head.variables.some(({ role }) => role === "time")) return undefined;
  const above = wordsBeforeDay(head.preamble, measure.label);
  const words = above ?? wordsBeforeDay([measure.label]);
  return words === undefined ? undefined : flow(record(["after", words]));
}

/** The definition in the file's own words. */
export function definitionOf({ head }: Inspection, measure: Measure, region: string | undefined): string {
  const parts = [measure.label, head.title, ...head.preamble.filter((text) => !(head.title ?? "").includes(text.trim())), region];
  const seen = new Set<string>();
  const words = parts.flatMap((part) => {
    const text = (part ?? "")
      .replaceAll(/\s+/gu, " ")
      .trim()
      .replace(/[.,;]$/u, "");
    return text === "" || seen.has(text) ? [] : [(seen.add(text), text)];
  });
  return `${words.join(". ")}.`;
}
