/** The page as a document, on a phone: charts are drawn anew for the width that there is. */

import { type ChartFigure, figuresIn } from "./chart/figure.ts";

/** Starts to keep all charts at their places' width. @returns the way back to drawings for the canvas */
export function startDocument(): () => void {
  document.documentElement.classList.remove("reveal-ready");
  const figures = new Map<Element, ChartFigure>(figuresIn(document).map((figure) => [figure.element, figure]));
  // Told at once for each figure, and again whenever its width changes.
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const figure = figures.get(target);
      if (figure !== undefined) fit(figure);
    }
  });
  for (const element of figures.keys()) sizes.observe(element);
  showAddressed();
  return () => {
    sizes.disconnect();
    for (const figure of figures.values()) figure.setWidth(undefined);
  };
}

function fit(figure: ChartFigure): void {
  const width = Math.floor(figure.element.clientWidth);
  if (width > 0) figure.setWidth(width);
}

/** reveal writes `#/slide`, which a browser does not scroll to by itself. */
function showAddressed(): void {
  const id = /^#\/([^/]+)/.exec(location.hash)?.[1];
  if (id !== undefined) document.getElementById(decodeURIComponent(id))?.scrollIntoView();
}
