/** What the lint says of the decks of a project. */

import { readData } from "../data/read.ts";
import type { Data } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import { lintDeck } from "../deck/lint/lint.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Compiled, CompiledDeck } from "./build.ts";
import type { Project } from "./read.ts";

/** Of a deck that has errors nothing: those come first, and half of what is found would follow from them. */
export function lintCompiled(
  { outcome, bound }: CompiledDeck,
  data: Data,
  today: IsoDate,
  errorsOnly: boolean = false,
): readonly Diagnostic[] {
  const deck = outcome.value;
  if (deck === undefined || bound === undefined) return [];
  const slides = bound.outlines.flatMap((outline, index) => {
    const slide = deck.slides[index];
    return slide === undefined ? [] : [{ outline, slide }];
  });
  return lintDeck({ deck, slides, data, view: bound.view, today }, errorsOnly);
}

/**
 * @param today what counts as today, for what grows stale
 * @param errorsOnly asks only the rules whose findings are errors
 */
export function lintProject({ data }: Project, { decks }: Compiled, today: IsoDate, errorsOnly: boolean = false): readonly Diagnostic[] {
  const read = readData(data).value;
  return read === undefined ? [] : decks.flatMap((deck) => lintCompiled(deck, read, today, errorsOnly));
}
