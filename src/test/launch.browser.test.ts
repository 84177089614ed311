import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, visit } from "./browser.ts";
import { unpackBundled } from "./bundled.ts";
import { repository } from "./repository.ts";

describe("the browser for tests", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stichtag-browser-"));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it("shows a page, and notices each kind of fault", async () => {
    const file = join(folder, "Seite mit Blank.html");
    await writeFile(
      file,
      `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">
      <h1>Löningen</h1><img src="https://example.org/a.png"><script>console.error("laut"); setTimeout(() => { throw new Error("ungefangen") })</script>`,
    );
    const browser = await launchBrowser();
    try {
      const { page, faults } = await visit(browser, pathToFileURL(file).href);
      expect(await page.textContent("h1")).toBe("Löningen");
      await page.waitForTimeout(50);
      expect(faults.exceptions).toEqual(["ungefangen"]);
      expect(faults.requests).toEqual(["https://example.org/a.png"]);
      expect(faults.console.some((line) => line.includes("laut"))).toBe(true);
    } finally {
      await browser.close();
    }
  });

  it.runIf(process.platform === "linux" && process.arch === "x64")("unpacks the bundled one once, however many ask", async () => {
    const [first, second] = await Promise.all([unpackBundled(repository), unpackBundled(repository)]);
    expect(second).toEqual(first);
    expect(existsSync(first.executable)).toBe(true);
  });
});
