/** What a slide shows, each thing with the keys by which it is found again in another state of the data. */

import type { Chart } from "../../chart/model.ts";
import type { Figure, Quantity } from "../../data/figure.ts";
import type { Draft } from "../../deck/bind.ts";
import { visitSlide } from "../../deck/figures.ts";
import type { Span } from "../../source/source.ts";
import type { Place } from "./changes.ts";

export interface Shown {
  readonly place: Place;
  /** Where on the slide, by what the author wrote and by categories, never by position alone. */
  readonly spot: string;
  /** What the number is, whatever its value: dataset and keys, or the expression. */
  readonly subject: string;
  /** Set where it is the number of one certain day: it is compared with nothing but itself. */
  readonly fixed: boolean;
  readonly figure: Figure;
}

export interface ShownText {
  readonly place: Place;
  readonly expression: string;
  /** The expression with its format, by which the text is found again. */
  readonly written: string;
  readonly text: string;
}

export interface SlideContent {
  readonly figures: readonly Shown[];
  readonly texts: readonly ShownText[];
}

export function contentOf(deck: string, { id, slide }: Draft): SlideContent {
  const figures: Shown[] = [];
  const texts: ShownText[] = [];
  if (slide === undefined) return { figures, texts };
  const place = { deck, slide: id };
  const spots = new Map<string, number>();
  const inCharts = new Map<Figure, string>();
  /** The same in the same place again: a column for now, one for then. */
  const numbered = (spot: string): string => {
    const count = (spots.get(spot) ?? 0) + 1;
    spots.set(spot, count);
    return `${spot} ${count}`;
  };
  visitSlide(slide, {
    chartBlock: ({ views }) => {
      for (const { label, chart } of views)
        for (const [figure, spot] of chartSpots(chart)) inCharts.set(figure, `${chart.id} ${label} ${spot}`);
    },
    figure: (figure) => {
      const subject = subjectOf(figure);
      const written = placeholderAt(figure.span);
      const chart = inCharts.get(figure);
      if (chart !== undefined) figures.push({ place, spot: chart, subject, fixed: isTimePoint(chart), figure });
      else if (written !== undefined)
        figures.push({ place, spot: `text ${written}`, subject, fixed: /@|\bprevious\b/u.test(written), figure });
      else figures.push({ place, spot: numbered(`block ${subject}`), subject, fixed: false, figure });
    },
    bound: ({ text, span }) => {
      const expression = placeholderAt(span);
      const written = span.source.text.slice(span.start, span.end);
      if (expression !== undefined) texts.push({ place, expression, written: evened(written), text });
    },
  });
  return { figures, texts };
}

/** The inside of a placeholder without its format, blanks evened; `undefined` where none stands there. */
function placeholderAt({ source, start, end }: Span): string | undefined {
  const written = source.text.slice(start, end);
  if (!written.startsWith("{{")) return undefined;
  const inside = written.slice(2, written.endsWith("}}") ? -2 : undefined);
  // A bar in quotes belongs to a key.
  const [expression = ""] = /^(?:"[^"]*"|'[^']*'|[^|])*/u.exec(inside) ?? [];
  return evened(expression);
}

function evened(expression: string): string {
  return expression.replaceAll(/\s+/gu, " ").trim();
}

const byElement: ReadonlySet<string> = new Set(["+", "-", "*", "/", "share", "change", "change_rate"]);

/** A calculation is its expression; of one made row by row also what stands in the row. */
export function subjectOf({ origin }: Pick<Quantity, "origin">): string {
  switch (origin.kind) {
    case "datum":
      return `${origin.dataset.id}/${origin.path.join("/")}`;
    case "literal":
      return "";
    case "computed": {
      const rows = byElement.has(origin.operation) ? origin.inputs.map((input) => subjectOf(input)).join(" ; ") : "";
      return `${evened(origin.expression)} ( ${rows} )`;
    }
  }
}

const timePoint = "day ";

function isTimePoint(spot: string): boolean {
  return spot.includes(` ${timePoint}`);
}

/** Each figure of a chart by its series and category. */
function chartSpots(chart: Chart): readonly (readonly [Figure, string])[] {
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return chart.series.flatMap(({ key, values }) =>
        values.map((figure, i): [Figure, string] => [figure, `${key} / ${chart.categories[i]?.key ?? ""}`]),
      );
    case "line":
    case "area":
    case "slope":
      return chart.series.flatMap(({ key, values }) =>
        values.flatMap((figure, i): readonly (readonly [Figure, string])[] =>
          figure === undefined ? [] : [[figure, `${key} / ${timePoint}${chart.days[i] ?? ""}`]],
        ),
      );
    case "donut":
    case "waffle":
      return [
        ...chart.parts.flatMap(({ category, figure, share }): readonly (readonly [Figure, string])[] => [
          [figure, `part ${category.key}`],
          [share, `share ${category.key}`],
        ]),
        [chart.whole, "whole"],
      ];
    case "choropleth":
      return chart.areas.map(({ key, figure }) => [figure, key]);
    case "progress":
      return [
        [chart.value, "value"],
        [chart.whole, "whole"],
        [chart.share, "share"],
        [chart.open, "open"],
      ];
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}
