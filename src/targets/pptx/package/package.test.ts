import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../../../source/source.ts";
import type { Deck, Slide } from "../../../deck/model.ts";
import type { LayoutName } from "../../../../theme/layouts.ts";
import type { Template } from "../template/template.ts";
import { readXml } from "../xml/read.ts";
import { type XmlElement, child, childrenOf, descendants, element, textOf } from "../xml/tree.ts";
import { readZip } from "../zip/read.ts";
import { type FinishablePackage, newPackage } from "./builder.ts";
import { guidOf } from "./ids.ts";
import { relationshipsPath, relativePath, resolvePath } from "./paths.ts";
import { addPresentation } from "./presentation.ts";
import { contentTypes, relationshipTypes } from "./types.ts";

async function opened(file: FinishablePackage): Promise<ReadonlyMap<string, Uint8Array>> {
  return readZip(file.finish());
}

function xmlAt(files: ReadonlyMap<string, Uint8Array>, path: string): XmlElement {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`There is no ${path}.`);
  return readXml(bytes);
}

describe("newPackage", () => {
  it("holds the content types first, and only of what is there", async () => {
    const file = newPackage();
    file.add(file.part("ppt/slides/slide1.xml"), contentTypes.slide, element("p:sld", { "xmlns:p": "u" }));
    file.media(Buffer.from("a"), "png", "image/png");
    file.add(file.part("ppt/media/odd.png"), "image/jpeg", Buffer.from("b"));
    const files = await opened(file);
    expect([...files.keys()].slice(0, 2)).toEqual(["[Content_Types].xml", "_rels/.rels"]);
    expect(xmlAt(files, "[Content_Types].xml").children).toEqual([
      element("Default", { Extension: "rels", ContentType: contentTypes.relationships }),
      element("Default", { Extension: "png", ContentType: "image/png" }),
      element("Override", { PartName: "/ppt/slides/slide1.xml", ContentType: contentTypes.slide }),
      element("Override", { PartName: "/ppt/media/odd.png", ContentType: "image/jpeg" }),
    ]);
  });

  it("writes each target of a part once", async () => {
    const file = newPackage();
    const part = file.part("ppt/slides/slide1.xml");
    expect(part.relate(relationshipTypes.chart, "ppt/charts/chart1.xml")).toBe("rId1");
    expect(part.relate(relationshipTypes.hyperlink, "http://[::1]/a%20b?x=1&y=%25", true)).toBe("rId2");
    expect(part.relate(relationshipTypes.chart, "ppt/charts/chart1.xml")).toBe("rId1");
    expect(part.relate(relationshipTypes.slide, "ppt/slides/slide2.xml")).toBe("rId3");
    file.add(part, contentTypes.slide, element("p:sld", { "xmlns:p": "u" }));
    expect(xmlAt(await opened(file), "ppt/slides/_rels/slide1.xml.rels").children).toEqual([
      element("Relationship", { Id: "rId1", Type: relationshipTypes.chart, Target: "../charts/chart1.xml" }),
      element("Relationship", {
        Id: "rId2",
        Type: relationshipTypes.hyperlink,
        Target: "http://[::1]/a%20b?x=1&y=%25",
        TargetMode: "External",
      }),
      element("Relationship", { Id: "rId3", Type: relationshipTypes.slide, Target: "slide2.xml" }),
    ]);
    expect(() => part.relate(relationshipTypes.slide, "ppt/slides/slide3.xml")).toThrow("written already");
  });

  it("gives each picture one path, a template's too, and no path that is taken", () => {
    const parts = [{ path: "ppt/media/Image1.PNG", contentType: "image/png", content: Buffer.from("logo"), relationships: [] }];
    const file = newPackage({ parts });
    expect(file.media(Buffer.from("logo"), "png", "image/png")).toBe("ppt/media/Image1.PNG");
    const path = file.media(Buffer.from("map"), "png", "image/png");
    expect(path).toBe("ppt/media/image2.png");
    expect(file.media(Buffer.from("map"), "png", "image/png")).toBe(path);
    expect([file.next("ppt/charts/chart", "xml"), file.next("ppt/charts/chart", "xml")]).toEqual([
      "ppt/charts/chart1.xml",
      "ppt/charts/chart2.xml",
    ]);
    expect(() => file.add(file.part("ppt/Media/image2.png"), "image/png", Buffer.from("x"))).toThrow("there already");
  });

  it("counts shapes from 2", () => {
    const part = newPackage().part("ppt/slides/slide1.xml");
    expect([part.nextId(), part.nextId()]).toEqual([2, 3]);
  });
});

describe("paths", () => {
  const name = fc.constantFrom("a", "b", "c.xml", "ppt", "_rels");
  const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join("/"));
  it("lead from any part to any other", () => {
    fc.assert(fc.property(path, path, (from, to) => resolvePath(from, relativePath(from, to)) === to));
  });
  it("of relationships stand beside their part", () => {
    expect(["", "ppt/presentation.xml"].map(relationshipsPath)).toEqual(["_rels/.rels", "ppt/_rels/presentation.xml.rels"]);
    expect(resolvePath("ppt/slides/slide1.xml", "/ppt/media/image1.png")).toBe("ppt/media/image1.png");
  });
});

describe("guidOf", () => {
  it("is a GUID, the same for the same text", () => {
    expect(guidOf("a")).toMatch(/^\{[\dA-F]{8}-[\dA-F]{4}-5[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}\}$/u);
    expect(guidOf("a")).toBe(guidOf("a"));
    expect(guidOf("a")).not.toBe(guidOf("b"));
  });
});

const span = { source: toSource("slides/x/1.md", ""), start: 0, end: 0 };

