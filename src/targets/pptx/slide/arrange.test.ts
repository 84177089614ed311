import { describe, expect, it } from "vitest";
import { blockOf, compiled } from "../../../deck/testing.ts";
import { deckOf, paragraph, slideOf, words } from "../../html/testing.ts";
import { space, text as scale } from "../../../../theme/tokens.ts";
import type { Template, TemplateRegion } from "../template/template.ts";
import { itemsOf } from "./arrange.ts";
import { textOfRuns } from "./runs.ts";
import { house, itemsOfBlocks, itemsOfDeck, itemsOfText, sketch, textsOf } from "./testing.ts";

/** The house's template with one region of `content` changed. */
function changed(name: string, change: (region: TemplateRegion) => Partial<TemplateRegion>): Template {
  const layout = house.layouts.get("content");
  const region = layout?.regions.get(name);
  if (layout === undefined || region === undefined) throw new Error(`no region ${name}`);
  const regions = new Map([...layout.regions, [name, { ...region, ...change(region) }]]);
  return { ...house, layouts: new Map([...house.layouts, ["content", { ...layout, regions }]]) };
}

function faults(markdown: string, template: Template): readonly string[] {
  const { value, diagnostics } = compiled({ "01-a": markdown });
  const [slide] = value?.slides ?? [];
  if (value === undefined || slide === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return itemsOf(slide, value, template, 1).diagnostics.map(
    ({ severity, message, span: at }) => `${severity} ${message.code}: ${at.source.text.slice(at.start, at.end).split("\n")[0]}`,
  );
}

const lower =
  (height: number) =>
  ({ box }: TemplateRegion): Partial<TemplateRegion> => ({ box: { ...box, height } });

/** The house's template whose layout `content` lacks some regions. */
const without = (...names: readonly string[]): Template => {
  const layout = house.layouts.get("content");
  if (layout === undefined) throw new Error("no layout");
  const regions = new Map([...layout.regions].filter(([name]) => !names.includes(name)));
  return { ...house, layouts: new Map([["content", { ...layout, regions }]]) };
};

describe("a slide", () => {
  it("is title, kicker, content, sources, date and number, each in its placeholder and at its place", () => {
    const items = itemsOfText(
      "---\nkicker: Oben\nfootnotes: [Unten.]\n---\n# Titel\n\nEs sind {{ orte.Aurach }}.",
      "title: T\nas_of: 2021-01-01\ndate: 2021-02-03\n",
    );
    expect(items.map(sketch)).toEqual([
      'text<title> "Titel" plain0:Titel',
      'text<kicker> "Dachzeile" plain0:Oben',
      'text<main> "Text" plain0:Es sind 1.234.',
      'text<source> "Fußnoten und Quellen" plain0:Unten. | plain0:Quelle: Testamt, Tabelle T-1, Stichtag 31.12.2020',
      'text<date> "Datum" plain0:03.02.2021',
      'text<page> "Foliennummer" field0:1',
    ]);
    for (const item of textsOf(items)) expect(item.box).toEqual(item.region?.box);
    expect(textsOf(items).at(-1)?.paragraphs[0]?.runs).toEqual([{ text: "1", field: "slidenum" }]);
  });

  it("of full colour is set in its larger text, without a number", () => {
    const items = itemsOfText("---\nlayout: title\n---\n# Titel\n\nText");
    expect(items.map(sketch)).toEqual(['text<title> "Titel" plain0:Titel', 'text<main> "Text" plain0:Text']);
    expect(textsOf(items)[1]?.style).toBe("lead");
  });

  it("gives what stands alone in a region the placeholder, else text has it", () => {
    const chart = "```chart\nkind: bar\ntitle: Orte\ndata: orte\n```";
    expect(itemsOfText(`# T\n\n${chart}`).slice(1, 2).map(sketch)).toEqual(['chart<main> "Orte"']);
    const mixed = itemsOfText(`# T\n\n## Eins\n\n${chart}\n\nZwei`).slice(1, 4);
    expect(mixed.map(sketch)).toEqual(['text<main> "Überschrift: Eins" heading0:Eins', 'chart "Orte"', 'text "Text" plain0:Zwei']);
    expect(mixed.map(({ box }) => [box.y, box.height])).toEqual([
      [200, scale.heading.line],
      [200 + scale.heading.line + space.afterHeading, 392 - scale.heading.line - space.afterHeading - space.aroundCharts - scale.body.line],
      [592 - scale.body.line, scale.body.line],
    ]);
  });

  it("has the links of its foot word by word, in the foot's colour; on another template as that has them", () => {
    const link = { kind: "link", address: "https://example.org/t", content: words("Tabelle T-1, 2024") } as const;
    const slide = { ...slideOf([]), sourceLine: [...words("Quelle: A ("), link, ...words(")")] };
    const runsOn = (template: Template): readonly string[] =>
      textsOf(itemsOf(slide, deckOf([slide]), template, 1).value ?? [])
        .filter(({ name }) => name === "Quellen")
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ text, colour }) => `${text}|${colour ?? ""}`)));
    expect(runsOn(house)).toEqual(["Quelle: A (|", "Tabelle |muted", "T-1, |muted", "2024|muted", ")|"]);
    expect(runsOn({ ...house, tableStyle: "{0}" })).toEqual(["Quelle: A (|", "Tabelle T-1, 2024|", ")|"]);
  });

  it("gives way to a high foot", () => {
    const note = "Eine Fußnote, die lang ist und noch länger wird. ".repeat(8);
    const deck = deckOf([slideOf([paragraph(...words("Text"))], { footnotes: [note, note], sourceLine: words("Quelle: Amt") })]);
    const [, main, source] = textsOf(itemsOfDeck(deck));
    expect(source?.paragraphs.map(({ runs }) => textOfRuns(runs))).toEqual([note.trim(), note.trim(), "Quelle: Amt"]);
    expect(source?.box).toEqual({ x: 72, y: 672 - 7 * scale.source.line, width: 1016, height: 7 * scale.source.line });
    expect(main?.box.height).toBe(392 - (7 * scale.source.line - 64));
  });

  it("is refused by a template without its layout", () => {
    expect(() => itemsOfDeck(deckOf([slideOf([])]), { ...house, layouts: new Map() })).toThrow(RangeError);
  });
});

