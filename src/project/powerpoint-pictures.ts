/** The pictures of a deck and of the brand, as PowerPoint files need them. */

import type { Deck } from "../deck/model.ts";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { spanOf, toSource } from "../source/source.ts";
import type { Picture } from "../targets/pptx/slide/context.ts";
import { picturesOf } from "./census.ts";
import { goodPicture } from "./pages.ts";
import { isPicture, readPicture } from "./picture-file.ts";
import { placeIn } from "./pictures.ts";
import type { Project } from "./read.ts";

/**
 * The pictures of a deck by their address; without value where PowerPoint would not show one as it is.
 *
 * @throws ReadError where a picture has gone meanwhile
 */
export function picturesFor(project: Project, deck: Deck): Outcome<ReadonlyMap<string, Picture>> {
  const report: Diagnostic[] = [];
  const pictures = new Map<string, Picture>();
  for (const slide of deck.slides) {
    for (const address of new Set(picturesOf(slide))) {
      const entry = pictures.has(address) ? undefined : goodPicture(project, address);
      if (entry === undefined) continue;
      const picture = readPicture(entry);
      if (isPicture(picture)) pictures.set(address, picture);
      else report.push(error(placeIn(slide, address), picture));
    }
  }
  return { value: report.length === 0 ? pictures : undefined, diagnostics: report };
}

/** `theme/brand/logo.…` with an ending of that form, if there is one. */
export function brandPicture(project: Project, ending: RegExp): Outcome<Picture> {
  for (const address of project.files.keys()) {
    const entry = address.startsWith("theme/brand/logo.") && ending.test(address) ? goodPicture(project, address) : undefined;
    if (entry === undefined) continue;
    const picture = readPicture(entry);
    if (isPicture(picture)) return { value: picture, diagnostics: [] };
    return { value: undefined, diagnostics: [error(spanOf(toSource(address, ""), 0, 0), picture)] };
  }
  return { value: undefined, diagnostics: [] };
}
