/** The blocks of one content region as items: text in its placeholder, everything else beside it. */

import { boxesBeside } from "../../../deck/fit.ts";
import { monoAdvance } from "../../../deck/fit-text.ts";
import type { Block, ChartBlock } from "../../../deck/model.ts";
import type { Box, Ground } from "../../../../theme/layouts.ts";
import { space, text as scale, type TextStyle } from "../../../../theme/tokens.ts";
import type { Insets, TemplateRegion } from "../template/template.ts";
import type { Item, Run, TextItem } from "./content.ts";
import { flow, type Flowed, isPictures, type Room } from "./flow.ts";
import type { Piece, TextPiece, Thing } from "./pieces.ts";
import { named } from "./names.ts";
import { placeFigures } from "./place-figures.ts";
import { type PictureSize, placePictures } from "./place-pictures.ts";
import { placeTable } from "./place-table.ts";
import { runsOfCode } from "./runs.ts";

export interface PlacedRegion {
  readonly items: readonly Item[];
  readonly flowed: Flowed;
}

/** Pictures alone are never lower, px. */
const leastPicture = 160;

/** Where a region's content goes. */
export interface RegionPlace {
  readonly region: TemplateRegion;
  /** The region's inside its insets, less what the foot takes of it. */
  readonly box: Box;
  /** What first-level text is set in, in the house's size. */
  readonly style: "body" | "lead";
  readonly ground: Ground;
  /** Sizes by address. */
  readonly pictures: ReadonlyMap<string, PictureSize>;
  /** px that a table's cells keep off its left and right edges; without, the house's unfilled cells begin at the edge. */
  readonly tableEdges: boolean;
}

export function placeRegion(blocks: readonly Block[], place: RegionPlace): PlacedRegion {
  const { region, box, style, ground } = place;
  const room = (heights: ReadonlyMap<Block, number>): Room => ({
    width: box.width,
    textWidth: textWidthOf(region),
    style,
    ground,
    scale: region.scale,
    letters: lettersOf(region),
    ...(region.lineHeight !== undefined && { lineHeight: region.lineHeight }),
    place: (block, width) => thingOf(block, width, heights.get(block) ?? 0, place),
  });
  const flowed = flow(blocks, room(heightsOf(blocks, box, room)));
  return { items: toItems(flowed.pieces, place), flowed };
}

/** What of a placeholder's box its insets leave to text and to all that is drawn in its place. */
export function insideOf({ insets = noInsets }: TemplateRegion, { x, y, width, height }: Box): Box {
  const { left, top, right, bottom } = insets;
  return { x: x + left, y: y + top, width: Math.max(0, width - left - right), height: Math.max(0, height - top - bottom) };
}

/** The box of a placeholder whose text has that box. */
function around({ insets = noInsets }: TemplateRegion, { x, y, width, height }: Box): Box {
  const { left, top, right, bottom } = insets;
  return { x: x - left, y: y - top, width: left + width + right, height: top + height + bottom };
}

const noInsets: Insets = { left: 0, top: 0, right: 0, bottom: 0 };

/** px that a line of text in a placeholder may run. */
export function textWidthOf(region: TemplateRegion): number {
  const { width } = insideOf(region, region.box);
  return Math.min(width, region.textWidth ?? width);
}

/** Width of text ÷ the same in the house's font. */
export function lettersOf({ letters }: TemplateRegion): number {
  return letters ?? 1;
}

/** px of a line of text that says nothing of its own. */
export function lineOf({ scale: factor, lineHeight }: TemplateRegion, { size, line }: TextStyle): number {
  return (lineHeight === undefined ? line : size * lineHeight) * factor;
}

/** px that text in a placeholder may be high. */
export function textHeightOf(region: TemplateRegion): number {
  return insideOf(region, region.box).height;
}

/** Heights of what takes the room that the other blocks leave: charts first, else pictures. */
function heightsOf(blocks: readonly Block[], box: Box, room: (heights: ReadonlyMap<Block, number>) => Room): ReadonlyMap<Block, number> {
  const rows = blocks.filter(isPictures);
  const least = new Map<Block, number>(rows.map((row) => [row, leastHeight(row)]));
  const charts = blocks.filter((block) => block.kind === "chart").map(firstView);
  if (rows.length === 0 && charts.length === 0) return least;
  const { height } = flow(blocks, room(least));
  if (charts.length === 0) {
    const share = Math.max(0, box.height - height) / rows.length;
    return new Map([...least].map(([row, own]) => [row, own + share]));
  }
  const boxes = boxesBeside(
    height,
    charts.map(({ shown }) => shown),
    box,
  );
  return new Map([...least, ...charts.map(({ block, shown }): [Block, number] => [block, boxes.get(shown)?.height ?? 0])]);
}

