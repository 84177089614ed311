import { describe, expect, it } from "vitest";
import { canvasType } from "../chart/frame.ts";
import { preferredHeight } from "../chart/layout.ts";
import { gapBetween } from "../../theme/blocks.ts";
import { text as scale, space } from "../../theme/tokens.ts";
import { chartBoxes, contentHeight, heightOf } from "./fit.ts";
import type { Block, Inline } from "./model.ts";
import { blockOf, compiled, faultsOf, slideFaults, slideOf } from "./testing.ts";

const { span } = blockOf("# T\n\nx");
const words = (text: string): readonly Inline[] => [{ kind: "text", text }];
const paragraph = (text: string): Block => ({ kind: "paragraph", content: words(text), span });
const heading = (text: string): Block => ({ kind: "heading", level: 3, content: words(text), span });
const list = (...items: readonly (readonly Block[])[]): Block => ({
  kind: "list",
  ordered: false,
  start: 1,
  items: items.map((blocks) => ({ blocks })),
  span,
});
const long = "ein Satz, der länger ist als eine Zeile ".repeat(4).trim();

describe("heights", () => {
  it.each<readonly [string, readonly Block[], number]>([
    ["nothing", [], 0],
    ["a line", [paragraph("kurz")], scale.body.line],
    ["two paragraphs", [paragraph("a"), paragraph("b")], 2 * scale.body.line + space.block],
    [
      "a heading and its text",
      [paragraph("a"), heading("h"), paragraph("b")],
      2 * scale.body.line + scale.heading.line + space.beforeHeading + space.afterHeading,
    ],
    ["a flat list", [list([paragraph("a")], [paragraph("b")])], 2 * scale.body.line + space.item],
    [
      "a nested list",
      [list([paragraph("a"), list([paragraph("b")], [paragraph("c")])])],
      scale.body.line + 2 * space.itemSecond + 2 * scale.second.line,
    ],
    ["a quote", [{ kind: "quote", blocks: [paragraph("a"), paragraph("b")], span }], 2 * scale.body.line + space.block],
    ["code", [{ kind: "code", language: "", text: "a\nb", span }], 2 * scale.code.line + 2 * space.code],
    ["a rule", [{ kind: "rule", span }], 1],
  ])("of %s", (_, blocks, height) => {
    expect(heightOf(blocks, 1136, "content")).toBe(height);
  });

  it("grow as the column narrows", () => {
    const heights = [1136, 556, 300].map((width) => heightOf([paragraph(long)], width, "content"));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
  });

  it("count lines of text of more than one look", () => {
    const mixed: Block = {
      kind: "paragraph",
      content: [...words(long), { kind: "strong", content: words(` ${long}`) }, { kind: "code", text: "x" }],
      span,
    };
    expect(heightOf([mixed], 800, "content")).toBeGreaterThanOrEqual(heightOf([paragraph(`${long} ${long}`)], 800, "content"));
    const broken: Block = { kind: "paragraph", content: [...words("a"), { kind: "break" }, ...words("b")], span };
    expect(heightOf([broken], 800, "content")).toBe(2 * scale.body.line);
  });

  it("are larger on full-colour slides", () => {
    expect(heightOf([paragraph("a")], 800, "title")).toBe(scale.lead.line);
  });

  it("leave the rest to charts, in even shares", () => {
    const [chart, other] = [0, 1].map((): Block => ({ kind: "chart", views: [], span }));
    if (chart === undefined || other === undefined) throw new Error("no charts");
    expect(chartBoxes([chart], { width: 500, height: 392 }, "chart").get(chart)).toEqual({ width: 500, height: 392 });
    const half = Math.floor((392 - scale.body.line - gapBetween("paragraph", "chart") - gapBetween("chart", "chart")) / 2);
    const boxes = chartBoxes([paragraph("a"), chart, other], { width: 500, height: 392 }, "chart");
    expect([...boxes.values()]).toEqual([
      { width: 500, height: half },
      { width: 500, height: half },
    ]);
  });

  it("give a chart that gains nothing by height what it needs, and the rest to the others", () => {
    const progress = blockOf("---\nlayout: chart\n---\n# T\n\n```chart\nkind: progress\nvalue: orte.Celle\nwhole: orte.Aurach\n```");
    const bar = blockOf("---\nlayout: chart\n---\n# T\n\n```chart\nkind: bar\ndata: orte\n```");
    if (progress.kind !== "chart") throw new Error("no chart");
    const [view] = progress.views;
    const wanted = view === undefined ? 0 : (preferredHeight(view.chart, { width: 500, ...canvasType }) ?? 0);
    expect(wanted).toBeGreaterThan(0);
    const region = { width: 500, height: 392 };
    expect(chartBoxes([progress], region, "chart").get(progress)).toEqual({ width: 500, height: wanted });
    const both = chartBoxes([progress, bar], region, "chart");
    expect(both.get(progress)?.height).toBe(wanted);
    expect(both.get(bar)?.height).toBe(392 - gapBetween("chart", "chart") - wanted);
    // Where there is not enough for it, no chart takes all from the others.
    const scarce = chartBoxes([progress, bar], { width: 500, height: wanted }, "chart");
    expect(scarce.get(progress)).toEqual(scarce.get(bar));
  });

  it("give way to a foot that is higher than its region", () => {
    const region = { width: 1136, height: 392 };
    const slide = { layout: "content", footnotes: ["a"], sourceLine: words("b") } as const;
    expect(contentHeight(slide, region, "16:9")).toBe(392);
    expect(contentHeight({ ...slide, footnotes: ["a", "b", "c", "d"] }, region, "16:9")).toBe(392 - (5 * scale.source.line - 64));
  });
});

