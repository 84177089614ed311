/**
 * Changes as slides: a Markdown file with ```` ```changes ```` blocks whose rows are expressions, so that no number in it is
 * written by hand. How many rows a slide takes is found out by binding it. Both states stand in it as days: it shows the
 * same numbers whatever day its deck is pinned to.
 */

import { type DataView, viewOf } from "../data/asof.ts";
import type { Data } from "../data/dataset.ts";
import { evaluate } from "../data/expression/evaluate.ts";
import { parseExpression } from "../data/expression/parse.ts";
import { type IsoDate, isMissing } from "../data/figure.ts";
import { readData } from "../data/read.ts";
import { type CompileInput, compileDeck } from "../deck/compile.ts";
import type { Message } from "../source/diagnostic.ts";
import { decksOfManyDays, notOnASlide, nothingSayable, slideBackwards } from "../source/messages/diff.ts";
import { type Source, toSource } from "../source/source.ts";
import { emptySlide, headsOf, leadOf, shortName } from "./diff-slide-head.ts";
import type { Changes, FigureChange, Reading, State } from "../update/diff/changes.ts";
import { groupsOf } from "../update/diff/groups.ts";
import { day, flow, record, type YamlValue, yamlText } from "../update/yaml.ts";
import type { Project } from "./read.ts";

export interface SlideRequest {
  readonly changes: Changes;
  readonly before: State;
  readonly after: State;
  readonly project: Project;
}

export interface ChangeSlides {
  /** Markdown, without a line break at the end. */
  readonly text: string;
  /** Expressions of changes that a slide cannot say: calculations without words, those of single days, and what no slide holds. */
  readonly leftOut: readonly string[];
}

/** What can stand in one row, or in the rows of one table. */
interface Unit {
  readonly expression: string;
  readonly row: YamlValue;
  /** What the row or rows show. */
  readonly figures: readonly FigureChange[];
}

/** The slides, or why a slide cannot say what differs between these states. */
export function slidesOf(request: SlideRequest): ChangeSlides | { readonly fault: Message } {
  if (request.changes.figures.length === 0) return { text: emptySlide().trimEnd(), leftOut: [] };
  const days = daysOf(request);
  if ("fault" in days) return days;
  const views = viewsOf(days, readData(request.project.data).value ?? new Map());
  const leftOut: string[] = [];
  const slides = groupsOf(request.changes).flatMap(({ title, figures }) => {
    const sayable = figures.filter((figure) => isSayable(figure, views));
    leftOut.push(...figures.filter((figure) => !sayable.includes(figure)).map(({ expression }) => expression));
    const { tables, others } = wholeTables(sayable, views);
    const units = [...tables, ...others.map((figure) => rowOf(figure))];
    const fit = (page: readonly Unit[]): boolean => slideText(page, title, "(9/9)", days, request) !== undefined;
    // A table that no slide holds goes on over several, row by row.
    const held = units.flatMap((unit) =>
      unit.figures.length === 1 || fit([unit]) ? [unit] : unit.figures.map((figure) => rowOf(figure, title)),
    );
    const { pages, tooLong } = paged(held, fit);
    leftOut.push(...tooLong.map(({ expression }) => expression));
    return pages.map((page, i) => slideText(page, title, pages.length === 1 ? "" : `(${i + 1}/${pages.length})`, days, request) ?? "");
  });
  return slides.length === 0 ? { fault: nothingSayable(leftOut) } : { text: slides.join("\n\n---\n"), leftOut };
}

/** As many units on each slide as fit; those that fit on none by themselves. */
function paged(
  units: readonly Unit[],
  fit: (page: readonly Unit[]) => boolean,
): { readonly pages: readonly (readonly Unit[])[]; readonly tooLong: readonly Unit[] } {
  const pages: (readonly Unit[])[] = [];
  const tooLong: Unit[] = [];
  for (const unit of units) {
    const open = pages.at(-1);
    if (open !== undefined && fit([...open, unit])) pages[pages.length - 1] = [...open, unit];
    else if (fit([unit])) pages.push([unit]);
    else tooLong.push(unit);
  }
  return { pages, tooLong };
}

/** The states as the block names them. */
interface SlideDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly known?: IsoDate;
}

function daysOf({ before, after }: SlideRequest): SlideDays | { readonly fault: Message } {
  for (const { name, decks } of [before, after]) {
    if (name.kind === "revision") return { fault: notOnASlide(name.value) };
    const [first, ...others] = decks.map(({ view }) => view);
    const differs = (view: DataView): boolean =>
      view.asOf !== first?.asOf || view.knownOn !== first.knownOn || view.byArrival !== first.byArrival;
    if (others.some(differs)) return { fault: decksOfManyDays() };
  }
  const [then, now] = [before, after].map(({ decks, view }) => decks[0]?.view ?? view);
  if (then === undefined || now === undefined) throw new RangeError("two states have two views");
  // The block has a day of knowledge for the earlier state only.
  if (now.byArrival === true) return { fault: notOnASlide(`known:${now.knownOn}`) };
  const to = dayOf(now);
  const { from, ...known } = then.byArrival === true ? { from: then.asOf, known: then.knownOn } : { from: dayOf(then) };
  if (from > to || (from === to && !("known" in known))) return { fault: slideBackwards(from, to) };
  return { from, to, ...known };
}

