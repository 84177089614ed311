/**
 * Hides from Markdown what is not Markdown. Before lexing, every placeholder `{{…}}` and every claim's tail `]{claim: …}`
 * is replaced by as many private-use characters, so that pipes, asterisks and brackets in it mean nothing and all
 * offsets stay. Each mask carries the number of its {@link Mark}, by which it is found again wherever the lexer leaves it.
 */

import { placeholderEnd } from "../data/expression/placeholder.ts";

export type Mark =
  | { readonly kind: "placeholder"; readonly start: number; readonly end: number }
  /** From the `]` to the `}`. */
  | {
      readonly kind: "claim";
      readonly start: number;
      readonly end: number;
      /** Offset of the `[` that the words begin after. */
      readonly open: number;
      readonly conditionStart: number;
      readonly conditionEnd: number;
    }
  /** What is wrong in text, but not in code: told only where it turns out to be text. */
  | { readonly kind: "fault"; readonly fault: MarkFault; readonly start: number; readonly end: number };

export type MarkFault = "open-placeholder" | "open-claim" | "claim-without-words" | "unknown-tail";

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
/** Stands for the `[` of a claim. */
export const claimOpen = "\ue001";
const padding = "\ue002";
/** Begins a mask of two characters, a placeholder left open: one digit, so beyond 4096 marks it may name an earlier one. */
const short = "\ue003";
const firstDigit = 0xe100;
const base = 0x1000;

const special = /[\\`[\]{]|\n[ \t]*(?=\n)/g;
const tail = /\]\{[ \t]*([A-Za-z]+)[ \t]*:/y;
const blankLine = /\n[ \t]*(?:\n|$)/g;

/** Masks the given ranges of a text, which are in order; what lies between them stays as it is. */
export function mask(text: string, ranges: readonly Range[]): Masked {
  if (!text.includes("{{") && !text.includes("]{")) return { text, marks: [] };
  const marks = ranges.flatMap((range) => marksIn(text, range));
  const edits = marks
    .flatMap((mark, index) => {
      const edit = { start: mark.start, end: mark.end, shown: maskOf(index, mark.end - mark.start) };
      return mark.kind === "claim" ? [{ start: mark.open, end: mark.open + 1, shown: claimOpen }, edit] : [edit];
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

function maskOf(index: number, length: number): string {
  const digit = (value: number): string => String.fromCharCode(firstDigit + (value % base));
  if (length === 2) return short + digit(index);
  return sentinel + digit(Math.floor(index / base)) + digit(index) + padding.repeat(length - 3);
}

const masks = /\ue001|\ue003([\ue100-\uf0ff])|\ue000([\ue100-\uf0ff])([\ue100-\uf0ff])\ue002*/g;

/** A masked text in its parts: plain text, the `[` of claims, and marks. */
export function parts(text: string, marks: readonly Mark[]): readonly (string | typeof opening | Mark)[] {
  const found: (string | typeof opening | Mark)[] = [];
  let done = 0;
  masks.lastIndex = 0;
  for (let match = masks.exec(text); match !== null; match = masks.exec(text)) {
    if (match.index > done) found.push(text.slice(done, match.index));
    const [whole, single, high, low] = match;
    const mark = whole === claimOpen ? opening : marks[numberOf(single ?? low) + numberOf(high) * base];
    if (mark !== undefined) found.push(mark);
    done = match.index + whole.length;
  }
  if (done < text.length) found.push(text.slice(done));
  return found;
}
export const opening: unique symbol = Symbol("the [ of a claim");

function numberOf(digit: string | undefined): number {
  return digit === undefined ? 0 : digit.charCodeAt(0) - firstDigit;
}

/** Whether a text has any mask in it. */
export function isMasked(text: string): boolean {
  return /[\ue000\ue001\ue003]/.test(text);
}

/** The text as it was before masking: for code, where nothing is bound. */
export function unmask(text: string, original: string, marks: readonly Mark[]): string {
  if (!isMasked(text)) return text;
  return parts(text, marks)
    .map((part) => (part === opening ? "[" : typeof part === "string" ? part : original.slice(part.start, part.end)))
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
        const mark = text[at] === "{" ? claimAt(text, start, open, endOfParagraph(start)) : undefined;
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

function claimAt(text: string, start: number, open: number | undefined, limit: number): Mark | undefined {
  tail.lastIndex = start;
  const match = tail.exec(text);
  if (match === null) return undefined;
  const conditionStart = tail.lastIndex;
  if (match[1] !== "claim") return { kind: "fault", fault: "unknown-tail", start, end: conditionStart };
  const close = closingBrace(text, conditionStart, limit);
  if (close < 0) return { kind: "fault", fault: "open-claim", start, end: conditionStart };
  const end = close + 1;
  if (open === undefined) return { kind: "fault", fault: "claim-without-words", start, end };
  return { kind: "claim", start, end, open, conditionStart, conditionEnd: close };
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
