/** What keys do, over the slide. */

import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { answer, present } from "./ask-page.ts";
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

it("lies above an answer and the asking, and leaves both as they were", async () => {
  await withPage(browser, address, { reducedMotion: "reduce", viewport: { width: 1280, height: 720 } }, async ({ page }) => {
    await ready(page);
    await goTo(page, "09-statistik");
    const dialog = page.getByRole("dialog", { name: "Tasten" });
    const there = async (): Promise<readonly [number, number, number]> => [
      await dialog.count(),
      await page.locator(answer).count(),
      await page.locator(`${present}.is-asking`).count(),
    ];
    const inFocus = async (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute("data-figure") ?? document.activeElement?.className);
    await page.keyboard.press("w");
    await page.keyboard.press("ArrowRight");
    const number = await inFocus();
    for (const close of ["Escape", "?"]) {
      await page.keyboard.press("?");
      expect(await there()).toEqual([1, 0, 1]);
      await page.keyboard.press(close);
      expect(await there()).toEqual([0, 0, 1]);
      expect(await inFocus()).toBe(number);
    }
    await page.keyboard.press("Enter");
    await page.keyboard.press("?");
    expect(await there()).toEqual([1, 1, 1]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await there()).toEqual([0, 1, 1]);
    expect(await inFocus()).toBe("answer");
    await page.keyboard.press("?");
    await page.mouse.click(5, 5);
    expect(await there()).toEqual([0, 1, 1]);
    await page.keyboard.press("Escape");
    expect(await there()).toEqual([0, 0, 1]);
    expect(await inFocus()).toBe(number);
    await page.keyboard.press("Escape");
    expect(await there()).toEqual([0, 0, 0]);
    // Of a number that was pointed at.
    await page.locator(`${present} [data-figure]:visible`).first().click();
    await page.keyboard.press("?");
    await page.keyboard.press("Escape");
    expect(await there()).toEqual([0, 1, 0]);
    await page.keyboard.press("Escape");
    expect(await there()).toEqual([0, 0, 0]);
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
