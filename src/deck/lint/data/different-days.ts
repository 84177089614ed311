/**
 * Values of different days side by side, and nothing says so. Of numbers worked out of them a footnote tells by itself
 * (`footnotes.ts`); what it does not see are words held to a condition, and marks of one chart.
 */

import { chartFigures } from "../../figures.ts";
import type { Chart } from "../../../chart/model.ts";
import { germanDate } from "../../../data/calendar.ts";
import { dataOf, type IsoDate, type Quantity } from "../../../data/figure.ts";
import { daysOfClaim, daysOfMarks } from "../../../source/messages/lint-data.ts";
import type { Slide } from "../../model.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, chartsOf, isOfSeveralDays, quotientOf, sightingsOf, stepsOf } from "../seen.ts";

export const differentDays: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => (isOfSeveralDays(slide) ? [...claims(slide), ...charts(slide)] : [])),
};

function claims(slide: Slide): readonly Finding[] {
  const found: Finding[] = [];
  const told = slide.footnotes.some((note) => /verschieden\p{L}* stichtag|stichtage? .*verschieden/iu.test(note));
  if (told) return found;
  for (const { quantity, figure, role, span } of sightingsOf(slide)) {
    if (figure !== undefined || role === "note") continue;
    for (const step of stepsOf(quantity)) {
      const quotient = quotientOf(step);
      if (quotient === undefined) continue;
      const days = daysOf([quotient.part, quotient.whole]);
      if (days.length < 2 || days.every((day) => slide.footnotes.some((note) => note.includes(germanDate(day))))) continue;
      found.push({ span, message: daysOfClaim(days.map(germanDate)), slide: slide.id });
      break;
    }
  }
  return found;
}

/** Marks that do not all rest on the same days, where days are not what the chart is about. */
function charts(slide: Slide): readonly Finding[] {
  return chartsOf(slide).flatMap(({ views, span }) => {
    for (const { chart } of views) {
      if (chart.kind === "line" || chart.kind === "area" || chart.kind === "slope") continue;
      const figures = chartFigures(chart);
      if (new Set(figures.map((figure) => daysOf([figure]).join())).size < 2) continue;
      const days = daysOf(figures);
      const words = [...wordsOf(chart), ...slide.footnotes].join("\n");
      const lacking = days.filter((day) => !names(words, day, days));
      if (lacking.length > 0) return [{ span, message: daysOfMarks(days.map(germanDate), lacking.map(germanDate)), slide: slide.id }];
    }
    return [];
  });
}

/** A year will do where no other of the days is in it. */
function names(words: string, day: IsoDate, days: readonly IsoDate[]): boolean {
  const year = day.slice(0, 4);
  return words.includes(germanDate(day)) || (words.includes(year) && days.every((other) => other === day || !other.startsWith(year)));
}

function wordsOf(chart: Chart): readonly string[] {
  const own = [chart.title, chart.subtitle ?? ""];
  if ("categories" in chart) return [...own, ...chart.categories.map(({ label }) => label), ...chart.series.map(({ label }) => label)];
  if ("areas" in chart) return [...own, ...chart.areas.map(({ label }) => label)];
  return "parts" in chart ? [...own, ...chart.parts.map(({ category }) => category.label)] : own;
}

function daysOf(quantities: readonly Quantity[]): readonly IsoDate[] {
  return [...new Set(quantities.flatMap((quantity) => dataOf(quantity).map(({ release }) => release.stichtag)))].toSorted();
}
