/** A deck with soft hyphens in all that its charts say: none of them may reach the file. */

import type { Block, Deck, Slide } from "../../deck/model.ts";

/** The fields of charts that people read as words. */
const words: ReadonlySet<string> = new Set(["title", "subtitle", "summary", "keyName", "label", "text"]);

/** Its slides with charts, and of them only the charts. */
export function hyphenatedDeck(deck: Deck): Deck {
  const slides = deck.slides.flatMap((slide): readonly Slide[] => {
    const regions = slide.regions.flatMap(({ region, blocks }) => {
      const charts = blocks.filter(({ kind }) => kind === "chart").map(hyphenated);
      return charts.length === 0 ? [] : [{ region, blocks: charts }];
    });
    return regions.length === 0 ? [] : [{ ...slide, id: hyphenIn(slide.id), regions, notes: [] }];
  });
  return { ...deck, id: "hyphenated", slides };
}

function hyphenated(block: Block): Block {
  return block.kind === "chart" ? { ...block, views: block.views.map((view) => copied(view)) } : block;
}

/** A copy with soft hyphens in all words; figures are kept, since they are known by what they are. */
function copied<T>(value: T): T;
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => copied(each));
  if (typeof value !== "object" || value === null || "origin" in value || "source" in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === "string" && words.has(key) ? hyphenIn(inner) : copied(inner),
    ]),
  );
}

function hyphenIn(text: string): string {
  return text.replace(/\p{L}{2}(?=\p{L}{2})/u, "$&\u00ad");
}
