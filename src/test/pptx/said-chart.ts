/**
 * What a native chart says: its sentence and title, each series with its categories and values, labels that are words of
 * their own, and its workbook cell by cell.
 */

import { plotsOf, sheetsOf } from "./rules/charts.ts";
import { shownBy } from "./number-format.ts";
import type { Cell, Presentation, Sheet } from "./open.ts";
import type { Place } from "./said.ts";
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
    ...(columns[0] ?? []).flatMap(({ name }, i) => [`series: ${name}`].concat(columns.flatMap((series) => series[i]?.values ?? []))),
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
  const categories = series?.values.map((line) => /^value: (.*) = [^=]*$/.exec(line)?.[1] ?? "") ?? [];
  const wanted = `Teil ${index + 1} von ${count}: ${categories[0]} bis ${categories.at(-1)}`;
  return description === wanted ? [] : [`part: ${description}`];
}

/** Rows of the same sheet of several workbooks, their head once; what is the same in all of them once. */
function joined(sheets: readonly Sheet[]): Sheet["rows"] {
  const [first = [], ...others] = sheets.map(withoutRemarks);
  const same = others.every((rows) => JSON.stringify(rows) === JSON.stringify(first));
  return same ? first : [...first, ...others.flatMap((rows) => rows.slice(1))];
}

/** Remarks about the chart itself, which are the same in every deck, stand last. */
const remarks = "Hinweise zum Diagramm";

function withoutRemarks({ rows }: Sheet): Sheet["rows"] {
  const end = rows.findIndex(([first]) => first === remarks);
  return end < 0 ? rows : rows.slice(0, end - 1);
}

interface Said {
  /** With its kind. */
  readonly name: string;
  readonly values: readonly string[];
  /** What the number format makes of them. */
  readonly written: readonly string[];
}

function seriesOf(chart: Element): readonly Said[] {
  const areas = new Set(
    plotsOf(chart)
      .filter(({ localName }) => localName === "areaChart")
      .flatMap((plot) => all(plot, "c:val").map(formulaOf)),
  );
  return plotsOf(chart).flatMap((plot) =>
    children(plot, "c:ser")
      // The line at an area's edge is the same numbers again.
      .filter((series) => plot.localName === "areaChart" || !areas.has(formulaOf(child(series, "c:val"))))
      .map((series) => saidSeries(plot, series)),
  );
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

function sheetLines(rows: Sheet["rows"], name: string): readonly string[] {
  const [head] = rows;
  // What stands in this column says why a row has no values.
  const note = head?.indexOf("Hinweis") ?? -1;
  return [
    `sheet: ${name}`,
    ...rows.flatMap((cells, i) => {
      const own = note < 0 ? cells : cells.filter((_, column) => column !== note);
      const reason = note < 0 || i === 0 ? null : (cells[note] ?? null);
      return reason === null ? [`cells: ${own.map(cellText).join(" | ")}`.trimEnd()] : mentions(cellText(reason));
    }),
  ];
}

function saidSeries(plot: Element, series: Element): Said {
  const categories = pointsOf(child(series, "c:cat"));
  const values = pointsOf(child(series, "c:val"));
  const code = textOf(child(series, "c:val", "c:numRef", "c:numCache", "c:formatCode"));
  const grouping = val(child(plot, "c:grouping"));
  return {
    name: `${plot.localName}${grouping === undefined ? "" : ` ${grouping}`} ${pointsOf(child(series, "c:tx")).get(0) ?? ""}`,
    values: [...categories].map(([index, category]) => `value: ${category} = ${values.get(index) ?? "gap"}`),
    written: [...values.values()].flatMap((value) => shownBy(code, Number(value)) ?? []),
  };
}

/** Text of each point in memory, by index. */
function pointsOf(node: Element | undefined): ReadonlyMap<number, string> {
  return new Map(all(node, "c:pt").map((point) => [Number(attribute(point, "idx")), textOf(child(point, "c:v"))]));
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
