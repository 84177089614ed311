/** What a deck's ledger answers for on a slide: numbers where they may stand, as often as they may. */

import type { Role } from "../../deck/ledger/appearances.ts";
import type { Ledger, LedgerPart } from "../../deck/ledger/entries.ts";
import { numbersIn, surplus } from "./numbers.ts";

type Part = Pick<Ledger, keyof LedgerPart>;

export interface Answers {
  /** Of titles, prose, tables, key figures and footnotes, which every target writes out: all of them, each as often as it is to be read. */
  readonly written: readonly string[];
  /** Of marks and labels of charts: shown where there is room, and no more often. */
  readonly drawn: readonly string[];
  /** Of the notes: all of them. */
  readonly notes: readonly string[];
  /** Of alternative texts, which repeat what is shown: any of the slide's. */
  readonly told: ReadonlySet<string>;
  /** Stichtage of the slide's releases, which charts and source lines say as often as they like. */
  readonly days: ReadonlySet<string>;
  /** What sources may say besides: codes of tables, licences, notes. */
  readonly sources: ReadonlySet<string>;
}

const writtenRoles: ReadonlySet<Role> = new Set<Role>(["title", "prose", "table", "key-figure", "footnote"]);
const drawnRoles: ReadonlySet<Role> = new Set<Role>(["chart", "label"]);

/** Of one slide of a ledger, be it the whole deck's. */
export function answersOn(slide: string, { figures, texts, releases }: Part): Answers {
  const places = [...figures, ...texts].flatMap((entry) => entry.places.map((place) => ({ ...place, entry })));
  const own = places.filter((place) => place.slide === slide);
  const of = (roles: (role: Role) => boolean): readonly string[] =>
    own.filter(({ role }) => roles(role)).flatMap(({ entry }) => numbersIn(entry.text));
  const keys = new Set(own.flatMap(({ entry }) => entry.releases));
  const sources = releases.filter(({ key }) => keys.has(key));
  return {
    written: of((role) => writtenRoles.has(role)),
    drawn: of((role) => drawnRoles.has(role)),
    notes: of((role) => role === "note"),
    told: new Set(of(() => true)),
    days: new Set(sources.map(({ stichtag }) => germanDay(stichtag))),
    sources: new Set(
      sources.flatMap(({ provider, table = "", licence, notes, footnotes }) =>
        [provider, table, licence?.name ?? "", licence?.wording ?? "", ...notes, ...footnotes].flatMap(numbersIn),
      ),
    ),
  };
}

/** What is wrong with numbers that were read, in words. */
export interface Unanswered {
  /** There, or more often there, than the ledger has them. */
  readonly unanswered: readonly string[];
  /** In the ledger, and not to be read. */
  readonly unseen: readonly string[];
}

/**
 * Of a slide as the eye sees it, without source line and page number.
 *
 * @param digits that say nothing which could grow false
 * @param rulers numbers of the scales of charts
 */
export function unansweredOn(
  seen: readonly string[],
  { written, drawn, days }: Answers,
  digits: readonly string[],
  rulers: readonly string[] = [],
): Unanswered {
  const left = surplus(seen, [...written, ...drawn, ...digits, ...rulers]);
  return { unanswered: left.filter((number) => !days.has(number)), unseen: surplus(written, seen) };
}

/** As {@link unansweredOn}, of the notes. */
export function unansweredInNotes(read: readonly string[], { notes }: Answers, digits: readonly string[]): Unanswered {
  return { unanswered: surplus(read, [...notes, ...digits]), unseen: surplus(notes, read) };
}

/**
 * All that slides may say which show the ledger of their deck: its numbers with all their digits, calculations, data and
 * sources, the numbers of slides, of sources and of parts.
 *
 * @param slides of the deck, those among them
 */
export function answersInLedger({ figures, steps, data, releases }: Ledger, slides: number): ReadonlySet<string> {
  const said = [
    ...figures.flatMap(({ text, exact = "", derivation = "" }) => [text, exact, derivation]),
    ...steps.flatMap(({ words, result }) => [words, result]),
    ...data.flatMap(({ name, text }) => [name, text]),
    ...releases.flatMap(({ title, provider, table = "", stichtag, licence }) => [
      title,
      provider,
      table,
      germanDay(stichtag),
      licence?.name ?? "",
    ]),
  ];
  const counts = Array.from({ length: Math.max(slides, releases.length) }, (_, i) => `${i + 1}`);
  return new Set([...said.flatMap(numbersIn), ...counts]);
}

/** How many values a chart's sentence says that it has, which are not more than its marks. */
const counted = /(?<=\b[Aa]lle |\b[Hh]öchster von |\bund )(\d+)(?= Werten?\b| weitere Teile\b)/gu;

/** Of alternative texts and words in drawings. */
export function unansweredToWhoListens(
  told: string,
  { told: own, days, drawn }: Answers,
  harmless: ReadonlySet<string>,
): readonly string[] {
  const said = told.replaceAll(counted, (count) => (Number(count) <= drawn.length ? "" : count));
  return numbersIn(said).filter((number) => !own.has(number) && !days.has(number) && !harmless.has(number));
}

/** Numbers at the foot of a slide that no release has. */
export function unansweredAtFoot(read: readonly string[], { days, sources, written }: Answers): readonly string[] {
  return read.filter((number) => !days.has(number) && !sources.has(number) && !written.includes(number));
}

/** "31.12.2020" of "2020-12-31". */
export function germanDay(day: string): string {
  return day.split("-").toReversed().join(".");
}
