/** What a deck's slides want of a template: which layouts, which of their regions, and for what. */

import type { Block, Deck, Inline, Slide } from "../../../deck/model.ts";
import type { ContentKind } from "../../../source/messages/pptx-template-match.ts";
import { type LayoutName, layoutOf } from "../../../../theme/layouts.ts";
import { type Pairing, pairingsOf } from "./corporate-pairings.ts";

export interface LayoutUse {
  readonly layout: LayoutName;
  /** Ids of its slides. */
  readonly slides: readonly string[];
  /** Those of them that show a chart or diagram. */
  readonly charts: readonly string[];
  /** By the name of the region; only regions that something stands in. */
  readonly regions: ReadonlyMap<string, RegionUse>;
  /** Of all that its slides show. */
  readonly pairings: readonly Pairing[];
}

export interface RegionUse {
  readonly slides: readonly string[];
  /** What fills the region's placeholder. Drawings fill none: they stand at its place as groups. */
  readonly kinds: ReadonlySet<ContentKind>;
}

/** In the order of the slides. */
export function usesOf(deck: Deck): readonly LayoutUse[] {
  const layouts = new Set(deck.slides.map(({ layout }) => layout));
  return [...layouts].map((layout) => {
    const slides = deck.slides.filter((slide) => slide.layout === layout);
    const regions = new Map<string, { readonly slides: string[]; readonly kinds: Set<ContentKind> }>();
    for (const slide of slides) {
      for (const [region, kinds] of regionsOf(slide, deck)) {
        const use = regions.get(region) ?? { slides: [], kinds: new Set() };
        regions.set(region, use);
        use.slides.push(slide.id);
        for (const kind of kinds) use.kinds.add(kind);
      }
    }
    const charts = slides.filter((slide) => slide.regions.some(({ blocks }) => blocks.some(({ kind }) => kind === "chart")));
    const pairings = slides.flatMap((slide) => slide.regions.flatMap(({ blocks }) => pairingsOf(blocks)));
    return { layout, slides: slides.map(({ id }) => id), charts: charts.map(({ id }) => id), regions, pairings };
  });
}

type Filled = readonly (readonly [region: string, kinds: readonly ContentKind[]])[];

function textIn(region: string, is: boolean): Filled {
  return is ? [[region, ["text"]]] : [];
}

function regionsOf(slide: Slide, deck: Deck): Filled {
  const { regions } = layoutOf(slide.layout, deck.canvas);
  const numbered = regions.some(({ kind }) => kind === "page");
  return [
    ...textIn("title", true),
    ...textIn("kicker", slide.kicker.length > 0),
    ...slide.regions.map(({ region, blocks }) => [region, blocks.flatMap(kindsOf)] as const),
    ...textIn("source", slide.sourceLine.length > 0 || slide.footnotes.length > 0),
    ...textIn("page", numbered),
    ...textIn("date", numbered && deck.date !== undefined),
  ];
}

/** Kinds of charts that PowerPoint has; all others are drawn. */
const native: ReadonlySet<string> = new Set([
  "bar",
  "column",
  "grouped",
  "stacked",
  "percent",
  "line",
  "area",
  "slope",
  "donut",
  "progress",
]);

function kindsOf(block: Block): readonly ContentKind[] {
  if (block.kind === "table") return ["table"];
  if (block.kind === "chart") return block.views.some(({ chart }) => native.has(chart.kind)) ? ["chart"] : [];
  return block.kind === "paragraph" && isPicture(block.content) ? ["picture"] : ["text"];
}

function isPicture(content: readonly Inline[]): boolean {
  const seen = content.filter((inline) => inline.kind !== "break" && !(inline.kind === "text" && inline.text.trim() === ""));
  return seen.length > 0 && seen.every((inline) => inline.kind === "image");
}
