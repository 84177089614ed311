/** The frame that a chart's first view is drawn in, the same for the check that it fits, for native charts and for drawings. */

import { type Frame, slideFrame } from "../../../chart/frame.ts";
import type { ChartItem } from "./content.ts";

/**
 * As on the browser's slide, room for the switch between views included: what is drawn there already is not drawn again,
 * and a map keeps its labels where they are.
 */
export function chartFrame({ block, box }: Pick<ChartItem, "block" | "box">): Frame {
  return slideFrame(block, box);
}
