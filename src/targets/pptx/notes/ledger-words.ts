/**
 * The ledger in German, line by line: each figure with its calculation, what its numbers are, and at the end the sources.
 * What one line has said, the lines below do not repeat.
 */

import { germanDate } from "../../../data/calendar.ts";
import type { Release } from "../../../data/dataset.ts";
import { type Missing, isMissing } from "../../../data/figure.ts";
import { type Thousands, exactBehind, exactNumber, withUnit } from "./exact.ts";
import type { LedgerDatum, LedgerEntry, LedgerSource, LedgerStep } from "./ledger.ts";
import { stepWords } from "./steps.ts";

export interface LedgerLine {
  /** 0 for a figure or source, 1 for what explains the figure above. */
  readonly level: 0 | 1;
  readonly parts: readonly LedgerPart[];
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
  return new Teller(entries).lines();
}

class Teller {
  private readonly entries: readonly LedgerEntry[];
  private readonly thousands: Thousands;
  private readonly told: LedgerLine[] = [];
  /** Steps and data that need no explanation: lines above have said them, or they are figures with a line of their own. */
  private readonly known: Set<number>;
  /** Number of a source, from 1, as they come. */
  private readonly numbers = new Map<LedgerSource, number>();
  private readonly signs = new Map<string, Missing>();

  constructor(entries: readonly LedgerEntry[]) {
    this.entries = entries;
    this.known = new Set(entries.flatMap(({ steps: [own], data }) => (own === undefined ? data : [own]).map(({ id }) => id)));
    this.thousands = entries.some(({ text }) => text.includes("\u202f")) ? "\u202f" : ".";
  }

  lines(): readonly LedgerLine[] {
    const grouped = this.dataByGroup();
    for (const entry of this.entries) {
      const [datum] = plainDatum(entry);
      const group = datum && grouped.get(groupOf(datum));
      if (datum === undefined) this.tellFigure(entry);
      else if (group?.[0] === entry) this.tellData(datum, group);
    }
    for (const [source, number] of this.numbers) this.told.push({ level: 0, parts: sourceParts(source, number) });
    if (this.signs.size > 0) {
      const meanings = [...this.signs.values()].map(({ symbol, meaning }) => `„${symbol}“ ${meaning}`);
      this.told.push({ level: 0, parts: [{ text: `Zeichen: ${meanings.join("; ")}` }] });
    }
    return this.told;
  }

  /** Entries that are data as they stand there: those of one release and unit share the line of the first. */
  private dataByGroup(): ReadonlyMap<string, readonly LedgerEntry[]> {
    const groups = new Map<string, LedgerEntry[]>();
    for (const entry of this.entries) {
      const [datum] = plainDatum(entry);
      if (datum === undefined) continue;
      const group = groups.get(groupOf(datum));
      if (group === undefined) groups.set(groupOf(datum), [entry]);
      else group.push(entry);
    }
    return groups;
  }

  private tellData(datum: LedgerDatum, group: readonly LedgerEntry[]): void {
    const parts: LedgerPart[] = [{ text: this.headOf(datum) }];
    for (const [i, entry] of group.entries()) {
      const [own = datum] = entry.data;
      parts.push({ text: `${i === 0 ? "" : "; "}${nameOf(own)} ` }, { text: entry.text, shown: true });
      const exact = this.exactOf(entry);
      if (exact !== "") parts.push({ text: exact });
      this.note(entry.value);
    }
    this.told.push({ level: 0, parts });
  }

  private tellFigure(entry: LedgerEntry): void {
    const { text, steps, data, value } = entry;
    const [own, ...inner] = steps;
    const shown = { text, shown: true } as const;
    const exact = `${this.exactOf(entry) || unitBeside(entry)}${this.sourcesOf(data)}`;
    const before = own === undefined ? [] : [{ text: `${this.stepOf(own)} = ` }];
    this.told.push({ level: 0, parts: [...before, shown, ...(exact === "" ? [] : [{ text: exact }])] });
    this.note(value);
    for (const input of own?.inputs ?? []) this.note(input.value);
    for (const step of inner) this.tellStep(step);
    this.tellBehind(data);
  }

