/** What charts over days share: rows of days, and lines that end where the browser's end. */

import type { TimeChart } from "../../../../chart/model.ts";
import { valueOf, writeDay } from "../../../../chart/numbers.ts";
import type { IsoDate } from "../../../../data/figure.ts";
import { addDays, serialOf } from "../days.ts";
import { codeOf, general } from "../format-code.ts";
import type { Grid, GridCell, GridColumn, GridRow } from "../grid.ts";
import { formatOf } from "./bands.ts";

export type TimeSeries = TimeChart["series"][number];

/** A series, or where it is split a part of it: which of its days are joined, as indexes. */
export interface Run {
  readonly series: TimeSeries;
  readonly name: string;
  readonly days: readonly number[];
}

export interface TimeGrid {
  readonly grid: Grid;
  /** One for each column. */
  readonly runs: readonly Run[];
  /** `span`: lines go on over days on which a series has no release. */
  readonly blanks: "gap" | "span";
  /** The row of each day of the chart. */
  readonly rowOf: (day: number) => number;
}

/** The header of the column that says why a row has no values. */
const noteHeader = "Hinweis";

/**
 * A line ends at a missing value and before a break of its series; over a day without a release it goes on. Natively a
 * gap is an empty row. Where a chart needs both, a series that ends and begins again is two columns of one colour.
 */
export function lineGrid(chart: TimeChart): TimeGrid {
  const broken = new Set(chart.breaks.map(({ day }) => day));
  const parts = chart.series.map((series) => partsOf(chart.days, series, broken));
  const breakDays = chart.days.flatMap((day, i) => {
    const before = chart.days[i - 1];
    return before !== undefined && broken.has(day) ? [{ before, day }] : [];
  });
  const numbered = areNumbered(chart.days);
  const apart = breakDays.every(({ before, day }) => addDays(day, -1) > before);
  if (parts.every(({ skips }) => !skips) && (breakDays.length === 0 || (apart && numbered))) {
    return gapGrid(chart, breakDays);
  }
  const runs = chart.series.flatMap((series, s): readonly Run[] => {
    const own = parts[s]?.runs ?? [];
    if (own.length === 0) return [{ series, name: series.label, days: [] }];
    return own.map((days, i) => ({
      series,
      days,
      name: i === 0 ? series.label : `${series.label} ab ${writeDay(chart.days[days[0] ?? 0] ?? "")}`,
    }));
  });
  const grid = gridOf(
    chart.days.map((day) => rowFor(day, numbered)),
    runs.map((run) => columnOf(chart, run, (day) => day)),
  );
  return { grid, runs, blanks: "span", rowOf: (day) => day };
}

/** One column a series, an empty row before each break. */
function gapGrid(chart: TimeChart, breaks: readonly { readonly before: IsoDate; readonly day: IsoDate }[]): TimeGrid {
  const blank = new Map(breaks.map(({ day }) => [addDays(day, -1), reasonOf(chart, day)]));
  return withBlankRows(chart, blank, () => true);
}

/**
 * Rows for the chart's days and, among them, empty ones with a note.
 *
 * @param isPlotted whether the chart can show the values of a day
 */
export function withBlankRows(chart: TimeChart, blank: ReadonlyMap<IsoDate, string>, isPlotted: (day: number) => boolean): TimeGrid {
  const numbered = areNumbered(chart.days);
  const all = [...new Set([...chart.days, ...blank.keys()])].toSorted();
  const places = new Map(all.map((day, i) => [day, i]));
  const rowOf = (day: number): number => places.get(chart.days[day] ?? "") ?? day;
  const runs = chart.series.map(
    (series): Run => ({ series, name: series.label, days: chart.days.map((_, i) => i).filter((i) => isPlotted(i)) }),
  );
  const rows = all.map((day) => rowFor(day, numbered));
  const notes: readonly GridColumn[] =
    blank.size === 0 ? [] : [{ name: noteHeader, cells: all.map((day) => blank.get(day)), code: general }];
  return {
    grid: gridOf(
      rows,
      runs.map((run) => columnOf(chart, run, rowOf, rows.length)),
      notes,
    ),
    runs,
    blanks: "gap",
    rowOf,
  };
}

/** "Bruch der Reihe: neue Basis: Zensus 2022". */
function reasonOf(chart: TimeChart, day: IsoDate): string {
  return `Lücke: Bruch der Reihe vor dem ${writeDay(day)} (${chart.breaks.find((each) => each.day === day)?.reason ?? ""})`;
}

function gridOf(rows: readonly GridRow[], columns: readonly GridColumn[], further: readonly GridColumn[] = []): Grid {
  return { head: "Stichtag", rows, columns, further };
}

function columnOf(chart: TimeChart, run: Run, rowOf: (day: number) => number, rows: number = chart.days.length): GridColumn {
  const cells = Array.from({ length: rows }, (): GridCell => undefined);
  for (const day of run.days) cells[rowOf(day)] = valueOf(run.series.values[day]);
  return { name: run.name || chart.unit, cells, code: codeOf(formatOf(chart.series.flatMap(({ values }) => values))) ?? general };
}

/** Whether a spreadsheet can count all the days. */
export function areNumbered(days: readonly IsoDate[]): boolean {
  return days.every((day) => serialOf(day) !== undefined);
}

function rowFor(day: IsoDate, numbered: boolean): GridRow {
  return numbered ? { day } : { label: writeDay(day) };
}

/** The days that are joined, and whether some joined days have one without a release between them. */
function partsOf(
  days: readonly IsoDate[],
  series: TimeSeries,
  broken: ReadonlySet<IsoDate>,
): { readonly runs: readonly (readonly number[])[]; readonly skips: boolean } {
  const runs: number[][] = [];
  let pen = false;
  let skips = false;
  let last = -1;
  for (const [i, day] of days.entries()) {
    const figure = series.values[i];
    if (figure === undefined) continue;
    if (valueOf(figure) === undefined) {
      pen = false;
      continue;
    }
    if (!pen || broken.has(day)) runs.push([]);
    else if (i - last > 1) skips = true;
    runs.at(-1)?.push(i);
    pen = true;
    last = i;
  }
  return { runs, skips };
}
