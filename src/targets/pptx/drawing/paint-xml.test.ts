import { describe, expect, test } from "vitest";
import { descendants } from "../xml/tree.ts";
import { fillOf, lineOf, presetOf } from "./paint-xml.ts";

describe("paint", () => {
  test("says that there is no fill and no line, so that no style brings one", () => {
    expect(fillOf(undefined, undefined).name).toBe("a:noFill");
    expect(fillOf("none", 0.5).name).toBe("a:noFill");
    expect(lineOf({}, undefined).children).toMatchObject([{ name: "a:noFill" }]);
  });

  test("is the theme's colour, seen through as far as the drawing's", () => {
    const [colour] = descendants(fillOf("map-3", 0.25), "a:schemeClr");
    expect(colour?.attributes["val"]).toBe("accent1");
    expect(colour?.children.at(-1)).toMatchObject({ name: "a:alpha", attributes: { val: "25000" } });
    // The same colour is asked for again and again: what is done to one may not be done to all.
    expect(descendants(fillOf("map-3", undefined), "a:alpha")).toEqual([]);
  });

  test("draws lines in px, dashes as the preset that is most like them", () => {
    const line = lineOf({ stroke: "rest", strokeWidth: 1.5, dash: "4 3" }, undefined);
    expect(line.attributes["w"]).toBe("14288");
    expect(descendants(line, "a:prstDash").map((dash) => dash.attributes["val"])).toEqual(["dash"]);
    expect(["2 2", "2 6", "6 2", "8 6", "16 6"].map((dash) => presetOf(dash, 2))).toEqual(["sysDot", "dot", "sysDash", "dash", "lgDash"]);
  });
});
