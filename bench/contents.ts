/** What the slides of a deck hold as PowerPoint shows them, as plain values: the floor is given them found and placed. */

import { writeFileSync } from "node:fs";
import type { Chart } from "../src/chart/model.ts";
import type { Deck } from "../src/deck/model.ts";
import { compileDecks } from "../src/project/output.ts";
import type { Item, Paragraph } from "../src/targets/pptx/slide/content.ts";
import { itemsOf } from "../src/targets/pptx/slide/arrange.ts";
import { plainText } from "../src/targets/html/inline.ts";
import { houseTemplate } from "../src/targets/pptx/template/house.ts";
import { notesOf } from "../src/targets/pptx/notes/paragraphs.ts";
import { notesRoomOf } from "../src/targets/pptx/notes/room.ts";

/** Compiles the one deck of a project and writes what it holds to a file. */
export async function writeContents(root: string, path: string): Promise<void> {
  const { decks } = await compileDecks({ root });
  const [deck] = decks;
  if (deck === undefined) throw new Error(`The deck in ${root} does not compile.`);
  writeFileSync(path, JSON.stringify({ slides: slidesOf(deck) }));
}

function slidesOf(deck: Deck): readonly object[] {
  const template = houseTemplate(deck.canvas, {});
  return deck.slides.map((slide, index) => {
    const items = itemsOf(slide, deck, template, index + 1).value ?? [];
    const [title, ...others] = items;
    return {
      title: title?.kind === "text" ? textOf(title.paragraphs) : "",
      texts: others.flatMap((item) => (item.kind === "text" ? [{ box: item.box, paragraphs: paragraphsOf(item.paragraphs) }] : [])),
      tables: items.flatMap(tableOf),
      charts: items.flatMap(chartOf),
      notes: textOf(notesOf(slide, notesRoomOf(template))),
    };
  });
}

function paragraphsOf(paragraphs: readonly Paragraph[]): readonly object[] {
  return paragraphs.map(({ role, runs }) => ({ text: runs.map(({ text }) => text).join(""), bullet: role === "list" }));
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
}

function tableOf(item: Item): readonly object[] {
  if (item.kind !== "table") return [];
  const { columns, rows } = item.table;
  return [{ box: item.box, rows: [columns.map(({ header }) => plainText(header)), ...rows.map(({ cells }) => cells.map(plainText))] }];
}

function chartOf(item: Item): readonly object[] {
  const chart: Chart | undefined = item.kind === "chart" ? item.block.views[0]?.chart : undefined;
  if (chart?.kind !== "bar" && chart?.kind !== "column") return [];
  const { categories, series, kind } = chart;
  const values = series[0]?.values.map(({ value }) => value) ?? [];
  return [{ box: item.box, kind, labels: categories.map(({ label }) => label), values }];
}
