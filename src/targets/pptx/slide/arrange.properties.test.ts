/** Random slides: everything stands in its place, nothing twice and nothing lost, and nothing fails that compiles. */

import { readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFit } from "../../../deck/fit-check.ts";
import { contentHeight, heightOf } from "../../../deck/fit.ts";
import type { Block, Inline, ListItem, Slide } from "../../../deck/model.ts";
import { blockOf } from "../../../deck/testing.ts";
import { compileProject } from "../../../project/build.ts";
import { readProject } from "../../../project/read.ts";
import { type Diagnostic, speak } from "../../../source/diagnostic.ts";
import { repository } from "../../../test/repository.ts";
import { deckOf, figure, slideOf, span, words } from "../../html/testing.ts";
import { type Box, canvases, type CanvasName, contentRegions, layoutOf, type LayoutName, layouts } from "../../../../theme/layouts.ts";
import { houseTemplate } from "../template/house.ts";
import { itemsOf } from "./arrange.ts";
import type { Item } from "./content.ts";
import { flow } from "./flow.ts";
import { placeFigures } from "./place-figures.ts";
import { placeTable } from "./place-table.ts";

const canvasNames = ["16:9", "4:3"] as const;
const templates = { "16:9": houseTemplate("16:9", {}), "4:3": houseTemplate("4:3", {}) };
const chart = blockOf("# T\n\n```chart\nkind: bar\ntitle: Orte\ndata: orte\n```");

const word = fc.constantFrom("Kreis", "und", "Ausländerinnen", "1.234", "am 31.12.2020", "–", "Gleichstellungsbeauftragte", "🙂", "<&>");
const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((parts): Inline => ({ kind: "text", text: parts.join(" ") }));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: text.map((one): Inline => ({ kind: "strong", content: [one] })) },
  { weight: 1, arbitrary: text.map((one): Inline => ({ kind: "link", address: "https://a.example", content: [one] })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: "figure", figure: figure(17135, "17.135") }) },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: "code", text: "x = 1" }) },
);
const line = fc.array(inline, { minLength: 1, maxLength: 2 });
const paragraph: fc.Arbitrary<Block> = line.map((content) => ({ kind: "paragraph", content, span }));
const table: fc.Arbitrary<Block> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }), fc.boolean())
  .chain(([columns, rows, captioned]) =>
    fc.array(fc.array(line, { minLength: columns, maxLength: columns }), { minLength: rows + 1, maxLength: rows + 1 }).map(
      ([header = [], ...body]): Block => ({
        kind: "table",
        caption: captioned ? words("Überschrift") : [],
        columns: header.map((content) => ({ header: content, align: "right" })),
        rows: body.map((cells, i) => ({ role: i % 2 === 0 ? "plain" : "highlight", cells })),
        rowHeaders: true,
        span,
      }),
    ),
  );
