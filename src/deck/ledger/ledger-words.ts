/**
 * The ledger in German, line by line: each figure with its calculation, what its numbers are, and at the end the sources.
 * What one line has said, the lines below do not repeat.
 */

import { germanDate } from "../../data/calendar.ts";
import type { Release } from "../../data/dataset.ts";
import { type Datum, inBrackets, isMissing, type Missing } from "../../data/figure.ts";
import { statusToTell } from "../../data/status.ts";
import { shownUnit } from "../../data/singular.ts";
import { type Thousands, exactBehind, exactNumber, unroundedWords, withUnit } from "./exact.ts";
import type { Source } from "./identities.ts";
import type { LedgerDatum, LedgerEntry, LedgerStep } from "./ledger.ts";
import { stepWords } from "./steps.ts";

export interface LedgerLine {
  /** 0 for a figure or source, 1 for what explains the figure above. */
  readonly level: 0 | 1;
  readonly parts: readonly LedgerPart[];
  /** Of a calculation: what it gives, in all its texts. */
  readonly entries?: Same;
}

export interface LedgerPart {
  readonly text: string;
  /** A text as the slide shows it. */
  readonly shown?: true;
  /** Where a source's name leads. */
  readonly address?: string;
}

/** Figures first, then "[1] …" for each source, then what the signs mean. */
export function ledgerLines(entries: readonly LedgerEntry[]): readonly LedgerLine[] {
  const teller = new Teller(entries);
  return [...teller.figures(), ...teller.sources(), ...teller.meanings()];
}

/**
 * Figures only.
 *
 * @param sources the numbers of their sources, from 1
 */
export function calculationLines(entries: readonly LedgerEntry[], sources: readonly Release[]): readonly LedgerLine[] {
  return new Teller(entries, sources).figures();
}

/** One quantity in each text that it is shown in: "30.000 Euro", "30.000". */
type Same = readonly [LedgerEntry, ...LedgerEntry[]];

class Teller {
  private readonly entries: readonly LedgerEntry[];
  private readonly thousands: Thousands;
  private readonly told: LedgerLine[] = [];
  /** Steps and data that need no explanation: lines above have said them, or they are figures with a line of their own. */
  private readonly known: Set<number>;
  /** Number of a source, from 1, as they come. */
  private readonly numbers: Map<Release, number>;
  private readonly named = new Map<Release, Source>();
  private readonly signs = new Map<string, Missing>();

  constructor(entries: readonly LedgerEntry[], sources: readonly Release[] = []) {
    this.entries = entries;
    this.known = new Set(entries.flatMap(({ steps: [own], data }) => (own === undefined ? data : [own]).map(({ id }) => id)));
    this.thousands = entries.some(({ text }) => text.includes("\u202f")) ? "\u202f" : ".";
    this.numbers = new Map(sources.map((release, i) => [release, i + 1]));
  }

  figures(): readonly LedgerLine[] {
    const byRelease = gathered(this.entries, (entry) => groupOfData(entry));
    const byWords = gathered(this.entries, (entry) => this.wordsOf(entry));
    for (const entry of this.entries) {
      const [datum] = plainDatum(entry);
      const [group, same] = [byRelease.get(groupOfData(entry) ?? ""), byWords.get(this.wordsOf(entry) ?? "")];
      if (datum !== undefined && group?.[0] === entry) this.tellData(datum, group);
      if (datum === undefined && same?.[0] === entry) this.tellFigure(same);
    }
    return this.told;
  }

  sources(): readonly LedgerLine[] {
    return [...this.named.values()].map((source) => ({ level: 0, parts: sourceParts(source, this.sourceNumber(source)) }));
  }

  meanings(): readonly LedgerLine[] {
    for (const { figures } of this.entries) {
      for (const figure of figures) if (inBrackets(figure) && figure.origin.kind === "datum") this.noteBrackets(figure.origin);
    }
    if (this.signs.size === 0) return [];
    const meanings = [...this.signs.values()].map(({ symbol, meaning }) => `„${symbol}“ ${meaning}`);
    return [{ level: 0, parts: [{ text: `Zeichen: ${meanings.join("; ")}` }] }];
  }

