/** Bars, columns, grouped, stacked and stacked to 100 %. */

import type { CategoryChart } from "../../chart/model.ts";
import { oneOf } from "../../data/fields.ts";
import { oneSeriesOnly, unitsDiffer } from "../../source/messages/bound-blocks.ts";
import { type Binder, placeOf } from "../binder.ts";
import {
  type ChartPlace,
  coloursOf,
  defaultSubtitle,
  figuresOf,
  finish,
  type MakeChart,
  readBase,
  readSeries,
  type SeriesField,
} from "./chart-parts.ts";
import { format } from "./fields.ts";
import { type Column, readRowOptions, rowsOf } from "./rows.ts";

type Kind = CategoryChart["kind"];

export function categoryChart(kind: Kind): MakeChart {
  return (fields, place, binder) => {
    const base = readBase(fields, place, binder);
    const several = kind !== "bar" && kind !== "column";
    const series = readSeries(fields, binder);
    const options = readRowOptions(fields, binder, several ? "none" : "descending");
    const look = fields.optional("format", format);
    const turned = several ? fields.optional("orientation", oneOf("vertical", "horizontal")) : undefined;
    const orientation = turned ?? (kind === "bar" ? "horizontal" : "vertical");
    const columns = series && columnsOf(kind, series, place, binder);
    const rows = columns && rowsOf(columns, options, binder);
    if (series === undefined || columns === undefined || rows === undefined) return undefined;
    const colours = series.length === 1 ? [series[0]?.colour ?? "blue"] : coloursOf(series, binder);
    const values = series.map(({ data }, i) =>
      figuresOf(
        rows.flatMap(({ quantities }) => quantities[i] ?? []),
        look,
        data,
        binder,
      ),
    );
    if (!values.every((figures) => figures !== undefined)) return undefined;
    const unit = columns[0]?.table.unit ?? "";
    return finish({
      kind,
      ...defaultSubtitle(unit, values.flat(), look),
      ...base,
      keyName: columns[0]?.table.keyName ?? "",
      credits: [],
      orientation,
      categories: rows.map(({ key, label, role }) => ({ key, label, role })),
      series: series.map(({ label }, i) => ({
        key: label === "" ? "data" : label,
        label: label === "" ? unit : label,
        colour: colours[i] ?? "blue",
        values: values[i] ?? [],
      })),
      unit,
    });
  };
}

function columnsOf(kind: Kind, series: readonly SeriesField[], place: ChartPlace, binder: Binder): readonly Column[] | undefined {
  if (series.length > 1 && (kind === "bar" || kind === "column")) return binder.fail(series[1]?.span ?? place.span, oneSeriesOnly(kind));
  const columns = series.flatMap(({ label, data }): readonly Column[] => {
    const table = binder.table(data);
    return table === undefined ? [] : [{ table, name: label === "" ? data.text : label, span: placeOf(data) }];
  });
  if (columns.length < series.length) return undefined;
  const unit = columns[0]?.table.unit ?? "";
  const other = columns.find(({ table }) => table.unit !== unit);
  return other === undefined ? columns : binder.fail(other.span, unitsDiffer(unit, other.table.unit));
}
