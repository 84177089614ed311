/** The fixtures, each with the dataset that takes it in and with what an independent reading of it gives. */

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readData } from "../../data/read.ts";
import type { Data, Dataset } from "../../data/dataset.ts";
import { readProject } from "../../project/read.ts";
import { toSource } from "../../source/source.ts";
import { readMappings } from "../../update/mapping/read.ts";
import type { Mapping } from "../../update/mapping.ts";
import { repository } from "../repository.ts";
import {
  byHandCells,
  type Cell,
  directoryCells,
  flatCells,
  foreignersCells,
  jsonStatCells,
  olderClassicCells,
  placesCells,
  taken,
} from "./independent.ts";
import type { Specimen } from "./mutations.ts";
import { parts, workbookCells } from "./workbook.ts";

export const fixtures: string = join(repository, "src", "test", "update", "fixtures");

/** Numbers and signs by day and keys ("2025-12-31|Barßel"). */
export type Values = ReadonlyMap<string, number | string>;

export interface Case {
  readonly name: string;
  /** Name in the folder of fixtures, or the whole path. */
  readonly file: string;
  readonly dataset: string;
  /** Which of the dataset's mappings reads it. */
  readonly mapping: number;
  readonly specimen: Omit<Specimen, "bytes">;
  readonly expected: (text: string, bytes: Uint8Array) => Values;
}

/** The county's municipalities by the last digits of their AGS. */
export const municipalities: readonly string[] = [
  "Barßel",
  "Bösel",
  "Cappeln",
  "Cloppenburg",
  "Emstek",
  "Essen",
  "Friesoythe",
  "Garrel",
  "Lastrup",
  "Lindern",
  "Löningen",
  "Molbergen",
  "Saterland",
];

/** Short name by eight digits (AGS) or twelve (ARS, where the association repeats the municipality). */
export function municipality(key: string): string | undefined {
  const number = /^03453(?:0\d\d\d)?0(\d\d)$/.exec(key)?.[1];
  const isItsOwn = key.length === 8 || key.slice(6, 9) === key.slice(9);
  return number === undefined || !isItsOwn ? undefined : municipalities[Number(number) - 1];
}

const continents = ["Europa", "Asien", "Afrika", "Amerika", "Australien und Ozeanien"];
const statuses: Readonly<Record<string, string>> = {
  "SCHUTZST-AK-1": "anerkannt",
  "SCHUTZST-AK-2": "befristet",
  "SCHUTZST-AK-3": "befristet_asyl",
  "SCHUTZST-AK-4": "befristet_sonst",
  "SCHUTZST-AK-5": "unbefristet",
  "SCHUTZST-OF": "offen",
  "SCHUTZST-X": "ohne",
  "AUSRPFL-G": "geduldet",
  "AUSRPFL-L": "latent",
  "AUSRPFL-V": "vollziehbar",
};
const sexes: Readonly<Record<string, string>> = { GESM: "männlich", GESW: "weiblich" };

/** The keys of a cell, outermost first; `undefined` for cells that are not wanted. */
export type KeysOf = (cell: Cell) => readonly (string | undefined)[] | undefined;

export const keysOf: Readonly<
  Record<
    | "populationOfMunicipalities"
    | "populationOfCounty"
    | "census"
    | "places"
    | "countyOfPlaces"
    | "territories"
    | "countyOfClassic"
    | "foreignersBySex"
    | "foreignersAll"
    | "protection"
    | "area"
    | "byHand"
    | "eurostat",
    KeysOf
  >
> = {
  populationOfMunicipalities: ({ codes }: Cell) =>
    codes["GES"] === "" && codes["MERKMAL"] === "BEVSTD" ? [municipality(codes["GEMEIN"] ?? "")] : undefined,
  populationOfCounty: ({ codes }: Cell) =>
    codes["GES"] === "" && codes["MERKMAL"] === "BEVSTD" && codes["KREISE"] === "03453" ? ["landkreis"] : undefined,
  census: ({ codes }: Cell) => (codes["MERKMAL"] === "PRS018" ? [municipality(codes["GEOGM4"] ?? "")] : undefined),
  places: ({ codes }: Cell) => [municipality(codes["key"] ?? "")],
  countyOfPlaces: ({ codes }: Cell) => (codes["key"] === "03453" ? ["landkreis"] : undefined),
  territories: ({ codes }: Cell) =>
    codes["sex"] === "" ? [{ DG: "deutschland", "03": "niedersachsen", "03453": "landkreis" }[codes["region"] ?? ""]] : undefined,
  countyOfClassic: ({ codes }: Cell) => (codes["region"] === "03453" ? [codes["sex"] || "insgesamt"] : undefined),
  foreignersBySex: ({ codes }: Cell) => (codes["region"] === "03453" && codes["group"] === "" ? [codes["sex"] || "insgesamt"] : undefined),
  foreignersAll: ({ codes }: Cell) =>
    codes["region"] === "03453" && codes["group"] === "" && codes["sex"] === "" ? ["landkreis"] : undefined,
  protection: ({ codes, labels }: Cell) =>
    codes["KREISE"] === "03453" && codes["MERKMAL"] === "BEV030"
      ? [statuses[codes["SCHST2"] ?? ""], sexes[codes["GES"] ?? ""], labels["STAAG5"]]
      : undefined,
  area: ({ codes }: Cell) => (codes["measure"] === "Fläche" ? [municipality(codes["region"] ?? "")] : undefined),
  byHand: ({ codes }: Cell) => [municipality(codes["region"] ?? "")],
  eurostat: ({ codes }: Cell) =>
    codes["geo"] === "DE948" ? [{ T: "insgesamt", M: "männlich", F: "weiblich" }[codes["sex"] ?? ""]] : undefined,
};

