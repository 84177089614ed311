/** Charts of a slide beside those that were written: what is drawn, and the workbook behind it. */

import { germanDate } from "../../../data/calendar.ts";
import { dayOfSerial } from "../chart/days.ts";
import { inventsDigits } from "./formats.ts";
import type { ChartContent, ChartRange, SheetContent, Unit } from "./content.ts";
import { compareLine } from "./compare-line.ts";
import type { Finding } from "./finding.ts";
import { linesOf, pairLines } from "./pairs.ts";
import type { RecordedFigure } from "./record.ts";
import { blind, likeness, tokensOf } from "./tokens.ts";
import { cellsAt } from "./workbook.ts";

type ChartFinding = Omit<Finding, "slide" | "title" | "slideId">;

/** @param figures of the slide */
export function compareCharts(
  written: readonly ChartContent[],
  found: readonly ChartContent[],
  figures: readonly RecordedFigure[],
): readonly ChartFinding[] {
  const left = new Set(found);
  const pairs = new Map<ChartContent, ChartContent>();
  const pass = (isOne: (a: ChartContent, b: ChartContent) => boolean): void => {
    for (const chart of written) {
      if (pairs.has(chart)) continue;
      const other = [...left].find((each) => isOne(chart, each));
      if (other === undefined) continue;
      pairs.set(chart, other);
      left.delete(other);
    }
  };
  pass((a, b) => a.shape === b.shape && likeness(wordsOf(a), wordsOf(b)) >= 0.3);
  pass((a, b) => likeness(wordsOf(a), wordsOf(b)) >= 0.5);
  pass((a, b) => a.shape === b.shape);
  return [
    ...written.flatMap((chart): readonly ChartFinding[] => {
      const other = pairs.get(chart);
      return other === undefined ? [{ kind: "chart-gone", shape: chart.shape }] : new Charts(chart, other, figures).compare();
    }),
    ...[...left].map(addedChart),
  ];
}

/** A chart that nobody wrote there, with the values that it shows. */
export function addedChart({ shape, categories, isDated, series }: ChartContent): ChartFinding {
  const shown = series.map(({ name, values, categories: own = categories }) => {
    const points = values.flatMap((value, i) =>
      value === null ? [] : `${shownCategory({ categories: own, ...(isDated && { isDated }) }, i)} ${said(value)}`,
    );
    return `${name}: ${points.join(", ")}`;
  });
  return { kind: "chart-added", shape, role: "chart", line: shown.join("; ") };
}

/** As the chart shows it. */
function shownCategory({ categories, isDated }: Pick<ChartContent, "categories" | "isDated">, index: number): string {
  const name = categories[index] ?? `${index + 1}`;
  const serial = Number(name);
  return isDated === true && Number.isInteger(serial) && serial > 0 && serial < mostSerial ? germanDate(dayOfSerial(serial)) : name;
}

/** The end of the year 9999. */
const mostSerial = 2_958_466;

/** What a chart is known by: its series and categories. */
function wordsOf({ series, categories }: ChartContent): string {
  return blind([...series.map(({ name }) => name), ...categories].join(" "));
}

class Charts {
  private readonly written: ChartContent;
  private readonly found: ChartContent;
  private readonly figures: readonly RecordedFigure[];
  private readonly findings: ChartFinding[] = [];

  constructor(written: ChartContent, found: ChartContent, figures: readonly RecordedFigure[]) {
    this.written = written;
    this.found = found;
    this.figures = figures;
  }

  compare(): readonly ChartFinding[] {
    const { written, found } = this;
    const categories = paired(written.categories, found.categories);
    const series = paired(
      written.series.map(({ name }) => name),
      found.series.map(({ name }) => name),
    );
    for (const [kind, at] of [
      ["chart-category-removed", categories.gone.map((i) => shownCategory(written, i))],
      ["chart-category-added", categories.added.map((i) => shownCategory(found, i))],
      ["chart-series-removed", series.gone.map((i) => written.series[i]?.name)],
      ["chart-series-added", series.added.map((i) => found.series[i]?.name)],
    ] as const) {
      for (const name of at) this.tell({ kind, ...(name !== undefined && { at: name }) });
    }
    for (const [a, b] of series.pairs) {
      const [before, now] = [written.series[a], found.series[b]];
      if (before === undefined || now === undefined) continue;
      if (before.name !== now.name) this.tell({ kind: "digits-changed", written: before.name, found: now.name });
      const cells = now.reference === undefined ? undefined : cellsAt(now.reference, found.sheets ?? [])?.cells;
      for (const [c, d] of categories.pairs) {
        const [value, shown] = [before.values[c] ?? null, now.values[d] ?? null];
        const at = `${now.name}, ${shownCategory(found, d)}`;
        if (!isSame(value, shown)) this.tell({ kind: "chart-value-changed", at, ...this.values(value, shown) });
        const cell = cells?.[d];
        // A workbook that still has what was written says nothing more.
        if (cell !== undefined && !isSame(shown, cell.value) && !isSame(value, cell.value)) {
          this.tell({ kind: "chart-workbook-differs", at, ...this.values(value, cell.value), line: said(shown) });
        }
      }
      if ((before.categories ?? []).join("\n") !== (now.categories ?? []).join("\n"))
        this.tell({
          kind: "digits-changed",
          at: now.name,
          written: (before.categories ?? written.categories).join(" | "),
          found: (now.categories ?? found.categories).join(" | "),
        });
      // Points beyond the categories have no name.
      for (let i = found.categories.length; i < now.values.length; i += 1) {
        const [value, shown] = [before.values[i] ?? null, now.values[i] ?? null];
        if (!isSame(value, shown)) this.tell({ kind: "chart-value-changed", at: `${now.name}, ${i + 1}`, ...this.values(value, shown) });
      }
    }
    for (const [a, b] of categories.pairs) {
      const [before, now] = [written.categories[a] ?? "", found.categories[b] ?? ""];
      if (before !== now) this.tell({ kind: "digits-changed", written: before, found: now, at: now });
    }
    this.appearance();
    if (found.unreadable === true) this.tell({ kind: "chart-workbook-unreadable" });
    this.sheets();
    return this.findings;
  }

