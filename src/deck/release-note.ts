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

const changed = new WeakMap<Slide, { readonly note: string; readonly slide: Slide }>();

/** The slide of a deck that is not what was released any more; the same for the same slide. */
export function sayingChanged(slide: Slide, state: Released): Slide {
  const note = releaseNote(state);
  if (slide.layout !== "title" || !slide.footnotes.some((footnote) => footnote.includes(note))) return slide;
  const known = changed.get(slide);
  if (known?.note === note) return known.slide;
  const next = { ...slide, footnotes: slide.footnotes.map((footnote) => footnote.replace(note, `${note}${since}`)) };
  changed.set(slide, { note, slide: next });
  return next;
}

/** What stands there besides. */
export function withoutReleaseNote(footnotes: readonly string[], state: Deck["state"]): readonly string[] {
  if (state?.kind !== "released") return footnotes;
  const note = releaseNote(state);
  return footnotes.map((footnote) => footnote.replace(`${note}${since}`, "").replace(note, "").trim()).filter((text) => text !== "");
}