  /** " [1, 3]": the figure's sources, all of them, so that each figure answers for itself. */
  private sourcesOf(data: readonly LedgerDatum[]): string {
    if (data.length === 0) return " (im Text gegeben, ohne Quelle)";
    return ` [${[...new Set(data.map(({ source }) => this.sourceNumber(source)))].join(", ")}]`;
  }

  private tellStep(step: LedgerStep): void {
    if (this.known.has(step.id)) return;
    this.known.add(step.id);
    const { value, unit } = step;
    const result = isMissing(value) ? value.symbol : withUnit(exactNumber(value, this.thousands), unit);
    this.told.push({ level: 1, parts: [{ text: `${this.stepOf(step)} = ${result}` }] });
  }

  /** "Barßel: 13.516 − 13.601" */
  private stepOf(step: LedgerStep): string {
    const words = stepWords(step, this.thousands);
    return step.subject === undefined ? words : `${step.subject.join(" › ")}: ${words}`;
  }

  /** The data behind a figure that no line has named yet, each release on a line. */
  private tellBehind(data: readonly LedgerDatum[]): void {
    const groups = new Map<string, LedgerDatum[]>();
    for (const datum of data) {
      if (this.known.has(datum.id)) continue;
      this.known.add(datum.id);
      this.note(datum.value);
      const group = groups.get(groupOf(datum));
      if (group === undefined) groups.set(groupOf(datum), [datum]);
      else group.push(datum);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const values = group.map((datum) => `${nameOf(datum)} ${this.valueOf(datum.value)}`);
      this.told.push({ level: 1, parts: [{ text: `${this.headOf(first)}${values.join("; ")}` }] });
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

  private exactOf({ text, format, value, unit }: LedgerEntry): string {
    const exact = exactBehind(text, format, value, unit, this.thousands);
    return exact === undefined ? "" : ` (genau ${exact})`;
  }

  private sourceNumber(source: LedgerSource): number {
    const number = this.numbers.get(source) ?? this.numbers.size + 1;
    this.numbers.set(source, number);
    return number;
  }

  private note(value: number | Missing): void {
    if (isMissing(value)) this.signs.set(`${value.symbol}\n${value.meaning}`, value);
  }
}

/** The unit, where neither the text nor the exact number says it. */
function unitBeside({ text, unit, value }: LedgerEntry): string {
  return unit === "" || isMissing(value) || text.includes(unit) ? "" : `\u00a0${unit}`;
}

/** The datum of an entry that is nothing else. */
function plainDatum({ steps, data }: LedgerEntry): readonly LedgerDatum[] {
  return steps.length > 0 ? [] : data;
}

/** Of one release and unit. */
function groupOf({ source, unit }: LedgerDatum): string {
  const { dataset, stichtag, knownOn } = source.release;
  return [dataset, stichtag, knownOn, unit].join("\n");
}

function nameOf({ path }: LedgerDatum): string {
  return path.join(" › ");
}

const statuses: Readonly<Record<Release["status"], string>> = {
  final: "",
  preliminary: ", vorläufig",
  corrected: ", berichtigt",
  estimated: ", geschätzt",
};

/** "[1] Bevölkerung: LSN, Tabelle Z1, Stichtag 31.12.2024, Kenntnisstand 01.06.2025, vorläufig; Lizenz dl-de/by-2-0". */
function sourceParts({ dataset, release }: LedgerSource, number: number): readonly LedgerPart[] {
  const { provider, table, address, licence } = release.provenance;
  const day = `Stichtag ${germanDate(release.stichtag)}`;
  const known = release.knownOn === undefined ? "" : `, Kenntnisstand ${germanDate(release.knownOn)}`;
  const fetched = release.retrieved?.on === undefined ? "" : `, abgerufen am ${germanDate(release.retrieved.on)}`;
  const published = table === undefined ? provider : `${provider}, Tabelle ${table}`;
  return [
    { text: `[${number}] ${dataset.title}: ` },
    { text: published, ...(address !== undefined && { address }) },
    { text: `, ${day}${known}${statuses[release.status]}${fetched}` },
    ...(licence === undefined
      ? []
      : [{ text: "; Lizenz " }, { text: licence.name, ...(licence.address !== undefined && { address: licence.address }) }]),
  ];
}
