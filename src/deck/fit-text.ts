/** How many lines inlines take, and how wide they run. */

import { breakLines, textWidth, type Weight } from "../scene/measure.ts";
import type { TextStyle } from "../../theme/tokens.ts";
import type { Inline } from "./model.ts";
import { plainText } from "./plain-text.ts";

/** A stretch of one look. */
interface Piece {
  readonly text: string;
  readonly weight: Weight;
  readonly code: boolean;
}

/** Advance of a character of the monospaced fonts, and their size beside text, em. */
export const monoAdvance = 0.602;
const monoSize = 0.85;

/** No character runs wider, em: what can be told of a text by its length alone. */
export const widestCharacter = 1.06;

/** Lines that inlines take in a column; at least one. Pictures do not count. */
export function linesOf(inlines: readonly Inline[], width: number, style: TextStyle): number {
  // Most texts are one line, which many show by their length alone, and the others when measured once.
  if (straightLength(inlines) * widestCharacter * style.size <= width) return 1;
  if (straightWidth(inlines, style.size, baseOf(style)) <= width) return 1;
  let lines = 0;
  for (const stretch of stretches(inlines, baseOf(style))) lines += stretchLines(stretch, width, style.size);
  return Math.max(1, lines);
}

/** Characters of inlines that have no line break in them; with one infinitely many. */
function straightLength(inlines: readonly Inline[]): number {
  let length = 0;
  for (const inline of inlines) {
    if (inline.kind === "text") length += inline.text.includes("\n") ? Number.POSITIVE_INFINITY : inline.text.length;
    else if (inline.kind === "bound" || inline.kind === "code") length += inline.text.length;
    else if (inline.kind === "figure") length += inline.figure.text.length;
    else if (inline.kind === "break") length = Number.POSITIVE_INFINITY;
    else if ("content" in inline) length += straightLength(inline.content);
  }
  return length;
}

/** Width of inlines that have no line break in them; with one it is infinite. */
function straightWidth(inlines: readonly Inline[], size: number, weight: Weight): number {
  let width = 0;
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
        width += inline.text.includes("\n") ? Number.POSITIVE_INFINITY : textWidth(inline.text, size, weight);
        break;
      case "bound":
        width += textWidth(inline.text, size, weight);
        break;
      case "figure":
        width += textWidth(inline.figure.text, size, weight);
        break;
      case "code":
        width += codeWidth(inline.text, size);
        break;
      case "strong":
        width += straightWidth(inline.content, size, "bold");
        break;
      case "emphasis":
      case "deleted":
      case "link":
      case "claim":
      case "literal":
        width += straightWidth(inline.content, size, weight);
        break;
      case "break":
        return Number.POSITIVE_INFINITY;
      case "image":
        break;
    }
  }
  return width;
}

function stretchLines(pieces: readonly Piece[], width: number, size: number): number {
  const [only] = pieces;
  if (only === undefined) return 1;
  return pieces.length === 1 && !only.code ? breakLines(only.text, width, size, only.weight).length : mixedLines(pieces, width, size);
}

/** Width of inlines on one line, px; the widest of the stretches between line breaks. */
export function widthOf(inlines: readonly Inline[], style: TextStyle): number {
  let widest = 0;
  for (const pieces of stretches(inlines, baseOf(style))) {
    let width = 0;
    for (const piece of pieces) width += pieceWidth(piece, style.size);
    widest = Math.max(widest, width);
  }
  return widest;
}

/** The widest word of inlines: what no line break can part. Words that surely are narrower than `atLeast` px are not measured. */
export function widestWord(
  inlines: readonly Inline[],
  style: TextStyle,
  atLeast: number = 0,
): { readonly word: string; readonly width: number } {
  let widest = { word: "", width: 0 };
  if (atLeast > 0 && !hasRun(inlines, Math.floor(atLeast / (widestCharacter * style.size)))) return widest;
  for (const pieces of stretches(inlines, baseOf(style))) {
    for (const word of wordsOf(pieces)) {
      const width = word.reduce((sum, piece) => sum + pieceWidth(piece, style.size), 0);
      if (width > widest.width) widest = { word: word.map((piece) => piece.text).join(""), width };
    }
  }
  return widest;
}

