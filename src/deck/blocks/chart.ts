/** A fenced block `chart` or `diagram` → a chart block. One line for each kind. */

import type { Chart, ChartKind, ChartViews } from "../../chart/model.ts";
import { type Fields, fieldsOf, oneOf } from "../../data/fields.ts";
import type { YamlEntry, YamlMapping, YamlNode } from "../../data/yaml.ts";
import { emptyList } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import type { Binder } from "../binder.ts";
import type { ChartBlock } from "../model.ts";
import { categoryChart } from "./category-chart.ts";
import { type MakeChart, readBase, readSeries } from "./chart-parts.ts";
import { hubDiagram, networkDiagram, timelineDiagram } from "./diagram.ts";
import { format, words } from "./fields.ts";
import { mapChart } from "./map-chart.ts";
import { partsChart } from "./parts-chart.ts";
import { progressChart } from "./progress-chart.ts";
import { timeChart } from "./time-chart.ts";

const makers: Readonly<Record<ChartKind, MakeChart>> = {
  bar: categoryChart("bar"),
  column: categoryChart("column"),
  grouped: categoryChart("grouped"),
  stacked: categoryChart("stacked"),
  percent: categoryChart("percent"),
  line: timeChart("line"),
  area: timeChart("area"),
  slope: timeChart("slope"),
  donut: partsChart("donut"),
  waffle: partsChart("waffle"),
  choropleth: mapChart,
  progress: progressChart,
  hub: hubDiagram,
  network: networkDiagram,
  timeline: timelineDiagram,
};

type BlockType = "chart" | "diagram";
const kinds: Readonly<Record<BlockType, readonly ChartKind[]>> = {
  chart: ["bar", "column", "grouped", "stacked", "percent", "line", "area", "slope", "donut", "waffle", "choropleth", "progress"],
  diagram: ["hub", "network", "timeline"],
};

export interface ChartBlockPlace {
  /** Unique in the deck; a chart's further views have "-2", "-3" after it. */
  readonly id: string;
  /** The slide's, for charts without a title of their own. */
  readonly title: string;
  readonly span: Span;
}

export function bindChart(type: BlockType, body: YamlNode, place: ChartBlockPlace, binder: Binder): ChartBlock | undefined {
  const views = type === "chart" ? viewsOf(body, binder) : [{ label: "", body }];
  if (views === undefined) return undefined;
  const bound = views.map(({ label, body: own }, i): ChartViews["views"][number] | undefined => {
    const chart = bindView(type, own, { ...place, id: i === 0 ? place.id : `${place.id}-${i + 1}` }, binder);
    return chart && { label, chart };
  });
  return bound.every((view) => view !== undefined) ? { kind: "chart", views: bound, span: place.span } : undefined;
}

function bindView(type: BlockType, body: YamlNode, place: ChartBlockPlace, binder: Binder): Chart | undefined {
  const fields = fieldsOf(body, binder.report);
  if (fields === undefined) return undefined;
  const kind = fields.required("kind", oneOf(...kinds[type]));
  if (kind === undefined) return checkCommon(type, fields, place, binder);
  const chart = makers[kind](fields, place, binder);
  fields.done();
  return chart;
}

/** Fields that some kind has. */
const known: Readonly<Record<BlockType, readonly string[]>> = {
  chart: [
    "sort",
    "top",
    "rest",
    "highlight",
    "labels",
    "orientation",
    "colour",
    "whole",
    "value",
    "map",
    "surroundings",
    "classes",
    "days",
    "only",
    "since",
    "until",
  ],
  diagram: ["centre", "spokes", "groups", "events"],
};

/** Without a kind it is not known which fields there may be; what all have, and what none has, is told all the same. */
function checkCommon(type: BlockType, fields: Fields, place: ChartBlockPlace, binder: Binder): undefined {
  const kind = fields.entry("kind")?.value;
  const others = kinds[type === "chart" ? "diagram" : "chart"];
  // A kind of the other type of block has the fields of that.
  if (kind?.kind === "scalar" && others.some((other) => other === kind.value)) return undefined;
  readBase(fields, place, binder);
  if (type === "chart") {
    if (fields.has("data") || fields.has("series")) for (const { data } of readSeries(fields, binder) ?? []) binder.result(data);
    fields.optional("format", format);
  }
  for (const name of known[type]) fields.entry(name);
  fields.done();
  return undefined;
}

/** The field `views`: each view is the chart with its own fields in place of the common ones. */
function viewsOf(body: YamlNode, binder: Binder): readonly { readonly label: string; readonly body: YamlNode }[] | undefined {
  const entry = body.kind === "mapping" ? body.entries.find(({ key }) => key === "views") : undefined;
  if (entry === undefined || body.kind !== "mapping") return [{ label: "", body }];
  if (entry.value.kind !== "sequence" || entry.value.items.length === 0) return binder.fail(entry.value.span, emptyList("views"));
  const common = body.entries.filter((one) => one !== entry);
  const views = entry.value.items.map((item) => {
    const label = fieldsOf(item, binder.report)?.required("label", words(binder));
    return item.kind !== "mapping" || label === undefined ? undefined : { label, body: merged(common, item) };
  });
  return views.every((view) => view !== undefined) ? views : undefined;
}

function merged(common: readonly YamlEntry[], view: YamlMapping): YamlMapping {
  const own = view.entries.filter(({ key }) => key !== "label");
  const names = new Set(own.map(({ key }) => key));
  // `data` in a view takes the place of a common `series`, and the other way round.
  const replaced = (key: string): boolean =>
    names.has(key) || (key === "series" && names.has("data")) || (key === "data" && names.has("series"));
  return { kind: "mapping", entries: [...common.filter(({ key }) => !replaced(key)), ...own], span: view.span };
}
