/** Decks for tests, made by hand. */

import type { Figure, Missing } from "../../data/figure.ts";
import type { Block, Deck, Inline, Slide } from "../../deck/model.ts";
import { type Span, spanOf, toSource } from "../../source/source.ts";

export const span: Span = spanOf(toSource("slides/test/01-test.md", ""), 0, 0);

export function words(text: string): readonly Inline[] {
  return [{ kind: "text", text }];
}

export function paragraph(...content: readonly Inline[]): Block {
  return { kind: "paragraph", content, span };
}

export function figure(value: number | Missing, text: string): Figure {
  return { value, text, unit: "Personen", format: "number", origin: { kind: "literal", span }, span };
}

export function list(...items: readonly (readonly Block[])[]): Block {
  return { kind: "list", ordered: false, start: 1, items: items.map((blocks) => ({ blocks })), span };
}

export function slideOf(blocks: readonly Block[], fields: Partial<Slide> = {}): Slide {
  return {
    id: "01-test",
    layout: "content",
    kicker: [],
    title: words("Titel"),
    regions: blocks.length === 0 ? [] : [{ region: "main", blocks }],
    notes: [],
    said: [],
    releases: [],
    sourceLine: [],
    footnotes: [],
    span,
    ...fields,
  };
}

export function deckOf(slides: readonly Slide[], fields: Partial<Deck> = {}): Deck {
  return { id: "test", title: "Probe", language: "de", asOf: "2017-08-07", canvas: "16:9", slides, ...fields };
}

/** Tags and their attributes as a list: what a browser sees of the structure, without the text between. */
export function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => tag);
}

/** The text between the tags, as a browser shows it. */
export function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  return html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
