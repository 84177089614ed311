/** Asking the numbers of a built deck: by keyboard alone, by pointer, by touch, and as a screen reader is told of it. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { answer, present, said, standing } from "./ask-page.ts";
import { launchBrowser, type Visit, withPage } from "./browser.ts";
import { goTo, plain, presentId, ready, settled, slideIds } from "./deck-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const built = inject("built");
const address = pathToFileURL(built.original).href;
const statistics = "09-statistik";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const withDeck = (options: BrowserContextOptions, use: (visited: Visit) => Promise<void>, url: string = address): Promise<void> =>
  withPage(browser, url, { reducedMotion: "reduce", ...options }, use);

/** What has the focus: its role, name and state, as they are told. */
const focused = (page: Page): Promise<{ readonly role: string; readonly name: string; readonly expanded: string; readonly id: string }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return {
      role: element?.getAttribute("role") ?? element?.tagName.toLowerCase() ?? "",
      name: element?.getAttribute("aria-label") ?? "",
      expanded: element?.getAttribute("aria-expanded") ?? "",
      id: element?.getAttribute("data-figure") ?? "",
    };
  });

const gold = "solid rgb(191, 137, 0)";

/** Of what has its answer open: whether in focus or not. */
const frameOf = (page: Page): Promise<string> =>
  page.locator(".is-asked").evaluate((element) => {
    const { outlineStyle, outlineColor } = getComputedStyle(element);
    return `${outlineStyle} ${outlineColor}`;
  });

