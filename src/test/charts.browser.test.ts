/** The charts of the built deck in the browser: how they are read, switched and moved. */

import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser, type Visit, withPage } from "./browser.ts";
import { goTo, holds, plain, presentId, ready, settled, slideIds } from "./deck-page.ts";

const built = inject("built");
const address = pathToFileURL(built.original).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const withDeck = (options: BrowserContextOptions, use: (visited: Visit) => Promise<void>, url: string = address): Promise<void> =>
  withPage(browser, url, options, use);

const chartSlides = (page: Page): Promise<readonly string[]> =>
  page.$$eval(".slides > section", (sections) =>
    sections.filter((section) => section.querySelector("figure.chart") !== null).map((section) => section.id),
  );

const widths = async (reducedMotion: "reduce" | "no-preference"): Promise<readonly number[]> => {
  const seen: number[] = [];
  await withDeck({ reducedMotion }, async ({ page }) => {
    await ready(page);
    const ids = await slideIds(page);
    await goTo(page, ids[ids.indexOf("10-staatsangehoerigkeiten") - 1] ?? "");
    await page.evaluate(() => {
      const target = document.getElementById("10-staatsangehoerigkeiten");
      const look = (): void => {
        if (target?.classList.contains("present") === true) {
          const bars = [...target.querySelectorAll("figure.chart svg rect, figure.chart svg path")];
          globalThis.seenWidths.push(Math.round(bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().width, 0)));
        }
        requestAnimationFrame(look);
      };
      globalThis.seenWidths = [];
      look();
    });
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(1_500);
    seen.push(...(await page.evaluate(() => globalThis.seenWidths)));
  });
  return seen;
};

describe("a chart", () => {
  it("is read mark by mark by keyboard", async () => {
    await withDeck({ reducedMotion: "reduce" }, async ({ page }) => {
      await ready(page);
      for (const id of await chartSlides(page)) {
        await goTo(page, id);
        const chart = page.locator(".slides > section.present figure.chart").first();
        await focusWithin(page, "[data-reading]");
        const before = await presentId(page);
        const marks = await chart.locator(".drawing svg [data-reading]:visible").count();
        const read: string[] = [];
        for (let step = 0; step < Math.min(marks, 4); step++) {
          const { said, shown } = await reading(page);
          expect(said, `${id}: what is heard`).toMatch(/\S.*\S/);
          expect(said, `${id}: what is seen`).toContain(shown);
          read.push(said);
          await page.keyboard.press("ArrowRight");
        }
        expect(await presentId(page), "the arrows belong to the chart while it has the focus").toBe(before);
        expect(new Set(read).size, `${id}: ${read.join(" | ")}`).toBe(Math.min(marks, 4));
        expect(marks, id).toBeGreaterThan(0);
      }
    });
  });

  it("changes with its view", async () => {
    await withDeck({ reducedMotion: "reduce" }, async ({ page, faults }) => {
      await ready(page);
      await goTo(page, "11-gemeinden");
      const drawn = (): Promise<string> =>
        page.$$eval(".slides > section.present figure.chart svg", (all) =>
          all
            .filter((svg) => svg.checkVisibility())
            .map((svg) => svg.textContent)
            .join("|"),
        );
      const counts = await drawn();
      expect(holds(plain(counts), "4.767")).toBe(true);
      for (const input of await page.locator(".slides > section.present .views input[value='1']:visible").all()) {
        await input.check({ force: true });
      }
      await settled(page);
      const shares = await drawn();
      expect(shares).not.toBe(counts);
      expect(plain(shares)).toContain("27,8 %");
      expect(holds(plain(shares), "4.767")).toBe(false);
      expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
    });
  });

  it("moves in on arrival, and stands still where movement is not wanted", async () => {
    const moving = await widths("no-preference");
    expect(new Set(moving).size, "different widths while it moves").toBeGreaterThan(3);
    expect(moving.at(-1)).toBe(Math.max(...moving));
    const still = await widths("reduce");
    expect(still.length).toBeGreaterThan(5);
    expect(new Set(still).size, `widths without movement: ${[...new Set(still)].join(", ")}`).toBe(1);
  });
});

declare global {
  /** Sum of the widths of all bars, px, frame by frame. */
  var seenWidths: number[];
}

/** Presses Tab until the focus is in an element of this kind on the present slide. */
async function focusWithin(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const arrived = await page.evaluate(
      (wanted) =>
        document.activeElement?.closest(".slides > section.present") !== null &&
        document.activeElement?.closest(wanted) !== null &&
        document.activeElement !== document.body,
      selector,
    );
    if (arrived) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${selector} on ${await presentId(page)}`);
}

/** What a screen reader says of the mark that has the focus, and what the eye is shown of it. */
function reading(page: Page): Promise<{ readonly said: string; readonly shown: string }> {
  return page.evaluate(() => ({
    said: document.activeElement?.getAttribute("aria-label") ?? "",
    shown: [...document.querySelectorAll(".mark-reading")]
      .filter((element) => element.checkVisibility())
      .map((element) => element.textContent)
      .join(" "),
  }));
}
