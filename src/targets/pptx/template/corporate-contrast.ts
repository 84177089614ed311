/** Text that stands out too little in a template's colours, reckoned with the colours that its theme gives. */

import type { FaintText, SchemeColourUse } from "../../../source/messages/pptx-template-colours.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import { childrenOf, type XmlElement } from "../xml/tree.ts";
import { colour } from "./colour.ts";
import type { ColourMap, Palette } from "./corporate-colours.ts";
import type { Pairing } from "./corporate-pairings.ts";

/** @param background "RRGGBB" */
export function faintOf(pairings: readonly Pairing[], palette: Palette, background: string): readonly FaintText[] {
  return pairings.flatMap(({ text, on, large }): readonly FaintText[] => {
    const front = rgbOf(colour(text), palette);
    const back = on === "background" ? channelsOf(background) : rgbOf(colour(on), palette);
    if (front === undefined || back === undefined) return [];
    const [ratio, wanted] = [contrast(front, back), large ? 3 : 4.5];
    if (ratio >= wanted) return [];
    return [{ text: nameOf(text, palette), on: on === "background" ? on : nameOf(on, palette), ratio, wanted }];
  });
}

function nameOf(token: ColourName, palette: Palette): SchemeColourUse {
  const element = colour(token);
  const name = element.attributes["val"] ?? "";
  const [base, own] = [channelsOf(palette.get(name) ?? ""), rgbOf(element, palette)];
  if (element.children.length === 0 || base === undefined || own === undefined) return { name, change: "none" };
  return { name, change: luminance(own) > luminance(base) ? "lighter" : "darker" };
}

/** Red, green, blue, each from 0 to 1. */
type Rgb = readonly [number, number, number];

/** The colour of `a:srgbClr` or `a:schemeClr` as "RRGGBB"; of others, or where the theme lacks it, nothing. */
export function hexOf(element: XmlElement, palette: Palette, map: ColourMap): string | undefined {
  const rgb = rgbOf(element, palette, map);
  return rgb
    ?.map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}

const noMap: ColourMap = new Map();

function rgbOf({ name, attributes, children }: XmlElement, palette: Palette, map: ColourMap = noMap): Rgb | undefined {
  const { val = "" } = attributes;
  const base = channelsOf(name === "a:schemeClr" ? (palette.get(map.get(val) ?? val) ?? "") : name === "a:srgbClr" ? val : "");
  if (base === undefined || children.length === 0) return base;
  return rgbOfHsl(childrenOf({ name, attributes, children }).reduce(changed, hslOf(base)));
}

type Hsl = readonly [hue: number, saturation: number, lightness: number];

/** In the order in which the changes stand, as PowerPoint reckons. */
function changed([h, s, l]: Hsl, { name, attributes }: XmlElement): Hsl {
  const value = Number(attributes["val"]);
  switch (name) {
    case "a:hueOff":
      return [h + value / 60_000, s, l];
    case "a:satMod":
      return [h, within((s * value) / 100_000), l];
    case "a:lumMod":
      return [h, s, within((l * value) / 100_000)];
    case "a:lumOff":
      return [h, s, within(l + value / 100_000)];
    default:
      return [h, s, l];
  }
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function channelsOf(hex: string): Rgb | undefined {
  const number = Number.parseInt(hex, 16);
  return /^[\da-f]{6}$/i.test(hex) ? [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255] : undefined;
}

function hslOf([r, g, b]: Rgb): Hsl {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const [l, range] = [(most + least) / 2, most - least];
  if (range === 0) return [0, 0, l];
  const sixth = most === r ? (g - b) / range : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [(sixth * 60 + 360) % 360, range / (1 - Math.abs(2 * l - 1)), l];
}

function rgbOfHsl([h, s, l]: Hsl): Rgb {
  const channel = (turn: number): number => {
    const k = (((turn + h / 30) % 12) + 12) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

/** As of WCAG 2. */
function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(part: number): number {
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
