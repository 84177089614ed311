/** Brings a slide in the page to its new state, touching only what differs: focus, scroll and open details stay. */

import { ChartFigure } from "../chart/figure.ts";

/** Marks that reveal sets on a slide, which the new state does not know. */
const revealClasses = new Set(["present", "past", "future", "stack", "has-dark-background", "has-light-background"]);
const revealAttributes = new Set(["hidden", "aria-hidden", "inert", "style", "data-index-h", "data-index-v", "data-background-hash"]);
/** Of fragments, which the speaker has uncovered. */
const fragmentClasses = new Set(["visible", "current-fragment"]);

/** The slide that a section's HTML describes. @throws Error where it is none */
export function sectionOf(html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html;
  const section = template.content.firstElementChild;
  if (!(section instanceof HTMLElement)) throw new Error("The server sent no slide.");
  return section;
}

/** Changes a slide in the page into `next`. */
export function patchSlide(slide: HTMLElement, next: HTMLElement): void {
  const kept = [...slide.classList].filter((name) => revealClasses.has(name));
  patchAttributes(slide, next, revealAttributes);
  slide.classList.add(...kept);
  patchChildren(slide, next);
}

function patchChildren(parent: Element, next: Element): void {
  // Both lists change while they are walked.
  const old = [...parent.childNodes];
  const now = [...next.childNodes];
  now.forEach((node, index) => {
    const present = old[index];
    if (present === undefined) parent.append(node);
    else patchNode(present, node);
  });
  for (const rest of old.slice(now.length)) rest.remove();
}

function patchNode(old: ChildNode, next: ChildNode): void {
  if (old.isEqualNode(next)) return;
  if (old instanceof Element && next instanceof Element && old.tagName === next.tagName) {
    if (isChart(old) && isChart(next)) return patchChart(old, next);
    const kept = [...old.classList].filter((name) => fragmentClasses.has(name));
    patchAttributes(old, next, openOf(old));
    if (kept.length > 0) old.classList.add(...kept);
    patchChildren(old, next);
  } else if (old instanceof Text && next instanceof Text) {
    old.data = next.data;
  } else {
    old.replaceWith(next);
  }
}

function isChart(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.matches("figure[data-chart]");
}

/** Details that the reader has opened stay open. */
function openOf(element: Element): ReadonlySet<string> {
  return element.tagName === "DETAILS" ? new Set(["open"]) : new Set();
}

function patchAttributes(old: Element, next: Element, kept: ReadonlySet<string>): void {
  for (const { name } of Array.from(old.attributes)) if (!next.hasAttribute(name) && !kept.has(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** A chart is exchanged as a whole; it keeps its view, its size and the reader's place, and glides to its new values. */
function patchChart(old: HTMLElement, next: HTMLElement): void {
  if (sourceOf(old) === sourceOf(next)) return;
  const before = ChartFigure.of(old);
  const place = placeOf(document.activeElement, old);
  const open = old.querySelector("details")?.open;
  old.replaceWith(next);
  const details = next.querySelector("details");
  if (details !== null && open === true) details.open = true;
  const after = ChartFigure.of(next);
  if (before !== undefined) after?.replace(before);
  if (place !== undefined) next.querySelector<HTMLElement | SVGElement>(place)?.focus();
}

/** What a chart is drawn from, its table included. */
function sourceOf(figure: HTMLElement): string {
  return [".chart-model", ".chart-tables", "figcaption"].map((part) => figure.querySelector(part)?.innerHTML ?? "").join("\n");
}

/** A selector for where the focus is inside of a chart. */
function placeOf(focused: Element | null, figure: HTMLElement): string | undefined {
  if (focused === null || !figure.contains(focused)) return undefined;
  const key = focused.getAttribute("data-key");
  if (key !== null) return `.drawing [data-key="${CSS.escape(key)}"]`;
  return focused instanceof HTMLInputElement ? `.views input[value="${CSS.escape(focused.value)}"]` : focused.tagName.toLowerCase();
}
