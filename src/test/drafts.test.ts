/** Drafts as PowerPoint files, written and opened again: on the house's template, and on others. */

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { germanSketch, templateFiles, zipped } from "../targets/pptx/template/corporate-testing.ts";
import { childrenOf, child, descendants, textOf, type XmlElement } from "../targets/pptx/xml/tree.ts";
import { readXml } from "../targets/pptx/xml/read.ts";
import { readZip } from "../targets/pptx/zip/read.ts";
import { inspect } from "./pptx/inspect.ts";
import { readBack } from "./pptx/readback.ts";
import { schemaFaults, validatorMissing } from "./pptx/validator.ts";
import { writtenDeck } from "./pptx/written.ts";
import { repository } from "./repository.ts";

let root = "";
const settings = (): string => join(root, "slides/fall/deck.yaml");
const four = "title: Ein Fall\ndate: 2021-01-15\nauthor: A. Verfasserin\nas_of: 2021-01-01\n";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "stichtag-draft-"));
  for (const folder of ["slides", "data"])
    cpSync(join(repository, "src/test/decks/four-three", folder), join(root, folder), { recursive: true });
  mkdirSync(join(root, "theme"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function written(yaml: string): Promise<Awaited<ReturnType<typeof writtenDeck>>> {
  writeFileSync(settings(), yaml);
  return await writtenDeck(root, "fall");
}

async function partsOf(bytes: Uint8Array, folder: string): Promise<readonly XmlElement[]> {
  const files = await readZip(bytes, { mostBytes: 64 * 1024 * 1024 });
  const chosen = [...files].filter(([path]) => path.startsWith(`ppt/${folder}/`) && path.endsWith(".xml"));
  return chosen.map(([, content]) => readXml(content));
}

/** Places of shapes of a part that say the word, from the lowest; "size" in hundredths of a point. */
function marks(part: XmlElement): readonly { readonly at: number; readonly of: number; readonly size: number; readonly name: string }[] {
  const tree = child(child(part, "p:cSld"), "p:spTree");
  const shapes = (tree === undefined ? [] : childrenOf(tree)).slice(2);
  return shapes.flatMap((shape, at) => {
    if (textOf(shape) !== "ENTWURF") return [];
    const size = Number(descendants(shape, "a:rPr")[0]?.attributes["sz"]);
    return [{ at, of: shapes.length, size, name: descendants(shape, "p:cNvPr")[0]?.attributes["name"] ?? "" }];
  });
}

async function propertiesOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from((await readZip(bytes, { mostBytes: 64 * 1024 * 1024 })).get("docProps/core.xml") ?? []).toString("utf8");
}

async function isSound({ bytes, deck }: Awaited<ReturnType<typeof writtenDeck>>): Promise<void> {
  expect(await inspect(bytes)).toEqual([]);
  expect(await readBack(bytes, deck)).toEqual([]);
  if (validatorMissing() === undefined) expect(await schemaFaults(bytes)).toEqual([]);
}

describe.each(["16:9", "4:3"])("a draft on the house's %s", (canvas) => {
  const yaml = `${four}canvas: "${canvas}"\n`;

  it("has the word in each layout, behind all else, and on no slide", async () => {
    const draft = await written(`${yaml}draft: true\n`);
    await isSound(draft);
    const layouts = await partsOf(draft.bytes, "slideLayouts");
    expect(layouts.length).toBe(9);
    for (const layout of layouts) {
      expect(marks(layout).map(({ at, name }) => [at, name])).toEqual([
        [0, "Entwurf"],
        [1, "Entwurf"],
      ]);
      expect(marks(layout).map(({ size }) => size)).toEqual([canvas === "16:9" ? 17280 : 12960, 1800]);
      const ids = descendants(layout, "p:cNvPr").map(({ attributes }) => attributes["id"]);
      expect(new Set(ids).size).toBe(ids.length);
    }
    for (const folder of ["slides", "slideMasters", "notesSlides"]) {
      for (const part of await partsOf(draft.bytes, folder)) expect(JSON.stringify(part)).not.toContain("ENTWURF");
    }
    const properties = await propertiesOf(draft.bytes);
    expect(properties).toContain("<dc:title>Ein Fall (Entwurf)</dc:title>");
    expect(properties).toContain("<cp:contentStatus>Entwurf</cp:contentStatus>");
    expect(Buffer.from((await written(`${yaml}draft: true\n`)).bytes).equals(Buffer.from(draft.bytes))).toBe(true);
  });

  it("is without a trace of it once it is released", async () => {
    const released = await written(`${yaml}released: { by: A. Verfasserin, on: 2021-02-01 }\n`);
    await isSound(released);
    for (const part of await partsOf(released.bytes, "slideLayouts")) expect(marks(part)).toEqual([]);
    const properties = await propertiesOf(released.bytes);
    expect(properties).toContain("<dc:title>Ein Fall</dc:title>");
    expect(properties).toContain("<cp:contentStatus>Freigegeben</cp:contentStatus>");
    expect(properties).toContain("Freigegeben am 01.02.2021 durch A. Verfasserin");
    const [first] = await partsOf(released.bytes, "slides");
    expect(first && textOf(first)).toContain("Freigegeben am 01.02.2021 durch A. Verfasserin");
  });
});

describe("a draft on a template of one's own", () => {
  const yaml = `${four}canvas: "16:9"\ntemplate: theme/eigen.pptx\n`;

  it("has the word before what fills a layout, in a colour that lets it through", async () => {
    const own = mkdtempSync(join(tmpdir(), "stichtag-draft-"));
    try {
      cpSync(join(repository, "src/test/decks/template-own"), own, { recursive: true });
      mkdirSync(join(own, "theme"));
      writeFileSync(join(own, "theme/kreis.potx"), zipped(templateFiles(germanSketch)));
      appendFileSync(join(own, "slides/fall/deck.yaml"), "\ndraft: true\n");
      const { bytes } = await writtenDeck(own, "fall");
      if (validatorMissing() === undefined) expect(await schemaFaults(bytes)).toEqual([]);
      const layouts = await partsOf(bytes, "slideLayouts");
      expect(layouts.length).toBeGreaterThan(0);
      for (const layout of layouts) {
        expect(marks(layout).map(({ at, of }) => of - at)).toEqual([1]);
        const word = descendants(layout, "p:sp").find((shape) => textOf(shape) === "ENTWURF");
        expect(word && descendants(word, "a:alpha").map(({ attributes }) => attributes["val"])).toEqual(["14000"]);
      }
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  it("that was a draft itself has the word once, and none after the release", async () => {
    const first = await written(`${four}canvas: "16:9"\ndraft: true\n`);
    writeFileSync(join(root, "theme/eigen.pptx"), first.bytes);
    const draft = await written(`${yaml}draft: true\n`);
    await isSound(draft);
    for (const part of await partsOf(draft.bytes, "slideLayouts")) expect(marks(part).length).toBe(1);
    const released = await written(`${yaml}released: { by: A. Verfasserin, on: 2021-02-01 }\n`);
    await isSound(released);
    for (const part of await partsOf(released.bytes, "slideLayouts")) expect(marks(part)).toEqual([]);
  });
});
