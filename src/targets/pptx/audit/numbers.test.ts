import { describe, expect, it } from "vitest";
import { isRounding, statisticsIn } from "./numbers.ts";

describe("a number written otherwise", () => {
  it.each([
    ["rund ", "17.000 Personen", 17_135],
    ["", "17,1 Tsd. Personen", 17_135],
    ["", "10 % der Menschen", 0.0997],
    ["etwa ", "83 Millionen", 82_800_000],
    ["", "−3,5 Punkte", -3.48],
    ["", "17 135", 17_135],
  ])("says the same, rounded: %s%s", (before, text, exact) => expect(isRounding(before, text, exact)).toBe(true));

  it.each([
    ["", "17.000 Personen", 17_135],
    ["rund ", "18.000 Personen", 17_135],
    ["", "9,98 %", 0.0997],
    ["", "10 Prozentpunkte", 10.6],
    ["", "3,5", -3.48],
    ["rund ", "Tausend", 1000],
  ])("says something else: %s%s", (before, text, exact) => expect(isRounding(before, text, exact)).toBe(false));
});

function found(text: string): readonly string[] {
  return statisticsIn(text).map(({ from, to }) => text.slice(from, to));
}

describe("numbers that want a proof", () => {
  it("are amounts, in digits and in words, and no dates, paragraphs or telephone numbers", () => {
    expect(found("Es kamen 1.234 Personen, ein Drittel davon aus Syrien.")).toEqual(["1.234 Personen", "Drittel"]);
    expect(found("Am 14.04.2014 nach § 5 Abs. 2, Tel. 04471 15-0")).toEqual([]);
  });
});
