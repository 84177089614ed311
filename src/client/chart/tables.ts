/**
 * The data of a chart as a table, on a slide: over it, since the drawing's own place is too small for most of them, and
 * out of the way again by Escape, the button, or a click beside it. In a document they unfold below the drawing.
 */

import { closeButton } from "../close-button.ts";

/** No slide's id has a colon. */
const headingId = "stichtag:tabelle";

let dialog: HTMLDialogElement | undefined;

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

/** When another slide is shown. */
export function closeTables(): void {
  dialog?.close();
}

function open(figure: HTMLElement): void {
  dialog ??= makeDialog();
  const tables = figure.querySelector(".chart-tables");
  const title = figure.querySelector("figcaption")?.textContent ?? "";
  if (tables === null) return;
  const heading = document.createElement("h2");
  heading.id = headingId;
  heading.textContent = title;
  const body = document.createElement("div");
  body.className = "data-tables";
  // With more rows than are seen it is scrolled by keyboard, too.
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-labelledby", headingId);
  body.append(...[...tables.children].map((table) => table.cloneNode(true)));
  // The heading has said what all of them are.
  for (const caption of body.querySelectorAll("caption")) {
    const [, own] = /^\s*\((.+)\)$/u.exec(caption.textContent.replace(title, "")) ?? [];
    if (own !== undefined) caption.textContent = own;
  }
  dialog.replaceChildren(closeButton("data-close", closeTables), heading, body);
  const slide = figure.closest<HTMLElement>("section");
  const scale = slide === null ? 1 : slide.getBoundingClientRect().width / slide.offsetWidth || 1;
  dialog.style.setProperty("--data-size", `${Math.max(15, Math.min(18 * scale, 40))}px`);
  if (!dialog.isConnected) document.body.append(dialog);
  dialog.showModal();
  body.classList.add("is-opened");
  body.addEventListener("blur", () => body.classList.remove("is-opened"), { once: true });
  body.focus({ preventScroll: true });
}

function makeDialog(): HTMLDialogElement {
  const element = document.createElement("dialog");
  element.className = "data-dialog";
  element.setAttribute("aria-labelledby", headingId);
  // Keys mean nothing to the deck as long as it is covered.
  element.addEventListener("keydown", (event) => event.stopPropagation());
  element.addEventListener("click", ({ target }) => {
    if (target === element) element.close();
  });
  element.addEventListener("close", () => element.remove());
  return element;
}
