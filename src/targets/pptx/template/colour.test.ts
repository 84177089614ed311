import { hsl, rgb } from "d3-color";
import { describe, expect, it } from "vitest";
import { type ColourName, colours } from "../../../../theme/tokens.ts";
import { child, childrenOf, type XmlElement } from "../xml/tree.ts";
import { colour, fill, scheme } from "./colour.ts";

const names = Object.keys(colours).filter((name): name is ColourName => name in colours);

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** PowerPoint's arithmetic, one change after the other, each result within what there is (LibreOffice does not turn hues past 360°). */
function shown(element: XmlElement): string {
  const base = Object.entries(scheme).find(([slot]) => slot === element.attributes["val"]);
  let { h, s, l } = hsl(colours[base?.[1] ?? "ink"]);
  for (const change of childrenOf(element)) {
    const value = Number(change.attributes["val"]);
    expect(Number.isInteger(value), change.name).toBe(true);
    if (change.name === "a:hueOff") h = Math.min(360, Math.max(0, h + value / 60_000));
    else if (change.name === "a:satMod") s = within((s * value) / 100_000);
    else if (change.name === "a:lumMod") l = within((l * value) / 100_000);
    else if (change.name === "a:lumOff") l = within(l + value / 100_000);
    else throw new Error(change.name);
  }
  return hsl(h, s, l).formatHex();
}

describe("a token's colour by the theme", () => {
  it.each(names)("%s is what PowerPoint shows", (name) => {
    const element = colour(name);
    expect(element.name).toBe("a:schemeClr");
    const [wanted, got] = [rgb(colours[name]), rgb(shown(element))];
    for (const channel of ["r", "g", "b"] as const) {
      expect(Math.abs(wanted[channel] - got[channel]), `${name} ${channel}`).toBeLessThanOrEqual(1);
    }
  });

  it("is the scheme's own where the scheme holds it", () => {
    for (const [slot, name] of Object.entries(scheme))
      expect(colour(name)).toEqual({ name: "a:schemeClr", attributes: { val: slot }, children: [] });
  });

  it("fills", () => {
    expect(child(fill("muted"), "a:schemeClr")).toEqual(colour("muted"));
  });
});
