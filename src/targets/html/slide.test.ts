import { describe, expect, it } from "vitest";
import { appearancesOf } from "../../deck/ledger/appearances.ts";
import type { Block, FiguresBlock, Inline, Slide, TableBlock } from "../../deck/model.ts";
import { noAssets } from "./assets.ts";
import { renderSlide } from "./slide.ts";
import { deckOf, figure, list, paragraph, slideOf, span, tagsOf, textOf, words } from "./testing.ts";

function render(blocks: readonly Block[], fields: Parameters<typeof slideOf>[1] = {}, assets = noAssets): string {
  const slide = slideOf(blocks, fields);
  return renderSlide(slide, deckOf([slide]), assets);
}

function link(address: string, text: string): Inline {
  return { kind: "link", address, content: words(text) };
}

function picture(address: string): Block {
  return paragraph({ kind: "image", image: { address, alternative: 'Ein "Bild"' } });
}

function row(role: "plain" | "total", ...cells: readonly string[]): TableBlock["rows"][number] {
  return { role, cells: cells.map(words) };
}

/** A table of one column. */
function tableOf(count: number): Block {
  const rows = Array.from({ length: count }, () => row("plain", "b"));
  return { kind: "table", caption: [], columns: [{ header: words("a"), align: "left" }], rows, rowHeaders: false, span };
}

function itemOf(group: string): FiguresBlock["items"][number] {
  return {
    figure: figure(17135, "17.135"),
    label: words("Ausländerinnen und Ausländer"),
    details: [words("Stand 01.07.2017")],
    group,
    highlight: group === "Kreis",
  };
}

