import { expect, it } from "vitest";
import { readSettings } from "../../../deck/settings.ts";
import type { Outcome } from "../../../source/diagnostic.ts";
import { toSource } from "../../../source/source.ts";
import { isLayoutName, type LayoutName } from "../../../../theme/layouts.ts";
import { px } from "../units.ts";
import { descendants } from "../xml/tree.ts";
import { readTemplate, type Wanted } from "./corporate.ts";
import {
  changed,
  darkSketch,
  type Files,
  germanSketch,
  type LayoutSketch,
  relationshipsXml,
  smallSketch,
  templateFiles,
  zipped,
} from "./corporate-testing.ts";
import { houseTemplate } from "./house.ts";
import type { RegionUse } from "./corporate-uses.ts";
import type { Template } from "./template.ts";

type Uses = Partial<Record<LayoutName, Readonly<Record<string, string>>>>;

const kindNames = ["text", "chart", "table", "picture"] as const;

/** What a deck with that `template:` wants, each layout with its regions and the kinds of what stands in them. */
function wanted(template: string, uses: Uses): Wanted {
  const { value, diagnostics } = readSettings(toSource("slides/x/deck.yaml", `title: T\ntemplate: ${template}\n`));
  expect(diagnostics).toEqual([]);
  if (value?.template === undefined) throw new Error("no template");
  const layouts = Object.keys(uses)
    .filter(isLayoutName)
    .map((layout) => ({
      layout,
      slides: [`01-${layout}`],
      charts: Object.values(uses[layout] ?? {}).some((kinds) => kinds.includes("chart")) ? [`01-${layout}`] : [],
      regions: new Map(
        Object.entries(uses[layout] ?? {}).map(([region, kinds]): [string, RegionUse] => [
          region,
          { slides: [`01-${layout}`], kinds: new Set(kindNames.filter((kind) => kinds.split(" ").includes(kind))) },
        ]),
      ),
    }));
  return { settings: value.template, canvas: "16:9", uses: layouts };
}

const german = templateFiles(germanSketch);
const small = templateFiles(smallSketch);
const dark = templateFiles(darkSketch);

const read = (files: Files, template: string, uses: Uses): Promise<Outcome<Template>> =>
  readTemplate(zipped(files), wanted(template, uses));

/** Code and place of each diagnostic. */
const told = ({ diagnostics }: Outcome<Template>): readonly string[] =>
  diagnostics.map(
    ({ severity, message, span }) => `${severity === "error" ? "" : "! "}${message.code} @ ${span.source.text.slice(span.start, span.end)}`,
  );

const regionsOf = ({ value }: Outcome<Template>, layout: LayoutName): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...(value?.layouts.get(layout)?.regions ?? [])].map(
      ([
        name,
        {
          placeholder: { type, idx },
        },
      ]) => [name, [type, idx].filter((part) => part !== undefined).join(" ")],
    ),
  );

const title = { title: "text" };
const data = { ...title, source: "text", page: "text" };

it("matches layouts of the same name, whatever their case, and placeholders by type and name", async () => {
  const outcome = await read(small, "t.potx", {
    content: { ...title, kicker: "text", main: "text chart" },
    title: { ...title, main: "text" },
  });
  expect(told(outcome)).toEqual([]);
  expect(regionsOf(outcome, "content")).toEqual({ kicker: "body 20", title: "title", main: "1" });
  expect(regionsOf(outcome, "title")).toEqual({ title: "ctrTitle", main: "subTitle 1" });
});

