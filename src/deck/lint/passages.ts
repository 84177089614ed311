/**
 * A slide's texts as rules over words read them: one after the other, each sentence in one piece, and in place of what is
 * bound, held or said to be no statistic a sign that is no letter. Every part of them can be found in the file again.
 */

import { fieldsOf } from "../../data/fields.ts";
import type { YamlNode, YamlScalar } from "../../data/yaml.ts";
import { type Source, spanOf, type Span } from "../../source/source.ts";
import type { OutlineBlock, OutlineInline, OutlineSlide } from "../outline.ts";
import { templateOf } from "../template.ts";
import { fencedTexts } from "./fenced-texts.ts";

/** Stands for a placeholder, a claim, a choice or a literal: U+FFFC, the sign for an object among letters. */
export const bound = "\ufffc";

export interface Passage {
  readonly role: "kicker" | "title" | "footnote" | "heading" | "prose" | "cell" | "label" | "alternative" | "note";
  /** One line; no-break spaces are blanks here. */
  readonly text: string;
  /** The place of a part of the text, from an offset to another. */
  place(from: number, to: number): Span;
  /** The place of the placeholder for which {@link bound} stands at the offset. */
  placeholderAt(offset: number): Span | undefined;
}

const known = new WeakMap<OutlineSlide, readonly Passage[]>();

/** The words from an offset to another, for a message. */
export function wordsOf({ text }: Passage, from: number, to: number): string {
  return text.slice(from, to).replaceAll(bound, "…");
}

/** All texts of the slide, its notes last. The same slide gives the same objects. */
export function passagesOf(outline: OutlineSlide): readonly Passage[] {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const passages: Passage[] = [];
  const add: Add = (role, inlines, within) => {
    const written = new Written(role, within);
    written.add(inlines);
    written.addTo(passages);
    return role === "cell" || role === "note" ? written.reached() : within.end;
  };
  const scalar: AddScalar = (role, value) => {
    add(role, templateOf(value, []), value.content);
  };
  frontTexts(outline.settings, scalar);
  for (const { blocks } of outline.sections) addBlocks(blocks, undefined, add, scalar);
  addBlocks(outline.notes, "note", add, scalar);
  known.set(outline, passages);
  return passages;
}

/** Says where in the file the last part ends that can be found, so that equal words of a later cell are not taken for it. */
type Add = (role: Passage["role"], inlines: readonly OutlineInline[], within: Span) => number;
type AddScalar = (role: Passage["role"], value: YamlScalar) => void;

function frontTexts(settings: YamlNode | undefined, add: AddScalar): void {
  const fields = settings?.kind === "mapping" ? fieldsOf(settings, []) : undefined;
  for (const [name, role] of [
    ["kicker", "kicker"],
    ["footnotes", "footnote"],
  ] as const) {
    const value = fields?.entry(name)?.value;
    for (const item of value?.kind === "sequence" ? value.items : [value]) {
      if (item?.kind === "scalar" && item.value !== null) add(role, item);
    }
  }
}

function addBlocks(blocks: readonly OutlineBlock[], role: "note" | undefined, add: Add, scalar: AddScalar): void {
  for (const block of blocks) {
    switch (block.kind) {
      case "heading":
        add(role ?? (block.level === 1 ? "title" : "heading"), block.content, block.span);
        break;
      case "paragraph":
        add(role ?? "prose", block.content, block.span);
        break;
      case "list":
        for (const item of block.items) addBlocks(item.blocks, role, add, scalar);
        break;
      case "quote":
        addBlocks(block.blocks, role, add, scalar);
        break;
      case "table": {
        // Cells follow each other in one span: each is looked for behind the one before it.
        let within = block.span;
        for (const cell of [...block.columns.map(({ header }) => header), ...block.rows.flat()]) {
          within = spanOf(within.source, Math.min(add(role ?? "cell", cell, within), within.end), within.end);
        }
        break;
      }
      case "fenced":
        for (const value of fencedTexts(block)) scalar("label", value);
        break;
      case "code":
      case "rule":
        break;
    }
  }
}

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

class Written implements Passage {
  readonly role: Passage["role"];
  text = "";
  private readonly within: Span;
  private readonly pieces: Piece[] = [];
  /** Texts of pictures and links in it. */
  private inner: Written[] | undefined;
  private cursor: number;

  constructor(role: Passage["role"], within: Span) {
    this.role = role;
    this.within = within;
    this.cursor = within.start;
  }

  add(inlines: readonly OutlineInline[]): void {
    for (const inline of inlines) this.addOne(inline);
  }

  /** Itself, if it says anything, and the texts in it. */
  addTo(passages: Passage[]): void {
    if (this.text !== bound && this.text.trim() !== "") passages.push(this);
    for (const inner of this.inner ?? []) inner.addTo(passages);
  }

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

  /** Offset in the file behind all that has been added, as far as it can be told. */
  reached(): number {
    const last = this.pieces.findLast(({ text }) => text.trim() !== "");
    if (last === undefined) return this.cursor;
    return Math.max(this.cursor, locate(last, this.text, last.at, last.at + last.text.length, this.within)?.end ?? this.cursor);
  }

  private addOne(inline: OutlineInline): void {
    switch (inline.kind) {
      case "text":
      case "code":
        // What stands in code is no sentence.
        this.addText(inline.kind === "code" ? bound : inline.text);
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
        if (inline.title) this.addInner(this.role, inline.title, inline.span);
        this.passOver(inline.span);
        break;
      case "image":
        this.addInner(this.role === "note" ? "note" : "alternative", inline.alternative, inline.span);
        if (inline.title) this.addInner(this.role, inline.title, inline.span);
        this.passOver(inline.span);
        break;
    }
  }

  private addInner(role: Passage["role"], inlines: readonly OutlineInline[], within: Span): void {
    const inner = new Written(role, within);
    inner.add(inlines);
    (this.inner ??= []).push(inner);
  }

  private addText(text: string): void {
    const one = text.replaceAll(noBlank, " ");
    this.pieces.push({ at: this.text.length, text: one, from: this.cursor, to: this.within.end });
    this.text += one;
  }

  private addBound(span: Span): void {
    this.closeBefore(span.start);
    this.pieces.push({ at: this.text.length, text: bound, from: span.start, to: span.end, placeholder: span });
    this.text += bound;
    this.cursor = span.end;
  }

  /** What follows is to be looked for behind it. */
  private passOver(span: Span): void {
    this.cursor = Math.max(this.cursor, span.end);
  }

  private closeBefore(offset: number): void {
    for (const piece of this.pieces) if (piece.from <= offset && piece.to > offset && piece.placeholder === undefined) piece.to = offset;
  }
}

/** The file writes a text with references, escapes and line breaks: where it cannot be found, the whole is its place. */
function locate(piece: Piece, whole: string, begin: number, to: number, { source }: Span): Span | undefined {
  if (piece.placeholder !== undefined) return piece.placeholder;
  const part = whole.slice(begin, Math.min(to, piece.at + piece.text.length));
  const wanted = part.trim();
  const from = begin + part.length - part.trimStart().length;
  if (wanted === "") return undefined;
  const written = onOneLine(source);
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
function onOneLine(source: Source): string {
  let line = lines.get(source);
  if (line === undefined) {
    line = source.text.replaceAll(noBlank, " ");
    lines.set(source, line);
  }
  return line;
}
