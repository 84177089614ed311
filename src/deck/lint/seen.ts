/** What rules over data and charts ask of a slide: what it shows, and where in its own file that was written. */

import { type Figure, isMissing, type Quantity } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";
import { titleSpan } from "../fit-check.ts";
import { chartFigures } from "../figures.ts";
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
    if (shown.kind !== "figure") return { quantity: { value: 0, unit: "", origin: shown.origin }, role, span: shown.span };
    const { figure } = shown;
    const written = figure.span.source === source ? figure.span : undefined;
    return { quantity: figure, figure, role, span: written ?? places.get(figure) ?? titleSpan(slide.span) };
  });
}

/** All blocks, those inside of others too; of the notes as well. */
export function blocksOf({ regions, notes }: Slide): readonly Block[] {
  return [...regions.flatMap(({ blocks }) => blocks), ...notes].flatMap(withInner);
}

function withInner(block: Block): readonly Block[] {
  if (block.kind === "list") return [block, ...block.items.flatMap(({ blocks }) => blocks.flatMap(withInner))];
  return block.kind === "quote" ? [block, ...block.blocks.flatMap(withInner)] : [block];
}

export function chartsOf(slide: Slide): readonly ChartBlock[] {
  return blocksOf(slide).filter((block) => block.kind === "chart");
}

export function tablesOf(slide: Slide): readonly TableBlock[] {
  return blocksOf(slide).filter((block) => block.kind === "table");
}

/** Every quantity that this one was worked out of, itself first, each once. */
export function stepsOf(quantities: readonly Quantity[]): readonly Quantity[] {
  // Most numbers stand in the data as they are.
  if (quantities.every(({ origin }) => origin.kind !== "computed")) return quantities;
  const seen = new Set<Quantity>();
  const walk = (quantity: Quantity): void => {
    if (seen.has(quantity)) return;
    seen.add(quantity);
    if (quantity.origin.kind === "computed") quantity.origin.inputs.forEach(walk);
  };
  for (const quantity of quantities) walk(quantity);
  return [...seen];
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
