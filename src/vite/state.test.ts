import { describe, expect, it } from "vitest";
import type { Deck, Slide } from "../deck/model.ts";
import { spanOf, toSource } from "../source/source.ts";
import { noAssets } from "../targets/html/assets.ts";
import { advance, type DeckState, updateSince } from "./state.ts";

const span = spanOf(toSource("slides/a/01.md", ""), 0, 0);

function slide(id: string, title: string): Slide {
  return {
    id,
    layout: "content",
    kicker: [],
    title: [{ kind: "text", text: title }],
    regions: [],
    notes: [],
    said: [],
    releases: [],
    sourceLine: [],
    footnotes: [],
    span,
  };
}

function deckOf(slides: readonly Slide[], more: Partial<Deck> = {}): Deck {
  return { id: "a", title: "A", language: "de", asOf: "2017-08-07", canvas: "16:9", slides, ...more };
}

const [one, two, three] = [slide("eins", "Eins"), slide("zwei", "Zwei"), slide("drei", "Drei")];
const first: DeckState = advance(undefined, deckOf([one, two, three]), noAssets);

describe("a deck's states", () => {
  it("begin with version 1 and all sections", () => {
    const { version, sections, order, reload } = updateSince(first, "run", 0);
    expect({ version, ids: sections.map(({ id }) => id), order, reload }).toEqual({
      version: 1,
      ids: ["eins", "zwei", "drei"],
      order: ["eins", "zwei", "drei"],
      reload: true,
    });
  });

  it("stay the same where nothing is to be seen of a change", () => {
    expect(advance(first, deckOf([one, two, three], { asOf: "2018-01-01" }), noAssets)).toBe(first);
  });

  it("send only what has changed", () => {
    const second = advance(first, deckOf([one, slide("zwei", "Zwei, neu"), three]), noAssets);
    const update = updateSince(second, "run", 1);
    expect(update.sections.map(({ id }) => id)).toEqual(["zwei"]);
    expect(update.sections[0]?.html).toContain("Zwei, neu");
    expect(update.order).toBeUndefined();
    expect(update.reload).toBe(false);
  });

  it("give a page that missed versions all that it missed", () => {
    const second = advance(first, deckOf([slide("eins", "Eins, neu"), two, three]), noAssets);
    const third = advance(second, deckOf([slide("eins", "Eins, neu"), two, slide("drei", "Drei, neu")]), noAssets);
    expect(third.version).toBe(3);
    expect(updateSince(third, "run", 2).sections.map(({ id }) => id)).toEqual(["drei"]);
    expect(updateSince(third, "run", 1).sections.map(({ id }) => id)).toEqual(["eins", "drei"]);
    expect(updateSince(third, "run", 3).sections).toEqual([]);
  });

  it("tell the order when slides come, go or move", () => {
    const gone = advance(first, deckOf([one, three]), noAssets);
    expect(updateSince(gone, "run", 1).order).toEqual(["eins", "drei"]);
    const moved = advance(gone, deckOf([three, one]), noAssets);
    expect(updateSince(moved, "run", 2).order).toEqual(["drei", "eins"]);
    const back = advance(moved, deckOf([three, two, one]), noAssets);
    expect(updateSince(back, "run", 3).order).toEqual(["drei", "zwei", "eins"]);
    expect(updateSince(back, "run", 3).sections.map(({ id }) => id)).toContain("zwei");
  });

  it("ask for the page anew only where its frame has changed", () => {
    const titled = advance(first, deckOf([one, two, three], { title: "B" }), noAssets);
    expect(updateSince(titled, "run", 1)).toMatchObject({ title: "B", reload: false, sections: [] });
    const narrow = advance(titled, deckOf([one, two, three], { canvas: "4:3" }), noAssets);
    expect(updateSince(narrow, "run", 2).reload).toBe(true);
    expect(updateSince(narrow, "run", 3).reload).toBe(false);
  });
});
