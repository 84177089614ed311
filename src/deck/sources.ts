/** The line at a slide's foot: who counted, where, as of which day, on what terms. */

import type { Credit } from "../chart/model.ts";
import { germanDate } from "../data/calendar.ts";
import type { Licence, Provenance, Release } from "../data/dataset.ts";
import { dataOf, type IsoDate } from "../data/figure.ts";
import type { ShownData } from "./figures.ts";
import type { Inline } from "./model.ts";

/** The releases that the figures and texts shown rest on, in order of appearance. */
export function releasesOf({ quantities }: ShownData): readonly Release[] {
  const releases = new Set<Release>();
  for (const quantity of quantities) for (const { release } of dataOf(quantity)) releases.add(release);
  return [...releases];
}

/**
 * "Quelle: provider, Tabelle …, Stichtag …; …; Lizenz …; eigene Berechnung. Karte: …". Empty where nothing has a source.
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
  const computed = releases.length > 0 && hasComputed(shown);
  let line: readonly Inline[] = [];
  for (const detail of ["full", "fewer-days", "without-tables"] as const) {
    line = compose(releases, credits, computed, detail);
    if (fits(line)) break;
  }
  return line;
}

/** How much is said: with "fewer-days" only the first and last of several days, "without-tables" neither the table codes. */
type Detail = "full" | "fewer-days" | "without-tables";

function compose(releases: readonly Release[], credits: readonly Credit[], computed: boolean, detail: Detail): readonly Inline[] {
  const line: Inline[] = [];
  const sources = groupBy(releases, ({ provenance }) => `${creditOf(provenance)}\n${provenance.licence?.name ?? ""}`);
  for (const [i, group] of sources.entries()) {
    // Some licences begin their wording with the word itself.
    const named = i === 0 && /^(?:Daten)?quellen?:/i.test(creditOf(group[0]?.provenance));
    if (!named) line.push(text(i === 0 ? "Quelle: " : "; "));
    line.push(...sourceOf(group, detail));
  }
  for (const { name, address } of licencesToName(releases)) line.push(text("; Lizenz "), linked(name, address));
  if (computed && !releases.some(({ provenance }) => provenance.licence?.wording?.includes("eigene Berechnung"))) {
    line.push(text("; eigene Berechnung"));
  }
  for (const { text: words, address } of credits) line.push(text(line.length === 0 ? "Karte: " : ". Karte: "), linked(words, address));
  return line;
}

/** One source with its tables and days: "LSN, Tabelle A, Stichtag 31.12.2015", or with a licence's wording "… (Tabelle …)". */
function sourceOf(releases: readonly Release[], detail: Detail): readonly Inline[] {
  const [first] = releases;
  if (first === undefined) return [];
  const tables = groupBy(releases, ({ provenance }) =>
    detail === "without-tables" ? "" : `${provenance.table ?? ""}\n${provenance.address ?? ""}`,
  );
  const described = tables.map((group) => tableOf(group, detail));
  const inBrackets = first.provenance.licence?.wording !== undefined || described.length > 1;
  const addresses = new Set(releases.map(({ provenance }) => provenance.address));
  const [address] = addresses;
  // Without a table code the name leads to the data.
  const leads = addresses.size === 1 && (detail === "without-tables" || first.provenance.table === undefined);
  const name = nameOf(first.provenance, leads ? address : undefined);
  const joined = described.flatMap((parts, i) => (i === 0 ? parts : [text("; ")].concat(parts)));
  return [...name, text(inBrackets ? " (" : ", "), ...joined, ...(inBrackets ? [text(")")] : [])];
}

/** A licence as wordings name it. */
const licenceWords = /Datenlizenz[^;,()]*|dl-de\/[\w.-]+/;

/** The provider, or the wording that the licence asks for, with the licence's address behind its own words. */
function nameOf({ provider, licence }: Provenance, address: string | undefined): readonly Inline[] {
  const wording = licence?.wording;
  if (wording === undefined) return [linked(provider, address)];
  const match = licence?.address === undefined ? null : licenceWords.exec(wording);
  if (match === null) return [linked(wording, address)];
  const [before, after] = [wording.slice(0, match.index), wording.slice(match.index + match[0].length)];
  const [, name = "", mark = ""] = /^(.*?)([;,]? *)$/.exec(before) ?? [];
  return [
    ...(name === "" ? [] : [linked(name, address)]),
    ...(mark === "" ? [] : [text(mark)]),
    linked(match[0], licence?.address),
    ...(after === "" ? [] : [text(after)]),
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

function tableOf(releases: readonly Release[], detail: Detail): readonly Inline[] {
  const days = [...new Set(releases.map(({ stichtag }) => stichtag))].toSorted();
  const table = detail === "without-tables" ? undefined : releases[0]?.provenance.table;
  const address = releases[0]?.provenance.address;
  return table === undefined ? [text(daysOf(days, detail))] : [linked(`Tabelle ${table}`, address), text(`, ${daysOf(days, detail)}`)];
}

function daysOf(days: readonly IsoDate[], detail: Detail): string {
  const written = days.map(germanDate);
  const last = written.at(-1) ?? "";
  if (written.length === 1) return `Stichtag ${last}`;
  const many = written.length > (detail === "full" ? 4 : 2);
  return many ? `${written.length} Stichtage ${written[0]} bis ${last}` : `Stichtage ${written.slice(0, -1).join(", ")} und ${last}`;
}

function creditOf(provenance: Provenance | undefined): string {
  return provenance?.licence?.wording ?? provenance?.provider ?? "";
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