describe("by keyboard alone", () => {
  it("goes through all numbers of a slide, opens each answer, and leaves the slide as it was", async () => {
    await withDeck({}, async ({ page, faults }) => {
      await ready(page);
      await goTo(page, statistics);
      const before = await page.locator(present).ariaSnapshot();
      await page.keyboard.press("w");
      const there = await page.locator(`${present} [data-figure]:visible`).count();
      const seen: string[] = [];
      for (let step = 0; step < there; step++) {
        const { role, name, expanded, id } = await focused(page);
        expect({ role, expanded }, `number ${step + 1}`).toEqual({ role: "button", expanded: "false" });
        expect(plain(name), name).toMatch(/\S, \S/);
        await page.keyboard.press("Enter");
        expect(await focused(page)).toMatchObject({ role: "dialog" });
        expect(await said(page)).toMatch(/Stichtag|Angabe|ohne Quelle/);
        expect(await page.locator(`[data-figure="${id}"].is-asked`).getAttribute("aria-expanded")).toBe("true");
        expect(await frameOf(page), id).toBe(gold);
        expect(await standing(page), id).toEqual({ inside: true, withinMargins: true, covers: 0, coversTitle: 0 });
        await page.keyboard.press("Escape");
        expect(await page.locator(answer).count()).toBe(0);
        expect((await focused(page)).name).toBe(name);
        seen.push(`${id} ${name}`);
        await page.keyboard.press("ArrowRight");
      }
      expect(new Set(seen.map((each) => each.split(" ")[0])).size, seen.join(" | ")).toBeGreaterThan(8);
      expect(await presentId(page)).toBe(statistics);
      await page.keyboard.press("Escape");
      expect(await page.locator(present).ariaSnapshot()).toBe(before);
      expect(await page.locator(".reveal.overview").count(), "Escape ended the asking, not the slide").toBe(0);
      await page.keyboard.press("ArrowRight");
      await settled(page);
      expect(await presentId(page)).not.toBe(statistics);
      expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
    });
  });

  it("takes one stop of Tab a slide until it is asked for, and then each number is one", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, statistics);
      const stops = await page.locator(`${present} :is([tabindex='0'], button)`).filter({ visible: true }).all();
      const names = await Promise.all(stops.map((stop) => stop.innerText()));
      expect(names.filter((name) => name === "Zahlen befragen")).toHaveLength(1);
      expect(await page.locator(`${present} [data-figure][tabindex]`).count()).toBe(0);
      await page.locator(`${present} button.ask`).focus();
      await page.keyboard.press("Enter");
      const first = await focused(page);
      await page.keyboard.press("Tab");
      const second = await focused(page);
      expect([first.role, second.role]).toEqual(["button", "button"]);
      expect(second.id).not.toBe(first.id);
      await page.keyboard.press("Shift+Tab");
      expect((await focused(page)).id).toBe(first.id);
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("ask");
    });
  });

  it("goes from answer to answer by the arrow keys, and out of an answer by Tab", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, statistics);
      await page.keyboard.press("w");
      const { id } = await focused(page);
      await page.keyboard.press("Enter");
      const first = await said(page);
      await page.keyboard.press("ArrowRight");
      expect(await said(page)).not.toBe(first);
      await page.keyboard.press("ArrowLeft");
      expect(await said(page)).toBe(first);
      for (let presses = 0; presses < 12 && (await page.locator(answer).count()) > 0; presses++) await page.keyboard.press("Tab");
      expect(await page.locator(answer).count()).toBe(0);
      expect((await focused(page)).id).toBe(id);
    });
  });

  it("asks marks of charts, with what their view shows", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, "11-gemeinden");
      await page.locator(`${present} .chart-choropleth .drawing[data-view="0"] [data-key="datum:Cloppenburg"][data-reading]`).focus();
      expect(await focused(page)).toMatchObject({ role: "button", expanded: "false" });
      await page.keyboard.press("Enter");
      expect(await said(page)).toMatch(/^4\.767/);
      await page.keyboard.press("Escape");
      for (const input of await page.locator(`${present} .views input[value='1']:visible`).all()) await input.check({ force: true });
      await settled(page);
      await page.locator(`${present} .chart-choropleth .drawing[data-view="0"] [data-key="datum:Cloppenburg"][data-reading]`).focus();
      await page.keyboard.press("Enter");
      expect(await said(page)).toMatch(/27,8 %.*÷/s);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      expect(await presentId(page)).toBe("11-gemeinden");
    });
  });

  it("marks what can be asked in each drawing, on maps at the numbers beside them", async () => {
    for (const url of [built.original, built.latest, built.others["einwohner-2025"] ?? ""]) {
      await withDeck(
        {},
        async ({ page }) => {
          await ready(page);
          for (const id of await slideIds(page)) {
            await goTo(page, id);
            await page.keyboard.press("w");
            const unmarked = await page.$$eval(`${present} .drawing [data-reading][role="button"]`, (marks) =>
              marks
                .filter((mark) => mark.checkVisibility())
                .filter((mark) => {
                  const key = mark.getAttribute("data-key")?.replace("datum:", "label:") ?? "";
                  const beside = mark.parentElement?.querySelector(`[data-key="${CSS.escape(key)}"]`);
                  const words = [...mark.querySelectorAll("text"), ...(beside?.querySelectorAll("text") ?? [])];
                  return words.length > 0 && !words.some((each) => each.previousElementSibling?.matches(".asking-line") === true);
                })
                .map((mark) => mark.getAttribute("aria-label")),
            );
            expect(unmarked, id).toEqual([]);
            // Nearer ones run into the point of thousands.
            const near = await page.$$eval(`${present} .drawing .asking-line`, (lines) =>
              lines.flatMap((line) => {
                const words = line.nextElementSibling;
                const gap = Number(line.getAttribute("y1")) - Number(words?.getAttribute("y"));
                const isDrawn = getComputedStyle(line).stroke !== "none" && line.getBoundingClientRect().width > 3;
                return isDrawn && gap > 3 && gap < 10 ? [] : [`${words?.textContent}: ${gap}`];
              }),
            );
            expect(near, id).toEqual([]);
            await page.keyboard.press("Escape");
            expect(await page.locator(".asking-line").count(), id).toBe(0);
          }
        },
        pathToFileURL(url).href,
      );
    }
  });

  it("is listed in the help", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await page.keyboard.press("?");
      expect(plain(await page.getByRole("dialog", { name: "Tasten" }).innerText())).toContain("W Zahlen befragen: Woher?");
    });
  });
});

