/**
 * Blocks of a region under each other, as the browser sets them: text gathers in boxes, and what is no text stands between
 * them. Distances within a box are those of its paragraphs.
 */

import { linesOf, monoAdvance } from "../../../deck/fit-text.ts";
import type { Block, Inline, ListItem } from "../../../deck/model.ts";
import { isPictureRow } from "../../../deck/pictures.ts";
import { gapBetween } from "../../../../theme/blocks.ts";
import type { Ground } from "../../../../theme/layouts.ts";
import { space, text as scale, type TextStyle } from "../../../../theme/tokens.ts";
import { levelsOf } from "../template/list-style.ts";
import type { Item, Paragraph, RectangleItem } from "./content.ts";
import { runsOf, runsOfCode } from "./runs.ts";

/** Where blocks are set. */
export interface Room {
  /** px. */
  readonly width: number;
  /** px, of paragraphs, lists, headings and quotes. */
  readonly textWidth: number;
  /** What first-level text is set in, in the house's size. */
  readonly style: "body" | "lead";
  /** What marks beside text stand on. */
  readonly ground: Ground;
  /** The template's type sizes ÷ the house's: text and its distances are so much larger. */
  readonly scale: number;
  /** Width of text in the template's font ÷ the same in the house's. 1 if left out. */
  readonly letters?: number;
  /** Line height ÷ type size of text in the placeholder, where it is not the house's. */
  readonly lineHeight?: number;
  /** What a block that is no text is made of, from its left upper corner, and how high it is, px. */
  readonly place: (block: Block, width: number) => Thing;
}

/** Something beside text, px from its own left upper corner. */
export interface Thing {
  readonly height: number;
  readonly items: readonly Item[];
}

/** What stands under each other in a region, px from its upper edge. */
export type Piece = TextPiece | ThingPiece;

export interface TextPiece {
  readonly kind: "text";
  readonly y: number;
  readonly height: number;
  readonly paragraphs: readonly Paragraph[];
  /** Rules and bars of quotes beside the text, from the region's left upper corner. */
  readonly marks: readonly RectangleItem[];
}

export interface ThingPiece extends Thing {
  readonly kind: "thing";
  readonly x: number;
  readonly y: number;
}

export interface Flowed {
  readonly pieces: readonly Piece[];
  readonly height: number;
  /** Lower edge of each block, px from the region's upper edge. */
  readonly ends: readonly number[];
}

/** Blocks under each other; `flow` never fails, and what is too high is higher than its region. */
export function flow(blocks: readonly Block[], room: Room): Flowed {
  const setter = new Setter(room);
  const ends = blocks.map((block, i) => {
    const above = blocks[i - 1];
    if (above !== undefined) setter.leave(gapBetween(above.kind, block.kind), isText(above) && isText(block));
    setter.block(block, { width: room.width, body: scale[room.style], lists: 0, steps: 0 });
    return setter.end;
  });
  const pieces = setter.finish();
  return { pieces, height: setter.end, ends };
}

/** Whether a block stands in a box of text. */
function isText({ kind }: Block): boolean {
  return kind === "heading" || kind === "paragraph" || kind === "list" || kind === "quote" || kind === "rule";
}

/** Whether a block is a row of pictures. */
export function isPictures(block: Block): block is Extract<Block, { kind: "paragraph" }> {
  return block.kind === "paragraph" && isPictureRow(block.content);
}

/** How text is set at a place: what lists and quotes around make of it. */
interface Setting {
  /** px, as wide as text of the house's size would have it. */
  readonly width: number;
  readonly body: TextStyle;
  /** Lists and quotes around. */
  readonly lists: number;
  /** Indents from the region's left edge. */
  readonly steps: number;
}

/** A count of numbered paragraphs that goes on. */
interface Count {
  readonly list: Block;
  readonly start: number;
}

interface OpenPiece {
  readonly y: number;
  /** Lower edge of its last paragraph. */
  bottom: number;
  readonly paragraphs: Paragraph[];
  readonly marks: RectangleItem[];
}

/** What the list styles say already; their sizes and distances are the same on any ground. */
const given = { body: levelsOf("body", "plain"), lead: levelsOf("lead", "blue") } as const;

