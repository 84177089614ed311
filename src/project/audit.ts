/** A PowerPoint file that came back → what differs in it from what was written, and from the data. */

import { basename, resolve } from "node:path";
import type { IsoDate } from "../data/figure.ts";
import type { DeckState, Slide } from "../deck/model.ts";
import { type Diagnostic, inOrder, warning } from "../source/diagnostic.ts";
import { auditDeckUnknown, auditNothingOurs, auditNoTruth, auditRecordLost } from "../source/messages/audit.ts";
import { spanOf, toSource } from "../source/source.ts";
import { type Audit, compareFile, compareForeign } from "../targets/pptx/audit/compare.ts";
import type { FileContent } from "../targets/pptx/audit/content.ts";
import { pairSlides } from "../targets/pptx/audit/pairs.ts";
import { readPresentation } from "../targets/pptx/audit/read.ts";
import { type AuditRecord, parseRecord } from "../targets/pptx/audit/record.ts";
import { conditionsOf, type Truth, truthOf } from "../targets/pptx/audit/truth.ts";
import { compileProject } from "./build.ts";
import { unknownDecks } from "./output.ts";
import { powerpointsOf } from "./powerpoint.ts";
import { type Project, readProject } from "./read.ts";
import { readPowerPoint } from "./update/reader.ts";

export interface AuditRequest {
  /** The project's folder. */
  readonly root: string;
  /** The PowerPoint file as its user wrote it. */
  readonly file: string;
  /** The deck that it is compared with; default the one that it says it is. */
  readonly deck?: string;
  /** The day of the data that it is compared with; default the deck's own. */
  readonly asOf?: IsoDate;
  readonly knownOn?: IsoDate;
}

