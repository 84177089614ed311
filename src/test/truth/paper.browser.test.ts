/**
 * Every number that can be read in the PDF of a random deck, printed by a real browser from the built file, is in the
 * ledger that was written beside it, or was said to be no statistic. `STICHTAG_PAPER=60` prints so many decks.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CanvasName, isLayoutName } from "../../../theme/layouts.ts";
import type { Ledger } from "../../deck/ledger/entries.ts";
import { schemaFaults } from "../../targets/ledger/testing.ts";
import { launchBrowser, withPage } from "../browser.ts";
import { ready } from "../deck-page.ts";
import { buildDecks, remove, temporaryFolder } from "../project.ts";
import { repository } from "../repository.ts";
import { seed } from "../properties.ts";
import { answersInLedger, answersOn, unansweredAtFoot, unansweredOn } from "./answers.ts";
import { numbersIn } from "./numbers.ts";
import { readPaper } from "./paper.ts";
import { dataWith, type RandomDeck, randomDeck, slideName, values, words } from "./random.ts";

const runs = Number(process.env["STICHTAG_PAPER"] ?? "8");
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Two slides with a number of each kind: what is done to its page is to be found on its paper. */
const fixed: RandomDeck = {
  slides: [
    {
      text: "# Folie {{ orte.Aurach }}\n\n| Wert |\n|---|\n| {{ orte.Celle }} |\n\nNote:\nDazu {{ count(orte) }}\n",
      digits: { shown: [], notes: [] },
    },
    { text: "# Bild\n\n```chart\nkind: column\ndata: orte @ 2019-12-31\n```\n", digits: { shown: [], notes: [] } },
  ],
  settings: "title: Test\nas_of: 2021-01-01\n",
};
const random = fc.sample(randomDeck(words, true), { numRuns: runs, seed });
const decks = [fixed, ...random];
const [numbers = []] = fc.sample(values, { numRuns: 1, seed });

