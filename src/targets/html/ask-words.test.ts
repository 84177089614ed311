import { describe, expect, it } from "vitest";
import { asksForDays, nameOfTwo, operationNoun, textNoun } from "./ask-words.ts";

describe("operationNoun", () => {
  it("names a quotient by what it gives", () => {
    expect(operationNoun({ operation: "/", unit: "Personen/km²" }, "91")).toBe("Personen je km²");
    expect(operationNoun({ operation: "/", unit: "" }, "45\u00a0%")).toBe("Anteil");
    expect(operationNoun({ operation: "/", unit: "" }, "0,67")).toBe("Verhältnis");
    expect(operationNoun({ operation: "sum", unit: "Personen" }, "91")).toBe("Summe");
  });
});

describe("nameOfTwo", () => {
  it("says what of what, and of a share at least of what", () => {
    expect(nameOfTwo("-", "Differenz", ["Quote", "Vor Ort"])).toBe("»Quote« minus »Vor Ort«");
    expect(nameOfTwo("share", "Anteil", ["Vor Ort", "Quote"])).toBe("Anteil von »Vor Ort« an »Quote«");
    expect(nameOfTwo("/", "Anteil", [undefined, "Quote"])).toBe("Anteil an »Quote«");
    expect(nameOfTwo("/", "Verhältnis", ["A", "B"])).toBe("Verhältnis von »A« zu »B«");
    expect(nameOfTwo("/", "Personen je km²", ["Einwohner", "Fläche"])).toBe("Personen je km²: »Einwohner« ÷ »Fläche«");
    expect([
      nameOfTwo("-", "Differenz", [undefined, "B"]),
      nameOfTwo("+", "Summe", ["A", "B"]),
      nameOfTwo("share", "Anteil", ["A", undefined]),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe("textNoun", () => {
  it("names what a text is by what it was asked of", () => {
    expect([textNoun("stichtag(einwohner)"), textNoun(" deck.as_of "), textNoun("a.b")]).toEqual([
      "Stichtag",
      "Angabe zum Foliensatz",
      "Text aus den Daten",
    ]);
  });
});

describe("asksForDays", () => {
  it.each([
    ["stichtag(a) = stichtag(b.c)", true],
    ["stichtag(a) = stichtag(b) and not stichtag(c) = stichtag(d)", true],
    ["stichtag(a) = stichtag(b) and a.x > 3", false],
    ["a.x > b.x", false],
  ])("%s: %s", (condition, expected) => {
    expect(asksForDays(condition)).toBe(expected);
  });
});
