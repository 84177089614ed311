/** How a released deck says so on its slides of layout `title`. */

import { germanDate } from "../data/calendar.ts";
import type { Deck, Released, ReleasedDeck, Slide } from "./model.ts";

const since = ", seither geändert";

export function releaseNote({ by, on }: Released): string {
  return `Freigegeben am ${germanDate(on)} durch ${by}`;
}

/** With what has become of it: a deck that is not what was released says so. */
export function stateNote(state: ReleasedDeck): string {
  return `${releaseNote(state)}${isChanged(state) ? since : ""}`;
}

/** Whether the deck says something else than when it was released; unknown without a fingerprint, and then it is not. */
export function isChanged({ fingerprint, now }: ReleasedDeck): boolean {
  return fingerprint !== undefined && fingerprint !== now;
}

/** The slide of a deck that is not what was released any more. */
export function sayingChanged(slide: Slide, state: Released): Slide {
  return saying(slide, releaseNote(state), `${releaseNote(state)}${since}`);
}

/** The slide of a deck that is not released after all. */
export function sayingNothing(slide: Slide, state: Released): Slide {
  return saying(slide, releaseNote(state), "");
}

const said = new WeakMap<Slide, { readonly words: string; readonly slide: Slide }>();

/** With other words in place of the note; the same slide for the same one. */
function saying(slide: Slide, note: string, words: string): Slide {
  if (slide.layout !== "title" || !slide.footnotes.some((footnote) => footnote.includes(note))) return slide;
  const known = said.get(slide);
  if (known?.words === words) return known.slide;
  const footnotes = slide.footnotes.map((footnote) => footnote.replace(note, words).trim()).filter((text) => text !== "");
  const next = { ...slide, footnotes };
  said.set(slide, { words, slide: next });
  return next;
}

/** What stands there besides. */
export function withoutReleaseNote(footnotes: readonly string[], state: Deck["state"]): readonly string[] {
  if (state?.kind !== "released") return footnotes;
  const note = releaseNote(state);
  return footnotes.map((footnote) => footnote.replace(`${note}${since}`, "").replace(note, "").trim()).filter((text) => text !== "");
}
