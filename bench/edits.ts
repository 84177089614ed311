/** Edits in a real browser: from the write of a file to the first change of the page. */

import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import type { Place } from "./deck.ts";

/** What to change, and how to know on the page that it came. */
export interface Edit extends Place {
  /** Id of the slide that changes. */
  readonly slide: string;
  /** The text that the page holds once the edit has come. */
  readonly shown: (value: number) => string;
}

const patience = 60_000;

/** Opens a page and writes down the moment of each change below `.slides`. */
export async function openDeck(browser: Browser, url: string, ready: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(url);
  await page.waitForSelector(ready, { state: "attached", timeout: patience });
  await page.evaluate(observe);
  return page;
}

declare global {
  /** Epoch milliseconds of the first change since the clock was set to 0. */
  var firstChange: number;
  /** Epoch milliseconds of the last change. */
  var lastChange: number;
}

function observe(): void {
  globalThis.firstChange = 0;
  globalThis.lastChange = 0;
  const root = document.querySelector(".slides");
  if (root === null) throw new Error("The page has no slides.");
  new MutationObserver(() => {
    globalThis.lastChange = performance.timeOrigin + performance.now();
    globalThis.firstChange ||= globalThis.lastChange;
  }).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
}

/** Waits until nothing has moved for 300 ms: what still moves of an edit must not count as the answer to the next. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.timeOrigin + performance.now() - globalThis.lastChange > 300, undefined, { polling: 50 });
}

/**
 * Writes a value and waits for it on the page.
 *
 * @param chunked writes the file in two halves with this pause in ms between them, as slow editors and copies do
 * @returns ms from the last byte written to the first change (for a chunked one: to the text itself); `undefined` if it was lost
 */
export async function editOnce(page: Page, edit: Edit, value: number, chunked: number | undefined): Promise<number | undefined> {
  await page.evaluate(() => {
    globalThis.firstChange = 0;
  });
  const text = edit.text(value);
  const start = chunked === undefined ? writeWhole(edit.path, text) : await writeChunked(edit.path, text, chunked);
  const come = await page
    .waitForFunction(
      ([id, shown]) =>
        document
          .getElementById(id ?? "")
          ?.textContent?.replaceAll(/\s+/g, " ")
          .includes(shown ?? "") === true,
      [edit.slide, edit.shown(value)],
      { polling: "raf", timeout: 5_000 },
    )
    .then(
      () => true,
      () => false,
    );
  if (!come) return undefined;
  const changed = await page.evaluate(() => globalThis.firstChange);
  // Of a file written in halves the first half may have changed the page before its end was written.
  return Math.max(0, changed - start);
}

function writeWhole(path: string, text: string): number {
  const start = performance.timeOrigin + performance.now();
  writeFileSync(path, text);
  return start;
}

async function writeChunked(path: string, text: string, pause: number): Promise<number> {
  const bytes = Buffer.from(text);
  const middle = Math.floor(bytes.length / 2);
  const file = openSync(path, "w");
  try {
    writeSync(file, bytes, 0, middle);
    await wait(pause);
    const start = performance.timeOrigin + performance.now();
    writeSync(file, bytes, middle);
    return start;
  } finally {
    closeSync(file);
  }
}