export interface Audited {
  /** Absent where the file could not be read. */
  readonly audit?: Audit;
  /** What the file was made of; absent of one that was not made here. */
  readonly deck?: Pick<AuditRecord, "deck" | "title" | "asOf" | "knownOn">;
  /** The state of the data that it was compared with; absent where there is no such deck. */
  readonly compared?: Compared;
  /** Whether the file itself said what stood in it. */
  readonly isRecorded: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What "now" is in an audit. */
export interface Compared {
  readonly asOf: IsoDate;
  readonly knownOn?: IsoDate;
  /** What is said of the deck. */
  readonly state?: DeckState;
}

export async function auditFile(request: AuditRequest): Promise<Audited> {
  const name = basename(request.file);
  const place = spanOf(toSource(request.file, ""), 0, 0);
  const read = await readPowerPoint({ path: resolve(request.file) }, request.file);
  if (read.value === undefined) return { isRecorded: false, diagnostics: read.diagnostics };
  const content = read.value;
  const project = readProject(request.root);
  const unknown = unknownDecks(project, request.deck === undefined ? [] : [request.deck]);
  if (unknown.length > 0) return { isRecorded: false, diagnostics: unknown };
  const days = { ...(request.asOf && { asOf: request.asOf }), ...(request.knownOn && { knownOn: request.knownOn }) };
  const own = content.record === undefined ? undefined : parseRecord(content.record);
  const record = own ?? (await resembling(project, content, request.deck));
  if (record === undefined) {
    const known = await recordsOf(project, days);
    const ids = known.map(({ deck }) => deck);
    const audit = compareForeign(content, joined(known));
    return { audit, isRecorded: false, diagnostics: [warning(place, auditNothingOurs(name, ids))] };
  }
  const diagnostics: Diagnostic[] = own === undefined ? [warning(place, auditRecordLost(record.deck))] : [];
  const id = request.deck ?? record.deck;
  if (!project.decks.some((deck) => deck.id === id)) {
    diagnostics.push(warning(place, auditDeckUnknown(id)));
    return { audit: compareFile(content, record, {}), deck: record, isRecorded: own !== undefined, diagnostics };
  }
  const [past, present] = [truthAt(project, id, record), truthAt(project, id, days)];
  if (present.isFaulty) diagnostics.push(warning(place, auditNoTruth(id)));
  const audit = compareFile(content, record, {
    past: past.truth,
    present: present.truth,
    ...(present.conditions && { conditions: present.conditions }),
  });
  const { compared } = present;
  return { audit, deck: record, ...(compared && { compared }), isRecorded: own !== undefined, diagnostics: inOrder(diagnostics) };
}

interface Days {
  readonly asOf?: IsoDate;
  readonly knownOn?: IsoDate;
}

interface DeckOnDay {
  readonly truth: Truth;
  readonly isFaulty: boolean;
  readonly compared?: Compared;
  /** Absent where the deck has a fault: a claim may not hold. */
  readonly conditions?: ReadonlyMap<string, readonly string[]>;
}

/** What the deck says on a day, as far as it can be bound. */
function truthAt(project: Project, id: string, { asOf, knownOn }: Days): DeckOnDay {
  const [deck] = compileProject(project, { decks: [id], ...(asOf && { asOf }), ...(knownOn && { knownOn }) }).decks;
  const whole = deck?.outcome.value;
  const slides = whole?.slides ?? deck?.bound?.drafts.flatMap(({ slide }): readonly Slide[] => (slide ? [slide] : [])) ?? [];
  const view = deck?.bound?.view;
  const state = whole?.state;
  const compared = view && { asOf: view.asOf, ...(knownOn && { knownOn }), ...(state && { state }) };
  const known = { ...(compared && { compared }), ...(whole && { conditions: conditionsOf(whole) }) };
  return { truth: truthOf(slides), isFaulty: whole === undefined, ...known };
}

/** Less than this share of a file's slides, and it is another deck's. */
const leastSlides = 0.2;

/** The deck that a file without a record comes from, as it would be written with the data of the file's day. */
async function resembling(project: Project, content: FileContent, deck: string | undefined): Promise<AuditRecord | undefined> {
  const asOf = dayIn(content.description ?? "");
  const records = await recordsOf(project, { ...(asOf && { asOf }) }, deck);
  const likely = records.map((record) => {
    const paired = pairSlides(content.slides, record.slides).filter(({ written }) => written !== undefined);
    return { record, share: content.slides.length === 0 ? 0 : paired.length / content.slides.length };
  });
  const [best] = likely.toSorted((a, b) => b.share - a.share);
  return best !== undefined && (best.share >= leastSlides || deck !== undefined) ? best.record : undefined;
}

/** What PowerPoint files of the decks would say of themselves if they were written now; of those that can be. */
async function recordsOf(project: Project, days: Days, deck?: string): Promise<readonly AuditRecord[]> {
  const { decks } = compileProject(project, { ...days, ...(deck !== undefined && { decks: [deck] }) });
  const records: AuditRecord[] = [];
  for (const { outcome } of decks) {
    if (outcome.value === undefined) continue;
    const whole = { project, decks: [outcome.value], diagnostics: [], faulty: false, compiled: { decks: [], shared: [], diagnostics: [] } };
    const [output] = (await powerpointsOf(whole, "")).value ?? [];
    const record = output && parseRecord((await readPresentation(output.content, outcome.value.id)).record ?? "");
    if (record !== undefined) records.push(record);
  }
  return records;
}

/** All of them as one, whose slides are called by their decks, too. */
function joined(records: readonly AuditRecord[]): AuditRecord {
  const data: AuditRecord["data"][number][] = [];
  const figures: AuditRecord["figures"][number][] = [];
  const slides: AuditRecord["slides"][number][] = [];
  for (const record of records) {
    const [firstDatum, firstFigure] = [data.length, figures.length];
    data.push(...record.data);
    figures.push(...record.figures.map((figure) => ({ ...figure, data: figure.data.map((index) => index + firstDatum) })));
    for (const slide of record.slides) {
      const own = slide.figures.map((index) => index + firstFigure);
      slides.push({ ...slide, id: `${record.deck}, ${slide.id}`, figures: own });
    }
  }
  return { version: 1, deck: "", title: "", asOf: "", data, figures, slides };
}

/** "Datenstand: 07.08.2017" in the file's properties. */
function dayIn(description: string): IsoDate | undefined {
  const found = /Datenstand: (\d{2})\.(\d{2})\.(\d{4})/.exec(description);
  return found === null ? undefined : `${found[3]}-${found[2]}-${found[1]}`;
}
