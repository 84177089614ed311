/** Walks over all numbers that a slide shows, in reading order; last those in words of charts, footnotes and the like. */

import type { Chart } from "../chart/model.ts";
import type { Figure, Origin, Quantity } from "../data/figure.ts";
import type { Block, ChartBlock, Inline, Picture, Slide } from "./model.ts";

/** What of a slide its audience sees: all but the notes. */
export type Shown = Pick<Slide, "kicker" | "title" | "regions" | "said">;

/** What is told of each thing met on the walk. */
export interface Visitor {
  readonly figure: (figure: Figure) => void;
  /** Dates, names and other texts from data, and the conditions of claims. */
  readonly origin?: (origin: Origin) => void;
  /** Of these the dates, names and other texts, as they are shown. */
  readonly bound?: (text: Extract<Inline, { kind: "bound" }>) => void;
  readonly chart?: (chart: Chart) => void;
  /** A chart with all its views, before them. */
  readonly chartBlock?: (block: ChartBlock) => void;
  readonly image?: (image: Picture) => void;
}

/** The figures of a slide, in reading order; with `notes` those of its notes too. */
export function figuresOf(slide: Slide, notes: boolean = false): readonly Figure[] {
  const found: Figure[] = [];
  const visitor: Visitor = { figure: (figure) => void found.push(figure) };
  if (notes) visitSlide(slide, visitor);
  else visitShown(slide, visitor);
  return found;
}

/** Walks over the whole slide, its source line and notes last. */
export function visitSlide(slide: Slide, visitor: Visitor): void {
  visitShown(slide, visitor);
  visitInlines(slide.sourceLine, visitor);
  visitBlocks(slide.notes, visitor);
}

/** All that a slide shows of its data, collected in one walk. */
export interface ShownData {
  readonly figures: readonly Figure[];
  /** Figures, and the origins of bound texts and claims, in reading order. */
  readonly quantities: readonly Quantity[];
  readonly charts: readonly Chart[];
}

export function collect(shown: Shown): ShownData {
  const figures: Figure[] = [];
  const quantities: Quantity[] = [];
  const charts: Chart[] = [];
  visitShown(shown, {
    figure: (figure) => {
      figures.push(figure);
      quantities.push(figure);
    },
    origin: (origin) => void quantities.push(asQuantity(origin)),
    chart: (chart) => void charts.push(chart),
  });
  return { figures, quantities, charts };
}

function visitShown({ kicker, title, regions, said }: Shown, visitor: Visitor): void {
  visitInlines(kicker, visitor);
  visitInlines(title, visitor);
  for (const { blocks } of regions) visitBlocks(blocks, visitor);
  visitInlines(said, visitor);
}

export function visitBlocks(blocks: readonly Block[], visitor: Visitor): void {
  for (const block of blocks) visitBlock(block, visitor);
}

function visitBlock(block: Block, visitor: Visitor): void {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      visitInlines(block.content, visitor);
      break;
    case "list":
      for (const item of block.items) visitBlocks(item.blocks, visitor);
      break;
    case "quote":
      visitBlocks(block.blocks, visitor);
      break;
    case "table":
      visitInlines(block.caption, visitor);
      for (const { header } of block.columns) visitInlines(header, visitor);
      for (const { cells } of block.rows) for (const cell of cells) visitInlines(cell, visitor);
      break;
    case "figures":
      for (const { figure, label, details } of block.items) {
        visitor.figure(figure);
        visitInlines(label, visitor);
        for (const detail of details) visitInlines(detail, visitor);
      }
      break;
    case "chart":
      visitor.chartBlock?.(block);
      for (const { chart } of block.views) {
        visitor.chart?.(chart);
        for (const figure of chartFigures(chart)) visitor.figure(figure);
      }
      break;
    case "code":
    case "rule":
      break;
  }
}

export function visitInlines(inlines: readonly Inline[], visitor: Visitor): void {
  for (const inline of inlines) {
    switch (inline.kind) {
      case "figure":
        visitor.figure(inline.figure);
        break;
      case "bound":
        visitor.bound?.(inline);
        visitor.origin?.(inline.origin);
        break;
      case "claim":
        visitInlines(inline.content, visitor);
        visitor.origin?.(inline.origin);
        break;
      case "strong":
      case "emphasis":
      case "deleted":
      case "link":
      case "literal":
        visitInlines(inline.content, visitor);
        break;
      case "image":
        visitor.image?.(inline.image);
        break;
      case "text":
      case "code":
      case "break":
        break;
    }
  }
}

/** The figures that a chart shows, in the order of its data table. */
export function chartFigures(chart: Chart): readonly Figure[] {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return chart.series.flatMap(({ values }) => values);
    case "line":
    case "area":
    case "slope":
      return chart.series.flatMap(({ values }) => values.filter((value) => value !== undefined));
    case "donut":
    case "waffle":
      return [...chart.parts.flatMap(({ figure, share }) => [figure, share]), chart.whole];
    case "choropleth":
      return chart.areas.map(({ figure }) => figure);
    case "progress":
      return [chart.value, chart.whole, chart.share, chart.open];
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}

/** The quantity of an origin that no number is shown of, so that it can be asked what data it rests on. */
function asQuantity(origin: Origin): Quantity {
  return { value: 0, unit: "", origin };
}
