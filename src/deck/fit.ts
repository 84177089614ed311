/** How high content stands, by the same measures as `theme/deck.css`. */

import { slideFrame } from "../chart/frame.ts";
import { preferredHeight } from "../chart/layout.ts";
import { gapBetween, tableWidth } from "../../theme/blocks.ts";
import { type CanvasName, layoutOf, layouts, type LayoutName } from "../../theme/layouts.ts";
import { measure, space, text as scale, type TextStyle } from "../../theme/tokens.ts";
import { figureRoom, figuresHeight } from "./fit-figures.ts";
import { tableHeight, tooWide } from "./fit-table.ts";
import { linesOf, monoAdvance, widestWord, widthOf } from "./fit-text.ts";
import type { Block, ChartBlock, Inline, Slide } from "./model.ts";
import { isPictureRow, pictureOf } from "./pictures.ts";

/** px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A word that is wider than its place. */
export interface Overlong {
  readonly word: string;
  /** px too wide. */
  readonly by: number;
  /** Whether it is a key figure, which is never divided. */
  readonly isNumber: boolean;
}

/** Height in px of blocks set under each other in a column of `width` px, without charts, which take what is left. */
export function heightOf(blocks: readonly Block[], width: number, layout: LayoutName): number {
  return stack(blocks, width, typeOf(layout));
}

/**
 * The box of each chart among `blocks`: the region's width, and of the height that the other blocks leave as much as the
 * chart gains by, or an even share of what such charts leave to the others.
 */
export function chartBoxes(blocks: readonly Block[], region: Size, layout: LayoutName): ReadonlyMap<Block, Size> {
  return boxesBeside(heightOf(blocks, region.width, layout), blocks, region);
}

/** As {@link chartBoxes}, where the height of the other blocks is known. */
export function boxesBeside(height: number, blocks: readonly Block[], { width, height: whole }: Size): ReadonlyMap<Block, Size> {
  const charts = blocks.filter((block) => block.kind === "chart");
  const room = Math.max(0, whole - height);
  const wanted = charts.map((chart) => wantedHeight(chart, width));
  const sum = wanted.reduce((total: number, own) => total + (own ?? 0), 0);
  // Where they do not get what they want, all have the same, and the check tells which is too low.
  const scarce = sum > room;
  const sharing = scarce ? charts.length : wanted.filter((own) => own === undefined).length;
  const share = Math.max(0, Math.floor((scarce ? room : room - sum) / Math.max(1, sharing)));
  return new Map(charts.map((chart, i) => [chart, { width, height: scarce ? share : (wanted[i] ?? share) }]));
}

/** px that the highest of a chart's views gains by, if each has such a height. */
function wantedHeight({ views }: ChartBlock, width: number): number | undefined {
  const { aside, label, small } = slideFrame({ views }, { width, height: 0 });
  const frame = { width, label, small, ...(aside === undefined ? {} : { aside }) };
  const heights = views.map(({ chart }) => preferredHeight(chart, frame)).filter((height) => height !== undefined);
  return heights.length === 0 || heights.length < views.length ? undefined : Math.max(...heights);
}

/** The foot may rise so far, px: content gives way to what must be said. */
export const highestFoot = 160;

/** px that footnotes and the source line take at the foot. */
export function footHeight(footnotes: readonly string[], sourceLine: readonly Inline[], width: number): number {
  const lines = footnotes.reduce((sum, note) => sum + linesOf([{ kind: "text", text: note }], width, scale.source), 0);
  return (lines + (sourceLine.length === 0 ? 0 : linesOf(sourceLine, width, scale.source))) * scale.source.line;
}

/** The height of a content region that is left where the foot is higher than its own region. */
export function contentHeight(slide: Foot, region: Size, canvas: CanvasName): number {
  return region.height - footRise(slide, canvas);
}

type Foot = Pick<Slide, "layout" | "footnotes" | "sourceLine">;

/** px by which the foot is higher than its own region. */
export function footRise({ layout, footnotes, sourceLine }: Foot, canvas: CanvasName): number {
  const foot = layoutOf(layout, canvas).regions.find(({ kind }) => kind === "source");
  return foot === undefined ? 0 : Math.max(0, footHeight(footnotes, sourceLine, foot.width) - foot.height);
}

/** Words that no line of their place can hold. */
export function overlongWords(blocks: readonly Block[], width: number, layout: LayoutName): readonly Overlong[] {
  return blocks.flatMap((block) => overlong(block, width, typeOf(layout)));
}

/** What text of a region and of lists in it is set in. */
interface Type {
  readonly body: TextStyle;
  /** Depth of lists around. */
  readonly depth: number;
}

