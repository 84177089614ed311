/** The built file as people meet it: from a USB stick, by keyboard, without JavaScript, on a telephone. */

import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser, type Visit, watch, withPage } from "./browser.ts";
import { goTo, holds, plain, presentId, ready, settled, slideIds } from "./deck-page.ts";
import { days, municipalities, nationalities, numbers, words } from "./seed.ts";

const built = inject("built");
const address = pathToFileURL(built.original).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const withDeck = (options: BrowserContextOptions, use: (visited: Visit) => Promise<void>, url: string = address): Promise<void> =>
  withPage(browser, url, options, use);

describe("from a USB stick", () => {
  it("walks through every slide by keyboard and back, with no fault and nothing from the network", async () => {
    await withDeck({ offline: true }, async ({ page, faults }) => {
      await ready(page);
      const ids = await slideIds(page);
      expect(ids).toHaveLength(13);
      const there: string[] = [await presentId(page)];
      for (const _ of ids.slice(1)) {
        await page.keyboard.press("ArrowRight");
        await settled(page);
        there.push(await presentId(page));
      }
      expect(there).toEqual(ids);
      const back: string[] = [await presentId(page)];
      for (const _ of ids.slice(1)) {
        await page.keyboard.press("ArrowLeft");
        await settled(page);
        back.push(await presentId(page));
      }
      expect(back.toReversed()).toEqual(ids);
      expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
    });
  });

  it("brings its fonts", async () => {
    await withDeck({ offline: true }, async ({ page }) => {
      await ready(page);
      const used = await page.evaluate(() => ({
        family:
          getComputedStyle(document.querySelector(".slides > section.present .title") ?? document.body)
            .fontFamily.split(",")[0]
            ?.replaceAll(/["']/g, "") ?? "",
        loaded: [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family.replaceAll(/["']/g, "")),
      }));
      expect(used.loaded).toContain(used.family);
    });
  });

  it("opens a slide by its address", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      const ids = await slideIds(page);
      const last = ids.at(-1) ?? "";
      await page.goto(`${address}#/${last}`);
      await page.reload();
      await ready(page);
      expect(await presentId(page)).toBe(last);
    });
  });
});

describe("as of 2017-08-07", () => {
  it("says every number and day of the original", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      const text = plain(await page.$eval(".slides", (slides) => slides.textContent ?? ""));
      expect([...numbers, ...days].filter((number) => !holds(text, number))).toEqual([]);
      expect(words.filter((part) => !text.includes(part))).toEqual([]);
    });
  });

  it("says each country's and each municipality's number beside its name", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      const rows = await page.$$eval(".slides tr", (all) =>
        all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim())),
      );
      const missing = [...nationalities, ...municipalities].filter(
        ([name, number]) => !rows.some(([first = "", ...cells]) => plain(first).includes(name) && cells.map(plain).includes(number)),
      );
      expect(missing).toEqual([]);
    });
  });

  it("says other numbers on the newest releases", async () => {
    await withDeck(
      {},
      async ({ page, faults }) => {
        await ready(page);
        const text = plain(await page.$eval(".slides", (slides) => slides.textContent ?? ""));
        expect(holds(text, "178.948")).toBe(true);
        expect(holds(text, "26.690")).toBe(true);
        expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
      },
      pathToFileURL(built.latest).href,
    );
  });
});

describe("the speaker view", () => {
  it("opens from the file, in German, with the notes of the present slide", async () => {
    await withDeck({ offline: true }, async ({ page, context, faults }) => {
      await ready(page);
      const opened = context.waitForEvent("page");
      await page.keyboard.press("s");
      const speaker = await opened;
      const faultsThere = watch(speaker, address);
      await speaker.waitForFunction(
        () => (document.querySelector(".speaker-controls-notes .value")?.textContent ?? "").includes("Wer wir sind"),
        undefined,
        { timeout: 20_000 },
      );
      await page.keyboard.press("ArrowRight");
      await speaker.waitForFunction(
        () => (document.querySelector(".speaker-controls-notes .value")?.textContent ?? "").includes("Sozialministeriums"),
        undefined,
        { timeout: 20_000 },
      );
      const shown = plain(await speaker.evaluate(() => document.body.innerText));
      expect(shown).toMatch(/Notizen/i);
      expect(shown).not.toMatch(/Upcoming|Notes|Click to Reset|Loading|Time\b/i);
      expect(await speaker.evaluate(() => document.documentElement.lang)).toBe("de");
      expect(faultsThere).toEqual({ console: [], exceptions: [], requests: [] });
      expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
    });
  });
});

describe("without JavaScript", () => {
  it("shows all slides, charts and numbers as a document", async () => {
    await withDeck({ javaScriptEnabled: false }, async ({ page }) => {
      const seen = await page.$$eval(".slides > section", (sections) =>
        sections.map((section) => ({
          id: section.id,
          height: section.getBoundingClientRect().height,
          titles: [...section.querySelectorAll(".title")].every((title) =>
            title.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
          ),
          charts: section.querySelectorAll("figure.chart").length,
          drawings: [...section.querySelectorAll("figure.chart")].filter((chart) =>
            [...chart.querySelectorAll("svg")].some((svg) => svg.checkVisibility()),
          ).length,
        })),
      );
      expect(seen).toHaveLength(13);
      expect(seen.filter(({ height, titles, charts, drawings }) => height < 50 || !titles || charts !== drawings)).toEqual([]);
      const text = plain(await page.locator(".slides").innerText());
      expect(numbers.filter((number) => !holds(text, number))).toEqual([]);
    });
  });
});

describe("on a telephone", () => {
  it.each(["original", "narrow"] as const)("%s: nothing is wider than the screen", async (name) => {
    await withDeck(
      { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
      async ({ page, faults }) => {
        await page.waitForTimeout(500);
        const widths = await page.evaluate(() => ({
          page: document.documentElement.scrollWidth,
          wide: [...document.querySelectorAll(".slides :is(h1, h2, h3, p, li, svg, dl, figure)")]
            .filter(
              (element) =>
                element.checkVisibility() &&
                element.closest(".visually-hidden, [tabindex='0'].table") === null &&
                element.getBoundingClientRect().right > 391,
            )
            .map((element) => `${element.tagName} ${(element.textContent ?? "").slice(0, 30)}`),
        }));
        expect(widths).toEqual({ page: 390, wide: [] });
        expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
      },
      pathToFileURL(built[name]).href,
    );
  });
});

describe("markup in data and texts", () => {
  it("shows as characters and does nothing", async () => {
    const context = await browser.newContext({ locale: "de-DE" });
    await context.addInitScript(() => {
      globalThis.alerts = 0;
      globalThis.alert = () => {
        globalThis.alerts++;
      };
    });
    const page = await context.newPage();
    const faults = watch(page, "file:");
    await page.goto(pathToFileURL(built.hostile).href);
    await ready(page);
    for (const id of await slideIds(page)) await goTo(page, id);
    expect(await page.evaluate(() => globalThis.alerts)).toBe(0);
    expect(await page.locator(".slides :is(script:not([type='application/json']), img, i, b)").count()).toBe(0);
    expect(await page.locator("a[href^='javascript' i]").count()).toBe(0);
    expect(await page.$eval(".slides", (slides) => slides.textContent ?? "")).toContain("<script>alert(3)</script>");
    expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
    await context.close();
  });
});

declare global {
  var alerts: number;
}
