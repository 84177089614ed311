/** Running text as runs of one look each: the words that the browser shows, in its order. */

import type { Inline } from "../../../deck/model.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import { isSafeAddress } from "../../html/escape.ts";
import { legal } from "../xml/write.ts";
import type { Link, Run } from "./content.ts";

/** What a run looks like, and where it leads. */
type Look = Omit<Run, "text" | "field">;

/** Size of code among words, as `theme/blocks.css` has it. */
const codeSize = 0.85;

/**
 * Runs of inlines; neighbours of one look are one run. Blanks collapse as in HTML; a line break is a run of its own, and
 * pictures among words are their alternative.
 *
 * @param base look of all runs, e.g. bold for a heading
 * @param size of the text around, px: code is smaller. Left out where only words count
 */
export function runsOf(inlines: readonly Inline[], base: Look = {}, size?: number): readonly Run[] {
  const line = new Line(size === undefined ? {} : { size: wholeSize(size * codeSize) });
  walk(inlines, base, line);
  return line.finish();
}

/** px that are whole half points, as PowerPoint shows sizes. */
function wholeSize(size: number): number {
  return Math.floor(size * 1.5) / 1.5;
}

/** Runs of a plain text. */
export function runsOfText(text: string, base: Look = {}): readonly Run[] {
  return runsOf([{ kind: "text", text }], base);
}

/** Lines of preformatted text, with all their blanks. */
export function runsOfCode(text: string, colour?: ColourName): readonly Run[] {
  const look: Look = { code: true, ...(colour === undefined ? {} : { colour }) };
  const runs: Run[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (i > 0) runs.push({ text: "\n" });
    const shown = legal(line.replaceAll("\t", "    "));
    if (shown !== "") runs.push({ text: shown, ...look });
  }
  return runs;
}

/** The text of runs, line breaks as `\n`. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** Inlines in one line of plain text, for names and alternatives. */
export function lineOf(inlines: readonly Inline[]): string {
  return textOfRuns(runsOf(inlines)).replaceAll("\n", " ");
}

/** Nearly all text, seen without a copy: nothing to take out, and no blanks but single spaces. */
function isPlain(text: string): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0xad || code >= 0xd800 || (code === 0x20 && before === 0x20)) return false;
    before = code;
  }
  return true;
}

function walk(inlines: readonly Inline[], look: Look, line: Line): void {
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
      case "bound":
        line.add(inline.text, look);
        break;
      case "figure":
        line.add(inline.figure.text, look);
        break;
      case "code":
        line.add(inline.text, { ...look, ...line.ofCode, code: true });
        break;
      case "image":
        line.add(inline.image.alternative, look);
        break;
      case "break":
        line.break();
        break;
      case "strong":
        walk(inline.content, look.bold ? look : { ...look, bold: true }, line);
        break;
      case "emphasis":
        walk(inline.content, look.italic ? look : { ...look, italic: true }, line);
        break;
      case "deleted":
        walk(inline.content, look.strike ? look : { ...look, strike: true }, line);
        break;
      case "link": {
        const link = linkOf(inline.address, inline.title);
        walk(inline.content, link === undefined ? look : { ...look, link }, line);
        break;
      }
      case "claim":
      case "literal":
        walk(inline.content, look, line);
        break;
    }
  }
}

/** Where a link leads; `undefined` where it must not lead anywhere, as in HTML. */
export function linkOf(address: string, title?: string): Link | undefined {
  const tip = title === undefined ? {} : { title: legal(title) };
  if (address.startsWith("#")) return { slide: address.slice(1), ...tip };
  return isSafeAddress(address) ? { address: legal(address), ...tip } : undefined;
}

/** Collects runs and drops the blanks that a browser would not show. */
class Line {
  /** What code looks like besides. */
  readonly ofCode: Look;
  private readonly runs: Run[] = [];
  /** At the begin of a line, or after a blank: there a further blank is not shown. */
  private blank = true;

  constructor(ofCode: Look) {
    this.ofCode = ofCode;
  }

  add(text: string, look: Look): void {
    let shown = isPlain(text) ? text : legal(text).replaceAll(/[ \t\n\r\f]+/g, " ");
    if (this.blank && shown.startsWith(" ")) shown = shown.slice(1);
    if (shown === "") return;
    this.blank = shown.endsWith(" ");
    const last = this.runs.at(-1);
    if (last !== undefined && last.text !== "\n" && sameLook(last, look))
      this.runs[this.runs.length - 1] = { ...last, text: last.text + shown };
    else this.runs.push({ ...look, text: shown });
  }

  break(): void {
    this.trim();
    this.runs.push({ text: "\n" });
    this.blank = true;
  }

  finish(): readonly Run[] {
    this.trim();
    // A break at the end breaks nothing.
    while (this.runs.at(-1)?.text === "\n") {
      this.runs.pop();
      this.trim();
    }
    return this.runs;
  }

  /** Drops the blank at the end of the line. */
  private trim(): void {
    const last = this.runs.at(-1);
    if (last === undefined || last.text === "\n" || !last.text.endsWith(" ")) return;
    if (last.text === " ") this.runs.pop();
    else this.runs[this.runs.length - 1] = { ...last, text: last.text.slice(0, -1) };
  }
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a.bold === b.bold &&
    a.size === b.size &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.colour === b.colour &&
    a.link === b.link
  );
}
