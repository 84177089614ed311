/** Chart → scene. */

import type { Scene } from "../scene/scene.ts";
import type { Frame } from "./frame.ts";
import type { Chart } from "./model.ts";

export { canvasType, type Frame, phoneType } from "./frame.ts";

/**
 * Draws a chart into a box, its subtitle on top. Where the box is too low for labels at their size, the scene is as
 * high as it must be, and so higher than the frame: {@link minimumHeight} tells beforehand.
 */
export function layoutChart(_chart: Chart, frame: Frame): Scene {
  return { width: frame.width, height: frame.height, marks: [] };
}

/** The least height, px, at which the chart can be drawn in that width with nothing lost or overlapping. */
export function minimumHeight(_chart: Chart, _frame: Omit<Frame, "height">): number {
  return 0;
}
