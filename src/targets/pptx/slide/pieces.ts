/**
 * What stands under each other in a region: boxes in which paragraphs gather, and things between them. Knows of distances
 * and of what PowerPoint makes of the paragraphs of one box, not of blocks.
 */

import type { Block } from "../../../deck/model.ts";
import type { TextStyle } from "../../../../theme/tokens.ts";
import type { levelsOf } from "../template/list-style.ts";
import type { Item, Paragraph, RectangleItem } from "./content.ts";

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

/** A count of numbered paragraphs that goes on. */
export interface Count {
  readonly list: Block;
  readonly start: number;
}

/** How the template sets text. */
export interface Lettering {
  /** What its list styles say already. */
  readonly levels: ReturnType<typeof levelsOf>;
  /** Its type sizes ÷ the house's: text and its distances are so much larger. */
  readonly scale: number;
  /** Line height ÷ type size of text in the placeholder, where it is not the house's. */
  readonly lineHeight?: number;
}

interface OpenPiece {
  readonly y: number;
  /** Lower edge of its last paragraph. */
  bottom: number;
  readonly paragraphs: Paragraph[];
  readonly marks: RectangleItem[];
}

export class Pieces {
  private readonly lettering: Lettering;
  private readonly all: Piece[] = [];
  private open: OpenPiece | undefined;
  /** Counts that a next paragraph may go on with, by level. */
  private readonly counts = new Map<number, Count>();
  /** Lower edge of what stands, px. */
  end = 0;
  /** Due above what comes next, px. */
  private due = 0;

  constructor(lettering: Lettering) {
    this.lettering = lettering;
  }

  /** Upper edge of what comes next, px. */
  get next(): number {
    return this.end + this.due;
  }

  /** Leaves px free above what comes next; distances of text grow with its size. */
  leave(px: number, ofText: boolean): void {
    this.due += ofText ? px * this.lettering.scale : px;
  }

  finish(): readonly Piece[] {
    this.close();
    return this.all;
  }

  /** @param lines so many of them it takes */
  paragraph(paragraph: Paragraph, style: TextStyle, lines: number): void {
    const { levels, scale, lineHeight } = this.lettering;
    const at = paragraph.role === "list" ? paragraph.level : Math.max(0, paragraph.level - 1);
    const level = levels[Math.min(at, levels.length - 1)];
    const top = this.next;
    this.open ??= { y: top, bottom: top, paragraphs: [], marks: [] };
    const before = top - this.open.bottom;
    const isGivenLine = style.size === level?.style.size && style.line === level.style.line;
    // The first box of text is the placeholder, whose own lines are the template's.
    const isTemplates = isGivenLine && lineHeight !== undefined && !this.all.some(({ kind }) => kind === "text");
    const isGiven = this.open.paragraphs.length === 0 || Math.abs(before - (level?.before ?? 0) * scale) < 0.01;
    this.open.paragraphs.push({
      ...paragraph,
      ...(isGiven ? {} : { before }),
      ...(style.size === level?.style.size ? {} : { size: style.size * scale }),
      ...(isGivenLine ? {} : { line: style.line * scale }),
    });
    this.advance(top + lines * (isTemplates ? style.size * lineHeight : style.line) * scale);
    this.open.bottom = this.end;
    // It ends the counts of its own level and below.
    for (const other of this.counts.keys()) if (other > at || (other === at && paragraph.numbered === undefined)) this.counts.delete(other);
  }

  /**
   * Where the count starts that a numbered paragraph stands in: that of the paragraphs before it if they are of one list
   * and nothing came between, else its own number. A box ends where PowerPoint would count on through two lists.
   */
  startOf({ list, start }: Count, level: number): number {
    const before = this.counts.get(level);
    if (before === undefined || this.open === undefined) return start;
    if (before.list === list) return before.start;
    if (before.start === start) this.close();
    return start;
  }

  /** The next numbered paragraph of the level may go on with the count. */
  count(count: Count, level: number): void {
    this.counts.set(level, count);
  }

  /** @param x px from the region's left edge */
  thing(x: number, { height, items }: Thing): void {
    this.close();
    const y = this.next;
    this.all.push({ kind: "thing", x, y, height, items });
    this.advance(y + height);
  }

  /** A rectangle beside text, which takes no room. */
  mark(mark: RectangleItem): void {
    if (this.open !== undefined) this.open.marks.push(mark);
    else this.all.push({ kind: "thing", x: 0, y: 0, height: 0, items: [mark] });
  }

  /** What comes next stands below here, px. */
  advance(end: number): void {
    this.end = end;
    this.due = 0;
  }

  /** Ends the box of text. */
  private close(): void {
    if (this.open === undefined) return;
    const { y, bottom, paragraphs, marks } = this.open;
    this.all.push({ kind: "text", y, height: bottom - y, paragraphs, marks });
    this.open = undefined;
    this.counts.clear();
  }
}
