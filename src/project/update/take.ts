/** From a table that was read to files in `data/`: decided Stichtag by Stichtag, proven by reading back, then written. */

import { dirname, join } from "node:path";
import { leavesOf } from "../../data/checks/level.ts";
import type { Data, Dataset } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { readData } from "../../data/read.ts";
import { error, type Diagnostic, type Message } from "../../source/diagnostic.ts";
import { notReadBack } from "../../source/messages/arrival.ts";
import { type Source, spanOf, toSource } from "../../source/source.ts";
import { type Candidate, decide, type Terms } from "../../update/decide.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { Arrival, Reading } from "../../update/reading.ts";
import { type NewRelease, releaseText } from "../../update/release.ts";
import { agreement } from "../../update/same.ts";
import type { Project } from "../read.ts";
import { arrive } from "./arrive.ts";

/** What happened to the values of one Stichtag, or to a dataset as a whole. */
export type Event =
  | {
      readonly kind: "new" | "revision";
      readonly stichtag: IsoDate;
      /** In the project, with `/`. */
      readonly path: string;
      readonly values: number;
      readonly preliminary: boolean;
      /** What was accepted, as warnings. */
      readonly accepted: readonly Diagnostic[];
      readonly unchecked: readonly Message[];
    }
  | { readonly kind: "same"; readonly stichtag: IsoDate }
  /** The service says that nothing has changed since the last time. */
  | { readonly kind: "nothing-newer" }
  /** Stichtage before the last one, of which nothing is known: left, since newer ones came with them. */
  | { readonly kind: "left"; readonly stichtage: readonly IsoDate[] }
  /** Errors. `acceptable`: with `--accept` they would be taken. */
  | {
      readonly kind: "refused";
      readonly stichtag?: IsoDate;
      readonly diagnostics: readonly Diagnostic[];
      readonly acceptable: boolean;
    };

/** The data of a project while releases come in. */
export class Holdings {
  readonly project: Project;
  private sources: readonly Source[];
  private present: Data;

  constructor(project: Project) {
    this.project = project;
    this.sources = project.data;
    this.present = readData(project.data).value ?? new Map();
  }

  get data(): Data {
    return this.present;
  }

  /** What is wrong with a dataset's files. */
  faultsOf({ id }: Dataset): readonly Diagnostic[] {
    const folder = `data/${id}/`;
    const { diagnostics } = readData(this.sources);
    return diagnostics.filter(({ severity, span }) => severity === "error" && span.source.path.startsWith(folder));
  }

  /** The folder of a dataset, by its real name on this disk. */
  folderOf({ id }: Dataset): string {
    const file = this.project.files.get(`data/${id}/dataset.yaml`);
    return file === undefined ? join(this.project.root, "data", id) : dirname(file.path);
  }

  /**
   * Writes a release and has it from now on.
   *
   * @returns why it could not be, and then nothing has changed
   */
  add(dataset: Dataset, path: string, release: NewRelease): readonly Diagnostic[] {
    const source = toSource(path, releaseText(release, dataset));
    const sources = [...this.sources, source];
    const { value = this.present, diagnostics } = readData(sources);
    const faults = diagnostics.filter(({ severity, span }) => severity === "error" && span.source === source);
    const read = value.get(dataset.id)?.releases.find(({ span }) => span.source === source);
    if (faults.length > 0 || read === undefined) return faults;
    // A number that comes back as another one must never lie in data/, whoever is to blame.
    if (agreement(read.values, release.values) !== "same") return [error(spanOf(source, 0, 0), notReadBack(path))];
    const fault = arrive(join(this.folderOf(dataset), path.slice(path.lastIndexOf("/") + 1)), path, source.text);
    if (fault !== undefined) return [error(spanOf(toSource(path, ""), 0, 0), fault)];
    this.sources = sources;
    this.present = value;
    return [];
  }
}

/** A table that was read for a dataset. */
export interface Read {
  readonly mapping: Mapping;
  readonly reading: Reading;
  readonly arrival: Arrival;
  /** Name of the format, or of the service. */
  readonly connector: string;
}

/** Takes in all Stichtage of a table, oldest first: what one of them lacks keeps no other from coming in. */
export function take(holdings: Holdings, id: string, read: Read, terms: Terms): readonly Event[] {
  const events: Event[] = [];
  const left: Extract<Event, { readonly kind: "refused" }>[] = [];
  for (const release of read.reading.releases) {
    const dataset = holdings.data.get(id);
    if (dataset === undefined) break;
    const decision = decide(candidateOf(holdings.data, dataset, read, release), terms);
    const { stichtag } = release;
    switch (decision.kind) {
      case "same":
        events.push({ kind: "same", stichtag });
        break;
      case "refused": {
        const event = { kind: "refused", stichtag, diagnostics: decision.objections, acceptable: decision.acceptable } as const;
        (decision.older ? left : events).push(event);
        break;
      }
      case "new":
      case "revision": {
        const { path, accepted, unchecked } = decision;
        const faults = holdings.add(dataset, path, decision.release);
        if (faults.length > 0) events.push({ kind: "refused", stichtag, diagnostics: faults, acceptable: false });
        else {
          const values = leavesOf(decision.release.values).length;
          const preliminary = decision.release.status === "preliminary";
          events.push({ kind: decision.kind, stichtag, path, values, preliminary, accepted, unchecked });
        }
      }
    }
  }
  // A table may begin long before the dataset does. Alone, what is old was meant.
  if (events.length === 0) return left;
  return left.length === 0 ? events : [...events, { kind: "left", stichtage: left.flatMap(({ stichtag }) => stichtag ?? []) }];
}

function candidateOf(data: Data, dataset: Dataset, { mapping, reading, arrival, connector }: Read, read: Candidate["read"]): Candidate {
  const { stand, footnotes } = reading.tail;
  return {
    dataset,
    data,
    read,
    arrival,
    connector,
    ...(stand === undefined ? {} : { stand }),
    footnotes,
    notes: mapping.notes,
    ...(mapping.source === undefined ? {} : { source: mapping.source }),
  };
}
