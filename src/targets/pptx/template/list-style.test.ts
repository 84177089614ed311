import { describe, expect, it } from "vitest";
import { figureNumbers } from "../../../../theme/blocks.ts";
import { space, text } from "../../../../theme/tokens.ts";
import { child, childrenOf, type XmlElement } from "../xml/tree.ts";
import { listStyle } from "./list-style.ts";

function sizes(style: XmlElement): readonly number[] {
  return childrenOf(style).map((level) => Number(child(level, "a:defRPr")?.attributes["sz"]) / 75);
}

function indents(style: XmlElement): readonly number[] {
  return childrenOf(style).map(({ attributes }) => Number(attributes["marL"]) / 9525);
}

describe("a list style", () => {
  it("has nine levels of lists, each an indent farther in than the one before", () => {
    const style = listStyle("body", "plain");
    expect(childrenOf(style).map(({ name }) => name)).toEqual(Array.from({ length: 9 }, (_, i) => `a:lvl${i + 1}pPr`));
    expect(indents(style)).toEqual(Array.from({ length: 9 }, (_, i) => (i + 1) * space.indent));
    expect(sizes(style)).toEqual([text.body.size, ...Array.from({ length: 8 }, () => text.second.size)]);
    for (const level of childrenOf(style)) {
      expect(Number(level.attributes["indent"]) / 9525).toBe(-space.indent);
      expect(child(level, "a:buChar")).toBeDefined();
    }
  });

  it("has the number of a key figure, its label and its details", () => {
    expect(sizes(listStyle("number", "plain"))).toEqual([figureNumbers.medium.size, text.caption.size, text.source.size]);
  });

  it("has no bullet where text is no list", () => {
    for (const style of ["title", "kicker", "number", "caption", "source"] as const) {
      for (const level of childrenOf(listStyle(style, "blue"))) {
        expect(level.attributes["indent"], style).toBe("0");
        expect(child(level, "a:buNone"), style).toBeDefined();
        expect(child(level, "a:buChar"), style).toBeUndefined();
      }
    }
  });
});
