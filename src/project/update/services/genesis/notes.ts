/**
 * What is remembered of a query from run to run: the job that the service works on, and for which datasets the last
 * answer is settled. No credentials in it; lost, it costs time and nothing else.
 */

import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Dataset, Retrieval } from "../../../../data/dataset.ts";
import type { IsoDate } from "../../../../data/figure.ts";
import type { Mapping } from "../../../../update/mapping.ts";
import { writeFile } from "../../../write.ts";

export interface Job {
  /** E.g. "12531-0043_175879554". */
  readonly name: string;
  /** ms since 1970. */
  readonly since: number;
}

export class Notes {
  private readonly stem: string;
  private readonly table: string;

  constructor(folder: string, service: string, table: string, query: ReadonlyMap<string, string>) {
    const entries = [...query].toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.stem = join(folder, `${service}-${table}-${short(JSON.stringify(entries))}`);
    this.table = table;
  }

  /** `undefined` where there is none, or its file is damaged: then the job is begun anew. */
  job(): Job | undefined {
    const found = readJson(this.jobFile);
    if (typeof found !== "object" || found === null || !("name" in found) || !("since" in found)) return undefined;
    const { name, since } = found;
    if (typeof name !== "string" || typeof since !== "number") return undefined;
    return name.startsWith(`${this.table}_`) && Number.isFinite(since) ? { name, since } : undefined;
  }

  /** @throws WriteError */
  keepJob(job: Job): void {
    writeFile(this.jobFile, `${JSON.stringify(job)}\n`);
  }

  forgetJob(): void {
    rmSync(this.jobFile, { force: true });
  }

  /** Whether nothing was left over of the answer with which the newest release came. */
  isSettled(mapping: Mapping, dataset: Dataset, last: Retrieval | undefined): boolean {
    const found = readJson(this.settledFile(dataset));
    if (last?.on === undefined || typeof found !== "object" || found === null) return false;
    return "on" in found && found.on === last.on && "mapping" in found && found.mapping === hashOf(mapping);
  }

  /** @param on `retrieved.on` of the newest release @throws WriteError */
  settle(mapping: Mapping, dataset: Dataset, on: IsoDate): void {
    writeFile(this.settledFile(dataset), `${JSON.stringify({ on, mapping: hashOf(mapping) })}\n`);
  }

  private get jobFile(): string {
    return `${this.stem}.job.json`;
  }

  private settledFile({ id }: Dataset): string {
    return `${this.stem}.${id}.settled.json`;
  }
}

/** Of what the author has written: another mapping may take other cells of the same table. */
function hashOf({ span }: Mapping): string {
  return short(span.source.text.slice(span.start, span.end));
}

function short(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
