/**
 * Movement of drawings: bars grow from their baseline, a changed drawing glides into the next. The new SVG stands in the
 * page from the first moment with all that it says; only attributes are moved, and at the end they are exactly its own.
 */

import { easeCubicInOut, easeCubicOut } from "d3-ease";
import { motion } from "../../../theme/tokens.ts";
import { Movement } from "./movement.ts";

/** What is moved of a mark that stays. */
const attributes = "x y width height cx cy r x1 y1 x2 y2 rx font-size stroke-width opacity fill stroke".split(" ");

/** Whether things may move: not where the reader asks for stillness, and not unseen, where no frames are drawn. */
export function mayMove(): boolean {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches && !document.hidden;
}

/** Bars grow from their baseline; what is written at their ends comes with them. */
export function grow(svg: SVGSVGElement): void {
  if (!mayMove()) return;
  const movement = new Movement(svg);
  for (const bar of svg.querySelectorAll("rect[data-grow]")) {
    const value = (name: string): number => Number(bar.getAttribute(name) ?? 0);
    const direction = bar.getAttribute("data-grow");
    movement.attribute(bar, direction === "right" || direction === "left" ? "width" : "height", 0);
    if (direction === "left") movement.attribute(bar, "x", value("x") + value("width"));
    if (direction === "up") movement.attribute(bar, "y", value("y") + value("height"));
  }
  movement.run(motion.enter, easeCubicOut);
}

/**
 * Lets a drawing glide from another's state into its own.
 *
 * @param to in the page
 * @param from what was seen before; need not be in the page any more
 */
export function morph(to: SVGSVGElement, from: SVGSVGElement): void {
  if (!mayMove()) return;
  const old = marksOf(from);
  const now = marksOf(to);
  const movement = new Movement(to);
  for (const [key, mark] of now) {
    const before = old.get(key);
    if (before === undefined || before.tagName !== mark.tagName) {
      // A mark inside of a new group comes with the group.
      if (!now.has(parentOf(key)) || old.has(parentOf(key))) movement.enter(mark);
    } else if (mark.tagName !== "g") {
      for (const name of attributes) movement.attribute(mark, name, before.getAttribute(name));
      if (mark.tagName === "text") movement.words(mark, before);
      if (mark.tagName === "path") movePath(movement, mark, before);
    }
  }
  for (const [key, mark] of old) {
    if (!now.has(key) && (!old.has(parentOf(key)) || now.has(parentOf(key)))) movement.leave(mark);
  }
  movement.run(motion.morph, easeCubicInOut);
}

/** Paths of the same commands glide; of others, the old one goes and the new one comes. */
function movePath(movement: Movement, mark: Element, before: Element): void {
  const [start, end] = [before, mark].map((path) => path.getAttribute("d") ?? "");
  if (start === end) return;
  if (commandsOf(start) === commandsOf(end)) return movement.attribute(mark, "d", start ?? null);
  movement.leave(before);
  movement.enter(mark);
}

function commandsOf(path: string | undefined): string | undefined {
  return path?.replaceAll(/[^a-z]/gi, "");
}

/** All marks by their keys from the outside in, joined by a line break, which no key has. */
function marksOf(svg: SVGSVGElement): ReadonlyMap<string, Element> {
  const marks = new Map<string, Element>();
  const visit = (parent: Element, path: string): void => {
    for (const child of parent.children) {
      const key = child.getAttribute("data-key");
      if (key === null) continue;
      const below = path === "" ? key : `${path}\n${key}`;
      marks.set(below, child);
      visit(child, below);
    }
  };
  visit(svg, "");
  return marks;
}

function parentOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("\n")));
}
