/** What stands on the slides of a finished deck, and how much. */

import type { Chart } from "../chart/model.ts";
import type { Block, Deck, Inline, Slide } from "../deck/model.ts";

/** What a build tells of a deck. */
export interface Census {
  readonly slides: number;
  /** Numbers shown, each place counted: in text, in tables, as key figures and in charts. */
  readonly figures: number;
  readonly charts: number;
}

interface SlideCensus {
  figures: number;
  charts: number;
  /** Addresses of the pictures. */
  readonly pictures: string[];
}

const counted = new WeakMap<Slide, Readonly<SlideCensus>>();

export function censusOf(deck: Deck): Census {
  let figures = 0;
  let charts = 0;
  for (const slide of deck.slides) {
    const found = countSlide(slide);
    figures += found.figures;
    charts += found.charts;
  }
  return { slides: deck.slides.length, figures, charts };
}

/** Addresses of the pictures on a slide. */
export function picturesOf(slide: Slide): readonly string[] {
  return countSlide(slide).pictures;
}

function countSlide(slide: Slide): Readonly<SlideCensus> {
  let census = counted.get(slide);
  if (census === undefined) {
    const fresh: SlideCensus = { figures: 0, charts: 0, pictures: [] };
    for (const content of [slide.kicker, slide.title, slide.said, slide.sourceLine]) countInlines(content, fresh);
    for (const { blocks } of slide.regions) countBlocks(blocks, fresh);
    countBlocks(slide.notes, fresh);
    counted.set(slide, fresh);
    census = fresh;
  }
  return census;
}

function countBlocks(blocks: readonly Block[], into: SlideCensus): void {
  for (const block of blocks) {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        countInlines(block.content, into);
        break;
      case "list":
        for (const item of block.items) countBlocks(item.blocks, into);
        break;
      case "quote":
        countBlocks(block.blocks, into);
        break;
      case "table":
        countInlines(block.caption, into);
        for (const { header } of block.columns) countInlines(header, into);
        for (const { cells } of block.rows) for (const cell of cells) countInlines(cell, into);
        break;
      case "figures":
        into.figures += block.items.length;
        for (const { label, details } of block.items) {
          countInlines(label, into);
          for (const detail of details) countInlines(detail, into);
        }
        break;
      case "chart":
        into.charts++;
        for (const { chart } of block.views) into.figures += figuresOf(chart);
        break;
      case "code":
      case "rule":
        break;
    }
  }
}

function countInlines(content: readonly Inline[], into: SlideCensus): void {
  for (const inline of content) {
    if (inline.kind === "figure") into.figures++;
    else if (inline.kind === "image") into.pictures.push(inline.image.address);
    else if ("content" in inline) countInlines(inline.content, into);
  }
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
