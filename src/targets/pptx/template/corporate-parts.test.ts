/** What of a template comes along, and what is left behind. */

import { expect, it } from "vitest";
import { relationshipTypes } from "../package/types.ts";
import { descendants, type XmlElement } from "../xml/tree.ts";
import { TemplatePackage } from "./corporate-package.ts";
import { PartCollector } from "./corporate-parts.ts";
import { changed, type Files, germanSketch, type RelationshipSketch, templateFiles } from "./corporate-testing.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

const shape = (name: string, inside: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="50" name="${name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>${inside}</p:sp>`;
const picture = (name: string, blip: string, more: string = ""): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="51" name="${name}">${more}</p:cNvPr><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>${blip}</p:blipFill><p:spPr/></p:pic>`;
const linked = (id: string, action: string = ""): string =>
  `<p:txBody><a:bodyPr/><a:p><a:r><a:rPr><a:hlinkClick r:id="${id}"${action}/></a:rPr><a:t>x</a:t></a:r></a:p></p:txBody>`;

/** The German template with something more on its only layout. */
function withMore(more: string, relationships: readonly RelationshipSketch[], media: ReadonlyMap<string, Uint8Array> = new Map()): Files {
  const [, layout] = germanSketch.layouts;
  if (layout === undefined) throw new Error("no layout");
  const files = templateFiles({ ...germanSketch, layouts: [{ ...layout, more, relationships }] });
  return new Map<string, string | Uint8Array>([...files, ...media]);
}

const place = (type: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="60" name="x"/><p:cNvSpPr/><p:nvPr><p:ph${type}/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`;

interface Collected {
  readonly parts: ReadonlyMap<string, string>;
  readonly layout: XmlElement;
  readonly targets: readonly string[];
  readonly left: readonly string[];
}

function collect(files: Files): Collected {
  const source = new TemplatePackage("t.potx", new Map([...files].map(([path, content]) => [path, Buffer.from(content)])));
  const collector = new PartCollector();
  collector.take(source, "ppt/slideMasters/slideMaster1.xml", relationshipTypes.slideMaster);
  const layout = collector.parts.find(({ path }) => path === "ppt/slideLayouts/slideLayout1.xml");
  if (layout === undefined || layout.content instanceof Uint8Array) throw new Error("no layout");
  return {
    parts: new Map(collector.parts.map(({ path, contentType }) => [path, contentType])),
    layout: layout.content,
    targets: layout.relationships.map(({ target }) => target),
    left: collector.warnings.map(({ en }) => en),
  };
}

const names = ({ layout }: Collected): readonly string[] =>
  descendants(layout, "p:cNvPr").map(({ attributes }) => attributes["name"] ?? "");

it("keeps pictures, tags and links to the web, under names of our own", () => {
  const collected = collect(
    withMore(
      `${picture("Wappen", '<a:blip r:embed="rId2"/>')}${shape("Adresse", linked("rId3"))}<p:custDataLst><p:tags r:id="rId4"/></p:custDataLst>`,
      [
        { id: "rId2", type: `${office}/image`, target: "../../hier/Wap%20pen.png" },
        { id: "rId3", type: `${office}/hyperlink`, target: "https://www.lkclp.de", external: true },
        { id: "rId4", type: `${office}/tags`, target: "../tags/Tag7.xml" },
      ],
      new Map([
        ["hier/Wap pen.png", png],
        ["ppt/tags/tag7.xml", Buffer.from('<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>')],
      ]),
    ),
  );
  expect(collected.left).toEqual([]);
  expect(collected.targets).toEqual([
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/media/image1.png",
    "https://www.lkclp.de",
    "ppt/tags/tag1.xml",
  ]);
  expect(collected.parts.get("ppt/media/image1.png")).toBe("image/png");
  expect(names(collected)).toContain("Wappen");
});

it("leaves behind what leads elsewhere or runs something, with the shape that shows it, and says so", () => {
  const collected = collect(
    withMore(
      [
        picture("Fern", '<a:blip r:link="rId2"/>'),
        picture("Beides", '<a:blip r:embed="rId3" r:link="rId2"/>'),
        shape("Ordner", linked("rId4")),
        shape("Makro", linked("", ' action="ppaction://macro?name=Los"')),
        shape("Weiter", linked("", ' action="ppaction://hlinkshowjump?jump=nextslide"')),
        shape("Sprung", linked("rId5", ' action="ppaction://hlinksldjump"')),
        `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="p14" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Objekt"/></p:nvGraphicFramePr><a:graphic><a:graphicData><p:oleObj r:id="rId6"/></a:graphicData></a:graphic></p:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent>`,
        picture("Film", '<a:blip r:embed="rId3"/>', '<a:hlinkClick r:id="" action="ppaction://media"/>').replace(
          "<p:nvPr/>",
          '<p:nvPr><a:videoFile r:link="rId7"/></p:nvPr>',
        ),
        picture("Verloren", '<a:blip r:embed="rId9"/>'),
      ].join(""),
      [
        { id: "rId2", type: `${office}/image`, target: "file:///c:/bild.png", external: true },
        { id: "rId3", type: `${office}/image`, target: "../media/bild.png" },
        { id: "rId4", type: `${office}/hyperlink`, target: "file:///\\server\\ordner", external: true },
        { id: "rId5", type: `${office}/slide`, target: "../slides/slide1.xml" },
        { id: "rId6", type: `${office}/oleObject`, target: "../embeddings/oleObject1.bin" },
        { id: "rId7", type: `${office}/video`, target: "../media/film.mp4" },
        { id: "rId8", type: `${office}/comments`, target: "../comments/comment1.xml" },
      ],
      new Map([
        ["ppt/media/bild.png", png],
        ["ppt/media/film.mp4", png],
        ["ppt/embeddings/oleObject1.bin", png],
        ["ppt/slides/slide1.xml", Buffer.from("<x/>")],
        ["ppt/comments/comment1.xml", Buffer.from("<x/>")],
      ]),
    ),
  );
  expect(collected.left).toEqual([
    "“Fern” in “Titel und Inhalt” of the template is not taken over: a link to a file outside of the template.",
    "“Ordner” in “Titel und Inhalt” of the template is not taken over: a link to a file outside of the template.",
    "“Makro” in “Titel und Inhalt” of the template is not taken over: a macro.",
    "“Sprung” in “Titel und Inhalt” of the template is not taken over: a link to a slide of the template.",
    "“Objekt” in “Titel und Inhalt” of the template is not taken over: an embedded object or control.",
    "“Film” in “Titel und Inhalt” of the template is not taken over: a film or sound.",
    "“Verloren” in “Titel und Inhalt” of the template is not taken over: its file is missing in the template.",
  ]);
  expect(names(collected).slice(-6)).toEqual(["Foliennummernplatzhalter 5", "Beides", "Ordner", "Makro", "Weiter", "Sprung"]);
  expect(descendants(collected.layout, "a:hlinkClick").map(({ attributes }) => attributes["action"])).toEqual([
    "ppaction://hlinkshowjump?jump=nextslide",
  ]);
  expect(descendants(collected.layout, "mc:AlternateContent")).toEqual([]);
  expect(collected.targets).toEqual(["ppt/slideMasters/slideMaster1.xml", "ppt/media/image1.png"]);
  expect([...collected.parts.keys()].filter((path) => /slides\/|comments|embeddings|mp4/u.test(path))).toEqual([]);
});

it("takes no animation along that moves a shape that is gone", () => {
  const files = withMore(picture("Fern", '<a:blip r:link="rId2"/>'), [
    { id: "rId2", type: `${office}/image`, target: "file:///c:/bild.png", external: true },
  ]);
  const moved = changed(files, "ppt/slideLayouts/slideLayout1.xml", (text) =>
    text.replace("</p:clrMapOvr>", "</p:clrMapOvr><p:timing><p:tnLst/></p:timing>"),
  );
  expect(descendants(collect(moved).layout, "p:timing")).toEqual([]);
});

it("takes no part for a picture because a layout says so", () => {
  const collected = collect(
    withMore(picture("Bild", '<a:blip r:embed="rId2"/>'), [{ id: "rId2", type: `${office}/image`, target: "/ppt/presentation.xml" }]),
  );
  expect(collected.left).toHaveLength(1);
  expect(collected.targets).toEqual(["ppt/slideMasters/slideMaster1.xml"]);
});

it("gives each master a theme of its own, also where two share one", () => {
  const files = withMore("", []);
  const first = ["ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"];
  const second = first.map((path): [string, string | Uint8Array] => [path.replace("1", "2"), files.get(path) ?? ""]);
  const source = new TemplatePackage("t.potx", new Map([...files, ...second].map(([path, content]) => [path, Buffer.from(content)])));
  const collector = new PartCollector();
  for (const n of [1, 2]) collector.take(source, `ppt/slideMasters/slideMaster${n}.xml`, relationshipTypes.slideMaster);
  const masters = collector.parts.filter(({ path }) => path.startsWith("ppt/slideMasters/"));
  expect(masters.map(({ relationships }) => relationships.find(({ type }) => type === relationshipTypes.theme)?.target)).toEqual([
    "ppt/theme/theme1.xml",
    "ppt/theme/theme2.xml",
  ]);
  const ids = masters.flatMap(({ content }) =>
    content instanceof Uint8Array ? [] : descendants(content, "p:sldLayoutId").map(({ attributes }) => attributes["id"]),
  );
  expect(ids).toEqual(["2147484648", "2147484649"]);
});

it("tells placeholders of one index apart, in the layout as it is written too", () => {
  const { layout } = collect(withMore(place("") + place("") + place(' type="body" idx="1"') + place(' type="ftr" idx="1"'), []));
  const places = descendants(layout, "p:ph").map(({ attributes: { type, idx } }) => `${type ?? ""} ${idx ?? ""}`.trim());
  expect(places).toEqual(["title", "1", "dt 10", "ftr 11", "sldNum 12", "", "1000", "body 1001", "ftr 1"]);
});