/** A picture that is a link is scaled into a line of text if there is no more room, as the check of what fits counts it. */
function leastHeight({ content }: Extract<Block, { kind: "paragraph" }>): number {
  return content.some(({ kind }) => kind === "image") ? leastPicture : scale.body.line;
}

/** No switch is drawn in PowerPoint, so it takes no room. */
function firstView(block: ChartBlock): { readonly block: ChartBlock; readonly shown: ChartBlock } {
  return { block, shown: block.views.length > 1 ? { ...block, views: block.views.slice(0, 1) } : block };
}

function thingOf(block: Block, width: number, height: number, { region, style, ground, pictures, tableEdges }: RegionPlace): Thing {
  switch (block.kind) {
    case "chart": {
      const title = block.views[0]?.chart.title ?? "";
      return { height, items: [{ kind: "chart", name: title === "" ? "Diagramm" : title, box: { x: 0, y: 0, width, height }, block }] };
    }
    case "table":
      return placeTable(block, width, lettersOf(region), tableEdges);
    case "figures":
      return placeFigures(block, width, lettersOf(region));
    case "code":
      return placeCode(block.text, width, style, ground);
    case "paragraph":
      return placePictures(block, width, height, pictures);
    case "heading":
    case "list":
    case "quote":
    case "rule":
      throw new TypeError(`a ${block.kind} is text`);
  }
}

function placeCode(text: string, width: number, style: RegionPlace["style"], ground: Ground): Thing {
  const columns = Math.max(1, Math.floor((width - 2 * space.code) / (scale.code.size * monoAdvance)));
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
  const height = lines * scale.code.line + 2 * space.code;
  const { size, line } = scale.code;
  const item: TextItem = {
    kind: "text",
    name: "Quelltext",
    box: { x: 0, y: 0, width, height },
    style,
    panel: { fill: "silver", inset: space.code },
    paragraphs: [{ role: "code", level: 0, size, line, runs: runsOfCode(text, ground === "blue" ? "ink" : undefined) }],
  };
  return { height, items: [item] };
}

function toItems(pieces: readonly Piece[], place: RegionPlace): readonly Item[] {
  const { region, box, style } = place;
  const texts = pieces.filter((piece) => piece.kind === "text");
  const beside = pieces.flatMap((piece) => (piece.kind === "thing" ? piece.items : [])).filter(({ kind }) => kind !== "rectangle");
  const alone = texts.length === 0 && !region.textOnly ? onlyContent(beside) : undefined;
  const [first] = texts;
  return pieces.flatMap((piece): readonly Item[] => {
    if (piece.kind === "thing") {
      return piece.items.map((item) => moved(item === alone ? { ...alone, region } : item, box.x + piece.x, box.y + piece.y));
    }
    const marks = piece.marks.map((mark) => moved(mark, box.x, box.y));
    if (piece !== first) return [...marks, textBox(piece, place)];
    const isWhole = beside.length === 0 && texts.length === 1;
    const own = around(region, isWhole ? box : { ...box, y: box.y + piece.y, height: piece.height });
    const name = nameOf(piece);
    const item: TextItem = { kind: "text", name, region, box: own, style, paragraphs: piece.paragraphs };
    return [...marks, item];
  });
}

function textBox(piece: TextPiece, { region, box, style }: RegionPlace): TextItem {
  const { y, height, paragraphs } = piece;
  return {
    kind: "text",
    name: nameOf(piece),
    box: { x: box.x, y: box.y + y, width: textWidthOf(region), height },
    style,
    ...(region.scale === 1 ? {} : { scale: region.scale }),
    paragraphs,
  };
}

/** Between charts a heading stands alone: its words tell it from the others. */
function nameOf({ paragraphs }: TextPiece): string {
  if (!paragraphs.every(({ role }) => role === "heading")) return "Text";
  return named("Überschrift", paragraphs.map(({ runs }) => wordsOf(runs)).join(" "));
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => (text === "\n" ? " " : text)).join("");
}

/** The one chart, table or picture of a region that holds nothing else but its caption. */
function onlyContent(items: readonly Item[]): Exclude<Item, { kind: "text" | "rectangle" }> | undefined {
  const content = items.filter((item) => item.kind === "chart" || item.kind === "table" || item.kind === "picture");
  const captions = items.every((item) => item.kind !== "text" || item.style === "caption");
  return content.length === 1 && captions && items.length <= 2 ? content[0] : undefined;
}

function moved<I extends Item>(item: I, x: number, y: number): I {
  return { ...item, box: { ...item.box, x: item.box.x + x, y: item.box.y + y } };
}
