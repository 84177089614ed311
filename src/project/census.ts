/** What stands on the slides of a finished deck, and how much. */

import { visitSlide } from "../deck/figures.ts";
import type { Deck, Slide } from "../deck/model.ts";

/** What a build tells of a deck. */
export interface Census {
  readonly slides: number;
  /** Numbers shown or noted, each place counted: in text, in tables, as key figures and in charts. */
  readonly figures: number;
  readonly charts: number;
}

interface SlideCensus {
  readonly figures: number;
  readonly charts: number;
  /** Addresses of the pictures. */
  readonly pictures: readonly string[];
}

const counted = new WeakMap<Slide, SlideCensus>();

export function censusOf(deck: Deck): Census {
  let figures = 0;
  let charts = 0;
  for (const slide of deck.slides) {
    // What the slides of the ledger show has been counted where it stands.
    if (slide.ledger === true) continue;
    const found = countSlide(slide);
    figures += found.figures;
    charts += found.charts;
  }
  return { slides: deck.slides.length, figures, charts };
}

/** Addresses of the pictures on a slide. */
export function picturesOf(slide: Slide): readonly string[] {
  return countSlide(slide).pictures;
}

function countSlide(slide: Slide): SlideCensus {
  const known = counted.get(slide);
  if (known !== undefined) return known;
  let figures = 0;
  let charts = 0;
  const pictures: string[] = [];
  visitSlide(slide, {
    figure: () => void figures++,
    chartBlock: () => void charts++,
    image: ({ address }) => void pictures.push(address),
  });
  const census = { figures, charts, pictures };
  counted.set(slide, census);
  return census;
}