function slideOf(id: string, layout: LayoutName, title: string): Slide {
  return {
    id,
    layout,
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

const deck: Deck = {
  id: "x",
  title: "Zahlen & Fakten <2024>",
  event: "Ausschuss",
  author: "A. Verfasserin",
  contact: { organisation: "Landkreis" },
  language: "de",
  asOf: "2024-12-31",
  canvas: "16:9",
  slides: [
    slideOf("a", "title", "Anfang"),
    slideOf("b", "section", "Bevöl\u00adkerung\u0001"),
    slideOf("c", "content", "C"),
    slideOf("d", "section", "Schule"),
  ],
};

const template: Template = {
  size: { width: 1280, height: 720 },
  parts: [
    {
      path: "ppt/slideMasters/slideMaster1.xml",
      contentType: contentTypes.slideMaster,
      content: element("p:sldMaster", { "xmlns:p": "u" }, element("p:sldLayoutIdLst", {}, element("p:sldLayoutId", { id: 2_147_483_648 }))),
      relationships: [],
    },
  ],
  masters: ["ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/slideMaster2.xml"],
  notesMaster: "ppt/notesMasters/notesMaster1.xml",
  notesSize: { width: 720, height: 960 },
  presentationParts: [{ type: relationshipTypes.theme, target: "ppt/theme/theme1.xml" }],
  tableStyle: "{0}",
  layouts: new Map(),
};

async function written(of: Deck = deck): Promise<ReadonlyMap<string, Uint8Array>> {
  const file = newPackage({ parts: template.parts });
  addPresentation(file, { deck: of, template, slides: of.slides.map(({ id }) => `ppt/slides/${id}.xml`) });
  return opened(file);
}

async function guids(of: Deck): Promise<readonly (string | undefined)[]> {
  return descendants(xmlAt(await written(of), "ppt/presentation.xml"), "p14:section").map(({ attributes }) => attributes["id"]);
}

describe("addPresentation", () => {
  it("lists masters, slides and sections in the schema's order", async () => {
    const root = xmlAt(await written(), "ppt/presentation.xml");
    expect(childrenOf(root).map(({ name }) => name)).toEqual([
      "p:sldMasterIdLst",
      "p:notesMasterIdLst",
      "p:sldIdLst",
      "p:sldSz",
      "p:notesSz",
      "p:defaultTextStyle",
      "p:extLst",
    ]);
    // The layout has the first id.
    expect(descendants(root, "p:sldMasterId").map(({ attributes }) => attributes["id"])).toEqual(["2147483649", "2147483650"]);
    expect(descendants(root, "p:sldId").map(({ attributes }) => attributes["id"])).toEqual(["256", "257", "258", "259"]);
    expect(child(root, "p:sldSz")?.attributes).toEqual({ cx: "12192000", cy: "6858000" });
    expect(child(root, "p:notesSz")?.attributes).toEqual({ cx: "6858000", cy: "9144000" });
    const sections = descendants(root, "p14:section").map((section) => [
      section.attributes["name"],
      descendants(section, "p14:sldId").map(({ attributes }) => attributes["id"]),
    ]);
    expect(sections).toEqual([
      ["Zahlen & Fakten <2024>", ["256"]],
      ["Bevölkerung", ["257", "258"]],
      ["Schule", ["259"]],
    ]);
  });

  it("keeps a section's GUID when slides come and go around it", async () => {
    const [first, second, third] = await guids(deck);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await guids({ ...deck, slides: deck.slides.toSpliced(1, 2) })).toEqual([first, third]);
    expect(await guids({ ...deck, slides: deck.slides.slice(1) })).toEqual([second, third]);
  });

  it("relates each id to its part", async () => {
    const files = await written();
    const root = xmlAt(files, "ppt/presentation.xml");
    const targets = new Map(
      childrenOf(xmlAt(files, "ppt/_rels/presentation.xml.rels")).map(({ attributes }) => [attributes["Id"], attributes["Target"]]),
    );
    const related = [...descendants(root, "p:sldMasterId"), ...descendants(root, "p:notesMasterId"), ...descendants(root, "p:sldId")];
    expect(related.map(({ attributes }) => targets.get(attributes["r:id"]))).toEqual([
      "slideMasters/slideMaster1.xml",
      "slideMasters/slideMaster2.xml",
      "notesMasters/notesMaster1.xml",
      "slides/a.xml",
      "slides/b.xml",
      "slides/c.xml",
      "slides/d.xml",
    ]);
    expect([...targets.values()]).toEqual(expect.arrayContaining(["theme/theme1.xml", "presProps.xml", "viewProps.xml"]));
    expect(childrenOf(xmlAt(files, "_rels/.rels")).map(({ attributes }) => attributes["Target"])).toEqual([
      "ppt/presentation.xml",
      "docProps/core.xml",
      "docProps/app.xml",
    ]);
  });

  it("says what the file is, and the deck's day", async () => {
    const files = await written();
    const core = Object.fromEntries(childrenOf(xmlAt(files, "docProps/core.xml")).map((node) => [node.name, textOf(node)]));
    expect(core).toEqual({
      "dc:title": "Zahlen & Fakten <2024>",
      "dc:subject": "Ausschuss",
      "dc:creator": "A. Verfasserin",
      "cp:keywords": "Landkreis",
      "dc:description": "Datenstand: 31.12.2024",
      "cp:lastModifiedBy": "A. Verfasserin",
      "dcterms:created": "2024-12-31T00:00:00Z",
      "dcterms:modified": "2024-12-31T00:00:00Z",
      "cp:category": "Ausschuss",
      "dc:language": "de-DE",
    });
    expect(textOf(xmlAt(files, "docProps/app.xml"))).toBe("Stichtag40Landkreis");
  });
});
