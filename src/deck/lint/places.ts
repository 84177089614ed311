/** Where in a file the parts of a passage stand: texts are found again in it, as it writes them with markup, references and line breaks. */

import { type Source, spanOf, type Span } from "../../source/source.ts";
import type { OutlineInline } from "../outline.ts";

/** Stands for a placeholder, a claim, a choice or a literal: U+FFFC, the sign for an object among letters. */
export const bound = "\ufffc";

/** What is written as a blank on one line, and is none yet. */
const noBlank: RegExp = /[^\S ]/g;
/** Pieces of no more letters are counted through anew. */
const short = 200;

/** A stretch of a passage and where in the file it is to be looked for. */
interface Piece {
  /** Offset in the passage's text. */
  readonly at: number;
  readonly text: string;
  readonly from: number;
  to: number;
  readonly placeholder?: Span;
  /** Where words were found the last time: in the piece and in the file. */
  last?: Map<string, { readonly text: number; readonly written: number }>;
}

/** The pieces of a passage, in its order, and how to find them. */
export class Places {
  private readonly within: Span;
  private readonly text: string;
  private readonly pieces: Piece[] = [];
  /** What comes next is to be looked for from here on. */
  private cursor: number;
  /** Of the pieces so far. */
  private length = 0;

  /** @param text what the inlines say, on one line */
  constructor(inlines: readonly OutlineInline[], within: Span, text: string) {
    this.within = within;
    this.text = text;
    this.cursor = within.start;
    this.add(inlines);
  }

  /** The place of a part of the text; the whole where it cannot be found. */
  place(from: number, to: number): Span {
    const { within, text, pieces } = this;
    const first = pieces.findLast(({ at }) => at <= from) ?? pieces[0];
    const start = first && locate(first, text, from, to, within);
    if (start === undefined) return within;
    // Words with markup or a placeholder among them: from the first to the last.
    const last = pieces.findLast(({ at, text: own }) => at < to && own.trim() !== "");
    const end = last === first ? start : last && locate(last, text, last.at, to, within);
    return spanOf(start.source, start.start, Math.max(start.end, end?.end ?? 0));
  }

  placeholderAt(offset: number): Span | undefined {
    return this.pieces.find(({ at }) => at === offset)?.placeholder;
  }

  /** Offset in the file behind all of it, as far as it can be told. */
  reached(): number {
    const last = this.pieces.findLast(({ text }) => text.trim() !== "");
    if (last === undefined) return this.cursor;
    return Math.max(this.cursor, locate(last, this.text, last.at, last.at + last.text.length, this.within)?.end ?? this.cursor);
  }

  private add(inlines: readonly OutlineInline[]): void {
    for (const inline of inlines) {
      switch (inline.kind) {
        case "text":
          this.addText(onOneLine(inline.text));
          break;
        case "code":
          this.addText(bound);
          break;
        case "break":
          this.addText(" ");
          break;
        case "strong":
        case "emphasis":
        case "deleted":
          this.add(inline.content);
          break;
        case "placeholder":
        case "claim":
        case "literal":
        case "choose":
          this.addBound(inline.span);
          break;
        case "link":
          this.add(inline.content);
          this.cursor = Math.max(this.cursor, inline.span.end);
          break;
        case "image":
          this.cursor = Math.max(this.cursor, inline.span.end);
          break;
      }
    }
  }

  private addText(text: string): void {
    this.push({ at: this.length, text, from: this.cursor, to: this.within.end });
  }

  private addBound(span: Span): void {
    for (const piece of this.pieces) {
      if (piece.from <= span.start && piece.to > span.start && piece.placeholder === undefined) piece.to = span.start;
    }
    this.push({ at: this.length, text: bound, from: span.start, to: span.end, placeholder: span });
    this.cursor = span.end;
  }

  private push(piece: Piece): void {
    this.pieces.push(piece);
    this.length += piece.text.length;
  }
}

/** The file writes a text with references, escapes and line breaks: where it cannot be found, the whole is its place. */
function locate(piece: Piece, whole: string, begin: number, to: number, { source }: Span): Span | undefined {
  if (piece.placeholder !== undefined) return piece.placeholder;
  const part = whole.slice(begin, Math.min(to, piece.at + piece.text.length));
  const wanted = part.trim();
  const from = begin + part.length - part.trimStart().length;
  if (wanted === "") return undefined;
  const written = linesOf(source);
  // Equal words before it in the piece are passed over; those of the last time need not be counted again.
  const last = piece.last?.get(wanted);
  const earlier = last !== undefined && last.text <= from - piece.at ? last : undefined;
  let [at, seen] =
    earlier === undefined ? [piece.from - 1, piece.text.indexOf(wanted)] : [earlier.written, piece.text.indexOf(wanted, earlier.text + 1)];
  let text = earlier?.text ?? -1;
  for (; seen >= 0 && seen <= from - piece.at; seen = piece.text.indexOf(wanted, seen + 1)) {
    at = written.indexOf(wanted, at + 1);
    if (at < 0 || at + wanted.length > piece.to) return undefined;
    text = seen;
  }
  if (at < piece.from) return undefined;
  if (piece.text.length > short) (piece.last ??= new Map()).set(wanted, { text, written: at });
  return spanOf(source, at, at + wanted.length);
}

const lines = new WeakMap<Source, string>();

/** The file with a blank in place of each line break and the like: all offsets stay. Made once, not for each cell of a table. */
function linesOf(source: Source): string {
  let line = lines.get(source);
  if (line === undefined) {
    line = onOneLine(source.text);
    lines.set(source, line);
  }
  return line;
}

/** All offsets stay. */
export function onOneLine(text: string): string {
  return text.replaceAll(noBlank, " ");
}
