/** What the lint says of the decks of a project. */

import { readData } from "../data/read.ts";
import type { Data } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import { lintDeck } from "../deck/lint/lint.ts";
import type { Rules } from "../deck/lint/rule.ts";
import { stoppingRules } from "../deck/lint/stopping.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Compiled, CompiledDeck } from "./build.ts";
import type { Project } from "./read.ts";

/** Of a deck that has errors nothing: those come first, and half of what is found would follow from them. */
export function lintCompiled(
  { outcome, bound }: CompiledDeck,
  data: Data,
  today: IsoDate,
  rules: Rules,
  errorsOnly: boolean = false,
): readonly Diagnostic[] {
  const deck = outcome.value;
  if (deck === undefined || bound === undefined) return [];
  const slides = bound.outlines.flatMap((outline, index) => {
    const slide = deck.slides[index];
    return slide === undefined ? [] : [{ outline, slide }];
  });
  return lintDeck({ deck, slides, data, view: bound.view, today }, rules, errorsOnly);
}

/** @param today what counts as today, for what grows stale */
export function lintProject(project: Project, compiled: Compiled, today: IsoDate, rules: Rules): readonly Diagnostic[] {
  return findings(project, compiled, today, rules, false);
}

/**
 * What stops each build: findings that are errors, by their rule or by `lint:` of a deck. Rules that only warn are loaded
 * for a deck alone that holds one of them for an error.
 */
export async function stoppingFaults(project: Project, compiled: Compiled, today: IsoDate): Promise<readonly Diagnostic[]> {
  const raised = compiled.decks.flatMap(({ outcome }) => [...(outcome.value?.lint ?? [])]);
  const wantsAll = raised.some(([name, level]) => level === "error" && !Object.hasOwn(stoppingRules, name));
  return findings(project, compiled, today, wantsAll ? (await import("../deck/lint/rules.ts")).rules : stoppingRules, true);
}

function findings({ data }: Project, { decks }: Compiled, today: IsoDate, rules: Rules, errorsOnly: boolean): readonly Diagnostic[] {
  const read = readData(data).value;
  return read === undefined ? [] : decks.flatMap((deck) => lintCompiled(deck, read, today, rules, errorsOnly));
}
