/** Paper: every slide is seen and read, every chart stands still in its size for the canvas. */

import { figuresIn } from "./chart/figure.ts";

/** Call once. @param restore makes the page again what it was on the screen */
export function preparePrint(restore: () => void): void {
  addEventListener("beforeprint", () => {
    for (const figure of figuresIn(document)) {
      figure.finish();
      figure.setWidth(undefined);
    }
    // Else only the present slide comes into a PDF's structure.
    for (const slide of document.querySelectorAll(".slides > section")) {
      slide.removeAttribute("aria-hidden");
      slide.removeAttribute("hidden");
      slide.removeAttribute("inert");
    }
  });
  addEventListener("afterprint", () => {
    // Slides that were seen on paper only would fade away on the screen.
    const slides = document.querySelector(".reveal .slides");
    slides?.classList.add("no-transition");
    restore();
    requestAnimationFrame(() => requestAnimationFrame(() => slides?.classList.remove("no-transition")));
  });
}
