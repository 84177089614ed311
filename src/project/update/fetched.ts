/** Tables from services: each asked for once a run, though several datasets may be made of it. */

import type { Dataset, Retrieval } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { error, type Diagnostic, type Outcome } from "../../source/diagnostic.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { FileReading, ReadRequest } from "./reader.ts";
import type { ServiceAnswer, ServiceContext } from "./services/service.ts";
import { WriteError } from "../write.ts";
import { concernsAll } from "./services/services.ts";
import type { Read } from "./take.ts";

export interface Asking {
  /** All of a {@link ServiceContext} but what belongs to one dataset. */
  readonly context: Omit<ServiceContext, "last">;
  readonly stichtag?: IsoDate;
  readonly today: IsoDate;
  /** Ask for all there is, though a service may say that nothing is newer: what was left the last time is wanted. */
  readonly all: boolean;
  readonly fetch: (mapping: Mapping, dataset: Dataset, context: ServiceContext) => Promise<ServiceAnswer>;
  readonly read: (request: ReadRequest) => Promise<Outcome<FileReading>>;
}

export type Asked =
  | {
      readonly kind: "read";
      readonly read: Read;
      readonly diagnostics: readonly Diagnostic[];
      /** To be called with the dataset as it is then, when nothing of the table is left to be taken. */
      readonly settle: (dataset: Dataset) => void;
    }
  | { readonly kind: "nothing-newer"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

type File = Extract<ServiceAnswer, { readonly kind: "file" }>;

export class Fetcher {
  private readonly asking: Asking;
  private readonly files = new Map<string, File>();
  /** By service: what it refuses whatever is asked. */
  private readonly refusals = new Map<string, ServiceAnswer>();

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
    const settle = (present: Dataset): void => {
      const on = lastOf(mapping, present)?.on;
      if (on !== undefined) answer.settled(mapping, present, on);
    };
    return { kind: "read", read: { mapping, reading: value.reading, arrival, connector: service }, diagnostics: all, settle };
  }

  private async answer(mapping: Mapping, dataset: Dataset): Promise<ServiceAnswer> {
    const question = JSON.stringify([mapping.service, mapping.table, mapping.address, [...mapping.query]]);
    const known = this.files.get(question);
    if (known !== undefined) return { ...known, diagnostics: [] };
    const refusal = this.refusals.get(mapping.service ?? "");
    if (refusal !== undefined) return refusal;
    const { context, fetch, all } = this.asking;
    const last = all ? undefined : lastOf(mapping, dataset);
    const answer = await answerOf(mapping, () => fetch(mapping, dataset, last === undefined ? context : { ...context, last }));
    if (answer.kind === "file") this.files.set(question, answer);
    // Ten times the wrong password would lock the account.
    else if (concernsAll(mapping, answer)) this.refusals.set(mapping.service ?? "", answer);
    return answer;
  }
}

/** A full disk keeps one table from coming, and what has come already is still to be told. */
async function answerOf(mapping: Mapping, fetch: () => Promise<ServiceAnswer>): Promise<ServiceAnswer> {
  try {
    return await fetch();
  } catch (reason) {
    if (reason instanceof WriteError) return { kind: "refused", diagnostics: [error(mapping.span, reason.words)] };
    throw reason;
  }
}

/** How the newest release of the mapping's table came in from its service. */
function lastOf({ service, table }: Mapping, { releases }: Dataset): Retrieval | undefined {
  return releases.findLast(({ retrieved }) => {
    const asked = retrieved?.query?.get("name") ?? retrieved?.query?.get("table");
    return retrieved?.connector === service && asked === table;
  })?.retrieved;
}
