/** A chart's own key of colours, where the browser has one or names series beside their segments. */

import { textWidth } from "../../../scene/measure.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { type Drawn, groupOf, textsIn } from "./drawn.ts";
import { edgeLayout, type Size } from "./place.ts";
import { textProperties } from "./text.ts";

/** px, of the type that series are named in. */
const labelSize = 18;
/** Swatch and distances beside each name, as PowerPoint sets them. */
const aside = 38;

/** In one row, or several where they do not fit, from the left edge at `top`. */
export function legendOnTop(names: readonly string[], top: number, size: Size): XmlElement {
  const widths = names.map((name) => textWidth(name, labelSize) * 1.03 + aside);
  const inOne = widths.reduce((sum, width) => sum + width, 0);
  // In several rows, names stand under each other: each takes as much as the widest.
  const perRow = Math.max(1, Math.floor(size.width / Math.max(1, ...widths)));
  const rows = inOne <= size.width ? 1 : Math.ceil(names.length / perRow);
  const width = Math.min(size.width, rows === 1 ? inOne : Math.max(...widths) * perRow);
  return legendXml("t", { x: 0, y: top }, { width, height: rows * labelSize * 1.5 }, size);
}

/** Under each other, right of the plot. */
export function legendAside(names: readonly string[], left: number, middle: number, size: Size): XmlElement {
  const height = names.length * labelSize * 1.5 + 4;
  const width = Math.min(size.width - left, Math.max(0, ...names.map((name) => textWidth(name, labelSize))) * 1.03 + aside);
  return legendXml("r", { x: left, y: Math.max(0, Math.min(size.height - height, middle - height / 2)) }, { width, height }, size);
}

function legendXml(position: "t" | "r", corner: { readonly x: number; readonly y: number }, own: Size, size: Size): XmlElement {
  return element(
    "c:legend",
    {},
    element("c:legendPos", { val: position }),
    edgeLayout(corner, size, own),
    element("c:overlay", { val: false }),
    textProperties({ size: labelSize }),
  );
}

/** Where the key of colours begins, px. */
export function legendTop(drawn: Drawn): number {
  const legend = groupOf(drawn, "legend");
  const first = legend === undefined ? undefined : textsIn(legend)[0];
  return first === undefined ? 0 : first.y - first.size * 1.15;
}