const figures: fc.Arbitrary<Block> = fc
  .array(
    fc.record({
      label: line,
      group: fc.constantFrom(undefined, "Kreis", "Land"),
      details: fc.array(line, { maxLength: 2 }),
      highlight: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((items) => ({
    kind: "figures",
    items: items.map(({ group, ...item }) => ({ figure: figure(17135, "17.135"), ...item, ...(group === undefined ? {} : { group }) })),
    span,
  }));

const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => ({
  item: fc.record({ blocks: fc.array(fc.oneof({ withCrossShrink: true }, paragraph, tie("block")), { minLength: 1, maxLength: 3 }) }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    line.map((content): Block => ({ kind: "heading", level: 3, content, span })),
    fc.constant<Block>({ kind: "rule", span }),
    fc.constant<Block>({ kind: "code", language: "", text: "a\n  b", span }),
    table,
    fc.record({
      kind: fc.constant("list" as const),
      ordered: fc.boolean(),
      start: fc.integer({ min: 0, max: 9 }),
      items: fc.array(tie("item"), { minLength: 1, maxLength: 4 }),
      span: fc.constant(span),
    }),
    fc.array(tie("block"), { minLength: 1, maxLength: 2 }).map((blocks): Block => ({ kind: "quote", blocks, span })),
  ),
}));
/** A chart's id is its own on a slide. */
const blocks = fc.array(
  fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: figures }, { weight: 1, arbitrary: fc.constant(chart) }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

const slide: fc.Arbitrary<readonly [CanvasName, Slide]> = fc
  .tuple(
    fc.constantFrom(...canvasNames),
    fc.constantFrom(...Object.keys(layouts["16:9"]).filter((name): name is LayoutName => name in layouts["16:9"])),
  )
  .chain(([canvas, layout]) =>
    fc
      .record({
        title: line,
        kicker: fc.oneof(fc.constant([]), line),
        regions: fc.tuple(...contentRegions(layout, canvas).map(({ name }) => blocks.map((own) => ({ region: name, blocks: own })))),
        footnotes: fc.array(fc.constantFrom("Eine Fußnote.", "Eine lange Fußnote, die mehr als eine Zeile braucht. ".repeat(4)), {
          maxLength: 3,
        }),
        sourceLine: fc.oneof(fc.constant([]), line),
      })
      .map((fields) => [canvas, slideOf([], { layout, ...fields })] as const),
  );

describe("random slides", () => {
  it("stand in their regions, apart from each other, with all their words in order", () => {
    let fitting = 0;
    fc.assert(
      fc.property(slide, ([canvas, one]) => {
        const report: Diagnostic[] = [];
        checkFit(one, canvas, report);
        const { value: items = [], diagnostics } = itemsOf(one, deckOf([one], { canvas, date: "2017-08-07" }), templates[canvas], 7);
        expect(items.flatMap(wordsOfItem).join(" ")).toBe(wordsOfSlide(one, layoutOf(one.layout, canvas).ground === "plain"));
        expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
        if (report.length > 0) return;
        fitting += 1;
        expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
        for (const item of items) expect(isWithin(item.box, { x: 0, y: 0, ...canvases[canvas] }), item.name).toBe(true);
        const shown = items.filter(({ kind }) => kind !== "rectangle");
        const homes = contentRegions(one.layout, canvas).map(({ x, y, width, ...region }): Box => {
          const height = contentHeight(one, { width, height: region.height }, canvas);
          return { x, y, width, height };
        });
        for (const [i, a] of shown.entries()) {
          for (const b of shown.slice(i + 1)) expect(overlap(a.box, b.box), `${a.name} over ${b.name}`).toBe(false);
          if (a.kind !== "text" || a.region === undefined || a.region.kind === "content") {
            expect(
              homes.some((home) => isWithin(a.box, home)),
              a.name,
            ).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
    // Else nothing was tried.
    expect(fitting).toBeGreaterThan(40);
  });

  it("are as high as the browser sets them", () => {
    // Code within lists has no panel here.
    const plain = block.filter((one) => !JSON.stringify(one).includes('"code"') || one.kind === "code");
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), fc.constantFrom(1136, 556, 459), (own, width) => {
        const { height } = flow(own, {
          width,
          textWidth: Math.min(width, 832),
          style: "body",
          ground: "plain",
          scale: 1,
          place: (one, room) => {
            if (one.kind === "table") return placeTable(one, room);
            if (one.kind === "figures") return placeFigures(one, room);
            return { height: heightOf([one], room, "content"), items: [] };
          },
        });
        const expected = heightOf(own, width, "content");
        expect(height).toBeLessThanOrEqual(expected);
        expect(height).toBeGreaterThanOrEqual(expected - slack(own));
      }),
      { numRuns: 400 },
    );
  });
});

describe("decks that compile", () => {
  const cases = readdirSync(`${repository}/src/test/decks`).map((name) => `${repository}/src/test/decks/${name}`);

  it("fit on the house's template", () => {
    let slides = 0;
    const faults = [repository, ...cases].flatMap((root) =>
      compileProject(readProject(root)).decks.flatMap(({ outcome: { value: deck } }) =>
        (deck?.slides ?? []).flatMap((one, i) => {
          slides += 1;
          return deck === undefined ? [] : itemsOf(one, deck, templates[deck.canvas], i + 1).diagnostics;
        }),
      ),
    );
    expect(faults.filter(({ severity }) => severity === "error").map((fault) => speak(fault, "en"))).toEqual([]);
    expect(slides).toBeGreaterThan(100);
  });
});

/** px that items take in the browser which hold nothing but rules: a line of text each. */
function slack(own: readonly Block[]): number {
  return own.reduce((sum, one) => {
    if (one.kind === "quote") return sum + slack(one.blocks);
    if (one.kind !== "list") return sum;
    return one.items.reduce((inner, item) => inner + slack(item.blocks) + (item.blocks.every(isBare) ? 36 : 0), sum);
  }, 0);
}

function isBare(one: Block): boolean {
  if (one.kind === "quote") return one.blocks.every(isBare);
  return one.kind === "rule" || (one.kind === "list" && one.items.every((item) => item.blocks.every(isBare)));
}

function isWithin(a: Box, b: Box): boolean {
  const room = 0.01;
  return a.x >= b.x - room && a.y >= b.y - room && a.x + a.width <= b.x + b.width + room && a.y + a.height <= b.y + b.height + room;
}

function overlap(a: Box, b: Box): boolean {
  const room = 0.01;
  return a.x < b.x + b.width - room && b.x < a.x + a.width - room && a.y < b.y + b.height - room && b.y < a.y + a.height - room;
}

function wordsOfItem(item: Item): readonly string[] {
  switch (item.kind) {
    case "text":
      return item.paragraphs.map(({ runs }) => {
        const shown = runs.map((run) => run.text).join("");
        // Which blanks of a title may break is where its lines end, not what it says.
        return item.style === "title" ? shown.replaceAll("\u00a0", " ") : shown;
      });
    case "table":
      return [...item.table.columns.map(({ header }) => said(header)), ...item.table.rows.flatMap(({ cells }) => cells.map(said))];
    case "chart":
      return [item.block.views[0]?.chart.title ?? ""];
    case "picture":
    case "rectangle":
      return [];
  }
}

/** The slide's words in reading order, by a walk of its own. */
function wordsOfSlide({ title, kicker, regions, footnotes, sourceLine }: Slide, numbered: boolean): string {
  const head = [said(title), ...(kicker.length === 0 ? [] : [said(kicker)])];
  const content = regions.flatMap((region) => region.blocks.flatMap(wordsOfBlock));
  const foot = [...footnotes.map((note) => note.trim()), ...(sourceLine.length === 0 ? [] : [said(sourceLine)])];
  return [...head, ...content, ...foot, ...(numbered ? ["07.08.2017", "7"] : [])].join(" ");
}

function wordsOfBlock(one: Block): readonly string[] {
  switch (one.kind) {
    case "heading":
    case "paragraph":
      return [said(one.content)];
    case "list":
      return one.items.flatMap((item) => item.blocks.flatMap(wordsOfBlock));
    case "quote":
      return one.blocks.flatMap(wordsOfBlock);
    case "code":
      return [one.text];
    case "table":
      return [
        ...(one.caption.length === 0 ? [] : [said(one.caption)]),
        ...one.columns.map(({ header }) => said(header)),
        ...one.rows.flatMap(({ cells }) => cells.map(said)),
      ];
    case "figures":
      return groups(one.items).flatMap(([name, items]) => {
        const own = items.flatMap((item) => [item.figure.text, said(item.label)].concat(item.details.map(said)));
        return name === undefined ? own : [name].concat(own);
      });
    case "chart":
      return [one.views[0]?.chart.title ?? ""];
    case "rule":
      return [];
  }
}

type FigureItem = Extract<Block, { kind: "figures" }>["items"][number];

function groups(items: readonly FigureItem[]): readonly (readonly [string | undefined, readonly FigureItem[]])[] {
  const starts = items.flatMap((item, i) => (i === 0 || items[i - 1]?.group !== item.group ? [i] : []));
  return starts.map((start, i) => [items[start]?.group, items.slice(start, starts[i + 1])]);
}

function said(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => {
      if (one.kind === "text" || one.kind === "code") return one.text;
      if (one.kind === "figure") return one.figure.text;
      return "content" in one ? said(one.content) : "";
    })
    .join("");
}