describe("for a screen reader", () => {
  it("sentences are read as sentences, and numbers as buttons only while they are asked", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, statistics);
      const quiet = plain(await page.locator(present).ariaSnapshot());
      expect(quiet).toMatch(/heading "Jede zehnte Person im Landkreis hat/);
      expect(quiet.match(/button "(?!Zahlen befragen|Daten)/g)).toBeNull();
      await page.keyboard.press("w");
      const asking = plain(await page.locator(present).ariaSnapshot());
      expect(asking).toMatch(/button "10,0 %, Anteil: Landkreis Cloppenburg"/);
      expect(asking).toMatch(/button "[\d.]+, Einwohnerinnen und Einwohner: /);
      expect(plain(await page.locator("[aria-live='polite']").first().innerText())).toMatch(/\d+ Angaben auf dieser Folie/);
      await page.getByRole("button", { name: /^10,0.%, Anteil/ }).focus();
      await page.keyboard.press("Enter");
      const dialog = plain(await page.locator(answer).ariaSnapshot());
      expect(plain(await page.locator("body").ariaSnapshot())).toMatch(/dialog "10,0 %"/);
      expect(dialog).toContain('button "Schließen"');
      expect(dialog).toContain("17.135 ÷ 171.843 ≈ 10,0 %");
      expect(dialog).toContain("Stichtag 01.07.2017");
    });
  });

  it("axe finds nothing with an answer open: title, key figure, table, chart, map, claim", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce", locale: "de-DE" });
    await context.addInitScript({ content: axe });
    const page = await context.newPage();
    const look = async (url: string, places: readonly (readonly [id: string | undefined, selector: string])[]): Promise<void> => {
      await page.goto(pathToFileURL(url).href);
      await ready(page);
      for (const [id, selector] of places) {
        if (id !== undefined) await goTo(page, id);
        await page.locator(`${present} ${selector}`).first().click();
        expect(await page.locator(answer).count(), selector).toBe(1);
        const found = await page.evaluate(async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
          return violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${rule}: ${node.target.join(" ")}`));
        });
        expect(found, selector).toEqual([]);
        await page.keyboard.press("Escape");
      }
      // And with all numbers of the slide as buttons.
      await page.keyboard.press("w");
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, {
          runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "best-practice"] },
        });
        return violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${rule}: ${node.target.join(" ")}`));
      });
      expect(found).toEqual([]);
    };
    await look(built.original, [
      [statistics, ".title [data-figure]"],
      [statistics, ".number .figure"],
      ["10-staatsangehoerigkeiten", ".assertion"],
      ["10-staatsangehoerigkeiten", '[data-key="datum:Polen"] rect'],
      ["11-gemeinden", '.chart-choropleth [data-key="datum:Emstek"] path'],
    ]);
    await look(built.cases["bound-table"] ?? "", [[undefined, "td .figure"]]);
    await context.close();
  });
});

describe("by pointer", () => {
  it("asks an area of a map by the number beside it, and reads it there", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, "11-gemeinden");
      for (const [name, value] of [
        ["Saterland", "1.167 Personen"],
        ["Garrel", "1.679 Personen"],
      ]) {
        const number = page.locator(`${present} .chart-choropleth .drawing[data-view="0"] [data-key="label:${name}"] [data-key="value"]`);
        await number.hover();
        expect(plain(await page.locator(".mark-reading:visible").innerText())).toBe(`${name}: ${value}`);
        await number.click();
        expect(await said(page)).toContain(value);
        await page.keyboard.press("Escape");
      }
    });
  });

  it("closes on a second click, on another slide, and gives the clicker its keys", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, statistics);
      const figure = page.locator(`${present} .title [data-figure]`);
      await figure.click();
      expect(await frameOf(page)).toBe(gold);
      await figure.click();
      expect(await page.locator(answer).count()).toBe(0);
      expect(await figure.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("none");
      await figure.click();
      await page.keyboard.press("PageDown");
      await settled(page);
      expect(await page.locator(answer).count()).toBe(0);
      expect(await presentId(page)).toBe("10-staatsangehoerigkeiten");
    });
  });

  it("shows a claim with its condition, and beside a number in it", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, "10-staatsangehoerigkeiten");
      await page.locator(`${present} .assertion:visible`).first().click();
      expect(await said(page)).toMatch(/^„.*“ Aussage, an den Daten geprüft .* Trifft zu/);
    });
  });

  it("says conditions, sums and units in words, and files only where somebody asks on", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      for (const id of ["09-statistik", "10-staatsangehoerigkeiten", "11-gemeinden", "12-gefluechtete"]) {
        await goTo(page, id);
        for (const figure of await page.locator(`${present} [data-figure]:visible`).all()) {
          await page.mouse.click(3, 3);
          const before = await figure.boundingBox();
          await figure.click({ position: { x: 3, y: 8 } });
          const words = await said(page);
          expect((await figure.boundingBox())?.y, "its frame breaks no line anew").toBe(before?.y);
          expect(words, "keys of datasets, functions, files").not.toMatch(/\w_\w|\w\(\w|\.yaml/);
          expect(words, "named by what it is of").not.toMatch(/(?:Summe|Differenz|Verhältnis|Anteil) (?!:)[\d„]/);
        }
      }
      await page.locator(".answer summary", { hasText: "Fundstelle" }).click();
      expect(await said(page)).toMatch(/data\/\w+\/[\d-]+\.yaml, Zeile \d+/);
    });
  });
});

