/** Checks of native charts: axes, and that what is drawn is what stands in the workbook. */

import { type Finding, repeated, type Rule } from "../fault.ts";
import type { Cell, Package, Presentation, Sheet } from "../open.ts";
import { all, attribute, child, children, type Element, is, textOf, val } from "../xml.ts";
import { workbooksOf } from "./package.ts";

function inCharts(check: (chart: Element, path: string, file: Presentation) => readonly string[]): Rule {
  return (file) =>
    file.all("chart").flatMap((path) => {
      const root = file.root(path);
      return root === undefined ? [] : check(root, path, file).map((what): Finding => [path, what]);
    });
}

export function plotsOf(chart: Element): readonly Element[] {
  return children(child(chart, "c:chart", "c:plotArea")).filter(({ localName }) => localName?.endsWith("Chart"));
}

function axesOf(chart: Element): readonly Element[] {
  return children(child(chart, "c:chart", "c:plotArea")).filter(({ localName }) => localName?.endsWith("Ax"));
}

function idOf(axis: Element): string {
  return val(child(axis, "c:axId")) ?? "";
}

/** Round charts have no axes, all others two: a third one is a repair prompt. */
export const axes: Rule = inCharts((chart) => {
  const known = axesOf(chart).map(idOf);
  const used = plotsOf(chart).map((plot) => ({ plot, ids: children(plot, "c:axId").map((node) => val(node) ?? "") }));
  const crossings = new Map(axesOf(chart).map((axis) => [idOf(axis), val(child(axis, "c:crossAx")) ?? ""]));
  return [
    ...used.flatMap(({ plot, ids }) => {
      const wanted = ["pieChart", "doughnutChart", "ofPieChart"].includes(plot.localName ?? "") ? 0 : 2;
      return ids.length === wanted ? [] : [`${plot.localName} names ${ids.length} axes instead of ${wanted}`];
    }),
    ...used.flatMap(({ plot, ids }) =>
      ids.filter((id) => !known.includes(id)).map((id) => `${plot.localName} names axis ${id}, which is not there`),
    ),
    ...known.filter((id) => !used.some(({ ids }) => ids.includes(id))).map((id) => `nothing is drawn on axis ${id}`),
    ...repeated(known).map((id) => `two axes are ${id}`),
    ...[...crossings]
      .filter(([id, other]) => crossings.get(other) !== id || other === id)
      .map(([id, other]) => `axis ${id} crosses ${other}, but not the other way`),
  ];
});

export const series: Rule = inCharts((chart) => {
  const drawn = plotsOf(chart).flatMap((plot) => children(plot, "c:ser"));
  return [
    ...(drawn.length === 0 ? ["has no series"] : []),
    ...(["c:idx", "c:order"] as const).flatMap((name) =>
      repeated(drawn.map((ser) => val(child(ser, name)))).map((id) => `has two series with ${name} ${id}`),
    ),
    ...drawn.flatMap((ser) => (child(ser, "c:tx", "c:strRef") === undefined ? ["has a series that takes its name from no cell"] : [])),
    ...drawn.flatMap((ser) => (all(ser, "c:f").length < 3 ? ["has a series without categories or values"] : [])),
  ];
});

/** A chart without workbook cannot be edited. */
export const workbook: Rule = inCharts((chart, path, file) => {
  const id = attribute(child(chart, "c:externalData"), "r:id");
  const target = file.target(path, id);
  if (target === undefined || target.external) return ["has no workbook"];
  const fault = file.faultyWorkbooks.get(target.target);
  if (fault !== undefined) return [`has a workbook that cannot be read: ${fault}`];
  return file.workbooks.has(target.target) ? [] : [`has ${target.target} for a workbook`];
});

export function sheetsOf(chart: Element, path: string, file: Presentation): readonly Sheet[] | undefined {
  return file.workbooks.get(file.target(path, attribute(child(chart, "c:externalData"), "r:id"))?.target ?? "");
}

/** The cells that a reference names, row by row: `Daten!$B$2:$B$5`, `'Mein Blatt'!$A$1`. */
export function cellsAt(reference: string, sheets: readonly Sheet[]): readonly Cell[] | undefined {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(reference);
  if (found === null) return undefined;
  const [, quoted, plain, column = "A", row = "1", lastColumn = column, lastRow = row] = found;
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) return undefined;
  const cells: Cell[] = [];
  for (let y = Number(row) - 1; y < Number(lastRow); y += 1) {
    for (let x = columnOf(column); x <= columnOf(lastColumn); x += 1) cells.push(sheet.rows[y]?.[x] ?? null);
  }
  return cells;
}

/** From 0. */
function columnOf(letters: string): number {
  return Buffer.from(letters, "latin1").reduce((sum, code) => sum * 26 + code - 64, 0) - 1;
}

/** Days since 1899-12-30, as workbooks count them. */
export function serial(day: Date): number {
  return day.getTime() / 86_400_000 + 25_569;
}

/** What a chart draws from its memory must be what it draws when its data is edited. */
export const cacheIsWorkbook: Rule = inCharts((chart, path, file) => {
  const sheets = sheetsOf(chart, path, file);
  if (sheets === undefined) return [];
  const references = [...all(chart, "c:numRef"), ...all(chart, "c:strRef"), ...all(chart, "c:multiLvlStrRef")];
  return [
    ...references.flatMap((reference) => cacheFaults(reference, sheets)),
    ...all(chart, "c15:datalabelsRange").flatMap((range) => labelFaults(range, sheets)),
  ];
});

