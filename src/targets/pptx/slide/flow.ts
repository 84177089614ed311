/**
 * Blocks of a region under each other, as the browser sets them: what paragraphs lists, quotes and the like become, and how
 * wide and large their text is. In which boxes they gather is `pieces.ts`.
 */

import { linesOf, monoAdvance } from "../../../deck/fit-text.ts";
import type { Block, Inline, ListItem } from "../../../deck/model.ts";
import { isPictureRow } from "../../../deck/pictures.ts";
import { gapBetween } from "../../../../theme/blocks.ts";
import type { Ground } from "../../../../theme/layouts.ts";
import { space, text as scale, type TextStyle } from "../../../../theme/tokens.ts";
import { levelsOf } from "../template/list-style.ts";
import type { Paragraph, RectangleItem } from "./content.ts";
import { type Count, type Piece, Pieces, type Thing } from "./pieces.ts";
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
    if (above !== undefined) setter.pieces.leave(gapBetween(above.kind, block.kind), isText(above) && isText(block));
    setter.block(block, { width: room.width, body: scale[room.style], lists: 0, steps: 0 });
    return setter.pieces.end;
  });
  return { pieces: setter.pieces.finish(), height: setter.pieces.end, ends };
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

/** What the list styles say already; their sizes and distances are the same on any ground. */
const given = { body: levelsOf("body", "plain"), lead: levelsOf("lead", "blue") } as const;

class Setter {
  private readonly room: Room;
  readonly pieces: Pieces;

  constructor(room: Room) {
    const { style, scale: factor, lineHeight } = room;
    this.room = room;
    this.pieces = new Pieces({ levels: given[style], scale: factor, ...(lineHeight !== undefined && { lineHeight }) });
  }

  block(block: Block, setting: Setting): void {
    const narrow = setting.lists === 0 ? this.room.textWidth : setting.width;
    switch (block.kind) {
      case "heading":
        this.pieces.paragraph(
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
      if (i > 0) this.pieces.leave(gap, true);
      this.item(item, ordered ? { list: block, start: start + i } : undefined, inner);
    }
  }

  private item({ blocks, checked }: ListItem, count: Count | undefined, inner: Setting): void {
    const [first, ...others] = blocks;
    const bare = first?.kind === "paragraph" ? first : undefined;
    const level = inner.steps - 1;
    const task = checked === undefined ? {} : { checked };
    if (bare !== undefined || first === undefined) {
      const own = count && { ...count, start: this.pieces.startOf(count, level) };
      const numbered = own === undefined ? {} : { numbered: { start: own.start } };
      this.words(bare?.content ?? [], { role: "list", level, ...task, ...numbered }, inner);
      if (own !== undefined) this.pieces.count(own, level);
    }
    for (const block of bare === undefined ? blocks : others) {
      this.pieces.leave(space.itemSecond, true);
      this.block(block, inner);
    }
  }

  private quote(blocks: readonly Block[], setting: Setting): void {
    const { scale: factor } = this.room;
    const top = this.pieces.next;
    const inner: Setting = {
      ...setting,
      width: setting.width - space.quote * factor,
      lists: setting.lists + 1,
      steps: setting.steps + 1,
    };
    for (const [i, block] of blocks.entries()) {
      if (i > 0) this.pieces.leave(space.block, true);
      if (block.kind === "paragraph") this.words(block.content, { role: "quote", level: inner.steps }, inner);
      else this.block(block, inner);
    }
    const box = { x: setting.steps * space.indent * factor, y: top, width: 4, height: this.pieces.end - top };
    const fill = this.room.ground === "blue" ? "gold-bright" : "blue";
    if (box.height > 0) this.pieces.mark({ kind: "rectangle", name: "Balken am Zitat", fill, box });
  }

  /** Code within a list: beside text, without a panel of its own. */
  private code(text: string, setting: Setting): void {
    const columns = Math.max(1, Math.floor(setting.width / (scale.code.size * monoAdvance)));
    const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
    this.pieces.paragraph({ role: "code", level: setting.steps, runs: runsOfCode(text) }, scale.code, lines);
  }

  private rule({ width, steps }: Setting): void {
    const x = steps * space.indent * this.room.scale;
    const mark: RectangleItem = {
      kind: "rectangle",
      name: "Linie",
      fill: "line",
      box: { x, y: this.pieces.next, width, height: 1 },
    };
    this.pieces.mark(mark);
    this.pieces.advance(mark.box.y + mark.box.height);
  }

  private words(content: readonly Inline[], paragraph: Omit<Paragraph, "runs">, { width, body }: Setting): void {
    this.pieces.paragraph({ ...paragraph, runs: runsOf(content, {}, body.size * this.room.scale) }, body, this.lines(content, width, body));
  }

  /** Pictures among words are their alternatives here. */
  private lines(content: readonly Inline[], width: number, style: TextStyle): number {
    return linesOf(worded(content), Math.max(1, width / (this.room.scale * (this.room.letters ?? 1))), style);
  }

  private thing(block: Block, { width, steps }: Setting): void {
    this.pieces.thing(steps * space.indent * this.room.scale, this.room.place(block, width));
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