/** Tags and the names of their attributes, without values. */
function shapeOf(html: string): readonly string[] {
  return tagsOf(html).map((tag) => tag.replace(/="[^"]*"/g, ""));
}

const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="alert(1)' & </section>`;

describe("renderSlide", () => {
  it("makes a section with the layout's regions", () => {
    const html = render([paragraph(...words("Text"))], {
      kicker: words("Rubrik"),
      sourceLine: words("Quelle: Landkreis"),
      footnotes: ["Eine Fußnote."],
    });
    expect(html).toMatchInlineSnapshot(
      `"<section id="01-test" data-slide="01-test" class="slide layout-content canvas-wide ground-plain" role="group" aria-roledescription="Folie" aria-label="Folie 1: Titel"><p class="kicker region-kicker">Rubrik</p><h1 class="title region-title">Titel</h1><div class="content region-main"><p>Text</p></div><footer class="source region-source"><p class="footnote">Eine Fußnote.</p><p>Quelle: Landkreis</p></footer><p class="page region-page">1</p></section>"`,
    );
  });

  it("gives the deck one h1, on its title slide", () => {
    const slides = [
      slideOf([], { id: "01-vorab" }),
      slideOf([], { id: "02-titel", layout: "title" }),
      slideOf([], { id: "03-teil", layout: "title" }),
    ];
    const deck = deckOf(slides);
    expect(slides.map((slide) => /<h\d/.exec(renderSlide(slide, deck))?.[0])).toEqual(["<h2", "<h1", "<h2"]);
  });

  it("puts headings within a slide below its title, without leaving out a level", () => {
    const blocks: readonly Block[] = [
      { kind: "heading", level: 3, content: words("a"), span },
      { kind: "heading", level: 6, content: words("b"), span },
      { kind: "heading", level: 3, content: words("c"), span },
    ];
    expect(render(blocks)).toContain("<h2>a</h2><h3>b</h3><h2>c</h2>");
    const slides = [slideOf([]), slideOf(blocks, { id: "02-zwei" })];
    expect(renderSlide(slides[1] ?? slideOf([]), deckOf(slides))).toContain("<h3>a</h3><h4>b</h4><h3>c</h3>");
  });

  it("writes inlines, numbers with their place, links only where they may lead", () => {
    const html = render([
      paragraph(
        { kind: "strong", content: words("fett") },
        { kind: "emphasis", content: words("kursiv") },
        { kind: "deleted", content: words("weg") },
        { kind: "code", text: "a<b" },
        { kind: "break" },
        { kind: "figure", figure: figure(17135, "17.135") },
        link("https://example.org/?a=1&b=2", "gut"),
        link("javascript:alert(1)", "schlecht"),
        link("#02-zwei", "Folie"),
      ),
      paragraph({ kind: "figure", figure: figure({ symbol: "·", meaning: "unbekannt" }, "·") }),
    ]);
    expect(html).toContain("<strong>fett</strong><em>kursiv</em><del>weg</del><code>a&lt;b</code><br>");
    expect(html).toContain('<span class="figure" data-figure="01-test:1">17.135</span>');
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">gut</a>schlecht<a href="#02-zwei">Folie</a>');
    expect(html).toContain('data-figure="01-test:2"><span aria-hidden="true">·</span><span class="visually-hidden">unbekannt</span>');
  });

  it("shows pictures that there are, and the words of those that there are not", () => {
    const html = render([picture("a.png"), picture("b.png")], {}, { images: new Map([["a.png", "data:image/png;base64,AA"]]), brand: {} });
    expect(html).toContain('<img class="picture" src="data:image/png;base64,AA" alt="Ein &quot;Bild&quot;">');
    expect(html).toContain('<span class="picture-missing">Ein &quot;Bild&quot;</span>');
  });

  it("sets pictures alone side by side, whatever blanks or links are between them", () => {
    const alone: Inline = { kind: "image", image: { address: "a.png", alternative: "A" } };
    const linked: Inline = { kind: "link", address: "https://example.org", content: [alone] };
    const pictures = [alone, ...words(" "), linked];
    expect(render([paragraph(...pictures)])).toContain('<p class="pictures">');
    expect(render([paragraph(...pictures, ...words("Wort"))])).not.toContain('class="pictures"');
  });

  it("writes lists with their levels, starts and tasks", () => {
    const html = render([
      list([paragraph(...words("eins")), list([paragraph(...words("darunter"))])], [paragraph(...words("zwei"))]),
      { kind: "list", ordered: true, start: 3, items: [{ checked: true, blocks: [paragraph(...words("drei"))] }], span },
    ]);
    expect(html).toContain("<ul><li>eins<ul><li>darunter</li></ul></li><li>zwei</li></ul>");
    expect(html).toContain('<ol start="3"><li class="task task-done"><span class="visually-hidden">erledigt: </span>drei</li></ol>');
  });

  it("writes tables with scopes, caption and roles of rows", () => {
    const html = render([
      {
        kind: "table",
        caption: words("Nach Gemeinden"),
        columns: [
          { header: words("Gemeinde"), align: "left" },
          { header: words("Zahl"), align: "right" },
        ],
        rows: [row("plain", "Barßel", "720"), row("total", "Gesamt", "17.135")],
        rowHeaders: true,
        span,
      },
    ]);
    expect(html).toContain(
      '<div class="table"><table><caption>Nach Gemeinden</caption><thead><tr><th scope="col">Gemeinde</th><th scope="col" class="right">Zahl</th></tr></thead>' +
        '<tbody><tr><th scope="row">Barßel</th><td class="right">720</td></tr><tr class="total"><th scope="row">Gesamt</th><td class="right">17.135</td></tr></tbody></table></div>',
    );
  });

  it("sets tables of many rows dense", () => {
    expect(render([tableOf(8)])).toContain("<table>");
    expect(render([tableOf(9)])).toContain('<table class="dense">');
  });

  it("names a key figure before its number, under its group", () => {
    const html = render([{ kind: "figures", items: [itemOf("Land"), itemOf("Kreis")], span }], { layout: "figures" });
    expect(html).toContain(
      '<div class="figures figures-large columns-2 groups-columns"><div class="group"><h2>Land</h2><dl><div class="item">',
    );
    expect(html).toContain(
      '<div class="item highlight"><dt>Ausländerinnen und Ausländer</dt><dd class="number"><span class="figure" data-figure="01-test:2">17.135</span></dd><dd class="detail">Stand 01.07.2017</dd></div>',
    );
  });

  it("keeps notes for the speaker view and for the document", () => {
    const html = render([], { notes: [paragraph(...words("Sagen!"))] });
    expect(html).toContain('<details class="notes-box"><summary>Notizen</summary><aside class="notes"><p>Sagen!</p></aside></details>');
  });

  it("gives quiet slides the wordmark, or the logo and the claim where there are some", () => {
    expect(textOf(render([], { layout: "title" }))).toContain("Landkreis Cloppenburg");
    const html = render([], { layout: "title" }, { images: new Map(), brand: { logo: "data:image/svg+xml,x", claim: "Ein <Wort>" } });
    expect(html).not.toContain("wordmark");
    expect(html).toContain('<img class="logo region-logo" src="data:image/svg+xml,x" alt="Landkreis Cloppenburg">');
    expect(html).toContain('<p class="claim region-claim">Ein &lt;Wort&gt;</p>');
    expect(html).toContain('data-background-color="#12467d"');
  });

  it("shows markup in any text as characters", () => {
    const figures: Block = {
      kind: "figures",
      items: [{ figure: figure(1, hostile), label: words(hostile), details: [words(hostile)], group: hostile, highlight: false }],
      span,
    };
    const table: Block = {
      kind: "table",
      caption: words(hostile),
      columns: Array.from({ length: 6 }, () => ({ header: words(hostile), align: "left" })),
      rows: [{ role: "plain", cells: [[{ kind: "figure", figure: figure({ symbol: hostile, meaning: hostile }, hostile) }]] }],
      rowHeaders: true,
      span,
    };
    const inlines: readonly Inline[] = [
      { kind: "link", address: `https://x/${hostile}`, title: hostile, content: words(hostile) },
      { kind: "link", address: hostile, content: words(hostile) },
      { kind: "image", image: { address: "a", alternative: hostile, title: hostile } },
      { kind: "image", image: { address: "none", alternative: hostile } },
      { kind: "code", text: hostile },
      { kind: "bound", text: hostile, origin: { kind: "literal", span }, span },
      { kind: "claim", content: words(hostile), condition: hostile, origin: { kind: "literal", span }, span },
    ];
    const blocks: readonly Block[] = [paragraph(...inlines), { kind: "code", language: hostile, text: hostile, span }, figures, table];
    const html = render(
      blocks,
      { id: hostile, kicker: words(hostile), title: words(hostile), notes: blocks, sourceLine: inlines, footnotes: [hostile] },
      { images: new Map([["a", hostile]]), brand: { claim: hostile } },
    );
    const harmless = render(
      blocks,
      { kicker: words("x"), title: words("x"), notes: blocks, sourceLine: inlines, footnotes: ["x"] },
      { images: new Map([["a", "x"]]), brand: { claim: "x" } },
    );
    const [, answers = ""] = /<script type="application\/json" class="ledger">(.*?)<\/script>/.exec(html) ?? [];
    expect(answers).toMatch(/^\{[^<]+\}$/);
    expect(html.replace(answers, "").replace('<script type="application/json" class="ledger">', "")).not.toMatch(
      /<script|onerror=alert\(1\)>|<[^>]*\sonclick="/,
    );
    expect(shapeOf(html)).toEqual(shapeOf(harmless));
  });

  it("writes no style attributes and no handlers, which the policy would forbid", () => {
    const html = render([paragraph(...words("a")), list([paragraph(...words("b"))])], {
      layout: "section",
      notes: [paragraph(...words("c"))],
    });
    expect(html).not.toMatch(/\sstyle=|\son\w+=/);
  });

  it("writes the same slide once, and again where its place, canvas or brand change", () => {
    let written = 0;
    const slide: Slide = {
      ...slideOf([paragraph(...words("Text"))]),
      get kicker() {
        written++;
        return [];
      },
    };
    const other = slideOf([], { id: "00-davor" });
    // Numbers its figures, which is done once a slide.
    appearancesOf(slide);
    written = 0;
    expect(renderSlide(slide, deckOf([slide, other]))).toContain('<p class="page region-page">1</p>');
    const once = written;
    renderSlide(slide, deckOf([slide, other]), { images: new Map([["unused.png", "x"]]), brand: {} });
    expect(written).toBe(once);
    expect(renderSlide(slide, deckOf([other, slide]))).toContain('<p class="page region-page">2</p>');
    expect(written).toBe(2 * once);
    expect(renderSlide(slide, deckOf([slide], { canvas: "4:3" }))).toContain("canvas-classic");
    renderSlide(slide, deckOf([slide], { canvas: "4:3" }), { images: new Map(), brand: { claim: "x" } });
    expect(written).toBe(4 * once);
  });

  it("writes a slide anew when one of its pictures changes, not when another does", () => {
    const slide = slideOf([picture("a.png")]);
    const deck = deckOf([slide]);
    const withImages = (...images: readonly (readonly [string, string])[]): string =>
      renderSlide(slide, deck, { images: new Map(images), brand: {} });
    expect(withImages()).toContain("picture-missing");
    expect(withImages(["a.png", "data:1"])).toContain("data:1");
    expect(withImages(["a.png", "data:2"], ["b.png", "data:3"])).toContain("data:2");
  });
});
