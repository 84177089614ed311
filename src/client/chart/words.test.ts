import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { destination } from "./explore.ts";
import { interpolateWords } from "./words.ts";

describe("interpolateWords", () => {
  it.each([
    ["1.000", "3.000", "2.000"],
    ["900", "1.100", "1.000"],
    ["9,5 %", "10,5 %", "10,0 %"],
    ["−100", "100", "0"],
    ["17\u202f135", "17\u202f137", "17\u202f136"],
    ["344 von 515", "346 von 515", "345 von 515"],
  ])("%s to %s goes through %s", (start, end, middle) => {
    expect(interpolateWords(start, end)?.(0.5)).toBe(middle);
  });

  it.each([
    ["Polen", "Rumänien"],
    ["3.000", "3.000"],
    ["3.000", "–"],
    ["rund 3.000", "3.000"],
    ["3.000 Personen", "3.000 Euro"],
  ])("%s to %s does not run", (start, end) => {
    expect(interpolateWords(start, end)).toBeUndefined();
  });

  it("begins with the one number and ends with the other, however they are written", () => {
    const written = fc.tuple(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.integer({ min: 0, max: 3 })).map(([value, digits]) => {
      const text = (value / 10 ** digits).toLocaleString("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });
      return { text: text.replace("-", "−"), digits };
    });
    fc.assert(
      fc.property(written, written, (start, end) => {
        fc.pre(start.text !== end.text && start.digits === end.digits);
        const between = interpolateWords(start.text, end.text);
        expect(between?.(1)).toBe(end.text);
        // Tiny negative numbers round to a zero with a sign.
        expect(between?.(0).replace(/^−(?=0(?:,0+)?$)/, "")).toBe(start.text);
      }),
    );
  });
});

describe("destination", () => {
  it("goes from mark to mark, stays at the ends, and leaves by Escape", () => {
    expect(destination("ArrowRight", 0, 3)).toBe(1);
    expect(destination("ArrowDown", 2, 3)).toBe(2);
    expect(destination("ArrowLeft", 0, 3)).toBe(0);
    expect(destination("End", 0, 3)).toBe(2);
    expect(destination("Home", 2, 3)).toBe(0);
    expect(destination("Escape", 1, 3)).toBe("leave");
    expect(destination(" ", 1, 3)).toBeUndefined();
  });
});
