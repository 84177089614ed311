/** A place that a value would fill, had the office given one: a dashed outline with the symbol that stands for it. */

import { centredBaseline, circle, rect, text } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";

/** Around its middle. */
export function gapBox(x: number, y: number, width: number, height: number, symbol: string, size: number): readonly Mark[] {
  return [
    rect("gap", x - width / 2, y - height / 2, width, height, { fill: "none", stroke: "rest", strokeWidth: 1, dash: "4 3" }),
    text("value", x, centredBaseline(y, 1, size), symbol, { size, weight: "bold", anchor: "middle", fill: "muted" }),
  ];
}

/** Where there is no room for the symbol. */
export function gapDot(x: number, y: number): Mark {
  return circle("gap", x, y, 2.5, { fill: "ground", stroke: "muted", strokeWidth: 1.2 });
}
