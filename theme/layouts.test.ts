import { describe, expect, it } from "vitest";
import {
  type CanvasName,
  canvases,
  contentRegions,
  isCanvasName,
  isLayoutName,
  type Layout,
  type LayoutName,
  layouts,
  type Region,
} from "./layouts.ts";

const every = (["16:9", "4:3"] as const).flatMap((canvas) =>
  Object.values(layouts[canvas]).map((layout): readonly [CanvasName, Layout] => [canvas, layout]),
);

function region(layout: Layout, name: string): Region {
  const found = layout.regions.find((r) => r.name === name);
  if (found === undefined) throw new Error(`${layout.name} has no ${name}`);
  return found;
}

function names(layout: LayoutName): readonly string[] {
  return contentRegions(layout, "16:9").map((r) => r.name);
}

function overlap(a: Region, b: Region): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("layouts", () => {
  it("have the regions that authors write", () => {
    expect(names("title")).toEqual(["main"]);
    expect(names("section")).toEqual(["main"]);
    expect(names("content")).toEqual(["main"]);
    expect(names("two-columns")).toEqual(["left", "right"]);
    expect(names("chart")).toEqual(["main"]);
    expect(names("chart-text")).toEqual(["chart", "text"]);
    expect(names("map")).toEqual(["map", "side"]);
    expect(names("figures")).toEqual(["main"]);
    expect(names("closing")).toEqual(["main"]);
  });

  it.each(every)("stand within the canvas %s with whole pixels, nothing over another", (canvas, layout) => {
    const { width, height } = canvases[canvas];
    for (const r of layout.regions) {
      expect([r.x, r.y, r.width, r.height].every(Number.isInteger), `${layout.name} ${r.name}`).toBe(true);
      expect(r.x).toBeGreaterThanOrEqual(48);
      expect(r.x + r.width).toBeLessThanOrEqual(width - 48);
      expect(r.y).toBeGreaterThanOrEqual(56);
      expect(r.y + r.height).toBeLessThanOrEqual(height - 48);
      // The logo takes the wordmark's place.
      for (const other of layout.regions) {
        if (other === r || (r.kind === "logo" && other.kind === "wordmark") || (r.kind === "wordmark" && other.kind === "logo")) continue;
        expect(overlap(r, other), `${layout.name}: ${r.name} and ${other.name}`).toBe(false);
      }
    }
    expect(new Set(layout.regions.map((r) => r.name)).size).toBe(layout.regions.length);
  });

  it.each(["16:9", "4:3"] as const)("keep title, content line and foot at one place (%s)", (canvas) => {
    const data = Object.values(layouts[canvas]).filter((layout) => layout.ground === "plain");
    for (const fixed of ["kicker", "title", "source", "page"]) {
      const places = data.map((layout) => region(layout, fixed));
      for (const place of places) expect(place).toEqual(places[0]);
    }
    const tops = data.flatMap((layout) => contentRegions(layout.name, canvas).map((r) => `${r.y} ${r.height}`));
    expect(new Set(tops).size).toBe(1);
  });

  it("have room for a kicker and two lines of title", () => {
    for (const [, layout] of every) {
      expect(region(layout, "kicker").height).toBe(24);
      expect(region(layout, "title").height).toBeGreaterThanOrEqual(2 * (layout.ground === "blue" ? 64 : 48));
    }
  });

  it("name what is one", () => {
    expect(isLayoutName("chart-text")).toBe(true);
    expect(isLayoutName("toString")).toBe(false);
    expect(isCanvasName("4:3")).toBe(true);
    expect(isCanvasName("16:10")).toBe(false);
  });
});
