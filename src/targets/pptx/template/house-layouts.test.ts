import { describe, expect, it } from "vitest";
import { metrics } from "../../../../theme/fonts/metrics.ts";
import { layoutOf } from "../../../../theme/layouts.ts";
import { colours, measure, text, type TextStyle } from "../../../../theme/tokens.ts";
import { child, childrenOf, descendants, type XmlElement } from "../xml/tree.ts";
import { backgroundOf, boxOf, chainOf, contrast, everyLayout, level, said, saidChild, shown, templateOf } from "./house-testing.ts";

describe.each(everyLayout)("%s %s", (canvas, name) => {
  const layout = layoutOf(name, canvas);
  const filled = layout.regions.filter(({ kind }) => !["wordmark", "logo", "claim"].includes(kind));

  it("has a placeholder for each region, at its place", () => {
    const template = templateOf(canvas);
    const regions = template.layouts.get(name)?.regions;
    const dated = layout.ground === "plain" ? ["date"] : [];
    expect([...(regions?.keys() ?? [])].toSorted()).toEqual([...filled.map((region) => region.name), ...dated].toSorted());
    for (const { name: region, x, y, width, height } of filled) {
      const { own, from } = chainOf(template, name, region);
      expect(boxOf(own) ?? boxOf(from), region).toMatchObject({ x, y, width, height });
      expect(regions?.get(region)?.box, region).toEqual({ x, y, width, height });
    }
  });

  it("sets text as the tokens say, on both sides", () => {
    const template = templateOf(canvas);
    const blue = layout.ground === "blue";
    const wanted: Readonly<Record<string, readonly [TextStyle, keyof typeof colours]>> = {
      title: blue ? [text.display, "on-blue"] : [text.title, "blue"],
      kicker: [text.kicker, blue ? "on-blue-muted" : "muted"],
      content: blue ? [text.lead, "on-blue"] : [text.body, "ink"],
      source: [text.source, blue ? "on-blue-muted" : "muted"],
      page: [text.source, "muted"],
    };
    for (const { name: region, kind } of filled) {
      const [style, colour] = wanted[kind] ?? [text.source, "red"];
      const levels = level(chainOf(template, name, region), 1);
      const runs = levels.map((from) => child(from, "a:defRPr")).filter((found) => found !== undefined);
      expect(Number(said(runs, "sz")) / 75, region).toBe(style.size);
      expect(said(runs, "b"), region).toBe(style.weight === 700 ? "1" : "0");
      expect(said(runs, "lang"), region).toBe("de-DE");
      expect(shown(template, saidChild(runs, "a:solidFill")), region).toBe(colours[colour]);
      const spacing = Number(child(saidChild(levels, "a:lnSpc"), "a:spcPct")?.attributes["val"]) / 100_000;
      const natural = ((metrics.ascent + metrics.descent) / metrics.unitsPerEm) * style.size;
      expect(spacing * natural, region).toBeCloseTo(style.line, 2);
    }
  });

  it("says where its text has bullets, and keeps it as narrow as one can read", () => {
    const template = templateOf(canvas);
    for (const { name: region, width, kind } of filled) {
      const chain = chainOf(template, name, region);
      const first = level(chain, 1)
        .flatMap((from) => childrenOf(from))
        .find((at) => at.name === "a:buNone" || at.name === "a:buChar");
      const given = template.layouts.get(name)?.regions.get(region);
      expect(given?.bullets, region).toBe(first?.name === "a:buChar");
      const bodies = [chain.own, chain.from].flatMap((shape) => descendants(shape, "a:bodyPr"));
      const inset = Number(said(bodies, "rIns")) / 9525;
      expect(width - inset, region).toBe(kind === "content" ? Math.min(width, measure) : width);
      expect(given?.textWidth ?? width, region).toBe(width - inset);
    }
  });

  it("repeats nothing that its master says", () => {
    const template = templateOf(canvas);
    for (const region of template.layouts.get(name)?.regions.keys() ?? []) {
      const { own, from, styles } = chainOf(template, name, region);
      const [mine, theirs] = [boxOf(own), boxOf(from)];
      if (mine) expect(mine, region).not.toEqual(theirs);
      for (const list of descendants(own, "a:lstStyle").flatMap((style) => childrenOf(style))) {
        const above = [descendants(from, "a:lstStyle")[0], styles]
          .map((style) => child(style, list.name))
          .filter((found) => found !== undefined);
        expectNothingRepeated(list, above, `${region} ${list.name}`);
      }
      const [mineBody, theirBody] = [own, from].map((shape) => descendants(shape, "a:bodyPr")[0]);
      for (const [key, value] of Object.entries(mineBody?.attributes ?? {})) expect(value, key).not.toBe(theirBody?.attributes[key]);
    }
  });

  it("has contrast on its ground for text of every level, and for bullets", () => {
    const template = templateOf(canvas);
    const ground = backgroundOf(template, name);
    expect(ground).toBe(layout.ground === "blue" ? colours.blue : colours.ground);
    for (const { name: region } of filled) {
      const chain = chainOf(template, name, region);
      for (let n = 1; n <= 9; n += 1) {
        const levels = level(chain, n);
        const runs = levels.map((from) => child(from, "a:defRPr")).filter((found) => found !== undefined);
        if (runs.length === 0) continue;
        expect(contrast(shown(template, saidChild(runs, "a:solidFill")), ground), `${region} ${n}`).toBeGreaterThanOrEqual(4.5);
        const bullet = saidChild(levels, "a:buClr");
        if (bullet) expect(contrast(shown(template, bullet), ground), `${region} ${n} bullet`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

function expectNothingRepeated(own: XmlElement, above: readonly XmlElement[], where: string): void {
  for (const [key, value] of Object.entries(own.attributes)) expect(value, `${where} ${key}`).not.toBe(said(above, key));
  for (const node of childrenOf(own)) {
    const inherited = above.map((from) => child(from, node.name)).filter((found) => found !== undefined);
    if (node.name === "a:defRPr") expectNothingRepeated(node, inherited, `${where} run`);
    else expect(node, `${where} ${node.name}`).not.toEqual(inherited[0]);
  }
}
