/**
 * Every figure, bound text and claim of a slide, each with its number. `<slide id>:<number>` is the name by which HTML
 * (`data-figure`), the ledger and whoever asks a number mean the same place.
 *
 * They are counted from 1: kicker, title, regions in reading order, notes, then what stands as plain text (labels and
 * titles of charts, alternative texts, footnotes). A claim comes before what stands in it, a key figure before its
 * label, and of a chart its marks in the order of its data table, one view after the other, then what is derived in it.
 */

import type { Figure } from "../../data/figure.ts";
import type { Block, Inline, Slide } from "../model.ts";
import { derivedFigures } from "./derived.ts";
import { chartFigures } from "../figures.ts";

/** As what a number is shown. */
export type Role = "title" | "prose" | "table" | "key-figure" | "chart" | "label" | "note" | "alt-text" | "footnote";

export type Bound = Extract<Inline, { kind: "bound" }>;
export type Claim = Extract<Inline, { kind: "claim" }>;

export interface Appearance {
  /** On its slide, from 1. */
  readonly number: number;
  readonly role: Role;
  readonly shown: { readonly kind: "figure"; readonly figure: Figure } | Bound | Claim;
}

export interface Appearances {
  readonly all: readonly Appearance[];
  /** Numbers of figures, and of the inlines that are bound texts and claims. */
  readonly numbers: ReadonlyMap<Figure | Bound | Claim, number>;
}

const known = new WeakMap<Slide, Appearances>();

/** The same slide gives the same object. */
export function appearancesOf(slide: Slide): Appearances {
  let appearances = known.get(slide);
  if (appearances === undefined) {
    const walk = new Walk(slide);
    appearances = { all: walk.all, numbers: walk.numbers };
    known.set(slide, appearances);
  }
  return appearances;
}

/** The name of a place: "03-einwohner:2". */
export function placeId(slide: string, number: number): string {
  return `${slide}:${number}`;
}

class Walk {
  readonly all: Appearance[] = [];
  readonly numbers = new Map<Figure | Bound | Claim, number>();

  constructor(slide: Slide) {
    this.inlines(slide.kicker, "title");
    this.inlines(slide.title, "title");
    for (const { blocks } of slide.regions) this.blocks(blocks, undefined);
    this.blocks(slide.notes, "note");
    // Most slides have none.
    if (slide.said.length === 0) return;
    const roleOf = rolesOfWords(slide);
    for (const inline of slide.said) this.inlines([inline], roleOf(inline));
  }

  /** @param as the role of all in it; where none is named, each block has its own */
  private blocks(blocks: readonly Block[], as: Role | undefined): void {
    for (const block of blocks) this.block(block, as);
  }

  private block(block: Block, as: Role | undefined): void {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        this.inlines(block.content, as ?? "prose");
        break;
      case "list":
        for (const { blocks } of block.items) this.blocks(blocks, as);
        break;
      case "quote":
        this.blocks(block.blocks, as);
        break;
      case "table":
        this.inlines(block.caption, as ?? "table");
        for (const { header } of block.columns) this.inlines(header, as ?? "table");
        for (const { cells } of block.rows) for (const cell of cells) this.inlines(cell, as ?? "table");
        break;
      case "figures":
        for (const { figure, label, details } of block.items) {
          this.figure(figure, { kind: "figure", figure }, as ?? "key-figure");
          this.inlines(label, as ?? "label");
          for (const detail of details) this.inlines(detail, as ?? "label");
        }
        break;
      case "chart":
        for (const { chart } of block.views) {
          for (const figure of chartFigures(chart)) this.figure(figure, { kind: "figure", figure }, as ?? "chart");
          for (const { figure, role } of derivedFigures(chart)) this.figure(figure, { kind: "figure", figure }, as ?? role);
        }
        break;
      case "code":
      case "rule":
        break;
    }
  }

  private inlines(inlines: readonly Inline[], role: Role): void {
    for (const inline of inlines) {
      switch (inline.kind) {
        case "figure":
          this.figure(inline.figure, inline, role);
          break;
        case "bound":
          this.add(inline, inline, role);
          break;
        case "claim":
          this.add(inline, inline, role);
          this.inlines(inline.content, role);
          break;
        case "strong":
        case "emphasis":
        case "deleted":
        case "link":
        case "literal":
          this.inlines(inline.content, role);
          break;
        case "text":
        case "code":
        case "break":
        case "image":
          break;
      }
    }
  }

  private figure(figure: Figure, shown: Appearance["shown"], role: Role): void {
    this.add(figure, shown, role);
  }

  /** Views of a chart share figures: such a one has been met. */
  private add(key: Figure | Bound | Claim, shown: Appearance["shown"], role: Role): void {
    if (this.numbers.has(key)) return;
    const number = this.all.length + 1;
    this.numbers.set(key, number);
    this.all.push({ number, role, shown });
  }
}

/**
 * What words are that a slide holds as plain text, by where their author wrote them: in the front matter footnotes, in a
 * fenced block labels, and elsewhere the alternative texts of pictures and the titles of links.
 */
function rolesOfWords({ span, regions }: Slide): (inline: Inline) => Role {
  const { text } = span.source;
  const start = /\S/.exec(text.slice(span.start, span.start + 200))?.index ?? 0;
  const from = span.start + start;
  const front = text.startsWith("---", from) ? text.indexOf("\n---", from + 3) : -1;
  const fenced = regions.flatMap(({ blocks }) => blocks.flatMap(fencedIn));
  return (inline) => {
    const at = placeOf(inline);
    if (at === undefined) return "label";
    if (at < front) return "footnote";
    return fenced.some((block) => block.span.start <= at && at < block.span.end) ? "label" : "alt-text";
  };
}

function placeOf(inline: Inline): number | undefined {
  if (inline.kind === "figure") return inline.figure.span.start;
  if ("span" in inline) return inline.span.start;
  return "content" in inline ? inline.content.map(placeOf).find((place) => place !== undefined) : undefined;
}

/** Charts, and what else is written as YAML: key figures and bound tables. */
function fencedIn(block: Block): readonly Block[] {
  if (block.kind === "quote") return block.blocks.flatMap(fencedIn);
  if (block.kind === "list") return block.items.flatMap(({ blocks }) => blocks.flatMap(fencedIn));
  return block.kind === "chart" || block.kind === "figures" || (block.kind === "table" && block.rowHeaders) ? [block] : [];
}
