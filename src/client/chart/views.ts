/** The switch between a chart's views: all charts of a slide that have a view of that name change together. */

import { ChartFigure, figuresIn } from "./figure.ts";

/** Listens on the whole page, so that charts may come and go. Call once. */
export function switchViews(): void {
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.closest(".views") === null) return;
    const element = target.closest<HTMLElement>("figure[data-chart]");
    const chosen = element === null ? undefined : ChartFigure.of(element);
    if (element === null || chosen === undefined) return;
    const name = chosen.labels[[...chosen.inputs].indexOf(target)];
    for (const figure of figuresIn(element.closest("section") ?? element.parentElement ?? document)) {
      const view = name === undefined ? -1 : figure.labels.indexOf(name);
      if (view >= 0) figure.setView(view);
    }
  });
  // Who clicked goes on with the arrow keys to the next slide; who came by Tab stays in the switch.
  document.addEventListener("click", ({ target, detail }) => {
    if (detail > 0 && target instanceof HTMLInputElement && target.closest(".views") !== null) target.blur();
  });
}
