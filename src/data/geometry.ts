/** `data/geo/`: TopoJSON files and their credits → shapes by AGS. */

import { geoArea } from "d3-geo";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import {
  badArea,
  creditWithoutMap,
  duplicateArea,
  misplacedDataFile,
  missingCredit,
  notJson,
  notTopology,
} from "../source/messages/data.ts";
import { spanOf, type Source } from "../source/source.ts";
import { fieldsOf, text } from "./fields.ts";
import { address } from "./read-dataset.ts";
import { parseYaml } from "./yaml.ts";

/** GeoJSON polygons, coordinates `[longitude, latitude]` in degrees, rings as d3-geo wants them (exterior clockwise). */
export type Shape =
  | { readonly type: "Polygon"; readonly coordinates: number[][][] }
  | { readonly type: "MultiPolygon"; readonly coordinates: number[][][][] };

export interface Area {
  readonly label: string;
  readonly shape: Shape;
}

export interface Geometry {
  /** The file's name without `.topo.json`. */
  readonly name: string;
  /** By AGS (the `id` of the feature), in the order of the file. */
  readonly areas: ReadonlyMap<string, Area>;
  /** What must be printed beside each map made of it. */
  readonly credit: Credit;
}

interface Credit {
  readonly text: string;
  readonly address?: string;
}

/**
 * Reads all geometry.
 *
 * @param sources the files `data/geo/*.topo.json` and `data/geo/*.yaml`
 * @returns always a value: the maps without a fault, each the same object as long as its two sources are
 */
export function readGeometry(sources: readonly Source[]): Outcome<ReadonlyMap<string, Geometry>> {
  const diagnostics: Diagnostic[] = [];
  const credits = new Map<string, Source>();
  const maps = new Map<string, Source>();
  for (const source of sources) {
    const [, name, kind] = /\/([^/]+?)\.(topo\.json|yaml)$/u.exec(source.path) ?? [];
    if (name === undefined) diagnostics.push(error(spanOf(source, 0, 0), misplacedDataFile(source.path)));
    else (kind === "yaml" ? credits : maps).set(name, source);
  }
  const result = new Map<string, Geometry>();
  for (const name of [...maps.keys()].toSorted()) {
    const source = maps.get(name);
    if (source === undefined) continue;
    const { value, diagnostics: found } = readMap(name, source, credits.get(name));
    diagnostics.push(...found);
    if (value !== undefined) result.set(name, value);
  }
  for (const [name, source] of credits) {
    if (!maps.has(name)) diagnostics.push(error(spanOf(source, 0, 0), creditWithoutMap(name)));
  }
  return { value: result, diagnostics };
}

const known = new WeakMap<Source, { readonly credit: Source | undefined; readonly outcome: Outcome<Geometry> }>();

function readMap(name: string, source: Source, creditSource: Source | undefined): Outcome<Geometry> {
  const before = known.get(source);
  if (before !== undefined && before.credit === creditSource) return before.outcome;
  const report: Diagnostic[] = [];
  const areas = readAreas(name, source, report);
  if (creditSource === undefined) report.push(error(spanOf(source, 0, 0), missingCredit(name)));
  const credit = creditSource && readCredit(creditSource, report);
  const value = areas === undefined || credit === undefined ? undefined : { name, areas, credit };
  const outcome = { value, diagnostics: report };
  known.set(source, { credit: creditSource, outcome });
  return outcome;
}

function readCredit(source: Source, report: Diagnostic[]): Credit | undefined {
  const { value: root, diagnostics } = parseYaml(source);
  report.push(...diagnostics);
  const fields = root && fieldsOf(root, report);
  const words = fields?.required("text", text);
  const where = fields?.optional("address", address);
  fields?.done();
  return words === undefined ? undefined : { text: words, ...(where === undefined ? {} : { address: where }) };
}

function readAreas(name: string, source: Source, report: Diagnostic[]): ReadonlyMap<string, Area> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source.text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : "?";
    const at = Math.min(Number(/position (\d+)/u.exec(reason)?.[1] ?? source.text.length), source.text.length);
    report.push(error(spanOf(source, at, Math.min(at + 1, source.text.length)), notJson(reason)));
    return undefined;
  }
  const features = isTopology(parsed) ? featuresOf(parsed, name) : undefined;
  if (features === undefined) {
    report.push(error(spanOf(source, 0, 0), notTopology(name, isTopology(parsed) ? Object.keys(parsed.objects) : [])));
    return undefined;
  }
  const areas = new Map<string, Area>();
  for (const [index, { id, geometry, properties }] of features.entries()) {
    const label = isRecord(properties) ? properties["name"] : undefined;
    const shape = shapeOf(geometry);
    const key = id === undefined ? "" : `${id}`;
    const at = Math.max(0, key === "" ? -1 : source.text.indexOf(`"${key}"`));
    const place = spanOf(source, at, at + (at > 0 ? key.length + 2 : 0));
    if (key === "" || typeof label !== "string" || shape === undefined)
      report.push(error(place, badArea(key === "" ? `Nr. ${index + 1}` : key)));
    else if (areas.has(key)) report.push(error(place, duplicateArea(key)));
    else areas.set(key, { label, shape });
  }
  return areas;
}

function isTopology(value: unknown): value is Topology {
  return isRecord(value) && value["type"] === "Topology" && Array.isArray(value["arcs"]) && isRecord(value["objects"]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Feature {
  readonly id?: string | number | undefined;
  readonly geometry: unknown;
  readonly properties: unknown;
}

/** The features of one object; `undefined` where there is none of that name or its arcs lead nowhere. */
function featuresOf(topology: Topology, name: string): readonly Feature[] | undefined {
  const object = Object.hasOwn(topology.objects, name) ? topology.objects[name] : undefined;
  if (!isRecord(object)) return undefined;
  try {
    const result = feature(topology, object);
    return result.type === "FeatureCollection" ? result.features : [result];
  } catch {
    return undefined;
  }
}

function shapeOf(geometry: unknown): Shape | undefined {
  if (!isRecord(geometry)) return undefined;
  const { type, coordinates } = geometry;
  if (type === "Polygon" && isPolygon(coordinates)) return { type, coordinates: wound(coordinates) };
  if (type === "MultiPolygon" && Array.isArray(coordinates) && coordinates.every(isPolygon)) {
    return { type, coordinates: coordinates.map(wound) };
  }
  return undefined;
}

function isPolygon(value: unknown): value is number[][][] {
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every(Number.isFinite);
}

function isRing(value: unknown): value is number[][] {
  return Array.isArray(value) && value.length >= 4 && value.every(isPoint);
}

/** GeoJSON winds the exterior counter-clockwise, d3-geo clockwise: a ring the wrong way round would be all the world but the area. */
function wound(polygon: number[][][]): number[][][] {
  return polygon.map((ring, index) => {
    const inside = geoArea({ type: "Polygon", coordinates: [ring] }) < 2 * Math.PI;
    return inside === (index === 0) ? ring : ring.toReversed();
  });
}
