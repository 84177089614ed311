/**
 * Pictures of a deck, for people: `npm run look -- [--deck X] [--as-of D] [--canvas 4:3] [--phone] [--root folder] [--out folder]`.
 * Every slide at the canvas's size as `<deck>/<nn>-<slide>.png`; with `--phone` also the whole page on a telephone.
 */

import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { canvases, isCanvasName } from "../../theme/layouts.ts";
import { launchBrowser, visit } from "./browser.ts";
import { goTo, ready, slideIds } from "./deck-page.ts";
import { buildDecks, copyProject, remove, temporaryFolder } from "./project.ts";

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      deck: { type: "string" },
      "as-of": { type: "string" },
      canvas: { type: "string", default: "16:9" },
      phone: { type: "boolean", default: false },
      root: { type: "string", default: "." },
      out: { type: "string", default: join("dist", "look") },
    },
  });
  if (!isCanvasName(values.canvas)) throw new Error(`No canvas ${values.canvas}; there are ${Object.keys(canvases).join(", ")}`);
  const folder = temporaryFolder();
  const browser = await launchBrowser();
  try {
    copyProject(resolve(values.root), folder, values.canvas === "16:9" ? undefined : values.canvas);
    const options = [
      ...(values.deck === undefined ? [] : ["--deck", values.deck]),
      ...(values["as-of"] === undefined ? [] : ["--as-of", values["as-of"]]),
    ];
    for (const [deck, file] of await buildDecks(folder, options)) {
      const out = resolve(values.out, deck);
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out, { recursive: true });
      await slides(browser, file, out, canvases[values.canvas]);
      if (values.phone) await phone(browser, file, out);
      console.log(out);
    }
  } finally {
    await browser.close();
    remove(folder);
  }
  return 0;
}

async function slides(
  browser: Browser,
  file: string,
  out: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  const { page, context } = await visit(browser, pathToFileURL(file).href, { viewport, reducedMotion: "reduce" });
  await ready(page);
  for (const [index, id] of (await slideIds(page)).entries()) {
    await goTo(page, id);
    await page.screenshot({ path: join(out, `${`${index + 1}`.padStart(2, "0")}-${id}.png`) });
  }
  await context.close();
}

async function phone(browser: Browser, file: string, out: string): Promise<void> {
  const { page, context } = await visit(browser, pathToFileURL(file).href, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    deviceScaleFactor: 2,
  });
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(out, "phone.png"), fullPage: true });
  await context.close();
}
