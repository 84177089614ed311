import { describe, expect, it } from "vitest";
import type { Block, ListItem } from "../../../deck/model.ts";
import { deckOf, figure, list, paragraph, slideOf, span, words } from "../../html/testing.ts";
import { space, text as scale } from "../../../../theme/tokens.ts";
import { textOfRuns } from "./runs.ts";
import { house, itemsOfBlocks, itemsOfDeck, sketch, sketchParagraph, textsOf } from "./testing.ts";

function paragraphsOf(...blocks: readonly Block[]): readonly string[] {
  return textsOf(itemsOfBlocks(...blocks))
    .filter(({ style }) => style === "body")
    .flatMap(({ paragraphs }) => paragraphs.map(sketchParagraph));
}

const entry = (...texts: readonly string[]): ListItem => ({
  blocks: texts.map((text) => paragraph(...words(text))),
});
const ordered = (start: number, ...items: readonly ListItem[]): Block => ({
  kind: "list",
  ordered: true,
  start,
  items,
  span,
});

const cells = (...texts: readonly string[]): readonly ReturnType<typeof words>[] => texts.map(words);
const table = (caption: string, rows: readonly (readonly string[])[]): Block => ({
  kind: "table",
  caption: caption === "" ? [] : words(caption),
  columns: [
    { header: words("Ort"), align: "left" },
    { header: words("Personen"), align: "right" },
  ],
  rows: rows.map((row) => ({ role: "plain", cells: cells(...row) })),
  rowHeaders: true,
  span,
});

const keyFigure = (group: string | undefined, highlight: boolean) => ({
  figure: figure(17135, "17.135"),
  label: words("Personen"),
  details: [words("Stand 2017")],
  ...(group === undefined ? {} : { group }),
  highlight,
});

const picture = (address: string) => ({ kind: "image" as const, image: { address, alternative: `Bild ${address}` } });
const sizes = new Map([
  ["a", { width: 400, height: 300 }],
  ["b", { width: 2000, height: 800 }],
]);

describe("text", () => {
  it("keeps the distances of the browser where the list style has others", () => {
    const heading: Block = { kind: "heading", level: 3, content: words("H"), span };
    const item = [paragraph(...words("a"))];
    expect(paragraphsOf(heading, list(item, item), paragraph(...words("p")), paragraph(...words("p")), heading)).toEqual([
      "heading0:H",
      "list0+8:a",
      "list0:a",
      "plain0+16:p",
      "plain0+16:p",
      "heading0+28:H",
    ]);
  });

  it("nests lists and sets what belongs to an item beside its text", () => {
    const inner = list([paragraph(...words("b")), paragraph(...words("c"))]);
    expect(paragraphsOf(list([paragraph(...words("a")), inner, paragraph(...words("d"))], [paragraph(...words("e"))]))).toEqual([
      "list0:a",
      "list1:b",
      "plain2:c",
      "plain1+4:d",
      "list0:e",
    ]);
  });

  it("says the number where a count goes on after something else", () => {
    expect(paragraphsOf(ordered(3, entry("a"), entry("b", "c"), entry("d"), entry("e")))).toEqual([
      "list0#3:a",
      "list0#3:b",
      "plain1+4:c",
      "list0#5:d",
      "list0#5:e",
    ]);
    const nested: Block = ordered(
      1,
      { blocks: [...entry("a").blocks, ordered(1, entry("b"), entry("c"))] },
      { blocks: [...entry("d").blocks, ordered(1, entry("e"))] },
    );
    expect(paragraphsOf(nested)).toEqual(["list0#1:a", "list1#1:b", "list1#1:c", "list0#1:d", "list1#1:e"]);
    // A second list would count on: it stands in a box of its own.
    expect(textsOf(itemsOfBlocks(ordered(1, entry("a")), ordered(1, entry("b")))).map(sketch)).toEqual([
      'text<title> "Titel" plain0:Titel',
      'text<main> "Text" list0#1:a',
      'text "Text 2" list0#1:b',
      'text<page> "Foliennummer" field0:1',
    ]);
  });

  it("marks tasks", () => {
    const items = [true, false].map((checked) => ({ checked, blocks: [paragraph(...words("a"))] }));
    const [, main] = textsOf(itemsOfBlocks({ kind: "list", ordered: false, start: 1, items, span }));
    expect(main?.paragraphs.map(({ checked }) => checked)).toEqual([true, false]);
  });

  it("has rules and bars of quotes beside it, behind and at their places", () => {
    const p = paragraph(...words("p"));
    const items = itemsOfBlocks(p, { kind: "rule", span }, { kind: "quote", blocks: [p, p], span }).slice(1, 4);
    expect(items.map(sketch)).toEqual([
      'rectangle "Linie"',
      'rectangle "Balken am Zitat"',
      'text<main> "Text" plain0:p | quote1+33:p | quote1+16:p',
    ]);
    expect(items.slice(0, 2).map(({ box }) => box)).toEqual([
      { x: 72, y: 252, width: 1136, height: 1 },
      { x: 72, y: 269, width: 4, height: 2 * scale.body.line + space.block },
    ]);
  });

  it("sets code on a panel", () => {
    const [, code] = textsOf(itemsOfBlocks({ kind: "code", language: "", text: "a\n  b", span }));
    expect(code).toMatchObject({
      name: "Quelltext",
      panel: { fill: "silver", inset: 16 },
      box: { x: 72, y: 200, width: 1136, height: 2 * scale.code.line + 32 },
    });
    expect(textOfRuns(code?.paragraphs[0]?.runs ?? [])).toBe("a\n  b");
  });
});