const items = (count: number): string => Array.from({ length: count }, (_, i) => `- Punkt ${i}`).join("\n");

describe("the check that all fits", () => {
  it("tells by how much, and where to split", () => {
    expect(slideFaults(`# T\n\n${items(8)}`)).toEqual([]);
    const { diagnostics } = compiled({ "01-a": `# T\n\nkurz\n\n${items(9)}\n\nEnde` });
    const over = scale.body.line * 11 + 2 * space.block + 8 * space.item - 392;
    expect(diagnostics.map(({ message }) => message.de)).toEqual([expect.stringContaining(`um ${over} px zu hoch`)]);
    expect(faultsOf({ value: undefined, diagnostics })).toEqual([`region-overflows: ${items(9)}`]);
  });

  it("tells of long titles, kickers and words", () => {
    const title =
      "Ein Titel, der für zwei Zeilen zu lang ist, weil er immer noch weitergeht und weitergeht und noch einmal von vorn beginnt und dann noch einmal";
    expect(slideFaults(`# ${title}`)).toEqual([`title-too-long: # ${title}`]);
    expect(slideFaults(`---\nkicker: ${"Kicker ".repeat(30)}\n---\n# T`)).toEqual([expect.stringContaining("kicker-too-long")]);
    const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    expect(slideFaults(`---\nlayout: two-columns\n---\n# T\n\n::: left\n${word}\n:::`)).toEqual([`word-too-long: ${word}`]);
    expect(slideFaults(`---\nlayout: two-columns\n---\n# T\n\n::: left\n${word.replaceAll("s", "s&shy;")}\n:::`)).toEqual([]);
    expect(slideFaults(`---\nlayout: two-columns\n---\n# T\n\n::: left\n| ${word} | b |\n|---|---|\n| c | d |\n:::`)).toEqual([
      expect.stringContaining("word-too-long"),
    ]);
  });

  it("tells of charts without room", () => {
    expect(slideFaults(`# T\n\n${items(7)}\n\n\`\`\`chart\nkind: bar\ndata: orte\n\`\`\``)).toEqual([
      expect.stringContaining("chart-too-low"),
    ]);
  });

  it("tells of numbers wider than their column", () => {
    const item = '  - { value: "orte.Aurach * 1000000000000", label: x }\n';
    expect(slideFaults(`---\nlayout: figures\n---\n# T\n\n\`\`\`figures\nitems:\n${item.repeat(4)}\`\`\``)).toEqual([
      expect.stringContaining("number-too-long"),
    ]);
  });

  it("tells of a foot that is too high", () => {
    const note = "Eine Fußnote, die eine ganze Zeile braucht, weil sie so viel zu sagen hat, dass man es nicht kürzer sagen kann. ".repeat(
      2,
    );
    expect(slideFaults(`---\nfootnotes:\n${`  - "${note}"\n`.repeat(6)}---\n# T`)).toEqual([expect.stringContaining("foot-overflows")]);
  });

  it("knows tables that break their cells", () => {
    const wide = `| ${long} | ${long} |\n|---|---|\n| ${long} | a |`;
    expect(heightOf(slideOf(`# T\n\n${wide}`).regions[0]?.blocks ?? [], 1136, "content")).toBeGreaterThan(
      heightOf(slideOf("# T\n\n| a | b |\n|---|---|\n| a | a |").regions[0]?.blocks ?? [], 1136, "content"),
    );
  });
});
