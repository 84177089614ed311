/**
 * A real browser for tests, the bench and pictures: the one named in `STICHTAG_BROWSER`, else Edge, Chrome, the system's
 * Chromium, else the one that the dev dependency brings. `STICHTAG_BROWSER=bundled` asks for the last.
 */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from "playwright-core";
import { unpackBundled } from "./bundled.ts";
import { repository } from "./repository.ts";

/**
 * Names resolve to nothing, so that a page that reaches for the network fails as it would on a train; localhost stands.
 * The others keep the browser from calling home, which a machine without network answers by waiting.
 */
const args: readonly string[] = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  // Letters as wide as their outlines, as on Windows and macOS; a bare Linux rounds them to whole pixels.
  "--font-render-hinting=none",
];

/** Starts the first browser of the list that starts. @throws Error that says for each why it did not */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const [name, options] of candidates()) {
    try {
      return await chromium.launch({ headless: true, args: [...args], ...(await options()) });
    } catch (reason) {
      failures.push(`${name}: ${reason instanceof Error ? reason.message.split("\n")[0] : String(reason)}`);
    }
  }
  throw new Error(`No browser could be started.\n${failures.join("\n")}`);
}

type Candidate = readonly [name: string, options: () => Promise<LaunchOptions>];

function candidates(): readonly Candidate[] {
  const named = process.env["STICHTAG_BROWSER"] ?? "";
  const bundled: Candidate = ["@sparticuz/chromium", bundledOptions];
  if (named === "bundled") return [bundled];
  if (named !== "") return [[named, () => Promise.resolve({ executablePath: named })]];
  const system = onPath(["chromium", "chromium-browser"]).map((path): Candidate => [path, () => Promise.resolve({ executablePath: path })]);
  return [channel("msedge"), channel("chrome"), ...system, bundled];
}

function channel(name: string): Candidate {
  return [name, () => Promise.resolve({ channel: name })];
}

async function bundledOptions(): Promise<LaunchOptions> {
  const { executable, env } = await unpackBundled(repository);
  return { executablePath: executable, args: [...args, "--no-sandbox"], env: { ...process.env, ...env } };
}

function onPath(names: readonly string[]): readonly string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a page did that a good page never does. Lives on while the page does. */
export interface Faults {
  /** Errors and warnings of the console, breaches of the content security policy among them. */
  readonly console: string[];
  /** Exceptions that nobody caught. */
  readonly exceptions: string[];
  /** Requests to other places than the page itself, `data:`, `blob:` and the local server. */
  readonly requests: string[];
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: Faults;
}

/** Opens an address in a context of its own: German, 1280 × 720, nothing from elsewhere. Close the context when done. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: "de-DE", viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  const faults = watch(page, address);
  await page.goto(address);
  return { context, page, faults };
}

/** Opens an address as {@link visit} does, and closes it whatever happens. */
export async function withPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  use: (visited: Visit) => Promise<void>,
): Promise<void> {
  const visited = await visit(browser, address, options);
  try {
    await use(visited);
  } finally {
    await visited.context.close();
  }
}

/** Writes down what a page does wrong from now on; for pages that a page opens too (the speaker view). */
export function watch(page: Page, address: string): Faults {
  const faults: Faults = { console: [], exceptions: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.console.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (reason) => faults.exceptions.push(reason.message));
  page.on("request", (request) => {
    if (!isLocal(request.url(), address)) faults.requests.push(request.url());
  });
  return faults;
}

function isLocal(url: string, address: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === "data:" || protocol === "blob:" || protocol === "about:") return true;
  if (protocol === "file:") return address.startsWith("file:");
  return hostname === "localhost" || hostname === "127.0.0.1";
}
