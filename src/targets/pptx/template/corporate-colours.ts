/** Whether text of a template is light on dark: then what the house sets in its own ink would not be seen. */

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

/** @param fill `a:solidFill` of the text; without one it is in the colour of text */
export function isLight(fill: XmlElement | undefined, map: ColourMap, palette: Palette): boolean {
  const direct = fill && descendants(fill, "a:srgbClr")[0]?.attributes["val"];
  const name = (fill && descendants(fill, "a:schemeClr")[0]?.attributes["val"]) ?? "tx1";
  const rgb = direct ?? palette.get(map.get(name) ?? name);
  return rgb !== undefined && luminance(rgb) > 0.5;
}

/** Relative luminance as of WCAG, without its gamma: enough to tell white from ink. */
function luminance(rgb: string): number {
  const channel = (at: number): number => (Number.parseInt(rgb.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}
