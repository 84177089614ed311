/** Projected polygons in px: what lies inside, and where a label can stand. */

import type { Extent } from "../scene/marks.ts";

/** Closed rings; a point is inside where an odd number of edges lie to its left. */
export interface Outline {
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly extent: Extent;
}

/** Reads back the path data that d3-geo writes of polygons: `M`, `L` and `Z` with absolute coordinates. */
export function outlineOf(d: string): Outline {
  const rings = d
    .split("Z")
    .filter((ring) => ring !== "")
    .map((ring) =>
      ring
        .slice(1)
        .split("L")
        .map((point): readonly [number, number] => {
          const [x = 0, y = 0] = point.split(",").map(Number);
          return [x, y];
        }),
    );
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { rings, extent: { left, top, right, bottom } };
}

export function inside(outline: Outline, x: number, y: number): boolean {
  let odd = false;
  for (const ring of outline.rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (
        before !== undefined &&
        point[1] > y !== before[1] > y &&
        x < ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0]
      )
        odd = !odd;
      before = point;
    }
  }
  return odd;
}

/** Whether a box lies wholly inside: no edge of the outline enters it, and its middle is inside. */
export function holds(outline: Outline, box: Extent): boolean {
  for (const ring of outline.rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before !== undefined && meets(before, point, box)) return false;
      before = point;
    }
  }
  return inside(outline, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/** Whether a box and the polygon share any point. */
export function touches(outline: Outline, box: Extent): boolean {
  const { left, top, right, bottom } = outline.extent;
  if (box.right < left || box.left > right || box.bottom < top || box.top > bottom) return false;
  return (
    inside(outline, (box.left + box.right) / 2, (box.top + box.bottom) / 2) ||
    outline.rings.some((ring) => ring.some((point, i) => meets(ring.at(i - 1) ?? point, point, box)))
  );
}

/** Whether a stroke passes through a box (Liang and Barsky). */
export function meets(a: readonly [number, number], b: readonly [number, number], box: Extent): boolean {
  if (
    Math.max(a[0], b[0]) < box.left ||
    Math.min(a[0], b[0]) > box.right ||
    Math.max(a[1], b[1]) < box.top ||
    Math.min(a[1], b[1]) > box.bottom
  )
    return false;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, a[0] - box.left],
    [dx, box.right - a[0]],
    [-dy, a[1] - box.top],
    [dy, box.bottom - a[1]],
  ] as const) {
    if (p === 0 && q < 0) return false;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from <= to;
}

/** How far a point is from the nearest edge, px. */
export function clearance(outline: Outline, x: number, y: number): number {
  let least = Infinity;
  for (const ring of outline.rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before !== undefined) {
        const [dx, dy] = [point[0] - before[0], point[1] - before[1]];
        const length = dx * dx + dy * dy;
        const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - before[0]) * dx + (y - before[1]) * dy) / length));
        least = Math.min(least, (x - before[0] - t * dx) ** 2 + (y - before[1] - t * dy) ** 2);
      }
      before = point;
    }
  }
  return Math.sqrt(least);
}

/**
 * The middle at which a label has most room around it inside the outline; `undefined` where it fits nowhere.
 *
 * @param lines the label's boxes about its middle, px
 */
export function roomFor(
  outline: Outline,
  lines: readonly Extent[],
  blocked: (box: Extent) => boolean = () => false,
): readonly [number, number] | undefined {
  const { left, top, right, bottom } = outline.extent;
  const [west, east] = [Math.min(...lines.map((box) => box.left)), Math.max(...lines.map((box) => box.right))];
  const [north, south] = [Math.min(...lines.map((box) => box.top)), Math.max(...lines.map((box) => box.bottom))];
  if (east - west > right - left || south - north > bottom - top) return undefined;
  let best: readonly [number, number] | undefined;
  let most = -1;
  const [stepX, stepY] = [Math.max(2, (right - left - (east - west)) / 16), Math.max(2, (bottom - top - (south - north)) / 16)];
  for (let y = top - north; y <= bottom - south + 0.01; y += stepY) {
    for (let x = left - west; x <= right - east + 0.01; x += stepX) {
      const fits = lines.every((box) => {
        const moved = { left: x + box.left, right: x + box.right, top: y + box.top, bottom: y + box.bottom };
        return holds(outline, moved) && !blocked(moved);
      });
      const room = fits ? clearance(outline, x, y) : -1;
      if (room > most) [best, most] = [[x, y], room];
    }
  }
  return best;
}

/** Points inside the outline, the deepest first. */
export function pointsInside(outline: Outline): readonly (readonly [number, number])[] {
  const { left, top, right, bottom } = outline.extent;
  const found: { readonly point: readonly [number, number]; readonly depth: number }[] = [];
  for (let i = 1; i < 12; i++) {
    for (let j = 1; j < 12; j++) {
      const point: readonly [number, number] = [left + ((right - left) * i) / 12, top + ((bottom - top) * j) / 12];
      if (inside(outline, point[0], point[1])) found.push({ point, depth: clearance(outline, point[0], point[1]) });
    }
  }
  if (found.length === 0) return [outline.rings[0]?.[0] ?? [left, top]];
  return found.toSorted((a, b) => b.depth - a.depth).map((each) => each.point);
}
