/** `data/geo/`: TopoJSON files and their credits → shapes by AGS. */

import type { Outcome } from "../source/diagnostic.ts";
import type { Source } from "../source/source.ts";

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
  readonly credit: { readonly text: string; readonly address?: string };
}

/**
 * Reads all geometry.
 *
 * @param sources the files `data/geo/*.topo.json` and `data/geo/*.yaml`
 */
export function readGeometry(_sources: readonly Source[]): Outcome<ReadonlyMap<string, Geometry>> {
  return { value: new Map(), diagnostics: [] };
}
