/** How a deck that is a draft is called, where its title stands for it: windows, tabs, properties of files. */

import type { Deck } from "./model.ts";

export function isDraft({ state }: Pick<Deck, "state">): boolean {
  return state?.kind === "draft";
}

/** "Zuwanderung 2025 (Entwurf)" */
export function titleWithState(deck: Pick<Deck, "title" | "state">): string {
  return isDraft(deck) ? `${deck.title} (Entwurf)` : deck.title;
}
