/** What a mapping makes of a table: values by Stichtag, in the form of a release, with their places in the file. */

import type { Level } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import type { TableHead, TableTail } from "./table.ts";

export interface Reading {
  readonly head: TableHead;
  readonly tail: TableTail;
  /** Oldest first; each Stichtag once. */
  readonly releases: readonly ReadRelease[];
}

export interface ReadRelease {
  readonly stichtag: IsoDate;
  /** Spans lead into the file that was read. */
  readonly values: Level;
}

/** Where a file came from, as a release records it. */
export interface Arrival {
  /** The day it came in. */
  readonly on: IsoDate;
  /** Name of the file or answer, without folders. */
  readonly file: string;
  /** Of its bytes as they came, lower-case hexadecimal. */
  readonly sha256: string;
  /** Of a service; never with credentials. */
  readonly service?: string;
  readonly query?: ReadonlyMap<string, string>;
}
