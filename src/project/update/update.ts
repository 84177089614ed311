/**
 * Brings datasets up to date:
 *
 *     names ─choose→ datasets with mappings ─services, or the file→ readings ─take→ new files in data/
 *
 * One dataset after the other; what goes wrong with one keeps no other from its update.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { IsoDate } from "../../data/figure.ts";
import { error, type Diagnostic, type Message } from "../../source/diagnostic.ts";
import { asking, fileFitsNone, readingFile, stopped, whatFileIs } from "../../source/messages/update-run.ts";
import { spanOf, toSource } from "../../source/source.ts";
import { type Project, readProject } from "../read.ts";
import { sweep } from "./arrive.ts";
import { type Brought, fitting } from "./brought.ts";
import { choose, type Chosen } from "./choose.ts";
import { Fetcher } from "./fetched.ts";
import { inspectFile, readFile } from "./reader.ts";
import { clock } from "./services/clock.ts";
import type { Clock, ServiceContext } from "./services/service.ts";
import { fetchTable } from "./services/services.ts";
import { type Event, Holdings, take } from "./take.ts";

export interface UpdateRequest {
  /** The project's folder. */
  readonly root: string;
  /** Ids; none for all that can be updated this way. */
  readonly datasets: readonly string[];
  /** A file to take instead of asking services, as its user wrote it. */
  readonly from?: string;
  /** The Stichtag of a table that names none. */
  readonly stichtag?: IsoDate;
  /** Take what the checks object to. */
  readonly accept: boolean;
  readonly today: IsoDate;
}

/** What the run needs of the world. */
export interface Surroundings {
  readonly environment: ServiceContext["environment"];
  readonly progress: (words: Message) => void;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  readonly limits?: ServiceContext["limits"];
}

export interface DatasetUpdate {
  readonly dataset: string;
  readonly events: readonly Event[];
  /** Warnings that hold for all of it. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Updated {
  readonly updates: readonly DatasetUpdate[];
  /** What is wrong with the call as a whole, or with the file whatever the dataset. */
  readonly faults: readonly Diagnostic[];
  /** Nothing was done, since a dataset was named that does not exist. */
  readonly wrongCall: boolean;
  readonly before: Project;
  /** `before` itself where nothing was written. */
  readonly after: Project;
}

/** Never throws for what a file, a service or an author does wrong. */
export async function update(request: UpdateRequest, surroundings: Surroundings): Promise<Updated> {
  const root = resolve(request.root);
  const before = readProject(root);
  const holdings = new Holdings(before);
  for (const dataset of holdings.data.values()) sweep(holdings.folderOf(dataset), Date.now());
  const { chosen, faults } = choose(holdings.data, request.datasets, request.from);
  if (faults.length > 0) return { updates: [], faults, wrongCall: request.datasets.length > 0, before, after: before };
  const outcome =
    request.from === undefined
      ? await fromServices(chosen, holdings, request, surroundings)
      : await fromFile(chosen, holdings, request, request.from, surroundings);
  return { ...outcome, wrongCall: false, before, after: readProject(root, before) };
}

type Outcome = Pick<Updated, "updates" | "faults">;

