/** The Vite plugin: hooks only; what they do stands in the files beside it. */

import type { Plugin } from "vite";
import type { IsoDate } from "../data/figure.ts";

export interface StichtagOptions {
  /** Folder with `slides/`, `data/` and `theme/`; default: Vite's root. */
  readonly root?: string;
  /** Ids of the decks to build; default all. */
  readonly decks?: readonly string[];
  /** Overrides `as_of` of every deck: a day, or "latest". */
  readonly asOf?: IsoDate;
}

/** Builds the decks of a project to one file each, and serves them with live updates. */
export function stichtag(options: StichtagOptions = {}): Plugin {
  return { name: "stichtag", api: options };
}