  /** What makes the same values look like others. */
  private appearance(): void {
    const { ranges = [], formats } = this.written;
    const [before, now] = [ranges, this.found.ranges ?? []].map((own) => own.map(rangeWords).join("; "));
    // Without axes there is nothing to cut.
    if (before !== undefined && now !== undefined && before !== "" && now !== "" && before !== now) {
      this.tell({ kind: "chart-axis-changed", written: before, found: now });
    }
    for (const code of this.found.formats ?? []) {
      if (formats !== undefined && inventsDigits(code, formats)) this.tell({ kind: "chart-format-changed", found: code });
    }
  }

  private tell(finding: Omit<ChartFinding, "shape" | "role">): void {
    this.findings.push({ shape: this.found.shape, role: "chart", ...finding });
  }

  private values(value: number | null, found: number | string | null): Pick<ChartFinding, "written" | "found" | "figure"> {
    const figure = value === null ? undefined : this.figures.find((each) => each.value !== undefined && isSame(each.value, value));
    return { written: said(value), found: said(found), ...(figure !== undefined && { figure }) };
  }

  /** All cells of the workbook that no series shows. */
  private sheets(): void {
    const [before, now] = [this.written.sheets ?? [], this.found.sheets];
    if (now === undefined) return;
    for (const sheet of before) {
      const other = now.find(({ name }) => name === sheet.name);
      if (other === undefined) continue;
      const [shown, shows] = [shownCells(sheet, this.written), shownCells(other, this.found)];
      // Cells of a series that was taken away are still what was written there.
      const isKept = (row: number, column: number): boolean =>
        shown.has(`${row} ${column}`) && sheet.rows[row]?.[column] === other.rows[row]?.[column];
      const unit = unitOf(
        without(sheet, (row, column) => shown.has(`${row} ${column}`)),
        this.written.shape,
      );
      const found = unitOf(
        without(other, (row, column) => shows.has(`${row} ${column}`) || isKept(row, column)),
        this.found.shape,
      );
      const lines = pairLines(linesOf(unit), linesOf(found));
      for (const [line, changed] of lines.pairs) {
        const compared = compareLine({ text: line, tokens: tokensOf(line), marks: [] }, changed, []);
        for (const each of compared.findings) this.tell({ ...each, at: sheet.name });
        for (const { text } of compared.added) this.tell({ kind: "number-unproved", found: text, line: changed, at: sheet.name });
      }
      for (const line of lines.added) {
        if (tokensOf(line).some(({ isNumber }) => isNumber)) this.tell({ kind: "number-unproved", found: line, line, at: sheet.name });
      }
    }
  }
}

function rangeWords({ min, max }: ChartRange): string {
  return `${min ?? "auto"} – ${max ?? "auto"}`;
}

function unitOf(rows: SheetContent["rows"], shape: string): Unit {
  const lines = rows.map((row) => [row.map((cell) => said(cell)).join(" | ")]).filter(([line = ""]) => /[^| ]/.test(line));
  return { role: "sheet", shape, lines };
}

/** "<row> <column>" of the cells whose values the chart shows. */
function shownCells(sheet: SheetContent, { series, sheets = [] }: ChartContent): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { reference } of series) {
    const cells = reference === undefined ? undefined : cellsAt(reference, sheets);
    if (cells?.sheet === sheet.name) for (const { row, column } of cells.cells) shown.add(`${row} ${column}`);
  }
  return shown;
}

function without(sheet: SheetContent, isLeftOut: (row: number, column: number) => boolean): SheetContent["rows"] {
  return sheet.rows.map((cells, row) => cells.map((cell, column) => (isLeftOut(row, column) ? null : cell)));
}

/** Programs write the same number with more or fewer digits. */
function isSame(a: number | null, b: number | string | null): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));
  return a === b;
}

function said(value: number | string | null): string {
  if (typeof value === "string") return value;
  return value === null ? "" : String(Number(value.toPrecision(15)));
}

interface Paired {
  readonly pairs: readonly (readonly [number, number])[];
  readonly gone: readonly number[];
  readonly added: readonly number[];
}

/** Names that are the same, then those that differ in digits only. */
function paired(written: readonly string[], found: readonly string[]): Paired {
  const [left, right] = [new Set(written.keys()), new Set(found.keys())];
  const pairs: (readonly [number, number])[] = [];
  const pass = (isEqual: (a: string, b: string) => boolean): void => {
    for (const a of left) {
      const b = [...right].find((i) => isEqual(written[a] ?? "", found[i] ?? ""));
      if (b === undefined) continue;
      pairs.push([a, b]);
      left.delete(a);
      right.delete(b);
    }
  };
  pass((a, b) => a === b);
  if (left.size === 1 && right.size === 1) pass((a, b) => blind(a) === blind(b));
  return { pairs, gone: [...left], added: [...right] };
}
