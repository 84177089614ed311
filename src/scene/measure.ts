/**
 * How wide a text runs, without a browser: from the font's own table of widths and kerning. It holds for CSS with
 * `font-kerning: normal; font-variant-ligatures: none`, and so that text breaks alike in HTML, SVG and PowerPoint.
 */

import { metrics, type WeightMetrics } from "../../theme/fonts/metrics.ts";
import { hyphenate } from "./hyphens.ts";

export type Weight = "regular" | "bold";

/** Parts of the font size: how far capitals and accents rise above the baseline, and descenders fall below it. */
export const capHeight: number = metrics.capHeight / metrics.unitsPerEm;
export const xHeight: number = metrics.xHeight / metrics.unitsPerEm;
/** Ä stands higher than A: what the ink of a line can reach, less than the font's ascent, which has room for stacked accents. */
export const inkAscent = 0.78;
export const inkDescent = 0.22;

/** Width in px of one line of text set in `size` px. Soft hyphens and zero-width characters have none. */
export function textWidth(text: string, size: number, weight: Weight = "regular"): number {
  const table = weight === "bold" ? bold() : regular();
  let units = 0;
  let left = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < tableSize) {
      const right = table.right[code] ?? 0;
      if (left !== 0 && right !== 0) units += table.kerning[left * table.columns + right] ?? 0;
      left = table.left[code] ?? 0;
      units += table.widths[code] ?? 0;
    } else {
      units += fallbackWidth(text.codePointAt(i) ?? 0);
      if (code >= 0xd800 && code < 0xdc00) i++;
      left = 0;
    }
  }
  return (units * size) / metrics.unitsPerEm;
}

/**
 * Breaks a text into lines no wider than `width` px, as a browser does it: at blanks, after hyphens, at soft hyphens;
 * never at non-breaking blanks. A word wider than a line is divided with a hyphen; only a line too narrow for two
 * letters and a hyphen stays wider. No letter is ever lost. An empty text is one empty line.
 */
export function breakLines(text: string, width: number, size: number, weight: Weight = "regular"): readonly string[] {
  return text.split("\n").flatMap((paragraph) => breakParagraph(paragraph, width, size, weight));
}

function breakParagraph(text: string, width: number, size: number, weight: Weight): readonly string[] {
  // Nearly every label fits: measured once, not broken.
  if (!/[\t\u00ad\u2011]| {2}|^ | $/.test(text) && textWidth(text, size, weight) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  const fits = (candidate: string): boolean => textWidth(shown(candidate), size, weight) <= width + tolerance;
  for (const word of text.split(/[ \t]+/)) {
    let blank = line === "" ? "" : " ";
    for (const piece of piecesOf(word)) {
      if (fits(line + blank + piece)) {
        line += blank + piece;
      } else {
        if (line !== "") lines.push(shown(line));
        const parts = divide(piece, fits);
        lines.push(...parts.slice(0, -1));
        line = parts.at(-1) ?? "";
      }
      blank = "";
    }
  }
  lines.push(shown(line));
  return lines;
}

const tolerance = 0.01;

/** A word's parts that may stand on different lines: after a hyphen between letters, at a soft hyphen (kept at the part's end). */
function piecesOf(word: string): readonly string[] {
  return word.split(/(?<=\p{L}[-–/]|\u00ad)(?=\p{L})/u);
}

/** Soft hyphens show only at the end of a line; the non-breaking hyphen has no glyph and has done its work. */
function shown(line: string): string {
  return line
    .replace(/\u00ad$/, "-")
    .replaceAll("\u00ad", "")
    .replaceAll("\u2011", "-");
}

/** Divides one word that is wider than a line, at its syllables if that serves, else between any two letters. */
function divide(word: string, fits: (line: string) => boolean): readonly string[] {
  const parts: string[] = [];
  let rest = word;
  while (!fits(rest)) {
    const letters = everyLetter(rest);
    const { joints, syllables } = hyphenate(rest);
    const cut =
      lastFitting(rest, joints, fits) ||
      lastFitting(rest, syllables, fits) ||
      lastFitting(rest, letters, fits) ||
      (letters[1] ?? rest.length);
    if (cut >= rest.length) break;
    parts.push(withHyphen(shown(rest.slice(0, cut))));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

function lastFitting(word: string, places: readonly number[], fits: (line: string) => boolean): number {
  return places.findLast((place) => fits(withHyphen(word.slice(0, place)))) ?? 0;
}

function everyLetter(word: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const letter of word) {
    at += letter.length;
    if (at < word.length) places.push(at);
  }
  return places;
}

function withHyphen(head: string): string {
  return /[\p{L}]$/u.test(head) ? `${head}-` : head;
}

/** Latin, its extensions, punctuation, arrows and signs up to the tick (U+2713). */
const tableSize = 0x2714;

interface Table {
  readonly widths: Uint16Array;
  /** Class of a character as left and as right partner of a kerning pair; 0 has none. */
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly kerning: Int16Array;
  readonly columns: number;
}

const regular = once(() => toTable(metrics.regular));
const bold = once(() => toTable(metrics.bold));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function toTable(weight: WeightMetrics): Table {
  const widths = new Uint16Array(tableSize);
  for (let code = 0x21; code < tableSize; code++) widths[code] = fallbackWidth(code);
  for (const [first = 0, ...run] of weight.widths) widths.set(run.slice(0, Math.max(0, tableSize - first)), Math.min(first, tableSize));
  const space = widths[0x20] ?? 0;
  widths[0x09] = space;
  for (const nothing of [0xad, 0x200b, 0x200c, 0x200d, 0x2060]) widths[nothing] = 0;
  const classOf = (classes: readonly string[]): Uint8Array => {
    const table = new Uint8Array(tableSize);
    for (const [i, members] of classes.entries()) for (const member of members) table[member.codePointAt(0) ?? 0] = i + 1;
    return table;
  };
  const columns = weight.kerning.right.length + 1;
  const kerning = new Int16Array((weight.kerning.left.length + 1) * columns);
  for (const [i, row] of weight.kerning.rows.entries()) {
    for (let j = 0; j < row.length; j += 2) kerning[(i + 1) * columns + (row[j] ?? 0) + 1] = row[j + 1] ?? 0;
  }
  return { widths, left: classOf(weight.kerning.left), right: classOf(weight.kerning.right), kerning, columns };
}

/** A guess for what the font lacks, on the wide side: ideographs and pictures are square, symbols broad, marks have no width. */
function fallbackWidth(code: number): number {
  if (code >= 0x300 && code < 0x370) return 0;
  const part = code >= 0x2e80 ? 1.05 : code >= 0x2100 ? 0.88 : 0.64;
  return Math.round(part * metrics.unitsPerEm);
}
