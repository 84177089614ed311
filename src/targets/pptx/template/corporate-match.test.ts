/** House layouts and regions on a template's: by name, as mapped, and what is told where it is not certain. */

import { expect, it } from "vitest";
import { data, german, read, regionsOf, small, title, told, type Uses } from "./corporate-reading.ts";
import { changed, type Files, germanSketch, type LayoutSketch, templateFiles } from "./corporate-testing.ts";

it("matches layouts of the same name, whatever their case, and placeholders by type and name", async () => {
  const outcome = await read(small, "t.potx", {
    content: { ...title, kicker: "text", main: "text chart" },
    title: { ...title, main: "text" },
  });
  expect(told(outcome)).toEqual([]);
  expect(regionsOf(outcome, "content")).toEqual({ kicker: "body 20", title: "title", main: "1" });
  expect(regionsOf(outcome, "title")).toEqual({ title: "ctrTitle", main: "subTitle 1" });
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

it.each([
  ["turned", (text: string) => text.replace('<a:xfrm><a:off x="1524000"', '<a:xfrm rot="5400000"><a:off x="1524000"')],
  ["upside down", (text: string) => text.replace('<a:xfrm><a:off x="1524000"', '<a:xfrm flipV="1"><a:off x="1524000"')],
  ["of vertical text", (text: string) => text.replaceAll("<a:bodyPr/>", '<a:bodyPr vert="vert270"/>')],
  ["of turned text", (text: string) => text.replaceAll("<a:bodyPr/>", '<a:bodyPr rot="-5400000"/>')],
  ["vertical", (text: string) => text.replace('<p:ph type="ctrTitle"/>', '<p:ph type="ctrTitle" orient="vert"/>')],
])("takes no placeholder that is %s", async (_, change) => {
  const files = changed(german, "ppt/slideLayouts/slideLayout1.xml", change);
  const place = "{ file: t.potx, layouts: { title: Titelfolie } }";
  expect(told(await read(files, place, { title }))).toEqual(["template-placeholder-turned @ Titelfolie"]);
  const mapped = "{ file: t.potx, layouts: { title: { name: Titelfolie, regions: { title: Titel 1 } } } }";
  expect(told(await read(files, mapped, { title }))).toEqual(["template-placeholder-turned @ Titel 1"]);
});

it("takes what stands straight beside what is turned, also where the master turns it", async () => {
  const files = changed(german, "ppt/slideMasters/slideMaster1.xml", (text) =>
    text.replace('<a:xfrm><a:off x="2438400"', '<a:xfrm rot="16200000"><a:off x="2438400"'),
  );
  const uses: Uses = { content: { ...title, main: "text", source: "text" } };
  expect(told(await read(files, "{ file: t.potx, layouts: { content: Titel und Inhalt } }", uses))).toEqual([
    "template-placeholder-turned @ Titel und Inhalt",
  ]);
  expect(told(await read(files, "{ file: t.potx, regions: { source: none }, layouts: { content: Titel und Inhalt } }", uses))).toEqual([]);
  const columns = changed(german, "ppt/slideLayouts/slideLayout3.xml", (text) =>
    text.replace('<a:xfrm><a:off x="838200"', '<a:xfrm rot="60000"><a:off x="838200"'),
  );
  const one = await read(columns, "{ file: t.potx, layouts: { content: Zwei Inhalte } }", { content: { ...title, main: "text" } });
  expect(told(one)).toEqual([]);
  expect(regionsOf(one, "content")).toMatchObject({ main: "2" });
  const two = await read(columns, "{ file: t.potx, layouts: { two-columns: Zwei Inhalte } }", {
    "two-columns": { ...title, left: "text", right: "text" },
  });
  expect(told(two)).toEqual(["template-placeholder-turned @ Zwei Inhalte", "template-placeholder-turned @ Zwei Inhalte"]);
});
