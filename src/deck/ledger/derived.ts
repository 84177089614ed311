/** Numbers that a chart shows and that no author wrote: worked out of its figures, with their calculation. */

import { type Change, changesOf } from "../../chart/summary.ts";
import { pilesOf } from "../../chart/kinds/stack.ts";
import type { CategoryChart, Chart } from "../../chart/model.ts";
import { valueOf } from "../../chart/numbers.ts";
import type { Computed, Figure, Quantity } from "../../data/figure.ts";

export interface Derived {
  readonly figure: Figure;
  readonly role: "label" | "alt-text";
}

const made = new WeakMap<Chart, readonly Derived[]>();

/** The same chart gives the same objects: shares in the segments of a 100 % chart, changes in the sentence of one over time. */
export function derivedFigures(chart: Chart): readonly Derived[] {
  const known = made.get(chart);
  if (known !== undefined) return known;
  const derived = derive(chart);
  made.set(chart, derived);
  return derived;
}

function derive(chart: Chart): readonly Derived[] {
  if (chart.kind === "percent") return sharesOf(chart);
  const isOverTime = chart.kind === "line" || chart.kind === "area" || chart.kind === "slope";
  return isOverTime ? changesOf(chart).map(ofChange) : [];
}

function ofChange({ from, to, size, text, one }: Change): Derived {
  const { span, unit } = to;
  const format = text.includes("Prozentpunkt") ? to.format.replace(/^percent/u, "points") : to.format;
  // The sentence says "more" or "less" beside it.
  const inputs = (valueOf(to) ?? 0) > (valueOf(from) ?? 0) ? [to, from] : [from, to];
  const origin: Computed = { kind: "computed", operation: "-", expression: "Unterschied des letzten zum ersten Wert", inputs, span };
  return { figure: { value: size, unit, origin, text, ...(one !== undefined && { one }), format, span }, role: "alt-text" };
}

function sharesOf(chart: CategoryChart): readonly Derived[] {
  return pilesOf(chart).flatMap(({ segments }) => {
    const [first, ...others] = segments;
    // A category without any number is no pile.
    if (first === undefined) return [];
    const whole = sizeOf([first.figure, ...others.map(({ figure }) => figure)]);
    return segments.map(({ figure, text }): Derived => {
      const inputs = [figure, whole];
      const origin: Computed = { kind: "computed", operation: "/", expression: "Anteil an der Kategorie", inputs, span: figure.span };
      const value = (valueOf(figure) ?? 0) / Number(whole.value);
      return { figure: { value, unit: "", origin, text, format: "percent", span: figure.span }, role: "label" };
    });
  });
}

/** Of the parts together, as the chart piles them up: what is below zero counts by its size. */
function sizeOf(figures: readonly [Figure, ...Figure[]]): Quantity {
  const sizes = figures.map((figure) => valueOf(figure) ?? 0);
  const [first] = figures;
  const plain = sizes.every((size) => size >= 0);
  const expression = plain ? "Summe der Kategorie" : "Summe der Beträge der Kategorie";
  const origin: Computed = { kind: "computed", operation: plain ? "sum" : "sizes", expression, inputs: figures, span: first.span };
  return { value: sizes.reduce((sum, size) => sum + Math.abs(size), 0), unit: first.unit, origin };
}