describe("by touch", () => {
  it("opens a sheet at the foot of a telephone's screen, above which what was asked is seen", async () => {
    await withDeck({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, async ({ page, faults }) => {
      await page.waitForTimeout(500);
      for (const selector of [
        `#\\30 9-statistik .title [data-figure]`,
        '#\\31 0-staatsangehoerigkeiten [data-key="datum:Polen"] [data-key="bar"]',
      ]) {
        await page.locator(selector).scrollIntoViewIfNeeded();
        await page.locator(selector).tap();
        const places = await page.evaluate((asked) => {
          const [sheet, figure] = [".answer", asked].map((each) => document.querySelector(each)?.getBoundingClientRect());
          return { foot: sheet?.bottom, left: sheet?.left, width: sheet?.width, top: sheet?.top ?? 0, figure: figure?.bottom ?? 9999 };
        }, selector);
        expect(places).toMatchObject({ foot: 844, left: 0, width: 390 });
        expect(places.figure).toBeLessThan(places.top);
        await page.locator(".answer-close").tap();
        expect(await page.locator(answer).count()).toBe(0);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
    });
  });

  it("can be read at four times the size", async () => {
    await withDeck({ viewport: { width: 320, height: 180 } }, async ({ page }) => {
      await page.waitForTimeout(500);
      await page.locator("#\\30 9-statistik .title [data-figure]").click();
      const box = await page.locator(answer).boundingBox();
      expect(box?.height).toBeLessThanOrEqual(180);
      expect(box?.height).toBeGreaterThan(100);
      expect(await page.locator(answer).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    });
  });
});

describe("where nobody asks", () => {
  it("a click in the overview chooses a slide, and the speaker's previews answer nobody", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, statistics);
      await page.keyboard.press("o");
      await page.locator(`${present} .title [data-figure]`).click({ force: true });
      expect(await page.locator(answer).count()).toBe(0);
      expect(await page.locator(".reveal.overview").count()).toBe(0);
      await page.goto(`${address}?receiver#/${statistics}`);
      await ready(page);
      await page.locator(`${present} .title [data-figure]`).click();
      await page.keyboard.press("w");
      expect(await page.locator(`${answer}, [data-figure][role]`).count()).toBe(0);
      expect(await page.locator("button.ask:visible").count()).toBe(0);
    });
  });

  it("paper shows no trace of it", async () => {
    await withDeck({}, async ({ page }) => {
      await ready(page);
      await goTo(page, statistics);
      await page.locator(`${present} .title [data-figure]`).click();
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".answer:visible, .ask:visible").count()).toBe(0);
      const lines = await page.$$eval("[data-figure]", (all) => all.map((element) => getComputedStyle(element).textDecorationLine));
      expect(new Set(lines)).toEqual(new Set(["none"]));
    });
  });

  it("without JavaScript nothing of it is seen", async () => {
    await withDeck({ javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator(".ask:visible, .answer, script.ledger:visible").count()).toBe(0);
    });
  });
});
