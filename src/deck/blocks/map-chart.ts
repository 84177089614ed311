/** Choropleth: areas by their official key (AGS), coloured by classes. */

import { classify, type Scale } from "../../chart/classes.ts";
import type { Credit, MapChart } from "../../chart/model.ts";
import type { Expression } from "../../data/expression/parse.ts";
import { type Fields, listOf, nameOf, number, textScalar } from "../../data/fields.ts";
import { dataOf, type Figure } from "../../data/figure.ts";
import type { Format } from "../../data/format.ts";
import type { Geometry } from "../../data/geometry.ts";
import type { Entry } from "../../data/value.ts";
import {
  areasWithoutValue,
  classesAscending,
  regionNotOnMap,
  rowWithoutRegion,
  unknownMap,
  valueOutsideClasses,
} from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import { type Binder, placeOf } from "../binder.ts";
import { numberOf } from "../reckon.ts";
import { defaultSubtitle, figureOf, finish, type MakeChart, readBase } from "./chart-parts.ts";
import { expression, format } from "./fields.ts";
import { readRowOptions, rowsOf } from "./rows.ts";

type Areas = MapChart["areas"];

export const mapChart: MakeChart = (fields, place, binder) => {
  const base = readBase(fields, place, binder);
  const map = readMap(fields, "map", binder);
  const surroundings = fields.has("surroundings") ? readMap(fields, "surroundings", binder) : undefined;
  const data = fields.required("data", expression);
  const bounds = fields.optional("classes", listOf(number));
  const boundsSpan = fields.entry("classes")?.value.span ?? fields.span;
  const look = fields.optional("format", format);
  const options = readRowOptions({ ...onlyNames(fields) }, binder, "none");
  const table = data && binder.table(data);
  if (data === undefined || table === undefined || map === undefined) return undefined;
  const span = placeOf(data);
  const rows = rowsOf([{ table, name: data.text, span }], options, binder);
  if (rows === undefined) return undefined;
  const highlighted = new Set(rows.filter(({ role }) => role === "highlight").map(({ key }) => key));
  const labels = new Map(rows.map(({ key, label }) => [key, label]));
  const areas = areasOf(table.entries, map, { labels, highlighted, look, data }, binder);
  const classes = areas && classesOf(areas, bounds, boundsSpan, look, binder);
  if (areas === undefined || classes === undefined || binder.faulty) return undefined;
  return finish({
    kind: "choropleth",
    ...defaultSubtitle(
      table.unit,
      areas.map(({ figure }) => figure),
      look,
    ),
    ...base,
    keyName: table.keyName,
    credits: creditsOf([map, ...(surroundings ? [surroundings] : [])]),
    areas,
    surroundings: [...(surroundings?.areas.values() ?? [])].map(({ label, shape }) => ({ label, shape })),
    classes,
    unit: table.unit,
  });
};

/** A map shows all its areas: of the row options it has `highlight` and `labels`. */
function onlyNames(fields: Fields): Fields {
  const allowed = new Set(["highlight", "labels"]);
  return {
    span: fields.span,
    required: (name, read) => fields.required(name, read),
    optional: (name, read) => (allowed.has(name) ? fields.optional(name, read) : undefined),
    has: (name) => allowed.has(name) && fields.has(name),
    entry: (name) => (allowed.has(name) ? fields.entry(name) : undefined),
    done: () => undefined,
  };
}

function readMap(fields: Fields, field: string, binder: Binder): Geometry | undefined {
  const scalar = fields.required(field, textScalar);
  if (scalar === undefined) return undefined;
  const name = nameOf(scalar);
  return binder.geometry(name) ?? binder.fail(scalar.span, unknownMap(name, binder.nearest("geometry", name)));
}

interface Look {
  readonly labels: ReadonlyMap<string, string>;
  readonly highlighted: ReadonlySet<string>;
  readonly look: Format | undefined;
  readonly data: Expression;
}

function areasOf(entries: readonly Entry[], map: Geometry, { labels, highlighted, look, data }: Look, binder: Binder): Areas | undefined {
  const span = placeOf(data);
  const found = new Map<string, Areas[number]>();
  for (const entry of entries) {
    if (entry.role !== undefined) continue;
    const ags = regionOf(entry);
    const area = ags === undefined ? undefined : map.areas.get(ags);
    if (ags === undefined) binder.fail(span, rowWithoutRegion(entry.key));
    else if (area === undefined) binder.fail(span, regionNotOnMap(entry.key, ags, map.name));
    if (ags === undefined || area === undefined) continue;
    const figure = figureOf(entry.quantity, look, data, binder);
    if (figure === undefined) return undefined;
    const label = labels.get(entry.key) ?? entry.label;
    found.set(ags, { key: entry.key, label, shape: area.shape, figure, highlight: highlighted.has(entry.key) });
  }
  if (binder.faulty) return undefined;
  const bare = [...map.areas].filter(([ags]) => !found.has(ags)).map(([, { label }]) => label);
  if (bare.length > 0) return binder.fail(span, areasWithoutValue(bare));
  return [...found.values()];
}

/** The AGS of a row: what the first dataset says of its key that the row's number rests on. */
function regionOf({ key, quantity }: Entry): string | undefined {
  for (const { dataset, path } of dataOf(quantity)) {
    const region = path.at(-1) === key ? dataset.regions.get(key) : undefined;
    if (region !== undefined) return region;
  }
  return undefined;
}

function classesOf(
  areas: Areas,
  bounds: readonly number[] | undefined,
  boundsSpan: Span,
  look: Format | undefined,
  binder: Binder,
): MapChart["classes"] | undefined {
  const numbered = areas.flatMap(({ label, figure }): readonly (readonly [string, Figure, number])[] => {
    const value = numberOf(figure);
    return value === undefined ? [] : [[label, figure, value]];
  });
  if (bounds !== undefined) {
    const ascending = bounds.every((bound, i) => i === 0 || bound > (bounds[i - 1] ?? bound));
    if (!ascending || bounds.length < 2 || bounds.length > 7) return binder.fail(boundsSpan, classesAscending());
    const [least = 0, most = 0] = [bounds[0], bounds.at(-1)];
    for (const [label, figure, value] of numbered) {
      if (value < least || value > most) binder.fail(boundsSpan, valueOutsideClasses(label, figure.text));
    }
    if (binder.faulty) return undefined;
  }
  return classify(
    numbered.map(([, , value]) => value),
    bounds,
    scaleOf(look),
    binder.settings.numbers.thousands === "narrow-space" ? "\u202f" : ".",
  );
}

function scaleOf(look: Format | undefined): Scale {
  const name = look?.name;
  return name === "percent" || name === "permille" || name === "million" ? name : "number";
}

function creditsOf(maps: readonly Geometry[]): readonly Credit[] {
  const credits = new Map(maps.map(({ credit }) => [credit.text, credit]));
  return [...credits.values()];
}
