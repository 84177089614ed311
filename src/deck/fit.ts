/** How high content stands, by the same measures as `theme/deck.css`. */

import type { LayoutName } from "../../theme/layouts.ts";
import type { Block } from "./model.ts";

/** px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Height in px of blocks set under each other in a column of `width` px, without charts, which take what is left. */
export function heightOf(blocks: readonly Block[], width: number, layout: LayoutName): number {
  throw new Error(`not built yet: ${blocks.length} ${width} ${layout}`);
}

/** The box of each chart among `blocks`: the region's width, and an even share of the height that the other blocks leave. */
export function chartBox(blocks: readonly Block[], region: Size, layout: LayoutName): Size {
  throw new Error(`not built yet: ${blocks.length} ${region.width} ${layout}`);
}
