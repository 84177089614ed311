/**
 * Bars and columns that are not as long as their numbers: on an axis that does not begin at zero, twice as much does not
 * look like twice as much. The kinds there are begin at zero; this holds them to it, and those to come.
 */

import type { Chart } from "../../../chart/model.ts";
import type { RectMark, Scene } from "../../../scene/scene.ts";
import { axisCut } from "../../../source/messages/lint-charts.ts";
import type { Rule } from "../rule.ts";
import { bySlide, numberOf } from "../seen.ts";
import { marksOf, scenesOf } from "./scenes.ts";

export const cutAxis: Rule = {
  severity: "error",
  find: bySlide(({ slide }, { deck }) =>
    scenesOf(slide, deck.canvas).flatMap(({ chart, scene, span }) => {
      const label = cutBar(chart, scene);
      return label === undefined ? [] : [{ span, message: axisCut(label), slide: slide.id }];
    }),
  ),
};

/** px that a bar may be off: segments leave a hairline between them, and edges are rounded. */
const slack = 1.6;

/** The label of a bar whose length does not follow its number as those of the others do. */
export function cutBar(chart: Chart, scene: Scene): string | undefined {
  if (chart.kind !== "bar" && chart.kind !== "column" && chart.kind !== "grouped" && chart.kind !== "stacked") return undefined;
  const numbers: { readonly label: string; readonly size: number }[] = [];
  for (const [i, { label }] of chart.categories.entries()) {
    for (const { values } of chart.series) {
      const figure = values[i];
      const value = figure && numberOf(figure);
      if (value !== undefined) numbers.push({ label, size: Math.abs(value) });
    }
  }
  const lengths = marksOf(scene).flatMap((mark) =>
    mark.type === "rect" && (mark.key === "bar" || mark.key.startsWith("bar:")) ? [lengthOf(mark)] : [],
  );
  // Where a number has no bar, it is not known which bar is whose.
  if (numbers.length === 0 || numbers.length !== lengths.length) return undefined;
  const largest = numbers.reduce((best, { size }, i) => (size > (numbers[best]?.size ?? 0) ? i : best), 0);
  const scale = (lengths[largest] ?? 0) / (numbers[largest]?.size || 1);
  return numbers.find(({ size }, i) => Math.abs((lengths[i] ?? 0) - size * scale) > slack)?.label;
}

function lengthOf({ grow, width, height }: RectMark): number {
  return grow === "up" || grow === "down" ? height : width;
}
