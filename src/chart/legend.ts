/** A key of colours, where labels cannot stand beside what they name. */

import type { ColourName } from "../../theme/tokens.ts";
import { group, leading, rect, text } from "../scene/marks.ts";
import { breakLines, textWidth } from "../scene/measure.ts";
import type { Mark } from "../scene/scene.ts";

export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly colour: ColourName;
}

/** One row of swatches and labels, running on into further rows; `height` with the distance to what follows. */
export function legend(
  items: readonly LegendItem[],
  top: number,
  width: number,
  size: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const swatch = Math.round(size * 0.75);
  const gap = Math.round(size * 0.5);
  const row = Math.round(size * 1.5);
  const marks: Mark[] = [];
  let x = 0;
  let y = top;
  for (const item of items) {
    const lines = breakLines(item.label, width - swatch - gap, size);
    const extent = swatch + gap + Math.max(...lines.map((each) => textWidth(each, size)));
    if (x > 0 && x + extent > width) {
      x = 0;
      y += row;
    }
    const [left, baseline] = [x, y + size * 0.85];
    marks.push(
      group(`key:${item.key}`, [
        rect("swatch", left, baseline - swatch + 1, swatch, swatch, { fill: item.colour }),
        ...lines.map((each, i) => text(`label:${i}`, left + swatch + gap, baseline + i * leading(size), each, { size })),
      ]),
    );
    x += extent + Math.round(size * 1.4);
    y += (lines.length - 1) * leading(size);
  }
  return { marks, height: items.length === 0 ? 0 : y + row + Math.round(size * 0.5) - top };
}
