/** Numbers that a chart shows and that no author wrote: worked out of its figures, with their calculation. */

import { pilesOf } from "../../chart/kinds/stack.ts";
import type { CategoryChart, Chart } from "../../chart/model.ts";
import { valueOf } from "../../chart/numbers.ts";
import type { Computed, Figure, Quantity } from "../../data/figure.ts";

export interface Derived {
  readonly figure: Figure;
  readonly role: "label" | "alt-text";
}

const known = new WeakMap<Chart, readonly Derived[]>();

/** The same chart gives the same objects. Shares in the segments of a 100 % chart. */
export function derivedFigures(chart: Chart): readonly Derived[] {
  if (chart.kind !== "percent") return [];
  let derived = known.get(chart);
  if (derived === undefined) known.set(chart, (derived = sharesOf(chart)));
  return derived;
}

function sharesOf(chart: CategoryChart): readonly Derived[] {
  return pilesOf(chart).flatMap(({ segments }) => {
    const whole = sizeOf(segments.map(({ figure }) => figure));
    return segments.map(({ figure, text }): Derived => {
      const inputs = [figure, whole];
      const origin: Computed = { kind: "computed", operation: "/", expression: "Anteil an der Kategorie", inputs, span: figure.span };
      const value = (valueOf(figure) ?? 0) / Number(whole.value);
      return { figure: { value, unit: "", origin, text, format: "percent", span: figure.span }, role: "label" };
    });
  });
}

/** Of the parts together, as the chart piles them up: what is below zero counts by its size. */
function sizeOf(figures: readonly Figure[]): Quantity {
  const sizes = figures.map((figure) => valueOf(figure) ?? 0);
  const [first] = figures;
  if (first === undefined) throw new RangeError("There is no pile without segments.");
  const plain = sizes.every((size) => size >= 0);
  const expression = plain ? "Summe der Kategorie" : "Summe der Beträge der Kategorie";
  const origin: Computed = { kind: "computed", operation: plain ? "sum" : "sizes", expression, inputs: figures, span: first.span };
  return { value: sizes.reduce((sum, size) => sum + Math.abs(size), 0), unit: first.unit, origin };
}
