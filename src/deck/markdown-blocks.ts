/** marked's block tokens → outline blocks. */

import type { MarkedToken, Token, Tokens } from "marked";

import { error, type Diagnostic, warning } from "../source/diagnostic.ts";
import { fencedEmpty, fencedInside, fencedMisspelt } from "../source/messages/markdown.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import { InlineReader } from "./markdown-inlines.ts";
import { isMarked } from "./markdown-tokens.ts";
import { isMasked, type Masked } from "./mask.ts";
import { parseSlideYaml } from "./plain-yaml.ts";
import type { FencedType, OutlineBlock, OutlineInline } from "./outline.ts";

/** Tokens of a stretch of a file. At the top their texts follow each other without a gap. */
export interface BlockContext {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

const fencedTypes = { chart: true, diagram: true, table: true, figures: true, changes: true } satisfies Record<FencedType, true>;
const isFencedType = (name: string): name is FencedType => Object.hasOwn(fencedTypes, name);

/** Languages that are near a fenced type's name and still mean code. */
const languages: ReadonlySet<string> = new Set(["char", "cart", "tables", "stable"]);

export class BlockReader {
  private readonly source: Source;
  private readonly masked: Masked;
  private readonly report: Diagnostic[];
  private readonly inlines: InlineReader;

  constructor(source: Source, masked: Masked, report: Diagnostic[]) {
    this.source = source;
    this.masked = masked;
    this.report = report;
    this.inlines = new InlineReader(source, masked, report);
  }

  /** Blocks of a stretch: places are exact, by the lengths of the tokens before. */
  read({ tokens, start }: BlockContext, where: "slide" | "notes"): readonly OutlineBlock[] {
    const blocks: OutlineBlock[] = [];
    let at = start;
    for (const token of tokens) {
      const end = at + token.raw.length;
      const block = isMarked(token) ? this.block(token, at, end, where === "slide") : undefined;
      if (block !== undefined) blocks.push(block);
      at = end;
    }
    return blocks;
  }

  /** Blocks inside a list item or quote: their text has lost its indents and markers, so they are looked for line by line. */
  private inside(tokens: readonly Token[], start: number, end: number): readonly OutlineBlock[] {
    const blocks: OutlineBlock[] = [];
    let at = start;
    for (const token of tokens) {
      if (token.type === "space" || token.type === "def") continue;
      const line = firstLine(token.raw);
      const found = line === "" ? -1 : this.masked.text.indexOf(line, at);
      const from = found < 0 || found + line.length > end ? at : found;
      const to = Math.min(end, this.afterLines(from, token.raw.trimEnd()));
      const block = isMarked(token) ? this.block(token, from, to, false) : undefined;
      if (block !== undefined) blocks.push(block);
      at = Math.min(end, from + line.length);
    }
    return blocks;
  }

  /** The end of the line on which a text of so many lines ends that begins here. */
  private afterLines(from: number, raw: string): number {
    let at = this.masked.text.indexOf("\n", from);
    for (let i = raw.indexOf("\n"); i >= 0 && at >= 0; i = raw.indexOf("\n", i + 1)) at = this.masked.text.indexOf("\n", at + 1);
    return at < 0 ? this.masked.text.length : at;
  }

  private block(token: MarkedToken, start: number, end: number, top: boolean): OutlineBlock | undefined {
    const span = this.trimmed(start, end);
    switch (token.type) {
      case "heading":
        return { kind: "heading", level: levelOf(token.depth), content: this.content(token.tokens, start, end), span };
      case "paragraph":
        return paragraph(this.content(token.tokens, start, end), span);
      case "text":
        return paragraph(this.content(token.tokens ?? [token], start, end), span);
      case "html": {
        const shown = token.text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "");
        return shown.trim() === "" ? undefined : paragraph(this.inlines.literal(shown), span);
      }
      case "hr":
        return { kind: "rule", span };
      case "blockquote":
        return { kind: "quote", blocks: this.inside(token.tokens, start, end), span };
      case "list":
        return this.list(token, start, end, span);
      case "table":
        return this.table(token, start, end, span);
      case "code":
        return this.code(token, start, top, span);
      case "space":
      case "def":
      case "list_item":
      case "checkbox":
      case "escape":
      case "strong":
      case "em":
      case "del":
      case "codespan":
      case "br":
      case "link":
      case "image":
        return undefined;
    }
  }

