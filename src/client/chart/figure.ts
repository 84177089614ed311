/** One chart of the page: its views, and which of them is drawn for which size. */

import { canvasType, layoutChart, minimumHeight, phoneType } from "../../chart/layout.ts";
import type { Chart } from "../../chart/model.ts";
import { renderSvg } from "../../scene/svg.ts";
import { grow, morph } from "./animate.ts";
import { type Model, modelFrom } from "./model.ts";
import { finish } from "./movement.ts";

/** Height in px of a drawing in a document, by the least that it takes at that width. */
function heightOf({ kind }: Chart, least: number, width: number): number {
  // A bar of progress has no use for height; rows want a little air; what has axes or areas wants a good form.
  if (kind === "progress") return least;
  const rows = kind === "bar" || kind === "timeline" || kind === "hub" || kind === "network";
  return Math.round(rows ? least * 1.2 : Math.max(least, width * 0.75));
}

export class ChartFigure {
  readonly element: HTMLElement;
  /** The drawings for the canvas as they came with the page, by view. */
  readonly #drawings: readonly SVGSVGElement[];
  readonly #stage: Element;
  #view = 0;
  #model: Model | undefined;
  /** The width that is drawn for, px; `undefined` on the canvas. */
  #width: number | undefined;
  #grown = false;

  /** @returns `undefined` for a figure without a drawing */
  static of(element: HTMLElement): ChartFigure | undefined {
    const known = figures.get(element);
    if (known !== undefined) return known;
    const stage = element.querySelector(".drawing");
    if (stage === null) return undefined;
    const figure = new ChartFigure(element, stage);
    figures.set(element, figure);
    return figure;
  }

  private constructor(element: HTMLElement, stage: Element) {
    this.element = element;
    this.#stage = stage;
    this.#drawings = [...element.querySelectorAll<SVGSVGElement>(".drawing > svg")];
    element.setAttribute("data-live", "");
    const checked = [...this.inputs].findIndex((input) => input.checked);
    if (checked > 0) this.#show(checked);
    restTabStop(this.svg);
  }

  /** The switch between views. */
  get inputs(): NodeListOf<HTMLInputElement> {
    return this.element.querySelectorAll<HTMLInputElement>(".views input");
  }

  get view(): number {
    return this.#view;
  }

  /** What is drawn. */
  get chart(): Chart | undefined {
    this.#model ??= modelOf(this.element);
    return this.#model?.views[this.#view]?.chart;
  }

  /** The drawing that is seen. */
  get svg(): SVGSVGElement | undefined {
    return this.#stage.querySelector<SVGSVGElement>(":scope > svg") ?? undefined;
  }

  /** The names of the views, as their buttons show them. */
  get labels(): readonly string[] {
    return [...this.inputs].map((input) => input.labels?.[0]?.textContent.trim() ?? "");
  }

  /** Changes to another view; the drawing glides. */
  setView(view: number): void {
    const input = this.inputs[view];
    if (input !== undefined) input.checked = true;
    if (view === this.#view) return;
    const before = this.svg;
    this.#show(view);
    if (before !== undefined && this.svg !== undefined) morph(this.svg, before);
  }

  /** Draws for a width in px, as high as it takes, or for the canvas again (`undefined`). */
  setWidth(width: number | undefined): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#show(this.#view);
  }

  /** Bars grow, the first time only. */
  arrive(): void {
    if (this.#grown) return;
    this.#grown = true;
    if (this.svg !== undefined) grow(this.svg);
  }

  /** Takes the place of a figure in the page: keeps its view and size, and glides from what it showed. */
  replace(old: ChartFigure): void {
    const view = this.labels.indexOf(old.labels[old.view] ?? "");
    this.#grown = old.#grown;
    this.#width = old.#width;
    const input = this.inputs[Math.max(view, 0)];
    if (input !== undefined) input.checked = true;
    this.#show(Math.max(view, 0));
    if (this.svg !== undefined && old.svg !== undefined) morph(this.svg, old.svg);
  }

  /** Ends all movement. */
  finish(): void {
    if (this.svg !== undefined) finish(this.svg);
  }

  #show(view: number): void {
    this.finish();
    this.#view = view;
    const drawing = this.#width === undefined ? this.#drawings[view] : this.#drawn(view, this.#width);
    if (drawing !== undefined && drawing !== this.svg) this.#stage.replaceChildren(drawing);
    restTabStop(this.svg);
  }

  #drawn(view: number, width: number): SVGSVGElement | undefined {
    this.#model ??= modelOf(this.element);
    const chart = this.#model?.views[view]?.chart;
    if (chart === undefined) return this.#drawings[view];
    const type = width < 480 ? phoneType : canvasType;
    const height = heightOf(chart, minimumHeight(chart, { width, ...type }), width);
    const stage = document.createElement("div");
    stage.innerHTML = renderSvg(layoutChart(chart, { width, height, ...type }), { id: `${chart.id}-${view}`, title: chart.summary });
    return stage.querySelector("svg") ?? undefined;
  }
}

const figures = new WeakMap<HTMLElement, ChartFigure>();

/** All charts inside of an element, ready to be used. */
export function figuresIn(parent: ParentNode): readonly ChartFigure[] {
  return [...parent.querySelectorAll<HTMLElement>("figure[data-chart]")].flatMap((element) => ChartFigure.of(element) ?? []);
}

/** One mark of a drawing can be reached by Tab; the arrow keys lead on from there. */
function restTabStop(svg: SVGSVGElement | undefined): void {
  svg?.querySelectorAll("[data-reading]").forEach((mark, index) => mark.setAttribute("tabindex", index === 0 ? "0" : "-1"));
}

function modelOf(element: Element): Model | undefined {
  const text = element.querySelector("script.chart-model")?.textContent;
  // Written by the same program into the same page.
  return text === undefined ? undefined : modelFrom(text);
}
