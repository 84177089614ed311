/** The line at a slide's foot: who counted, where, as of which day, on what terms. */

import type { Credit } from "../chart/model.ts";
import { germanDate } from "../data/calendar.ts";
import type { Licence, Provenance, Release } from "../data/dataset.ts";
import { dataOf, type IsoDate } from "../data/figure.ts";
import type { ShownData } from "./figures.ts";
import type { Inline } from "./model.ts";
import { typeset } from "./typography.ts";

/** The releases that the figures and texts shown rest on, in order of appearance. */
export function releasesOf({ quantities }: ShownData): readonly Release[] {
  const releases = new Set<Release>();
  for (const quantity of quantities) for (const { release } of dataOf(quantity)) releases.add(release);
  return [...releases];
}

/**
 * "Quelle: provider, Tabelle …, Stichtag …; …; Lizenz …; eigene Berechnung und Darstellung. Karte: …". Empty where nothing
 * has a source.
 *
 * @param fits whether a line can be printed: shorter ones are tried until one does, and the shortest is taken in any case
 */
export function sourceLineOf(
  shown: ShownData,
  releases: readonly Release[],
  fits: (line: readonly Inline[]) => boolean,
): readonly Inline[] {
  const credits = creditsOf(shown);
  if (releases.length === 0 && credits.length === 0) return [];
  const works = ownWorks(releases, hasComputed(shown));
  let line: readonly Inline[] = [];
  for (const detail of ["full", "fewer-days", "short-tables", "without-tables"] as const) {
    line = compose(releases, credits, works, detail);
    if (fits(line)) break;
  }
  return line;
}

/**
 * How much is said: with "fewer-days" only the first and last of several days; with "short-tables" tables by their code alone;
 * with "without-tables" none. Of several sources these two say the words "Tabelle" and "Stichtag" once for all.
 */
type Detail = "full" | "fewer-days" | "short-tables" | "without-tables";

function compose(releases: readonly Release[], credits: readonly Credit[], works: readonly string[], detail: Detail): readonly Inline[] {
  const line: Inline[] = [];
  const sources = groupBy(releases, ({ provenance }) => `${creditOf(provenance)}\n${provenance.licence?.name ?? ""}`);
  // Some licences begin their wording with the word itself.
  const named = /^(?:Daten)?quellen?:/i.test(creditOf(sources[0]?.[0]?.provenance));
  const bare = !named && sources.length > 1 && (detail === "short-tables" || detail === "without-tables");
  const withTables = detail === "short-tables" && releases.some(({ provenance }) => provenance.table !== undefined);
  const inBrackets = bare ? ` (${withTables ? "Tabelle, Stichtag" : "mit Stichtag"})` : "";
  for (const [i, group] of sources.entries()) {
    if (i > 0) line.push(text("; "));
    else if (!named) line.push(text(`${sources.length > 1 ? "Quellen" : "Quelle"}${inBrackets}: `));
    line.push(...sourceOf(group, detail, bare));
  }
  for (const { name, address } of licencesToName(releases)) line.push(text("; Lizenz\u00a0"), linked(unbroken(name), address));
  if (works.length > 0) line.push(text(`; eigene\u00a0${works.join("\u00a0und\u00a0")}`));
  for (const { text: words, address } of credits) {
    line.push(text(line.length === 0 ? "Karte:\u00a0" : ". Karte:\u00a0"), linked(unbroken(words), address));
  }
  return line;
}

/** One source with its tables and days: "LSN, Tabelle A, Stichtag 31.12.2015", or with a licence's wording "… (Tabelle …)". */
function sourceOf(releases: readonly Release[], detail: Detail, bare: boolean): readonly Inline[] {
  const [first] = releases;
  if (first === undefined) return [];
  const addresses = new Set(releases.map(({ provenance }) => provenance.address));
  const [address] = addresses;
  const withTable = detail !== "without-tables" && first.provenance.table !== undefined;
  // Without a table code the name leads to the data, or the days where the name has several to lead to.
  const leads = addresses.size === 1 && !withTable;
  const tables = groupBy(releases, ({ provenance }) => `${tableIn(provenance, detail) ?? ""}\n${provenance.address ?? ""}`);
  const described = tables.map((group) => tableOf(group, detail, bare, leads ? undefined : group[0]?.provenance.address));
  const inBrackets = bare || first.provenance.licence?.wording !== undefined || described.length > 1;
  const name = nameOf(first.provenance, leads ? address : undefined);
  const mark = withTable || !bare ? "; " : ", ";
  const joined = described.flatMap((parts, i) => (i === 0 ? parts : [text(mark)].concat(parts)));
  return [...name, text(inBrackets ? " (" : ", "), ...joined, ...(inBrackets ? [text(")")] : [])];
}

/** A licence as wordings name it. */
const licenceWords = /Datenlizenz[^;,()]*|dl-de\/[\w.-]+/;

