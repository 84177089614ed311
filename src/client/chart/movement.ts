/** One movement of a drawing: attributes on their way from a start to what they are, all by one clock, and exactly there at its end. */

import { interpolate, interpolateNumber, interpolateRgb } from "d3-interpolate";
import { select } from "d3-selection";
import { interrupt } from "d3-transition";
import { interpolateWords } from "./words.ts";

/** Part of the time, from 0 to 1: what goes has gone before what comes is there, so that they are never seen through each other. */
const goes = { from: 0, to: 0.4 } as const;
const comes = { from: 0.5, to: 1 } as const;

/** Movements under way, each with the way to end it at once. */
const running = new WeakMap<SVGSVGElement, () => void>();

/** Ends a movement: the drawing stands as it was rendered. */
export function finish(svg: SVGSVGElement): void {
  running.get(svg)?.();
}

/** Attributes that can be left out, and what they are then. */
const defaults: Readonly<Record<string, string>> = { opacity: "1", rx: "0" };

export class Movement {
  readonly #svg: SVGSVGElement;
  readonly #steps: ((time: number) => void)[] = [];
  readonly #restore: (() => void)[] = [];

  constructor(svg: SVGSVGElement) {
    finish(svg);
    this.#svg = svg;
  }

  /** Moves an attribute from a start to its present value. Nothing where there is no start or no difference. */
  attribute(
    mark: Element,
    name: string,
    start: string | number | null,
    part: { readonly from: number; readonly to: number } = { from: 0, to: 1 },
  ): void {
    const own = mark.getAttribute(name);
    const [first, last] = [start ?? defaults[name], own ?? defaults[name]];
    if (first === undefined || last === undefined || String(first) === last) return;
    const between = interpolatorFor(name, String(first), last);
    const { from, to } = part;
    this.#steps.push((time) => mark.setAttribute(name, String(between(Math.max(0, Math.min(1, (time - from) / (to - from)))))));
    this.#restore.push(() => (own === null ? mark.removeAttribute(name) : mark.setAttribute(name, own)));
  }

  /** What comes with this movement. */
  enter(mark: Element): void {
    this.attribute(mark, "opacity", 0, comes);
  }

  /** What was seen before and is no more: a copy of it fades, for the eye only. */
  leave(mark: Element): void {
    const ghost = document.importNode(mark, true);
    for (const element of [ghost, ...ghost.querySelectorAll("*")]) {
      for (const name of ["data-key", "data-reading", "role", "aria-label", "tabindex", "id"]) element.removeAttribute(name);
    }
    ghost.setAttribute("aria-hidden", "true");
    const first = ghost.getAttribute("opacity") ?? "1";
    ghost.setAttribute("opacity", "0");
    this.#svg.append(ghost);
    this.attribute(ghost, "opacity", first, goes);
    this.#restore.push(() => ghost.remove());
  }

  /** A number runs to its new value; other words give way to the new ones. */
  words(mark: Element, before: Element): void {
    const own = mark.textContent;
    if (before.textContent === own) return;
    const between = interpolateWords(before.textContent, own);
    if (between === undefined) {
      this.leave(before);
      this.enter(mark);
      return;
    }
    this.#steps.push((time) => {
      mark.textContent = between(time);
    });
    this.#restore.push(() => {
      mark.textContent = own;
    });
  }

  /** Begins at once: the start is in the page before it is painted. @param duration ms */
  run(duration: number, ease: (time: number) => number): void {
    if (this.#steps.length === 0) return;
    const svg = this.#svg;
    const step = (time: number): void => this.#steps.forEach((each) => each(time));
    const stop = (): void => {
      running.delete(svg);
      this.#restore.forEach((back) => back());
    };
    running.set(svg, () => {
      interrupt(svg);
      // Before its first frame a transition ends without a word.
      if (running.has(svg)) stop();
    });
    step(0);
    select(svg)
      .transition()
      .duration(duration)
      .ease(ease)
      .tween("marks", () => step)
      .on("end interrupt", stop);
  }
}

function interpolatorFor(name: string, start: string, end: string): (time: number) => string | number {
  if (name === "d") return interpolate(start, end);
  if (name !== "fill" && name !== "stroke") return interpolateNumber(Number(start), Number(end));
  return start === "none" || end === "none" ? () => end : interpolateRgb(start, end);
}
