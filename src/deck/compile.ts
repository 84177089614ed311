/** Sources and data → deck. */

import type { Geometry } from "../data/geometry.ts";
import type { Data } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import type { Outcome } from "../source/diagnostic.ts";
import type { Source } from "../source/source.ts";
import type { Deck } from "./model.ts";

export interface CompileInput {
  /** The deck's id: its folder's name. */
  readonly id: string;
  /** `deck.yaml`. */
  readonly settings: Source;
  /** The Markdown files in the order of the deck. */
  readonly slides: readonly Source[];
  readonly data: Data;
  /** By name, as `map:` of a chart names it. */
  readonly geometry: ReadonlyMap<string, Geometry>;
  /** Paths of all pictures, relative to the project, e.g. "slides/mut/logo.png". */
  readonly pictures: ReadonlySet<string>;
  /** Overrides `as_of` of the settings: a day, or "latest". */
  readonly asOf?: IsoDate;
  /** Day of knowledge: revisions made known later are not seen. */
  readonly knownOn?: IsoDate;
}

/** The deck, or all that is wrong with it. `value` is `undefined` if there is any error. */
export function compileDeck(input: CompileInput): Outcome<Deck> {
  throw new Error(`not built yet: ${input.id}`);
}
