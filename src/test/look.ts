/**
 * Pictures of a deck, for people: `npm run look -- [--deck X] [--as-of D] [--canvas 4:3] [--phone] [--pptx] [--root folder] [--out folder]`.
 * Every slide at the canvas's size as `<deck>/<nn>-<slide>.png`; with `--phone` also the whole page on a telephone; with
 * `--pptx` each slide twice, as the browser shows it (left) and as LibreOffice draws the PowerPoint file (right).
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { canvases, isCanvasName } from "../../theme/layouts.ts";
import { launchBrowser, visit } from "./browser.ts";
import { goTo, ready, slideIds } from "./deck-page.ts";
import { buildDecks, copyProject, remove, temporaryFolder } from "./project.ts";
import { renderSlides } from "./pptx/render.ts";
import { writtenDeck } from "./pptx/written.ts";

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      deck: { type: "string" },
      "as-of": { type: "string" },
      canvas: { type: "string", default: "16:9" },
      phone: { type: "boolean", default: false },
      pptx: { type: "boolean", default: false },
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
      const shown = await slides(browser, file, out, canvases[values.canvas]);
      if (values.pptx) await besidePowerPoint(browser, folder, { deck, asOf: values["as-of"], shown, out }, canvases[values.canvas]);
      if (values.phone) await phone(browser, file, out);
      console.log(out);
    }
  } finally {
    await browser.close();
    remove(folder);
  }
  return 0;
}

type Size = { readonly width: number; readonly height: number };

/** @returns the pictures' paths, in the order of the slides */
async function slides(browser: Browser, file: string, out: string, viewport: Size): Promise<readonly string[]> {
  const { page, context } = await visit(browser, pathToFileURL(file).href, { viewport, reducedMotion: "reduce" });
  await ready(page);
  const paths: string[] = [];
  for (const [index, id] of (await slideIds(page)).entries()) {
    const path = join(out, `${`${index + 1}`.padStart(2, "0")}-${id}.png`);
    await goTo(page, id);
    await page.screenshot({ path });
    paths.push(path);
  }
  await context.close();
  return paths;
}

interface Shown {
  readonly deck: string;
  readonly asOf: string | undefined;
  /** Pictures of the slides in the browser. */
  readonly shown: readonly string[];
  readonly out: string;
}

/** Puts the PowerPoint file's drawing of each slide at the right of the browser's. */
async function besidePowerPoint(browser: Browser, root: string, { deck, asOf, shown, out }: Shown, size: Size): Promise<void> {
  const file = join(out, `${deck}.pptx`);
  writeFileSync(file, (await writtenDeck(root, deck, asOf === undefined ? {} : { asOf })).bytes);
  const drawn = await renderSlides(file, out);
  const context = await browser.newContext({ viewport: { width: 2 * size.width + 24, height: size.height } });
  const page = await context.newPage();
  for (const [index, left] of shown.entries()) {
    const right = drawn[index];
    const pictures = [left, ...(right === undefined ? [] : [right])].map(
      (path) =>
        `<img style="width:${size.width}px;height:${size.height}px;object-fit:contain" src="data:image/png;base64,${readFileSync(path).toString("base64")}">`,
    );
    await page.setContent(`<body style="margin:0;display:flex;gap:24px;background:#888">${pictures.join("")}</body>`);
    await page.screenshot({ path: left });
    if (right !== undefined) rmSync(right);
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
