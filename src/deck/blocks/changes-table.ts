/**
 * The rows of a list of changes → a table: days in its header where all rows share them, else beside the labels, and the
 * header says which state of the data a column is of.
 */

import { germanDate } from "../../data/calendar.ts";
import type { ChangeFigures } from "../../data/change.ts";
import { dataOf, type Figure, type IsoDate, type Quantity } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";
import type { Inline, TableBlock } from "../model.ts";

export interface ChangeRow {
  /** By which `highlight` names it. */
  readonly key: string;
  readonly label: readonly Inline[];
  /** What the keys of its table are ("Gemeinde"); "" of a number by itself. */
  readonly keyName: string;
  readonly before: Figure;
  readonly after: Figure;
  readonly change: ChangeFigures;
  /** What rows are ordered by; `undefined` where there is no number. */
  readonly size: number | undefined;
  readonly share: number | undefined;
  readonly broken: boolean;
}

/** What the columns are headed with where their numbers are not of the same days: "Stand 07.08.2017". */
export interface StateHeaders {
  readonly before: string;
  readonly after: string;
}

export function changesTable(
  rows: readonly ChangeRow[],
  states: StateHeaders,
  highlight: ReadonlySet<string>,
  caption: readonly Inline[],
  span: Span,
): TableBlock {
  const days = { before: commonDays(rows.map(({ before }) => before)), after: commonDays(rows.map(({ after }) => after)) };
  const amounts = rows.some(({ change }) => change.changing !== "share");
  const relative = rows.some(({ change }) => change.relative !== undefined);
  // What holds for all rows is said once.
  const allBroken = rows.every(({ broken }) => broken);
  return {
    kind: "table",
    caption: allBroken ? [...caption, { kind: "text", text: caption.length === 0 ? brokenWords.all : `; ${brokenWords.all}` }] : caption,
    columns: [
      column(headerOf(rows), "left"),
      column(days.before ?? states.before, "right"),
      column(days.after ?? states.after, "right"),
      ...(amounts ? [column("Veränderung", "right")] : []),
      ...(relative ? [column(amounts ? "relativ" : "Veränderung", "right")] : []),
    ],
    rows: rows.map((row) => ({
      role: highlight.has(row.key) ? ("highlight" as const) : ("plain" as const),
      cells: [
        labelCell(row, days, !allBroken),
        [{ kind: "figure" as const, figure: row.before }],
        [{ kind: "figure" as const, figure: row.after }],
        ...(amounts ? [cell(row.change.difference)] : []),
        ...(relative ? [cell(row.change.relative)] : []),
      ],
    })),
    rowHeaders: true,
    wide: true,
    span,
  };
}

function headerOf(rows: readonly ChangeRow[]): string {
  const names = new Set(rows.map(({ keyName }) => keyName));
  const [only = ""] = names;
  return names.size === 1 && only !== "" ? only : "Zahl";
}

const brokenWords = { all: "Veränderungen über einen Zeitreihenbruch hinweg", one: "Zeitreihenbruch" };

function column(header: string, align: "left" | "right"): TableBlock["columns"][number] {
  return { header: [{ kind: "text", text: header }], align };
}

function cell(figure: Figure | undefined): readonly Inline[] {
  return figure === undefined ? [] : [{ kind: "figure", figure }];
}

/** The label, and where they are not the columns' the days; a change over a break of its series is no plain change. */
function labelCell(
  { label, before, after, broken }: ChangeRow,
  columns: { readonly before: string | undefined; readonly after: string | undefined },
  withBreak: boolean,
): readonly Inline[] {
  const [then, now] = [spanOfDays(daysOf(before)), spanOfDays(daysOf(after))];
  const days = [...(columns.before === undefined ? [then] : []), ...(columns.after === undefined ? [now] : [])]
    .filter((text) => text !== "")
    .join(" → ");
  const parts = [...(days === "" ? [] : [days]), ...(withBreak && broken ? [brokenWords.one] : [])];
  return parts.length === 0
    ? label
    : [...label, { kind: "break" }, { kind: "emphasis", content: [{ kind: "text", text: parts.join(", ") }] }];
}

function spanOfDays(days: readonly IsoDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? germanDate(first) : `${germanDate(first)}/${germanDate(last)}`;
}

function daysOf(quantity: Quantity): readonly IsoDate[] {
  return [...new Set(dataOf(quantity).map(({ release }) => release.stichtag))].toSorted();
}

/** The days that each of the numbers rests on, where they are the same for all. */
function commonDays(figures: readonly Figure[]): string | undefined {
  const [only, ...others] = new Set(figures.map((figure) => spanOfDays(daysOf(figure))));
  return others.length > 0 || only === "" ? undefined : only;
}