  private content(tokens: readonly Token[], start: number, end: number): readonly OutlineInline[] {
    return this.inlines.read(tokens, start, end);
  }

  private list(token: Tokens.List, start: number, end: number, span: Span): OutlineBlock {
    let at = start;
    const items = token.items.map((item) => {
      const from = at;
      at = Math.min(end, at + item.raw.length);
      const blocks = this.oneLine(item, from) ?? this.inside(item.tokens, from, at);
      return item.task ? { checked: item.checked ?? false, blocks } : { blocks };
    });
    const first = typeof token.start === "number" ? token.start : 1;
    return { kind: "list", ordered: token.ordered, start: first, items, span };
  }

  /** What most items are: one line of text, whose place is known. */
  private oneLine({ raw, tokens }: Tokens.ListItem, start: number): readonly OutlineBlock[] | undefined {
    const [token] = tokens;
    const end = raw.endsWith("\n") ? raw.length - 1 : raw.length;
    if (tokens.length !== 1 || token?.type !== "text" || token.tokens === undefined) return undefined;
    const from = end - token.raw.length;
    if (from < 0 || raw.lastIndexOf("\n", end - 1) >= 0 || !raw.startsWith(token.raw, from)) return undefined;
    const block = paragraph(this.content(token.tokens, start + from, start + end), spanOf(this.source, start + from, start + end));
    return block === undefined ? [] : [block];
  }

  private table(token: Tokens.Table, start: number, end: number, span: Span): OutlineBlock {
    return {
      kind: "table",
      columns: token.header.map((cell) => ({ header: this.content(cell.tokens, start, end), align: cell.align ?? "left" })),
      rows: token.rows.map((row) => row.map((cell) => this.content(cell.tokens, start, end))),
      span,
    };
  }

  private code(token: Tokens.Code, start: number, top: boolean, span: Span): OutlineBlock | undefined {
    const info = token.lang === undefined ? "" : this.inlines.original(token.lang).trim();
    const [language = ""] = info.split(/\s+/, 1);
    if (isFencedType(language)) return this.fenced(language, token, start, top, span);
    const meant = language === "" || languages.has(language) ? undefined : nearest(language, Object.keys(fencedTypes));
    if (meant !== undefined) {
      const at = this.source.text.indexOf(language, start);
      this.report.push(warning(spanOf(this.source, at, at + language.length), fencedMisspelt(language, meant)));
    }
    return { kind: "code", language, text: isMasked(token.text) ? this.inlines.original(token.text) : token.text, span };
  }

  private fenced(type: FencedType, token: Tokens.Code, start: number, top: boolean, span: Span): OutlineBlock | undefined {
    if (!top) {
      this.report.push(error(span, fencedInside(type)));
      return undefined;
    }
    const raw = token.raw.trimEnd();
    const inside = raw.indexOf("\n") + 1;
    const lastLine = raw.lastIndexOf("\n") + 1;
    const closed = lastLine > inside - 1 && /^ {0,3}(?:`{3,}|~{3,})$/.test(raw.slice(lastLine));
    const end = closed ? lastLine : raw.length;
    if (inside === 0 || raw.slice(inside, end).trim() === "") {
      this.report.push(error(span, fencedEmpty(type)));
      return undefined;
    }
    const body = parseSlideYaml(this.source, start + inside, start + end);
    this.report.push(...body.diagnostics);
    return body.value === undefined ? undefined : { kind: "fenced", type, body: body.value, span };
  }

  /** The place without the blank lines that marked counts to a block. */
  private trimmed(start: number, end: number): Span {
    const { text } = this.source;
    let from = start;
    let to = end;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    while (from < to && text.charCodeAt(from) === 10) from++;
    return spanOf(this.source, from, to);
  }
}

function paragraph(content: readonly OutlineInline[], span: Span): OutlineBlock | undefined {
  return content.length === 0 ? undefined : { kind: "paragraph", content, span };
}

function firstLine(raw: string): string {
  const text = raw.trimStart();
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}

function levelOf(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return depth === 1 ? 1 : depth === 2 ? 2 : depth === 3 ? 3 : depth === 4 ? 4 : depth === 5 ? 5 : 6;
}