it("takes boxes, sizes and bullets from the layout, else from its master", async () => {
  const { value } = await read(small, "t.potx", { content: { ...title, kicker: "text", main: "text" } });
  expect(value?.size).toEqual({ width: 960, height: 540 });
  const regions = value?.layouts.get("content")?.regions;
  expect(regions?.get("main")).toEqual({
    name: "main",
    kind: "content",
    box: { x: 48, y: px(1200151), width: 864, height: px(3394472) },
    textWidth: 864 - 19.2,
    textHeight: px(3394472) - 9.6,
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

it("matches as mapped, and two columns from left to right", async () => {
  const outcome = await read(
    german,
    "{ file: t.potx, regions: { kicker: none }, layouts: { title: Titelfolie, content: titel und INHALT, two-columns: Zwei Inhalte } }",
    {
      title: { ...title, main: "text", kicker: "text" },
      content: { ...data, main: "text table picture", date: "text", kicker: "text" },
      "two-columns": { ...data, left: "text", right: "chart" },
    },
  );
  expect(told(outcome)).toEqual([]);
  expect(regionsOf(outcome, "title")).toEqual({ title: "ctrTitle", main: "subTitle 1", source: "ftr 11" });
  expect(regionsOf(outcome, "content")).toEqual({ title: "title", main: "1", source: "ftr 11", page: "sldNum 12", date: "dt 10" });
  expect(regionsOf(outcome, "two-columns")).toEqual({
    title: "title",
    left: "1",
    right: "2",
    source: "ftr 11",
    page: "sldNum 12",
    date: "dt 10",
  });
});

it("maps placeholders by their names", async () => {
  const outcome = await read(
    german,
    "{ file: t.potx, layouts: { two-columns: { name: Vergleich, regions: { kicker: Textplatzhalter 2, left: Inhaltsplatzhalter 5, right: INHALTSPLATZHALTER 3, source: none } } } }",
    { "two-columns": { ...data, kicker: "text", left: "text", right: "text" } },
  );
  expect(told(outcome)).toEqual([]);
  expect(regionsOf(outcome, "two-columns")).toEqual({
    kicker: "body 1",
    title: "title",
    left: "4",
    right: "2",
    page: "sldNum 12",
    date: "dt 10",
  });
});

it("leaves to a region the placeholder that the others leave", async () => {
  const mapping = "{ file: t.potx, layouts: { map: { name: Zwei Inhalte, regions: { map: Inhaltsplatzhalter 3 } } } }";
  expect(regionsOf(await read(german, mapping, { map: { ...data, map: "text", side: "text" } }), "map")).toMatchObject({
    map: "2",
    side: "1",
  });
});

it("needs nothing that no slide uses", async () => {
  const outcome = await read(german, "{ file: t.potx, layouts: { section: Nur Titel, map: Gibt es nicht } }", { section: title });
  expect(told(outcome)).toEqual([]);
  expect(regionsOf(outcome, "section")).toEqual({ title: "title", source: "ftr 11" });
});

it.each<[string, string, Uses, readonly string[]]>([
  [
    "no layout of that name",
    "t.potx",
    { content: title, map: title },
    ["template-layout-unmatched @ t.potx", "template-layout-unmatched @ t.potx"],
  ],
  [
    "a mapped layout that is not there",
    "{ file: t.potx, layouts: { content: Titel und Inhat } }",
    { content: title },
    ["template-layout-unknown @ Titel und Inhat"],
  ],
  [
    "no place for the kicker",
    "{ file: t.potx, layouts: { content: Titel und Inhalt } }",
    { content: { ...title, kicker: "text" } },
    ["template-region-unmatched @ Titel und Inhalt"],
  ],
  ["no title", "{ file: t.potx, layouts: { content: Leer } }", { content: title }, ["template-title-unmatched @ Leer"]],
  [
    "no place for content",
    "{ file: t.potx, layouts: { content: Nur Titel } }",
    { content: { ...title, main: "text" } },
    ["template-content-unmatched @ Nur Titel"],
  ],
  [
    "two places for one region",
    "{ file: t.potx, layouts: { content: Zwei Inhalte } }",
    { content: { ...title, main: "text" } },
    ["template-content-unmatched @ Zwei Inhalte"],
  ],
  [
    "four places for two regions",
    "{ file: t.potx, layouts: { two-columns: Vergleich } }",
    { "two-columns": { ...title, left: "text", right: "text" } },
    ["template-content-unmatched @ Vergleich", "template-content-unmatched @ Vergleich"],
  ],
  [
    "text for a place of pictures",
    "{ file: t.potx, layouts: { content: Bild mit Überschrift } }",
    { content: { ...title, main: "picture text" } },
    ["template-placeholder-kind @ Bild mit Überschrift"],
  ],
  [
    "placeholders that are not there, unfit, or taken",
    "{ file: t.potx, layouts: { two-columns: { name: Zwei Inhalte, regions: { title: Inhaltsplatzhalter 2, left: Inhaltsplatzhalter 9, source: Inhaltsplatzhalter 3, right: Inhaltsplatzhalter 3, page: Titel 1 } } } }",
    { "two-columns": { ...data, left: "text", right: "text" } },
    [
      "template-placeholder-unfit @ Inhaltsplatzhalter 2",
      "template-placeholder-unknown @ Inhaltsplatzhalter 9",
      "template-placeholder-twice @ Inhaltsplatzhalter 3",
      "template-placeholder-unfit @ Titel 1",
    ],
  ],
  [
    "a shared placeholder that one layout lacks",
    "{ file: t.potx, regions: { kicker: Textplatzhalter 2 }, layouts: { content: Titel und Inhalt } }",
    { content: { ...title, kicker: "text" } },
    ["template-placeholder-unknown @ Textplatzhalter 2"],
  ],
])("tells %s", async (_, template, uses, expected) => {
  const outcome = await read(german, template, uses);
  expect(told(outcome)).toEqual(expected);
  expect(outcome.value).toBeUndefined();
});

it("says what is there, the nearest name, and what to write", async () => {
  const outcome = await read(german, "{ file: t.potx, layouts: { content: Titel und Inhat, map: Titel und Inhalt } }", {
    content: title,
    map: { ...title, kicker: "text" },
    chart: title,
  });
  expect(outcome.diagnostics.map(({ message }) => message.en)).toEqual([
    "The template has no layout “Titel und Inhat”. Is “Titel und Inhalt” meant? It has “Titelfolie”, “Titel und Inhalt”, “Zwei Inhalte”, “Nur Titel”, “Vergleich”, “Bild mit Überschrift”, “Leer”.",
    "The template's layout “Titel und Inhalt” has no placeholder “kicker” for `kicker` (layout map, slide 01-map). It has “Titel 1” (title), “Inhaltsplatzhalter 2” (content), “Datumsplatzhalter 3” (date), “Fußzeilenplatzhalter 4” (footer), “Foliennummernplatzhalter 5” (slide number). Map one, or none where it may be left out: layouts: { map: { name: Titel und Inhalt, regions: { kicker: none } } }",
    "The template has no layout “chart” (slide 01-chart). It has “Titelfolie”, “Titel und Inhalt”, “Zwei Inhalte”, “Nur Titel”, “Vergleich”, “Bild mit Überschrift”, “Leer”. Map one of them, under template: layouts: chart: <name of the layout>",
  ]);
});

const with2 = (...layouts: readonly LayoutSketch[]): Files => templateFiles({ ...germanSketch, layouts });

it("tells what is ambiguous: layouts and placeholders of one name, two footers, columns that are rows", async () => {
  const footers: LayoutSketch = {
    name: "content",
    shapes: [
      { name: "Titel 1", type: "title" },
      { name: "Inhalt", idx: 1 },
      { name: "Fuß 1", type: "ftr", idx: 2 },
      { name: "Fuß 2", type: "ftr", idx: 3 },
    ],
  };
  const twins: LayoutSketch = {
    name: "chart",
    shapes: [
      { name: "Titel 1", type: "title" },
      { name: "Platz", idx: 1 },
      { name: "Platz", idx: 2 },
    ],
  };
  const rows: LayoutSketch = {
    name: "two-columns",
    shapes: [
      { name: "Titel 1", type: "title" },
      { name: "oben", idx: 1, box: [0, 0, 9000000, 1000000] },
      { name: "unten", idx: 2, box: [0, 2000000, 9000000, 1000000] },
    ],
  };
  const files = with2(footers, { ...footers, name: "MAP" }, { ...footers, name: "Map" }, twins, rows);
  const outcome = await read(files, "{ file: t.potx, layouts: { chart: { regions: { main: Platz } } } }", {
    content: { ...title, main: "text", source: "text" },
    map: title,
    chart: { ...title, main: "text" },
    "two-columns": { ...title, left: "text", right: "text" },
  });
  expect(told(outcome)).toEqual([
    "template-placeholder-ambiguous @ t.potx",
    "template-layout-ambiguous @ t.potx",
    "template-placeholder-ambiguous @ Platz",
    "template-content-unclear @ t.potx",
    "template-content-unclear @ t.potx",
  ]);
});

it("does not put text into the one of two places that is for charts", async () => {
  const files = with2({
    name: "chart-text",
    shapes: [
      { name: "Titel 1", type: "title" },
      { name: "Links", type: "body", idx: 1, box: [0, 0, 4000000, 1000000] },
      { name: "Rechts", type: "chart", idx: 2, box: [5000000, 0, 4000000, 1000000] },
    ],
  });
  const uses: Uses = { "chart-text": { ...title, chart: "chart", text: "text" } };
  expect(told(await read(files, "t.potx", uses))).toEqual(["template-content-unclear @ t.potx", "template-content-unclear @ t.potx"]);
  const mapped = await read(files, "{ file: t.potx, layouts: { chart-text: { regions: { chart: Rechts } } } }", uses);
  expect(told(mapped)).toEqual([]);
  expect(regionsOf(mapped, "chart-text")).toEqual({ title: "title", chart: "chart 2", text: "body 1" });
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
