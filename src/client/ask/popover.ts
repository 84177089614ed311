/**
 * The answer to a number that was asked, as a dialog beside it that keeps nobody: it closes on Escape, on a press outside,
 * when the slide turns or scrolls. On a phone it is a sheet at the foot of the screen.
 */

import { hideReading } from "../chart/reading.ts";
import { closeButton } from "../close-button.ts";
import { replyTo } from "./answers.ts";
import { obstaclesOn, safeArea, shapeOf } from "./around.ts";
import { contentOf } from "./content.ts";
import { lineEnd } from "./line-end.ts";
import { type Found, placeAnswer } from "./place.ts";

type Asked = HTMLElement | SVGElement;

/** Between the answer and the window's edge, px. */
const edge = 12;
/** Of the answer, em: in the wider ones the sources stand side by side, so that they are less high. */
const widths = [25, 28, 31, 34.5, 38];
/** No slide's id has a colon. */
const headingId = "stichtag:antwort";

let dialog: HTMLElement | undefined;
let asked: Asked | undefined;
let edgeOfMark: Element | undefined;
/** How high the answer may be, px; it is somewhat less where it would end within a line. */
let room = 0;
/** Who had the focus before. */
let before: Element | null = null;

/** What the open answer belongs to. */
export function openFor(): Asked | undefined {
  return asked;
}

/** Opens the answer to an element. Nothing where there is none. */
export function open(element: Asked): void {
  if (asked === undefined) before = document.activeElement;
  else settle(asked);
  if (!fill(element)) return close();
  asked = element;
  mark(element);
  hideReading();
  place();
  dialog?.focus({ preventScroll: true });
}

/** @param back gives the focus back to where it was */
export function close(back: boolean = true): void {
  if (asked === undefined) return;
  const [element, target] = [asked, before];
  settle(element);
  asked = undefined;
  before = null;
  const inside = dialog?.contains(document.activeElement) === true;
  dialog?.remove();
  if (!back || !inside) return;
  // A number that was pointed at takes no focus; one that was reached by keyboard does.
  const own = element.isConnected && element.hasAttribute("tabindex") ? element : target;
  if ((own instanceof HTMLElement || own instanceof SVGElement) && own.isConnected) own.focus({ preventScroll: true });
}

/** After an edit: the answer follows the number, or goes with it. */
export function renew(): void {
  if (asked === undefined) return;
  const next = asked.isConnected ? asked : document.querySelector<Asked>(selectorOf(asked));
  if (next === null || !next.checkVisibility() || !fill(next)) return close();
  asked = next;
  mark(next);
  place();
}

/** Finds what has taken the place of an element that is gone: a chart is exchanged as a whole. */
function selectorOf(element: Asked): string {
  const id = element.getAttribute("data-figure");
  if (id !== null) return `[data-figure="${CSS.escape(id)}"]`;
  const chart = element.closest<HTMLElement>("figure[data-chart]")?.dataset["chart"] ?? "";
  return `[data-chart="${CSS.escape(chart)}"] .drawing [data-key="${CSS.escape(element.getAttribute("data-key") ?? "")}"][data-reading]`;
}

/** Words that are no button just now cannot say that they are open. */
function mark(element: Element): void {
  element.classList.add("is-asked");
  if (element instanceof SVGElement) drawEdge(element);
  if (element.hasAttribute("aria-haspopup")) element.setAttribute("aria-expanded", "true");
}

/** The edge of a mark stands above its neighbours, which would paint over half of it. */
function drawEdge(element: SVGElement): void {
  edgeOfMark?.remove();
  const shape = shapeOf(element);
  const copy = shape === element ? undefined : shape.cloneNode();
  if (!(copy instanceof SVGElement)) return;
  // It is no mark of its own.
  for (const name of ["data-key", "data-grow", "stroke-dasharray"]) copy.removeAttribute(name);
  copy.setAttribute("class", "asked-edge");
  copy.setAttribute("aria-hidden", "true");
  element.ownerSVGElement?.append(copy);
  edgeOfMark = copy;
}

function settle(element: Element): void {
  element.classList.remove("is-asked");
  edgeOfMark?.remove();
  if (element.hasAttribute("aria-haspopup")) element.setAttribute("aria-expanded", "false");
}

