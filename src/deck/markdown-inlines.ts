/** marked's inline tokens → outline inlines: masks become placeholders and claims, everything else plain text or markup. */

import type { MarkedToken, Token } from "marked";
import { parseExpression } from "../data/expression/parse.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { claimCrossing, claimOpen, claimWithoutWords, placeholderOpen, unknownTail } from "../source/messages/markdown.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import { decodeReferences } from "./entities.ts";
import { isMarked } from "./markdown-tokens.ts";
import { isMasked, type Mark, type Masked, opening, parts, unmask } from "./mask.ts";
import type { OutlineInline, OutlinePlaceholder, Template } from "./outline.ts";
import { placeholderAt } from "./template.ts";
import { typeset } from "./typography.ts";

type FaultMark = Extract<Mark, { kind: "fault" }>;
type ClaimMark = Extract<Mark, { kind: "claim" }>;

/** Where inline tokens come from: a file, masked, and a place in it up to which it has been read. */
export class InlineReader {
  readonly #source: Source;
  readonly #masked: Masked;
  readonly #report: Diagnostic[];
  /** Links and pictures are looked for in this range, from the cursor on. */
  #start = 0;
  #end = 0;
  #cursor = 0;

  constructor(source: Source, masked: Masked, report: Diagnostic[]) {
    this.#source = source;
    this.#masked = masked;
    this.#report = report;
  }

