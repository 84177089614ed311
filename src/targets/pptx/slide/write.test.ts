import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableBlock } from "../../../deck/model.ts";
import { paragraph, span, words } from "../../html/testing.ts";
import { child, childrenOf, descendants, textOf, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import type { Paragraph, PictureItem, Run, TableItem } from "./content.ts";
import { box, house, paragraphsOf, plain, regionNamed, textItem, written } from "./write-testing.ts";

const hostile = "A & B < C > D \" E ' F 😀 &amp; ]]> ä\u00a0ö";

async function textOfOne(...paragraphs: readonly Paragraph[]): Promise<XmlElement> {
  const { shapes } = await written([textItem(paragraphs)]);
  return shapes[0] ?? expect.unreachable();
}

const run = (text: string, look: Partial<Run> = {}): Run => ({ text, ...look });

const list = (level: number, more: Partial<Paragraph> = {}): Paragraph => ({ role: "list", level, runs: [run("x")], ...more });
const link = (target: Run["link"]): Run => run("hier", target === undefined ? {} : { link: target });

async function clicksOn(layout: "content" | "closing"): Promise<number> {
  const { xml } = await written([textItem([plain(link({ address: "https://example.org/" }))])], { layout });
  return xml.split("hlinkClr").length - 1;
}

const looksIn = (line: XmlElement | undefined): unknown =>
  line && descendants(line, "a:rPr").map(({ attributes, children }) => [attributes["b"], children.length]);
const picture = (address: string, alternative: string): PictureItem => ({ kind: "picture", name: "Bild", box, address, alternative });

describe("text", () => {
  it("keeps every sign, and drops what XML cannot hold", async () => {
    const long = "Donaudampfschifffahrtsgesellschaft".repeat(20);
    const shape = await textOfOne(plain(hostile), plain("a\u0000b\u0007c\ufffe"), plain(long), plain());
    expect(paragraphsOf(shape)).toEqual([hostile, "abc", long, ""]);
  });

  it("stays where the layout puts it, without a word on looks", async () => {
    const shape = await textOfOne(plain("Wort"));
    expect(child(shape, "p:spPr")?.children).toEqual([]);
    expect(child(child(shape, "p:txBody"), "a:bodyPr")?.attributes).toEqual({});
    expect(descendants(shape, "a:rPr").map(({ attributes, children }) => [attributes, children])).toEqual([[{ lang: "de-DE" }, []]]);
    expect(descendants(shape, "p:ph")[0]?.attributes).toEqual({ idx: "10" });
  });

  it("says its place where that is another", async () => {
    const region = regionNamed("main");
    const { shapes } = await written([{ ...textItem([plain("Wort")]), region, box }]);
    expect(descendants(shapes[0] ?? expect.unreachable(), "a:off")[0]?.attributes).toEqual({ x: "952500", y: "1905000" });
    expect(descendants(shapes[0] ?? expect.unreachable(), "a:prstGeom")).toEqual([]);
  });

  it("keeps the looks of each run to it", async () => {
    const shape = await textOfOne(
      plain(run("fett", { bold: true }), run(" kursiv", { italic: true }), " schlicht"),
      plain(run("Code", { code: true }), run(" grau", { colour: "muted" }), run(" weg", { strike: true })),
    );
    const looks = descendants(shape, "a:rPr").map(({ attributes, children }) => [
      Object.entries(attributes).flatMap(([name, value]) => (name === "lang" ? [] : [`${name}=${value}`])),
      children.map((node) => (typeof node === "string" ? node : node.name)),
    ]);
    expect(looks).toEqual([
      [["b=1"], []],
      [["i=1"], []],
      [[], []],
      [[], ["a:latin"]],
      [[], ["a:solidFill"]],
      [["strike=sngStrike"], []],
    ]);
  });

  it("breaks lines within a paragraph, also at its begin and twice", async () => {
    const shape = await textOfOne(plain(run("\n"), "eins", run("\n"), run("\n"), "zwei"), plain("drei", run("\n")));
    expect(paragraphsOf(shape)).toEqual(["\neins\n\nzwei", "drei\n"]);
  });

  it("takes bullets off what is no list, and leaves lists their level", async () => {
    const shape = await textOfOne(
      plain("x"),
      { ...plain("x"), level: 2 },
      list(0),
      list(2),
      list(0, { numbered: { start: 3 } }),
      list(0, { checked: true }),
      { ...plain("x"), before: 0, align: "center", size: 40, line: 48 },
    );
    const properties = descendants(shape, "a:p").map((paragraphXml) => {
      const own = child(paragraphXml, "a:pPr");
      return own && [own.attributes, childrenOf(own).map(({ name }) => name)];
    });
    expect(properties).toEqual([
      [{ marL: "0", indent: "0" }, ["a:buNone"]],
      [{ lvl: "1", indent: "0" }, ["a:buNone"]],
      undefined,
      [{ lvl: "2" }, []],
      [{}, ["a:buFont", "a:buAutoNum"]],
      [{}, ["a:buFont", "a:buChar"]],
      [{ marL: "0", indent: "0", algn: "ctr" }, ["a:lnSpc", "a:spcBef", "a:buNone"]],
    ]);
    expect(descendants(shape, "a:buAutoNum")[0]?.attributes).toEqual({ type: "arabicPeriod", startAt: "3" });
  });

  it("brings lists their bullets where the placeholder has none", async () => {
    const region = { ...regionNamed("main"), bullets: false };
    const item = textItem([{ role: "list", level: 1, runs: [run("x")] }, plain("y"), { ...plain("z"), level: 1 }]);
    const { shapes } = await written([{ ...item, region }]);
    const properties = descendants(shapes[0] ?? expect.unreachable(), "a:p").map((own) => child(own, "a:pPr")?.attributes);
    expect(properties).toEqual([{ marL: "609600", lvl: "1", indent: "-304800" }, undefined, { marL: "304800" }]);
  });

  it("sets a text box by a list style", async () => {
    const { shapes } = await written([textItem([plain("Wort")], "caption")]);
    const shape = shapes[0] ?? expect.unreachable();
    expect(descendants(shape, "p:ph")).toEqual([]);
    expect(descendants(shape, "a:lvl1pPr").length).toBe(1);
    expect(descendants(shape, "a:bodyPr")[0]?.attributes).toMatchObject({
      lIns: "0",
      tIns: "0",
      rIns: "0",
      bIns: "0",
      anchor: "t",
      wrap: "square",
    });
  });

  it("scales a text box, and gives it a ground", async () => {
    const item = { ...textItem([plain("Wort")], "caption"), scale: 2, panel: { fill: "silver", inset: 16 } } as const;
    const { shapes } = await written([item]);
    const shape = shapes[0] ?? expect.unreachable();
    expect(descendants(shape, "a:defRPr")[0]?.attributes["sz"]).toBe("3000");
    expect(descendants(shape, "a:bodyPr")[0]?.attributes).toMatchObject({ lIns: "152400", bIns: "152400" });
    expect(child(child(shape, "p:spPr"), "a:solidFill")).toBeDefined();
  });

  it("keeps the number of the slide a field", async () => {
    const { shapes } = await written([{ ...textItem([{ role: "field", level: 0, runs: [run("1", { field: "slidenum" })] }]) }]);
    const [field] = descendants(shapes[0] ?? expect.unreachable(), "a:fld");
    expect(field?.attributes["type"]).toBe("slidenum");
    expect(field && textOf(field)).toBe("1");
  });

  it("says any text again", async () => {
    const text = fc.string({ unit: "binary", maxLength: 12 });
    const look = fc.record({ text, bold: fc.boolean(), italic: fc.boolean() });
    const runs = fc.array(fc.oneof(look, fc.constant(run("\n"))), { maxLength: 4 });
    const role = fc.constantFrom<Paragraph["role"]>("plain", "list", "heading");
    const paragraphs = fc.array(fc.record({ role, level: fc.nat(3), runs }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(paragraphs, async (wanted) => {
        const shown = wanted.map((one) =>
          one.runs.map((own) => (own.text === "\n" ? "\n" : legal(own.text).replaceAll(/[\r\n]+/gu, " "))).join(""),
        );
        expect(paragraphsOf(await textOfOne(...wanted))).toEqual(shown);
      }),
      { numRuns: 60 },
    );
  });
});

describe("links", () => {
  it("lead outside and to slides, with their titles", async () => {
    const { shapes, targets } = await written([
      textItem([
        plain(link({ address: "https://example.org/ä?a=1&b=2", title: 'Er sagte "so" & <so>' })),
        plain(link({ slide: "02-andere" })),
      ]),
    ]);
    const clicks = descendants(shapes[0] ?? expect.unreachable(), "a:hlinkClick").map(({ attributes }) => attributes);
    expect(clicks.map((click) => targets.get(click["r:id"] ?? ""))).toEqual(["https://example.org/%C3%A4?a=1&b=2", "slide2.xml"]);
    expect(clicks.map(({ tooltip, action }) => [tooltip, action])).toEqual([
      ['Er sagte "so" & <so>', undefined],
      [undefined, "ppaction://hlinksldjump"],
    ]);
  });

  it("are text where they lead nowhere", async () => {
    const { shapes } = await written([textItem([plain(link({ slide: "gibt-es-nicht" }), link({ address: "javascript:alert(1)" }))])]);
    expect(descendants(shapes[0] ?? expect.unreachable(), "a:hlinkClick")).toEqual([]);
    expect(paragraphsOf(shapes[0] ?? expect.unreachable())).toEqual(["hierhier"]);
  });

  it("have the text's colour on blue", async () => {
    expect([await clicksOn("content"), await clicksOn("closing")]).toEqual([0, 1]);
  });
});

function tableItem(rows: TableBlock["rows"], more: Partial<TableBlock> = {}): TableItem {
  const columns = [
    { header: words("Ort"), align: "left" as const },
    { header: words("Zahl & mehr"), align: "right" as const },
  ];
  return {
    kind: "table",
    name: "Tabelle: Orte",
    box: { ...box, height: (rows.length + 1) * 36 },
    table: { kind: "table", caption: [], columns, rows, rowHeaders: true, span, ...more },
    columns: [200, 100],
    rows: Array.from({ length: rows.length + 1 }, () => 36),
    alternative: "Orte & Zahlen",
  };
}

const row = (a: string, b: string, role: TableBlock["rows"][number]["role"] = "plain"): TableBlock["rows"][number] => ({
  role,
  cells: [words(a), words(b)],
});

describe("tables", () => {
  it("say their cells, their style and what they show", async () => {
    const { shapes } = await written([tableItem([row(hostile, "1"), row("", ""), row("b", "2", "total")])]);
    const table = shapes[0] ?? expect.unreachable();
    const cells = descendants(table, "a:tr").map((line) => childrenOf(line, "a:tc").map((cell) => paragraphsOf(cell).join("|")));
    expect(cells).toEqual([
      ["Ort", "Zahl & mehr"],
      [hostile, "1"],
      ["", ""],
      ["b", "2"],
    ]);
    expect(descendants(table, "a:tblPr")[0]?.attributes).toEqual({ firstRow: "1", firstCol: "1", lastRow: "1" });
    expect(descendants(table, "a:tableStyleId").map(textOf)).toEqual([house.tableStyle]);
    expect(descendants(table, "p:cNvPr")[0]?.attributes).toMatchObject({ name: "Tabelle: Orte", descr: "Orte & Zahlen" });
    expect(descendants(table, "p:xfrm").flatMap((own) => childrenOf(own).map(({ attributes }) => attributes))).toEqual([
      { x: "952500", y: "1905000" },
      { cx: "2857500", cy: "1371600" },
    ]);
    expect(descendants(table, "a:gridCol").map(({ attributes }) => attributes["w"])).toEqual(["1905000", "952500"]);
  });

  it("set one line in the middle of its row, and let what is higher begin on one line", async () => {
    const item = tableItem([row("a", "1"), row("lang und umbrochen", "2")]);
    const { shapes } = await written([{ ...item, rows: [64, 36, 64] }]);
    const anchors = descendants(shapes[0] ?? expect.unreachable(), "a:tcPr").map(({ attributes }) => attributes["anchor"]);
    expect(anchors).toEqual(["b", "b", "ctr", "ctr", undefined, undefined]);
  });

  it("format nothing that the style gives", async () => {
    const { xml } = await written([tableItem([row("a", "1"), row("b", "2")], { rowHeaders: false })]);
    for (const word of ["solidFill", "srgbClr", "a:ln", "buNone", "firstCol", "lastRow"]) expect(xml).not.toContain(word);
  });

  it("set a highlight apart, and mute the rest", async () => {
    const { shapes } = await written([tableItem([row("a", "1", "highlight"), row("b", "2", "rest")])]);
    const [, highlight, rest] = descendants(shapes[0] ?? expect.unreachable(), "a:tr");
    expect([looksIn(highlight), looksIn(rest)]).toEqual([
      [
        ["1", 1],
        ["1", 1],
      ],
      [
        [undefined, 1],
        [undefined, 1],
      ],
    ]);
    expect(highlight && descendants(highlight, "a:lnB").length).toBe(2);
  });

  it("leave colours, lines and the first column to a template's own style, whose cells may be filled", async () => {
    const rows = [row("a", "1", "highlight"), row("b", "2", "rest"), row("c", "3", "total"), row("d", "4", "total")];
    const template = { ...house, tableStyle: "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}" };
    const { shapes } = await written([tableItem(rows)], {}, new Map(), template);
    const table = shapes[0] ?? expect.unreachable();
    expect(descendants(table, "a:tblPr")[0]?.attributes).toEqual({ firstRow: "1", lastRow: "1" });
    for (const name of ["a:solidFill", "a:lnB", "a:lnT"]) expect(descendants(table, name)).toEqual([]);
    expect(descendants(table, "a:tr").map((line) => descendants(line, "a:rPr").map(({ attributes }) => attributes["b"] === "1"))).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [true, true],
      [false, false],
    ]);
    const margins = descendants(table, "a:tcPr").map(({ attributes }) => [attributes["marL"], attributes["marR"]]);
    expect(new Set(margins.flat())).toEqual(new Set([`${16 * 9525}`]));
  });

  it("hold sixty rows, links and breaks", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`Ort ${i}`, `${i}`));
    const cell = [
      { kind: "link" as const, address: "https://example.org/", content: words("Verweis") },
      { kind: "break" as const },
      { kind: "strong" as const, content: words("fett") },
    ];
    const { shapes, targets } = await written([tableItem([...rows, { role: "plain", cells: [cell, words("x")] }])]);
    const table = shapes[0] ?? expect.unreachable();
    expect(descendants(table, "a:tr").length).toBe(62);
    const last = descendants(table, "a:tr").at(-1) ?? expect.unreachable();
    expect(paragraphsOf(last)).toEqual(["Verweis\nfett", "x"]);
    expect(targets.get(descendants(last, "a:hlinkClick")[0]?.attributes["r:id"] ?? "")).toBe("https://example.org/");
    // Many rows are set dense.
    expect(descendants(last, "a:rPr")[0]?.attributes["sz"]).toBe("1350");
  });
});

