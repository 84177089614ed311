/** Answers while the deck is being edited. */

import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { goTo } from "./deck-page.ts";
import { LiveBriefing, present } from "./live.ts";

let live: LiveBriefing;
let page: Page;
beforeAll(async () => {
  live = await LiveBriefing.start();
});
afterAll(async () => live.stop());
beforeEach(async () => {
  page = await live.open();
  await goTo(page, "10-staatsangehoerigkeiten");
});

const withPoland = (look: () => Promise<void>): Promise<void> =>
  live.withEdit(live.nationalities, (text) => text.replace(/Polen: \d+/, "Polen: 3499"), look);

it("an open answer follows its number", async () => {
  await page.locator(`${present} .title .figure`).first().click();
  await live.shows(".answer", "7.109 ÷ 17.135");
  await withPoland(async () => {
    await live.shows(".answer", "7.213 ÷ 17.135");
    await live.shows(".answer", "42 %");
    await live.expectUntouched();
  });
  await live.shows(".answer", "7.109 ÷ 17.135");
});

it("an open answer follows the mark of a chart that is drawn anew", async () => {
  await page.locator(`${present} [data-key="datum:Polen"] rect`).first().click();
  await live.shows(".answer-value", "3.395");
  await withPoland(async () => {
    await live.shows(".answer-value", "3.499");
    await live.expectUntouched();
  });
});

it("asking goes on: new numbers are buttons, and sources that came are known", async () => {
  await page.keyboard.press("w");
  await live.withEdit(
    live.slide("10-staatsangehoerigkeiten.md"),
    (text) => text.replace(/^(# .*)$/m, "$1 und {{ einwohner.niedersachsen }} in Niedersachsen"),
    async () => {
      await live.shows(`${present} .title`, "in Niedersachsen");
      const added = page.locator(`${present} .title .figure`).last();
      await page.waitForFunction(
        (selector) => document.querySelectorAll(`${selector} .figure:not([role])`).length === 0,
        `${present} .title`,
      );
      expect(await added.getAttribute("aria-label")).toMatch(/^7\.926\.599, Einwohnerinnen und Einwohner: Niedersachsen$/);
      await added.focus();
      await page.keyboard.press("Enter");
      await live.shows(".answer", "Stichtag 31.12.2015");
      await live.expectUntouched();
    },
  );
});
