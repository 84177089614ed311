import { describe, expect, it } from "vitest";
import { asksForDays, operationNoun, textNoun } from "./ask-words.ts";

describe("operationNoun", () => {
  it("names a quotient by what it gives", () => {
    expect(operationNoun({ operation: "/", unit: "Personen/km²" }, "91")).toBe("Personen je km²");
    expect(operationNoun({ operation: "/", unit: "" }, "45\u00a0%")).toBe("Anteil");
    expect(operationNoun({ operation: "/", unit: "" }, "0,67")).toBe("Verhältnis");
    expect(operationNoun({ operation: "sum", unit: "Personen" }, "91")).toBe("Summe");
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
