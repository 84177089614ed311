/** Where answers stand: near what was asked, within the slide's margins, and off what they explain. */

import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { answer, present, said, standing } from "./ask-page.ts";
import { launchBrowser, type Visit, withPage } from "./browser.ts";
import { goTo, ready, slideIds } from "./deck-page.ts";

const built = inject("built");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const withDeck = (options: BrowserContextOptions, use: (visited: Visit) => Promise<void>, file: string = built.original): Promise<void> =>
  withPage(browser, pathToFileURL(file).href, { reducedMotion: "reduce", ...options }, use);

describe("an answer", () => {
  it.each([
    [1280, 720],
    [1920, 1080],
    [800, 600],
  ])("opens beside what was asked, inside of the window: %i × %i", async (width, height) => {
    await withDeck({ viewport: { width, height } }, async ({ page }) => {
      await ready(page);
      for (const id of ["09-statistik", "10-staatsangehoerigkeiten", "12-gefluechtete"]) {
        await goTo(page, id);
        for (const figure of await page.locator(`${present} [data-figure]:visible`).all()) {
          // A press outside closes the one before.
          await page.mouse.click(3, 3);
          expect(await page.locator(answer).count()).toBe(0);
          await figure.click({ position: { x: 3, y: 8 } });
          expect(await page.locator(answer).count(), await figure.innerText()).toBe(1);
          expect((await standing(page)).inside, await figure.innerText()).toBe(true);
        }
        const size = await page.locator(answer).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
        expect(size).toBeGreaterThanOrEqual(16);
        if (width === 1920) expect(size).toBeCloseTo(27, 0);
        await page.keyboard.press("Escape");
      }
    });
  });

  it("leaves title, margins and what was asked in sight, on both canvases", async () => {
    for (const [url, width, ids] of [
      [built.original, 1280, ["10-staatsangehoerigkeiten", "11-gemeinden", "12-gefluechtete"]],
      [built.latest, 1280, ["09a-statistik"]],
      [built.others["einwohner-2025"] ?? "", 1280, ["03-kleinere-gemeinden", "04-zensus", "05-dichte"]],
      [built.narrow, 960, undefined],
    ] as const) {
      await withDeck(
        { viewport: { width, height: 720 } },
        async ({ page }) => {
          await ready(page);
          for (const id of ids ?? (await slideIds(page))) {
            await goTo(page, id);
            await page.keyboard.press("w");
            const there = await page.locator(`${present} [role="button"][aria-haspopup]:visible`).count();
            for (let step = 0; step < Math.min(there, 24); step++) {
              await page.keyboard.press("Enter");
              if ((await page.locator(answer).count()) === 0) break;
              expect(await standing(page), `${id}: ${await said(page)}`).toEqual({
                inside: true,
                withinMargins: true,
                covers: 0,
                coversTitle: 0,
              });
              await page.keyboard.press("Escape");
              await page.keyboard.press("ArrowRight");
            }
            await page.keyboard.press("Escape");
          }
        },
        url,
      );
    }
  });

  it.each([
    [1280, 720],
    [390, 844],
  ])("ends between two lines where it is scrolled: %i × %i", async (width, height) => {
    const use = async ({ page }: Visit): Promise<void> => {
      await page.waitForTimeout(500);
      if (width > 600) await goTo(page, "04-zensus");
      const words = page.locator('[id="04-zensus"] .title .assertion').last();
      await words.scrollIntoViewIfNeeded();
      await words.dispatchEvent("click");
      const { scrolled, cut } = await page.locator(answer).evaluate((element) => {
        const end = element.getBoundingClientRect().top + element.clientTop + element.clientHeight;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const through: string[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          range.selectNodeContents(node);
          const lines = node.parentElement?.checkVisibility() === true ? [...range.getClientRects()] : [];
          if (lines.some(({ top, bottom }) => top < end - 1 && bottom > end + 1)) through.push(node.textContent ?? "");
        }
        return { scrolled: element.scrollHeight > element.clientHeight, cut: through };
      });
      expect({ scrolled, cut }).toEqual({ scrolled: true, cut: [] });
    };
    await withDeck({ viewport: { width, height } }, use, built.others["einwohner-2025"] ?? "");
  });

  it("draws the edge of an area above its neighbours", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, "11-gemeinden");
      await page.locator(`${present} .chart-choropleth .drawing[data-view="0"] [data-key="datum:Emstek"] path`).click();
      const last = page.locator(`${present} .chart-choropleth .drawing[data-view="0"] svg > :last-child`);
      expect(await last.getAttribute("class")).toBe("asked-edge");
      await page.keyboard.press("Escape");
      expect(await page.locator(".asked-edge").count()).toBe(0);
    });
  });
});
