/** Which colour carries what, so that every kind decides alike. */

import { colours, type ColourName } from "../../theme/tokens.ts";
import type { Category } from "./model.ts";

/** One highlight, the rest calm; the gathered remainder grey. Without a highlight all carry the series' colour. */
export function fillOf(role: Category["role"], colour: ColourName, highlighted: boolean): ColourName {
  if (role === "rest") return "rest";
  return !highlighted || role === "highlight" ? colour : "calm";
}

export function hasHighlight(categories: readonly Category[]): boolean {
  return categories.some((category) => category.role === "highlight");
}

/** Text on a filled shape: white or ink, whichever stands out more. */
export function textOn(fill: ColourName): ColourName {
  return contrast(fill, "on-blue") >= contrast(fill, "ink") ? "on-blue" : "ink";
}

/** Whether small text on a fill can be read at all (WCAG AA): some tones are too light for white and too dark for ink. */
export function legibleOn(fill: ColourName): boolean {
  return contrast(fill, textOn(fill)) >= 4.5;
}

/** WCAG 2 contrast ratio of two tokens, 1 to 21. */
export function contrast(a: ColourName, b: ColourName): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(name: ColourName): number {
  const channel = (at: number): number => {
    const part = Number.parseInt(colours[name].slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** A colour's own name can be set in it where it stands out enough for text; gold has a darker kin for that. */
export function textIn(colour: ColourName): ColourName {
  if (contrast(colour, "ground") >= 4.5) return colour;
  return golden.has(colour) ? "gold-text" : "muted";
}

const golden: ReadonlySet<ColourName> = new Set(["gold", "gold-bright", "series-2"]);