/** Of these groups, by sex. */
export function foreignersIn(groups: readonly string[]): KeysOf {
  return ({ codes }) =>
    codes["region"] === "03453" && groups.includes(codes["group"] ?? "") ? [codes["sex"] || "insgesamt", codes["group"]] : undefined;
}

const flat: Omit<Specimen, "bytes"> = { named: true, rows: (lines) => [1, lines.length], valueField: 13 };
function between(from: RegExp, to: RegExp): (lines: readonly string[]) => readonly [number, number] {
  return (lines) => {
    const first = lines.findIndex((line) => from.test(line));
    const last = lines.findLastIndex((line) => to.test(line));
    return first < 0 || last < first ? [0, 0] : [first, last + 1];
  };
}
const place = /^\s*"03453/;

export const cases: readonly Case[] = [
  {
    name: "ffcsv, municipalities",
    file: "12411-01-01-5_2025-12-31.csv",
    dataset: "einwohner_gemeinden",
    mapping: 0,
    specimen: flat,
    expected: (text) => taken(flatCells(text), keysOf.populationOfMunicipalities),
  },
  {
    name: "ffcsv, county, with quality",
    file: "12411-01-01-4_2025-12-31.csv",
    dataset: "einwohner",
    mapping: 0,
    specimen: flat,
    expected: (text) => taken(flatCells(text), keysOf.populationOfCounty),
  },
  {
    name: "ffcsv, older header",
    file: "12411-01-01-5_older_2025-12-31.csv",
    dataset: "einwohner_gemeinden",
    mapping: 0,
    specimen: flat,
    expected: (text) => taken(flatCells(text), keysOf.populationOfMunicipalities),
  },
  {
    name: "ffcsv, census, twelve digits",
    file: "1000A-0000_2022-05-15.csv",
    dataset: "einwohner_gemeinden",
    mapping: 1,
    specimen: { ...flat, valueField: 9 },
    expected: (text) => taken(flatCells(text), keysOf.census),
  },
  {
    name: "ffcsv, four variables",
    file: "12531-0043_2025-12-31.csv",
    dataset: "schutzsuchende",
    mapping: 0,
    specimen: { ...flat, valueField: 21 },
    expected: (text) => taken(flatCells(text), keysOf.protection),
  },
  {
    name: "genesis-csv, present form",
    file: "12521-0041_2026-12-31.csv",
    dataset: "auslaender_kontinente",
    mapping: 0,
    specimen: { rows: between(/^31\.12\.2026/, /^31\.12\.2026/), valueField: 4 },
    expected: (text) => taken(foreignersCells(text), foreignersIn(continents)),
  },
  {
    name: "genesis-csv, present form, sexes",
    file: "12521-0041_2026-12-31.csv",
    dataset: "auslaender_geschlecht",
    mapping: 0,
    specimen: { rows: between(/^31\.12\.2026/, /^31\.12\.2026/), valueField: 6 },
    expected: (text) => taken(foreignersCells(text), keysOf.foreignersBySex),
  },
  {
    name: "genesis-csv, older form",
    file: "12411-01-01-4_classic_2025-12-31.csv",
    dataset: "probe_klassisch",
    mapping: 0,
    specimen: { rows: between(/^DG;/, /^0\d+;/), valueField: 3 },
    expected: (text) => taken(olderClassicCells(text), keysOf.countyOfClassic),
  },
  {
    name: "csv, with a header over several rows",
    file: "gvisys_2025-06-30.csv",
    dataset: "flaeche_gemeinden",
    mapping: 0,
    specimen: { rows: between(/^50;/, /^60;/), valueField: 8 },
    expected: (text) => taken(directoryCells(text), keysOf.area, "."),
  },
  {
    name: "csv, by hand",
    file: "einwohner_von_hand.csv",
    dataset: "probe_hand",
    mapping: 0,
    specimen: { named: true, rows: between(/^03453/, /^03453/), valueField: 2 },
    expected: (text) => taken(byHandCells(text), keysOf.byHand),
  },
  {
    name: "xlsx",
    file: "einwohner_von_hand.xlsx",
    dataset: "probe_tabelle",
    mapping: 0,
    specimen: { rows: between(/^<row r="4"/, /^<row r="16"/), value: /<c r="C\d+"><v>(\d+)</, parts },
    expected: (_, bytes) => taken(workbookCells(bytes, "2025-12-31"), keysOf.byHand, "."),
  },
  {
    name: "records, JSON",
    file: "lsn_A100001G_20251231.json",
    dataset: "einwohner_gemeinden",
    mapping: 2,
    // The last entry has no comma after it, and so stays where it is.
    specimen: { rows: (lines) => [lines.findIndex((line) => place.test(line)), lines.findLastIndex((line) => place.test(line))] },
    expected: (text) => taken(placesCells(text), keysOf.places),
  },
  {
    name: "records, YAML",
    file: "lsn_A100001G_20251231.yaml",
    dataset: "einwohner",
    mapping: 1,
    specimen: { rows: between(/^ {2}"03453/, /^ {2}"03453/) },
    expected: (text) => taken(placesCells(text), keysOf.countyOfPlaces),
  },
  {
    name: "json-stat",
    file: "eurostat_2025.json",
    dataset: "probe_eurostat",
    mapping: 0,
    specimen: {},
    expected: (text) => endsOfYears(taken(jsonStatCells(text), keysOf.eurostat, ".")),
  },
];