class Setter {
  private readonly room: Room;
  private readonly levels: ReturnType<typeof levelsOf>;
  private readonly pieces: Piece[] = [];
  private open: OpenPiece | undefined;
  /** Counts that a next paragraph may go on with, by level. */
  private readonly counts = new Map<number, Count>();
  /** Lower edge of what stands, px. */
  end = 0;
  /** Due above what comes next, px. */
  private due = 0;

  constructor(room: Room) {
    this.room = room;
    this.levels = given[room.style];
  }

  /** Leaves px free above what comes next; distances of text grow with its size. */
  leave(px: number, ofText: boolean): void {
    this.due += ofText ? px * this.room.scale : px;
  }

  finish(): readonly Piece[] {
    this.close();
    return this.pieces;
  }

  block(block: Block, setting: Setting): void {
    const narrow = setting.lists === 0 ? this.room.textWidth : setting.width;
    switch (block.kind) {
      case "heading":
        this.paragraph(
          { role: "heading", level: setting.steps, runs: runsOf(block.content, { bold: true }, scale.heading.size * this.room.scale) },
          scale.heading,
          this.lines(block.content, narrow, scale.heading),
        );
        break;
      case "paragraph":
        if (setting.lists === 0 && isPictures(block)) this.thing(block, setting);
        else this.words(block.content, { role: "plain", level: setting.steps }, { ...setting, width: narrow });
        break;
      case "list":
        this.list(block, { ...setting, width: narrow });
        break;
      case "quote":
        this.quote(block.blocks, { ...setting, width: narrow });
        break;
      case "code":
        if (setting.lists === 0) this.thing(block, setting);
        else this.code(block.text, setting);
        break;
      case "rule":
        this.rule(setting);
        break;
      case "table":
      case "figures":
      case "chart":
        this.thing(block, setting);
        break;
    }
  }

  private list(block: Extract<Block, { kind: "list" }>, setting: Setting): void {
    const { items, ordered, start } = block;
    const indent = space.indent * this.room.scale;
    const inner: Setting = {
      width: setting.width - indent,
      body: setting.lists === 0 ? setting.body : scale.second,
      lists: setting.lists + 1,
      steps: setting.steps + 1,
    };
    const gap = setting.lists === 0 ? space.item : space.itemSecond;
    for (const [i, item] of items.entries()) {
      if (i > 0) this.leave(gap, true);
      this.item(item, ordered ? { list: block, start: start + i } : undefined, inner);
    }
  }

  private item({ blocks, checked }: ListItem, count: Count | undefined, inner: Setting): void {
    const [first, ...others] = blocks;
    const bare = first?.kind === "paragraph" ? first : undefined;
    const level = inner.steps - 1;
    const task = checked === undefined ? {} : { checked };
    if (bare !== undefined || first === undefined) {
      const own = count && { ...count, start: this.startOf(count, level) };
      const numbered = own === undefined ? {} : { numbered: { start: own.start } };
      this.words(bare?.content ?? [], { role: "list", level, ...task, ...numbered }, inner);
      if (own !== undefined) this.counts.set(level, own);
    }
    for (const block of bare === undefined ? blocks : others) {
      this.leave(space.itemSecond, true);
      this.block(block, inner);
    }
  }

  /**
   * Where the count starts that a numbered paragraph stands in: that of the paragraphs before it if they are of one list
   * and nothing came between, else its own number. A box ends where PowerPoint would count on through two lists.
   */
  private startOf({ list, start }: Count, level: number): number {
    const before = this.counts.get(level);
    if (before === undefined || this.open === undefined) return start;
    if (before.list === list) return before.start;
    if (before.start === start) this.close();
    return start;
  }

  private quote(blocks: readonly Block[], setting: Setting): void {
    const { scale: factor } = this.room;
    const top = this.end + this.due;
    const inner: Setting = {
      ...setting,
      width: setting.width - space.quote * factor,
      lists: setting.lists + 1,
      steps: setting.steps + 1,
    };
    for (const [i, block] of blocks.entries()) {
      if (i > 0) this.leave(space.block, true);
      if (block.kind === "paragraph") this.words(block.content, { role: "quote", level: inner.steps }, inner);
      else this.block(block, inner);
    }
    const box = { x: setting.steps * space.indent * factor, y: top, width: 4, height: this.end - top };
    const fill = this.room.ground === "blue" ? "gold-bright" : "blue";
    if (box.height > 0) this.mark({ kind: "rectangle", name: "Balken am Zitat", fill, box });
  }

