/** A served copy of the briefing, a browser on it, and an author's hand: for tests of live editing. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { type Faults, launchBrowser, watch } from "./browser.ts";
import { ready } from "./deck-page.ts";
import { commandPath, copyProject, remove, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";
import { serve, type Server } from "./serve.ts";

/** ms within which an edit must be on the page; it takes tens of them, but the machine of a test may be busy. */
export const soon = 5_000;

const briefing = "mut-briefing";

export const present = ".slides > section.present";
export const banner = ".fault-banner";

declare global {
  /** Set when a page is opened; a reload takes it away. */
  var untouched: boolean;
}

export class LiveBriefing {
  readonly root: string;
  readonly url: string;
  readonly #browser: Browser;
  readonly #server: Server;
  #page: Page | undefined;
  #faults: Faults = { console: [], exceptions: [], requests: [] };

  private constructor(root: string, browser: Browser, server: Server) {
    this.root = root;
    this.url = server.url;
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<LiveBriefing> {
    const root = temporaryFolder();
    copyProject(repository, root);
    // The only deck is served at the root.
    for (const deck of readdirSync(join(root, "slides"))) if (deck !== briefing) remove(join(root, "slides", deck));
    const server = await serve([commandPath, "start", "--root", root, "--no-open"], root);
    return new LiveBriefing(root, await launchBrowser(), server);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    remove(this.root);
  }

  /** A fresh page on the deck; the one before is closed. */
  async open(): Promise<Page> {
    await this.#page?.close();
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 720 }, locale: "de-DE" });
    this.#page = page;
    this.#faults = watch(page, this.url);
    await page.goto(this.url);
    await ready(page);
    await page.evaluate(() => {
      globalThis.untouched = true;
    });
    return page;
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error("No page is open.");
    return this.#page;
  }

  /** Path of a file of the deck. */
  slide(name: string): string {
    return join(this.root, "slides", briefing, name);
  }

  /** Path of the release that the chart of nationalities rests on. */
  get nationalities(): string {
    return join(this.root, "data", "auslaender_staaten", "2017-07-01.yaml");
  }

  /** Does an edit, looks, and takes it back, so that the next test finds the briefing as it was. */
  async withEdit(path: string, change: (text: string) => string, look: () => Promise<void>): Promise<void> {
    const before = readFileSync(path, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`The edit changes nothing in ${path}`);
    writeFileSync(path, after);
    try {
      await look();
    } finally {
      writeFileSync(path, before);
    }
  }

  /** Waits until an element holds a text. */
  async shows(selector: string, text: string): Promise<void> {
    await this.page.waitForFunction(
      ([where, what]) =>
        [...document.querySelectorAll(where ?? "")].some((element) =>
          (element.textContent ?? "").replaceAll(/\s+/g, " ").includes(what ?? ""),
        ),
      [selector, text],
      { timeout: soon },
    );
  }

  /** Waits until no element that can be seen holds a text. */
  async gone(selector: string, text: string): Promise<void> {
    await this.page.waitForFunction(
      ([where, what]) =>
        ![...document.querySelectorAll(where ?? "")].some(
          (element) => element.checkVisibility() && (element.textContent ?? "").includes(what ?? ""),
        ),
      [selector, text],
      { timeout: soon },
    );
  }

  /** Nothing was loaded anew, and the page had no fault of its own. */
  async expectUntouched(): Promise<void> {
    expect(await this.page.evaluate(() => globalThis.untouched)).toBe(true);
    expect(this.#faults).toEqual({ console: [], exceptions: [], requests: [] });
  }
}