  /** The tokens of one run of text that stands in the given range. */
  read(tokens: readonly Token[], start: number, end: number): readonly OutlineInline[] {
    const only = tokens[0];
    // Nearly every run is one plain text.
    if (tokens.length === 1 && only?.type === "text" && !isMasked(only.raw)) {
      const text = flow(only.raw).replace(/^[ \t]+|[ \t]+$/g, "");
      return text === "" ? [] : [{ kind: "text", text: typeset(text) }];
    }
    // The cells of one table share a range and follow each other in it.
    if (start !== this.#start || end !== this.#end) this.#cursor = start;
    this.#start = start;
    this.#end = end;
    return this.#inlines(tokens);
  }

  /** Raw HTML of a block, shown as characters, line by line; placeholders in it are bound as in all text. */
  literal(text: string): readonly OutlineInline[] {
    const run = new Run(this.#source, this.#report);
    for (const [index, line] of text.trimEnd().split("\n").entries()) {
      if (index > 0) run.add({ kind: "break" });
      run.addText(parts(line, this.#masked.marks), false);
    }
    return run.end();
  }

  /** Text as it was written, for code. */
  original(text: string): string {
    return unmask(text, this.#source.text, this.#masked.marks);
  }

  #inlines(tokens: readonly Token[]): readonly OutlineInline[] {
    const run = new Run(this.#source, this.#report);
    for (const token of tokens) if (isMarked(token)) this.#add(run, token);
    return run.end();
  }

  #add(run: Run, token: MarkedToken): void {
    switch (token.type) {
      case "text":
        run.addText(isMasked(token.raw) ? parts(token.raw, this.#masked.marks) : [token.raw], true);
        break;
      case "escape":
        run.addText([token.text], false);
        break;
      case "html":
        if (!token.raw.startsWith("<!--")) run.addText(parts(token.raw, this.#masked.marks), false);
        break;
      case "strong":
        run.add({ kind: "strong", content: this.#inlines(token.tokens) });
        break;
      case "em":
        run.add({ kind: "emphasis", content: this.#inlines(token.tokens) });
        break;
      case "del":
        run.add({ kind: "deleted", content: this.#inlines(token.tokens) });
        break;
      case "codespan":
        run.add({ kind: "code", text: this.original(token.text) });
        break;
      case "br":
        run.add({ kind: "break" });
        break;
      case "link": {
        const span = this.#locate(token.raw);
        const literal = token.autolink === true;
        run.add({
          kind: "link",
          address: this.#template(token.href, literal),
          ...(token.title ? { title: this.#template(token.title) } : {}),
          content: literal ? [{ kind: "text", text: this.original(token.text) }] : this.#within(token.tokens, span),
          span,
        });
        break;
      }
      case "image": {
        const span = this.#locate(token.raw);
        run.add({
          kind: "image",
          address: this.#template(token.href),
          alternative: plain(this.#within(token.tokens, span)),
          ...(token.title ? { title: this.#template(token.title) } : {}),
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
  #within(tokens: readonly Token[], span: Span): readonly OutlineInline[] {
    this.#cursor = span.start + 1;
    const inlines = this.#inlines(tokens);
    this.#cursor = Math.max(span.end, this.#cursor);
    return inlines;
  }

  /** The place of a token: found by its text, which the lexer may have cut from indented lines; else the place of its block. */
  #locate(raw: string): Span {
    const at = this.#masked.text.indexOf(raw, this.#cursor);
    if (at < 0 || at + raw.length > this.#end) return spanOf(this.#source, this.#cursor, Math.max(this.#cursor, this.#end));
    this.#cursor = at + raw.length;
    return spanOf(this.#source, at, at + raw.length);
  }

  #template(text: string, literal: boolean = false): Template {
    if (!isMasked(text)) return [literal ? text : decodeReferences(text)];
    return parts(text, this.#masked.marks).map((part) => {
      if (typeof part === "string") return literal ? part : decodeReferences(part);
      if (part === opening) return "[";
      if (part.kind === "placeholder") return placeholderAt(this.#source, part.start, part.end, this.#report);
      if (part.kind === "fault") tellFault(this.#source, part, this.#report);
      return this.#source.text.slice(part.start, part.end);
    });
  }
}

/** A run of inlines as it grows: neighbouring texts become one, claims close over what stands before them. */
class Run {
  readonly #source: Source;
  readonly #report: Diagnostic[];
  readonly #found: OutlineInline[] = [];
  /** Where in `#found` the words of the open claims begin. */
  readonly #claims: number[] = [];
  #text = "";

  constructor(source: Source, report: Diagnostic[]) {
    this.#source = source;
    this.#report = report;
  }

  add(inline: OutlineInline): void {
    this.#flush(inline.kind === "break");
    this.#found.push(inline);
  }

  /** @param flowing whether character references and line breaks are to be read as Markdown does in text */
  addText(pieces: readonly (string | typeof opening | Mark)[], flowing: boolean): void {
    for (const piece of pieces) {
      if (typeof piece === "string") this.#text += flowing ? flow(piece) : piece;
      else if (piece === opening) {
        this.#flush(false);
        this.#claims.push(this.#found.length);
      } else if (piece.kind === "placeholder") this.add(placeholderAt(this.#source, piece.start, piece.end, this.#report));
      else if (piece.kind === "claim") this.#closeClaim(piece);
      else tellFault(this.#source, piece, this.#report);
    }
  }

  end(): readonly OutlineInline[] {
    this.#flush(true);
    return this.#found;
  }

  #closeClaim(mark: ClaimMark): void {
    this.#flush(false);
    const span = spanOf(this.#source, mark.open, mark.end);
    const from = this.#claims.pop();
    if (from === undefined) {
      this.#report.push(error(span, claimCrossing()));
      return;
    }
    const content = this.#found.splice(from);
    const condition = parseExpression(this.#source, mark.conditionStart, mark.conditionEnd);
    this.#report.push(...condition.diagnostics);
    const text = this.#source.text.slice(mark.conditionStart, mark.conditionEnd).trim();
    this.#found.push({ kind: "claim", content, condition: condition.value, text, span });
  }

  #flush(lineEnds: boolean): void {
    let text = this.#text;
    this.#text = "";
    const before = this.#found.at(-1);
    if (before === undefined || before.kind === "break") text = text.replace(/^[ \t]+/, "");
    if (lineEnds) text = text.replace(/[ \t]+$/, "");
    if (text !== "") this.#found.push({ kind: "text", text: typeset(text, endsInNumber(before)) });
  }
}

function tellFault(source: Source, mark: FaultMark, report: Diagnostic[]): void {
  const span = spanOf(source, mark.start, mark.end);
  switch (mark.fault) {
    case "open-placeholder":
      report.push(error(span, placeholderOpen()));
      break;
    case "open-claim":
      report.push(error(span, claimOpen()));
      break;
    case "claim-without-words":
      report.push(error(span, claimWithoutWords()));
      break;
    case "unknown-tail":
      report.push(error(span, unknownTail(source.text.slice(mark.start, mark.end).replaceAll(/[\]{:\s]/g, ""))));
      break;
  }
}

/** Text as it flows: references stand for their characters, a line break for a blank. */
function flow(raw: string): string {
  const text = raw.includes("\n") ? raw.replace(/[ \t]*\n[ \t]*/g, " ") : raw;
  return decodeReferences(text);
}

function endsInNumber(inline: OutlineInline | undefined): boolean {
  if (inline === undefined) return false;
  if (inline.kind === "placeholder") return true;
  return "content" in inline && inline.kind !== "link" && endsInNumber(inline.content.at(-1));
}

/** The words of inlines without their markup, as alternative texts need them. */
function plain(inlines: readonly OutlineInline[]): Template {
  return inlines.flatMap((inline): (string | OutlinePlaceholder)[] => {
    switch (inline.kind) {
      case "text":
      case "code":
        return [inline.text];
      case "break":
        return [" "];
      case "placeholder":
        return [inline];
      case "image":
        return [...inline.alternative];
      case "strong":
      case "emphasis":
      case "deleted":
      case "link":
      case "claim":
        return [...plain(inline.content)];
    }
  });
}
