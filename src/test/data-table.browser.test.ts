/** A chart's data as a table: over a slide, below the drawing in a document. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { present } from "./ask-page.ts";
import { launchBrowser, withPage } from "./browser.ts";
import { goTo, plain, presentId, ready } from "./deck-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const built = inject("built");
const address = pathToFileURL(built.original).href;
const slide = "11-gemeinden";
const button = `${present} .chart-bar .chart-table > summary`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");

it("opens over the slide by keyboard, keeps the deck's keys, and gives the focus back", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce", locale: "de-DE" });
  await context.addInitScript({ content: axe });
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  await goTo(page, slide);
  await page.locator(button).focus();
  expect(await focused(page)).toBe("Daten als Tabelle");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Ausländerinnen und Ausländer nach Gemeinden, Rangfolge" });
  expect(plain(await dialog.innerText())).toMatch(/Cloppenburg 4\.767 .* Cloppenburg 27,8 %/);
  // All of it is seen, of both views.
  expect(await dialog.locator(".data-tables").evaluate((tables) => tables.scrollHeight - tables.clientHeight)).toBeLessThanOrEqual(1);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "best-practice"] } });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  });
  expect(found).toEqual([]);
  for (const key of ["ArrowRight", "PageDown", " ", "b", "w"]) await page.keyboard.press(key);
  expect(await presentId(page)).toBe(slide);
  expect(await page.locator(".reveal.paused").count()).toBe(0);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog").count()).toBe(0);
  expect(await focused(page)).toBe("Daten als Tabelle");
  await context.close();
});

it("opens by pointer, closes by a click beside it, and leaves the keys to the deck", async () => {
  await withPage(browser, address, { reducedMotion: "reduce" }, async ({ page, faults }) => {
    await ready(page);
    await goTo(page, slide);
    await page.locator(`${present} .chart-bar`).hover();
    await page.locator(button).click();
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("dialog:visible").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await page.mouse.click(5, 5);
    expect(await page.locator("dialog").count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    expect(await presentId(page)).not.toBe(slide);
    expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
  });
});

it("unfolds below the drawing on a telephone, under a button that a finger hits", async () => {
  await withPage(browser, address, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, async ({ page }) => {
    await page.waitForTimeout(500);
    const summary = page.locator(`[id="${slide}"] .chart-bar .chart-table > summary`);
    await summary.scrollIntoViewIfNeeded();
    expect((await summary.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await summary.tap();
    expect(await page.locator("dialog").count()).toBe(0);
    expect(plain(await page.locator(`[id="${slide}"] .chart-bar .chart-tables`).innerText())).toContain("Cloppenburg 4.767");
    for (const other of await page.locator(`[id="${slide}"] :is(button.ask, .views label, summary):visible`).all()) {
      expect((await other.boundingBox())?.height, await other.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
});