/** The provider, or the wording that the licence asks for, with the licence's address behind its own words. */
function nameOf(provenance: Provenance, address: string | undefined): readonly Inline[] {
  const { licence } = provenance;
  const wording = creditOf(provenance);
  const match = licence?.wording === undefined || licence.address === undefined ? null : licenceWords.exec(wording);
  if (match === null) return [linked(unbroken(wording), address)];
  const [before, after] = [wording.slice(0, match.index), wording.slice(match.index + match[0].length)];
  const [, name = "", mark = ""] = /^(.*?)([;,]? *)$/.exec(before) ?? [];
  return [
    ...(name === "" ? [] : [linked(unbroken(name), address)]),
    ...(mark === "" ? [] : [text(mark)]),
    linked(unbroken(match[0]), licence?.address),
    ...(after === "" ? [] : [text(unbroken(after))]),
  ];
}

/** Licences that no wording has named yet. One without an address whose wording is printed says no more. */
function licencesToName(releases: readonly Release[]): readonly Licence[] {
  const licences = new Map<string, Licence>();
  for (const { provenance } of releases) {
    const { licence } = provenance;
    if (licence === undefined) continue;
    const said = licence.wording !== undefined && (licence.address === undefined || licenceWords.test(licence.wording));
    if (!said) licences.set(licence.name, licence);
  }
  return [...licences.values()];
}

/** @param address of the table, or of the days where no table is named; none where the source's name leads there */
function tableOf(releases: readonly Release[], detail: Detail, bare: boolean, address: string | undefined): readonly Inline[] {
  const days = [...new Set(releases.map(({ stichtag }) => stichtag))].toSorted();
  const table = tableIn(releases[0]?.provenance, detail);
  const written = daysOf(days, detail, bare);
  if (table === undefined) return [linked(written, address)];
  return [linked(unbroken(detail === "short-tables" ? table : `Tabelle ${table}`), address), text(`, ${written}`)];
}

/** A table's code; in short what its name begins with: "GV-ISys" of "GV-ISys, Quartalsausgabe 30.06.2024". */
function tableIn(provenance: Provenance | undefined, detail: Detail): string | undefined {
  if (detail === "without-tables") return undefined;
  return detail === "short-tables" ? provenance?.table?.replace(/,.*$/s, "") : provenance?.table;
}

function daysOf(days: readonly IsoDate[], detail: Detail, bare: boolean): string {
  const written = days.map(germanDate);
  const last = written.at(-1) ?? "";
  if (written.length === 1) return bare ? last : `Stichtag ${last}`;
  const many = written.length > (detail === "full" ? 4 : 2);
  if (many) return `${written.length} Stichtage ${written[0]} bis\u00a0${last}`;
  return `${bare ? "" : "Stichtage "}${written.slice(0, -1).join(", ")} und\u00a0${last}`;
}

/** The note of a change at the end of a wording: "; eigene Berechnung/eigene Darstellung". It is said once, for all sources. */
const changeNote = /[;,] *eigene (Berechnung|Darstellung)(?:(?:\/| und |, *)(?:eigene )?(Berechnung|Darstellung))?$/;

function creditOf(provenance: Provenance | undefined): string {
  return provenance?.licence?.wording?.replace(changeNote, "") ?? provenance?.provider ?? "";
}

/** What was done to the data here, as wordings ask to say it. */
function ownWorks(releases: readonly Release[], computed: boolean): readonly string[] {
  const said = releases.flatMap(({ provenance }) => changeNote.exec(provenance.licence?.wording ?? "")?.slice(1) ?? []);
  const works = new Set<string | undefined>(said);
  if (computed && releases.length > 0) works.add("Berechnung");
  return ["Berechnung", "Darstellung"].filter((work) => works.has(work));
}

/** Names of licences and credits hold together: no line ends within "dl-de/by-2-0" or "GeoBasis-DE / BKG 2017", or after "©". */
export function unbroken(words: string): string {
  return typeset(words)
    .replaceAll(/dl-de\/[\w.-]+/g, (name) => name.replaceAll("-", "\u2011"))
    .replaceAll(/\S+ \/ \S+(?: \d{4})?/g, (holders) => holders.replaceAll("-", "\u2011").replaceAll(" ", "\u00a0"))
    .replaceAll(/© /g, "©\u00a0");
}

function creditsOf({ charts }: ShownData): readonly Credit[] {
  return [...new Map(charts.flatMap(({ credits }) => credits.map((credit) => [credit.text, credit]))).values()];
}

/** Numbers that the office did not publish but we worked out; counts and places are no such. */
function hasComputed({ figures }: ShownData): boolean {
  return figures.some(({ origin }) => origin.kind === "computed" && !notReckoned.has(origin.operation));
}
const notReckoned: ReadonlySet<string> = new Set(["count", "rank", "max", "min"]);

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function text(words: string): Inline {
  return { kind: "text", text: words };
}

function linked(words: string, address: string | undefined): Inline {
  return address === undefined ? text(words) : { kind: "link", address, content: [text(words)] };
}