function baseOf({ weight }: TextStyle): Weight {
  return weight === 700 ? "bold" : "regular";
}

export function charactersOf(inlines: readonly Inline[]): number {
  let count = 0;
  for (const inline of inlines) {
    if (inline.kind === "text" || inline.kind === "bound" || inline.kind === "code") count += inline.text.length;
    else if (inline.kind === "figure") count += inline.figure.text.length;
    else if ("content" in inline) count += charactersOf(inline.content);
  }
  return count;
}

/** Whether so many characters stand together without a blank: only then a word may be too wide. */
function hasRun(inlines: readonly Inline[], characters: number): boolean {
  if (charactersOf(inlines) < characters) return false;
  const text = plainText(inlines);
  for (let at = 0; at + characters <= text.length; ) {
    const blank = text.indexOf(" ", at);
    if (blank < 0) return true;
    if (blank - at >= characters) return true;
    at = blank + 1;
  }
  return false;
}

/** The inlines' text between line breaks, neighbours of one look joined. */
function stretches(inlines: readonly Inline[], base: Weight): readonly (readonly Piece[])[] {
  const found: Piece[][] = [[]];
  const add = (text: string, weight: Weight, code: boolean): void => {
    const current = found.at(-1);
    const last = current?.at(-1);
    if (current === undefined || text === "") return;
    if (last !== undefined && last.weight === weight && last.code === code)
      current[current.length - 1] = { ...last, text: last.text + text };
    else current.push({ text, weight, code });
  };
  const walk = (parts: readonly Inline[], weight: Weight): void => {
    for (const part of parts) {
      switch (part.kind) {
        case "text":
        case "bound":
          add(part.text, weight, false);
          break;
        case "code":
          add(part.text, weight, true);
          break;
        case "figure":
          add(part.figure.text, weight, false);
          break;
        case "strong":
          walk(part.content, "bold");
          break;
        case "emphasis":
        case "deleted":
        case "link":
        case "claim":
        case "literal":
          walk(part.content, weight);
          break;
        case "break":
          found.push([]);
          break;
        case "image":
          break;
      }
    }
  };
  walk(inlines, base);
  return found.filter((pieces, i) => pieces.length > 0 || i > 0);
}

function pieceWidth({ text, weight, code }: Piece, size: number): number {
  return code ? codeWidth(text, size) : textWidth(text, size, weight);
}

function codeWidth(text: string, size: number): number {
  return text.length * size * monoSize * monoAdvance;
}

/** Words, each of one or more pieces: parted at blanks, after hyphens and at soft hyphens. */
function wordsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [];
  let word: Piece[] = [];
  for (const piece of pieces) {
    for (const [i, part] of piece.text.split(/[ \t]+|(?<=\p{L}[-–/]|\u00ad)(?=\p{L})/u).entries()) {
      if (i > 0) {
        words.push(word);
        word = [];
      }
      if (part !== "") word.push({ ...piece, text: part });
    }
  }
  return [...words, word].filter((parts) => parts.length > 0);
}

/** Greedy filling of lines, for text of more than one look. */
function mixedLines(pieces: readonly Piece[], width: number, size: number): number {
  let lines = 1;
  let used = 0;
  const blank = textWidth(" ", size);
  for (const word of wordsOf(pieces)) {
    const wide = word.reduce((sum, piece) => sum + pieceWidth(piece, size), 0);
    if (used > 0 && used + blank + wide > width) {
      lines++;
      used = wide;
    } else used += (used > 0 ? blank : 0) + wide;
  }
  return lines;
}