async function fromServices(
  chosen: readonly Chosen[],
  holdings: Holdings,
  request: UpdateRequest,
  { environment, progress, signal, clock: time = clock, limits }: Surroundings,
): Promise<Outcome> {
  const { root } = holdings.project;
  const folder = await mkdtemp(join(tmpdir(), "stichtag-update-"));
  const jobs = join(root, "node_modules", ".cache", "stichtag", "jobs");
  const context = { root, environment, clock: time, folder, jobs, progress, ...(signal && { signal }), ...(limits && { limits }) };
  const { today, stichtag } = request;
  const fetcher = new Fetcher({ context, today, ...(stichtag && { stichtag }), fetch: fetchTable, read: readFile });
  const updates: DatasetUpdate[] = [];
  const faults: Diagnostic[] = [];
  try {
    for (const { dataset, mappings, diagnostics } of chosen) {
      const events: Event[] = [];
      const told: Diagnostic[] = [];
      const fault = hindrance(holdings, { dataset, mappings, diagnostics });
      if (fault !== undefined) events.push(fault);
      else {
        told.push(...diagnostics);
        for (const mapping of mappings) {
          if (signal?.aborted) break;
          progress(asking(dataset.id));
          const asked = await fetcher.table(mapping, holdings.data.get(dataset.id) ?? dataset);
          if (asked.kind === "refused") events.push({ kind: "refused", diagnostics: asked.diagnostics, acceptable: false });
          else {
            told.push(...asked.diagnostics);
            if (asked.kind === "nothing-newer") events.push({ kind: "nothing-newer" });
            else events.push(...take(holdings, dataset.id, asked.read, request));
          }
        }
      }
      updates.push({ dataset: dataset.id, events, diagnostics: told });
      if (signal?.aborted) {
        faults.push(error(spanOf(toSource("data", ""), 0, 0), stopped()));
        break;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { updates, faults };
}

async function fromFile(
  chosen: readonly Chosen[],
  holdings: Holdings,
  request: UpdateRequest,
  name: string,
  { progress, signal }: Surroundings,
): Promise<Outcome> {
  const { today, stichtag } = request;
  const path = resolve(name);
  const brought: Brought = { name, path, today, ...(stichtag && { stichtag }), read: readFile };
  const named = request.datasets.length > 0;
  progress(readingFile(basename(name)));
  // Without names, the file itself says for whom it is.
  const seen = named ? undefined : await inspectFile({ content: { path }, name });
  if (seen !== undefined && seen.value === undefined) return { updates: [], faults: seen.diagnostics };
  const table = seen?.value?.inspection.head.table;
  const updates: DatasetUpdate[] = [];
  for (const one of chosen) {
    if (signal?.aborted) break;
    const { dataset, mappings } = one;
    const fault = hindrance(holdings, one);
    const meant = named || (table !== undefined && mappings.some((mapping) => mapping.table === table));
    if (fault !== undefined) {
      if (named || meant) updates.push({ dataset: dataset.id, events: [fault], diagnostics: [] });
      continue;
    }
    const found = await fitting(brought, holdings.data.get(dataset.id) ?? dataset, mappings);
    if (found.kind === "read") {
      const events = take(holdings, dataset.id, found.read, request);
      updates.push({ dataset: dataset.id, events, diagnostics: [...one.diagnostics, ...found.diagnostics] });
    } else if (named || (meant && !found.other)) {
      updates.push({
        dataset: dataset.id,
        events: [{ kind: "refused", diagnostics: found.diagnostics, acceptable: false }],
        diagnostics: [],
      });
    }
  }
  if (updates.length > 0 || seen?.value === undefined) return { updates, faults: [] };
  const { format, title } = seen.value.inspection.head;
  const words = fileFitsNone(name, whatFileIs(format, table, title), wantedTables(chosen));
  return { updates, faults: [error(spanOf(toSource(name, ""), 0, 0), words)] };
}

/** Why a dataset cannot be updated, whatever comes. */
function hindrance(holdings: Holdings, { dataset, mappings, diagnostics }: Chosen): Event | undefined {
  const faults = [...(dataset.faulty ? holdings.faultsOf(dataset) : []), ...diagnostics.filter(({ severity }) => severity === "error")];
  if (faults.length > 0) return { kind: "refused", diagnostics: faults, acceptable: false };
  return mappings.length === 0 ? { kind: "refused", diagnostics, acceptable: false } : undefined;
}

/** By table, since several datasets may be made of one: "12521-0041 (auslaender, auslaender_eu)". */
function wantedTables(chosen: readonly Chosen[]): readonly string[] {
  const wanted = new Map<string, Set<string>>();
  for (const { dataset, mappings } of chosen) {
    for (const { table, format } of mappings) {
      const name = table ?? format;
      if (name !== undefined) wanted.set(name, (wanted.get(name) ?? new Set()).add(dataset.id));
    }
  }
  return [...wanted].map(([name, datasets]) => `${name} (${[...datasets].join(", ")})`);
}
