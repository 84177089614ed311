/** What a partner finds in a drawing: every area, node and word once, lines that hold on, nothing that is not the theme's. */

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canvasType, layoutChart } from "../../../chart/layout.ts";
import type { Chart, HubChart, MapChart, PartsChart } from "../../../chart/model.ts";
import { reading } from "../../../chart/reading.ts";
import { charts } from "../../../chart/testing/arbitrary.ts";
import { decree, networks, quota } from "../../../chart/testing/briefing.ts";
import { base, category, figure, span } from "../../../chart/testing/make.ts";
import { textsOf as sceneTexts } from "../../../chart/testing/inspect.ts";
import { breakLines } from "../../../scene/measure.ts";
import type { Scene } from "../../../scene/scene.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import type { ChartItem } from "../slide/content.ts";
import { emu, emuPerPx } from "../units.ts";
import { child, childrenOf, descendants, textOf, type XmlElement } from "../xml/tree.ts";
import { drawingGroup } from "./group.ts";
import { tidy } from "./names.ts";
import { parsePath } from "./path.ts";
import { frameOf, isDecorative, looseEnds, nameOf, number, properties, shapesOf } from "./testing.ts";

const box = { x: 72, y: 200, width: 1136, height: 392 };

function itemOf(chart: Chart, size: { readonly width: number; readonly height: number } = box): ChartItem {
  const views = [{ label: "", chart }];
  return { kind: "chart", name: "Diagramm", box: { ...box, ...size }, block: { kind: "chart", views, span } };
}

function draw(chart: Chart, size?: { readonly width: number; readonly height: number }): XmlElement {
  let last = 1;
  const part = { path: "ppt/slides/slide1.xml", relate: () => "rId1", nextId: () => ++last };
  return drawingGroup(itemOf(chart, size), { part });
}

function sceneOf(chart: Chart, size: { readonly width: number; readonly height: number } = box): Scene {
  return layoutChart(chart, { ...size, ...canvasType });
}

function glued(root: XmlElement): number {
  return descendants(root, "a:stCxn").length + descendants(root, "a:endCxn").length;
}

/** Letters in any order: a drawing breaks words as it must. */
function letters(texts: readonly string[]): string {
  return Array.from(texts.join("").replace(/[\s\u00ad\u2010\u2011-]/gu, ""))
    .toSorted()
    .join("");
}

const kinds = Object.entries(charts);
const sizes = fc.constantFrom(box, { width: 558, height: 392 }, { width: 360, height: 480 });

