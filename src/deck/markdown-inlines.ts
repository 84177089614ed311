/** marked's inline tokens → outline inlines: masks become placeholders and words with a tail, everything else plain text or markup. */

import type { MarkedToken, Token } from "marked";
import type { Diagnostic } from "../source/diagnostic.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import { decodeReferences } from "./entities.ts";
import { isMarked } from "./markdown-tokens.ts";
import { asWritten as writtenAs, isMasked, type Mark, type Masked, bar, opening, parts, unmask } from "./mask.ts";
import type { OutlineInline, Template, TemplatePart } from "./outline.ts";
import { placeholderAt, type PlacedMark, Run, tellFault } from "./run.ts";
import { typeset } from "./typography.ts";

const nothing: readonly OutlineInline[] = [];

/** Where inline tokens come from: a file, masked, and a place in it up to which it has been read. */
export class InlineReader {
  private readonly source: Source;
  private readonly masked: Masked;
  private readonly report: Diagnostic[];
  private readonly place: (mark: Mark) => PlacedMark;
  /** Links and pictures are looked for in this range, from the cursor on. */
  private start = 0;
  private end = 0;
  private cursor = 0;

  constructor(source: Source, masked: Masked, report: Diagnostic[]) {
    this.source = source;
    this.masked = masked;
    this.report = report;
    this.place = (mark) => ({ source, mark });
  }

  /** The tokens of one run of text that stands in the given range. */
  read(tokens: readonly Token[], start: number, end: number): readonly OutlineInline[] {
    const only = tokens[0];
    // Nearly every run is one plain text.
    if (only === undefined) return nothing;
    if (tokens.length === 1 && only.type === "text" && !this.isMasked(only.raw)) {
      const text = trimmed(flow(only.raw));
      return text === "" ? nothing : [{ kind: "text", text: typeset(text) }];
    }
    // The cells of one table share a range and follow each other in it.
    if (start !== this.start || end !== this.end) this.cursor = start;
    this.start = start;
    this.end = end;
    return this.inlines(tokens);
  }

  /** Raw HTML of a block, shown as characters, line by line; placeholders in it are bound as in all text. */
  literal(text: string): readonly OutlineInline[] {
    const run = new Run(this.place, this.report);
    for (const [index, line] of text.trimEnd().split("\n").entries()) {
      if (index > 0) run.add({ kind: "break" });
      run.addParts(parts(line, this.masked.marks), asWritten);
    }
    return run.end();
  }

  /** Text as it was written, for code. */
  original(text: string): string {
    return unmask(text, this.source.text, this.masked.marks);
  }

  /** Most files have no placeholder at all. */
  private isMasked(text: string): boolean {
    return this.masked.marks.length > 0 && isMasked(text);
  }

  private inlines(tokens: readonly Token[]): readonly OutlineInline[] {
    const run = new Run(this.place, this.report);
    for (const token of tokens) if (isMarked(token)) this.add(run, token);
    return run.end();
  }

  private add(run: Run, token: MarkedToken): void {
    switch (token.type) {
      case "text":
        if (this.isMasked(token.raw)) run.addParts(parts(token.raw, this.masked.marks), flow);
        else run.addText(flow(token.raw));
        break;
      case "escape":
        run.addText(token.text);
        break;
      case "html":
        if (!token.raw.startsWith("<!--")) run.addParts(parts(token.raw, this.masked.marks), asWritten);
        break;
      case "strong":
        run.add({ kind: "strong", content: this.inlines(token.tokens) });
        break;
      case "em":
        run.add({ kind: "emphasis", content: this.inlines(token.tokens) });
        break;
      case "del":
        run.add({ kind: "deleted", content: this.inlines(token.tokens) });
        break;
      case "codespan":
        run.add({ kind: "code", text: this.original(token.text) });
        break;
      case "br":
        run.add({ kind: "break" });
        break;
      case "link": {
        const span = this.locate(token.raw);
        const literal = token.autolink === true;
        run.add({
          kind: "link",
          address: this.template(token.href, literal),
          ...(token.title ? { title: this.template(token.title) } : {}),
          content: literal ? [{ kind: "text", text: this.original(token.text) }] : this.within(token.tokens, span),
          span,
        });
        break;
      }
      case "image": {
        const span = this.locate(token.raw);
        run.add({
          kind: "image",
          address: this.template(token.href),
          alternative: plain(this.within(token.tokens, span)),
          ...(token.title ? { title: this.template(token.title) } : {}),
          span,
        });
        break;
      }
      case "checkbox":
      case "space":
      case "code":
      case "heading":
      case "hr":
      case "blockquote":
      case "list":
      case "list_item":
      case "def":
      case "table":
      case "paragraph":
        break;
    }
  }

  /** Reads what stands in a link or picture, and goes on behind it. */
  private within(tokens: readonly Token[], span: Span): readonly OutlineInline[] {
    this.cursor = span.start + 1;
    const inlines = this.inlines(tokens);
    this.cursor = Math.max(span.end, this.cursor);
    return inlines;
  }

  /** The place of a token: found by its text, which the lexer may have cut from indented lines; else the place of its block. */
  private locate(raw: string): Span {
    const at = this.masked.text.indexOf(raw, this.cursor);
    if (at < 0 || at + raw.length > this.end) return spanOf(this.source, this.cursor, Math.max(this.cursor, this.end));
    this.cursor = at + raw.length;
    return spanOf(this.source, at, at + raw.length);
  }

  /** An address or title: nothing in it is Markdown, and no blank of it is changed. */
  private template(text: string, literal: boolean = false): Template {
    const read = literal ? asWritten : decodeReferences;
    return parts(text, this.masked.marks).map((part): TemplatePart => {
      if (typeof part === "string") return { kind: "text", text: read(part) };
      if (part === opening || part === bar) return { kind: "text", text: writtenAs(part, this.source.text) };
      if (part.kind === "placeholder") return placeholderAt(this.source, part.start, part.end, this.report);
      if (part.kind === "fault") tellFault(this.source, part, this.report);
      return { kind: "text", text: this.source.text.slice(part.start, part.end) };
    });
  }
}

function asWritten(text: string): string {
  return text;
}

/** Text as it flows: references stand for their characters, a line break for a blank. */
function flow(raw: string): string {
  const text = raw.includes("\n") ? raw.replace(/[ \t]*\n[ \t]*/g, " ") : raw;
  return decodeReferences(text);
}

/** Without blanks at its ends; no-break spaces stay. */
function trimmed(text: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  const blank = first === 32 || first === 9 || last === 32 || last === 9;
  return blank ? text.replace(/^[ \t]+|[ \t]+$/g, "") : text;
}

/** The words of inlines without their markup, as alternative texts need them. */
function plain(inlines: readonly OutlineInline[]): Template {
  return inlines.flatMap((inline): readonly TemplatePart[] => {
    switch (inline.kind) {
      case "text":
      case "placeholder":
        return [inline];
      case "claim":
      case "literal":
        return [{ ...inline, content: plain(inline.content) }];
      case "choose":
        return [{ ...inline, alternatives: inline.alternatives.map(plain) }];
      case "code":
        return [{ kind: "text", text: inline.text }];
      case "break":
        return [{ kind: "text", text: " " }];
      case "image":
        return inline.alternative;
      case "strong":
      case "emphasis":
      case "deleted":
      case "link":
        return plain(inline.content);
    }
  });
}
