/** What a kind's file gives: a function from its chart and an area to marks. */

import type { Mark } from "../../scene/scene.ts";
import type { Frame } from "../frame.ts";

/** The part of a frame below the subtitle: from `top` to `height`, px. */
export interface Area extends Frame {
  readonly top: number;
}

export interface Drawing {
  readonly marks: readonly Mark[];
  /** What the marks fill, px from the frame's top: more than the area's height where that is too little. */
  readonly height: number;
}

export type Draw<C> = (chart: C, area: Area) => Drawing;