describe.each(kinds)("%s", (_, arbitrary) => {
  test("is one group of named shapes with ids of their own, in the theme's colours", () => {
    fc.assert(
      fc.property(arbitrary, sizes, (chart, size) => {
        const root = draw({ ...chart, summary: "Ein Satz." }, size);
        const shapes = shapesOf(root);
        expect(root.name).toBe("p:grpSp");
        expect(properties(root)?.attributes["descr"]).toBe("Ein Satz.");
        expect(nameOf(root)).toBe(tidy(chart.title) || "Diagramm");
        const ids = shapes.map((shape) => properties(shape)?.attributes["id"]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(shapes.filter((shape) => nameOf(shape).trim() === "")).toEqual([]);
        expect(shapes.filter((shape) => isDecorative(shape) && properties(shape)?.attributes["descr"] !== undefined)).toEqual([]);
        expect([...descendants(root, "a:srgbClr"), ...descendants(root, "p:style"), ...descendants(root, "a:effectLst")]).toEqual([]);
        // A template's own line spacing for other text would tear lines of a label apart.
        expect(descendants(root, "a:lstStyle").filter((style) => descendants(style, "a:lnSpc").length === 0)).toEqual([]);
        expect(descendants(root, "a:rPr").filter((run) => run.attributes["lang"] !== "de-DE")).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("says every word of the drawing once, and is as large as it", () => {
    fc.assert(
      fc.property(arbitrary, sizes, (chart, size) => {
        const root = draw(chart, size);
        const scene = sceneOf(chart, size);
        expect(letters(descendants(root, "a:t").map(textOf))).toBe(letters(sceneTexts(scene).map((mark) => mark.text)));
        for (const shape of shapesOf(root)) {
          const { x, y, cx, cy } = frameOf(shape);
          expect([x, y, cx, cy].every((value) => Number.isInteger(value))).toBe(true);
          expect(cx).toBeGreaterThanOrEqual(0);
          expect(cy).toBeGreaterThanOrEqual(0);
          // A line of text is higher than its ink, and names may be as wide as the drawing.
          const air = emu(8);
          expect(x).toBeGreaterThanOrEqual(emu(box.x) - air);
          expect(y).toBeGreaterThanOrEqual(emu(box.y) - air);
          expect(x + cx).toBeLessThanOrEqual(emu(box.x + scene.width) + air);
          expect(y + cy).toBeLessThanOrEqual(emu(box.y + scene.height) + air);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("holds its lines to sites of shapes that are there, and groups around what is in them", () => {
    fc.assert(
      fc.property(arbitrary, sizes, (chart, size) => {
        const root = draw(chart, size);
        expect(looseEnds(root)).toEqual([]);
        for (const group of shapesOf(root).filter((shape) => shape.name === "p:grpSp")) {
          const transform = child(child(group, "p:grpSpPr"), "a:xfrm");
          expect(child(transform, "a:chOff")?.attributes).toEqual(child(transform, "a:off")?.attributes);
          expect(child(transform, "a:chExt")?.attributes).toEqual(child(transform, "a:ext")?.attributes);
          const outer = frameOf(group);
          const inner = shapesOf(group).slice(1).map(frameOf);
          expect(Math.min(...inner.map((each) => each.x))).toBe(outer.x);
          expect(Math.max(...inner.map((each) => each.x + each.cx))).toBe(outer.x + outer.cx);
          expect(Math.min(...inner.map((each) => each.y))).toBe(outer.y);
          expect(Math.max(...inner.map((each) => each.y + each.cy))).toBe(outer.y + outer.cy);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function isMap(chart: Chart): chart is MapChart {
  return chart.kind === "choropleth";
}

/** A square of degrees. */
function ring(west: number, south: number, size: number, turned: boolean): [number, number][] {
  const corners: [number, number][] = [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ];
  return turned ? corners.toReversed() : corners;
}

describe("a map", () => {
  const maps = charts.choropleth.filter(isMap);

  test("has each area once, as a closed shape of exactly the drawing's points, so that neighbours meet", () => {
    fc.assert(
      fc.property(maps, (chart) => {
        const root = draw(chart);
        const freeforms = descendants(root, "p:sp").filter((shape) => child(child(shape, "p:spPr"), "a:custGeom") !== undefined);
        const datums = sceneOf(chart).marks.flatMap((mark) => (mark.type === "group" && mark.key.startsWith("datum:") ? [mark] : []));
        for (const area of chart.areas) {
          const name = tidy(reading(area.label, area.figure, chart.unit));
          const own = freeforms.filter((shape) => nameOf(shape) === name);
          const drawn = datums.flatMap(({ key, marks: [path] }) => (key === `datum:${area.key}` && path?.type === "path" ? [path.d] : []));
          const points = drawn.flatMap((d) =>
            parsePath(d).flatMap((segment) => (segment.type === "close" ? [] : [`${emu(box.x + segment.x)},${emu(box.y + segment.y)}`])),
          );
          const places = own.map((shape) => {
            const { x, y } = frameOf(shape);
            return descendants(shape, "a:pt").map((each) => `${x + number(each, "x")},${y + number(each, "y")}`);
          });
          expect(places.filter((each) => each.join(" ") === points.join(" "))).toHaveLength(1);
          const highlighted = own.filter((shape) => number(child(child(shape, "p:spPr"), "a:ln"), "w") === emu(3.5));
          expect(highlighted.length > 0).toBe(area.highlight);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("keeps holes in the areas", () => {
    const chart: MapChart = {
      ...base("Karte"),
      kind: "choropleth",
      areas: [
        {
          key: "a",
          label: "Umland",
          shape: { type: "Polygon", coordinates: [ring(8, 52, 1, false), ring(8.3, 52.3, 0.3, true)] },
          figure: figure(12),
          highlight: false,
        },
      ],
      surroundings: [],
      classes: [{ from: 0, to: 20, label: "0 bis 20", colour: "map-3" }],
      unit: "Personen",
    };
    const area = descendants(draw(chart), "p:sp").find((shape) => nameOf(shape) === "Umland: 12 Personen");
    const path = area && descendants(area, "a:path")[0];
    const square = ["moveTo", "lnTo", "lnTo", "lnTo", "close"];
    expect(childrenOf(path ?? draw(chart)).map((step) => step.name.slice(2))).toEqual([...square, ...square]);
  });
});

function wordsOf(shape: XmlElement | undefined): string {
  return shape === undefined ? "" : descendants(shape, "a:t").map(textOf).join("|");
}

describe("a hub", () => {
  const hub: HubChart = {
    ...base("Felder der Integration"),
    kind: "hub",
    centre: "Integration im Landkreis Cloppenburg",
    spokes: ["Sprache", "Bildung", "Arbeit", "Gesundheit", "Wohnen", "interkulturelle Öffnung"].map((label, i) => ({
      label,
      highlight: i === 1,
    })),
  };

  test("has its words in its shapes, and each line glued to both that it names", () => {
    const root = draw(hub);
    const byId = new Map(descendants(root, "p:sp").map((shape) => [properties(shape)?.attributes["id"], shape]));
    expect(descendants(root, "p:sp").map(wordsOf).toSorted()).toEqual([hub.centre, ...hub.spokes.map(({ label }) => label)].toSorted());
    expect(descendants(root, "p:sp").filter((shape) => descendants(shape, "p:cNvSpPr")[0]?.attributes["txBox"] !== undefined)).toEqual([]);
    const lines = descendants(root, "p:cxnSp");
    expect(lines.map(nameOf)).toEqual(hub.spokes.map(({ label }) => `Verbindung ${hub.centre} – ${label}`));
    expect(
      lines.map((line) => ["a:stCxn", "a:endCxn"].map((end) => wordsOf(byId.get(descendants(line, end)[0]?.attributes["id"])))),
    ).toEqual(hub.spokes.map(({ label }) => [hub.centre, label]));
    expect(lines.some(isDecorative)).toBe(false);
  });

  test("breaks words where the browser breaks them", () => {
    fc.assert(
      fc.property(charts.hub, sizes, (chart, size) => {
        const lines = new Map<object, string[]>();
        for (const { text, within } of sceneTexts(sceneOf(chart, size))) {
          if (within !== undefined) lines.set(within, [...(lines.get(within) ?? []), text]);
        }
        for (const shape of descendants(draw(chart, size), "p:sp")) {
          const body = descendants(shape, "a:bodyPr")[0];
          const words = descendants(shape, "a:t").map(textOf);
          if (body?.attributes["wrap"] !== "square" || words[0] === undefined) continue;
          const run = descendants(shape, "a:rPr")[0];
          const adjust = descendants(shape, "a:gd").find((guide) => guide.attributes["name"] === "adj")?.attributes["fmla"];
          const { cx, cy } = frameOf(shape);
          const corner = ((Number(adjust?.split(" ")[1] ?? 0) * Math.min(cx, cy)) / 100_000) * (1 - Math.SQRT1_2);
          const width = (cx - 2 * corner - number(body, "lIns") - number(body, "rIns")) / emuPerPx;
          const weight = run?.attributes["b"] === "1" ? "bold" : "regular";
          expect(words).toHaveLength(1);
          expect([...lines.values()]).toContainEqual(breakLines(words[0], width, number(run, "sz") / 75, weight));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the briefing's drawings", () => {
  test("network: every member is held to the middle, and told by its name", () => {
    const root = draw(networks);
    const members = networks.groups.flatMap((group) => group.members);
    expect(glued(root)).toBe(2 * members.length);
    const lines = descendants(root, "p:cxnSp").filter((line) => nameOf(line).startsWith("Verbindung "));
    expect(lines.map(nameOf)).toEqual(members.map((member) => tidy(`Verbindung ${networks.centre} – ${member}`)));
    // The name of a member is one text box, however many lines it has.
    const words = descendants(root, "p:sp").map((shape) => descendants(shape, "a:t").map(textOf).join(" "));
    for (const member of members) expect(words).toContain(member);
  });

  test("timeline: a date and its event are one text, its pole holds on to its dot", () => {
    const root = draw(decree, { width: 1136, height: 250 });
    const paragraphs = descendants(root, "a:p").map(textOf);
    for (const { date, label } of decree.events) expect(paragraphs).toContain(`${date} ${label}`);
    expect(glued(root)).toBe(decree.events.length);
  });

  test("waffle: the squares of a part are a group that takes one colour, without its words", () => {
    const chart: PartsChart = {
      ...base("Anteile"),
      kind: "waffle",
      whole: figure(100),
      parts: [partOf("Polen", 60, "series-1"), partOf("Irak", 40, "series-2")],
    };
    const groups = descendants(draw(chart), "p:grpSp").filter((group) => nameOf(group).startsWith("Quadrate "));
    expect(groups.map((group) => [nameOf(group), descendants(group, "p:sp").length])).toEqual([
      ["Quadrate Polen", 60],
      ["Quadrate Irak", 40],
    ]);
    expect(groups.flatMap((group) => descendants(group, "a:t"))).toEqual([]);
  });

  test("any kind: a progress bar too", () => {
    expect(descendants(draw(quota), "p:sp").length).toBeGreaterThan(3);
  });
});

function partOf(label: string, value: number, colour: ColourName): PartsChart["parts"][number] {
  return { category: category(label), colour, figure: figure(value), share: figure(value / 100, "", "percent") };
}