/** The day as of which a deck sees the same: for `latest` that of the newest revision, where no Stichtag is newer. */
function dayOf({ asOf, knownOn }: DataView): IsoDate {
  return knownOn > asOf ? knownOn : asOf;
}

interface Views {
  readonly before: DataView;
  readonly after: DataView;
}

/** As the block sees the data. */
function viewsOf({ from, to, known }: SlideDays, data: Data): Views {
  return { before: viewOf(data, known === undefined ? { asOf: from } : { asOf: from, knownOn: known }), after: viewOf(data, { asOf: to }) };
}

/** It has words, and its expression alone yields it in both states. */
function isSayable({ label, expression, before, after }: FigureChange, views: Views): boolean {
  return label !== expression && yields(expression, views.before, before) && yields(expression, views.after, after);
}

function yields(expression: string, view: DataView, { value, text }: Reading): boolean {
  const parsed = parseExpression(toSource("", expression)).value;
  const result = parsed && evaluate(parsed, { view, deck: new Map() }).value;
  if (result?.kind !== "number") return false;
  const found = result.quantity.value;
  return isMissing(found) ? found.symbol === text : found === value;
}

/** Where every value of a table has changed, the table is the row. */
function wholeTables(
  figures: readonly FigureChange[],
  views: Views,
): { readonly tables: readonly Unit[]; readonly others: readonly FigureChange[] } {
  const tables: Unit[] = [];
  let others = figures;
  for (const name of new Set(figures.flatMap(({ expression }) => tableOf(expression) ?? []))) {
    const source = toSource("", name);
    const parsed = parseExpression(source).value;
    const [then, now] = [views.before, views.after].map((view) => parsed && evaluate(parsed, { view, deck: new Map() }).value);
    if (then?.kind !== "table" || now?.kind !== "table" || now.lacking !== undefined || then.lacking !== undefined) continue;
    const rows = others.filter(({ expression }) => tableOf(expression) === name);
    if (now.entries.length < fewest || rows.length !== now.entries.length || then.entries.length !== now.entries.length) continue;
    tables.push({ expression: name, row: name, figures: rows });
    others = others.filter((figure) => !rows.includes(figure));
  }
  return { tables, others };
}

const fewest = 4;

/** The dataset of `dataset.key` or `dataset["key"]`. */
function tableOf(expression: string): string | undefined {
  return /^([\p{L}_][\p{L}\p{N}_]*)(?:\.[\p{L}_][\p{L}\p{N}_]*|\["[^"]*"\])$/u.exec(expression)?.[1];
}

/** @param title that heads the slide and need not stand in each row */
function rowOf(figure: FigureChange, title: string = ""): Unit {
  const { expression, format } = figure;
  const label = title === "" ? undefined : shortName(figure, title);
  const fields = record(["data", expression], ["label", label], format === "number" ? undefined : ["format", format]);
  return { expression, row: fields.size === 1 ? expression : flow(fields), figures: [figure] };
}

/** The slide with the first of its heads that fits; `undefined` where it does not fit with any. */
function slideText(units: readonly Unit[], title: string, part: string, days: SlideDays, request: SlideRequest): string | undefined {
  const figures = units.flatMap((unit) => unit.figures);
  const { from, to, known } = days;
  const heads = headsOf({ title, figures, part, ...(known === undefined && { days }) });
  const lead = leadOf(figures);
  const highlight = lead === undefined || figures.length === 1 ? undefined : keyOf(lead, units);
  const rows = units.map(({ row }) => row);
  const block = record(
    ["from", day(from)],
    ["to", day(to)],
    known === undefined ? undefined : ["known", day(known)],
    ["rows", rows],
    ["highlight", highlight],
  );
  return heads.map((head) => `${head}\n\`\`\`changes\n${yamlText(block)}\`\`\``).find((text) => fits(text, request));
}

/** By which the block knows the number's row: its key where a whole table is the row, else its expression. */
function keyOf({ expression }: FigureChange, units: readonly Unit[]): string | undefined {
  if (units.some((unit) => unit.expression === expression)) return expression;
  return /(?:\["([^"]*)"\]|\.([\p{L}_][\p{L}\p{N}_]*))$/u
    .exec(expression)
    ?.slice(1)
    .find((key) => key !== undefined);
}

/** Whether the slide binds without an error in the deck's form. */
function fits(text: string, { after, project }: SlideRequest): boolean {
  const [deck] = after.decks;
  const files = project.decks.find(({ id }) => id === deck?.id) ?? project.decks[0];
  const data = readData(project.data).value;
  if (files?.settings === undefined || data === undefined) return false;
  const { asOf, knownOn, byArrival } = deck?.view ?? after.view;
  const slide: Source = toSource(`slides/${files.id}/changes.md`, text);
  const input: CompileInput = {
    id: files.id,
    settings: files.settings,
    slides: [slide],
    data,
    geometry: new Map(),
    pictures: new Set(),
    asOf,
    ...(byArrival === true ? { knownOn } : {}),
  };
  return compileDeck(input).value !== undefined;
}
