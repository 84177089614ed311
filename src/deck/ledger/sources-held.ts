/** Holds slides to it that no figure stands there without a source line. */

import { germanDate } from "../../data/calendar.ts";
import { dataOf, type Quantity } from "../../data/figure.ts";
import type { Deck, Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { appearancesOf, placeId } from "./appearances.ts";

/**
 * What is wrong, in words for a test: figures, texts from data and claims shown on a slide whose releases are not in its
 * list, releases in it that nothing shown rests on, and source lines that are lacking or name a provider or day less.
 * Notes have their own list of sources in PowerPoint; slides of the ledger name the sources in its rows.
 */
export function everyFigureHasSource({ slides }: Deck): readonly string[] {
  return slides.filter(({ ledger }) => ledger !== true).flatMap(faultsOf);
}

function faultsOf(slide: Slide): readonly string[] {
  const faults: string[] = [];
  const listed = new Set(slide.releases);
  const rested = new Set<Slide["releases"][number]>();
  for (const { number, role, shown } of appearancesOf(slide).all) {
    if (role === "note") continue;
    const quantity: Quantity = shown.kind === "figure" ? shown.figure : { value: 0, unit: "", origin: shown.origin };
    for (const { release } of dataOf(quantity)) {
      rested.add(release);
      if (!listed.has(release)) faults.push(`${placeId(slide.id, number)}: ${release.dataset} ${release.stichtag} is not listed`);
    }
  }
  for (const release of listed)
    if (!rested.has(release)) faults.push(`${slide.id}: nothing rests on ${release.dataset} ${release.stichtag}`);
  const line = plainText(slide.sourceLine);
  if (rested.size > 0 && line === "") faults.push(`${slide.id}: no source line`);
  // Of many days a shortened line names the first and the last.
  const days = [...new Set([...rested].map(({ stichtag }) => stichtag))].toSorted();
  for (const day of [days[0], days.at(-1)]) {
    if (day !== undefined && !line.includes(germanDate(day))) faults.push(`${slide.id}: the source line does not name ${day}`);
  }
  return faults;
}
