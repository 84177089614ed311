/** The built deck for those who do not see it: rules that a machine can check, and what the slides say of themselves. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser, type Visit, withPage } from "./browser.ts";
import { goTo, ready, slideIds } from "./deck-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const built = inject("built");
const address = pathToFileURL(built.original).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const withDeck = (options: BrowserContextOptions, use: (visited: Visit) => Promise<void>, url: string = address): Promise<void> =>
  withPage(browser, url, options, use);

describe("for a screen reader", () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

  const check = (page: Page): Promise<readonly string[]> =>
    page.evaluate(async (tags) => {
      const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
    }, rules);

  const files: Readonly<Record<string, string>> = {
    "mut-briefing as of 2017-08-07": built.original,
    "mut-briefing on the newest releases": built.latest,
    ...built.others,
    ...built.cases,
  };

  it.each(Object.keys(files))("axe finds nothing on any slide: %s", async (name) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce", locale: "de-DE" });
    await context.addInitScript({ content: axe });
    const page = await context.newPage();
    await page.goto(pathToFileURL(files[name] ?? "").href);
    await ready(page);
    const found: Record<string, readonly string[]> = {};
    for (const id of await slideIds(page)) {
      await goTo(page, id);
      const list = await check(page);
      if (list.length > 0) found[id] = list;
    }
    expect(found).toEqual({});
    await context.close();
  });

  it("axe finds nothing in the document without a presentation (on a telephone)", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, locale: "de-DE" });
    await context.addInitScript({ content: axe });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForTimeout(500);
    expect(await check(page)).toEqual([]);
    await context.close();
  });

  it("slides say their number and title, and the hidden ones are not read", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      const sections = await page.$$eval(".slides > section", (all) =>
        all.map((section) => ({
          label: section.getAttribute("aria-label") ?? "",
          present: section.classList.contains("present"),
          reached: section.closest("[inert], [aria-hidden='true']") === null && section.checkVisibility(),
        })),
      );
      expect(sections.filter(({ label }) => !/^Folie \d+: ./.test(label))).toEqual([]);
      expect(sections.filter(({ present, reached }) => present !== reached)).toEqual([]);
      expect(await page.locator("[role='application']").count()).toBe(0);
      const labels = await page.$$eval("button[aria-label], [title]", (all) =>
        all.map((element) => element.getAttribute("aria-label") ?? element.getAttribute("title") ?? ""),
      );
      expect(labels.filter((label) => /\b(?:slide|next|previous|navigate|close|below|above)\b/i.test(label))).toEqual([]);
    });
  });
});

declare global {
  /** axe-core, put into the page. */
  var axe: {
    run(
      context: Document,
      options: { readonly runOnly: { readonly type: "tag"; readonly values: readonly string[] } },
    ): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}
