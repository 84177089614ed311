/**
 * What a native chart says: its sentence and title, each series with its categories and values, labels that are words of
 * their own, and its workbook cell by cell.
 */

import { plotsOf, sheetsOf } from "./rules/charts.ts";
import { shownBy } from "./number-format.ts";
import type { Presentation } from "./open.ts";
import type { Place } from "./said.ts";
import { german, joined, sheetLines } from "./said-sheet.ts";
import { mentions } from "./said-drawing.ts";
import type { Shape } from "./shapes.ts";
import { all, attribute, child, children, type Element, textOf, val } from "./xml.ts";

/**
 * @param frames of one chart: several where its categories stand in columns side by side, each a chart with the same series
 * @param description of what holds them all
 */
export function saidChart(frames: readonly Shape[], description: string, { file, part }: Place): readonly string[] {
  const paths = frames.map(({ element }) => file.target(part, attribute(all(element, "c:chart")[0], "r:id"))?.target ?? "");
  const charts = paths.flatMap((path) => file.root(path) ?? []);
  const columns = charts.map((chart) => seriesOf(chart));
  const sheets = charts.map((chart, i) => sheetsOf(chart, paths[i] ?? "", file) ?? []);
  return [
    `chart: ${description}`,
    ...(columns[0] ?? []).flatMap(({ plot, name }, i) =>
      [`series: ${plot} ${name}`].concat(columns.flatMap((own) => own[i]?.points.map(valueLine) ?? [])),
    ),
    ...(sheets[0] ?? []).flatMap((sheet, i) => sheetLines(joined(sheets.map((book) => book[i] ?? { name: "", rows: [] })), sheet.name)),
    ...columns.flat().flatMap(({ written }) => written.map((text) => `written: ${text}`)),
    ...charts.flatMap((chart) => mentions(wordsIn(child(chart, "c:chart", "c:title")))),
    ...charts.flatMap((chart) => all(chart, "c:dLbl").flatMap((label) => mentions(wordsIn(child(label, "c:tx"))))),
    ...paths.flatMap((path) => overlaid(path, file)),
    ...(frames.length === 1 ? [] : frames.flatMap((frame, i) => partFault(frame, i, frames.length, columns[i]?.[0]))),
  ];
}

/** A line of its own where a part of a chart is not called what it is. */
function partFault({ description }: Shape, index: number, count: number, series: Said | undefined): readonly string[] {
  const categories = series?.points.map(([category]) => category) ?? [];
  const wanted = `Teil ${index + 1} von ${count}: ${categories[0]} bis ${categories.at(-1)}`;
  return description === wanted ? [] : [`part: ${description}`];
}

interface Said {
  /** "lineChart standard". */
  readonly plot: string;
  readonly name: string;
  readonly points: readonly (readonly [category: string, value: string | undefined])[];
  /** What the number format makes of them. */
  readonly written: readonly string[];
}

function seriesOf(chart: Element): readonly Said[] {
  const areas = new Set(
    plotsOf(chart)
      .filter(({ localName }) => localName === "areaChart")
      .flatMap((plot) => all(plot, "c:val").map(formulaOf)),
  );
  const parts = plotsOf(chart).flatMap((plot) =>
    children(plot, "c:ser")
      // The line at an area's edge is the same numbers again.
      .filter((series) => plot.localName === "areaChart" || !areas.has(formulaOf(child(series, "c:val"))))
      .map((series) => saidSeries(plot, series)),
  );
  const found: Said[] = [];
  for (const part of parts) {
    const whole = continued(found.at(-1), part);
    if (whole === undefined) found.push(part);
    else found[found.length - 1] = whole;
  }
  return found;
}

/** A line that ends before a break of its series and begins again after it is two series, the second called "… ab 31.12.2022". */
function continued(last: Said | undefined, series: Said): Said | undefined {
  const first = series.points.find(([, value]) => value !== undefined);
  if (last === undefined || first === undefined) return undefined;
  const day = new Date((Number(first[0]) - 25_569) * 86_400_000);
  if (Number.isNaN(day.getTime()) || series.name !== `${last.name} ab ${german(day)}`) return undefined;
  const points = last.points.map(([category, value], i) => [category, value ?? series.points[i]?.[1]] as const);
  return { ...last, points, written: [...last.written, ...series.written] };
}

function valueLine([category, value]: Said["points"][number]): string {
  return `value: ${category} = ${value ?? "gap"}`;
}

function formulaOf(values: Element | undefined): string {
  return textOf(child(values, "c:numRef", "c:f"));
}

/** Words in the shapes on top of a chart, and in labels that come from cells. */
function overlaid(path: string, file: Presentation): readonly string[] {
  const drawing = file.related(path, "chartUserShapes");
  const ranges = all(file.root(path), "c15:datalabelsRange");
  return [
    ...(drawing === undefined ? [] : mentions(wordsIn(file.root(drawing)))),
    ...ranges.flatMap((range) => all(range, "c:v").flatMap((text) => mentions(textOf(text)))),
  ];
}

function wordsIn(node: Element | undefined): string {
  return all(node, "a:t").map(textOf).join("");
}

function saidSeries(plot: Element, series: Element): Said {
  const categories = pointsOf(child(series, "c:cat"));
  const values = pointsOf(child(series, "c:val"));
  const code = textOf(child(series, "c:val", "c:numRef", "c:numCache", "c:formatCode"));
  const grouping = val(child(plot, "c:grouping"));
  return {
    plot: `${plot.localName}${grouping === undefined ? "" : ` ${grouping}`}`,
    name: pointsOf(child(series, "c:tx")).get(0) ?? "",
    points: [...categories].map(([index, category]) => [category, values.get(index)] as const),
    written: [...values.values()].flatMap((value) => shownBy(code, Number(value)) ?? []),
  };
}

/** Text of each point in memory, by index. */
function pointsOf(node: Element | undefined): ReadonlyMap<number, string> {
  return new Map(all(node, "c:pt").map((point) => [Number(attribute(point, "idx")), textOf(child(point, "c:v"))]));
}
