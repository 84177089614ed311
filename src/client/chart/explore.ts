/**
 * Reading single marks of a chart: the pointer shows what a mark says; by keyboard, Tab enters a drawing, the arrow keys
 * go from mark to mark, Escape leaves. A screen reader reads the mark's own label as the focus comes to it.
 */

const marks = "[data-reading]";

/** Listens on the whole page, so that drawings may come and go. Call once. */
export function exploreCharts(): void {
  document.addEventListener("pointerover", ({ target, clientX }) => {
    const mark = markAt(target);
    if (mark !== undefined) show(mark, clientX);
    else if (focusedMark() === undefined) hide();
  });
  document.addEventListener("focusin", ({ target }) => {
    const mark = markAt(target);
    if (mark === undefined) return hide();
    for (const other of marksBeside(mark)) other.setAttribute("tabindex", other === mark ? "0" : "-1");
    show(mark);
  });
  document.addEventListener("focusout", hide);
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

function markAt(target: EventTarget | null): SVGElement | undefined {
  const mark = target instanceof Element ? target.closest<SVGElement>(marks) : null;
  return mark?.closest(".drawing") == null ? undefined : mark;
}

function focusedMark(): SVGElement | undefined {
  return markAt(document.activeElement);
}

function marksBeside(mark: SVGElement): readonly SVGElement[] {
  return [...(mark.closest("svg")?.querySelectorAll<SVGElement>(marks) ?? [])];
}

let label: HTMLElement | undefined;

/**
 * Puts the reading above the mark, inside of its figure; below where there is no room.
 *
 * @param at where on the screen it is pointed at, px; by default the mark's middle
 */
function show(mark: SVGElement, at?: number): void {
  const figure = mark.closest<HTMLElement>("figure");
  if (figure === null) return;
  label ??= makeLabel();
  label.textContent = mark.getAttribute("data-reading");
  label.hidden = false;
  if (label.parentElement !== figure) figure.append(label);
  const box = figure.getBoundingClientRect();
  // Slides are scaled: places on the screen are turned into places on the slide.
  const scale = box.width / figure.offsetWidth || 1;
  const target = mark.getBoundingClientRect();
  const middle = ((at ?? target.left + target.width / 2) - box.left) / scale;
  const left = Math.max(0, Math.min(middle - label.offsetWidth / 2, figure.offsetWidth - label.offsetWidth));
  const above = (target.top - box.top) / scale - label.offsetHeight - 6;
  label.style.left = `${left}px`;
  label.style.top = `${above < -label.offsetHeight ? (target.bottom - box.top) / scale + 6 : above}px`;
}

function hide(): void {
  if (label !== undefined) label.hidden = true;
}

/** For the eye only: who listens hears the mark itself. */
function makeLabel(): HTMLElement {
  const element = document.createElement("div");
  element.className = "mark-reading";
  element.setAttribute("aria-hidden", "true");
  return element;
}
