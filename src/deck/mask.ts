/**
 * Hides from Markdown what is not Markdown. Before lexing, every placeholder `{{…}}` and every tail of words in
 * brackets (`]{claim: …}`, `]{choose: …}`, `]{literal: …}`) is replaced by as many private-use characters, so that pipes, asterisks and brackets in it mean nothing and all
 * offsets stay. Each mask carries the number of its {@link Mark}, by which it is found again wherever the lexer leaves it.
 */

import { placeholderEnd } from "../data/expression/placeholder.ts";

/** What may be said of words in brackets: they hold on a condition, are chosen by one, or are no statistic. */
export type TailName = "claim" | "choose" | "literal";
export const tailNames: readonly TailName[] = ["claim", "choose", "literal"];

export type Mark =
  | { readonly kind: "placeholder"; readonly start: number; readonly end: number }
  | TailMark
  /** What is wrong in text, but not in code: told only where it turns out to be text. */
  | { readonly kind: "fault"; readonly fault: MarkFault; readonly start: number; readonly end: number };

/** From the `]` to the `}`. */
export interface TailMark {
  readonly kind: "tail";
  readonly name: TailName;
  readonly start: number;
  readonly end: number;
  /** Offset of the `[` that the words begin after. */
  readonly open: number;
  /** Offsets of the `|` between alternatives. */
  readonly bars: readonly number[];
  /** What stands after the colon. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export type MarkFault = "open-placeholder" | "open-tail" | "tail-without-words" | "unknown-tail";

export interface Masked {
  /** As long as the text masked. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

const sentinel = "\ue000";
// Brackets and bars are punctuation to Markdown, by which it tells whether `**` opens or closes: so are these, which no
// German text has. Placeholders are like letters.
/** Stands for the `[` of words with a tail. */
const wordsOpen = "\ua874";
/** Stands for a `|` between alternatives. */
const barMask = "\ua875";
/** Begins the mask of a tail. */
const tailSentinel = "\ua876";
const padding = "\ue002";
/** Begins a mask of two characters, a placeholder left open: one digit, so beyond 4096 marks it may name an earlier one. */
const short = "\ue003";
const firstDigit = 0xe100;
const base = 0x1000;

const special = /[\\`[\]{]|\n[ \t]*(?=\n)/g;
const tail = /\]\{[ \t]*([A-Za-z]+)[ \t]*(:|(?=\}))/y;
const blankLine = /\n[ \t]*(?:\n|$)/g;

/** Masks the given ranges of a text, which are in order; what lies between them stays as it is. */
export function mask(text: string, ranges: readonly Range[]): Masked {
  if (!text.includes("{{") && !text.includes("]{")) return { text, marks: [] };
  const marks = ranges.flatMap((range) => marksIn(text, range));
  const edits = marks
    .flatMap((mark, index) => {
      const edit = { start: mark.start, end: mark.end, shown: maskOf(index, mark) };
      if (mark.kind !== "tail") return [edit];
      const bars = mark.bars.map((bar) => ({ start: bar, end: bar + 1, shown: barMask }));
      return [{ start: mark.open, end: mark.open + 1, shown: wordsOpen }, ...bars, edit];
    })
    .toSorted((a, b) => a.start - b.start);
  let result = "";
  let done = 0;
  for (const { start, end, shown } of edits) {
    result += text.slice(done, start) + shown;
    done = end;
  }
  return { text: result + text.slice(done), marks };
}

function maskOf(index: number, { kind, start, end }: Mark): string {
  const length = end - start;
  const digit = (value: number): string => String.fromCharCode(firstDigit + (value % base));
  if (length === 2) return short + digit(index);
  return (kind === "tail" ? tailSentinel : sentinel) + digit(Math.floor(index / base)) + digit(index) + padding.repeat(length - 3);
}

const masks = /\ua874|\ua875|\ue003([\ue100-\uf0ff])|[\ue000\ua876]([\ue100-\uf0ff])([\ue100-\uf0ff])\ue002*/g;

/** A part of a masked text: plain text, the `[` of words with a tail, a `|` between alternatives, or a mark. */
export type Part = string | typeof opening | typeof bar | Mark;

/** A masked text in its parts. */
export function parts(text: string, marks: readonly Mark[]): readonly Part[] {
  const found: Part[] = [];
  let done = 0;
  masks.lastIndex = 0;
  for (let match = masks.exec(text); match !== null; match = masks.exec(text)) {
    if (match.index > done) found.push(text.slice(done, match.index));
    const [whole, single, high, low] = match;
    const mark = whole === wordsOpen ? opening : whole === barMask ? bar : marks[numberOf(single ?? low) + numberOf(high) * base];
    if (mark !== undefined) found.push(mark);
    done = match.index + whole.length;
  }
  if (done < text.length) found.push(text.slice(done));
  return found;
}
export const opening: unique symbol = Symbol("the [ of words with a tail");
export const bar: unique symbol = Symbol("the | between alternatives");

/** What a part without words of its own stands for. */
export function asWritten(part: Exclude<Part, string>, original: string): string {
  return part === opening ? "[" : part === bar ? "|" : original.slice(part.start, part.end);
}

function numberOf(digit: string | undefined): number {
  return digit === undefined ? 0 : digit.charCodeAt(0) - firstDigit;
}

/** Whether a text has any mask in it. */
export function isMasked(text: string): boolean {
  return /[\ue000\ue003\ua874-\ua876]/.test(text);
}

/** The text as it was before masking: for code, where nothing is bound. */
export function unmask(text: string, original: string, marks: readonly Mark[]): string {
  if (!isMasked(text)) return text;
  return parts(text, marks)
    .map((part) => (typeof part === "string" ? part : asWritten(part, original)))
    .join("");
}

/** Reads on from special character to special character. Code spans are passed over, a blank line ends every open bracket. */
function marksIn(text: string, range: Range): readonly Mark[] {
  const marks: Mark[] = [];
  let brackets: number[] = [];
  let paragraphEnd = -1;
  const endOfParagraph = (from: number): number => {
    if (paragraphEnd < from) {
      blankLine.lastIndex = from;
      paragraphEnd = Math.min(blankLine.exec(text)?.index ?? text.length, range.end);
    }
    return paragraphEnd;
  };
  let at = range.start;
  for (;;) {
    special.lastIndex = at;
    const match = special.exec(text);
    if (match === null || match.index >= range.end) return marks;
    const start = match.index;
    at = start + 1;
    switch (match[0]) {
      case "\\":
        at = start + 2;
        break;
      case "`":
        at = afterCode(text, start, endOfParagraph(start));
        break;
      case "[":
        brackets.push(start);
        break;
      case "]": {
        const open = brackets.pop();
        const mark = text[at] === "{" ? tailAt(text, start, open, endOfParagraph(start)) : undefined;
        if (mark !== undefined) {
          marks.push(mark);
          at = mark.end;
        }
        break;
      }
      case "{":
        if (text[at] === "{") {
          const mark = placeholderAt(text, start, endOfParagraph(start));
          marks.push(mark);
          at = mark.end;
        }
        break;
      default:
        brackets = [];
    }
  }
}