describe("pictures", () => {
  const bytes = Uint8Array.from([1, 2, 3]);
  const pictures = new Map([
    ["a.png", { bytes, contentType: "image/png", width: 300, height: 50 }],
    ["b.png", { bytes, contentType: "image/png", width: 300, height: 50 }],
    ["c.svg", { bytes: Buffer.from("<svg/>"), contentType: "image/svg+xml", width: 300, height: 50 }],
  ]);

  it("are stored once, however often they are shown", async () => {
    const { shapes, files, targets } = await written([picture("a.png", "Ein & Bild"), picture("b.png", "")], {}, pictures);
    expect([...files.keys()].filter((path) => path.startsWith("ppt/media/"))).toEqual(["ppt/media/image1.png"]);
    expect(files.get("ppt/media/image1.png")).toEqual(Buffer.from(bytes));
    const [shown, decorative] = shapes;
    const embedded = shapes.map((shape) => targets.get(descendants(shape, "a:blip")[0]?.attributes["r:embed"] ?? ""));
    expect(embedded).toEqual(["../media/image1.png", "../media/image1.png"]);
    expect(shown && descendants(shown, "p:cNvPr")[0]?.attributes["descr"]).toBe("Ein & Bild");
    expect(decorative && descendants(decorative, "adec:decorative").length).toBe(1);
  });

  it("stand at their place, and lead where they are links", async () => {
    const { shapes, targets } = await written([{ ...picture("a.png", "Bild"), link: { address: "https://example.org/" } }], {}, pictures);
    const shape = shapes[0] ?? expect.unreachable();
    expect(descendants(shape, "a:ext")[0]?.attributes).toEqual({ cx: "2857500", cy: "476250" });
    expect(targets.get(descendants(shape, "a:hlinkClick")[0]?.attributes["r:id"] ?? "")).toBe("https://example.org/");
  });

  it("are drawings, with a panel for programs that know none", async () => {
    const { shapes, targets, files } = await written([picture("c.svg", "Zeichnung")], {}, pictures);
    const shape = shapes[0] ?? expect.unreachable();
    const target = (name: string): string => targets.get(descendants(shape, name)[0]?.attributes["r:embed"] ?? "") ?? "";
    expect(target("asvg:svgBlip")).toBe("../media/image1.svg");
    expect(files.get("ppt/media/image2.png")?.subarray(1, 4)).toEqual(Buffer.from("PNG"));
    expect(target("a:blip")).toBe("../media/image2.png");
  });
});