describe("charts", () => {
  it("have the whole room where the browser keeps some for a switch", () => {
    const views = "views: [{ label: Anzahl, data: orte }, { label: Anteil, data: 'share(orte, sum(orte))', format: percent(1) }]";
    const [, chart] = itemsOfText(`# T\n\n\`\`\`chart\nkind: bar\ntitle: Orte\n${views}\n\`\`\``);
    expect(chart).toMatchObject({ kind: "chart", name: "Orte", box: { x: 72, y: 200, width: 1136, height: 392 } });
    if (chart?.kind !== "chart") throw new Error("no chart");
    expect(chart.block.views).toHaveLength(2);
  });
});

describe("on another template", () => {
  it.each<readonly [string, string, Template, readonly string[]]>([
    [
      "a title of too many lines",
      `# ${"Titel mit Worten ".repeat(5)}`,
      changed("title", lower(60)),
      ["error pptx-title-too-long: # Titel mit Worten Titel mit Worten Titel mit Worten Titel mit Worten Titel mit Worten "],
    ],
    [
      "text that is too high, at the block that overflows",
      "# T\n\nEins\n\nZwei\n\nDrei",
      changed("main", lower(100)),
      ["error pptx-region-overflows: Drei"],
    ],
    [
      "text in larger type",
      "# T\n\nEins\n\nZwei\n\nDrei",
      changed("main", ({ box }) => ({ box: { ...box, height: 150 }, scale: 1.5 })),
      ["error pptx-region-overflows: Drei"],
    ],
    [
      "a chart that is too low",
      "# T\n\n```chart\nkind: bar\ndata: orte\n```",
      changed("main", lower(40)),
      ["error pptx-chart-too-low: ```chart"],
    ],
    [
      "a word that is too wide",
      "# T\n\nDonaudampfschifffahrt",
      changed("main", ({ box }) => ({ box, textWidth: 100 })),
      ["error pptx-word-too-long: Donaudampfschifffahrt"],
    ],
    [
      "a word that only a soft hyphen lets fit",
      "# T\n\nDonaudampf&shy;schifffahrt",
      changed("main", ({ box }) => ({ box, textWidth: 200 })),
      ["warning pptx-word-broken: Donaudampf&shy;schifffahrt"],
    ],
    [
      "a foot without room",
      "---\nfootnotes: [eins, zwei, drei, vier, fünf]\n---\n# T\n\nText",
      changed("source", ({ box }) => ({ box: { ...box, width: 16, height: 20 } })),
      ["error pptx-foot-overflows: ---"],
    ],
  ])("tells %s", (_, markdown, template, expected) => {
    expect(faults(markdown, template)).toEqual(expected);
  });

  it("gives text boxes the sizes of the text in the placeholder", () => {
    const deck = compiled({ "01-a": "# T\n\nEins\n\n```chart\nkind: bar\ndata: orte\n```\n\nZwei\n\n## Drei" }).value;
    if (deck === undefined) throw new Error("no deck");
    const texts = textsOf(
      itemsOfDeck(
        deck,
        changed("main", () => ({ scale: 0.5, insets: { left: 8, top: 12, right: 8, bottom: 8 } })),
      ),
    );
    expect(texts.slice(1, 3).map(({ box }) => box.height)).toEqual([18 + 20, 18 + 14 + 16]);
    expect(texts[2]).toMatchObject({ scale: 0.5, paragraphs: [{}, { before: 14, line: 16 }] });
  });

  it("draws inside the insets that the text keeps, in its place or beside it", () => {
    const insets = { left: 10, top: 5, right: 20, bottom: 15 };
    const template = changed("main", ({ box }) => ({ insets, box: { ...box, x: 100, y: 200, width: 800, height: 300 } }));
    const boxesOf = (markdown: string) => {
      const deck = compiled({ "01-a": `# T\n\n${markdown}` }).value ?? expect.unreachable();
      const items = itemsOfDeck(deck, template).slice(1, -1);
      return items.flatMap(({ kind, box: { x, y, width, height } }) => (y < 600 ? [[kind, x, y, width, height]] : []));
    };
    const chart = "```chart\nkind: bar\ndata: orte\n```";
    expect(boxesOf(chart)).toEqual([["chart", 110, 205, 770, 280]]);
    expect(boxesOf("Eins")).toEqual([["text", 100, 200, 800, 300]]);
    expect(boxesOf(`Eins\n\n${chart}\n\nZwei`)).toEqual([
      ["text", 100, 200, 800, 36 + 20],
      ["chart", 110, 205 + 36 + 24, 770, 280 - 2 * (36 + 24)],
      ["text", 110, 205 + 280 - 36, 770, 36],
    ]);
    expect(boxesOf("> Zitat")[0]).toEqual(["rectangle", 110, 205, 4, 36]);
  });

  it("gives tables that may be filled their margins at the edges", () => {
    const deck = compiled({ "01-a": "# T\n\n| Ort | Zahl |\n|---|---:|\n| A | 1 |" }).value ?? expect.unreachable();
    const columnsOn = (template: Template) => itemsOfDeck(deck, template).flatMap((item) => (item.kind === "table" ? item.columns : []));
    const [own, foreign] = [columnsOn(house), columnsOn({ ...house, tableStyle: "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}" })];
    const [name = 0, number = 0] = foreign;
    expect(name + number).toBeCloseTo((own[0] ?? 0) + (own[1] ?? 0));
    expect((name - 16) / (number - 16)).toBeCloseTo((own[0] ?? 0) / (own[1] ?? 0));
  });

  it("leaves out what the template leaves out, but no title and no content", () => {
    const deck = deckOf([slideOf([paragraph(...words("Text"))], { kicker: words("Oben"), sourceLine: words("Quelle") })], {
      date: "2017-08-07",
    });
    const items = itemsOfDeck(deck, without("kicker", "source", "date", "page"));
    expect(items.map(({ name }) => name)).toEqual(["Titel", "Text"]);
    for (const name of ["title", "main"]) expect(() => itemsOfDeck(deck, without(name))).toThrow(RangeError);
  });

  it("lets nothing fill a placeholder for text only", () => {
    const block = blockOf("# T\n\n```chart\nkind: bar\ndata: orte\n```");
    const [, chart] = itemsOfDeck(
      deckOf([slideOf([block])]),
      changed("main", () => ({ textOnly: true })),
    );
    expect(chart).toMatchObject({ kind: "chart", box: { x: 72, y: 200, width: 1136, height: 392 } });
    expect(chart).not.toHaveProperty("region");
  });
});

it("names no two items alike, and cuts long names", () => {
  const long = paragraph({ kind: "image", image: { address: "a", alternative: "sehr ".repeat(40) } });
  const names = itemsOfBlocks(long, paragraph(...words("p")), long).map(({ name }) => name);
  expect(names).toEqual(["Titel", expect.stringMatching(/^Bild: (sehr )+sehr…$/), "Text", expect.stringMatching(/… 2$/), "Foliennummer"]);
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(70);
});
