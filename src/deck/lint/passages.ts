/**
 * A slide's texts as rules over words read them: one after the other, each sentence in one piece, and in place of what is
 * bound, held or said to be no statistic a sign that is no letter. Every part of them can be found in the file again.
 */

import { fieldsOf } from "../../data/fields.ts";
import type { YamlNode, YamlScalar } from "../../data/yaml.ts";
import { spanOf, type Span } from "../../source/source.ts";
import type { OutlineBlock, OutlineInline, OutlineSlide } from "../outline.ts";
import { templateOf } from "../template.ts";
import { fencedTexts } from "./fenced-texts.ts";
import { bound, onOneLine, Places } from "./places.ts";

export { bound } from "./places.ts";

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
    const written = addRead(role, inlines, within, passages);
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

/** Adds what the inlines say, if they say anything, and the texts of pictures and links in them. */
function addRead(role: Passage["role"], inlines: readonly OutlineInline[], within: Span, to: Passage[]): Written {
  const written = new Written(role, inlines, within);
  if (written.text !== bound && written.text.trim() !== "") to.push(written);
  addInner(role, inlines, to);
  return written;
}

function addInner(role: Passage["role"], inlines: readonly OutlineInline[], to: Passage[]): void {
  for (const inline of inlines) {
    if (inline.kind === "strong" || inline.kind === "emphasis" || inline.kind === "deleted") addInner(role, inline.content, to);
    if (inline.kind !== "link" && inline.kind !== "image") continue;
    if (inline.kind === "link") addInner(role, inline.content, to);
    else addRead(role === "note" ? "note" : "alternative", inline.alternative, inline.span, to);
    if (inline.title) addRead(role, inline.title, inline.span, to);
  }
}

function textOf(inlines: readonly OutlineInline[]): string {
  let text = "";
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
        text += onOneLine(inline.text);
        break;
      case "break":
        text += " ";
        break;
      case "strong":
      case "emphasis":
      case "deleted":
      case "link":
        text += textOf(inline.content);
        break;
      case "code":
      case "placeholder":
      case "claim":
      case "literal":
      case "choose":
        // What stands in code is no sentence.
        text += bound;
        break;
      case "image":
        break;
    }
  }
  return text;
}

/** Most passages are never asked where anything stands in them: only then it is looked for. */
class Written implements Passage {
  readonly role: Passage["role"];
  readonly text: string;
  private readonly inlines: readonly OutlineInline[];
  private readonly within: Span;
  private known: Places | undefined;

  constructor(role: Passage["role"], inlines: readonly OutlineInline[], within: Span) {
    this.role = role;
    this.text = textOf(inlines);
    this.inlines = inlines;
    this.within = within;
  }

  place(from: number, to: number): Span {
    return this.places().place(from, to);
  }

  placeholderAt(offset: number): Span | undefined {
    return this.places().placeholderAt(offset);
  }

  /** Offset in the file behind all of it, as far as it can be told. */
  reached(): number {
    return this.places().reached();
  }

  private places(): Places {
    return (this.known ??= new Places(this.inlines, this.within, this.text));
  }
}
