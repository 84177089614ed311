/** How the built slides stand: nothing over the edge of its region, nothing too small, no label on another. */

import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { canvases, contentRegions, isLayoutName, layoutOf, type CanvasName } from "../../theme/layouts.ts";
import { launchBrowser, visit } from "./browser.ts";
import { goTo, measure, ready, type Rect, type SlideMeasure, slideIds, type TextRect } from "./deck-page.ts";

const built = inject("built");

/** px that a browser's rounding may take. */
const tolerance = 1;
/** Ascenders and descenders of neighbouring lines may touch; more than so many px of common ground cannot be read. */
const touching = 3;
/** Nothing that an audience reads is smaller. */
const smallest = 16;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  );
}

function where({ x, y, width, height }: Rect): string {
  return `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`;
}

function overlap(a: Rect, b: Rect): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > touching && down > touching + 0.2 * Math.min(a.height, b.height);
}

function said({ text, size }: TextRect): string {
  return `"${text.slice(0, 40)}" (${size} px)`;
}

/** Where each region must stand, by the class it has in the page. */
function regionBoxes(classes: string, canvas: CanvasName): ReadonlyMap<string, Rect> {
  const name = /\blayout-([\w-]+)/.exec(classes)?.[1] ?? "";
  if (!isLayoutName(name)) throw new Error(`No layout: ${classes}`);
  return new Map(layoutOf(name, canvas).regions.map((region) => [`region-${region.name}`, region]));
}

/** All that is wrong with a slide, in words; empty is good. */
function faults({ canvas, regions, drawings }: SlideMeasure, boxes: ReadonlyMap<string, Rect>): readonly string[] {
  const found: string[] = [];
  const whole = { x: 0, y: 0, ...canvas };
  for (const { classes, box, content, boxes: elements } of regions) {
    const name = classes.split(" ").find((part) => boxes.has(part));
    const room = name === undefined ? undefined : boxes.get(name);
    if (room === undefined) {
      found.push(`unknown region ${classes}`);
      continue;
    }
    if (name === footName) {
      found.push(...footFaults(room, content, regions));
      continue;
    }
    if (!inside(box, room)) found.push(`${name} stands at ${where(box)}, its room is ${where(room)}`);
    for (const text of content) {
      if (!inside(text, room)) found.push(`${name}: ${said(text)} at ${where(text)} leaves ${where(room)}`);
      if (text.size < smallest - 0.01) found.push(`${name}: ${said(text)} is too small`);
    }
    for (const element of elements)
      if (!inside(element, room)) found.push(`${name}: an element at ${where(element)} leaves ${where(room)}`);
  }
  for (const { chart, box, texts } of drawings) {
    if (!inside(box, whole)) found.push(`${chart} leaves the slide: ${where(box)}`);
    for (const [index, text] of texts.entries()) {
      if (!inside(text, box)) found.push(`${chart}: ${said(text)} at ${where(text)} leaves the drawing ${where(box)}`);
      for (const other of texts.slice(index + 1))
        if (overlap(text, other)) found.push(`${chart}: ${said(text)} lies on ${said(other)} at ${where(text)}`);
    }
  }
  return found;
}

const footName = "region-source";

/** Footnotes and sources stand on the bottom of their room and may grow out of it upwards, as long as the content leaves it free. */
function footFaults(room: Rect, lines: readonly TextRect[], regions: SlideMeasure["regions"]): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    const column = { ...room, y: 0, height: room.y + room.height };
    if (!inside(line, column)) found.push(`${footName}: ${said(line)} at ${where(line)} leaves ${where(room)}`);
    if (line.size < smallest - 0.01) found.push(`${footName}: ${said(line)} is too small`);
    const above = regions.filter(({ classes }) => !classes.includes(footName)).flatMap(({ content }) => content);
    for (const other of above) if (overlap(line, other)) found.push(`${footName}: ${said(line)} lies on ${said(other)}`);
  }
  return found;
}

const decks: readonly (readonly [name: string, file: string, canvas: CanvasName])[] = [
  ["as of 2017-08-07", built.original, "16:9"],
  ["as of the newest releases", built.latest, "16:9"],
  ...Object.entries(built.others).map(([name, file]) => [name, file, "16:9"] as const),
  ...Object.entries(built.cases).map(([name, file]) => [`of the case ${name}`, file, name === "four-three" ? "4:3" : "16:9"] as const),
];

describe.each(decks)("the deck %s", (_name, file, canvas) => {
  it("keeps everything in its region, readable, and apart", async () => {
    const {
      page,
      context,
      faults: loud,
    } = await visit(browser, pathToFileURL(file).href, { viewport: canvases[canvas], reducedMotion: "reduce" });
    await ready(page);
    const wrong: Record<string, readonly string[]> = {};
    for (const id of await slideIds(page)) {
      await goTo(page, id);
      const classes = (await page.locator(".slides > section.present").getAttribute("class")) ?? "";
      const slide = await measure(page);
      expect(slide.canvas).toEqual(canvases[canvas]);
      const list = faults(slide, regionBoxes(classes, canvas));
      if (list.length > 0) wrong[id] = list;
    }
    expect(wrong).toEqual({});
    expect(loud).toEqual({ console: [], exceptions: [], requests: [] });
    await context.close();
  });
});

function textAt(x: number, y: number, size = 20): TextRect {
  return { x, y, width: 100, height: 20, text: "Wort", size };
}

describe("the check", () => {
  const main = contentRegions("content", "16:9")[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  const slide = (content: readonly TextRect[], labels: readonly TextRect[] = []): SlideMeasure => ({
    canvas: canvases["16:9"],
    regions: [{ classes: "content region-main", box: main, content, boxes: [] }],
    drawings: [{ chart: "a", box: main, texts: labels }],
  });
  const boxes = new Map([["region-main", main]]);

  it("sees what leaves its region, what is small, and labels on each other", () => {
    expect(faults(slide([textAt(main.x, main.y)], [textAt(main.x, main.y), textAt(main.x, main.y + 22)]), boxes)).toEqual([]);
    expect(faults(slide([textAt(main.x - 5, main.y)]), boxes)).toHaveLength(1);
    expect(faults(slide([textAt(main.x, main.y, 15)]), boxes)).toHaveLength(1);
    expect(faults(slide([], [textAt(main.x, main.y), textAt(main.x + 50, main.y + 5)]), boxes)).toHaveLength(1);
    expect(faults(slide([], [textAt(main.x + main.width - 50, main.y)]), boxes)).toHaveLength(1);
  });
});
