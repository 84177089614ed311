/** What rules over data and charts ask of a slide: what it shows, and where in its own file that was written. */

import type { Data, Dataset, Release } from "../../data/dataset.ts";
import { dataOfAll, type Figure, isMissing, type Quantity } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";
import { titleSpan } from "../fit-check.ts";
import { chartFigures, figuresOf, visitBlocks, visitInlines, type Visitor } from "../figures.ts";
import { type Appearance, appearancesOf } from "../ledger/appearances.ts";
import { derivedFigures } from "../ledger/derived.ts";
import type { Block, ChartBlock, Slide, TableBlock } from "../model.ts";
import { plainText } from "../plain-text.ts";
import type { Finding, LintInput, Rule } from "./rule.ts";

export type LintSlide = LintInput["slides"][number];

/** A rule that looks at one slide at a time: what it found is kept as long as the slide is the same object. */
export function bySlide(find: (slide: LintSlide, input: LintInput) => readonly Finding[]): Rule["find"] {
  const known = new WeakMap<Slide, readonly Finding[]>();
  return (input) =>
    input.slides.flatMap((one) => {
      let found = known.get(one.slide);
      if (found === undefined) known.set(one.slide, (found = find(one, input)));
      return found;
    });
}

/** A number shown or noted, or words held to a condition. */
export interface Sighting {
  readonly quantity: Quantity;
  readonly figure?: Figure;
  /** What the words are held to, as it is written. */
  readonly condition?: string;
  readonly role: Appearance["role"];
  /** In the slide's own file: a placeholder, a claim, or the chart or table that shows it. */
  readonly span: Span;
}

const sightings = new WeakMap<Slide, readonly Sighting[]>();

/** All that the slide shows or notes of its data, each once. The same slide gives the same objects. */
export function sightingsOf(slide: Slide): readonly Sighting[] {
  let found = sightings.get(slide);
  if (found === undefined) sightings.set(slide, (found = see(slide)));
  return found;
}

function see(slide: Slide): readonly Sighting[] {
  const places = new Map<Figure, Span>();
  const blocks = blocksOf(slide);
  for (const block of blocks) {
    if (block.kind === "table")
      for (const cell of block.rows.flatMap(({ cells }) => cells))
        for (const inline of cell) if (inline.kind === "figure") places.set(inline.figure, block.span);
    if (block.kind === "figures") for (const { figure } of block.items) places.set(figure, block.span);
    if (block.kind !== "chart") continue;
    for (const { chart } of block.views) {
      for (const figure of chartFigures(chart)) places.set(figure, block.span);
      for (const { figure } of derivedFigures(chart)) places.set(figure, block.span);
    }
  }
  const { source } = slide.span;
  return appearancesOf(slide).all.map(({ shown, role }): Sighting => {
    if (shown.kind !== "figure") {
      const quantity = { value: 0, unit: "", origin: shown.origin };
      const { span } = shown;
      return shown.kind === "claim" ? { quantity, condition: shown.condition, role, span } : { quantity, role, span };
    }
    const { figure } = shown;
    const written = figure.span.source === source ? figure.span : undefined;
    return { quantity: figure, figure, role, span: written ?? places.get(figure) ?? titleSpan(slide.span) };
  });
}

/** What is on a slide and in its notes. Gathered once: most rules need no more to see that the slide is none of theirs. */
interface Contents {
  readonly blocks: readonly Block[];
  readonly charts: readonly ChartBlock[];
  readonly tables: readonly TableBlock[];
  /** Of headings, paragraphs and lists, without those of the notes. */
  readonly prose: readonly Figure[];
  readonly shown: readonly Figure[];
  /** Those of the notes too. */
  readonly figures: readonly Figure[];
  readonly releases: readonly Release[];
}

const contents = new WeakMap<Slide, Contents>();

function contentsOf(slide: Slide): Contents {
  let found = contents.get(slide);
  if (found === undefined) {
    const blocks: Block[] = [];
    for (const region of slide.regions) gather(region.blocks, blocks);
    const prose: Figure[] = [];
    const visitor: Visitor = { figure: (figure) => void prose.push(figure) };
    for (const block of blocks) if (block.kind === "heading" || block.kind === "paragraph") visitInlines(block.content, visitor);
    gather(slide.notes, blocks);
    const charts = blocks.filter((block) => block.kind === "chart");
    const tables = blocks.filter((block) => block.kind === "table");
    const shown = figuresOf(slide);
    const figures = slide.notes.length === 0 ? shown : figuresOf(slide, true);
    found = { blocks, charts, tables, prose, shown, figures, releases: releasesOf(slide) };
    contents.set(slide, found);
  }
  return found;
}