  /** Entries that are data as they stand there: those of one release and unit share the line of the first. */
  private tellData(datum: LedgerDatum, group: Same): void {
    const parts: LedgerPart[] = [{ text: this.headOf(datum) }];
    const each = gathered(group, ({ data: [own = datum] }) => String(own.id));
    for (const [i, same] of [...each.values()].entries()) {
      const [{ data, value }] = same;
      const [own = datum] = data;
      parts.push({ text: `${i === 0 ? "" : "; "}${nameOf(own)} ` }, ...shownParts(same));
      const exact = this.exactOf(same);
      if (exact !== "") parts.push({ text: exact });
      this.note(value);
    }
    this.told.push({ level: 0, parts });
  }

  private tellFigure(same: Same): void {
    const [{ steps, value, sources }] = same;
    const [step] = steps;
    const behind = `${this.exactOf(same) || unitBeside(same)}${this.sourcesOf(sources)}`;
    const before = step === undefined ? [] : [{ text: `${this.stepOf(step)} = ` }];
    this.told.push({ level: 0, parts: [...before, ...shownParts(same), { text: behind }], entries: same });
    this.note(value);
    for (const input of step?.inputs ?? []) this.note(input.value);
    for (const entry of same) for (const inner of entry.steps.slice(1)) this.tellStep(inner);
    this.tellBehind(same.flatMap(({ data }) => data));
  }

  /** " [1, 3]": the figure's sources, all of them, so that each figure answers for itself. */
  private sourcesOf(sources: readonly Source[]): string {
    if (sources.length === 0) return " (im Text gegeben, ohne Quelle)";
    return ` [${sources.map((source) => this.sourceNumber(source)).join(", ")}]`;
  }

  private tellStep(step: LedgerStep): void {
    if (this.known.has(step.id)) return;
    this.known.add(step.id);
    this.told.push({ level: 1, parts: [{ text: `${this.stepOf(step)} = ${this.resultOf(step)}` }] });
  }

  private resultOf({ value, unit }: Pick<LedgerStep, "value" | "unit">): string {
    return isMissing(value) ? value.symbol : withUnit(exactNumber(value, this.thousands), unit);
  }

  /** "Barßel: 13.516 − 13.601" */
  private stepOf(step: LedgerStep): string {
    const words = stepWords(step, this.thousands);
    return step.subject === undefined ? words : `${step.subject.join(" › ")}: ${words}`;
  }

  /** The same for what is reckoned alike from the same sources: no reader could tell its lines apart. */
  private wordsOf(entry: LedgerEntry): string | undefined {
    const { steps, data, sources } = entry;
    const [step] = steps;
    if (step === undefined && data.length > 0) return undefined;
    const releases = sources.map(({ release }) => releaseKey(release)).toSorted();
    return [step === undefined ? "" : this.stepOf(step), this.resultOf(entry), ...releases].join("\n");
  }

  /** The data behind a figure that no line has named yet, each release on a line. */
  private tellBehind(data: readonly LedgerDatum[]): void {
    const unnamed = data.filter(({ id }) => {
      const isNew = !this.known.has(id);
      this.known.add(id);
      return isNew;
    });
    for (const group of gathered(unnamed, groupOf).values()) {
      for (const { value } of group) this.note(value);
      const values = group.map((datum) => `${nameOf(datum)} ${this.valueOf(datum.value)}`);
      this.told.push({ level: 1, parts: [{ text: `${this.headOf(group[0])}${values.join("; ")}` }] });
    }
  }

  /** "Bevölkerung [1], Personen: " */
  private headOf({ source, unit }: LedgerDatum): string {
    const title = `${source.dataset.title} [${this.sourceNumber(source)}]`;
    return `${unit === "" ? title : `${title}, ${unit}`}: `;
  }

