/** What a chart plots, as rows and columns: its cache and its workbook are both written from here, so that they are equal. */

import type { IsoDate } from "../../../data/figure.ts";
import { type Cell, headerNames, reference, type Sheet } from "../workbook/sheet.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { serialOf } from "./days.ts";
import { dayCode, general } from "./format-code.ts";

export interface Grid {
  /** What the rows are: heads the first column. */
  readonly head: string;
  readonly rows: readonly GridRow[];
  /** The series, one each, in the chart's order. */
  readonly columns: readonly GridColumn[];
  /** Beside them, not plotted. */
  readonly further: readonly GridColumn[];
  /** How many of the rows are plotted; the rest stand below. All by default. */
  readonly plotted?: number;
}

export type GridRow = { readonly label: string } | { readonly day: IsoDate };

export interface GridColumn {
  readonly name: string;
  /** One for each row; `undefined` is an empty cell and a gap. */
  readonly cells: readonly GridCell[];
  /** Invariant code of their number format. */
  readonly code: string;
}

export type GridCell = number | string | { readonly value: number; readonly formula: string } | undefined;

/** The sheet that the chart refers to. */
export const dataSheet = "Daten";

/** The grid as a sheet, its header a table's. */
export function sheetOf(grid: Grid, name: string): Sheet {
  const columns = [...grid.columns, ...grid.further];
  const headers = headersOf(grid);
  const rows = grid.rows.map((row, r): readonly (Cell | undefined)[] => [
    "day" in row ? { value: serialOf(row.day) ?? row.day, code: dayCode } : { value: row.label },
    ...columns.map(({ cells, code }) => cellOf(cells[r], code)),
  ]);
  return {
    name,
    widths: [30, ...columns.map((_, i) => Math.min(40, Math.max(12, (headers[i + 1]?.length ?? 0) + 3)))],
    rows: [headers.map((value): Cell => ({ value, bold: true })), ...rows],
    table: { rows: rows.length + 1, columns: headers.length },
  };
}

function cellOf(cell: GridCell, code: string): Cell | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === "string") return { value: cell };
  const look = code === general ? {} : { code };
  return typeof cell === "number" ? { value: cell, ...look } : { value: cell.value, formula: cell.formula, ...look };
}

function headersOf(grid: Grid): readonly string[] {
  return headerNames([grid.head, ...grid.columns.map(({ name }) => name), ...grid.further.map(({ name }) => name)].map(legal));
}

export function numberOf(cell: GridCell): number | undefined {
  return typeof cell === "object" ? cell.value : typeof cell === "number" ? cell : undefined;
}

/** `c:tx` of a series: its name, as it stands above its column. */
export function nameXml(grid: Grid, column: number): XmlElement {
  const header = headersOf(grid)[column + 1] ?? "";
  const cache = element("c:strCache", {}, element("c:ptCount", { val: 1 }), element("c:pt", { idx: 0 }, element("c:v", {}, header)));
  return element("c:tx", {}, element("c:strRef", {}, element("c:f", {}, reference(dataSheet, column + 1, 0)), cache));
}

/** `c:cat`: texts, or days as numbers. */
export function categoriesXml(grid: Grid): XmlElement {
  const rows = grid.rows.slice(0, grid.plotted);
  const formula = element("c:f", {}, reference(dataSheet, 0, 1, rows.length));
  const days = rows.map((row) => ("day" in row ? serialOf(row.day) : undefined));
  const count = element("c:ptCount", { val: rows.length });
  if (rows.length > 0 && days.every((day) => day !== undefined)) {
    const points = days.map((day, idx) => element("c:pt", { idx }, element("c:v", {}, String(day))));
    return element(
      "c:cat",
      {},
      element("c:numRef", {}, formula, element("c:numCache", {}, element("c:formatCode", {}, dayCode), count, ...points)),
    );
  }
  const points = rows.map((row, idx) => element("c:pt", { idx }, element("c:v", {}, legal("day" in row ? row.day : row.label))));
  return element("c:cat", {}, element("c:strRef", {}, formula, element("c:strCache", {}, count, ...points)));
}

/** `c:val` of a series; a missing value has no point. */
export function valuesXml(grid: Grid, column: number): XmlElement {
  const { cells = [], code = general } = grid.columns[column] ?? {};
  const plotted = grid.rows.slice(0, grid.plotted).map((_, i) => numberOf(cells[i]));
  const points = plotted.flatMap((value, idx) =>
    value === undefined ? [] : [element("c:pt", { idx }, element("c:v", {}, String(value)))],
  );
  return element(
    "c:val",
    {},
    element(
      "c:numRef",
      {},
      element("c:f", {}, reference(dataSheet, column + 1, 1, plotted.length)),
      element("c:numCache", {}, element("c:formatCode", {}, code), element("c:ptCount", { val: plotted.length }), ...points),
    ),
  );
}

/** `c15:f` and its cache: a further column whose cells' texts stand in the labels. */
export function labelRangeXml(grid: Grid, column: number, texts: readonly (string | undefined)[]): XmlElement {
  const rows = grid.rows.slice(0, grid.plotted).length;
  const points = texts.flatMap((text, idx) => (text === undefined ? [] : [element("c:pt", { idx }, element("c:v", {}, legal(text)))]));
  return element(
    "c15:datalabelsRange",
    {},
    element("c15:f", {}, reference(dataSheet, grid.columns.length + 1 + column, 1, rows)),
    element("c15:dlblRangeCache", {}, element("c:ptCount", { val: rows }), ...points),
  );
}
