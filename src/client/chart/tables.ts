/**
 * The data of a chart as a table, on a slide: over it, since the drawing's own place is too small for most of them, and
 * out of the way again by Escape, the button, or a click beside it. In a document they unfold below the drawing.
 */

import { openDialog } from "../dialog.ts";

/** Listens on the whole page, so that charts may come and go. Call once. */
export function showTables(): void {
  document.addEventListener("click", (event) => {
    const { target, detail } = event;
    const summary = target instanceof Element ? target.closest<HTMLElement>(".chart-table > summary") : null;
    const figure = summary?.closest<HTMLElement>("figure[data-chart]");
    if (summary == null || figure == null || !document.documentElement.classList.contains("reveal-ready")) return;
    event.preventDefault();
    // Who clicked goes on with the deck's keys afterwards; who came by Tab stays where the button is.
    if (detail > 0) summary.blur();
    open(figure);
  });
}

function open(figure: HTMLElement): void {
  const tables = figure.querySelector(".chart-tables");
  if (tables === null) return;
  const title = figure.querySelector("figcaption")?.textContent ?? "";
  const copies = [...tables.children].map((table) => table.cloneNode(true));
  // The heading has said what all of them are.
  for (const caption of copies.flatMap((copy) => (copy instanceof Element ? [...copy.querySelectorAll("caption")] : []))) {
    const [, own] = /^\s*\((.+)\)$/u.exec(caption.textContent.replace(title, "")) ?? [];
    if (own !== undefined) caption.textContent = own;
  }
  openDialog("data-tables", title, copies, figure.closest<HTMLElement>("section"));
}
