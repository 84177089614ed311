/** "Woher kommt diese Zahl?": asking by pointer, touch and keyboard. */

import { announce } from "../announce.ts";
import { isDialogOpen } from "../dialog.ts";
import { askableAt } from "./answers.ts";
import { close, isInside, open, openFor, place, renew, scrolls, stops } from "./popover.ts";
import { beButton, begin, end, isAsking, lastOf, neighbour, renewRound } from "./round.ts";

/** Listens on the whole page, so that slides may come and go. Call once, before what else listens to keys. */
export function askNumbers(): void {
  // The previews of the speaker view and reveal's print view show slides, and answer nobody.
  if (/[?&](?:receiver|print-pdf|view=print)\b/i.test(location.search)) return;
  document.documentElement.classList.add("asks");
  document.addEventListener("keydown", onKey, { capture: true });
  document.addEventListener("click", onClick);
  document.addEventListener("pointerdown", onPress);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("change", () => requestAnimationFrame(followPage));
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  addEventListener("resize", () => place());
  addEventListener("beforeprint", leave);
}

/** Begins to ask on a slide, or ends it. */
export function toggleAsking(slide: Element | null | undefined): void {
  if (isAsking()) leave();
  else if (slide && document.documentElement.classList.contains("asks")) {
    close(false);
    begin(slide);
  }
}

/** Ends all asking: another slide is shown, or all of them. */
export function leave(): void {
  close(false);
  end(false);
}

/** Brings what is asked in line with a slide that has changed. */
export function followPage(): void {
  renewRound();
  renew();
}

/** In the overview a click chooses a slide; reveal has left it before the click comes here. */
function isOff(): boolean {
  return document.querySelector(".reveal:is(.overview, .overview-deactivating)") !== null;
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || isOff()) return;
  const button = target.closest("button.ask");
  if (button !== null) return toggleAsking(button.closest("section"));
  if (isInside(target) || target.closest("a[href], button, input, label, summary") !== null) return;
  // Who marks words wants to copy them.
  if (getSelection()?.isCollapsed === false) return;
  const element = askableAt(target);
  if (element === undefined) return;
  if (openFor() === element) close();
  else open(element);
}

function onPress({ target }: PointerEvent): void {
  if (openFor() !== undefined && !isDialogOpen() && !isInside(target) && askableAt(target) === undefined) close(false);
}

/** A mark in focus is a button, whether all numbers are or not. */
function onFocus({ target }: FocusEvent): void {
  const element = askableAt(target);
  if (element instanceof SVGElement) beButton(element);
  // Who has gone on to something else has done with asking; a dialog gives the focus back.
  const elsewhere = target instanceof Element && target.closest("section.is-asking") === null && !isInside(target);
  if (isAsking() && elsewhere && !isDialogOpen() && target !== document.body) leave();
}

function onScroll({ target }: Event): void {
  if (openFor() === undefined || isDialogOpen() || isInside(target)) return;
  if (document.documentElement.classList.contains("reveal-ready")) close();
}

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || isOff() || isDialogOpen()) return;
  const handled = openFor() === undefined ? keyOnPage(event) : keyInAnswer(event);
  if (!handled) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @returns whether the key meant something */
function keyOnPage({ key, target }: KeyboardEvent): boolean {
  const element = target === document.body ? undefined : askableAt(target);
  if (key === "Escape" && isAsking()) {
    end();
    announce("Befragen beendet.");
    return true;
  }
  if (element === undefined || element !== target) return false;
  if (key === "Enter" || key === " ") {
    open(element);
    return true;
  }
  if (!isAsking()) return false;
  const next = key === "Home" || key === "End" ? lastOf(key) : neighbourBy(key, element);
  next?.focus();
  return next !== undefined;
}

function neighbourBy(key: string, element: HTMLElement | SVGElement): HTMLElement | SVGElement | undefined {
  if (key === "ArrowRight" || key === "ArrowDown") return neighbour(element, 1);
  return key === "ArrowLeft" || key === "ArrowUp" ? neighbour(element, -1) : undefined;
}

function keyInAnswer(event: KeyboardEvent): boolean {
  const { key, shiftKey, target } = event;
  const element = openFor();
  if (element === undefined) return false;
  if (key === "Escape") {
    close();
    return true;
  }
  if (!isInside(target)) return false;
  if (key === "Tab") return tabInAnswer(shiftKey);
  if (key === "ArrowUp" || key === "ArrowDown" || key === "Home" || key === "End") {
    // The browser scrolls; reveal, which would turn the slide, does not hear of it.
    if (scrolls()) event.stopImmediatePropagation();
    return !scrolls() && isAsking();
  }
  if (isAsking() && (key === "ArrowRight" || key === "ArrowLeft")) {
    const next = neighbour(element, key === "ArrowRight" ? 1 : -1);
    if (next !== element) {
      close(false);
      next.focus();
      open(next);
    }
    return true;
  }
  return false;
}

/** Tab goes through the answer's links, and out of it back to the number. @returns whether it went out */
function tabInAnswer(backwards: boolean): boolean {
  const all = stops();
  const present = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  const out = backwards ? present <= 0 : present === all.length - 1;
  if (out) close();
  return out;
}
