/** What `update:` in a `dataset.yaml` says, a mapping or a list of them: where the values come from, and which cells of a table are which values. */

import type { Provenance } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import type { Span } from "../source/source.ts";
import type { FormatName, FormatOptions } from "./table.ts";

export const serviceNames = ["genesis", "regionaldatenbank", "zensus", "eurostat", "download"] as const;
/** `download` is a plain file behind an http(s) address. */
export type ServiceName = (typeof serviceNames)[number];

export interface Mapping {
  /** Absent where somebody brings the file. */
  readonly service?: ServiceName;
  /** The table's code; default that of `source`, then the dataset's. A file that names another one is refused. */
  readonly table?: string;
  /** Where these values come from, if not from the dataset's source: goes into the release. */
  readonly source?: Provenance;
  /** Address of a download. */
  readonly address?: string;
  /** Parameters of the service's query beside the table, as the service names them. */
  readonly query: ReadonlyMap<string, string>;
  /** Absent: found by looking. */
  readonly format?: FormatName;
  readonly options: FormatOptions;
  /** Variables held to one code each, by the variable's code; "" is the total. */
  readonly filter: ReadonlyMap<string, Filter>;
  /** One for each level of keys of the dataset, outermost first; empty where the dataset takes one single value under `single`. */
  readonly keys: readonly KeyLevel[];
  /** The key under which the one value stands that is left when no variable is a key. */
  readonly single?: string;
  readonly time: TimeRule;
  /** The unit that the table must name; absent: any, or none. */
  readonly unit?: string;
  /** What each value is multiplied by: 1000 for tables "in 1.000". */
  readonly factor: number;
  /** Notes that go into each release (German). */
  readonly notes: readonly string[];
  readonly span: Span;
}

export interface Filter {
  readonly code: string;
  readonly span: Span;
}

export interface KeyLevel {
  /** Codes of variables; several are joined (land, district, municipality → AGS). */
  readonly variables: readonly string[];
  /** How a code becomes a key: by the AGS of the dataset's keys (`ags`; `ars` and `lsn` are ways to write one), by `keys`, or the label or code itself. */
  readonly by: "ags" | "ars" | "lsn" | "keys" | "label" | "code";
  /** Code → key, before `by`. */
  readonly keys: ReadonlyMap<string, string>;
  /** The key of the total; absent: the total is left out. */
  readonly total?: string;
  /** What is done with codes that give no key. */
  readonly others: "refuse" | "ignore";
  readonly span: Span;
}

/** Where the Stichtag stands. */
export type TimeRule =
  /** The table's variable of time. A year stands for its last day, or for the day `of` ("06-30"). */
  | { readonly kind: "variable"; readonly variable?: string; readonly of?: string }
  /** The first day after these words in the texts above the table or its headings. */
  | { readonly kind: "after"; readonly words: string }
  /** Said by a person: in the mapping, or on the command line. */
  | { readonly kind: "day"; readonly day: IsoDate };
