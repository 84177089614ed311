/** Line, area and slope: values over Stichtage. */

import type { TimeChart } from "../../chart/model.ts";
import { germanDate, isDay } from "../../data/calendar.ts";
import type { History } from "../../data/expression/evaluate.ts";
import { day, type Fields, listOf, nameOf, oneOrMore, type Reader, textOf, textScalar } from "../../data/fields.ts";
import type { Figure, IsoDate } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import type { YamlScalar } from "../../data/yaml.ts";
import { error } from "../../source/diagnostic.ts";
import { dayWithoutValue, noDays, notADayOfYear, tooFewDays, unitsDiffer } from "../../source/messages/bound-blocks.ts";
import { spanOf, type Span } from "../../source/source.ts";
import type { ColourName } from "../../../theme/tokens.ts";
import type { Binder } from "../binder.ts";
import { coloursOf, defaultSubtitle, figureOf, finish, type MakeChart, readBase, readSeries, type SeriesField } from "./chart-parts.ts";
import { format } from "./fields.ts";
import { checkKey } from "./rows.ts";

interface Choice {
  readonly days: readonly IsoDate[] | undefined;
  readonly daysSpan: Span;
  /** "-12-31": the end of the days to keep. */
  readonly only: string | undefined;
  readonly since: IsoDate | undefined;
  readonly until: IsoDate | undefined;
}

export function timeChart(kind: TimeChart["kind"]): MakeChart {
  return (fields, place, binder) => {
    const base = readBase(fields, place, binder);
    const series = readSeries(fields, binder);
    const choice = readChoice(fields);
    const highlight = fields.optional("highlight", oneOrMore(textScalar)) ?? [];
    const look = fields.optional("format", format);
    const histories = series?.map(({ data }) => binder.history(data));
    if (series === undefined || !histories?.every((history) => history !== undefined)) return undefined;
    const days = chosen(kind, histories, choice, binder);
    const colours = paint(series, highlight, binder);
    const values = histories.map((history, i) => valuesOf(history, days ?? [], look, series[i], binder));
    const unit = unitOf(histories, series, binder);
    if (days === undefined || unit === undefined || binder.faulty) return undefined;
    return finish({
      kind,
      ...defaultSubtitle(unit, [], look),
      ...base,
      credits: [],
      days,
      series: series.map(({ label }, i) => ({
        key: label === "" ? "data" : label,
        label: label === "" ? base.title : label,
        colour: colours[i] ?? "blue",
        values: values[i] ?? [],
      })),
      breaks: breaksOf(histories, days),
      unit,
    });
  };
}

const dayOfYear: Reader<string> = (node, report) => {
  const scalar = textScalar(node, report);
  if (scalar === undefined) return undefined;
  const written = textOf(scalar);
  // In a leap year, so that 29 February is one.
  if (isDay(`2024-${written}`)) return written;
  report.push(error(scalar.span, notADayOfYear(written)));
  return undefined;
};

function readChoice(fields: Fields): Choice {
  return {
    days: fields.optional("days", listOf(day)),
    daysSpan: fields.entry("days")?.value.span ?? fields.span,
    only: fields.optional("only", dayOfYear),
    since: fields.optional("since", day),
    until: fields.optional("until", day),
  };
}

/** The days shown, ascending: those on which at least one series has a value, as far as they are wanted. */
function chosen(kind: TimeChart["kind"], histories: readonly History[], choice: Choice, binder: Binder): readonly IsoDate[] | undefined {
  const all = [...new Set(histories.flatMap(({ points }) => points.map((point) => point.day)))].toSorted();
  const known = new Set(all);
  for (const wanted of choice.days ?? []) {
    if (!known.has(wanted)) binder.fail(choice.daysSpan, dayWithoutValue(germanDate(wanted), all.map(germanDate)));
  }
  const wanted = all.filter(
    (one) =>
      (choice.days === undefined || choice.days.includes(one)) &&
      (choice.only === undefined || one.endsWith(`-${choice.only}`)) &&
      (choice.since === undefined || one >= choice.since) &&
      (choice.until === undefined || one <= choice.until),
  );
  const [first] = wanted;
  const last = wanted.at(-1);
  if (first === undefined || last === undefined) return binder.fail(choice.daysSpan, noDays());
  if (wanted.length < 2) return binder.fail(choice.daysSpan, tooFewDays(wanted.length));
  return kind === "slope" ? [first, last] : wanted;
}

function nameOfSeries({ label }: SeriesField): string {
  return label.normalize();
}

/** One highlight, the others calm; without one, each series its own colour. */
function paint(series: readonly SeriesField[], highlight: readonly YamlScalar[], binder: Binder): readonly ColourName[] {
  const names = series.map((one) => ({ key: nameOfSeries(one), label: one.label }));
  for (const scalar of highlight) checkKey("highlight", nameOf(scalar), scalar.span, names, binder);
  const stressed = new Set(highlight.map(nameOf));
  if (stressed.size > 0) return series.map((one) => one.colour ?? (stressed.has(nameOfSeries(one)) ? "blue" : "calm"));
  return series.length === 1 ? [series[0]?.colour ?? "blue"] : coloursOf(series, binder);
}

function valuesOf(
  history: History,
  days: readonly IsoDate[],
  look: Format | undefined,
  series: SeriesField | undefined,
  binder: Binder,
): readonly (Figure | undefined)[] {
  if (series === undefined) return [];
  const byDay = new Map(history.points.map((point) => [point.day, point.quantity]));
  const figures: (Figure | undefined)[] = [];
  for (const one of days) {
    const quantity = byDay.get(one);
    const figure = quantity && figureOf(quantity, look, series.data, binder, { day: one });
    if (quantity !== undefined && figure === undefined) return figures;
    figures.push(figure);
  }
  return figures;
}

function unitOf(histories: readonly History[], series: readonly SeriesField[], binder: Binder): string | undefined {
  const units = histories.map(({ points }) => points[0]?.quantity.unit);
  const unit = units.find((one) => one !== undefined) ?? "";
  const other = units.findIndex((one) => one !== undefined && one !== unit);
  const field = series[other];
  return field === undefined
    ? unit
    : binder.fail(spanOf(field.span.source, field.span.start, field.span.end), unitsDiffer(unit, units[other] ?? ""));
}

/** A break between two shown days is drawn at the later one, even if the day on which it happened is not shown. */
function breaksOf(histories: readonly History[], days: readonly IsoDate[]): TimeChart["breaks"] {
  const breaks = new Map<string, { readonly day: IsoDate; readonly reason: string }>();
  for (const { day: at, reason } of histories.flatMap((history) => history.breaks)) {
    const shown = days.find((one, i) => i > 0 && one >= at && (days[i - 1] ?? "") < at);
    if (shown !== undefined) breaks.set(`${shown} ${reason}`, { day: shown, reason });
  }
  return [...breaks.values()].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
