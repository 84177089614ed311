/** A table of GENESIS: directly, or as a job where it is too large. */

import { openSync, readSync, closeSync } from "node:fs";
import type { Diagnostic, Message } from "../../../../source/diagnostic.ts";
import {
  asking,
  harmlesslyAdjusted,
  jobWithoutName,
  nothingMatches,
  parametersAdjusted,
  refusedByService,
  tooLargeForToken,
  unknownTable,
} from "../../../../source/messages/services.ts";
import { awaitJob } from "./job.ts";
import type { Notes } from "./notes.ts";
import { isZip, named, type GenesisAnswer, type Session } from "./session.ts";
import * as codes from "./status.ts";
import type { Status } from "./status.ts";

export interface TableRequest {
  readonly session: Session;
  readonly table: string;
  /** All parameters but `stand` and `job`. */
  readonly query: ReadonlyMap<string, string>;
  readonly stand: string | undefined;
  /** What of the query is the author's. */
  readonly asked: ReadonlyMap<string, string>;
  readonly notes: Notes;
}

export type Found =
  | { readonly kind: "file"; readonly path: string; readonly name: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "nothing-newer"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** What the service may change without the values becoming others. */
const harmless: ReadonlySet<string> = new Set(["stand", "quality", "area", "transpose", "job"]);

/** @throws Error of the file system @throws WriteError */
export async function tableFile(request: TableRequest): Promise<Found> {
  const { session, table, query, stand, notes } = request;
  const job = notes.job();
  if (job !== undefined && session.mayHaveJobs) {
    const result = await awaitJob(session, query, notes, job, true);
    if (result !== undefined) return found(result, request, []);
  }
  session.context.progress(asking(session.who, table));
  const answer = await session.ask("data/tablefile", parameters(query, { job: "false", ...(stand === undefined ? {} : { stand }) }));
  if (answer.kind !== "status") return found(answer, request, []);
  const { code, content } = answer.status;
  switch (code) {
    case codes.nothingNewer:
      return stand === undefined ? refused(answer.status, request) : { kind: "nothing-newer", diagnostics: [] };
    case codes.tooLarge:
      return asJob(request);
    case codes.jobCreated:
      return createdJob(answer.status, request);
    case codes.adjusted: {
      // No table comes with this status; and one without `stand` differs only in that it may be known already.
      const names = codes.adjustedIn(content);
      if (stand === undefined || names.join() !== "stand") return refused(answer.status, request);
      const again = await tableFile({ ...request, stand: undefined });
      return { ...again, diagnostics: [session.warning(harmlesslyAdjusted(session.who, names)), ...again.diagnostics] };
    }
    default:
      return refused(answer.status, request);
  }
}

async function asJob(request: TableRequest): Promise<Found> {
  const { session, table, query, stand } = request;
  if (!session.mayHaveJobs) return fault(tooLargeForToken(session.who, table), session);
  const answer = await session.ask("data/tablefile", parameters(query, { job: "true", ...(stand === undefined ? {} : { stand }) }));
  if (answer.kind !== "status") return found(answer, request, []);
  if (answer.status.code === codes.nothingNewer && stand !== undefined) return { kind: "nothing-newer", diagnostics: [] };
  if (answer.status.code !== codes.jobCreated) return refused(answer.status, request);
  return createdJob(answer.status, request);
}

async function createdJob({ content }: Status, request: TableRequest): Promise<Found> {
  const { session, table, query, notes } = request;
  const names = codes.adjustedIn(content);
  if (codes.speaksOfAdjustment(content) && (names.length === 0 || names.some((name) => !harmless.has(name)))) {
    return fault(parametersAdjusted(session.who, names, session.quote(content)), session);
  }
  const told = names.length === 0 ? [] : [session.warning(harmlesslyAdjusted(session.who, names))];
  const name = codes.jobNameIn(content, table);
  if (name === undefined || !session.isHarmless(name)) return fault(jobWithoutName(session.who, session.quote(content)), session);
  const job = { name, since: session.context.clock.now() };
  notes.keepJob(job);
  const result = await awaitJob(session, query, notes, job, false);
  return found(result ?? { kind: "status", status: { code: codes.nothingFound, content, listed: [] } }, request, told);
}

function found(answer: GenesisAnswer, request: TableRequest, told: readonly Diagnostic[]): Found {
  const { session, table } = request;
  switch (answer.kind) {
    case "table": {
      const name = `${table}.${beginsAsZip(answer.path) ? "zip" : "csv"}`;
      return { kind: "file", path: named(answer.path, name), name, diagnostics: told };
    }
    case "status":
      return refused(answer.status, request, told);
    case "fault":
      return { kind: "refused", diagnostics: [...told, session.fault(answer.message)] };
  }
}

function beginsAsZip(path: string): boolean {
  const bytes = new Uint8Array(4);
  const file = openSync(path, "r");
  try {
    return isZip(bytes.subarray(0, readSync(file, bytes)));
  } finally {
    closeSync(file);
  }
}

function refused({ code, content }: Status, request: TableRequest, told: readonly Diagnostic[] = []): Found {
  const { session, table, asked } = request;
  const said = session.quote(content);
  return { kind: "refused", diagnostics: [...told, session.fault(words())] };

  function words(): Message {
    switch (code) {
      case codes.noSuchTable:
        return unknownTable(session.who, table, said);
      case codes.nothingFound:
        return nothingMatches(
          session.who,
          table,
          [...asked].map(([name, value]) => `${name}: ${value}`),
          said,
        );
      case codes.adjusted:
        return parametersAdjusted(session.who, codes.adjustedIn(content).map(session.quote.bind(session)), said);
      default:
        return refusedByService(session.who, code, said);
    }
  }
}

function fault(message: Message, session: Session): Found {
  return { kind: "refused", diagnostics: [session.fault(message)] };
}

function parameters(query: ReadonlyMap<string, string>, more: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...query, ...Object.entries(more)]);
}
