/** One slide as HTML: a `<section>` for reveal.js, and an ordinary part of a document without it. */

import type { Deck, Slide } from "../../deck/model.ts";
import { type Assets, noAssets } from "./assets.ts";

/** The slide as one `<section>`. The same text for the same slide, place, canvas and assets, so that it is made once. */
export function renderSlide(slide: Slide, deck: Deck, assets: Assets = noAssets): string {
  throw new Error(`not built yet: ${slide.id} ${deck.id} ${assets.images.size}`);
}
