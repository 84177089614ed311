import { describe, expect, it } from "vitest";
import { conditionWords, textNoun } from "./ask-words.ts";

describe("conditionWords", () => {
  it.each([
    ["0.09 <= share(a.x, b.x) and share(a.x, b.x) < 0.10", [["share(a.x, b.x)", "0,0997"]], "0,09 ≤ 0,0997 und 0,0997 < 0,10"],
    ["a.x > 1", [["a.x", "17.135\u00a0Personen"]], "17.135\u00a0Personen > 1"],
    [
      "gestiegen(a.x @ 2022-12-31, a.x @ 2017-12-31)",
      [
        ["a.x", "177.701"],
        ["a.x", "167.925"],
      ],
      "177.701 am 31.12.2022 > 167.925 am 31.12.2017",
    ],
    [
      'a["Löningen"] < a.Lindern',
      [
        ["a.Löningen", "14.351"],
        ["a.Lindern", "4.965"],
      ],
      "14.351 < 4.965",
    ],
    ["rund(share(a.x, a.y), drittel)", [["share(a.x, a.y)", "0,3512"]], "0,3512 rund drittel"],
    ['hoechster(t, "Rumänien")', [], "„Rumänien“ hat den höchsten Wert"],
    [
      "gestiegen(a.x)",
      [
        ["a.x", "12"],
        ["a.x", "11"],
      ],
      "gestiegen(12) (a.x = 11)",
    ],
    [
      "a.xy = a.x",
      [
        ["a.x", "1"],
        ["a.xy", "2"],
      ],
      "2 = 1",
    ],
    ["a.x = 1 or not b.x = 2", [["a.x", "1"]], "1 = 1 oder nicht b.x = 2"],
  ] as const)("puts the numbers into %s", (condition, numbers, words) => {
    expect(
      conditionWords(
        condition,
        numbers.map(([name, number]) => ({ name, number })),
      ),
    ).toBe(words);
  });
});

describe("textNoun", () => {
  it("names what a text is by what it was asked of", () => {
    expect([textNoun("stichtag(einwohner)"), textNoun("deck.as_of"), textNoun("a.b")]).toEqual([
      "Stichtag",
      "Angabe zum Foliensatz",
      "Text aus den Daten",
    ]);
  });
});