describe("a table", () => {
  it("is as wide as text, its columns as their content, below its caption", () => {
    const [, caption, item] = itemsOfBlocks(table("Orte", [["Aurach", "1.234"]]));
    expect([caption, item].map((each) => each && sketch(each))).toEqual([
      'text "Überschrift: Orte" heading0:Orte',
      'table<main> "Tabelle: Orte"',
    ]);
    if (item?.kind !== "table") throw new Error("no table");
    expect(item).toMatchObject({
      box: { x: 72, y: 232, width: 832, height: 72 },
      rows: [36, 36],
      alternative: "Orte: Ort, Personen; 1 Zeile",
    });
    expect(item.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(832);
  });

  it("without a caption is named by its columns", () => {
    const [, item] = itemsOfBlocks(table("", [["Aurach", "1.234"]]));
    expect(item).toMatchObject({ name: "Tabelle", alternative: "Tabelle mit den Spalten Ort und Personen" });
  });

  it("breaks words but no numbers", () => {
    const [, item] = itemsOfBlocks(
      table("", [
        ["ein langer Name ".repeat(8).trim(), "1 234 567 bis 8 910 111"],
        ["kurz", "1 234 567"],
      ]),
    );
    if (item?.kind !== "table") throw new Error("no table");
    expect(item.rows.map((height) => (height - 8) / scale.table.line)).toEqual([1, expect.any(Number), 1]);
    expect(item.rows[1]).toBeGreaterThan(36);
  });

  it("within a list parts its text", () => {
    const items = itemsOfBlocks(list([paragraph(...words("a")), table("", [["b", "1"]])], [paragraph(...words("c"))])).slice(1, 4);
    expect(items.map(sketch)).toEqual(['text<main> "Text" list0:a', 'table "Tabelle"', 'text "Text 2" list0:c']);
    expect(items.map(({ box }) => [box.x, box.y, box.width])).toEqual([
      [72, 200, 1136],
      [104, 240, 800],
      [72, 324, 832],
    ]);
  });
});

describe("key figures", () => {
  it("stand side by side, each a box of number, label and details", () => {
    const items = itemsOfBlocks({ kind: "figures", items: [keyFigure(undefined, false), keyFigure(undefined, true)], span }).slice(1, -1);
    expect(items.map(sketch)).toEqual([
      'text "Kennzahl: Personen" number0:17.135 | label1:Personen | detail2:Stand 2017',
      'rectangle "Hervorhebung"',
      'text "Kennzahl: Personen 2" number0:17.135 | label1:Personen | detail2:Stand 2017',
    ]);
    expect(items.map(({ box }) => box)).toEqual([
      { x: 72, y: 200, width: 552, height: 136 },
      { x: 640, y: 208, width: 4, height: 124 },
      { x: 656, y: 200, width: 552, height: 136 },
    ]);
    expect(textsOf(items)[0]?.paragraphs[0]).toMatchObject({ size: 80, line: 88 });
  });

  it("stand in groups under names with a hairline", () => {
    const items = itemsOfBlocks({ kind: "figures", items: [keyFigure("Kreis", false), keyFigure("Land", false)], span }).slice(1, -1);
    expect(items.map(({ name }) => name)).toEqual([
      "Gruppe: Kreis",
      "Linie",
      "Kennzahl Kreis: Personen",
      "Gruppe: Land",
      "Linie 2",
      "Kennzahl Land: Personen",
    ]);
    expect(items.slice(0, 3).map(({ box }) => [box.y, box.height])).toEqual([
      [200, 28],
      [231, 1],
      [240, 136],
    ]);
  });
});

describe("pictures", () => {
  it("alone stand side by side, scaled down into the room that is left", () => {
    const deck = deckOf([slideOf([paragraph(picture("a")), paragraph(...words("Text"))])]);
    const [, one, text] = itemsOfDeck(deck, house, sizes);
    expect(one).toMatchObject({
      kind: "picture",
      name: "Bild: Bild a",
      alternative: "Bild a",
      box: { x: 72, y: 200, width: 400, height: 300 },
    });
    expect(text?.box).toEqual({ x: 72, y: 556, width: 1136, height: 36 });
    const [, first, second] = itemsOfDeck(deckOf([slideOf([paragraph(picture("a"), picture("b"))])]), house, sizes);
    const shrink = (1136 - 24) / 2400;
    expect(first?.box.width).toBeCloseTo(400 * shrink);
    expect(second?.box.x).toBeCloseTo(72 + 400 * shrink + 24);
    expect(second?.box.height).toBeCloseTo(800 * shrink);
  });

  it("alone in a region fills its placeholder, and leads where its link leads", () => {
    const deck = deckOf([slideOf([paragraph({ kind: "link", address: "https://a.example", content: [picture("a")] })])]);
    expect(itemsOfDeck(deck, house, sizes)[1]).toMatchObject({
      kind: "picture",
      region: { name: "main" },
      link: { address: "https://a.example" },
    });
  });
});
