/** Projected polygons in px: what lies inside, and where a label can stand. */

import type { Extent } from "../scene/marks.ts";

/** A polygon's edges; a point is inside where an odd number of them lie to its left. */
export interface Outline {
  /** x1, y1, x2, y2 of each edge, ring after ring. */
  readonly edges: Float64Array;
  /** Where in `edges` each ring begins. */
  readonly rings: readonly number[];
  readonly extent: Extent;
  /** Points inside on an even grid, the deepest first. Worked out once, when first asked for. */
  readonly points: () => readonly InnerPoint[];
}

export interface InnerPoint {
  readonly x: number;
  readonly y: number;
  /** Distance from the nearest edge, px. */
  readonly depth: number;
}

/**
 * Reads back the path data that d3-geo writes of polygons: `M`, `L` and `Z` with absolute coordinates.
 *
 * @param gridLines across the extent, each way, at whose crossings room is looked for
 */
export function outlineOf(d: string, gridLines = 32): Outline {
  const edges: number[] = [];
  const rings: number[] = [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of d.split("Z")) {
    if (ring === "") continue;
    const points = ring.slice(1).split("L");
    rings.push(edges.length);
    let [beforeX, beforeY] = toPoint(points.at(-1) ?? "");
    for (const point of points) {
      const [x, y] = toPoint(point);
      edges.push(beforeX, beforeY, x, y);
      [beforeX, beforeY] = [x, y];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const extent = { left, top, right, bottom };
  const table = Float64Array.from(edges);
  let points: readonly InnerPoint[] | undefined;
  return { edges: table, rings, extent, points: () => (points ??= gridOf(table, extent, gridLines)) };
}

/** The same polygon at another scale and place: `x * scale + dx`. Its points are those of the first, moved. */
export function moved(outline: Outline, scale: number, dx: number, dy: number): Outline {
  const { left, top, right, bottom } = outline.extent;
  const extent = { left: left * scale + dx, top: top * scale + dy, right: right * scale + dx, bottom: bottom * scale + dy };
  const edges = outline.edges.map((value, i) => value * scale + (i % 2 === 0 ? dx : dy));
  let points: readonly InnerPoint[] | undefined;
  const movedPoints = (): readonly InnerPoint[] =>
    (points ??= outline.points().map(({ x, y, depth }) => ({ x: x * scale + dx, y: y * scale + dy, depth: depth * scale })));
  return { edges, rings: outline.rings, extent, points: movedPoints };
}

/** SVG path data, with one decimal. */
export function pathOf(outline: Outline): string {
  let d = "";
  for (const [ring, start] of outline.rings.entries()) {
    const end = outline.rings[ring + 1] ?? outline.edges.length;
    for (let i = start; i < end; i += 4) {
      d += `${i === start ? "M" : "L"}${Math.round((outline.edges[i] ?? 0) * 10) / 10},${Math.round((outline.edges[i + 1] ?? 0) * 10) / 10}`;
    }
    d += "Z";
  }
  return d;
}

function toPoint(text: string): readonly [number, number] {
  const comma = text.indexOf(",");
  return [Number(text.slice(0, comma)), Number(text.slice(comma + 1))];
}

function gridOf(edges: Float64Array, extent: Extent, gridLines: number): readonly InnerPoint[] {
  const found: InnerPoint[] = [];
  for (let i = 1; i < gridLines; i++) {
    for (let j = 1; j < gridLines; j++) {
      const x = extent.left + ((extent.right - extent.left) * i) / gridLines;
      const y = extent.top + ((extent.bottom - extent.top) * j) / gridLines;
      const depth = depthAt(edges, x, y);
      if (depth > 0) found.push({ x, y, depth });
    }
  }
  return found.length === 0 ? [{ x: edges[0] ?? 0, y: edges[1] ?? 0, depth: 0 }] : found.toSorted((a, b) => b.depth - a.depth);
}

/** How far a point inside is from the nearest edge; 0 outside. */
function depthAt(edges: Float64Array, x: number, y: number): number {
  let inside = false;
  let least = Infinity;
  for (let i = 0; i < edges.length; i += 4) {
    const x1 = edges[i] ?? 0;
    const y1 = edges[i + 1] ?? 0;
    const dx = (edges[i + 2] ?? 0) - x1;
    const dy = (edges[i + 3] ?? 0) - y1;
    if (y1 > y !== y1 + dy > y && x < (dx * (y - y1)) / dy + x1) inside = !inside;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
    const ex = x - x1 - t * dx;
    const ey = y - y1 - t * dy;
    const distance = ex * ex + ey * ey;
    if (distance < least) least = distance;
  }
  return inside ? Math.sqrt(least) : 0;
}

/** Whether a box lies wholly inside: no edge enters it, and its middle is inside. */
export function holds(outline: Outline, box: Extent): boolean {
  return !entered(outline.edges, box) && depthAt(outline.edges, (box.left + box.right) / 2, (box.top + box.bottom) / 2) > 0;
}

/** Whether a box and the polygon share any point. */
export function touches(outline: Outline, box: Extent): boolean {
  const { left, top, right, bottom } = outline.extent;
  if (box.right < left || box.left > right || box.bottom < top || box.top > bottom) return false;
  return entered(outline.edges, box) || depthAt(outline.edges, (box.left + box.right) / 2, (box.top + box.bottom) / 2) > 0;
}

function entered(edges: Float64Array, box: Extent): boolean {
  const { left, top, right, bottom } = box;
  for (let i = 0; i < edges.length; i += 4) {
    const x1 = edges[i] ?? 0;
    const x2 = edges[i + 2] ?? 0;
    if ((x1 < left && x2 < left) || (x1 > right && x2 > right)) continue;
    const y1 = edges[i + 1] ?? 0;
    const y2 = edges[i + 3] ?? 0;
    if ((y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)) continue;
    if (meets(x1, y1, x2, y2, box)) return true;
  }
  return false;
}

/** Whether a stroke passes through a box: an end lies in it, or the box's corners are not all on one side of the stroke. */
export function meets(x1: number, y1: number, x2: number, y2: number, box: Extent): boolean {
  const { left, top, right, bottom } = box;
  if (Math.max(x1, x2) < left || Math.min(x1, x2) > right || Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) return false;
  if (x1 >= left && x1 <= right && y1 >= top && y1 <= bottom) return true;
  const side = (x: number, y: number): boolean => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0;
  const first = side(left, top);
  return side(right, top) !== first || side(left, bottom) !== first || side(right, bottom) !== first;
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
): InnerPoint | undefined {
  const { left, top, right, bottom } = outline.extent;
  const width = Math.max(...lines.map((box) => box.right)) - Math.min(...lines.map((box) => box.left));
  const height = Math.max(...lines.map((box) => box.bottom)) - Math.min(...lines.map((box) => box.top));
  if (width > right - left || height > bottom - top) return undefined;
  const fits = (x: number, y: number): boolean =>
    lines.every((box) => {
      const at = { left: x + box.left, right: x + box.right, top: y + box.top, bottom: y + box.bottom };
      return holds(outline, at) && !blocked(at);
    });
  // No label fits about a point that is nearer to an edge than a good part of its own half height.
  const least = Math.min(width, height) * 0.3;
  const deep = outline.points().filter(({ depth }) => depth >= least);
  return deep.find(({ x, y }) => fits(x, y));
}
