import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Face } from "fontkit";
import { describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);

function open(file: string | URL): Face {
  return create(readFileSync(file));
}

const carlito = (subset: string, weight: number): Face =>
  open(require.resolve(`@fontsource/carlito/files/carlito-${subset}-${weight}-normal.woff2`));
const signs = (weight: number): Face => open(new URL(`stichtag-signs-${weight}.woff`, import.meta.url));

const width = (font: Face, code: number): number => font.glyphForCodePoint(code).advanceWidth;

/** All that German briefings set, and names from the countries in them. */
const needed =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüßẞ0123456789.,;:!?…-–—'‚‘’„“»«()[]{}/&%‰§€@#*+−±×=<>≤≥≠≈~°²³½¼¾⅓⅔•·" +
  "→←↑↓↗↘▲▼■●✓†©®\u00a0\u202f\u2011\u2010\u2007" +
  "ĄąĆćĘęŁłŃńÓóŚśŹźŻż ĂăÂâÎîȘșȚțŞşŢţ ÇçĞğİıŞş ÁáČčĎďÉéĚěÍíŇňŘřŠšŤťŮůÝýŽž ŐőŰű ĀāĒēĢģĪīĶķĻļŅņŪū ĖėĮįŲų Đđ ÅåÆæØø Ññ ËëÏï";

describe.each([400, 700])("the fonts of weight %i", (weight) => {
  const latin = carlito("latin", weight);
  const own = signs(weight);

  it("have a glyph for every character of a briefing", () => {
    const has = new Set([...latin.characterSet, ...own.characterSet]);
    expect(Array.from(needed).filter((c) => !has.has(c.codePointAt(0) ?? 0))).toEqual([]);
  });

  it("do not hide a glyph of Carlito's behind another", () => {
    const known = new Set(latin.characterSet);
    expect(own.characterSet.filter((code) => known.has(code) && code !== 0xffff)).toEqual([]);
  });

  it("set the letters that the Latin subset lacks as Carlito does", () => {
    const extended = carlito("latin-ext", weight);
    for (const letter of "ĄćęŁńśźżȘțğİČřůŐū") {
      const code = letter.codePointAt(0) ?? 0;
      expect(own.glyphForCodePoint(code).advanceWidth, letter).toBe(extended.glyphForCodePoint(code).advanceWidth);
    }
  });

  it("keep the height of a line", () => {
    expect([own.unitsPerEm, own.ascent, own.descent]).toEqual([latin.unitsPerEm, latin.ascent, latin.descent]);
  });

  it("make the narrow blank half a blank, and the figure blank a digit wide", () => {
    expect(width(own, 0x202f)).toBe(Math.round(width(latin, 0x20) / 2));
    expect(width(own, 0x2007)).toBe(width(latin, 0x30));
    expect(width(own, 0x2011)).toBe(width(latin, 0x2d));
  });

  it("draw every sign within its width", () => {
    for (const code of own.characterSet.filter((c) => c >= 0x2030 && c < 0xffff)) {
      const { advanceWidth, path } = own.glyphForCodePoint(code);
      expect(path.bbox.width, String.fromCodePoint(code)).toBeGreaterThan(0);
      expect(path.bbox.width, String.fromCodePoint(code)).toBeLessThanOrEqual(advanceWidth);
    }
  });
});
