/** A deck that no build lets pass, made of one that does: too much of everything, and characters that XML cannot hold. */

import type { Block, Deck, Inline, Slide, TableBlock } from "../../deck/model.ts";
import type { Span } from "../../source/source.ts";

/** Control characters, halves of characters, characters that are none; what is between them must stay. */
const hostile = "An\u0000fang\u0008 \ud83dMitte\udc00 \ufffeEnde\uffff \u001b[31mrot\u0085 \u200bnull";

/** @param deck gives the days and data that a deck has; its slides are not taken */
export function swollenDeck(deck: Deck): Deck {
  const [first] = deck.slides;
  if (first === undefined) throw new Error("The deck has no slides.");
  const { span } = first;
  const chart = deck.slides.flatMap(({ regions }) => regions.flatMap(({ blocks }) => blocks)).find(({ kind }) => kind === "chart");
  const slides = [
    slide("vierzig", "Vierzig Punkte", [list(40, span)], span),
    slide("sechzig", "Sechzig Zeilen", [table(60, span)], span),
    slide("zeichen", `Zeichen ${hostile}`, [paragraph(hostile, span), list(2, span, hostile), table(2, span, hostile)], span),
    slide("lang", "Lange Wörter", [paragraph("Donaudampfschifffahrt".repeat(30), span)], span),
    ...(chart === undefined ? [] : [slide("alles", "Alles auf einmal", [list(10, span), chart, chart, table(10, span)], span)]),
  ];
  return { ...deck, id: "swollen", title: `${deck.title} ${hostile}`, author: hostile, slides };
}

function slide(id: string, title: string, blocks: readonly Block[], span: Span): Slide {
  return {
    id,
    layout: "content",
    kicker: text(`${hostile} darüber`),
    title: text(title),
    regions: [{ region: "main", blocks }],
    notes: [paragraph(hostile, span)],
    said: [],
    releases: [],
    sourceLine: text(`Quelle: ${hostile}`),
    footnotes: [hostile],
    span,
  };
}

function text(words: string): readonly Inline[] {
  return [{ kind: "text", text: words }];
}

function paragraph(words: string, span: Span): Block {
  return { kind: "paragraph", content: text(words), span };
}

function list(count: number, span: Span, words: string = "Punkt"): Block {
  const items = Array.from({ length: count }, (_, i) => ({ blocks: [paragraph(`${words} ${i + 1}`, span)] }));
  return { kind: "list", ordered: false, start: 1, items, span };
}

function table(count: number, span: Span, words: string = "Zeile"): TableBlock {
  const columns = ["Name", "Zahl"].map((header) => ({ header: text(header), align: "left" as const }));
  const rows = Array.from({ length: count }, (_, i) => ({ role: "plain" as const, cells: [text(`${words} ${i + 1}`), text(`${i}`)] }));
  return { kind: "table", caption: text(words), columns, rows, rowHeaders: true, span };
}
