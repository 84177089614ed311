/** Paper shows words as the screen does: reveal's own style sheet for paper has other ideas, and force. */

import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { launchBrowser, withPage } from "./browser.ts";
import { ready } from "./deck-page.ts";

const built = inject("built");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

/** Colour, size and weight of each piece of text, in the order of the page. */
const looks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const slide of document.querySelectorAll(".slides > section")) {
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || node.textContent?.trim() === "" || parent.closest(".drawing, .chart-table, .notes-box, script, .ask"))
          continue;
        const { color, fontSize, fontWeight } = getComputedStyle(parent);
        found.push(`${slide.id} ${node.textContent?.trim()}: ${color} ${fontSize} ${fontWeight}`);
      }
    }
    return found;
  });

it.each([
  ["own day", built.original],
  ["latest", built.latest],
  ["4:3", built.narrow],
  ["einwohner-2025", built.others["einwohner-2025"] ?? ""],
])("has the colours, sizes and weights of the screen: %s", async (_name, file) => {
  await withPage(
    browser,
    pathToFileURL(file).href,
    { reducedMotion: "reduce", viewport: { width: 1280, height: 720 } },
    async ({ page }) => {
      await ready(page);
      const onScreen = await looks(page);
      expect(onScreen.length).toBeGreaterThan(50);
      await page.emulateMedia({ media: "print" });
      expect(await looks(page)).toEqual(onScreen);
    },
  );
});
