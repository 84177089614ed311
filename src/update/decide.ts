/**
 * What becomes of values that were read for one Stichtag:
 *
 *     a Stichtag that cannot be, a day of knowledge that is taken    → refused, whatever is accepted
 *     the same as the newest that is known of this Stichtag          → same
 *     objections (checks, Stichtag older or out of rhythm)           → refused, unless accepted: then the release keeps them
 *     a Stichtag of which nothing is known                           → new
 *     else                                                           → revision, with today as its day of knowledge
 */

import { germanDate } from "../data/calendar.ts";
import { type CheckReport, evaluateChecks } from "../data/checks/evaluate.ts";
import { leavesOf } from "../data/checks/level.ts";
import type { Cell, Data, Dataset, Level, Provenance, Release } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import { error, warning, type Diagnostic, type Message } from "../source/diagnostic.ts";
import { andMore, notAfterLast, outOfRhythm } from "../source/messages/acceptance.ts";
import { knownLater, revisedToday, stichtagToCome } from "../source/messages/decision.ts";
import type { Arrival, ReadRelease } from "./reading.ts";
import { type NewRelease, releasePath } from "./release.ts";
import { agreement, differing } from "./same.ts";

export interface Candidate {
  readonly dataset: Dataset;
  /** With the dataset in it, as it is now. */
  readonly data: Data;
  readonly read: ReadRelease;
  readonly arrival: Arrival;
  /** Name of the format, or of the service. */
  readonly connector: string;
  /** The state that the source names. */
  readonly stand?: string;
  /** The source's, word for word. */
  readonly footnotes: readonly string[];
  /** The mapping's. */
  readonly notes: readonly string[];
  /** The mapping's own source. */
  readonly source?: Provenance;
}

export interface Terms {
  readonly today: IsoDate;
  /** Whether objections are taken. */
  readonly accept: boolean;
}

export type Decision =
  | {
      readonly kind: "new" | "revision";
      readonly release: NewRelease;
      /** In the project, with `/`. */
      readonly path: string;
      /** What was accepted, as warnings. */
      readonly accepted: readonly Diagnostic[];
      /** What could not be checked. */
      readonly unchecked: readonly Message[];
    }
  | { readonly kind: "same"; readonly stichtag: IsoDate }
  /** `older`: it is older than the last, and nothing is known of it. `acceptable`: with `accept` it would be taken. */
  | { readonly kind: "refused"; readonly objections: readonly Diagnostic[]; readonly acceptable: boolean; readonly older: boolean };

export function decide(candidate: Candidate, terms: Terms): Decision {
  const { dataset, read } = candidate;
  const place = leavesOf(read.values)[0]?.value.span ?? read.values.span;
  const refused = (message: Message): Decision => ({
    kind: "refused",
    objections: [error(place, message)],
    acceptable: false,
    older: false,
  });
  if (read.stichtag > terms.today) return refused(stichtagToCome(germanDate(read.stichtag), germanDate(terms.today)));
  const versions = dataset.releases.filter(({ stichtag }) => stichtag === read.stichtag);
  const known = knownValues(dataset, versions);
  const agrees = known === undefined ? "different" : agreementWith(dataset, read.values, known);
  if (agrees === "same") return { kind: "same", stichtag: read.stichtag };
  if (versions.length > 0) {
    const newest = versions.reduce((day, version) => (knownSince(version) > day ? knownSince(version) : day), "");
    if (versions.some(({ knownOn }) => knownOn === terms.today))
      return refused(revisedToday(releasePath(dataset, { stichtag: read.stichtag, knownOn: terms.today })));
    if (newest > terms.today) return refused(knownLater(germanDate(newest), germanDate(terms.today)));
  }
  const { faults, objections, unchecked, older } = checked(candidate, versions, place);
  if (faults.length > 0) return { kind: "refused", objections: [...faults, ...objections], acceptable: false, older: false };
  if (objections.length > 0 && !terms.accept) return { kind: "refused", objections, acceptable: true, older };
  const values = dataset.coverage === "partial" && known !== undefined ? differing(read.values, known) : read.values;
  const kind = versions.length === 0 ? "new" : "revision";
  const revises = kind === "revision" && agrees === "different" && [...values.cells.keys()].some((key) => known?.cells.has(key));
  const release: NewRelease = {
    stichtag: read.stichtag,
    ...(kind === "new" ? {} : { knownOn: terms.today }),
    status: revises ? "corrected" : statusBy(values),
    values,
    notes: candidate.notes,
    footnotes: candidate.footnotes,
    accepted: sentences(objections),
    ...(candidate.source === undefined || isSame(candidate.source, dataset.provenance) ? {} : { provenance: candidate.source }),
    retrieved: retrievalOf(candidate),
  };
  const accepted = objections.map(({ span, message }) => warning(span, message));
  return { kind, release, path: releasePath(dataset, release), accepted, unchecked };
}

