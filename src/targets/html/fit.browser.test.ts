/** The check of what fits reckons without a browser: here a browser says whether it reckons right. */

import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { heightOf } from "../../deck/fit.ts";
import type { Block, Deck, TableBlock } from "../../deck/model.ts";
import { launchBrowser } from "../../test/browser.ts";
import { canvases, type CanvasName, contentRegions, type LayoutName } from "../../../theme/layouts.ts";
import { renderPage } from "./page.ts";
import { deckOf, figure, list, paragraph, slideOf, span, words } from "./testing.ts";

const built = inject("built");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const sentence =
  "Ausländerinnen und Ausländer im Landkreis Cloppenburg: 17.135 von 171.843 Personen am 01.07.2017, fast jede zehnte Person („AVATAR, Typ 5‰“).";
const long: Block = paragraph(...words(sentence), { kind: "strong", content: words(" Das ist fett gesetzt. ") }, ...words(sentence));

function table(rows: number, cell: string): TableBlock {
  return {
    kind: "table",
    caption: words("Nach Gemeinden"),
    columns: [
      { header: words("Gemeinde"), align: "left" },
      { header: words("Personen"), align: "right" },
    ],
    rows: Array.from({ length: rows }, (_, i) => ({
      role: i === rows - 1 ? "total" : i === 1 ? "highlight" : "plain",
      cells: [words(cell), words("17.135")],
    })),
    rowHeaders: true,
    span,
  };
}

function figures(counts: readonly number[], named: boolean): Block {
  const items = counts.flatMap((count, group) =>
    Array.from({ length: count }, (_, i) => ({
      figure: figure(17135, "17.135"),
      label: words(i === 0 ? "Ausländerinnen und Ausländer mit einer Staatsangehörigkeit der Europäischen Union" : "Personen"),
      details: [words("Stand 01.07.2017")],
      ...(named ? { group: `Gruppe ${group}` } : {}),
      highlight: i === 0,
    })),
  );
  return { kind: "figures", items, span };
}

const blocks: Readonly<Record<string, Block>> = {
  heading: { kind: "heading", level: 2, content: words("Überschrift"), span },
  paragraph: long,
  list: list([paragraph(...words(sentence)), list([paragraph(...words(sentence)), list([paragraph(...words("drei"))])])], [long]),
  ordered: { kind: "list", ordered: true, start: 9, items: [{ blocks: [paragraph(...words(sentence))] }], span },
  quote: { kind: "quote", blocks: [paragraph(...words(sentence)), paragraph(...words("Zwei"))], span },
  code: { kind: "code", language: "", text: "a\nb", span },
  rule: { kind: "rule", span },
  "roomy table": table(5, "Barßel"),
  "dense table": table(12, "Barßel"),
  "broken table": table(3, sentence),
  "three figures": figures([3], false),
  "groups of figures": figures([2, 2, 2], true),
  "uneven groups": figures([4, 1], true),
};

interface Case {
  readonly id: string;
  readonly layout: LayoutName;
  readonly region: string;
  readonly blocks: readonly Block[];
}

/** Each block alone in each kind of region, and each after each other in one. */
const cases: readonly Case[] = [
  ...(["content", "two-columns", "chart-text", "closing"] as const).flatMap((layout) =>
    Object.entries(blocks).map(([name, block]): Case => ({ id: `${layout} ${name}`, layout, region: lastRegion(layout), blocks: [block] })),
  ),
  ...Object.entries(blocks).flatMap(([above, first]) =>
    Object.entries(blocks).map(
      ([below, second]): Case => ({ id: `${above} over ${below}`, layout: "content", region: "main", blocks: [first, second] }),
    ),
  ),
];

function lastRegion(layout: LayoutName): string {
  return contentRegions(layout, "16:9").at(-1)?.name ?? "";
}

function deck(canvas: CanvasName): Deck {
  const slides = cases.map((one) => slideOf([], { id: one.id, layout: one.layout, regions: [{ region: one.region, blocks: one.blocks }] }));
  return deckOf(slides, { canvas });
}

describe.each(["16:9", "4:3"] as const)("the height of content (%s)", (canvas) => {
  it("is the one that the browser sets", async () => {
    const style = /<style>(.*?)<\/style>/s.exec(readFileSync(built.original, "utf8"))?.[1] ?? "";
    const page = await browser.newPage({ viewport: canvases[canvas] });
    await page.setContent(renderPage(deck(canvas), { script: 'document.documentElement.className = "reveal-ready"', style }));
    await page.evaluate(async () => {
      for (const slide of document.querySelectorAll(".slides > section")) slide.classList.add("present");
      await document.fonts.ready;
    });
    const set = new Map(
      await page.$$eval(".slides > section", (sections) =>
        sections.map((section): [string, number] => {
          const content = section.querySelector(".content");
          const top = content?.getBoundingClientRect().top ?? 0;
          return [section.id, (content?.lastElementChild?.getBoundingClientRect().bottom ?? top) - top];
        }),
      ),
    );
    const wrong = cases.flatMap((one) => {
      const region = contentRegions(one.layout, canvas).find(({ name }) => name === one.region);
      const reckoned = heightOf(one.blocks, region?.width ?? 0, one.layout);
      const real = set.get(one.id) ?? Number.NaN;
      return Math.abs(reckoned - real) <= 1 ? [] : [`${one.id}: reckoned ${reckoned}, set ${real}`];
    });
    expect(wrong).toEqual([]);
    await page.close();
  });
});
