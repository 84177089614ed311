/** The foot of a slide: footnotes, sources, date and page number, each in its placeholder. */

import { germanDate } from "../../../data/calendar.ts";
import { linesOf } from "../../../deck/fit-text.ts";
import type { Deck, Slide } from "../../../deck/model.ts";
import type { Box, Ground } from "../../../../theme/layouts.ts";
import { text as scale } from "../../../../theme/tokens.ts";
import type { TemplateLayout, TemplateRegion } from "../template/template.ts";
import type { Item, Paragraph, Run } from "./content.ts";
import { lettersOf, lineOf, textHeightOf, textWidthOf } from "./place-region.ts";
import { runsOf, runsOfText } from "./runs.ts";

export interface Foot {
  readonly items: readonly Item[];
  /** px by which footnotes and sources are higher than their placeholder: it grows upwards by them. */
  readonly rise: number;
}

/** @param ground of a foot in the house's colours; without it the template's own hold */
export function placeFoot(slide: Slide, deck: Deck, layout: TemplateLayout, number: number, ground: Ground | undefined): Foot {
  const source = layout.regions.get("source");
  const paragraphs = footParagraphs(slide, ground);
  const rise = source === undefined ? 0 : Math.max(0, footHeight(slide, source) - textHeightOf(source));
  const items: Item[] = [];
  if (source !== undefined && paragraphs.length > 0) {
    const name = slide.footnotes.length > 0 ? "Fußnoten und Quellen" : "Quellen";
    items.push({ kind: "text", name, region: source, box: risen(source.box, rise), style: "source", paragraphs });
  }
  const date = layout.regions.get("date");
  if (date !== undefined && deck.date !== undefined) {
    const runs = runsOfText(germanDate(deck.date));
    items.push({
      kind: "text",
      name: "Datum",
      region: date,
      box: date.box,
      style: "source",
      paragraphs: [{ role: "plain", level: 0, runs }],
    });
  }
  const page = layout.regions.get("page");
  if (page !== undefined) {
    const paragraph: Paragraph = { role: "field", level: 0, runs: [{ text: `${number}`, field: "slidenum" }] };
    items.push({ kind: "text", name: "Foliennummer", region: page, box: page.box, style: "source", paragraphs: [paragraph] });
  }
  return { items, rise };
}

/** Footnotes, then the line of sources. */
function footParagraphs({ footnotes, sourceLine }: Slide, ground: Ground | undefined): readonly Paragraph[] {
  const sources = runsOf(sourceLine);
  return [...footnotes.map((note) => runsOfText(note)), ground === undefined ? sources : quietLinks(sources, ground)]
    .filter((runs) => runs.length > 0)
    .map((runs) => ({ role: "plain", level: 0, runs }));
}

/**
 * Links in the foot's own colour, as in the browser, and word by word: LibreOffice never breaks within a run that is a link,
 * so that a long one leaves "2024 (" behind and takes a line more than the foot was measured with.
 */
function quietLinks(runs: readonly Run[], ground: Ground): readonly Run[] {
  const colour = ground === "blue" ? "on-blue-muted" : "muted";
  const quiet: Run[] = [];
  for (const run of runs) {
    if (run.link === undefined) quiet.push(run);
    else for (const text of run.text.match(/[^ ]+ ?| /gu) ?? []) quiet.push({ ...run, text, colour });
  }
  return quiet;
}

function footHeight({ footnotes, sourceLine }: Slide, region: TemplateRegion): number {
  const width = textWidthOf(region) / (region.scale * lettersOf(region));
  const notes = footnotes.reduce((sum, text) => sum + linesOf([{ kind: "text", text }], width, scale.source), 0);
  return (notes + (sourceLine.length === 0 ? 0 : linesOf(sourceLine, width, scale.source))) * lineOf(region, scale.source);
}

function risen(box: Box, rise: number): Box {
  return rise === 0 ? box : { ...box, y: box.y - rise, height: box.height + rise };
}
