/**
 * Asking by keyboard: one button a slide (or the key W) makes all its numbers buttons, the focus goes from one to the next
 * by Tab or the arrow keys, and Escape makes them words again. So a screen reader reads sentences as sentences until
 * somebody wants to ask.
 */

import { announce } from "../announce.ts";
import { askablesIn, replyTo } from "./answers.ts";
import { drawLines, endLines } from "./underline.ts";
import { nameOf } from "./words.ts";

type Asked = HTMLElement | SVGElement;

let round: { readonly slide: Element; readonly from: Element | null } | undefined;

export function isAsking(): boolean {
  return round !== undefined;
}

/** Begins on a slide: its first number has the focus. */
export function begin(slide: Element): void {
  end(false);
  round = { slide, from: document.activeElement };
  const all = prepare(slide);
  const [first] = all;
  if (first === undefined) {
    round = undefined;
    announce("Auf dieser Folie steht keine Zahl aus den Daten.");
    return;
  }
  first.focus();
  const count = all.length === 1 ? "Eine Angabe" : `${all.length} Angaben`;
  announce(`${count} auf dieser Folie. Weiter mit Tabulator oder Pfeiltasten, Eingabetaste: woher die Angabe kommt, Escape: beenden.`);
}

/** @param back gives the focus back to where it was before */
export function end(back: boolean = true): void {
  if (round === undefined) return;
  const { slide, from } = round;
  round = undefined;
  slide.classList.remove("is-asking");
  endLines();
  const focused = document.activeElement;
  for (const element of slide.querySelectorAll("[data-figure][role='button']")) {
    for (const name of ["role", "tabindex", "aria-haspopup", "aria-expanded", "aria-label"]) element.removeAttribute(name);
  }
  if (!back) return;
  if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus({ preventScroll: true });
  else if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.blur();
}

/** After an edit, or when a chart was drawn anew: what came is made a button, too. */
export function renewRound(): void {
  if (round === undefined) return;
  const lost = document.activeElement === document.body;
  const [first] = prepare(round.slide);
  if (first === undefined) end();
  else if (lost) first.focus();
}

/** The one before or after; the same where there is none. */
export function neighbour(element: Asked, step: 1 | -1): Asked {
  const all = round === undefined ? [] : askablesIn(round.slide);
  return all[all.indexOf(element) + step] ?? element;
}

export function lastOf(side: "Home" | "End"): Asked | undefined {
  const all = round === undefined ? [] : askablesIn(round.slide);
  return side === "Home" ? all[0] : all.at(-1);
}

function prepare(slide: Element): readonly Asked[] {
  const all = askablesIn(slide);
  // An edit takes it away, as all that the page has added.
  slide.classList.toggle("is-asking", all.length > 0);
  for (const element of all) beButton(element);
  if (all.length > 0) drawLines(slide);
  return all;
}

/** A mark has its name and its place in the order of Tab already. */
export function beButton(element: Asked): void {
  element.setAttribute("role", "button");
  element.setAttribute("aria-haspopup", "dialog");
  if (!element.hasAttribute("aria-expanded")) element.setAttribute("aria-expanded", "false");
  if (element instanceof SVGElement) {
    // Else the words that are seen of it run into one, which nobody could say who speaks to his machine.
    for (const words of element.querySelectorAll("text")) if (words.nextSibling?.nodeType !== Node.TEXT_NODE) words.after(" ");
    return;
  }
  const told = replyTo(element)?.told[0];
  if (told === undefined) return;
  const name = nameOf(told);
  const text = told.answer.text;
  element.setAttribute("tabindex", "0");
  element.setAttribute("aria-label", name === "" ? text : `${text}, ${name}`);
}
