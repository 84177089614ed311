/** What is read of a template: sizes, fonts, colours, parts. */

import { expect, it } from "vitest";
import { px } from "../units.ts";
import { descendants } from "../xml/tree.ts";
import { dark, data, german, read, small, title, told } from "./corporate-reading.ts";
import { changed, germanSketch, relationshipsXml } from "./corporate-testing.ts";
import { houseTemplate } from "./house.ts";

it("takes boxes, sizes and bullets from the layout, else from its master", async () => {
  const { value } = await read(small, "t.potx", { content: { ...title, kicker: "text", main: "text" } });
  expect(value?.size).toEqual({ width: 960, height: 540 });
  const regions = value?.layouts.get("content")?.regions;
  expect(regions?.get("main")).toEqual({
    name: "main",
    kind: "content",
    box: { x: 48, y: px(1200151), width: 864, height: px(3394472) },
    insets: { left: 9.6, top: 4.8, right: 9.6, bottom: 4.8 },
    placeholder: { idx: 1 },
    // 18 pt are 24 px, where the house has 26.
    scale: 1800 / 1950,
    letters: 1,
    // 90 % of Calibri's own line.
    lineHeight: 0.9 * 1.221,
    bullets: true,
  });
  expect(regions?.get("kicker")).toMatchObject({ scale: 1000 / 1350, bullets: false, textOnly: true, box: { y: px(100000) } });
});

it("refuses charts on layouts that are light on dark by the theme's names, and says so of the ground", async () => {
  const mapping = "{ file: t.pptx, layouts: { content: Titel und Inhalt } }";
  const uses = { content: { ...data, main: "chart" } };
  // What the theme calls dark is white, and all the house's ink with it.
  const named = await read(dark, mapping, uses);
  expect(told(named)).toEqual([]);
  expect(named.value?.layouts.get("content")).toMatchObject({ ground: "plain" });
  const swapped = changed(german, "ppt/slideMasters/slideMaster1.xml", (text) =>
    text.replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"'),
  );
  const outcome = await read(swapped, mapping, uses);
  expect(told(outcome)).toEqual(["template-dark @ Titel und Inhalt"]);
  const words = await read(swapped, mapping, { content: { ...data, main: "text table" } });
  expect(told(words)).toEqual([]);
  expect(words.value?.layouts.get("content")).toMatchObject({ ground: "blue" });
  const overridden = changed(german, "ppt/slideLayouts/slideLayout2.xml", (text) =>
    text.replace(
      "<a:masterClrMapping/>",
      '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>',
    ),
  );
  expect(told(await read(overridden, mapping, uses))).toEqual(["template-dark @ Titel und Inhalt"]);
});

it.each([
  ['<a:srgbClr val="F5F5F5"/>', "blue"],
  ['<a:srgbClr val="333333"/>', "plain"],
  ['<a:schemeClr val="accent1"/>', "plain"],
  ['<a:schemeClr val="bg1"/>', "blue"],
])("sees text in %s on %s ground", async (colour, ground) => {
  const files = changed(german, "ppt/slideLayouts/slideLayout1.xml", (text) =>
    text.replaceAll(/<a:defRPr sz="(\d+)"\/>/gu, `<a:defRPr sz="$1"><a:solidFill>${colour}</a:solidFill></a:defRPr>`),
  );
  const { value } = await read(files, "{ file: t.potx, layouts: { title: Titelfolie } }", { title: { ...title, main: "text" } });
  expect(value?.layouts.get("title")).toMatchObject({ ground });
});

it("says how wide the template's font runs and how high its lines are, and warns of fonts it does not know", async () => {
  const mapping = "{ file: t.potx, layouts: { content: Titel und Inhalt } }";
  const uses = { content: { ...data, main: "text" } };
  const { value } = await read(german, mapping, uses);
  const regions = value?.layouts.get("content")?.regions;
  // Arial, beside Calibri; the title bold as the house's.
  expect(regions?.get("main")).toMatchObject({ letters: 1.096, lineHeight: 0.9 * 1.15 });
  expect(regions?.get("title")).toMatchObject({ letters: 1.174 / 1.022, lineHeight: 0.9 * 1.15 });
  const other = changed(german, "ppt/theme/theme1.xml", (text) => text.replaceAll("Arial", "Kreisschrift"));
  expect(told(await read(other, mapping, uses))).toEqual(["! template-font-unknown @ t.potx"]);
  const loud = changed(german, "ppt/slideMasters/slideMaster1.xml", (text) =>
    text.replace(
      '<a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="2800" b="1"',
      '<a:spcPts val="5400"/></a:lnSpc><a:buNone/><a:defRPr sz="2800" cap="all" b="1"',
    ),
  );
  expect((await read(loud, mapping, uses)).value?.layouts.get("content")?.regions.get("title")).toMatchObject({
    letters: (1.29 * 1.174) / 1.022,
    lineHeight: 5400 / 2800,
  });
});

