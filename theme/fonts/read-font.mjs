/** Reads what `metrics.ts` holds out of the font files: used to make that file, and to test that it still equals them. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";

const require = createRequire(import.meta.url);
const weights = { regular: 400, bold: 700 };

/** Which characters of each file are kept: the rest of latin-ext is phonetics, which no name in a briefing needs. */
const kept = {
  latin: (code) => code >= 0x20 && code !== 0xfeff && code !== 0xffff,
  "latin-ext": (code) => (code >= 0x100 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x20a0 && code < 0x20d0),
};

function open(subset, weight) {
  return fontkit.create(readFileSync(require.resolve(`@fontsource/carlito/files/carlito-${subset}-${weight}-normal.woff2`)));
}

/** What `make-signs.mjs` has made. */
function signs(weight) {
  return fontkit.create(readFileSync(new URL(`stichtag-signs-${weight}.woff`, import.meta.url)));
}

function widthsOf(font, keep) {
  return font.characterSet
    .filter(keep)
    .toSorted((a, b) => a - b)
    .map((code) => [code, font.glyphForCodePoint(code).advanceWidth]);
}

/** Widths and kerning of one weight in font units. Features as the deck's CSS sets them: kerning, no ligatures. */
function readWeight(weight) {
  const latin = open("latin", weight);
  const extended = open("latin-ext", weight);
  const own = widthsOf(latin, kept.latin);
  const widths = [...own];
  // Earlier fonts come first in the font stack, too.
  for (const [font, keep] of [
    [signs(weight), (code) => code !== 0xffff],
    [extended, kept["latin-ext"]],
  ]) {
    const has = new Set(widths.map(([code]) => code));
    widths.push(...widthsOf(font, (code) => keep(code) && !has.has(code)));
  }
  widths.sort(([a], [b]) => a - b);
  const codes = own.map(([code]) => code);
  const pair = (a, b) => {
    const run = latin.layout(String.fromCodePoint(a, b), { kern: true, liga: false, clig: false });
    return run.positions.reduce((sum, position) => sum + position.xAdvance, 0);
  };
  const width = new Map(own);
  const matrix = codes.map((a) => codes.map((b) => pair(a, b) - width.get(a) - width.get(b)));
  return { widths, kerning: classes(codes, matrix) };
}

/** Characters that kern alike on one side are one class; class 0 kerns with nothing and is left out. */
function classes(codes, matrix) {
  const group = (rows) => {
    const found = new Map();
    for (const [i, row] of rows.entries()) {
      if (row.every((value) => value === 0)) continue;
      const name = row.join();
      found.set(name, { members: (found.get(name)?.members ?? "") + String.fromCodePoint(codes[i]), first: found.get(name)?.first ?? i });
    }
    return [...found.values()];
  };
  const left = group(matrix);
  const right = group(codes.map((_, j) => matrix.map((row) => row[j])));
  return {
    left: left.map((c) => c.members),
    right: right.map((c) => c.members),
    rows: left.map((l) => right.flatMap((r, index) => (matrix[l.first][r.first] === 0 ? [] : [index, matrix[l.first][r.first]]))),
  };
}

/** `{ unitsPerEm, ascent, descent, capHeight, xHeight, regular, bold }`, all in font units. */
export function readFont() {
  const font = open("latin", weights.regular);
  return {
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: -font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    regular: readWeight(weights.regular),
    bold: readWeight(weights.bold),
  };
}

/** Runs of neighbouring code points: `[first code point, width, width, …]`. */
export function runsOf(widths) {
  const runs = [];
  let next = -1;
  for (const [code, width] of widths) {
    if (code === next) runs.at(-1).push(width);
    else runs.push([code, width]);
    next = code + 1;
  }
  return runs;
}
