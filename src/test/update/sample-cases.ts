/** The samples and how the repository's datasets take them in, for the tests of conformance and for the fuzz. */

import { join } from "node:path";
import { type Case, datasetAndMapping, foreignersIn, type KeysOf, keysOf, readDatasets } from "./cases.ts";
import { type Cell, directoryCells, flatCells, foreignersCells, olderClassicCells, placesCells, taken } from "./independent.ts";
import type { Specimen } from "./mutations.ts";

export type Cells = (text: string) => readonly Cell[];

export const samples = {
  census: "1000A-0000_ffcsv_03453_only.csv",
  number: "11111-02-01-4_ffcsv_full_with_dot_symbol.csv",
  classic: "12411-01-01-4_classic_regio_latin1_full.csv",
  population: "12411-01-01-4_de_flat_full.csv",
  foreigners: "12521-0041_classic_2025_03453_excerpt.csv",
  protection: "12531-0043_ffcsv_03453_only.csv",
  employed: "13111-01-03-4_ffcsv_03453_only.csv",
  directory: "gvisys_auszug_2024q2_03453.csv",
  galicia: "jsonstat2_galicia_population_real.json",
  places: "lsn_A100001G_03453_20250630.json",
} as const;

/** The groups that a dataset's mapping names, read once and only when asked for. */
function groupsOf(dataset: string): () => readonly string[] {
  let groups: readonly string[] | undefined;
  return () => (groups ??= [...(datasetAndMapping(readDatasets(), { dataset, mapping: 0 }).mapping.keys[1]?.keys.keys() ?? [])]);
}

export interface Repeated {
  readonly dataset: string;
  readonly mapping: number;
  readonly file: string;
  readonly cells: Cells;
  readonly keys: KeysOf;
  readonly decimal?: ".";
  /** How many values there are. */
  readonly count: number;
}

/** What lies in `data/`, and the samples that it came from. */
export const repeated: readonly Repeated[] = [
  { dataset: "einwohner", mapping: 0, file: samples.population, cells: flatCells, keys: keysOf.populationOfCounty, count: 1 },
  { dataset: "einwohner", mapping: 1, file: samples.places, cells: placesCells, keys: keysOf.countyOfPlaces, count: 1 },
  { dataset: "einwohner", mapping: 2, file: samples.classic, cells: olderClassicCells, keys: keysOf.territories, count: 3 },
  { dataset: "einwohner_gemeinden", mapping: 1, file: samples.census, cells: flatCells, keys: keysOf.census, count: 13 },
  { dataset: "einwohner_gemeinden", mapping: 2, file: samples.places, cells: placesCells, keys: keysOf.places, count: 13 },
  { dataset: "auslaender", mapping: 0, file: samples.foreigners, cells: foreignersCells, keys: keysOf.foreignersAll, count: 1 },
  {
    dataset: "auslaender_geschlecht",
    mapping: 0,
    file: samples.foreigners,
    cells: foreignersCells,
    keys: keysOf.foreignersBySex,
    count: 3,
  },
  ...(
    [
      ["auslaender_eu", 6],
      ["auslaender_gruppen", 66],
      ["auslaender_kontinente", 15],
      ["auslaender_regionen", 33],
    ] as const
  ).map(([dataset, count]) => {
    const groups = groupsOf(dataset);
    return {
      dataset,
      mapping: 0,
      file: samples.foreigners,
      cells: foreignersCells,
      keys: (cell: Cell) => foreignersIn(groups())(cell),
      count,
    };
  }),
  { dataset: "schutzsuchende", mapping: 0, file: samples.protection, cells: flatCells, keys: keysOf.protection, count: 259 },
  { dataset: "flaeche_gemeinden", mapping: 0, file: samples.directory, cells: directoryCells, keys: keysOf.area, decimal: ".", count: 13 },
];

const flat: Omit<Specimen, "bytes"> = { named: true, rows: (lines) => [1, lines.length] };
/** Where the numbers stand. */
const valueFields: Readonly<Record<string, number>> = { [samples.population]: 13, [samples.census]: 9, [samples.protection]: 21 };

/** The samples of a folder as specimens for the fuzz. */
export function sampleCases(folder: string): readonly Case[] {
  return repeated.map(({ dataset, mapping, file, cells, keys, decimal }) => {
    const valueField = valueFields[file];
    return {
      name: `sample ${file} for ${dataset}`,
      file: join(folder, file),
      dataset,
      mapping,
      specimen: valueField === undefined ? {} : { ...flat, valueField },
      expected: (text) => taken(cells(text), keys, decimal),
    };
  });
}
