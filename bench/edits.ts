/** Edits in a real browser: from the write of a file to the first change of the page. */

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import type { Place } from "./deck.ts";

/** A dev server that runs as a process of its own. */
export interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What to change, and how to know on the page that it came. */
export interface Edit extends Place {
  /** The text that the page holds once the edit has come. */
  readonly shown: (value: number) => string;
}

const patience = 60_000;

/** Starts `node` with these arguments and waits until it has said its address. @throws Error with its words if it does not */
export function serve(args: readonly string[], cwd: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", BROWSER: "none" },
    });
    let said = "";
    const timer = setTimeout(() => reject(new Error(`No address after ${patience} ms:\n${said}`)), patience);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+\S*/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve({ url, stop: () => stop(child) });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}:\n${said}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}

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
}

function observe(): void {
  globalThis.firstChange = 0;
  const root = document.querySelector(".slides");
  if (root === null) throw new Error("The page has no slides.");
  new MutationObserver(() => {
    globalThis.firstChange ||= performance.timeOrigin + performance.now();
  }).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
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
    .waitForFunction((shown) => document.querySelector(".slides")?.textContent?.includes(shown) === true, edit.shown(value), {
      polling: "raf",
      timeout: 5_000,
    })
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
