/** Sums over keys that overlap: who belongs to two of them counts twice. */

import type { Chart } from "../../../chart/model.ts";
import type { Dataset } from "../../../data/dataset.ts";
import type { Datum, Quantity } from "../../../data/figure.ts";
import { overlappingSum } from "../../../source/messages/lint-data.ts";
import type { Span } from "../../../source/source.ts";
import { labelOf } from "../../naming.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, chartsOf, restsOn, sightingsOf, stepsOf } from "../seen.ts";

export const overlappingSumRule: Rule = {
  severity: "warning",
  find: bySlide(({ slide }, { data: all }) => {
    if (!restsOn(slide, all, ({ overlapping }) => overlapping === true)) return [];
    const found: Finding[] = [];
    const told = new Set<string>();
    const judge = (data: readonly Datum[], span: Span): void => {
      const clash = overlapIn(data);
      if (clash === undefined) return;
      const keys = [...clash.keys].map((key) => labelOf(clash.dataset, key));
      const message = overlappingSum(clash.dataset.id, keys);
      if (told.has(message.en)) return;
      told.add(message.en);
      found.push({ span, message, slide: slide.id });
    };
    const seen = new Set<Quantity>();
    for (const { quantity, span } of sightingsOf(slide)) {
      for (const step of stepsOf(quantity, seen)) if (adds(step)) judge(addedIn(step), span);
    }
    for (const { views, span } of chartsOf(slide))
      for (const { chart } of views) for (const pile of pilesIn(chart)) judge(pile.flatMap(addedIn), span);
    return found;
  }),
};

function adds({ origin }: Quantity): boolean {
  return origin.kind === "computed" && (origin.operation === "sum" || origin.operation === "+");
}

/** What is added up to the quantity, through sums of sums. */
function addedIn(quantity: Quantity): readonly Datum[] {
  const { origin } = quantity;
  if (origin.kind === "datum") return [origin];
  return origin.kind === "computed" && adds(quantity) ? origin.inputs.flatMap(addedIn) : [];
}

/** Marks that a reader adds up by looking. */
function pilesIn(chart: Chart): readonly (readonly Quantity[])[] {
  if (chart.kind !== "stacked" && chart.kind !== "percent") return [];
  return chart.categories.map((_, i) => chart.series.flatMap(({ values }) => values[i] ?? []));
}

function overlapIn(data: readonly Datum[]): { readonly dataset: Dataset; readonly keys: ReadonlySet<string> } | undefined {
  const groups = new Map<string, { readonly dataset: Dataset; readonly keys: Set<string> }>();
  for (const { dataset, release, path } of data) {
    const [key] = path;
    if (dataset.overlapping !== true || key === undefined || key === dataset.total) continue;
    const group = `${dataset.id} ${release.stichtag}`;
    const known = groups.get(group) ?? { dataset, keys: new Set<string>() };
    known.keys.add(key);
    groups.set(group, known);
  }
  return [...groups.values()].find(({ keys }) => keys.size > 1);
}
