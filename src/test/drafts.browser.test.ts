/** Drafts in a real browser: the word is seen on each slide, covers nothing, is on paper, and is read out once. */

import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, withPage } from "./browser.ts";
import { goTo, measure, ready, slideIds } from "./deck-page.ts";
import { buildDecks, copyProject, remove, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";

const states = { plain: "", draft: "draft: true", released: "released: { by: P. Thesing, on: 2026-11-22 }" } as const;
const canvases = { wide: { width: 1280, height: 720 }, classic: { width: 960, height: 720 } } as const;

/** Addresses by canvas and state. */
const pages = new Map<string, string>();
const folders: string[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  for (const [state, line] of Object.entries(states)) {
    await built(`wide ${state}`, repository, "mut-briefing", line);
    await built(`classic ${state}`, join(repository, "src/test/decks/four-three"), "fall", line);
  }
});
afterAll(async () => {
  await browser.close();
  folders.forEach(remove);
});

async function built(name: string, from: string, deck: string, line: string): Promise<void> {
  const folder = temporaryFolder();
  folders.push(folder);
  copyProject(from, folder);
  const settings = join(folder, "slides", deck, "deck.yaml");
  appendFileSync(settings, readFileSync(settings, "utf8").endsWith("\n") ? `${line}\n` : `\n${line}\n`);
  const file = (await buildDecks(folder, ["--deck", deck])).get(deck);
  pages.set(name, pathToFileURL(file ?? "").href);
}

const address = (name: string): string => pages.get(name) ?? expect.fail(`no page ${name}`);

/** What a slide's two words look like. */
function wordsOf(
  page: Page,
): Promise<readonly { readonly content: string; readonly colour: string; readonly layer: string; readonly adjust: string }[]> {
  return page.evaluate(() => {
    const slide = document.querySelector(".slides > section.present") ?? document.querySelector(".slides > section");
    return ["::before", "::after"].map((pseudo) => {
      const style = slide === null ? undefined : getComputedStyle(slide, pseudo);
      return {
        content: style?.content ?? "",
        colour: style?.color ?? "",
        layer: style?.zIndex ?? "",
        adjust: style?.printColorAdjust ?? "",
      };
    });
  });
}

interface Difference {
  /** Share of the pixels that differ. */
  readonly share: number;
  /** Most that a channel of a pixel differs by which is far from its ground. */
  readonly most: number;
}

/** Compares two pictures below the line of the small word. Runs in a page of its own, without the deck's policy. */
async function compare(one: Buffer, other: Buffer): Promise<Difference> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const pictures = [one, other].map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
  const difference = await page.evaluate(async (sources) => {
    const [a, b] = await Promise.all(
      sources.map(async (source) => {
        const image = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context2d = canvas.getContext("2d");
        context2d?.drawImage(image, 0, 0);
        return context2d?.getImageData(0, 56, image.width, image.height - 56).data ?? new Uint8ClampedArray();
      }),
    );
    if (a === undefined || b === undefined) throw new Error("no pictures");
    let [changed, most] = [0, 0];
    for (let at = 0; at < a.length; at += 4) {
      let [step, far] = [0, 0];
      for (let channel = at; channel < at + 3; channel++) {
        step = Math.max(step, Math.abs((a[channel] ?? 0) - (b[channel] ?? 0)));
        far = Math.max(far, Math.abs((a[channel] ?? 0) - (a[channel - at] ?? 0)));
      }
      if (step > 8) changed++;
      if (far > 96) most = Math.max(most, step);
    }
    return { share: changed / (a.length / 4), most };
  }, pictures);
  await context.close();
  return difference;
}

