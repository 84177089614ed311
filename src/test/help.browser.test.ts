/** What keys do, over the slide. */

import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { launchBrowser, withPage } from "./browser.ts";
import { goTo, plain, presentId, ready } from "./deck-page.ts";

const address = pathToFileURL(inject("built").original).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

it("comes and goes by the question mark of any keyboard, and takes no key from the presentation", async () => {
  await withPage(browser, address, { reducedMotion: "reduce", viewport: { width: 1280, height: 720 } }, async ({ page, faults }) => {
    await ready(page);
    await goTo(page, "11-gemeinden");
    const dialog = page.getByRole("dialog", { name: "Tasten" });
    // As pressed on a German and on an American keyboard.
    for (const init of [
      { key: "?", keyCode: 219, shiftKey: true },
      { key: "?", keyCode: 191, shiftKey: true },
      { key: "?", keyCode: 191 },
      { key: "F1", keyCode: 112 },
    ]) {
      await page.evaluate((keys) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...keys, bubbles: true })), init);
      expect(plain(await dialog.innerText())).toContain("? F1 Diese Hilfe");
      await page.keyboard.press("?");
      expect(await dialog.count()).toBe(0);
      expect(await page.locator(".reveal.paused").count()).toBe(0);
    }
    await page.keyboard.press("?");
    for (const key of ["ArrowRight", "PageDown", "b", "o", "w"]) await page.keyboard.press(key);
    expect([await presentId(page), await dialog.count(), await page.locator(".reveal:is(.paused, .overview)").count()]).toEqual([
      "11-gemeinden",
      1,
      0,
    ]);
    await page.keyboard.press("Escape");
    expect([await dialog.count(), await page.locator(".reveal.overview").count()]).toEqual([0, 0]);
    expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
  });
});

it("is seen whole on a projector, and its cross is large enough for a finger", async () => {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
    { width: 960, height: 720 },
  ]) {
    await withPage(browser, address, { reducedMotion: "reduce", viewport }, async ({ page }) => {
      await ready(page);
      await page.keyboard.press("?");
      expect(await page.locator("dialog .help").evaluate((body) => body.scrollHeight - body.clientHeight)).toBeLessThanOrEqual(1);
      const cross = page.getByRole("button", { name: "Schließen" });
      const box = await cross.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(30);
      await cross.click();
      expect(await page.locator("dialog").count()).toBe(0);
    });
  }
});

it("says of each key what it does", async () => {
  await withPage(browser, address, { reducedMotion: "reduce", viewport: { width: 1280, height: 720 } }, async ({ page }) => {
    await ready(page);
    const [first = "", second = ""] = await page.$$eval(".slides > section", (sections) => sections.map(({ id }) => id));
    for (const [key, shown] of [
      ["ArrowRight", second],
      ["ArrowLeft", first],
      [" ", second],
      ["PageUp", first],
      ["PageDown", second],
      ["Home", first],
      ["End", "13-dank"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await presentId(page)).toBe(shown);
    }
  });
});