/** The end of the code span that begins here, or of the run of backticks if none does. */
function afterCode(text: string, start: number, end: number): number {
  let inner = start;
  while (text[inner] === "`") inner++;
  const fence = text.slice(start, inner);
  for (let at = text.indexOf(fence, inner); at >= 0 && at < end; at = text.indexOf(fence, at)) {
    let after = at;
    while (text[after] === "`") after++;
    if (after - at === fence.length) return after;
    at = after;
  }
  return inner;
}

function placeholderAt(text: string, start: number, limit: number): Mark {
  const close = placeholderEnd(text, start + 2, limit);
  const open = close < 0 || text.slice(start + 2, close).includes("{{");
  if (open) return { kind: "fault", fault: "open-placeholder", start, end: start + 2 };
  return { kind: "placeholder", start, end: close + 2 };
}

function tailAt(text: string, start: number, open: number | undefined, limit: number): Mark | undefined {
  tail.lastIndex = start;
  const match = tail.exec(text);
  if (match === null) return undefined;
  const name = tailNames.find((known) => known === match[1]);
  // Words in braces alone may be anything: only a known name is told to lack what follows it.
  if (name === undefined && match[2] !== ":") return undefined;
  const bodyStart = tail.lastIndex;
  if (name === undefined) return { kind: "fault", fault: "unknown-tail", start, end: bodyStart };
  const close = name === "literal" ? firstBrace(text, bodyStart, limit) : closingBrace(text, bodyStart, limit);
  if (close < 0) return { kind: "fault", fault: "open-tail", start, end: bodyStart };
  const end = close + 1;
  if (open === undefined) return { kind: "fault", fault: "tail-without-words", start, end };
  const bars = name === "choose" ? barsIn(text, open + 1, start) : [];
  return { kind: "tail", name, start, end, open, bars, bodyStart, bodyEnd: close };
}

/** The `|` of the words in brackets: not those in code, in placeholders, in brackets of their own, or after a backslash. */
function barsIn(text: string, from: number, to: number): readonly number[] {
  const bars: number[] = [];
  let depth = 0;
  for (let at = from; at < to; at++) {
    switch (text.charAt(at)) {
      case "\\":
        at++;
        break;
      case "`":
        at = afterCode(text, at, to) - 1;
        break;
      case "{":
      case "[":
        depth++;
        break;
      case "}":
      case "]":
        depth = Math.max(0, depth - 1);
        break;
      case "|":
        if (depth === 0) bars.push(at);
        break;
    }
  }
  return bars;
}

function firstBrace(text: string, from: number, limit: number): number {
  const close = text.indexOf("}", from);
  return close < limit ? close : -1;
}

/** The `}` that ends a condition; one in quotes does not, unless the quote is never closed. */
function closingBrace(text: string, from: number, limit: number): number {
  let quote = "";
  for (let at = from; at < limit; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === "}") {
      return at;
    }
  }
  const plain = quote === "" ? -1 : text.indexOf("}", from);
  return plain < limit ? plain : -1;
}
