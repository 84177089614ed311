/**
 * Reads a file line by line for what stands above Markdown: slides, front matter, regions, notes. Inside a fence none of
 * them means anything.
 */

import { error, type Diagnostic, warning } from "../source/diagnostic.ts";
import {
  emptySlideFile,
  frontMatterOpen,
  fenceOpen,
  notesWord,
  regionInNotes,
  regionMalformed,
  regionNested,
  regionNotOpen,
  regionOpen,
} from "../source/messages/markdown.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import type { RegionName } from "./outline.ts";
import type { Range } from "./mask.ts";

/** One slide's part of the file. */
export interface ScannedSlide extends Range {
  /** What stands between the lines `---` of the front matter. */
  readonly frontMatter: Range | undefined;
  readonly sections: readonly ScannedSection[];
  readonly notes: readonly Range[];
}

/** A stretch of Markdown. */
export interface ScannedSection extends Range {
  readonly region: RegionName | undefined;
}

export interface Scan {
  readonly slides: readonly ScannedSlide[];
  /** Fenced code outside of lists and quotes. */
  readonly fences: readonly Range[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Fence {
  readonly start: number;
  readonly mark: string;
  readonly length: number;
  /** In a list or quote, which may end before the fence is closed. */
  readonly nested: boolean;
}

const fenceStart = /^((?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|[ \t]*>[ \t]?)*)([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const fenceEnd = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
const split = /^---[ \t]*$/;
const field = /^[a-z][a-z_-]*:(?:[ \t]|$)/;
const region = /^:::/;
const regionStart = /^:::+[ \t]*([^\s:]+)[ \t]*$/;
const regionEnd = /^:::+[ \t]*$/;
const notesStart = /^Note:[ \t]*$/;
const notesLike = /^(?:Notes|Notiz|Notizen):[ \t]*$/;

export function scan(source: Source): Scan {
  return new Scanner(source).scan();
}

class Scanner {
  readonly #source: Source;
  readonly #text: string;
  readonly #slides: ScannedSlide[] = [];
  readonly #fences: Range[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #fence: Fence | undefined;
  /** The slide being read. */
  #start = 0;
  #frontMatter: Range | undefined;
  #sections: ScannedSection[] = [];
  #notes: Range[] = [];
  /** The stretch being read. */
  #from = 0;
  #region: RegionName | undefined;
  #inNotes = false;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  scan(): Scan {
    const text = this.#text;
    if (text.trim() === "") {
      this.#diagnostics.push(error(this.#span(0, text.length), emptySlideFile()));
      return { slides: [], fences: [], diagnostics: this.#diagnostics };
    }
    let afterBlank = true;
    let at = split.test(text.slice(0, this.#lineEnd(0))) ? this.#readFrontMatter(0) : 0;
    this.#from = at;
    while (at < text.length) {
      const end = this.#lineEnd(at);
      const next = Math.min(end + 1, text.length);
      // A line at the margin ends the list or quote that a fence stands in, and so the fence.
      if (this.#fence?.nested === true && end > at && !" \t>".includes(text.charAt(at))) this.#fence = undefined;
      if (this.#fence !== undefined) {
        this.#endFence(this.#fence, text.slice(at, end), end);
      } else if (this.#isStructure(at)) {
        const line = text.slice(at, end);
        if (afterBlank && split.test(line)) {
          at = this.#split(at, next);
          afterBlank = true;
          continue;
        }
        if (region.test(line)) this.#regionLine(line, at, next);
        else if (!this.#inNotes && notesStart.test(line)) this.#startNotes(at, next);
        else if (notesLike.test(line)) this.#diagnostics.push(warning(this.#span(at, end), notesWord(line.trim())));
        else this.#startFence(line, at);
      }
      afterBlank = isBlank(text, at, end);
      at = next;
    }
    this.#endSlide(text.length);
    if (this.#fence !== undefined && !this.#fence.nested) this.#endOpenFence(this.#fence);
    return { slides: this.#slides, fences: this.#fences, diagnostics: this.#diagnostics };
  }

  /** Most lines are text: only those that may be more are cut out and looked at. */
  #isStructure(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    // - : N, and whatever may lead to a fence: blank, tab, `, ~, >, *, +, digits.
    if (code === 58 || code === 78 || code === 96 || code === 126) return true;
    if (code === 45 && this.#text.startsWith("---", at)) return true;
    const container = code === 32 || code === 9 || code === 62 || code === 45 || code === 42 || code === 43 || (code >= 48 && code <= 57);
    if (!container) return false;
    const end = this.#lineEnd(at);
    const tick = this.#text.indexOf("```", at);
    if (tick >= 0 && tick < end) return true;
    const tilde = this.#text.indexOf("~~~", at);
    return tilde >= 0 && tilde < end;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end;
  }

  #span(start: number, end: number): Span {
    return spanOf(this.#source, start, end);
  }

  /** From a line `---`: takes the front matter that follows and gives the offset after it. */
  #readFrontMatter(at: number): number {
    const start = this.#lineEnd(at) + 1;
    for (let line = start; line < this.#text.length; line = this.#lineEnd(line) + 1) {
      const end = this.#lineEnd(line);
      if (!split.test(this.#text.slice(line, end))) continue;
      this.#frontMatter = { start, end: line };
      return Math.min(end + 1, this.#text.length);
    }
    this.#diagnostics.push(error(this.#span(at, this.#lineEnd(at)), frontMatterOpen()));
    return Math.min(start, this.#text.length);
  }

  /** A line `---`: ends the slide, and takes the front matter of the next one if it has any. Gives the offset to read on at. */
  #split(at: number, next: number): number {
    const text = this.#text;
    const isField = (line: number): boolean => field.test(text.slice(line, this.#lineEnd(line)));
    // Two lines `---` below each other, or one with a field right below: a front matter.
    const fieldBelow = isField(next);
    const ruleBelow = split.test(text.slice(next, this.#lineEnd(next))) && isField(this.#lineEnd(next) + 1);
    const withoutContent =
      this.#frontMatter === undefined && this.#sections.length === 0 && !this.#inNotes && text.slice(this.#from, at).trim() === "";
    // A blank stretch before a front matter is no slide: an author has put blank lines between `---` and `---`.
    if (!(withoutContent && fieldBelow)) this.#endSlide(at);
    this.#start = at;
    let from = next;
    if (fieldBelow) from = this.#readFrontMatter(at);
    else if (ruleBelow) from = this.#readFrontMatter(next);
    this.#from = from;
    return from;
  }

  #endSlide(end: number): void {
    if (this.#region !== undefined) this.#diagnostics.push(error(this.#region.span, regionOpen(this.#region.name)));
    this.#endStretch(end);
    this.#slides.push({
      start: this.#start,
      end,
      frontMatter: this.#frontMatter,
      sections: this.#sections,
      notes: this.#notes,
    });
    this.#frontMatter = undefined;
    this.#sections = [];
    this.#notes = [];
    this.#region = undefined;
    this.#inNotes = false;
  }

  #endStretch(end: number): void {
    if (this.#inNotes) this.#notes.push({ start: this.#from, end });
    else if (this.#from < end) this.#sections.push({ start: this.#from, end, region: this.#region });
    this.#from = end;
  }

  #regionLine(line: string, at: number, next: number): void {
    const place = this.#span(at, at + line.trimEnd().length);
    if (this.#inNotes) {
      this.#diagnostics.push(error(place, regionInNotes()));
      return;
    }
    const name = regionStart.exec(line)?.[1];
    if (name === undefined && !regionEnd.test(line)) {
      this.#diagnostics.push(error(place, regionMalformed()));
      return;
    }
    this.#endStretch(at);
    this.#from = next;
    if (name !== undefined) {
      if (this.#region !== undefined) this.#diagnostics.push(error(place, regionNested(this.#region.name)));
      const start = at + line.indexOf(name);
      this.#region = { name, span: this.#span(start, start + name.length) };
    } else {
      if (this.#region === undefined) this.#diagnostics.push(error(place, regionNotOpen()));
      this.#region = undefined;
    }
  }

  #startNotes(at: number, next: number): void {
    if (this.#region !== undefined) this.#diagnostics.push(error(this.#region.span, regionOpen(this.#region.name)));
    this.#endStretch(at);
    this.#region = undefined;
    this.#inNotes = true;
    this.#from = next;
  }

  #startFence(line: string, at: number): void {
    const match = fenceStart.exec(line);
    if (match === null) return;
    const [, container = "", indent = "", marks = ""] = match;
    const nested = container.trim() !== "" || indent.length > 3 || indent.includes("\t");
    this.#fence = { start: at, mark: marks.charAt(0), length: marks.length, nested };
  }

  #endFence(fence: Fence, line: string, end: number): void {
    const closing = fenceEnd.exec(line)?.[1];
    if (closing === undefined || closing.charAt(0) !== fence.mark || closing.length < fence.length) return;
    if (!fence.nested) this.#fences.push({ start: fence.start, end });
    this.#fence = undefined;
  }

  #endOpenFence(fence: Fence): void {
    this.#fences.push({ start: fence.start, end: this.#text.length });
    this.#diagnostics.push(error(this.#span(fence.start, this.#lineEnd(fence.start)), fenceOpen(fence.mark.repeat(fence.length))));
  }
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}