/** What is known of a Stichtag by now: of a partial dataset the newest of each key. */
function knownValues({ coverage }: Dataset, versions: readonly Release[]): Level | undefined {
  const newest = versions.at(-1);
  if (newest === undefined || coverage === "complete") return newest?.values;
  const cells = new Map<string, Cell>();
  for (const { values } of versions) for (const [key, cell] of values.cells) cells.set(key, cell);
  return { ...newest.values, cells };
}

/** A partial dataset is compared in the keys that come. */
function agreementWith({ coverage }: Dataset, values: Level, known: Level): ReturnType<typeof agreement> {
  if (coverage === "complete") return agreement(values, known);
  const cells = [...known.cells].filter(([key]) => values.cells.has(key));
  return agreement(values, { ...known, cells: new Map(cells) });
}

/** The day from which on a version is known, as far as its file says. */
function knownSince({ stichtag, knownOn }: Release): IsoDate {
  return knownOn ?? stichtag;
}

function checked(
  { dataset, data, read }: Candidate,
  versions: readonly Release[],
  place: Diagnostic["span"],
): CheckReport & { readonly older: boolean } {
  const { stichtag, values } = read;
  // Of a partial dataset other keys may be further on.
  const related = dataset.releases.filter(
    (release) => dataset.coverage === "complete" || [...values.cells.keys()].some((key) => release.values.cells.has(key)),
  );
  const last = related.at(-1);
  const objections: Diagnostic[] = [];
  const isThere = related.some((release) => release.stichtag === stichtag);
  const older = last !== undefined && !isThere && stichtag < last.stichtag;
  if (older) objections.push(error(place, notAfterLast(germanDate(stichtag), germanDate(last.stichtag))));
  if (last !== undefined && !isThere && !keepsRhythm(stichtag, related, dataset)) {
    objections.push(error(place, outOfRhythm(germanDate(stichtag), germanDate(last.stichtag))));
  }
  // A revision is held against what it revises, everything else against what was before it.
  const before = [...versions.toReversed(), ...related.filter((release) => release.stichtag < stichtag).toReversed()];
  const report = evaluateChecks({ dataset, stichtag, values, before, data });
  return { ...report, objections: [...objections, ...report.objections], older };
}

/** Whether the day of the year is that of the last release, or, with several a year, that of an earlier one. Ends of months differ. */
function keepsRhythm(stichtag: IsoDate, releases: readonly Release[], { rhythm }: Dataset): boolean {
  if (rhythm === undefined || rhythm.every === "month") return true;
  const days = releases.map((release) => release.stichtag.slice(5));
  const known = new Set(rhythm.every === "year" ? days.slice(-1) : days);
  // A second day of the year is still to come where there is only one.
  return known.has(stichtag.slice(5)) || (rhythm.every !== "year" && known.size < 2);
}

/** What all values say of themselves, the release says. */
function statusBy(values: Level): NewRelease["status"] {
  const kinds = new Set(leavesOf(values).flatMap(({ value }) => (typeof value.value === "number" ? [value.quality?.kind] : [])));
  const [only] = kinds;
  return kinds.size === 1 && (only === "preliminary" || only === "estimated" || only === "corrected") ? only : "final";
}

/** Of each kind of objection the first ones word for word: a release is read by people. */
const mostSentences = 8;

function sentences(objections: readonly Diagnostic[]): readonly string[] {
  const byCode = new Map<string, Message[]>();
  for (const { message } of objections) byCode.set(message.code, [...(byCode.get(message.code) ?? []), message]);
  return [...byCode].flatMap(([code, messages]) => {
    const shown = messages.slice(0, mostSentences);
    const rest = messages.length - shown.length;
    return [...shown, ...(rest > 0 ? [andMore(code, rest)] : [])].map(({ de }) => de);
  });
}

function isSame(a: Provenance, b: Provenance): boolean {
  const others = partsOf(b);
  return partsOf(a).every((part, index) => part === others[index]);
}

function partsOf({ provider, table, address, licence }: Provenance): readonly (string | undefined)[] {
  return [provider, table, address, licence?.name, licence?.address, licence?.wording];
}

function retrievalOf({ arrival, connector, stand }: Candidate): NewRelease["retrieved"] {
  const { on, file, sha256, query } = arrival;
  return { on, file, sha256, connector, ...(query === undefined ? {} : { query }), ...(stand === undefined ? {} : { stand }) };
}