function typeOf(layout: LayoutName): Type {
  return { body: layouts["16:9"][layout].ground === "blue" ? scale.lead : scale.body, depth: 0 };
}

/** Pictures are scaled into what is left for them, but never lower than this. */
const leastPicture = 160;

function stack(blocks: readonly Block[], width: number, type: Type): number {
  let height = 0;
  for (const [i, block] of blocks.entries()) {
    const above = blocks[i - 1];
    if (above !== undefined) height += gapBetween(above.kind, block.kind);
    height += blockHeight(block, width, type);
  }
  return height;
}

function blockHeight(block: Block, width: number, type: Type): number {
  const narrow = type.depth === 0 ? Math.min(width, measure) : width;
  switch (block.kind) {
    case "heading":
      return linesOf(block.content, narrow, scale.heading) * scale.heading.line;
    case "paragraph":
      return paragraphHeight(block.content, narrow, type.body);
    case "list":
      return listHeight(block.items, narrow, type);
    case "quote": {
      const inner = narrow - space.quote;
      const own = block.blocks.map((one) => blockHeight(one, inner, { ...type, depth: type.depth + 1 }));
      return own.reduce((sum, height) => sum + height, 0) + Math.max(0, own.length - 1) * space.block;
    }
    case "code":
      return codeHeight(block.text, width);
    case "rule":
      return 1;
    case "table":
      return tableHeight(block, tableWidth(block.columns.length, width, block.wide));
    case "figures":
      return figuresHeight(block, width);
    case "chart":
      return 0;
  }
}

function paragraphHeight(content: readonly Inline[], width: number, style: TextStyle): number {
  // Pictures alone stand side by side.
  if (isPictureRow(content)) return leastPicture;
  const pictures = content.some((inline) => pictureOf(inline) !== undefined);
  return (pictures ? leastPicture : 0) + linesOf(content, width, style) * style.line;
}

type Items = Extract<Block, { kind: "list" }>["items"];

/** A first paragraph stands bare in its item; what follows keeps a small distance. */
function listHeight(items: Items, width: number, type: Type): number {
  const inner = width - space.indent;
  const own: Type = { body: type.depth === 0 ? type.body : scale.second, depth: type.depth + 1 };
  const gap = type.depth === 0 ? space.item : space.itemSecond;
  const itemHeights = items.map(({ blocks }) => {
    const height = blocks.reduce((sum, block, i) => {
      const bare = i === 0 && block.kind === "paragraph";
      return sum + (bare ? 0 : space.itemSecond) + blockHeight(block, inner, own);
    }, 0);
    return Math.max(height, own.body.line);
  });
  return itemHeights.reduce((sum, height) => sum + height, 0) + Math.max(0, itemHeights.length - 1) * gap;
}

function codeHeight(text: string, width: number): number {
  const columns = Math.max(1, Math.floor((width - 2 * space.code) / (scale.code.size * monoAdvance)));
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
  return lines * scale.code.line + 2 * space.code;
}

function overlongIn(content: readonly Inline[], room: number, style: TextStyle): readonly Overlong[] {
  const { word, width } = widestWord(content, style, room);
  return width > room ? [{ word, by: Math.ceil(width - room), isNumber: false }] : [];
}

function overlongNumber(text: string, room: number, style: TextStyle): readonly Overlong[] {
  const width = widthOf([{ kind: "text", text }], style);
  return width > room ? [{ word: text, by: Math.ceil(width - room), isNumber: true }] : [];
}

function overlong(block: Block, width: number, type: Type): readonly Overlong[] {
  const narrow = type.depth === 0 ? Math.min(width, measure) : width;
  switch (block.kind) {
    case "heading":
      return overlongIn(block.content, narrow, scale.heading);
    case "paragraph":
      return overlongIn(block.content, narrow, type.body);
    case "list": {
      const own: Type = { body: type.depth === 0 ? type.body : scale.second, depth: type.depth + 1 };
      return block.items.flatMap(({ blocks }) => blocks.flatMap((one) => overlong(one, narrow - space.indent, own)));
    }
    case "quote":
      return block.blocks.flatMap((one) => overlong(one, narrow - space.quote, { ...type, depth: type.depth + 1 }));
    case "table": {
      const over = tooWide(block, tableWidth(block.columns.length, width, block.wide));
      return over === undefined ? [] : [{ ...over, isNumber: false }];
    }
    case "figures": {
      const { room, number, label } = figureRoom(block, width);
      return block.items.flatMap(({ figure, label: words }) => [
        ...overlongNumber(figure.text, room, number),
        ...overlongIn(words, room, label),
      ]);
    }
    case "code":
    case "rule":
    case "chart":
      return [];
  }
}
