/** A built deck in a browser: how tests and pictures get about in it, and what they measure. */

import type { Page } from "playwright-core";

/** Waits until the deck is a presentation and its fonts are there. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector("html.reveal-ready .slides > section.present", { timeout: 30_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

export function slideIds(page: Page): Promise<readonly string[]> {
  return page.$$eval(".slides > section", (sections) => sections.map((section) => section.id));
}

export function presentId(page: Page): Promise<string> {
  return page.$eval(".slides > section.present", (section) => section.id);
}

/** Shows a slide, and waits until it stands. */
export async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = `#/${encodeURIComponent(target)}`;
  }, id);
  await page.waitForFunction((target) => document.querySelector(".slides > section.present")?.id === target, id);
  await settled(page);
}

/** Waits until nothing on the page moves any more: no animation, and no change for a fifth of a second. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let last = performance.now();
        const observer = new MutationObserver(() => {
          last = performance.now();
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        const look = (): void => {
          const moving = document.getAnimations().some((animation) => animation.playState === "running");
          if (!moving && performance.now() - last > 200) {
            observer.disconnect();
            resolve();
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** px of the canvas, from the slide's upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text as it stands on the slide. */
export interface TextRect extends Rect {
  readonly text: string;
  /** px of the canvas. */
  readonly size: number;
}

export interface SlideMeasure {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly regions: readonly {
    readonly classes: string;
    readonly box: Rect;
    readonly content: readonly TextRect[];
    /** Of all elements that are no part of a line. */
    readonly boxes: readonly Rect[];
  }[];
  readonly drawings: readonly { readonly chart: string; readonly box: Rect; readonly texts: readonly TextRect[] }[];
}

/** Where everything stands on the present slide, as the browser has drawn it. */
export function measure(page: Page): Promise<SlideMeasure> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>(".slides > section.present");
    if (slide === null) throw new Error("No slide is present.");
    const outer = slide.getBoundingClientRect();
    const scale = outer.width / slide.offsetWidth;
    const rect = ({ x, y, width, height }: DOMRect): Rect => ({
      x: (x - outer.x) / scale,
      y: (y - outer.y) / scale,
      width: width / scale,
      height: height / scale,
    });
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing of this module is
    const hidden = (element: Element): boolean =>
      element.closest(".visually-hidden, aside.notes, .notes-box, details:not([open]) > :not(summary), script, title, desc") !== null ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const textsIn = (root: Element): TextRect[] => {
      const found: TextRect[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || hidden(parent) || (node.textContent ?? "").trim() === "") continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const svg = parent.closest("svg");
        const zoom = svg === null ? 1 : svg.getBoundingClientRect().width / scale / svg.viewBox.baseVal.width;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize) * zoom;
        for (const box of range.getClientRects()) {
          const line = rect(box);
          // The browser's box holds the font's whole height; no letter reaches into its edges, neither Ä nor g.
          const [above, below] = [0.13 * size, 0.06 * size];
          found.push({ ...line, y: line.y + above, height: line.height - above - below, text: node.textContent?.trim() ?? "", size });
        }
      }
      return found;
    };
    const regions = [...slide.children].filter((child) => !hidden(child) && child.matches("[class*='region-']"));
    return {
      canvas: { width: slide.offsetWidth, height: slide.offsetHeight },
      regions: regions.map((region) => ({
        classes: region.className,
        box: rect(region.getBoundingClientRect()),
        content: textsIn(region),
        boxes: [...region.querySelectorAll("*")]
          .filter((element) => !hidden(element) && element.closest("svg *") === null && getComputedStyle(element).display !== "inline")
          .map((element) => rect(element.getBoundingClientRect())),
      })),
      drawings: [...slide.querySelectorAll("figure.chart svg")]
        .filter((svg) => !hidden(svg))
        .map((svg) => ({
          chart: svg.closest("figure")?.dataset["chart"] ?? "",
          box: rect(svg.getBoundingClientRect()),
          texts: textsIn(svg),
        })),
    };
  });
}

/** Text with one kind of blank. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .replaceAll("\u00ad", "")
    .replaceAll("\u2011", "-");
}

/** Whether a number stands in a text as itself, not as a part of a longer one. */
export function holds(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.,])${number.replaceAll(".", "\\.")}(?![\\d]|[.,]\\d)`).test(text);
}
