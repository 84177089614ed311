/** A release as the text of its file: what `data/read.ts` reads of it is what was given. */

import type { Dataset, Level, Licence, Provenance, Release, Retrieval, Value } from "../data/dataset.ts";
import { leavesOf } from "../data/checks/level.ts";
import { isMissing, type IsoDate } from "../data/figure.ts";
import { day, flow, record, type YamlRecord, type YamlValue, yamlText } from "./yaml.ts";

/** A release that is not in `data/` yet. `provenance` is absent where it is the dataset's. */
export interface NewRelease extends Omit<Release, "dataset" | "span" | "break" | "provenance" | "retrieved"> {
  readonly provenance?: Provenance;
  readonly retrieved: Retrieval;
}

/** Path of a release's file in the project, with `/`. */
export function releasePath(dataset: Dataset, { stichtag, knownOn }: Pick<Release, "stichtag" | "knownOn">): string {
  return `data/${dataset.id}/${stichtag}${knownOn === undefined ? "" : `.${knownOn}`}.yaml`;
}

/** Fields in the order in which people write them, keys in the order of the dataset, of its last release, of the file. */
export function releaseText(release: NewRelease, dataset: Dataset): string {
  const values = likeLast(release.values, dataset);
  const { stichtag, knownOn, status, notes, footnotes, accepted, provenance, retrieved } = release;
  return yamlText(
    record(
      ["stichtag", day(stichtag)],
      ["known_on", knownOn === undefined ? undefined : day(knownOn)],
      ["status", status],
      ["values", valuesOf(values)],
      ["quality", qualityOf(values)],
      ["notes", listOf(notes)],
      ["footnotes", listOf(footnotes)],
      ["accepted", listOf(accepted)],
      ["source", provenance === undefined ? undefined : sourceOf(provenance)],
      ["retrieved", retrievedOf(retrieved)],
    ),
  );
}

/** Rows of a table may come in any order: a release that is written like the last one can be compared with it by eye. */
function likeLast(values: Level, dataset: Dataset): Level {
  const last = dataset.releases.at(-1)?.values;
  return ordered(values, dataset.keys, last);
}

function ordered(level: Level, declared: readonly string[], last: Level | undefined): Level {
  const cells = new Map<string, Level | Value>();
  for (const key of [...declared, ...(last?.cells.keys() ?? []), ...level.cells.keys()]) {
    const cell = level.cells.get(key);
    if (cell === undefined || cells.has(key)) continue;
    const former = last?.cells.get(key);
    cells.set(key, cell.kind === "value" ? cell : ordered(cell, [], former?.kind === "level" ? former : undefined));
  }
  return { ...level, cells };
}

function valuesOf({ cells }: Level): YamlRecord {
  return new Map([...cells].map(([key, cell]): [string, YamlValue] => [key, cell.kind === "level" ? valuesOf(cell) : written(cell)]));
}

function written({ value }: Value): YamlValue {
  return isMissing(value) ? value.symbol : value;
}

/** One flag where all values have it; where none has any, nothing. */
function qualityOf(values: Level): YamlValue | undefined {
  const flags = new Set(leavesOf(values).map(({ value: { quality } }) => quality?.flag));
  const [only] = flags;
  return flags.size === 1 ? only : flagsOf(values);
}

/** In the shape of the values, with flags where there are any. */
function flagsOf({ cells }: Level): YamlRecord | undefined {
  const found = [...cells].flatMap(([key, cell]): readonly [string, YamlValue][] => {
    const flag = cell.kind === "level" ? flagsOf(cell) : cell.quality?.flag;
    return flag === undefined ? [] : [[key, flag]];
  });
  return found.length === 0 ? undefined : new Map(found);
}

function listOf(texts: readonly string[]): YamlValue | undefined {
  return texts.length === 0 ? undefined : texts;
}

function sourceOf({ provider, table, address, licence }: Provenance): YamlRecord {
  return record(["provider", provider], ["table", table], ["address", address], ["licence", licence && flow(licenceOf(licence))]);
}

function licenceOf({ name, address, wording }: Licence): YamlRecord {
  return record(["name", name], ["address", address], ["wording", wording]);
}

function retrievedOf({ on, file, sha256, connector, query, stand }: Retrieval): YamlRecord {
  return record(
    ["on", optionalDay(on)],
    ["file", file],
    ["sha256", sha256],
    ["connector", connector],
    ["query", query === undefined || query.size === 0 ? undefined : flow(query)],
    ["stand", stand],
  );
}

function optionalDay(on: IsoDate | undefined): YamlValue | undefined {
  return on === undefined ? undefined : day(on);
}
