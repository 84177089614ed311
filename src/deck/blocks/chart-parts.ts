/** What the kinds of charts share: their place on the slide, series, figures, default subtitles. */

import type { Unsummarised } from "../../chart/summary.ts";
import { summarise } from "../../chart/summary.ts";
import type { Chart, ChartBase } from "../../chart/model.ts";
import { germanDate } from "../../data/calendar.ts";
import type { Expression } from "../../data/expression/parse.ts";
import { type Fields, listOf, object, oneOf, type Reader } from "../../data/fields.ts";
import { type Figure, onlyDay, type Quantity } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import { dataOrSeries, duplicateSeries, emptyList, tooManySeries } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import type { ColourName } from "../../../theme/tokens.ts";
import { type Binder, placeOf } from "../binder.ts";
import { type Asked, writtenOf } from "../written.ts";
import { expression, words } from "./fields.ts";

/** Where a chart stands, and what it is called if it does not say so itself. */
export interface ChartPlace {
  /** Unique in the deck. */
  readonly id: string;
  readonly title: string;
  readonly span: Span;
}

export type MakeChart = (fields: Fields, place: ChartPlace, binder: Binder) => Chart | undefined;

/** A series as it is written. */
export interface SeriesField {
  readonly label: string;
  readonly data: Expression;
  readonly colour: ColourName | undefined;
  readonly span: Span;
}

export const seriesColours: readonly ColourName[] = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];

export const colour: Reader<ColourName> = oneOf(...seriesColours, "blue", "calm", "gold", "red", "rest", "muted");

/** The fields `data` or `series`. The one series of `data` has no label. */
export function readSeries(fields: Fields, binder: Binder): readonly SeriesField[] | undefined {
  if (fields.has("data") === fields.has("series")) {
    fields.entry("data");
    fields.entry("series");
    return binder.fail(fields.span, dataOrSeries());
  }
  if (fields.has("data")) {
    const data = fields.required("data", expression);
    return data && [{ label: "", data, colour: fields.optional("colour", colour), span: placeOf(data) }];
  }
  const series = fields.required("series", listOf(seriesReader(binder)));
  if (series?.length === 0 && !binder.faulty) binder.fail(fields.entry("series")?.value.span ?? fields.span, emptyList("series"));
  const seen = new Set<string>();
  for (const { label, span } of series ?? []) {
    if (seen.has(label)) binder.fail(span, duplicateSeries(label));
    seen.add(label);
  }
  return series === undefined || series.length === 0 ? undefined : series;
}

function seriesReader(binder: Binder): Reader<SeriesField> {
  return (node, report) =>
    object((fields) => {
      const label = fields.required("label", words(binder));
      const data = fields.required("data", expression);
      const own = fields.optional("colour", colour);
      return label === undefined || data === undefined ? undefined : { label, data, colour: own, span: node.span };
    })(node, report);
}

/** Colours of series by their order, unless they name their own. */
export function coloursOf(series: readonly SeriesField[], binder: Binder): readonly ColourName[] {
  const unnamed = series.filter((one) => one.colour === undefined).length;
  const last = series.at(-1);
  if (unnamed > seriesColours.length && last !== undefined) binder.fail(last.span, tooManySeries(series.length, seriesColours.length));
  return series.map((one, i) => one.colour ?? seriesColours[i % seriesColours.length] ?? "series-1");
}

/**
 * A value's figure stands for the value: its place is that of the number in the data, where it is one.
 *
 * @param data what it was written as, or the table that it stands in
 * @param asked what the block asks for besides
 */
export function figureOf(
  quantity: Quantity,
  format: Format | undefined,
  data: Expression,
  binder: Binder,
  asked?: Asked,
): Figure | undefined {
  const figure = binder.figure(quantity, format, placeOf(data), writtenOf(quantity, data, asked));
  return figure && (quantity.origin.kind === "datum" ? { ...figure, span: quantity.origin.span } : figure);
}

/** All figures, or `undefined` where one cannot be written. */
export function figuresOf(
  quantities: readonly Quantity[],
  format: Format | undefined,
  data: Expression,
  binder: Binder,
): readonly Figure[] | undefined {
  const figures: Figure[] = [];
  for (const quantity of quantities) {
    const figure = figureOf(quantity, format, data, binder);
    // What is wrong with one is wrong with all, and told once.
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  return figures;
}

/** The fields that every chart has. */
export function readBase(
  fields: Fields,
  place: ChartPlace,
  binder: Binder,
): Pick<ChartBase, "id" | "title" | "span"> & { subtitle?: string } {
  const title = fields.optional("title", words(binder)) ?? place.title;
  const subtitle = fields.optional("subtitle", words(binder));
  return { id: place.id, title, span: place.span, ...(subtitle === undefined ? {} : { subtitle }) };
}

/** "Personen, Stichtag 01.07.2017": the unit, and the day if all rests on one. */
export function defaultSubtitle(unit: string, quantities: readonly Quantity[], look: Format | undefined): { readonly subtitle?: string } {
  const day = onlyDay(quantities);
  const share = look?.name === "percent" || look?.name === "permille";
  const parts = [...(unit === "" ? (share ? ["Anteil"] : []) : [unit]), ...(day === undefined ? [] : [`Stichtag ${germanDate(day)}`])];
  return parts.length === 0 ? {} : { subtitle: parts.join(", ") };
}

export function finish(chart: Unsummarised): Chart {
  return { ...chart, summary: summarise(chart) };
}