describe("a slide", () => {
  it("numbers its shapes without a gap, in reading order, and marks what is decoration", async () => {
    const { root, shapes } = await written([
      textItem([plain("a")]),
      { kind: "rectangle", name: "Balken", box, fill: "gold" },
      tableItem([row("a", "1")]),
      textItem([plain("b")], "body"),
    ]);
    expect(descendants(root, "p:cNvPr").map(({ attributes }) => attributes["id"])).toEqual(["1", "2", "3", "4", "5"]);
    expect(shapes.map((shape) => descendants(shape, "adec:decorative").length)).toEqual([0, 1, 0, 0]);
    expect(child(root, "p:cSld")?.attributes["name"]).toBe("01-test");
  });

  it("is white, empty and whole without items", async () => {
    const { shapes, targets } = await written([]);
    expect(shapes).toEqual([]);
    expect([...targets.values()]).toEqual(["../slideLayouts/slideLayout3.xml"]);
  });

  it("has its notes on a page of their own, as paragraphs", async () => {
    const notes = [paragraph(...words(hostile)), paragraph({ kind: "strong", content: words("fett") }, ...words(" und nicht"))];
    const { files, targets } = await written([textItem([plain("a")])], { notes });
    expect([...targets.values()]).toContain("../notesSlides/notesSlide1.xml");
    const xml = Buffer.from(files.get("ppt/notesSlides/notesSlide1.xml") ?? []).toString();
    expect(xml).toContain('<a:r><a:rPr lang="de-DE" b="1"/><a:t>fett</a:t></a:r><a:r><a:rPr lang="de-DE"/><a:t> und nicht</a:t></a:r>');
    expect(xml).toContain("A &amp; B &lt; C");
    expect(Buffer.from(files.get("ppt/notesSlides/_rels/notesSlide1.xml.rels") ?? []).toString()).toContain("../slides/slide1.xml");
  });
});