/** Labels taken from cells. */
function labelFaults(range: Element, sheets: readonly Sheet[]): readonly string[] {
  const formula = textOf(child(range, "c15:f"));
  const cells = cellsAt(formula, sheets);
  if (cells === undefined) return [`${formula} leads to no cells of the workbook`];
  const points = new Map(all(range, "c:pt").map((point) => [Number(attribute(point, "idx")), textOf(child(point, "c:v"))]));
  // Of a number, the memory holds what its format makes of it.
  return cells.flatMap((cell, index) =>
    typeof cell === "string" && cell !== (points.get(index) ?? "")
      ? [`${formula}, point ${index}: „${points.get(index)}“ in memory, „${cell}“ in the cell`]
      : [],
  );
}

function cacheFaults(reference: Element, sheets: readonly Sheet[]): readonly string[] {
  const formula = textOf(child(reference, "c:f"));
  const cells = cellsAt(formula, sheets);
  if (cells === undefined) return [`${formula} leads to no cells of the workbook`];
  // Categories of several levels nobody writes; one level is a list like any other.
  const cache = child(reference, "c:numCache") ?? child(reference, "c:strCache") ?? child(reference, "c:multiLvlStrCache");
  if (cache === undefined) return [`${formula} has nothing in memory`];
  const faults: string[] = [];
  const count = Number(val(child(cache, "c:ptCount")));
  if (count !== cells.length) faults.push(`${formula} has ${cells.length} cells and ${count} points`);
  const listed = children(child(cache, "c:lvl") ?? cache, "c:pt");
  const points = new Map(listed.map((point) => [Number(attribute(point, "idx")), textOf(child(point, "c:v"))]));
  if (points.size !== listed.length) faults.push(`${formula} has two points with one idx`);
  for (const index of points.keys()) if (!(index < cells.length)) faults.push(`${formula} has a point ${index} beyond its cells`);
  for (const [index, cell] of cells.entries()) {
    const what = pointFault(is(reference, "c:numRef"), points.get(index), cell);
    if (what !== undefined) faults.push(`${formula}, point ${index}: ${what}`);
  }
  return faults;
}

function pointFault(numeric: boolean, point: string | undefined, cell: Cell): string | undefined {
  const empty = cell === null || cell === "";
  if (point === undefined || (point === "" && !numeric)) {
    // A text among numbers is drawn as zero as soon as the data is edited.
    return empty ? undefined : `the cell has ${String(cell)}, the memory nothing`;
  }
  if (empty) return `the memory has ${point}, the cell nothing`;
  if (!numeric) return String(cell) === point ? undefined : `„${point}“ in memory, „${String(cell)}“ in the cell`;
  if (typeof cell === "string" || typeof cell === "boolean") return `the cell has the text „${cell}“, where a number belongs`;
  const value = cell instanceof Date ? serial(cell) : cell;
  return point !== "" && Number(point) === value ? undefined : `${point} in memory, ${value} in the cell`;
}

/** The table in a workbook spans its cells exactly and repeats their heads, or Excel repairs it. */
export const workbookTables: Rule = (file) =>
  workbooksOf(file).flatMap(([path, workbook_]) =>
    tablesIn(workbook_, file.workbooks.get(path) ?? []).map((what): Finding => [path, what]),
  );

function tablesIn(file: Package, sheets: readonly Sheet[]): readonly string[] {
  const book = file.related("", "officeDocument") ?? "";
  return children(child(file.root(book), "x:sheets"), "x:sheet").flatMap((node) => {
    const part = file.target(book, attribute(node, "r:id"))?.target ?? "";
    const rows = sheets.find(({ name }) => name === attribute(node, "name"))?.rows ?? [];
    return file.allRelated(part, "table").flatMap((path) => {
      const faults = tableFaults(file.root(path), extentOf(file.root(part)), rows);
      return faults.map((what) => `${path} ${what}`);
    });
  });
}

function tableFaults(table: Element | undefined, dimension: string, rows: Sheet["rows"]): readonly string[] {
  const reference = attribute(table, "ref") ?? "";
  const names = all(table, "x:tableColumn").map((column) => attribute(column, "name") ?? "");
  const heads = cellsAt(`x!${headOf(reference)}`, [{ name: "x", rows }])?.map(String) ?? [];
  const filters = all(table, "x:autoFilter").filter((filter) => attribute(filter, "ref") !== reference);
  return [
    ...(reference === dimension ? [] : [`spans ${reference}, its sheet ${dimension}`]),
    ...(names.join("\n") === heads.join("\n") ? [] : [`has the columns ${names.join(", ")}, its sheet ${heads.join(", ")}`]),
    ...(Number(attribute(child(table, "x:tableColumns"), "count")) === names.length ? [] : ["miscounts its columns"]),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `has two columns ${name}`),
    ...filters.map((filter) => `filters ${attribute(filter, "ref")} instead of ${reference}`),
  ];
}

/** "A1:C5" → "A1:C1". */
function headOf(reference: string): string {
  const found = /^([A-Z]+)(\d+):([A-Z]+)\d+$/.exec(reference);
  return found === null ? reference : `${found[1]}${found[2]}:${found[3]}${found[2]}`;
}

/** Of the cells that are written in a sheet. */
function extentOf(sheet: Element | undefined): string {
  const places = all(sheet, "x:c").flatMap((cell) => {
    const found = /^([A-Z]+)(\d+)$/.exec(attribute(cell, "r") ?? "");
    return found === null ? [] : [{ column: found[1] ?? "", row: Number(found[2]) }];
  });
  const columns = places.map(({ column }) => column).toSorted((a, b) => columnOf(a) - columnOf(b));
  const rows = places.map(({ row }) => row).toSorted((a, b) => a - b);
  return `${columns[0]}${rows[0]}:${columns.at(-1)}${rows.at(-1)}`;
}
