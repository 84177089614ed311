/** Markdown → outline: what an author wrote, with the place of each part. */

import type { Outcome } from "../source/diagnostic.ts";
import type { Source } from "../source/source.ts";
import type { OutlineSlide } from "./outline.ts";

/** The slides of one file, in order. The same `Source` gives the same objects. */
export function parseSlides(source: Source): Outcome<readonly OutlineSlide[]> {
  throw new Error(`not built yet: ${source.path}`);
}
