/** Which of the theme's two pairs a template's text is set in: in the light colours on dark, or in the dark ones on light. */

import { child, childrenOf, descendants, type XmlElement } from "../xml/tree.ts";

/** "RRGGBB" by the theme's names: dk1, lt1, dk2, lt2, accent1 … */
export type Palette = ReadonlyMap<string, string>;

/** The theme's names by the names that text uses: tx1 → dk1. */
export type ColourMap = ReadonlyMap<string, string>;

export function paletteOf(theme: XmlElement | undefined): Palette {
  const scheme = child(child(theme, "a:themeElements"), "a:clrScheme");
  return new Map(
    (scheme === undefined ? [] : childrenOf(scheme)).flatMap((entry): readonly [string, string][] => {
      const value = childrenOf(entry)[0];
      const rgb = value?.name === "a:sysClr" ? value.attributes["lastClr"] : value?.attributes["val"];
      return rgb === undefined ? [] : [[entry.name.slice(2), rgb]];
    }),
  );
}

export function colourMapOf(map: XmlElement | undefined): ColourMap {
  return new Map(Object.entries(map?.attributes ?? {}));
}

/**
 * Whether text is set in the theme's light colours, by their names: some themes call white dark, and what is set in dk1
 * is light there as all text is.
 *
 * @param fill `a:solidFill` of the text; without one it is in the colour of text
 */
export function isLight(fill: XmlElement | undefined, map: ColourMap, palette: Palette): boolean {
  const direct = fill && descendants(fill, "a:srgbClr")[0]?.attributes["val"];
  const name = (fill && descendants(fill, "a:schemeClr")[0]?.attributes["val"]) ?? "tx1";
  const slot = map.get(name) ?? name;
  if (direct === undefined && (slot === "lt1" || slot === "lt2")) return true;
  if (direct === undefined && (slot === "dk1" || slot === "dk2")) return false;
  const own = luminance(direct ?? palette.get(slot));
  const [light, dark] = [luminance(palette.get("lt1")), luminance(palette.get("dk1"))];
  return Math.abs(own - light) < Math.abs(own - dark);
}

/** Relative luminance as of WCAG, with a plain gamma: enough to tell white from ink. Of nothing that of black. */
function luminance(rgb: string = "000000"): number {
  const channel = (at: number): number => (Number.parseInt(rgb.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}
