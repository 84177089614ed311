import { describe, expect, it } from "vitest";
import { textNoun } from "./ask-words.ts";

describe("textNoun", () => {
  it("names what a text is by what it was asked of", () => {
    expect([textNoun("stichtag(einwohner)"), textNoun("deck.as_of"), textNoun("a.b")]).toEqual([
      "Stichtag",
      "Angabe zum Foliensatz",
      "Text aus den Daten",
    ]);
  });
});
