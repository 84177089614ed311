/**
 * Changes as slides: a Markdown file with ```` ```changes ```` blocks whose rows are expressions, so that no number in it is
 * written by hand. How many rows a slide takes is found out by binding it.
 */

import type { DataView } from "../data/asof.ts";
import { evaluate } from "../data/expression/evaluate.ts";
import { parseExpression } from "../data/expression/parse.ts";
import { isMissing } from "../data/figure.ts";
import { type CompileInput, compileDeck } from "../deck/compile.ts";
import { readSettings } from "../deck/settings.ts";
import { readData } from "../data/read.ts";
import { type Source, toSource } from "../source/source.ts";
import type { Changes, FigureChange, Reading, State } from "../update/diff/changes.ts";
import { groupsOf } from "../update/diff/groups.ts";
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
  /** Labels of changes that a slide cannot say: calculations without words, and those of single days. */
  readonly leftOut: readonly string[];
}

/** What can stand in one row, or in the rows of one table. */
interface Unit {
  /** Title of the dataset; "" for several. */
  readonly title: string;
  readonly line: string;
}

export function slidesOf(request: SlideRequest): ChangeSlides {
  const views = viewsOf(request);
  const leftOut: string[] = [];
  const units = groupsOf(request.changes).flatMap(({ title, figures }) => {
    const sayable = figures.filter((figure) => isSayable(figure, views));
    leftOut.push(...figures.filter((figure) => !sayable.includes(figure)).map(({ label }) => label));
    const { tables, others } = wholeTables(sayable, views);
    return [...tables, ...others.map(rowOf)].map((line): Unit => ({ title, line }));
  });
  const head = headOf(request);
  const slides: string[] = [];
  let open: readonly Unit[] = [];
  for (const unit of units) {
    const longer = [...open, unit];
    // Each dataset begins a slide of its own, so that its title can head it.
    const together = open.every(({ title }) => title === unit.title);
    if (together && fits(slideText(longer, head), request)) open = longer;
    else {
      if (open.length > 0) slides.push(slideText(open, head));
      open = fits(slideText([unit], head), request) ? [unit] : [];
      if (open.length === 0) leftOut.push(unit.line);
    }
  }
  if (open.length > 0) slides.push(slideText(open, head));
  const nothing = "# Was sich geändert hat\n\nKeine der gezeigten Zahlen hat sich geändert.";
  return { text: slides.length === 0 ? nothing : slides.join("\n\n---\n"), leftOut };
}

interface Views {
  readonly before: DataView;
  readonly after: DataView;
}

function viewsOf({ before, after }: SlideRequest): Views {
  return { before: before.decks[0]?.view ?? before.view, after: after.decks[0]?.view ?? after.view };
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
): { readonly tables: readonly string[]; readonly others: readonly FigureChange[] } {
  const tables: string[] = [];
  let others = figures;
  for (const name of new Set(figures.flatMap(({ expression }) => tableOf(expression) ?? []))) {
    const source = toSource("", name);
    const parsed = parseExpression(source).value;
    const [then, now] = [views.before, views.after].map((view) => parsed && evaluate(parsed, { view, deck: new Map() }).value);
    if (then?.kind !== "table" || now?.kind !== "table" || now.lacking !== undefined || then.lacking !== undefined) continue;
    const rows = others.filter(({ expression }) => tableOf(expression) === name);
    if (now.entries.length < fewest || rows.length !== now.entries.length || then.entries.length !== now.entries.length) continue;
    tables.push(`  - ${quoted(name)}`);
    others = others.filter((figure) => !rows.includes(figure));
  }
  return { tables, others };
}

const fewest = 4;

/** The dataset of `dataset.key` or `dataset["key"]`. */
function tableOf(expression: string): string | undefined {
  return /^([\p{L}_][\p{L}\p{N}_]*)(?:\.[\p{L}_][\p{L}\p{N}_]*|\["[^"]*"\])$/u.exec(expression)?.[1];
}

function rowOf({ expression, format }: FigureChange): string {
  return format === "number" ? `  - ${quoted(expression)}` : `  - { data: ${quoted(expression)}, format: ${format} }`;
}

/** As YAML, in quotes where it would not be read as text. */
function quoted(expression: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(expression) ? expression : `'${expression.replaceAll("'", "''")}'`;
}

/** The fields of the block that name the states. */
function headOf({ before, after, project }: SlideRequest): string {
  const [deck] = after.decks;
  const settings = project.decks.find(({ id }) => id === deck?.id)?.settings;
  const ownDay = settings && readSettings(settings).value?.asOf;
  const lines: string[] = [];
  const view = before.decks[0]?.view ?? before.view;
  const { kind, value } = before.name;
  if (kind === "day" || kind === "own") lines.push(`from: ${kind === "day" ? value : view.asOf}`);
  if (kind === "known") lines.push(`known: ${value}`);
  // A deck that is built as of another day says itself what is now.
  if (after.name.kind === "day" && ownDay !== after.name.value) lines.push(`to: ${after.name.value}`);
  return lines.map((line) => `${line}\n`).join("");
}

function slideText(units: readonly Unit[], head: string): string {
  const [first] = units;
  const title = first?.title ?? "";
  const kicker = title === "" ? "" : `---\nkicker: ${JSON.stringify(title)}\n---\n`;
  return `${kicker}# Was sich geändert hat\n\n\`\`\`changes\n${head}rows:\n${units.map(({ line }) => line).join("\n")}\n\`\`\``;
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
