/** Shares of one whole, all of them shown, that do not make a hundred as they are written, and nothing says why. */

import type { Chart } from "../../../chart/model.ts";
import { settled } from "../../../data/decimal.ts";
import type { Figure } from "../../../data/figure.ts";
import { sharesMissWhole } from "../../../source/messages/lint-data.ts";
import type { Span } from "../../../source/source.ts";
import { derivedFigures } from "../../ledger/derived.ts";
import type { Slide, TableBlock } from "../../model.ts";
import type { Rule } from "../rule.ts";
import { bySlide, chartsOf, numberOf, proseOf, quotientOf, saidBeside, sightingsOf, tablesOf } from "../seen.ts";

/** Shares that are seen together. */
interface Group {
  readonly shares: readonly Figure[];
  readonly span: Span;
}

export const roundedShares: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    // One footnote serves all of them, so the first is told.
    for (const { shares, span } of groupsOf(slide)) {
      const shown = shownSum(shares);
      if (shown === undefined) continue;
      const isTold = toldRounded.test(saidBeside(slide));
      return isTold ? [] : [{ span, message: sharesMissWhole(shown, shares.length), slide: slide.id }];
    }
    return [];
  }),
};

/** "einzeln gerundet", "Rundungsdifferenzen"; neither corners that are "abgerundet" nor shares "ungerundet", "nicht gerundet", "ohne Rundung". */
const toldRounded =
  /(?<!\p{L}|(?<!\p{L})nicht\s+(?:\p{L}+\s+){0,3})gerundet|(?<!\p{L}|(?<!\p{L})(?:keine|keiner|ohne)\s+(?:\p{L}+\s+){0,2})rundung/iu;

function groupsOf(slide: Slide): readonly Group[] {
  const groups: Group[] = [];
  const add = (shares: readonly Figure[], span: Span): void => {
    if (shares.length > 1 && shares.every(isPercentage)) groups.push({ shares, span });
  };
  for (const { views, span } of chartsOf(slide)) for (const { chart } of views) for (const shares of sharesIn(chart)) add(shares, span);
  for (const table of tablesOf(slide)) for (let i = 0; i < table.columns.length; i++) add(columnOf(table, i), table.span);
  if (proseOf(slide).filter(isPercentage).length > 1) for (const { shares, span } of inProse(slide)) add(shares, span);
  return groups;
}

function isPercentage({ text, unit }: Figure): boolean {
  return unit === "" && text.endsWith("%");
}

/** Of the same whole each. */
function inProse(slide: Slide): Iterable<Group> {
  const prose = new Map<string, Group>();
  for (const { figure, role, span } of sightingsOf(slide)) {
    const whole = figure === undefined || role !== "prose" ? undefined : quotientOf(figure)?.whole;
    if (figure === undefined || whole === undefined) continue;
    const key = `${numberOf(whole)} ${whole.unit}`;
    prose.set(key, { shares: [...(prose.get(key)?.shares ?? []), figure], span });
  }
  return prose.values();
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

/** The figures of a column without its total; none where one of them is no percentage. */
function columnOf({ rows }: TableBlock, column: number): readonly Figure[] {
  const figures: Figure[] = [];
  for (const { role, cells } of rows) {
    for (const inline of (role === "total" ? undefined : cells[column]) ?? []) {
      if (inline.kind !== "figure") continue;
      if (!isPercentage(inline.figure)) return [];
      figures.push(inline.figure);
    }
  }
  return figures;
}

/** What the shares make as they are written, where they make a whole exactly and not as they are written. */
function shownSum(shares: readonly Figure[]): string | undefined {
  let whole = 0;
  let written = 0;
  for (const share of shares) {
    const [exact, shown] = [numberOf(share), percentOf(share.text)];
    if (exact === undefined || shown === undefined) return undefined;
    whole += exact;
    written += shown;
  }
  if (Math.abs(whole - 1) > tolerance) return undefined;
  const sum = settled(written);
  return sum === 100 ? undefined : `${String(sum).replace(".", ",")} %`;
}

/** Numbers rounded by their office make their whole only nearly. */
const tolerance = 0.0005;

function percentOf(text: string): number | undefined {
  const match = /^(\d+(?:,\d+)?)\s*%$/u.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1].replace(",", "."));
}
