/** What the page knows of its numbers: each slide's answers, and the deck's releases. */

import {
  type Answer,
  answersClass,
  type AskedRelease,
  type Behind,
  behind,
  type DeckSources,
  numberOf,
  type SlideAnswers,
  sourcesClass,
} from "../../data/answer.ts";
import { figureMarks } from "../../chart/marks.ts";
import { ChartFigure } from "../chart/figure.ts";
import { markAt } from "../chart/mark.ts";

/** One answer with all that it leads to. */
export interface Told extends Behind {
  readonly answer: Answer;
}

/** All that is told of one place of a slide. */
export interface Reply {
  /** The first is what was asked; the others belong to it: the share that a slice shows, too. */
  readonly told: readonly [Told, ...Told[]];
  /** The words around it that hold because of it. */
  readonly claim?: Told;
}

/** By the text of the script: an edit changes it in place. */
const read = new WeakMap<Element, { readonly text: string; readonly answers: SlideAnswers }>();

function answersOf(slide: Element): SlideAnswers | undefined {
  const script = slide.querySelector(`:scope > script.${answersClass}`);
  if (script === null) return undefined;
  const text = script.textContent;
  const known = read.get(script);
  if (known?.text === text) return known.answers;
  // Written by the same program into the same page.
  const answers: SlideAnswers = JSON.parse(text);
  read.set(script, { text, answers });
  return answers;
}

let sources: DeckSources | undefined;

/** Takes the deck's releases anew, as JSON. */
export function takeSources(json: string): void {
  sources = JSON.parse(json);
}

export function releaseOf(key: string): AskedRelease | undefined {
  if (sources === undefined) takeSources(document.querySelector(`script.${sourcesClass}`)?.textContent ?? "{}");
  return sources?.[key];
}

/** What can be asked: a number, a text or a claim in words, a mark of a chart. */
const inWords = "[data-figure]";
const inCharts = ".drawing [data-reading]";

/** The innermost thing around an element that has an answer. */
export function askableAt(target: EventTarget | null): HTMLElement | SVGElement | undefined {
  const found = target instanceof Element ? (target.closest(inWords) ?? markAt(target)) : undefined;
  if (found === undefined || !isElement(found)) return undefined;
  return numbersOf(found).length > 0 ? found : undefined;
}

/** All of a slide that can be asked and are seen, in their order; what stands within another only once, as the inner one. */
export function askablesIn(slide: Element): readonly (HTMLElement | SVGElement)[] {
  return [...slide.querySelectorAll(`${inWords}, ${inCharts}`)]
    .filter(isElement)
    .filter(
      (element) =>
        element.checkVisibility() && element.closest("a[href]") === null && element.querySelector(`${inWords}, a[href]`) === null,
    )
    .filter((element) => numbersOf(element).length > 0);
}

function isElement(element: Element): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement;
}

/** @returns `undefined` where nothing is known of it */
export function replyTo(element: Element): Reply | undefined {
  const slide = element.closest("section");
  const answers = slide === null ? undefined : answersOf(slide);
  if (answers === undefined) return undefined;
  const tell = (number: number): readonly Told[] => {
    const answer = answers.answers[answers.at[number - 1] ?? -1];
    return answer === undefined ? [] : [{ answer, ...behind(answer, answers) }];
  };
  const [first, ...others] = numbersOf(element).flatMap(tell);
  if (first === undefined) return undefined;
  const around = element.parentElement?.closest(".assertion[data-figure]") ?? undefined;
  const claim = around === undefined ? undefined : numbersOf(around).flatMap(tell)[0];
  return { told: [first, ...others], ...(claim !== undefined && { claim }) };
}

/** Numbers on the slide of what an element shows. */
function numbersOf(element: Element): readonly number[] {
  const slide = element.closest("section");
  const answers = slide === null ? undefined : answersOf(slide);
  if (answers === undefined) return [];
  const id = element.getAttribute("data-figure");
  const numbers = id === null ? markNumbers(element, answers) : [numberOf(id)];
  return numbers.filter((number) => (answers.at[number - 1] ?? -1) >= 0);
}

function markNumbers(mark: Element, { charts }: SlideAnswers): readonly number[] {
  const figure = mark.closest<HTMLElement>("figure[data-chart]");
  const views = charts?.[figure?.dataset["chart"] ?? ""];
  const shown = figure === null || views === undefined ? undefined : ChartFigure.of(figure);
  const chart = shown?.chart;
  if (shown === undefined || chart === undefined) return [];
  const key = mark.getAttribute("data-key");
  const place = figureMarks(chart).findIndex((each) => each.key === key);
  return views?.[shown.view]?.[place] ?? [];
}
