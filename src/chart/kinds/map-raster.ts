/** Which area of a map lies where, coarsely: to tell how far a lead runs through areas that it does not speak of. */

import type { Outline } from "../polygon.ts";
import type { Lead } from "./map-labels.ts";

export interface Raster {
  /** How many px of a lead lie in areas other than that of the index. */
  readonly foreign: (lead: Lead, own: number) => number;
}

/** Edge of a cell, px: finer than anything that is seen to be crossed. */
const cell = 3;

export function rasterOf(outlines: readonly Outline[]): Raster {
  const left = Math.min(...outlines.map(({ extent }) => extent.left));
  const top = Math.min(...outlines.map(({ extent }) => extent.top));
  const columns = Math.max(1, Math.ceil((Math.max(...outlines.map(({ extent }) => extent.right)) - left) / cell));
  const rows = Math.max(1, Math.ceil((Math.max(...outlines.map(({ extent }) => extent.bottom)) - top) / cell));
  const cells = new Int16Array(columns * rows).fill(-1);
  for (const [index, outline] of outlines.entries()) fill(outline, index);

  /** Between every other crossing of a row with the outline lies the area. */
  function fill({ edges }: Outline, index: number): void {
    const crossings = Array.from({ length: rows }, (): number[] => []);
    for (let i = 0; i < edges.length; i += 4) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]];
      const first = Math.max(0, Math.ceil((Math.min(y1, y2) - top) / cell - 0.5));
      const last = Math.min(rows - 1, Math.ceil((Math.max(y1, y2) - top) / cell - 0.5) - 1);
      for (let row = first; row <= last; row++) {
        const y = top + (row + 0.5) * cell;
        crossings[row]?.push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
      }
    }
    for (const [row, places] of crossings.entries()) {
      places.sort((a, b) => a - b);
      for (let i = 0; i + 1 < places.length; i += 2) {
        const from = Math.max(0, Math.round(((places[i] ?? 0) - left) / cell));
        const to = Math.min(columns, Math.round(((places[i + 1] ?? 0) - left) / cell));
        cells.fill(index, row * columns + from, row * columns + Math.max(from, to));
      }
    }
  }

  function foreign([x1, y1, x2, y2]: Lead, own: number): number {
    const length = Math.hypot(x2 - x1, y2 - y1);
    const steps = Math.max(1, Math.round(length / cell));
    let count = 0;
    for (let i = 0; i <= steps; i++) {
      const column = Math.floor((x1 + ((x2 - x1) * i) / steps - left) / cell);
      const row = Math.floor((y1 + ((y2 - y1) * i) / steps - top) / cell);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const found = cells[row * columns + column] ?? -1;
      if (found >= 0 && found !== own) count++;
    }
    return (count * length) / (steps + 1);
  }

  return { foreign };
}
