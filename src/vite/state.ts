/** The states of a deck while it is being edited, and what leads from one to another. Pure values: nothing can go stale. */

import type { Update } from "../client/live/protocol.ts";
import { isDraft, titleWithState } from "../deck/draft.ts";
import type { Deck } from "../deck/model.ts";
import type { Assets } from "../targets/html/assets.ts";
import { sourcesOf } from "../targets/html/ask.ts";
import { renderSlide } from "../targets/html/slide.ts";

export interface DeckState {
  readonly deck: Deck;
  readonly assets: Assets;
  /** From 1; counts the states that differ. */
  readonly version: number;
  /** In the order of the deck, by slide id. */
  readonly sections: ReadonlyMap<string, Section>;
  /** What answers of all slides lead to, as JSON. */
  readonly sources: { readonly json: string; readonly version: number };
  /** Versions in which the order of slides, and the frame of the page, last changed. */
  readonly ordered: number;
  readonly framed: number;
}

interface Section {
  readonly html: string;
  /** The version in which it last changed. */
  readonly version: number;
}

/** The state after a deck has been compiled anew. @returns `previous` itself where nothing is to be seen of it */
export function advance(previous: DeckState | undefined, deck: Deck, assets: Assets): DeckState {
  const version = (previous?.version ?? 0) + 1;
  const sections = new Map<string, Section>();
  let changed = false;
  for (const slide of deck.slides) {
    const html = renderSlide(slide, deck, assets);
    const before = previous?.sections.get(slide.id);
    const same = before !== undefined && before.html === html;
    changed ||= !same;
    sections.set(slide.id, same ? before : { html, version });
  }
  const json = JSON.stringify(sourcesOf(deck));
  const sources = previous?.sources.json === json ? previous.sources : { json, version };
  if (previous === undefined) return { deck, assets, version, sections, sources, ordered: version, framed: version };
  const reordered = !sameKeys(previous.sections, sections);
  const reframed =
    previous.deck.canvas !== deck.canvas || previous.deck.language !== deck.language || isDraft(previous.deck) !== isDraft(deck);
  if (!changed && !reordered && !reframed && sources === previous.sources && previous.deck.title === deck.title) return previous;
  return {
    deck,
    assets,
    version,
    sections,
    sources,
    ordered: reordered ? version : previous.ordered,
    framed: reframed ? version : previous.framed,
  };
}

/** What a page at version `from` needs. */
export function updateSince(state: DeckState, run: string, from: number): Update {
  const sections: { readonly id: string; readonly html: string }[] = [];
  for (const [id, { html, version }] of state.sections) if (version > from) sections.push({ id, html });
  return {
    deck: state.deck.id,
    run,
    from,
    version: state.version,
    title: titleWithState(state.deck),
    reload: state.framed > from,
    sections,
    ...(state.sources.version > from && { sources: state.sources.json }),
    ...(state.ordered > from && { order: [...state.sections.keys()] }),
  };
}

function sameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  const keys = [...b.keys()];
  return a.size === b.size && [...a.keys()].every((key, index) => key === keys[index]);
}
