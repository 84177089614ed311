/** Shares of one whole, all of them shown, that do not make a hundred as they are written, and nothing says why. */

import type { Chart } from "../../../chart/model.ts";
import { exactSum } from "../../../data/decimal.ts";
import type { Figure } from "../../../data/figure.ts";
import { sharesMissWhole } from "../../../source/messages/lint-data.ts";
import type { Span } from "../../../source/source.ts";
import { derivedFigures } from "../../ledger/derived.ts";
import type { Slide, TableBlock } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { bySlide, chartsOf, numberOf, quotientOf, saidBeside, sightingsOf, tablesOf } from "../seen.ts";

/** Shares that are seen together. */
interface Group {
  readonly shares: readonly Figure[];
  readonly span: Span;
}

export const roundedShares: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    if (/gerundet|rundung/iu.test(saidBeside(slide))) return [];
    // One footnote serves all of them, so the first is told.
    for (const { shares, span } of groupsOf(slide)) {
      const shown = shownSum(shares);
      if (shown !== undefined) return [{ span, message: sharesMissWhole(shown, shares.length), slide: slide.id }];
    }
    return [];
  }),
};

function groupsOf(slide: Slide): readonly Group[] {
  const charts = chartsOf(slide).flatMap(({ views, span }) =>
    views.flatMap(({ chart }) => sharesIn(chart).map((shares) => ({ shares, span }))),
  );
  const tables = tablesOf(slide).flatMap((table) => columnsOf(table).map((shares) => ({ shares, span: table.span })));
  // In prose, shares of the same whole.
  const prose = new Map<string, Group>();
  for (const { figure, role, span } of sightingsOf(slide)) {
    const whole = figure === undefined || role !== "prose" ? undefined : quotientOf(figure)?.whole;
    if (figure === undefined || whole === undefined) continue;
    const key = `${numberOf(whole)} ${whole.unit}`;
    prose.set(key, { shares: [...(prose.get(key)?.shares ?? []), figure], span });
  }
  return [...charts, ...tables, ...prose.values()];
}

function sharesIn(chart: Chart): readonly (readonly Figure[])[] {
  switch (chart.kind) {
    case "donut":
    case "waffle":
      return [chart.parts.map(({ share }) => share)];
    case "percent": {
      const shares = derivedFigures(chart).map(({ figure }) => figure);
      const each = chart.series.length;
      // Piles with a gap have no shares: then it is not known which of them belong together.
      return shares.length === each * chart.categories.length ? chart.categories.map((_, i) => shares.slice(i * each, (i + 1) * each)) : [];
    }
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
      return chart.series.map(({ values }) => values);
    case "choropleth":
      return [chart.areas.map(({ figure }) => figure)];
    case "line":
    case "area":
    case "slope":
    case "progress":
    case "hub":
    case "network":
    case "timeline":
      return [];
  }
}

function columnsOf({ columns, rows }: TableBlock): readonly (readonly Figure[])[] {
  const parts = rows.filter(({ role }) => role !== "total");
  return columns.map((_, i) =>
    parts.flatMap(({ cells }) => (cells[i] ?? []).flatMap((inline) => (inline.kind === "figure" ? [inline.figure] : []))),
  );
}

/** What the shares make as they are written, where they make a whole exactly and not as they are written. */
function shownSum(shares: readonly Figure[]): string | undefined {
  const exact = shares.map(numberOf);
  const written = shares.map(({ text, unit }) => (unit === "" ? percentOf(text) : undefined));
  if (shares.length < 2 || !exact.every((value) => value !== undefined) || !written.every((value) => value !== undefined)) return undefined;
  if (Math.abs(exactSum(exact) - 1) > tolerance) return undefined;
  const sum = exactSum(written);
  return sum === 100 ? undefined : `${String(sum).replace(".", ",")} %`;
}

/** Numbers rounded by their office make their whole only nearly. */
const tolerance = 0.0005;

function percentOf(text: string): number | undefined {
  const match = /^(\d+(?:,\d+)?)\s*%$/u.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1].replace(",", "."));
}
