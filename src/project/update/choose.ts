/** Which datasets a run is about, by the names that were given, or without any. */

import type { Data, Dataset } from "../../data/dataset.ts";
import { error, type Diagnostic } from "../../source/diagnostic.ts";
import { needsFile, notUpdatable, nothingToAsk, unknownDataset } from "../../source/messages/update-run.ts";
import { nearest } from "../../source/nearest.ts";
import { spanOf, toSource } from "../../source/source.ts";
import type { Mapping } from "../../update/mapping.ts";
import { readMappings } from "../../update/mapping/read.ts";

export interface Chosen {
  readonly dataset: Dataset;
  /** Those that this run may use. */
  readonly mappings: readonly Mapping[];
  /** With any error the dataset cannot be updated. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Choice {
  readonly chosen: readonly Chosen[];
  /** The call is wrong: nothing is done. */
  readonly faults: readonly Diagnostic[];
}

/** @param file as its user wrote it; absent: services are asked */
export function choose(data: Data, names: readonly string[], file: string | undefined): Choice {
  const wanted = [...new Set(names.map((name) => name.normalize()))];
  const unknown = wanted.filter((name) => !data.has(name));
  if (unknown.length > 0) {
    const known = [...data.keys()];
    return { chosen: [], faults: unknown.map((name) => error(atData(), unknownDataset(name, nearest(name, known), known))) };
  }
  const named = wanted.flatMap((name) => data.get(name) ?? []);
  const datasets = named.length > 0 ? named : [...data.values()].filter(({ update }) => update !== undefined);
  const chosen = datasets.map((dataset) => mappingsOf(dataset, named.length > 0, file)).filter((one) => one !== undefined);
  if (chosen.length === 0 && file === undefined) return { chosen, faults: [error(atData(), nothingToAsk())] };
  return { chosen, faults: [] };
}

function mappingsOf(dataset: Dataset, isNamed: boolean, file: string | undefined): Chosen | undefined {
  const { update, span } = dataset;
  if (update === undefined)
    return { dataset, mappings: [], diagnostics: [error({ ...span, end: span.start }, notUpdatable(dataset.id, file))] };
  const { value, diagnostics } = readMappings(update, dataset);
  if (value === undefined || file !== undefined) return { dataset, mappings: value ?? [], diagnostics };
  const asking = value.filter(({ service }) => service !== undefined);
  if (asking.length > 0) return { dataset, mappings: asking, diagnostics };
  return isNamed ? { dataset, mappings: [], diagnostics: [...diagnostics, error(update.span, needsFile(dataset.id))] } : undefined;
}

function atData(): Diagnostic["span"] {
  return spanOf(toSource("data", ""), 0, 0);
}
