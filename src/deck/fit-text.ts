/** How many lines inlines take, and how wide they run. */

import { breakLines, textWidth, type Weight } from "../scene/measure.ts";
import type { TextStyle } from "../../theme/tokens.ts";
import type { Inline } from "./model.ts";

/** A stretch of one look. */
interface Piece {
  readonly text: string;
  readonly weight: Weight;
  readonly code: boolean;
}

/** Advance of a character of the monospaced fonts, and their size beside text, em. */
export const monoAdvance = 0.602;
const monoSize = 0.85;

/** Lines that inlines take in a column; at least one. Pictures do not count. */
export function linesOf(inlines: readonly Inline[], width: number, style: TextStyle): number {
  const base: Weight = style.weight === 700 ? "bold" : "regular";
  let lines = 0;
  for (const stretch of stretches(inlines, base)) {
    const [only] = stretch;
    lines +=
      stretch.length === 1 && only !== undefined && !only.code
        ? breakLines(only.text, width, style.size, only.weight).length
        : mixedLines(stretch, width, style.size);
  }
  return Math.max(1, lines);
}

/** Width of inlines on one line, px; the widest of the stretches between line breaks. */
export function widthOf(inlines: readonly Inline[], style: TextStyle): number {
  const base: Weight = style.weight === 700 ? "bold" : "regular";
  return Math.max(0, ...stretches(inlines, base).map((pieces) => pieces.reduce((sum, piece) => sum + pieceWidth(piece, style.size), 0)));
}

/** The widest word of inlines: what no line break can part. */
export function widestWord(inlines: readonly Inline[], style: TextStyle): { readonly word: string; readonly width: number } {
  const base: Weight = style.weight === 700 ? "bold" : "regular";
  let widest = { word: "", width: 0 };
  for (const pieces of stretches(inlines, base)) {
    for (const word of wordsOf(pieces)) {
      const width = word.reduce((sum, piece) => sum + pieceWidth(piece, style.size), 0);
      if (width > widest.width) widest = { word: word.map((piece) => piece.text).join(""), width };
    }
  }
  return widest;
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
  return code ? text.length * size * monoSize * monoAdvance : textWidth(text, size, weight);
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
