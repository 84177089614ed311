/** Answers in the browser: where they are, what they say, and what they cover. */

import type { Page } from "playwright-core";
import { plain } from "./deck-page.ts";

export const present = ".slides > section.present";
export const answer = "[role='dialog'].answer";

export const said = async (page: Page): Promise<string> => plain(await page.locator(answer).innerText());

export interface Standing {
  /** Of the window. */
  readonly inside: boolean;
  /** Of the slide's margins. */
  readonly withinMargins: boolean;
  /** Of what was asked, px². */
  readonly covers: number;
  /** Of the words of the title, px². */
  readonly coversTitle: number;
}

/** Where the answer is, and what it covers. */
export const standing = (page: Page): Promise<Standing> =>
  page.evaluate(() => {
    const box = document.querySelector(".answer")?.getBoundingClientRect() ?? new DOMRect();
    const common = (others: readonly DOMRect[]): number =>
      others.reduce((sum, other) => {
        const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        return sum + (width > 0 && height > 0 ? width * height : 0);
      }, 0);
    const asked = document.querySelector(".is-asked");
    const slide = document.querySelector(".slides > section.present");
    const title = slide?.querySelector(".title");
    const words = document.createRange();
    if (title) words.selectNodeContents(title);
    const { left = 0, right = 0 } = slide?.querySelector(".title")?.getBoundingClientRect() ?? {};
    return {
      inside: box.width > 100 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= innerHeight + 0.5,
      withinMargins: box.left >= left - 0.5 && box.right <= right + 0.5,
      covers: common([
        ...((asked instanceof SVGElement ? (asked.querySelector("rect, path, circle") ?? asked) : asked)?.getClientRects() ?? []),
      ]),
      coversTitle: title ? common([...words.getClientRects()]) : 0,
    };
  });