  /** Code within a list: beside text, without a panel of its own. */
  private code(text: string, setting: Setting): void {
    const columns = Math.max(1, Math.floor(setting.width / (scale.code.size * monoAdvance)));
    const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
    this.paragraph({ role: "code", level: setting.steps, runs: runsOfCode(text) }, scale.code, lines);
  }

  private rule({ width, steps }: Setting): void {
    const x = steps * space.indent * this.room.scale;
    const mark: RectangleItem = {
      kind: "rectangle",
      name: "Linie",
      fill: "line",
      box: { x, y: this.end + this.due, width, height: 1 },
    };
    this.mark(mark);
    this.end = mark.box.y + mark.box.height;
    this.due = 0;
  }

  private mark(mark: RectangleItem): void {
    if (this.open !== undefined) this.open.marks.push(mark);
    else this.pieces.push({ kind: "thing", x: 0, y: 0, height: 0, items: [mark] });
  }

  private words(content: readonly Inline[], paragraph: Omit<Paragraph, "runs">, { width, body }: Setting): void {
    this.paragraph({ ...paragraph, runs: runsOf(content, {}, body.size * this.room.scale) }, body, this.lines(content, width, body));
  }

  /** Pictures among words are their alternatives here. */
  private lines(content: readonly Inline[], width: number, style: TextStyle): number {
    return linesOf(worded(content), Math.max(1, width / (this.room.scale * (this.room.letters ?? 1))), style);
  }

  private paragraph(paragraph: Paragraph, style: TextStyle, lines: number): void {
    const { scale: factor, lineHeight } = this.room;
    const at = paragraph.role === "list" ? paragraph.level : Math.max(0, paragraph.level - 1);
    const level = this.levels[Math.min(at, this.levels.length - 1)];
    const top = this.end + this.due;
    this.open ??= { y: top, bottom: top, paragraphs: [], marks: [] };
    const before = top - this.open.bottom;
    const isGivenLine = style.size === level?.style.size && style.line === level.style.line;
    // The first box of text is the placeholder, whose own lines are the template's.
    const isTemplates = isGivenLine && lineHeight !== undefined && !this.pieces.some(({ kind }) => kind === "text");
    const isGiven = this.open.paragraphs.length === 0 || Math.abs(before - (level?.before ?? 0) * factor) < 0.01;
    this.open.paragraphs.push({
      ...paragraph,
      ...(isGiven ? {} : { before }),
      ...(style.size === level?.style.size ? {} : { size: style.size * factor }),
      ...(isGivenLine ? {} : { line: style.line * factor }),
    });
    this.end = top + lines * (isTemplates ? style.size * lineHeight : style.line) * factor;
    this.open.bottom = this.end;
    this.due = 0;
    // It ends the counts of its own level and below.
    for (const other of this.counts.keys()) if (other > at || (other === at && paragraph.numbered === undefined)) this.counts.delete(other);
  }

  private thing(block: Block, { width, steps }: Setting): void {
    this.close();
    const x = steps * space.indent * this.room.scale;
    const { height, items } = this.room.place(block, width);
    const y = this.end + this.due;
    this.pieces.push({ kind: "thing", x, y, height, items });
    this.end = y + height;
    this.due = 0;
  }

  /** Ends the box of text. */
  private close(): void {
    if (this.open === undefined) return;
    const { y, bottom, paragraphs, marks } = this.open;
    this.pieces.push({ kind: "text", y, height: bottom - y, paragraphs, marks });
    this.open = undefined;
    this.counts.clear();
  }
}

function worded(content: readonly Inline[]): readonly Inline[] {
  return content.some(holdsPicture) ? content.map(wordedOne) : content;
}

function wordedOne(inline: Inline): Inline {
  if (inline.kind === "image") return { kind: "text", text: inline.image.alternative };
  return "content" in inline ? { ...inline, content: inline.content.map(wordedOne) } : inline;
}

function holdsPicture(inline: Inline): boolean {
  return inline.kind === "image" || ("content" in inline && inline.content.some(holdsPicture));
}