it("keeps masters, layouts, theme and table styles, and takes the notes master of the house", async () => {
  const { value } = await read(german, "{ file: t.potx, layouts: { content: Titel und Inhalt } }", { content: title });
  expect(value?.parts.map(({ path }) => path)).toEqual([
    "ppt/slideMasters/slideMaster1.xml",
    ...germanSketch.layouts.map((_, i) => `ppt/slideLayouts/slideLayout${i + 1}.xml`),
    "ppt/theme/theme1.xml",
    "ppt/notesMasters/notesMaster1.xml",
    "ppt/theme/theme2.xml",
    "ppt/tableStyles1.xml",
  ]);
  expect(value?.layouts.get("content")?.path).toBe("ppt/slideLayouts/slideLayout2.xml");
  expect(value?.presentationParts.map(({ target }) => target)).toEqual(["ppt/theme/theme1.xml", "ppt/tableStyles1.xml"]);
  expect(value?.tableStyle).toBe("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}");
  expect(value?.defaultTextStyle?.name).toBe("p:defaultTextStyle");
});

it("keeps a notes master of the template's own, with the size of its pages", async () => {
  const mapping = "{ file: t.potx, layouts: { content: Titel und Inhalt } }";
  expect((await read(german, mapping, { content: title })).value?.notesSize).toEqual(houseTemplate("16:9", {}).notesSize);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const related = changed(german, "ppt/_rels/presentation.xml.rels", (text) =>
    text.replace(
      "</Relationships>",
      `<Relationship Id="rId9" Type="${office}/notesMaster" Target="notesMasters/notesMaster1.xml"/></Relationships>`,
    ),
  );
  const names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const files = new Map([
    ...related,
    ["ppt/notesMasters/notesMaster1.xml", `<p:notesMaster ${names}><p:cSld name="eigen"/></p:notesMaster>`],
    [
      "ppt/notesMasters/_rels/notesMaster1.xml.rels",
      relationshipsXml([{ id: "rId1", type: `${office}/theme`, target: "../theme/theme1.xml" }]),
    ],
  ]);
  const { value } = await read(files, mapping, { content: title });
  expect(value?.notesSize).toEqual({ width: 720, height: 960 });
  const notes = value?.parts.find(({ path }) => path === value.notesMaster);
  expect(notes?.content).toMatchObject({ name: "p:notesMaster", children: [{ attributes: { name: "eigen" } }] });
  // The slide master's theme, which this template has them share.
  expect(notes?.relationships.map(({ target }) => target)).toEqual(["ppt/theme/theme2.xml"]);
});

it("leaves macros and embedded fonts behind, and says so", async () => {
  const macros = changed(german, "ppt/_rels/presentation.xml.rels", (text) =>
    text.replace(
      "</Relationships>",
      '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ),
  );
  const named = changed(macros, "[Content_Types].xml", (text) =>
    text.replace("vnd.openxmlformats-officedocument.presentationml.template.main+xml", "vnd.ms-powerpoint.template.macroEnabled.main+xml"),
  );
  const files = changed(named, "ppt/presentation.xml", (text) =>
    text.replace(
      "<p:defaultTextStyle>",
      '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Kreisschrift"/><p:regular r:id="rId8"/></p:embeddedFont></p:embeddedFontLst><p:defaultTextStyle>',
    ),
  );
  const outcome = await read(new Map([...files, ["ppt/vbaProject.bin", "x"]]), "{ file: t.potx, layouts: { content: Titel und Inhalt } }", {
    content: title,
  });
  expect(told(outcome)).toEqual(["! template-macros @ t.potx", "! template-fonts @ t.potx"]);
  expect(outcome.diagnostics[1]?.message.de).toContain("(Kreisschrift)");
  expect(outcome.value?.parts.some(({ path }) => path.includes("vba"))).toBe(false);
});

it("has no relationship without its part, and no part that nothing refers to", async () => {
  for (const files of [german, small, dark]) {
    const { value } = await read(files, "{ file: t.potx, layouts: { content: Titel und Inhalt, section: CONTENT } }", {});
    const paths = new Set(value?.parts.map(({ path }) => path));
    const targets = new Set(value?.parts.flatMap(({ relationships }) => relationships.map(({ target }) => target)));
    expect([...targets].filter((target) => !paths.has(target))).toEqual([]);
    const roots = new Set([...(value?.masters ?? []), value?.notesMaster, ...(value?.presentationParts.map(({ target }) => target) ?? [])]);
    expect([...paths].filter((path) => !targets.has(path) && !roots.has(path))).toEqual([]);
    for (const part of value?.parts ?? []) {
      if (part.content instanceof Uint8Array) continue;
      const ids = new Set(part.relationships.map(({ id }) => id));
      const used = descendants(part.content, "p:sldLayoutId").map(({ attributes }) => attributes["r:id"] ?? "");
      expect(used.filter((id) => !ids.has(id))).toEqual([]);
    }
  }
});

it("takes a file that a slide of a .pptx stands in, without the slide", async () => {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const slide = "<p:sld/>";
  const files = new Map([
    ...changed(german, "ppt/_rels/presentation.xml.rels", (text) =>
      text.replace("</Relationships>", `<Relationship Id="rId9" Type="${office}/slide" Target="slides/slide1.xml"/></Relationships>`),
    ),
    ["ppt/slides/slide1.xml", slide],
  ]);
  const { value } = await read(files, "{ file: t.pptx, layouts: { content: Titel und Inhalt } }", { content: title });
  expect(value?.parts.some(({ path }) => path.includes("slides/"))).toBe(false);
});
