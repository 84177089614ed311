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
import { cannotWrite } from "../../source/messages/project.ts";
import { spanOf, toSource } from "../../source/source.ts";
import type { Terms } from "../../update/decide.ts";
import { codeOf } from "../disk.ts";
import { type Project, readProject } from "../read.ts";
import { WriteError } from "../write.ts";
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

/**
 * Never throws for what a file, a service or an author does wrong.
 *
 * @throws WriteError where this machine has no room for what is fetched
 */
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
  const written = outcome.updates.some(({ events }) => events.some(({ kind }) => kind === "new" || kind === "revision"));
  return { ...outcome, wrongCall: false, before, after: written ? readProject(root, before) : before };
}

type Outcome = Pick<Updated, "updates" | "faults">;

async function fromServices(
  chosen: readonly Chosen[],
  holdings: Holdings,
  request: UpdateRequest,
  { environment, progress, signal, clock: time = clock, limits }: Surroundings,
): Promise<Outcome> {
  const { root } = holdings.project;
  const folder = await temporaryFolder();
  const jobs = join(root, "node_modules", ".cache", "stichtag", "jobs");
  const context = { root, environment, clock: time, folder, jobs, progress, ...(signal && { signal }), ...(limits && { limits }) };
  const { today, stichtag } = request;
  const fetcher = new Fetcher({ context, today, all: request.accept, ...(stichtag && { stichtag }), fetch: fetchTable, read: readFile });
  const updates: DatasetUpdate[] = [];
  try {
    for (const one of chosen) {
      const fault = hindrance(holdings, one);
      const { id } = one.dataset;
      progress(asking(id));
      updates.push(
        fault === undefined ? await ask(one, fetcher, holdings, request, signal) : { dataset: id, events: [fault], diagnostics: [] },
      );
      if (signal?.aborted) return { updates, faults: [error(spanOf(toSource("data", ""), 0, 0), stopped())] };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { updates, faults: [] };
}

/** Asks the services of one dataset. */
async function ask(
  { dataset: { id }, mappings, diagnostics }: Chosen,
  fetcher: Fetcher,
  holdings: Holdings,
  terms: Terms,
  signal: AbortSignal | undefined,
): Promise<DatasetUpdate> {
  const events: Event[] = [];
  const told = [...diagnostics];
  for (const mapping of mappings) {
    const dataset = holdings.data.get(id);
    if (dataset === undefined || signal?.aborted) break;
    const asked = await fetcher.table(mapping, dataset);
    if (asked.kind === "refused") {
      events.push({ kind: "refused", diagnostics: asked.diagnostics, acceptable: false });
      continue;
    }
    told.push(...asked.diagnostics);
    if (asked.kind === "nothing-newer") events.push({ kind: "nothing-newer" });
    else {
      const taken = take(holdings, id, asked.read, terms);
      events.push(...taken);
      if (!taken.some(({ kind }) => kind === "refused")) asked.settle(holdings.data.get(id) ?? dataset);
    }
  }
  return { dataset: id, events, diagnostics: told };
}

/** @throws WriteError */
async function temporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), "stichtag-update-"));
  } catch (reason) {
    throw new WriteError(cannotWrite(tmpdir(), codeOf(reason)));
  }
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
