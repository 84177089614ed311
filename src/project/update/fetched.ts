/** Tables from services: each asked for once a run, though several datasets may be made of it. */

import { rm } from "node:fs/promises";
import type { Dataset } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import type { Diagnostic, Outcome } from "../../source/diagnostic.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { FileReading, ReadRequest } from "./reader.ts";
import type { ServiceAnswer, ServiceContext } from "./services/service.ts";
import type { Read } from "./take.ts";

export interface Asking {
  /** All of a {@link ServiceContext} but what belongs to one dataset. */
  readonly context: Omit<ServiceContext, "last">;
  readonly stichtag?: IsoDate;
  readonly today: IsoDate;
  readonly fetch: (mapping: Mapping, dataset: Dataset, context: ServiceContext) => Promise<ServiceAnswer>;
  readonly read: (request: ReadRequest) => Promise<Outcome<FileReading>>;
}

export type Asked =
  | { readonly kind: "read"; readonly read: Read; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "nothing-newer"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

type File = Extract<ServiceAnswer, { readonly kind: "file" }>;

export class Fetcher {
  private readonly asking: Asking;
  private readonly files = new Map<string, File>();

  constructor(asking: Asking) {
    this.asking = asking;
  }

  async table(mapping: Mapping, dataset: Dataset): Promise<Asked> {
    const { stichtag, today, read } = this.asking;
    const answer = await this.answer(mapping, dataset);
    if (answer.kind !== "file") return answer;
    const { path, name, service, query } = answer;
    const { value, diagnostics } = await read({ content: { path }, name, mapping, dataset, ...(stichtag && { stichtag }) });
    const all = [...answer.diagnostics, ...diagnostics];
    if (value === undefined) return { kind: "refused", diagnostics: all };
    const arrival = { on: today, file: name, sha256: value.sha256, service, query };
    return { kind: "read", read: { mapping, reading: value.reading, arrival, connector: service }, diagnostics: all };
  }

  /** Deletes what was fetched. */
  async close(): Promise<void> {
    for (const { path } of this.files.values()) await rm(path, { force: true });
  }

  private async answer(mapping: Mapping, dataset: Dataset): Promise<ServiceAnswer> {
    const question = JSON.stringify([mapping.service, mapping.table, mapping.address, [...mapping.query]]);
    const known = this.files.get(question);
    if (known !== undefined) return { ...known, diagnostics: [] };
    const last = dataset.releases.findLast(({ retrieved }) => retrieved?.connector === mapping.service)?.retrieved;
    const { context, fetch } = this.asking;
    const answer = await fetch(mapping, dataset, last === undefined ? context : { ...context, last });
    if (answer.kind === "file") this.files.set(question, answer);
    return answer;
  }
}
