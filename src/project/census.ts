/** Walks over a finished deck: what stands in it, and how much. */

import type { Chart } from "../chart/model.ts";
import type { Block, Deck, Inline, Slide } from "../deck/model.ts";

/** What a build tells of a deck. */
export interface Census {
  readonly slides: number;
  /** Numbers shown, each place counted: in text, in tables, as key figures and in charts. */
  readonly figures: number;
  readonly charts: number;
}

export function censusOf(deck: Deck): Census {
  let figures = 0;
  let charts = 0;
  for (const slide of deck.slides) {
    for (const inline of inlinesOf(slide)) if (inline.kind === "figure") figures++;
    for (const block of blocksOf(slide)) {
      if (block.kind === "figures") figures += block.items.length;
      if (block.kind !== "chart") continue;
      charts++;
      for (const { chart } of block.views) figures += figuresOf(chart);
    }
  }
  return { slides: deck.slides.length, figures, charts };
}

function figuresOf(chart: Chart): number {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return chart.series.reduce((sum, { values }) => sum + values.length, 0);
    case "donut":
    case "waffle":
      return chart.parts.length;
    case "line":
    case "area":
    case "slope":
      return chart.series.reduce((sum, { values }) => sum + values.filter((value) => value !== undefined).length, 0);
    case "choropleth":
      return chart.areas.length;
    case "progress":
      return 3;
    case "hub":
    case "network":
    case "timeline":
      return 0;
  }
}

/** All blocks of a slide, those inside of others too, in reading order. */
function* blocksOf(slide: Slide): Generator<Block> {
  for (const { blocks } of slide.regions) yield* within(blocks);
  yield* within(slide.notes);
}

function* within(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === "quote") yield* within(block.blocks);
    else if (block.kind === "list") for (const item of block.items) yield* within(item.blocks);
  }
}

/** All inline content of a slide, that inside of others too. */
export function* inlinesOf(slide: Slide): Generator<Inline> {
  for (const content of [slide.kicker, slide.title, slide.sourceLine]) yield* nested(content);
  for (const block of blocksOf(slide)) {
    if (block.kind === "table") {
      yield* nested(block.caption);
      for (const { header } of block.columns) yield* nested(header);
      for (const { cells } of block.rows) for (const cell of cells) yield* nested(cell);
    } else if (block.kind === "figures") {
      for (const { label, details } of block.items) for (const content of [label, ...details]) yield* nested(content);
    } else if ("content" in block) yield* nested(block.content);
  }
}

function* nested(content: readonly Inline[]): Generator<Inline> {
  for (const inline of content) {
    yield inline;
    if ("content" in inline) yield* nested(inline.content);
  }
}
