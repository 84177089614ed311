/**
 * Reading single marks of a chart: the pointer shows what a mark says; by keyboard, Tab enters a drawing, the arrow keys
 * go from mark to mark, Escape leaves. A screen reader reads the mark's own label as the focus comes to it.
 */

import { markAt } from "./mark.ts";
import { hideReading, showReading } from "./reading.ts";

const marks = "[data-reading]";

/** Listens on the whole page, so that drawings may come and go. Call once. */
export function exploreCharts(): void {
  document.addEventListener("pointerover", ({ target, clientX, clientY }) => {
    const mark = markAt(target);
    if (mark !== undefined) showReading(mark, { x: clientX, y: clientY });
    else if (focusedMark() === undefined) hideReading();
  });
  document.addEventListener("focusin", ({ target }) => {
    const mark = markAt(target);
    if (mark === undefined) return hideReading();
    for (const other of marksBeside(mark)) other.setAttribute("tabindex", other === mark ? "0" : "-1");
    showReading(mark);
  });
  document.addEventListener("focusout", hideReading);
  // Before reveal, whose arrow keys turn slides.
  document.addEventListener("keydown", onKey, { capture: true });
}

function onKey(event: KeyboardEvent): void {
  const mark = markAt(event.target);
  if (mark === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = marksBeside(mark);
  const target = destination(event.key, all.indexOf(mark), all.length);
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (target === "leave") return mark.blur();
  all[target]?.focus();
}

/** The index that a key leads to from the present one, or out of the drawing; `undefined` for a key that means nothing here. */
export function destination(key: string, present: number, count: number): number | "leave" | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(present + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(present - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Escape":
      return "leave";
    default:
      return undefined;
  }
}

function focusedMark(): SVGElement | undefined {
  return markAt(document.activeElement);
}

function marksBeside(mark: SVGElement): readonly SVGElement[] {
  return [...(mark.closest("svg")?.querySelectorAll<SVGElement>(marks) ?? [])];
}