const root = temporaryFolder();
const name = (index: number): string => `deck-${index}`;
let browser: Browser;
beforeAll(async () => {
  const files = {
    ...dataWith(numbers),
    ...Object.fromEntries(
      decks.flatMap(({ slides, settings }, deck) => [
        [`slides/${name(deck)}/deck.yaml`, settings],
        ...slides.map(({ text }, slide) => [`slides/${name(deck)}/${slideName(slide)}.md`, text] as const),
      ]),
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const deck of decks.keys()) writeFileSync(join(root, "slides", name(deck), "bild.png"), Buffer.from(pixel, "base64"));
  await buildDecks(root);
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  remove(root);
});

interface Drawn {
  readonly id: string;
  readonly layout: string;
  /** Numbers of scales. */
  readonly rulers: readonly string[];
}

function drawnOn(page: Page): Promise<readonly Drawn[]> {
  return page.$$eval(".slides > section", (sections) =>
    sections.map((section) => ({
      id: section.id,
      layout: /\blayout-([\w-]+)/.exec(section.className)?.[1] ?? "",
      rulers: [...section.querySelectorAll('text[data-key^="tick:"]')].map((tick) => tick.textContent ?? ""),
    })),
  );
}

const schema: unknown = JSON.parse(readFileSync(join(repository, "docs", "ledger.schema.json"), "utf8"));

function isLedger(value: unknown): value is Ledger {
  return schemaFaults(value, schema).length === 0;
}

function ledgerIn(text: string): Ledger {
  const parsed: unknown = JSON.parse(text);
  return isLedger(parsed) ? parsed : expect.unreachable("no ledger");
}

/** What is wrong with the numbers on paper, in words. @param change made to the page before it is printed */
async function faultsOf(
  index: number,
  { slides, settings }: RandomDeck,
  change: (page: Page) => Promise<unknown> = async () => {},
): Promise<readonly string[]> {
  const address = pathToFileURL(join(root, "dist", `${name(index)}.html`)).href;
  const ledger = ledgerIn(readFileSync(join(root, "dist", `${name(index)}.ledger.json`), "utf8"));
  const canvas: CanvasName = settings.includes("4:3") ? "4:3" : "16:9";
  const faults: string[] = [];
  await withPage(browser, address, { reducedMotion: "reduce" }, async ({ page }) => {
    await ready(page);
    await change(page);
    const drawn = await drawnOn(page);
    const layouts = drawn.map(({ layout }) => (isLayoutName(layout) ? layout : expect.unreachable(layout)));
    const sheets = await readPaper(await page.pdf({ preferCSSPageSize: true, printBackground: false }), canvas, layouts);
    for (const [slide, { seen, foot, page: number }] of sheets.entries()) {
      const { id, rulers } = drawn[slide] ?? expect.unreachable();
      const { digits } = slides[slide] ?? {};
      if (number.trim() !== `${slide + 1}`) faults.push(`${id}: page ${number.trim()}`);
      if (digits === undefined) {
        // A slide of the ledger itself.
        const own = answersInLedger(ledger, sheets.length);
        faults.push(...[seen, foot].flatMap(numbersIn).flatMap((one) => (own.has(one) ? [] : [`${id}: ${one} is not in the ledger`])));
        continue;
      }
      const answers = answersOn(id, ledger);
      const { unanswered, unseen } = unansweredOn(numbersIn(seen), answers, digits.shown, rulers.flatMap(numbersIn));
      faults.push(
        ...unanswered.map((one) => `${id}: ${one} is not in the ledger`),
        ...unseen.map((one) => `${id}: ${one} is not to be read`),
        ...unansweredAtFoot(numbersIn(foot), answers).map((one) => `${id}: ${one} is in no source`),
      );
    }
  });
  return faults;
}

describe("a random deck on paper", () => {
  it.each(random.map((deck, index) => ({ deck, index: index + 1 })))(
    "shows no number that its ledger does not tell ($index)",
    async ({ deck, index }) => {
      expect(await faultsOf(index, deck), JSON.stringify({ seed, deck, numbers })).toEqual([]);
    },
  );
});

describe("the check of paper", () => {
  const [aurach, celle] = [(numbers[0] ?? 0) + (numbers[2] ?? 0), numbers[2] ?? 0].map((value) => value.toLocaleString("de-DE"));

  it("finds nothing in a true deck", async () => {
    expect(await faultsOf(0, fixed)).toEqual([]);
  });

  it.each([
    ["a number more", (slide) => slide.querySelector(".content")?.append("4.713"), "10-folie: 4.713 is not in the ledger"],
    [
      "a true number once more",
      (slide, text) => slide.querySelector(".content")?.append(` ${text}`),
      `10-folie: ${aurach} is not in the ledger`,
    ],
    ["a number of another slide", (slide) => slide.querySelector(".content")?.append(" 400"), "10-folie: 400 is not in the ledger"],
    ["a wrong number", (slide) => slide.querySelector("td .figure")?.append("0"), `10-folie: ${celle}0 is not in the ledger`],
    ["a number that is gone", (slide) => slide.querySelector("td .figure")?.remove(), `10-folie: ${celle} is not to be read`],
    [
      "the notes",
      (slide) => slide.querySelector(".content")?.append(...(slide.querySelector(".notes")?.childNodes ?? [])),
      "10-folie: 3 is not in the ledger",
    ],
    [
      "a wrong label of a chart",
      (slide) => slide.nextElementSibling?.querySelector('[data-key="value"]')?.append("1"),
      "11-folie: 1.0001 is not in the ledger",
    ],
    ["a wrong day in the source", (slide) => slide.querySelector("footer")?.append(" 31.12.2021"), "10-folie: 31.12.2021 is in no source"],
    ["a wrong page number", (slide) => slide.querySelector("p.page")?.append("2"), "10-folie: page 12"],
  ] satisfies readonly (readonly [string, (slide: Element, text: string) => void, string])[])("finds %s", async (_, change, fault) => {
    const changed = (page: Page): Promise<unknown> => page.$eval(".slides > section", change, aurach ?? "");
    expect(await faultsOf(0, fixed, changed)).toContain(fault);
  });
});
