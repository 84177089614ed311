/** All that can be said of a project without building it: faults of decks, data and mappings, and what is due. */

import { evaluateChecks } from "../data/checks/evaluate.ts";
import type { Data, Dataset, Release } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import { readData } from "../data/read.ts";
import type { Deck } from "../deck/model.ts";
import { rules } from "../deck/lint/rules.ts";
import { type Diagnostic, inOrder, warning } from "../source/diagnostic.ts";
import { type Due, dueDatasets } from "../data/due.ts";
import { readMappings } from "../update/mapping/read.ts";
import type { Mapping } from "../update/mapping.ts";
import { compileProject } from "./build.ts";
import { type BuildRequest, unknownDecks } from "./output.ts";
import { lintProject } from "./lint.ts";
import { readProject } from "./read.ts";
import { fingerprints, releaseFaults } from "./released.ts";

export interface Checked {
  readonly decks: number;
  readonly datasets: number;
  readonly releases: number;
  /** Of files, data, mappings and decks, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Most urgent first. */
  readonly due: readonly DueDataset[];
  /** Decks without errors, each with its fingerprint as it is. */
  readonly fingerprints: readonly { readonly deck: Deck; readonly fingerprint: string }[];
  /** Releases that somebody took although something spoke against them. */
  readonly accepted: readonly { readonly dataset: Dataset; readonly release: Release }[];
}

export interface DueDataset {
  readonly due: Due;
  /** How it is updated: by asking a service, by a file that somebody brings, or in no way that is known. */
  readonly way: "service" | "file" | "unknown";
}

/** @param today what counts as today */
export function checkProject(request: BuildRequest, today: IsoDate): Checked {
  const project = readProject(request.root);
  const compiled = compileProject(project, request);
  const data = readData(project.data).value ?? new Map<string, Dataset>();
  const mappings = new Map<Dataset, readonly Mapping[] | undefined>();
  const faults: Diagnostic[] = [];
  for (const dataset of data.values()) {
    if (dataset.update === undefined) continue;
    const { value, diagnostics } = readMappings(dataset.update, dataset);
    mappings.set(dataset, value);
    faults.push(...diagnostics);
  }
  return {
    decks: compiled.decks.length,
    datasets: data.size,
    releases: [...data.values()].reduce((count, { releases }) => count + releases.length, 0),
    diagnostics: inOrder([
      ...compiled.diagnostics,
      ...lintProject(project, compiled, today, rules),
      ...releaseFaults(project, compiled, request),
      ...faults,
      ...[...data.values()].flatMap((dataset) => objectionsTo(dataset, data)),
      ...unknownDecks(project, request.decks ?? []),
    ]),
    due: dueDatasets(data, today).map((due) => ({ due, way: wayOf(mappings.get(due.dataset)) })),
    fingerprints: fingerprints(project, compiled),
    accepted: [...data.values()].flatMap((dataset) =>
      dataset.releases.filter(({ accepted }) => accepted.length > 0).map((release) => ({ dataset, release })),
    ),
  };
}

/** What the dataset's own checks say of its newest values, as warnings; nothing of what somebody has accepted. */
function objectionsTo(dataset: Dataset, data: Data): readonly Diagnostic[] {
  const release = dataset.releases.at(-1);
  if (release === undefined || dataset.faulty === true || release.accepted.length > 0) return [];
  const { stichtag, values } = release;
  const before = dataset.releases.filter((earlier) => earlier.stichtag < stichtag).toReversed();
  const { objections } = evaluateChecks({ dataset, stichtag, values, before, data });
  return objections.map(({ span, message }) => warning(span, message));
}

function wayOf(mappings: readonly Mapping[] | undefined): DueDataset["way"] {
  if (mappings === undefined) return "unknown";
  return mappings.some(({ service }) => service !== undefined) ? "service" : "file";
}
