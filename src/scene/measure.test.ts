import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metrics } from "../../theme/fonts/metrics.ts";
import { breakLines, textWidth } from "./measure.ts";

/** What Chromium measures for the same text in Carlito, kerned and without ligatures: `getComputedTextLength()`. */
const measured = [
  ["Syrien, Arabische Republik", 18, "regular", 192.48],
  ["Gemeinschaftsunterkunft", 40, "bold", 424.02],
  ["AVATAR To Ty We", 40, "bold", 285.69],
  ["ff fi ffi tt ti", 18, "regular", 73.63],
  ["„Anführung“ – Strich", 18, "regular", 152.13],
  ["17.135\u00a0Personen", 40, "bold", 276.14],
  ["Łódź, Şırnak, Iași", 40, "bold", 274.44],
  ["½ ±3 −73 ≤ 5 ⅓", 40, "bold", 241.36],
  ["Kooperative Migrationsarbeit Niedersachsen", 40, "bold", 740.47],
] as const;

describe("textWidth", () => {
  test.each(measured)("%s, %d px %s, is as wide as the browser sets it", (text, size, weight, width) => {
    expect(textWidth(text, size, weight)).toBeCloseTo(width, 1);
  });

  test("kerning brings letters together, and only within a font file", () => {
    expect(textWidth("Te", 2048)).toBeLessThan(textWidth("T", 2048) + textWidth("e", 2048));
    expect(textWidth("Tł", 2048)).toBe(textWidth("T", 2048) + textWidth("ł", 2048));
  });

  test("digits are of one width, so that columns of numbers align", () => {
    expect(new Set("0123456789".split("").map((digit) => textWidth(digit, 18))).size).toBe(1);
    expect(textWidth("1.111", 18)).toBe(textWidth("8.888", 18));
  });

  test("what is not seen has no width, what is unknown has some", () => {
    expect(textWidth("a\u00adb\u200b\u2060", 18)).toBeCloseTo(textWidth("ab", 18), 6);
    for (const unknown of ["漢", "🌍", "ж", "ᚠ"]) expect(textWidth(unknown, 20)).toBeGreaterThan(10);
  });

  test("a longer text in the same letters is wider; twice the size is twice the width", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß ]{1,30}$/), (text) => {
        expect(textWidth(`${text}m`, 16)).toBeGreaterThan(textWidth(text, 16));
        expect(textWidth(text, 32)).toBeCloseTo(2 * textWidth(text, 16), 6);
      }),
    );
  });

  test("the narrow blank of DIN 5008 is narrower than a blank", () => {
    expect(textWidth("\u202f", metrics.unitsPerEm)).toBeGreaterThan(0);
    expect(textWidth("\u202f", 18)).toBeLessThan(textWidth(" ", 18));
  });
});

describe("breakLines", () => {
  test("breaks at blanks, never at non-breaking ones", () => {
    expect(breakLines("Syrien, Arabische Republik", 150, 18)).toEqual(["Syrien, Arabische", "Republik"]);
    expect(breakLines("Personen am 31.12.", 1000, 18)).toEqual(["Personen am 31.12."]);
    expect(breakLines("rund 30.000\u00a0Euro", 100, 18)).toEqual(["rund", "30.000\u00a0Euro"]);
  });

  test("breaks after hyphens between letters, not in numbers", () => {
    expect(breakLines("Integrations-Beratung", 130, 18)).toEqual(["Integrations-", "Beratung"]);
    expect(breakLines("12521-0041", 400, 18)).toEqual(["12521-0041"]);
  });

  test("a soft hyphen shows only where it breaks", () => {
    expect(breakLines("Koordinierungs\u00adstelle", 500, 18)).toEqual(["Koordinierungsstelle"]);
    expect(breakLines("Koordinierungs\u00adstelle", 130, 18)).toEqual(["Koordinierungs-", "stelle"]);
  });

  test("a word wider than the line is divided at a joint of the compound, else at a syllable", () => {
    expect(breakLines("Koordinierungsstelle", 130, 18)).toEqual(["Koordinierungs-", "stelle"]);
    expect(breakLines("Niedersachsen", 80, 18)).toEqual(["Nieder-", "sachsen"]);
  });

  test("line ends of the text are kept, an empty text is one empty line", () => {
    expect(breakLines("eins\nzwei drei", 500, 18)).toEqual(["eins", "zwei drei"]);
    expect(breakLines("", 100, 18)).toEqual([""]);
  });

  test("no letter is lost, and no line is wider than the width but one of two letters", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .array(fc.constantFrom("Träger", "Gemeinschaftsunterkunft", "u.", "a-b", "Stadt/Land", "3,5\u00a0%"), { maxLength: 8 })
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 400 }), (content, width) => {
        const lines = breakLines(content, width, 18);
        expect(letters(lines.join(""))).toBe(letters(content));
        for (const line of lines) if (line.replace(/-$/, "").length > 4) expect(textWidth(line, 18)).toBeLessThanOrEqual(width + 0.02);
      }),
      { numRuns: 500 },
    );
  });
});

/** Without what breaking takes and gives: blanks and hyphens. */
function letters(text: string): string {
  return text.replace(/[ \t\n\u00ad\u2011-]/g, "");
}
