/** A random deck, written down and read: with its outcome, and what the lint says of a slide. */

import { compileDeck, type DeckOutcome } from "../../deck/compile.ts";
import { lintDeck } from "../../deck/lint/lint.ts";
import { rules } from "../../deck/lint/rules.ts";
import type { Deck, Slide } from "../../deck/model.ts";
import { dataOf, inputOf } from "../../deck/testing.ts";
import { numbersIn } from "./numbers.ts";
import { dataWith, type RandomDeck, slideName } from "./random.ts";

export interface Read {
  readonly deck: Deck;
  readonly outcome: DeckOutcome;
  readonly data: ReturnType<typeof dataOf>;
}

/** @throws Error with the diagnostics where it does not compile */
export function read({ slides, settings }: RandomDeck, values: readonly number[]): Read {
  const data = dataOf(dataWith(values));
  const files = Object.fromEntries(slides.map(({ text }, index) => [slideName(index), text]));
  const outcome = compileDeck({ ...inputOf(files, settings), data });
  if (outcome.value === undefined) throw new Error(outcome.diagnostics.map(({ message }) => message.en).join("\n"));
  return { deck: outcome.value, outcome, data };
}

/** Numbers of a slide that the lint tells. */
export function toldByLint({ deck, outcome, data }: Read, slide: Slide): ReadonlySet<string> {
  const slides = outcome.outlines.flatMap((outline, index) => {
    const bindable = deck.slides[index];
    return bindable === undefined ? [] : [{ outline, slide: bindable }];
  });
  const found = lintDeck({ deck, slides, data, view: outcome.view, today: "2021-01-01" }, rules);
  const places = found.filter(({ message, span }) => message.code === "lint-unbound-number" && span.source === slide.span.source);
  return new Set(places.flatMap(({ span }) => numbersIn(span.source.text.slice(span.start, span.end))));
}
