/**
 * Movement of drawings: bars grow from their baseline, a changed drawing glides into the next. The new SVG stands in the
 * page from the first moment with all that it says; only attributes are moved, and at the end they are exactly its own.
 */

import { easeCubicInOut, easeCubicOut } from "d3-ease";
import { interpolate, interpolateNumber, interpolateRgb } from "d3-interpolate";
import { select } from "d3-selection";
import { interrupt } from "d3-transition";
import { motion } from "../../../theme/tokens.ts";
import { interpolateWords } from "./words.ts";

/** What can be moved from one number to another. */
const numeric = ["x", "y", "width", "height", "cx", "cy", "r", "x1", "y1", "x2", "y2", "rx", "font-size", "stroke-width", "opacity"];
const colours = ["fill", "stroke"];

/** Movements under way, each with the way to end it at once. */
const running = new WeakMap<SVGSVGElement, () => void>();

/** Whether things may move: not where the reader asks for stillness, and not unseen, where no frames are drawn. */
export function mayMove(): boolean {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches && !document.hidden;
}

/** Ends a movement: the drawing stands as it was rendered. */
export function finish(svg: SVGSVGElement): void {
  running.get(svg)?.();
}

/** Bars grow from their baseline; what is written at their ends comes with them. */
export function grow(svg: SVGSVGElement): void {
  const bars = [...svg.querySelectorAll("rect[data-grow]")];
  if (bars.length === 0 || !mayMove()) return;
  animate(svg, motion.enter, easeCubicOut, (tween) => {
    for (const bar of bars) {
      const { x, y, width, height } = boxOf(bar);
      const direction = bar.getAttribute("data-grow");
      const across = direction === "right" || direction === "left";
      if (across) tween(bar, "width", 0);
      else tween(bar, "height", 0);
      if (direction === "left") tween(bar, "x", x + width);
      if (direction === "up") tween(bar, "y", y + height);
      for (const label of bar.parentElement?.querySelectorAll("text") ?? []) tween(label, "opacity", 0);
    }
  });
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
  const leaving = [...old].filter(([key]) => !now.has(key) && (old.has(parentOf(key)) ? now.has(parentOf(key)) : true));
  const ghosts = leaving.map(([, mark]) => ghostOf(mark));
  animate(
    to,
    motion.morph,
    easeCubicInOut,
    (tween, words) => {
      for (const [key, mark] of now) {
        const before = old.get(key);
        if (before === undefined || before.tagName !== mark.tagName) {
          // A mark inside a new group comes with the group.
          if (!now.has(parentOf(key)) || old.has(parentOf(key))) tween(mark, "opacity", 0);
          continue;
        }
        if (mark.tagName === "g") continue;
        for (const name of [...numeric, ...colours]) tween(mark, name, before.getAttribute(name) ?? undefined);
        if (mark.tagName === "path") tweenPath(mark, before, tween);
        if (mark.tagName === "text") words(mark, before.textContent);
      }
      for (const ghost of ghosts) {
        to.append(ghost);
        tween(ghost, "opacity", ghost.getAttribute("opacity") ?? 1, 0);
      }
    },
    () => ghosts.forEach((ghost) => ghost.remove()),
  );
}

/** Moves an attribute from a start to its present value, or to `end`. Nothing where there is no start or no difference. */
type Tween = (mark: Element, name: string, start: string | number | undefined, end?: number) => void;
type Words = (mark: Element, start: string) => void;

function animate(
  svg: SVGSVGElement,
  duration: number,
  ease: (time: number) => number,
  describe: (tween: Tween, words: Words) => void,
  end: () => void = () => {},
): void {
  finish(svg);
  const steps: ((time: number) => void)[] = [];
  const restore: (() => void)[] = [end];
  describe(
    (mark, name, start, target) => {
      const own = mark.getAttribute(name);
      const final = target ?? own ?? defaults[name];
      const first = start ?? defaults[name];
      if (final === undefined || first === undefined || String(first) === String(final)) return;
      const between = interpolatorFor(name)(String(first), String(final));
      steps.push((time) => mark.setAttribute(name, String(between(time))));
      restore.push(() => (own === null ? mark.removeAttribute(name) : mark.setAttribute(name, own)));
    },
    (mark, start) => {
      const own = mark.textContent;
      const between = interpolateWords(start, own);
      if (between === undefined) return;
      steps.push((time) => {
        mark.textContent = between(time);
      });
      restore.push(() => {
        mark.textContent = own;
      });
    },
  );
  if (steps.length === 0) return restore.forEach((back) => back());
  const movement = select(svg).transition().duration(duration).ease(ease);
  const stop = (): void => {
    running.delete(svg);
    restore.forEach((back) => back());
  };
  running.set(svg, () => {
    interrupt(svg);
    if (running.has(svg)) stop();
  });
  // The start must be in the page before it is painted, not a frame later.
  steps.forEach((step) => step(0));
  movement.tween("marks", () => (time) => steps.forEach((step) => step(time))).on("end interrupt", stop);
}

const defaults: Readonly<Record<string, string>> = { opacity: "1", rx: "0" };

function interpolatorFor(name: string): (a: string, b: string) => (time: number) => string | number {
  if (name === "d") return (a, b) => interpolate(a, b);
  if (colours.includes(name)) return (a, b) => (a === "none" || b === "none" ? () => b : interpolateRgb(a, b));
  return (a, b) => interpolateNumber(Number(a), Number(b));
}

/** Paths of the same commands glide; of others, the new one comes and the old one is gone. */
function tweenPath(mark: Element, before: Element, tween: Tween): void {
  const start = before.getAttribute("d") ?? "";
  const alike = start.replaceAll(/[^a-z]/gi, "") === (mark.getAttribute("d") ?? "").replaceAll(/[^a-z]/gi, "");
  if (alike) tween(mark, "d", start);
  else tween(mark, "opacity", 0);
}

function boxOf(bar: Element): Readonly<Record<"x" | "y" | "width" | "height", number>> {
  const value = (name: string): number => Number(bar.getAttribute(name) ?? 0);
  return { x: value("x"), y: value("y"), width: value("width"), height: value("height") };
}

/** All marks by their keys from the outside in, joined by a line break, which no key has. */
function marksOf(svg: SVGSVGElement): ReadonlyMap<string, Element> {
  const marks = new Map<string, Element>();
  const visit = (parent: Element, path: string): void => {
    for (const child of parent.children) {
      const key = child.getAttribute("data-key");
      if (key === null || child.hasAttribute("data-ghost")) continue;
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

/** A mark that is gone, for the eye only while it fades. */
function ghostOf(mark: Element): SVGElement | Element {
  const ghost = document.importNode(mark, true);
  for (const element of [ghost, ...ghost.querySelectorAll("*")]) {
    for (const name of ["data-key", "data-reading", "role", "aria-label", "tabindex", "id"]) element.removeAttribute(name);
  }
  ghost.setAttribute("data-ghost", "");
  ghost.setAttribute("aria-hidden", "true");
  return ghost;
}
