/**
 * The tokens' colours by the theme's names: a scheme colour, changed in hue, saturation and lightness where no name holds
 * the very colour, so that a partner who changes the theme recolours everything.
 */

import { type ColourName, colours } from "../../../../theme/tokens.ts";
import { element, type XmlElement } from "../xml/tree.ts";

/** The theme's colours that content takes; `theme.ts` has links' besides. */
export type SchemeColour = "dk1" | "lt1" | "dk2" | "lt2" | "accent1" | "accent2" | "accent3" | "accent4" | "accent5" | "accent6";

export const scheme: Readonly<Record<SchemeColour, ColourName>> = {
  dk1: "ink",
  lt1: "ground",
  dk2: "blue",
  lt2: "silver",
  accent1: "series-1",
  accent2: "series-2",
  accent3: "series-3",
  accent4: "series-4",
  accent5: "series-5",
  accent6: "series-6",
};

/**
 * What each colour is a shade of: text and lines of the text's, data in one hue of the first accent. The warning's red is
 * a turn of the gold, since the scheme has no red.
 */
const bases = {
  ink: "dk1",
  muted: "dk1",
  ground: "lt1",
  silver: "lt2",
  line: "lt2",
  blue: "dk2",
  "blue-deep": "dk2",
  calm: "dk2",
  gold: "accent2",
  "gold-bright": "accent2",
  "gold-text": "accent2",
  draft: "accent2",
  "draft-on-blue": "dk2",
  red: "accent2",
  "on-blue": "lt1",
  "on-blue-muted": "dk2",
  rest: "dk1",
  "series-1": "accent1",
  "series-2": "accent2",
  "series-3": "accent3",
  "series-4": "accent4",
  "series-5": "accent5",
  "series-6": "accent6",
  "map-1": "accent1",
  "map-2": "accent1",
  "map-3": "accent1",
  "map-4": "accent1",
  "map-5": "accent1",
  "map-6": "accent1",
} as const satisfies Record<ColourName, SchemeColour>;

const schemeColours = new Map<ColourName, XmlElement>();

/** `a:schemeClr`; the same element for the same name. */
export function colour(name: ColourName): XmlElement {
  const known = schemeColours.get(name);
  if (known) return known;
  const base = bases[name];
  const made = element("a:schemeClr", { val: base }, ...changes(hsl(colours[scheme[base]]), hsl(colours[name])));
  schemeColours.set(name, made);
  return made;
}

/** `a:solidFill` of that colour. */
export function fill(name: ColourName): XmlElement {
  return element("a:solidFill", {}, colour(name));
}

/** Hue in degrees; saturation and lightness from 0 to 1. */
interface Hsl {
  readonly h: number;
  readonly s: number;
  readonly l: number;
}

/**
 * Lighter is a step on the way to white and darker one on the way to black (as in PowerPoint's own palette), so that the
 * change does the like to any other base.
 */
function changes(from: Hsl, to: Hsl): readonly XmlElement[] {
  const grey = to.s === 0;
  const lighter = (1 - to.l) / (1 - from.l);
  const lightness = to.l > from.l ? { lumMod: lighter, lumOff: 1 - lighter } : { lumMod: to.l / from.l, lumOff: 0 };
  const saturation = grey || from.s === 0 ? 1 : to.s / from.s;
  // Not by the shorter way round: LibreOffice stops at 0° and 360°.
  const turn = grey ? 0 : to.h - from.h;
  return [
    Math.abs(turn) < 0.05 ? undefined : element("a:hueOff", { val: Math.round(turn * 60_000) }),
    percentage("a:satMod", saturation, 1),
    percentage("a:lumMod", lightness.lumMod, 1),
    percentage("a:lumOff", lightness.lumOff, 0),
  ].filter((change) => change !== undefined);
}

/** In thousandths of a per cent, nothing where it changes nothing. */
function percentage(name: string, value: number, neutral: number): XmlElement | undefined {
  return Math.abs(value - neutral) < 0.000_005 ? undefined : element(name, { val: Math.round(value * 100_000) });
}

function hsl(hex: string): Hsl {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const l = (most + least) / 2;
  const range = most - least;
  if (range === 0) return { h: 0, s: 0, l };
  const sixth = most === r ? (g - b) / range : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return { h: (sixth * 60 + 360) % 360, s: range / (1 - Math.abs(2 * l - 1)), l };
}
