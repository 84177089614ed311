/**
 * Where the numbers of a slide come from: of each figure the data and the steps that lead from it to the text shown. A
 * value only; `ledger-words.ts` says it in German.
 */

import { dataOf, type Figure, isMissing, type Missing, type Quantity } from "../../data/figure.ts";
import { unitBeside } from "../../data/singular.ts";
import { figuresOf } from "../figures.ts";
import type { Slide } from "../model.ts";
import { Identities, isPath, pathOf, type Source } from "./identities.ts";
import { isVeiled } from "./veil.ts";

export interface LedgerEntry {
  /** All that show it in this text. */
  readonly figures: readonly Figure[];
  /** As the slide shows it. */
  readonly text: string;
  readonly format: string;
  readonly value: number | Missing;
  readonly unit: string;
  /** As of the figure. */
  readonly one?: string;
  /** The figure's own step first, then those of its inputs; none where the number stands in the data, or in the text itself. */
  readonly steps: readonly LedgerStep[];
  /** The data that it rests on, in order; empty for a number that the author wrote. */
  readonly data: readonly LedgerDatum[];
  /** Releases of the data, each once, in order. */
  readonly sources: readonly Source[];
}

/** One operation. */
export interface LedgerStep {
  /** The same for the same step, wherever it stands on the slide; no datum has it. */
  readonly id: number;
  /** What the number is of, where that is one thing: the path that all its data share; of a share the part's, of the largest its own. */
  readonly subject?: readonly string[];
  /** As in `Computed`: an operator, or a function of the expression language. */
  readonly operation: string;
  readonly expression: string;
  readonly inputs: readonly Pick<Quantity, "value" | "unit">[];
  readonly value: number | Missing;
  /** As it stands beside the value. */
  readonly unit: string;
  /** So many inputs are not told, because some of them are confidential; `inputs` is empty then. */
  readonly veiled?: number;
}

/** A value of a release. */
export interface LedgerDatum {
  readonly id: number;
  /** What the keys that lead to it are called, outermost first. */
  readonly path: readonly string[];
  readonly value: number | Missing;
  readonly unit: string;
  readonly source: Source;
}

/**
 * One entry for each figure of the slide and its notes, in reading order; what is shown twice in the same text is one. None
 * of a slide that is itself the ledger.
 */
export function ledgerOf(slide: Slide): readonly LedgerEntry[] {
  return slide.ledger === true ? [] : entriesOf(figuresOf(slide, true));
}

/** As {@link ledgerOf}, of any figures. */
export function entriesOf(figures: readonly Figure[]): readonly LedgerEntry[] {
  const identities = new Identities();
  const same = new Map<string, [Figure, ...Figure[]]>();
  for (const figure of figures) {
    const key = `${identities.of(figure)} ${figure.text}`;
    const others = same.get(key);
    if (others === undefined) same.set(key, [figure]);
    else others.push(figure);
  }
  return [...same.values()].map((all) => entryOf(all, identities));
}

function entryOf(figures: readonly [Figure, ...Figure[]], identities: Identities): LedgerEntry {
  const [figure] = figures;
  const steps = new Map<number, LedgerStep>();
  const data = new Map<number, LedgerDatum>();
  const sources = new Set<Source>();
  const walk = (quantity: Quantity): void => {
    const { origin, value } = quantity;
    const id = identities.of(quantity);
    if (origin.kind === "computed" && !steps.has(id)) {
      const { operation, expression, inputs } = origin;
      const subject = identities.subjectOf(quantity);
      const unit = unitBeside(isMissing(value) ? value.symbol : `${value}`, quantity);
      const step = { id, ...(isPath(subject) && { subject }), operation, expression, value, unit };
      if (isVeiled(origin)) {
        steps.set(id, { ...step, inputs: [], veiled: inputs.length });
        for (const { dataset, release } of dataOf(quantity)) sources.add(identities.source(dataset, release));
        return;
      }
      steps.set(id, { ...step, inputs });
      for (const input of inputs) walk(input);
    } else if (origin.kind === "datum" && !data.has(id)) {
      const { dataset, release } = origin;
      const path = pathOf(origin);
      const source = identities.source(dataset, release);
      sources.add(source);
      data.set(id, { id, path, value, unit: quantity.unit, source });
    }
  };
  walk(figure);
  const { text, format, value, unit, one } = figure;
  const told = { figures, text, format, value, unit, ...(one !== undefined && { one }) };
  return { ...told, steps: [...steps.values()], data: [...data.values()], sources: [...sources] };
}