function gather(blocks: readonly Block[], into: Block[]): void {
  for (const block of blocks) {
    into.push(block);
    if (block.kind === "list") for (const item of block.items) gather(item.blocks, into);
    else if (block.kind === "quote") gather(block.blocks, into);
  }
}

function releasesOf({ releases, notes }: Slide): readonly Release[] {
  if (notes.length === 0) return releases;
  const said: Quantity[] = [];
  visitBlocks(notes, {
    figure: (figure) => void said.push(figure),
    origin: (origin) => void said.push({ value: 0, unit: "", origin }),
  });
  return [...new Set([...releases, ...dataOfAll(said).map(({ release }) => release)])];
}

/** All blocks, those inside of others too; of the notes as well. */
export function blocksOf(slide: Slide): readonly Block[] {
  return contentsOf(slide).blocks;
}

export function chartsOf(slide: Slide): readonly ChartBlock[] {
  return contentsOf(slide).charts;
}

export function tablesOf(slide: Slide): readonly TableBlock[] {
  return contentsOf(slide).tables;
}

/** Figures of headings, paragraphs and lists, without those of the notes. */
export function proseOf(slide: Slide): readonly Figure[] {
  return contentsOf(slide).prose;
}

/** All figures of the slide that its audience sees; charts may work out more. */
export function shownOn(slide: Slide): readonly Figure[] {
  return contentsOf(slide).shown;
}

/** All figures written on the slide and in its notes; of {@link sightingsOf} those that no chart works out by itself. */
export function figuresIn(slide: Slide): readonly Figure[] {
  return contentsOf(slide).figures;
}

/** Whether what is shown or noted rests on any dataset of which that holds. */
export function restsOn(slide: Slide, data: Data, holds: (dataset: Dataset) => boolean): boolean {
  return contentsOf(slide).releases.some((release) => {
    const dataset = data.get(release.dataset);
    return dataset === undefined || holds(dataset);
  });
}

/** Whether what is shown or noted rests on data of several days: without that, no two days can be taken for one. */
export function isOfSeveralDays(slide: Slide): boolean {
  const [first, ...others] = contentsOf(slide).releases;
  return others.some(({ stichtag }) => stichtag !== first?.stichtag);
}

/**
 * Every quantity that this one was worked out of, itself first, each once.
 *
 * @param seen is left out, with what it was worked out of, and takes up what is found: many numbers rest on the same sum
 */
export function stepsOf(quantity: Quantity, seen: Set<Quantity> = new Set()): readonly Quantity[] {
  const steps: Quantity[] = [];
  const walk = (step: Quantity): void => {
    if (seen.has(step)) return;
    seen.add(step);
    steps.push(step);
    if (step.origin.kind === "computed") for (const input of step.origin.inputs) walk(input);
  };
  walk(quantity);
  return steps;
}

/** A part and the whole that it is a share of: both count the same. */
export interface Quotient {
  readonly part: Quantity;
  readonly whole: Quantity;
}

export function quotientOf({ origin }: Quantity): Quotient | undefined {
  if (origin.kind !== "computed" || (origin.operation !== "share" && origin.operation !== "/")) return undefined;
  const [part, whole] = origin.inputs;
  if (part === undefined || whole === undefined || part.unit !== whole.unit || part.unit === "") return undefined;
  return part.origin.kind === "literal" || whole.origin.kind === "literal" ? undefined : { part, whole };
}

/** What of a slide can be read beside its numbers: footnotes, and titles and subtitles of charts and tables. */
export function saidBeside(slide: Slide): string {
  const charts = chartsOf(slide).flatMap(({ views }) => views.flatMap(({ label, chart }) => [label, chart.title, chart.subtitle ?? ""]));
  const tables = tablesOf(slide).map(({ caption }) => plainText(caption));
  return [...slide.footnotes, ...charts, ...tables].join("\n");
}

export function numberOf({ value }: Quantity): number | undefined {
  return isMissing(value) ? value.exactly : value;
}