  private valueOf(value: number | Missing): string {
    return isMissing(value) ? value.symbol : exactNumber(value, this.thousands);
  }

  /** Nothing, if one of the texts says every digit. */
  private exactOf(same: Same): string {
    const [first, ...others] = same.map(({ text, format, value, unit, one }) =>
      exactBehind(text, format, value, unit, this.thousands, one),
    );
    return first === undefined || others.includes(undefined) ? "" : ` (${unroundedWords(first)})`;
  }

  private sourceNumber(source: Source): number {
    const { release } = source;
    const number = this.numbers.get(release) ?? this.numbers.size + 1;
    this.numbers.set(release, number);
    if (!this.named.has(release)) this.named.set(release, source);
    return number;
  }

  private noteBrackets({ quality }: Datum): void {
    if (quality !== undefined) this.signs.set(`( )\n${quality.meaning}`, { symbol: "( )", meaning: quality.meaning });
  }

  private note(value: number | Missing): void {
    if (isMissing(value)) this.signs.set(`${value.symbol}\n${value.meaning}`, value);
  }
}

/** Those of one key together, in order; those without one are left out. */
function gathered<T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** "**30.000 Euro**, auch **30.000**" */
function shownParts(same: Same): readonly LedgerPart[] {
  const texts = [...new Set(same.map(({ text }) => text))];
  return texts.flatMap((text, i): readonly LedgerPart[] =>
    i === 0 ? [{ text, shown: true }] : [{ text: ", auch " }, { text, shown: true }],
  );
}

/** The unit, where neither the text nor the exact number says it. */
function unitBeside(same: Same): string {
  const [{ value, ...first }] = same;
  const unit = shownUnit(first);
  return unit === "" || isMissing(value) || same.some(({ text }) => text.includes(unit)) ? "" : `\u00a0${unit}`;
}

/** The datum of an entry that is nothing else. */
function plainDatum({ steps, data }: LedgerEntry): readonly LedgerDatum[] {
  return steps.length > 0 ? [] : data;
}

/** Of one release and unit. */
function groupOf({ source, unit }: LedgerDatum): string {
  return `${releaseKey(source.release)}\n${unit}`;
}

/** Of an entry that is a datum; `undefined` of one that is reckoned. */
function groupOfData(entry: LedgerEntry): string | undefined {
  const [datum] = plainDatum(entry);
  return datum && groupOf(datum);
}

function releaseKey({ dataset, stichtag, knownOn }: Release): string {
  return [dataset, stichtag, knownOn].join("\n");
}

function nameOf({ path }: LedgerDatum): string {
  return path.join(" › ");
}

/** "[1] Bevölkerung: LSN, Tabelle Z1, Stichtag 31.12.2024, Kenntnisstand 01.06.2025, vorläufig; Lizenz dl-de/by-2-0". */
export function sourceParts({ dataset, release }: Source, number: number): readonly LedgerPart[] {
  const { provider, table, address, licence } = release.provenance;
  const day = `Stichtag ${germanDate(release.stichtag)}`;
  const known = release.knownOn === undefined ? "" : `, Kenntnisstand ${germanDate(release.knownOn)}`;
  const status = statusToTell(release.status);
  const fetched = release.retrieved?.on === undefined ? "" : `, abgerufen am ${germanDate(release.retrieved.on)}`;
  const published = table === undefined ? provider : `${provider}, Tabelle ${table}`;
  return [
    { text: `[${number}] ${dataset.title}: ` },
    { text: published, ...(address !== undefined && { address }) },
    { text: `, ${day}${known}${status === undefined ? "" : `, ${status}`}${fetched}` },
    ...(licence === undefined
      ? []
      : [{ text: "; Lizenz " }, { text: licence.name, ...(licence.address !== undefined && { address: licence.address }) }]),
  ];
}
