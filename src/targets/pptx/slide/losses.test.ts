import { describe, expect, it } from "vitest";
import type { Block, Deck, Inline, Slide } from "../../../deck/model.ts";
import { spanOf, toSource } from "../../../source/source.ts";
import { deckOf, list, paragraph, slideOf, span, words } from "../../html/testing.ts";
import { houseTemplate } from "../template/house.ts";
import { arrange } from "../write.ts";

function picture(name: string): Inline {
  return { kind: "image", image: { address: `slides/test/${name}.png`, alternative: `Bild ${name}` } };
}

function link(address: string): Inline {
  return { kind: "link", address, content: words("Verweis") };
}

function told(deck: Deck): readonly string[] {
  const { diagnostics } = arrange({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return diagnostics.map(({ message }) => `${message.code} ${/`[^`]*`|“[^”]*”/u.exec(message.en)?.[0]}`);
}

function toldOf(blocks: readonly Block[], fields: Partial<Slide> = {}): readonly string[] {
  return told(deckOf([slideOf(blocks, fields)]));
}

const table: Block = {
  kind: "table",
  caption: [],
  columns: [{ header: words("Kopf"), align: "left" }],
  rows: [{ role: "plain", cells: [[picture("zelle")]] }],
  rowHeaders: false,
  span,
};

describe("pictures that stand as words", () => {
  it.each<[string, readonly Block[], Partial<Slide>, string]>([
    ["among words", [paragraph(...words("Ein "), picture("a"), ...words(" mittendrin"))], {}, "a"],
    ["in a table", [table], {}, "zelle"],
    ["in a list", [list([paragraph(picture("punkt"))])], {}, "punkt"],
    ["in a quote", [{ kind: "quote", blocks: [paragraph(picture("zitat"))], span }], {}, "zitat"],
    ["beside words in a title", [], { title: [...words("Titel "), picture("titel")] }, "titel"],
    ["in notes", [], { notes: [paragraph(picture("notiz"))] }, "notiz"],
    ["twice, once", [paragraph(...words("x"), picture("a")), paragraph({ kind: "strong", content: [picture("a")] })], {}, "a"],
  ])("are told: %s", (_, blocks, fields, name) => {
    expect(toldOf(blocks, fields)).toEqual([`pptx-picture-as-words \`${name}.png\``]);
  });

  it("are not told where they are shown, nor where they are the title", () => {
    expect(toldOf([paragraph(picture("a"), ...words(" "), { kind: "link", address: "b.html", content: [picture("b")] })])).toEqual([]);
    expect(toldOf([], { title: [picture("titel")] })).toEqual([]);
  });
});

describe("links that lead nowhere", () => {
  it("are told, each once", () => {
    const broken = "http://a_b.de:99999/";
    expect(toldOf([paragraph(link(broken)), paragraph(link(broken))])).toEqual([`pptx-link-left-out \`${broken}\``]);
  });

  it("are not told where they lead somewhere", () => {
    const good = ["https://example.org/ü", "http://[::1]/a", "mailto:a@example.org", "tel:+49", "a b.pdf", "#01-test"];
    expect(toldOf([paragraph(...good.map(link))])).toEqual([]);
  });
});

describe("titles", () => {
  it("that an earlier slide has are told at the later one, with the earlier one's name", () => {
    const source = toSource("slides/test/02-zwei.md", "---\nlayout: content\n---\n# Ein **Titel**\n");
    const title: readonly Inline[] = [...words("Ein "), { kind: "strong", content: words("Ti\u00adtel") }];
    const slides = [
      slideOf([], { id: "01-eins", title: words("Ein Titel") }),
      slideOf([], { id: "02-zwei", title, span: spanOf(source, 0, source.text.length) }),
      slideOf([], { id: "03-drei", title: words("Ein anderer Titel") }),
    ];
    const deck = deckOf(slides);
    const { diagnostics } = arrange({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() });
    expect(diagnostics.map(({ severity, message, span: at }) => [severity, message.code, source.text.slice(at.start, at.end)])).toEqual([
      ["warning", "pptx-title-twice", "# Ein **Titel**"],
    ]);
    expect(diagnostics[0]?.message.de).toContain("01-eins");
  });
});
