/** Fills and lines by the theme's colours. */

import type { Paint } from "../../../scene/scene.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import { emu } from "../units.ts";
import { fill } from "../template/colour.ts";
import { element, type XmlElement } from "../xml/tree.ts";

/** `a:solidFill` or `a:noFill`. */
export function fillOf(name: ColourName | "none" | undefined, opacity: number | undefined): XmlElement {
  return name === undefined || name === "none" ? element("a:noFill") : withAlpha(fill(name), opacity);
}

/** `a:ln`; no line is said too, so that no theme's style brings one. */
export function lineOf({ stroke, strokeWidth = 1, dash }: Paint, opacity: number | undefined): XmlElement {
  if (stroke === undefined || strokeWidth === 0) return element("a:ln", {}, element("a:noFill"));
  const preset = dash === undefined ? undefined : element("a:prstDash", { val: presetOf(dash, strokeWidth) });
  return element("a:ln", { w: emu(strokeWidth) }, withAlpha(fill(stroke), opacity), preset, element("a:round"));
}

/** A solid fill seen through: its colour with `a:alpha`. @param opacity 0 to 1 */
export function withAlpha(solid: XmlElement, opacity: number | undefined): XmlElement {
  if (opacity === undefined || opacity >= 1) return solid;
  const alpha = element("a:alpha", { val: Math.round(Math.max(0, opacity) * 100_000) });
  return {
    ...solid,
    children: solid.children.map((node) => (typeof node === "string" ? node : { ...node, children: [...node.children, alpha] })),
  };
}

/** The presets of one dash and one gap, in widths of the line. */
const presets: readonly (readonly [name: string, dash: number, gap: number])[] = [
  ["sysDot", 1, 1],
  ["dot", 1, 3],
  ["sysDash", 3, 1],
  ["dash", 4, 3],
  ["lgDash", 8, 3],
];

/** The preset whose dashes and gaps are most like those of an SVG dash array. */
export function presetOf(dash: string, width: number): string {
  const [on = 1, off = on] = dash.split(/[\s,]+/).map(Number);
  const [length, gap] = [on / width, off / width];
  const unlike = ([, a, b]: (typeof presets)[number]): number => Math.hypot(Math.log(length / a), Math.log(gap / b));
  return presets.reduce((best, each) => (unlike(each) < unlike(best) ? each : best))[0];
}
