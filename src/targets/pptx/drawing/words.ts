/** The texts of a scene, which are single lines, as what a partner edits: the words of a shape, or a text box of several lines. */

import { textExtent } from "../../../scene/marks.ts";
import { breakLines, textWidth, type Weight } from "../../../scene/measure.ts";
import type { TextMark } from "../../../scene/scene.ts";
import { metrics } from "../../../../theme/fonts/metrics.ts";
import type { Box } from "../../../../theme/layouts.ts";
import type { ColourName } from "../../../../theme/tokens.ts";

export interface Words {
  readonly align: "left" | "center" | "right";
  /** Whether PowerPoint breaks the lines; else they are broken as given. */
  readonly wrap: boolean;
  /** px, from the shape's own area for text to the words. */
  readonly insets: { readonly left: number; readonly right: number };
  readonly paragraphs: readonly Paragraph[];
}

/** Lines of pieces. */
export type Paragraph = readonly Line[];
type Line = readonly Piece[];

export interface Piece {
  readonly text: string;
  /** px. */
  readonly size: number;
  readonly weight: Weight;
  readonly fill: ColourName;
  /** px after each letter. */
  readonly spacing?: number;
}

/** Text as it is read, in one line. */
export function plainWords({ paragraphs }: Pick<Words, "paragraphs">): string {
  return paragraphs.map((lines) => lines.map((line) => line.map((piece) => piece.text).join("")).join(" ")).join(" ");
}

/** Parts of the type size, as PowerPoint sets a line: from its top to its baseline, and to the next line. */
const ascent = metrics.ascent / metrics.unitsPerEm;
const lineHeight = (metrics.ascent + metrics.descent) / metrics.unitsPerEm;

/** A text box, with the keys of its texts. */
export interface TextBlock {
  readonly keys: readonly string[];
  readonly box: Box;
  readonly words: Words;
}

const alignOf = { start: "left", middle: "center", end: "right" } as const;

/** A key without the number of its line: "label:2" is a further line of "label". */
function stemOf(key: string): string {
  return key.replace(/:\d+$/, "");
}

/**
 * One text box of texts that follow each other in a scene and stand together: lines under each other are one, and so are
 * a date and what happened then, or a name and its value, in one line.
 */
export class BlockBuilder {
  readonly #rows: TextMark[][];

  constructor(first: TextMark) {
    this.#rows = [[first]];
  }

  /** Whether the text belongs to the block; then it is taken in. */
  take(mark: TextMark): boolean {
    const row = this.#rows.at(-1) ?? [];
    const [first, last] = [row[0], row.at(-1)];
    if (first === undefined || last === undefined || mark.anchor !== first.anchor || mark.within !== undefined) return false;
    const down = mark.y - last.y;
    if (Math.abs(down) < 0.5) {
      const gap = textExtent(mark).left - textExtent(last).right;
      if (this.#rows.length > 1 || mark.anchor === "middle" || stemOf(mark.key) === stemOf(last.key)) return false;
      if (gap < 0 || gap > 1.2 * mark.size) return false;
      row.push(mark);
      return true;
    }
    const size = Math.max(mark.size, last.size);
    const anchor = mark.anchor === "end" ? last : first;
    if (Math.abs(mark.x - anchor.x) > 0.5 || down < 0.9 * size || down > 1.4 * size) return false;
    this.#rows.push([mark]);
    return true;
  }

  build(): TextBlock {
    const marks = this.#rows.flat();
    const extents = marks.map(textExtent);
    const left = Math.min(...extents.map((each) => each.left));
    const right = Math.max(...extents.map((each) => each.right));
    const size = Math.max(...marks.map((mark) => mark.size));
    const [top, bottom] = [Math.min(...marks.map((mark) => mark.y)), Math.max(...marks.map((mark) => mark.y))];
    const height = this.#rows.length * lineHeight * size;
    // The middle of the lines as PowerPoint sets them, between those of the first and of the last.
    const middle = (top + bottom) / 2 - (ascent - lineHeight / 2) * size;
    const paragraphs: Line[][] = [];
    for (const [i, row] of this.#rows.entries()) {
      const line = row.flatMap((mark, k) => [...blankBefore(row[k - 1], mark), pieceOf(mark)]);
      const goesOn = stemOf(row[0]?.key ?? "") === stemOf(this.#rows[i - 1]?.[0]?.key ?? "") && row.length === 1;
      if (i > 0 && goesOn) paragraphs.at(-1)?.push(line);
      else paragraphs.push([line]);
    }
    return {
      keys: marks.map((mark) => mark.key),
      box: { x: left, y: middle - height / 2, width: right - left, height },
      words: { align: alignOf[marks[0]?.anchor ?? "start"], wrap: false, insets: { left: 0, right: 0 }, paragraphs },
    };
  }
}

/** Between two texts in one line, as wide as the scene has it. */
function blankBefore(before: TextMark | undefined, mark: TextMark): readonly Piece[] {
  if (before === undefined) return [];
  const gap = textExtent(mark).left - textExtent(before).right;
  return [{ ...pieceOf(before), text: " ", spacing: gap - textWidth(" ", before.size, before.weight) }];
}

function pieceOf({ text, size, weight, fill }: TextMark): Piece {
  return { text, size, weight, fill };
}

/**
 * The words of a shape, broken by PowerPoint where that breaks them as the scene does; else line by line.
 *
 * @param marks the lines, at least one
 * @param area where the shape has room for text
 */
export function wordsWithin(marks: readonly [TextMark, ...TextMark[]], area: Box): Words {
  const [first] = marks;
  const lines = marks.map((mark) => mark.text);
  const align = alignOf[first.anchor];
  const words = (first.within?.words ?? lines.join(" ")).replaceAll("\u00ad", "");
  const left = align === "left" ? first.x - area.x : 0;
  const room = area.width - left;
  const width = Math.min(room, breakingWidth(lines, first, room));
  const same = breakLines(words, width, first.size, first.weight);
  const wrap = left >= 0 && isWhole(lines, words) && same.length === lines.length && same.every((each, i) => each === lines[i]);
  if (!wrap) {
    return { align, wrap, insets: { left: Math.max(0, left), right: 0 }, paragraphs: [marks.map((mark) => [pieceOf(mark)])] };
  }
  const free = room - width;
  const insets = align === "center" ? { left: free / 2, right: free / 2 } : { left, right: free };
  return { align, wrap, insets, paragraphs: [[[{ ...pieceOf(first), text: words }]]] };
}

/** Whether the lines end where PowerPoint can end one too: at blanks and hyphens, not within a word or after a stroke. */
function isWhole(lines: readonly string[], words: string): boolean {
  return letters(lines.join("")) === letters(words) && !lines.slice(0, -1).some((each) => each.endsWith("/"));
}

function letters(text: string): string {
  return text.replaceAll("\u2011", "-").replace(/\s/gu, "");
}

/** The width farthest from breaking otherwise: between the widest line, and a line with the next one's first word. */
function breakingWidth(lines: readonly string[], { size, weight }: TextMark, room: number): number {
  const widest = Math.max(...lines.map((each) => textWidth(each, size, weight)));
  const next = lines.slice(0, -1).map((each, i) => textWidth(`${each} ${lines[i + 1]?.split(" ")[0] ?? ""}`, size, weight));
  return next.length === 0 ? room : (widest + Math.max(widest, Math.min(room, ...next))) / 2;
}
