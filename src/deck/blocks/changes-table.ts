/** The rows of a list of changes → a table: days in its header where all rows share them, else beside the labels. */

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

export function changesTable(
  rows: readonly ChangeRow[],
  highlight: ReadonlySet<string>,
  caption: readonly Inline[],
  span: Span,
): TableBlock {
  const days = { before: dayOf(rows.map(({ before }) => before)), after: dayOf(rows.map(({ after }) => after)) };
  const amounts = rows.some(({ change }) => change.changing !== "share");
  const relative = rows.some(({ change }) => change.relative !== undefined);
  // What holds for all rows is said once.
  const allBroken = rows.every(({ broken }) => broken);
  return {
    kind: "table",
    caption: allBroken ? [...caption, { kind: "text", text: caption.length === 0 ? brokenWords.all : `; ${brokenWords.all}` }] : caption,
    columns: [
      column(headerOf(rows), "left"),
      column(days.before === undefined ? "vorher" : germanDate(days.before), "right"),
      column(days.after === undefined ? "jetzt" : germanDate(days.after), "right"),
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
  columns: { readonly before: IsoDate | undefined; readonly after: IsoDate | undefined },
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

/** The one day that all the numbers are of. */
function dayOf(figures: readonly Figure[]): IsoDate | undefined {
  const days = new Set(figures.flatMap((figure) => daysOf(figure)));
  const [only] = days;
  return days.size === 1 ? only : undefined;
}