/** A year stands for its last day. */
function endsOfYears(values: Values): Values {
  return new Map([...values].map(([key, value]) => [key.replace(/^(\d{4})\|/, "$1-12-31|"), value]));
}

const sourceLine = 'definition: …\nsource: { provider: Amt, table: "1" }\n';
const ags = municipalities.map((name, n) => `  ${name}: { ags: "034530${String(n + 1).padStart(2, "0")}" }`).join("\n");

/** Datasets that only the fixtures have. */
const own: Readonly<Record<string, string>> = {
  probe_klassisch: `title: Bevölkerung nach Geschlecht\nunit: Personen\nkey: Geschlecht\nkeys: [männlich, weiblich]\ntotal: insgesamt\n${sourceLine}update:
  table: 12411-01-01-4
  filter: { Region: "03453" }
  key: { variable: Kopfzeile 2, total: insgesamt }
  unit: Anzahl\n`,
  probe_hand: `title: Einwohner\nunit: Personen\nkey: Gemeinde\nkeys:\n${ags}\n${sourceLine}update:
  filter: { MERKMAL: Einwohner }
  key: { variable: Schlüssel, by: ags }
  decimal: ","
  stichtag: { after: am }\n`,
  probe_tabelle: `title: Einwohner\nunit: Personen\nkey: Gemeinde\nkeys:\n${ags}\n${sourceLine}update:
  filter: { MERKMAL: Einwohner }
  key: { variable: Schlüssel, by: ags }
  stichtag: 2025-12-31\n`,
  probe_eurostat: `title: Bevölkerung\nunit: Personen\nkey: Geschlecht\ntotal: insgesamt\nsymbols: eurostat\n${sourceLine}update:
  format: json-stat
  filter: { geo: DE948 }
  key: { variable: sex, keys: { T: insgesamt, M: männlich, F: weiblich } }\n`,
};

/** The repository's datasets and those of the fixtures. */
export function readDatasets(): Data {
  const sources = [...readProject(repository).data, ...Object.entries(own).map(([id, text]) => toSource(`data/${id}/dataset.yaml`, text))];
  const { value, diagnostics } = readData(sources);
  const fault = diagnostics.find(({ severity }) => severity === "error");
  if (value === undefined || fault !== undefined) throw new Error(`${fault?.span.source.path}: ${fault?.message.en}`);
  return value;
}

export function datasetAndMapping(
  data: Data,
  { dataset: id, mapping: number }: Pick<Case, "dataset" | "mapping">,
): { readonly dataset: Dataset; readonly mapping: Mapping } {
  const dataset = data.get(id);
  if (dataset?.update === undefined) throw new Error(`${id} is not there, or has no update`);
  const { value, diagnostics } = readMappings(dataset.update, dataset);
  const mapping = value?.[number];
  if (mapping === undefined) throw new Error(`${id}: ${diagnostics.map(({ message }) => message.en).join("; ")}`);
  return { dataset, mapping };
}

export function fixture(name: string): Uint8Array {
  return readFileSync(resolve(fixtures, name));
}
