/** Where parts of a chart stand: px of its box → fractions. */

import { element, type XmlElement } from "../xml/tree.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Places to the tenth of a px on the widest canvas. */
export function fraction(part: number, whole: number): number {
  return Math.round((part / whole) * 100_000) / 100_000;
}

/** The plot without its axes' texts, inside of the box. */
export function plotLayout(plot: Rect, size: Size): XmlElement {
  const [left, right] = ends(plot.left, plot.right, size.width);
  const [top, bottom] = ends(plot.top, plot.bottom, size.height);
  return layout(
    element("c:layoutTarget", { val: "inner" }),
    element("c:xMode", { val: "edge" }),
    element("c:yMode", { val: "edge" }),
    ...values({ x: fraction(left, size.width), y: fraction(top, size.height) }),
    ...values({ w: fraction(right - left, size.width), h: fraction(bottom - top, size.height) }),
  );
}

/** At least a little, and inside. */
function ends(from: number, to: number, whole: number): readonly [number, number] {
  const least = whole * 0.02;
  const start = Math.max(0, Math.min(from, whole - least));
  return [start, Math.min(whole, Math.max(to, start + least))];
}

/** A title's place by its corner, a legend's with its size. */
export function edgeLayout(corner: { readonly x: number; readonly y: number }, size: Size, own?: Size): XmlElement {
  return layout(
    element("c:xMode", { val: "edge" }),
    element("c:yMode", { val: "edge" }),
    ...values({ x: fraction(corner.x, size.width), y: fraction(corner.y, size.height) }),
    ...(own === undefined ? [] : values({ w: fraction(own.width, size.width), h: fraction(own.height, size.height) })),
  );
}

/** How far a label is from where it would stand by itself, px. */
export function shiftLayout(dx: number, dy: number, size: Size): XmlElement {
  return layout(...values({ x: fraction(dx, size.width), y: fraction(dy, size.height) }));
}

function layout(...children: readonly XmlElement[]): XmlElement {
  return element("c:layout", {}, element("c:manualLayout", {}, ...children));
}

function values(all: Readonly<Record<string, number>>): readonly XmlElement[] {
  return Object.entries(all).map(([name, val]) => element(`c:${name}`, { val }));
}