describe.each(["wide", "classic"] as const)("a draft on the %s canvas", (canvas) => {
  const options = { viewport: canvases[canvas], reducedMotion: "reduce" } as const;

  it("has the word on each slide, behind all that stands there, and moves nothing", async () => {
    const seen = new Map<string, { readonly picture: Buffer; readonly places: unknown }[]>();
    for (const state of ["plain", "draft"]) {
      await withPage(browser, address(`${canvas} ${state}`), options, async ({ page, faults }) => {
        await ready(page);
        for (const id of await slideIds(page)) {
          await goTo(page, id);
          seen.set(id, [...(seen.get(id) ?? []), { picture: await page.screenshot(), places: await measure(page) }]);
          const words = await wordsOf(page);
          if (state === "draft") {
            expect(
              words.map(({ content }) => content),
              id,
            ).toEqual(['"ENTWURF" / ""', '"ENTWURF" / ""']);
            expect(words[0]?.layer).toBe("-1");
          } else expect(words.map(({ content }) => content)).toEqual(["none", "none"]);
        }
        expect(faults.console).toEqual([]);
      });
    }
    expect(seen.size).toBeGreaterThan(5);
    for (const [id, [plain, draft]] of seen) {
      if (plain === undefined || draft === undefined) return expect.unreachable();
      expect(draft.places, id).toEqual(plain.places);
      const { share, most } = await compare(plain.picture, draft.picture);
      expect(share, id).toBeGreaterThan(0.03);
      // A letter's edge is mixed with the ground behind it; a letter with something before it would change by far more.
      expect(most, id).toBeLessThan(64);
    }
  });

  it("has it on paper in its colours, a page for each slide, in both ways to print", async () => {
    await withPage(browser, address(`${canvas} draft`), options, async ({ page }) => {
      await ready(page);
      await page.emulateMedia({ media: "print" });
      const [large, small] = await wordsOf(page);
      expect([large?.content, small?.content]).toEqual(['"ENTWURF" / ""', '"ENTWURF" / ""']);
      expect([large?.adjust, small?.adjust]).toEqual(["exact", "exact"]);
      expect(await page.locator(".draft-note").isVisible()).toBe(false);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
      expect(pagesOf(pdf)).toBe((await slideIds(page)).length);
    });
    await withPage(browser, `${address(`${canvas} draft`)}?view=print`, options, async ({ page }) => {
      await page.locator("html.reveal-print .pdf-page").first().waitFor();
      const slides = await page.locator("section.slide").count();
      expect(await page.locator(".pdf-page").count()).toBe(slides);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(slides);
    });
  });
});

/** Chromium writes the tree of pages uncompressed. */
function pagesOf(pdf: Buffer): number {
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

it("is said once to who listens, and in the window's title", async () => {
  await withPage(browser, address("wide draft"), {}, async ({ page, context }) => {
    await ready(page);
    expect(await page.title()).toMatch(/ \(Entwurf\)$/u);
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const named = nodes.filter(
      ({ ignored, role, name }) => !ignored && role?.value === "StaticText" && String(name?.value).includes("ENTWURF"),
    );
    expect(named.length).toBe(1);
    const notes = await page.locator("aside.notes").allTextContents();
    expect(notes.join("\n")).not.toContain("ENTWURF");
  });
});

it("is a banner on a telephone that stays in sight", async () => {
  await withPage(browser, address("wide draft"), { viewport: { width: 390, height: 844 }, isMobile: true }, async ({ page }) => {
    await page.waitForFunction(() => !document.documentElement.classList.contains("starting"));
    expect((await wordsOf(page)).map(({ content }) => content)).toEqual(["none", "none"]);
    const top = (): Promise<number | undefined> =>
      page
        .locator(".draft-note")
        .boundingBox()
        .then((box) => box?.y);
    expect(await top()).toBe(0);
    await page.evaluate(() => scrollTo(0, 3000));
    expect(await top()).toBe(0);
  });
});

it("is gone once the deck is released, which the title slide says", async () => {
  await withPage(browser, address("wide released"), {}, async ({ page }) => {
    await ready(page);
    expect(await page.title()).not.toContain("Entwurf");
    expect(await page.locator(".draft, .draft-note").count()).toBe(0);
    expect((await wordsOf(page)).map(({ content }) => content)).toEqual(["none", "none"]);
    expect(await page.locator(".layout-title .source").innerText()).toBe("Freigegeben am 22.11.2026 durch P. Thesing");
  });
});
