/** What stands on a slide around something that was asked: where an answer may stand, and what it should leave in sight. */

import type { Box, Obstacle } from "./place.ts";

/** Never read on the slide itself. */
const unseen = ".visually-hidden, .notes-box, .chart-table, .mark-reading, button.ask, script, title, desc";

/** The slide's margins: kicker, title and page number reach them on each slide with data. */
export function safeArea(slide: Element): Box {
  const { left, top, width, height } = slide.getBoundingClientRect();
  const [high, low] = [top + (height * 5) / 90, top + (height * 84) / 90];
  const inner = [...slide.querySelectorAll(":scope > [class*='region-']")].map((region) => region.getBoundingClientRect());
  const first = Math.min(left + width / 8, ...inner.map((box) => box.left));
  const last = Math.max(left + (width * 7) / 8, ...inner.map((box) => box.right));
  return { left: first, top: high, width: last - first, height: low - high };
}

/**
 * Lines of text and marks of charts. It weighs most to cover the title, and what belongs to the thing that was asked: the
 * other cells of its row, its sentence, the label of a key figure, the chart that it is a part of.
 */
export function obstaclesOn(slide: Element, asked: Element): readonly Obstacle[] {
  const own = asked.closest("tr, p, li, dl > div, figure[data-chart], .kicker, .title");
  const found: Obstacle[] = [];
  const add = ({ left, top, width, height }: DOMRect, weight: number): void => {
    // What weighs has some air around it.
    const air = weight > 1 ? 6 : 0;
    if (width > 0 && height > 0) found.push({ left: left - air, top: top - air, width: width + 2 * air, height: height + 2 * air, weight });
  };
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.textContent?.trim() === "" || parent.closest(unseen) !== null || !parent.checkVisibility()) continue;
    range.selectNodeContents(node);
    const weight = weightOf(parent, own);
    for (const line of range.getClientRects()) add(line, weight);
  }
  for (const mark of slide.querySelectorAll(".drawing [data-reading]")) {
    if (mark !== asked && mark.checkVisibility()) add(shapeOf(mark).getBoundingClientRect(), own?.contains(mark) === true ? 1.5 : 1);
  }
  return found;
}

function weightOf(element: Element, own: Element | null): number {
  if (element.closest(".title, .kicker") !== null) return 80;
  if (own?.contains(element) === true) return 3;
  return element.closest(".source") === null ? 1 : 0.5;
}

/** Of a mark what stands for its value, rather than its words or the line that leads to them. */
export function shapeOf(element: Element): Element {
  const shape = '[data-key="bar"], [data-key="area"], [data-key="slice"], [data-key="pill"], [data-key="dot"], circle:last-of-type';
  return element.querySelector(shape) ?? element;
}
