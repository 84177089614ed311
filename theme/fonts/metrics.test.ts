import { expect, test } from "vitest";
import { metrics } from "./metrics.ts";
import { readFont, runsOf } from "./read-font.mjs";

const font = readFont();

test("the table's measures are the font's", () => {
  const { unitsPerEm, ascent, descent, capHeight, xHeight } = font;
  expect(metrics).toMatchObject({ unitsPerEm, ascent, descent, capHeight, xHeight });
});

test.each(["regular", "bold"] as const)("widths and kerning of %s are the font's", (weight) => {
  expect(metrics[weight].widths).toEqual(runsOf(font[weight].widths));
  expect(metrics[weight].kerning).toEqual(font[weight].kerning);
});

test("the table has what German, Polish, Turkish and Romanian names need", () => {
  const known = new Set(metrics.regular.widths.flatMap(([first = 0, ...widths]) => widths.map((_, i) => first + i)));
  for (const letter of "AZazÄÖÜäöüßẞéÉąćęłńóśźżĄĆĘŁŃÓŚŹŻçğıİöşüĞŞâîășțĂȘȚ„“–€·…½−±\u00a0") {
    expect(known, letter).toContain(letter.codePointAt(0));
  }
});
