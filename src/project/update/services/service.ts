/** What a service is asked, with what at hand, and what it may answer: all that the rest of the updater knows of the network. */

import type { Dataset, Retrieval } from "../../../data/dataset.ts";
import type { IsoDate } from "../../../data/figure.ts";
import type { Diagnostic, Message } from "../../../source/diagnostic.ts";
import type { Mapping, ServiceName } from "../../../update/mapping.ts";
import type { Limits } from "./http/limits.ts";

export type ServiceAnswer =
  | {
      readonly kind: "file";
      /** A file in the context's `folder`, on the disk as it came: often a ZIP. Whoever asked removes it. */
      readonly path: string;
      /** How the release names it, without folders. */
      readonly name: string;
      readonly service: ServiceName;
      /** What was asked, without credentials, `stand` and `job`: two equal queries have the same answer as long as the source stays. */
      readonly query: ReadonlyMap<string, string>;
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[];
      /**
       * To be called when nothing of the answer is left to be taken into a dataset: all is in `data/`, or was there.
       * Only after that is the service asked for what is newer; else what was refused once would never come again.
       *
       * @param on `retrieved.on` of the release that will be {@link ServiceContext.last}
       */
      readonly settled: (mapping: Mapping, dataset: Dataset, on: IsoDate) => void;
    }
  /** The service says that the table has not changed since it was last fetched. */
  | { readonly kind: "nothing-newer"; readonly diagnostics: readonly Diagnostic[] }
  /** At least one error. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

export interface ServiceContext {
  /** The project's folder: `credentials.yaml` lies there. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** A folder of its own for this run, which exists: files come here. */
  readonly folder: string;
  /** A folder that outlives the run (it is made where it is missing): names of jobs that a service works on, and what is settled. May be emptied. */
  readonly jobs: string;
  readonly progress: (words: Message) => void;
  /**
   * How the dataset's newest release of this table came in: the service is asked for what is newer, if the query is
   * still the same and nothing was left over.
   */
  readonly last?: Retrieval;
  /** Aborted by Ctrl+C: ends what goes on, with words. */
  readonly signal?: AbortSignal;
  /** Where others than the usual are wanted. */
  readonly limits?: Partial<Limits>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Service {
  readonly name: ServiceName;
  fetch(mapping: Mapping, dataset: Dataset, context: ServiceContext): Promise<ServiceAnswer>;
}