function fill(element: Asked): boolean {
  const reply = replyTo(element);
  if (reply === undefined) return false;
  dialog ??= makeDialog();
  const body = document.createElement("div");
  body.className = "answer-body";
  body.append(...contentOf(reply, headingId));
  dialog.replaceChildren(
    closeButton("answer-close", () => close()),
    body,
  );
  if (!dialog.isConnected) document.body.append(dialog);
  return true;
}

function makeDialog(): HTMLElement {
  const element = document.createElement("div");
  element.className = "answer";
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-labelledby", headingId);
  element.tabIndex = -1;
  // What is unfolded has other lines.
  element.addEventListener("toggle", () => endBetweenLines(element), { capture: true });
  return element;
}

/** Sets the dialog near what was asked, as large as the slide is scaled; a document's sheet has its place by the style sheet. */
export function place(): void {
  if (asked === undefined || dialog === undefined) return;
  const body = dialog;
  const slide = asked.closest<HTMLElement>("section");
  const presents = slide !== null && document.documentElement.classList.contains("reveal-ready");
  body.classList.toggle("answer-sheet", !presents);
  for (const name of ["left", "top", "max-height", "--answer-size", "--answer-width"]) body.style.removeProperty(name);
  if (!presents) {
    room = Number.parseFloat(getComputedStyle(body).maxHeight);
    endBetweenLines(body);
    return bringAbove(asked, body);
  }
  const scale = slide.getBoundingClientRect().width / slide.offsetWidth || 1;
  body.style.setProperty("--answer-size", `${Math.max(16, Math.min(18 * scale, 44))}px`);
  const { clientWidth, clientHeight } = document.documentElement;
  const window = { left: edge, top: edge, width: clientWidth - 2 * edge, height: clientHeight - 2 * edge };
  const [safe, shape, obstacles] = [safeArea(slide), shapeOf(asked).getBoundingClientRect(), obstaclesOn(slide, asked)];
  const placed = (width: number): Found => {
    body.style.setProperty("--answer-width", `${width}em`);
    // A pixel more, since the browser rounds down.
    return placeAnswer({ width: body.offsetWidth + 1, height: body.offsetHeight + 1 }, shape, [safe, window], obstacles);
  };
  const all = widths.map((width) => ({ width, found: placed(width) }));
  const best = all.reduce((a, b) => (b.found.cost < a.found.cost ? b : a));
  const found = placed(best.width);
  body.style.left = `${found.left}px`;
  body.style.top = `${found.top}px`;
  // What is unfolded may make it longer, but not over what was asked.
  const isAbove = found.top + found.height <= shape.top && found.left < shape.right && found.left + body.offsetWidth > shape.left;
  const isWhole = found.height > body.offsetHeight;
  room = isAbove || !isWhole ? found.height : window.top + window.height - found.top;
  endBetweenLines(body);
}

/** No line that is cut by the lower edge, as long as nobody scrolls: the edge goes up into the next gap. */
function endBetweenLines(body: HTMLElement): void {
  body.style.maxHeight = `${room}px`;
  if (!scrolls() || body.scrollTop > 0) return;
  const { top } = body.getBoundingClientRect();
  const end = lineEnd(body, top + body.clientTop + body.clientHeight);
  body.style.maxHeight = `${end - top + body.offsetHeight - body.clientHeight - body.clientTop}px`;
}

/** A sheet must not lie over what was asked. */
function bringAbove(element: Asked, sheet: Element): void {
  const under = shapeOf(element).getBoundingClientRect().bottom + 16 - sheet.getBoundingClientRect().top;
  if (under > 0) scrollBy({ top: under });
}

/** Whether an element is part of the answer. */
export function isInside(target: EventTarget | null): boolean {
  return dialog?.isConnected === true && target instanceof Node && dialog.contains(target);
}

/** What Tab reaches in the answer, in order. */
export function stops(): readonly HTMLElement[] {
  return [...(dialog?.querySelectorAll<HTMLElement>("a[href], button, summary") ?? [])].filter((element) => element.checkVisibility());
}

/** Whether there is more of the answer than is seen. */
export function scrolls(): boolean {
  return dialog !== undefined && dialog.scrollHeight > dialog.clientHeight + 1;
}
