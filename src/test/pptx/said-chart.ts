/**
 * What a native chart says: its sentence and title, each series with its categories and values, labels that are words of
 * their own, and its workbook cell by cell.
 */

import { plotsOf, sheetsOf } from "./rules/charts.ts";
import { shownBy } from "./number-format.ts";
import type { Cell, Presentation, Sheet } from "./open.ts";
import type { Place } from "./said.ts";
import { shows } from "./said-drawing.ts";
import type { Shape } from "./shapes.ts";
import { all, attribute, child, children, type Element, textOf, val } from "./xml.ts";

export function saidChart(frame: Shape, { file, part }: Place): readonly string[] {
  const id = attribute(all(frame.element, "c:chart")[0], "r:id");
  const path = file.target(part, id)?.target ?? "";
  const chart = file.root(path);
  if (chart === undefined) return [`frame: ${frame.description}`];
  return [
    `chart: ${frame.description}`,
    ...plotsOf(chart).flatMap((plot) => children(plot, "c:ser").flatMap((series) => seriesLines(plot, series))),
    ...(sheetsOf(chart, path, file) ?? []).flatMap(sheetLines),
    ...shows(wordsIn(child(chart, "c:chart", "c:title"))),
    ...all(chart, "c:dLbl").flatMap((label) => shows(wordsIn(child(label, "c:tx")))),
    ...overlaid(path, file),
  ];
}

/** Words in the shapes on top of a chart, and in labels that come from cells. */
function overlaid(path: string, file: Presentation): readonly string[] {
  const drawing = file.related(path, "chartUserShapes");
  const ranges = all(file.root(path), "c15:datalabelsRange");
  return [
    ...(drawing === undefined ? [] : shows(wordsIn(file.root(drawing)))),
    ...ranges.flatMap((range) => all(range, "c:v").flatMap((text) => shows(textOf(text)))),
  ];
}

function wordsIn(node: Element | undefined): string {
  return all(node, "a:t").map(textOf).join("");
}

/** Remarks about the chart itself, which are the same in every deck, stand last. */
const remarks = "Hinweise zum Diagramm";

function sheetLines({ name, rows: whole }: Sheet): readonly string[] {
  const end = whole.findIndex(([first]) => first === remarks);
  const rows = end < 0 ? whole : whole.slice(0, end - 1);
  const [head] = rows;
  // What stands in this column says why a row has no values.
  const note = head?.indexOf("Hinweis") ?? -1;
  return [
    `sheet: ${name}`,
    ...rows.flatMap((cells, i) => {
      const own = note < 0 ? cells : cells.filter((_, column) => column !== note);
      const reason = note < 0 || i === 0 ? null : (cells[note] ?? null);
      return reason === null ? [`cells: ${own.map(cellText).join(" | ")}`.trimEnd()] : shows(cellText(reason));
    }),
  ];
}

function seriesLines(plot: Element, series: Element): readonly string[] {
  const categories = pointsOf(child(series, "c:cat"));
  const values = pointsOf(child(series, "c:val"));
  const code = textOf(child(series, "c:val", "c:numRef", "c:numCache", "c:formatCode"));
  const name = pointsOf(child(series, "c:tx")).get(0) ?? "";
  const grouping = val(child(plot, "c:grouping"));
  return [
    `series: ${plot.localName}${grouping === undefined ? "" : ` ${grouping}`} ${name}`,
    ...[...categories].map(([index, category]) => `value: ${category} = ${values.get(index) ?? "gap"}`),
    ...[...values.values()].flatMap((value) => {
      const shown = shownBy(code, Number(value));
      return shown === undefined ? [] : [`written: ${shown}`];
    }),
  ];
}

/** Text of each point in memory, by index. */
function pointsOf(node: Element | undefined): ReadonlyMap<number, string> {
  return new Map(all(node, "c:pt").map((point) => [Number(attribute(point, "idx")), textOf(child(point, "c:v"))]));
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
