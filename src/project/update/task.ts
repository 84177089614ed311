/** What the reader's thread is asked and answers: plain values, which pass between threads as copies. */

import type { Dataset } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import type { Outcome } from "../../source/diagnostic.ts";
import type { Inspection } from "../../update/inspect/inspection.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { Reading } from "../../update/reading.ts";
import type { FormatName, FormatOptions } from "../../update/table.ts";
import type { FileContent } from "../../targets/pptx/audit/content.ts";

/** A file on the disk, or the bytes of an answer. Either may be a ZIP. */
export type Content = { readonly path: string } | { readonly bytes: Uint8Array };

/** What is wanted of a table: values by a mapping, or a description. */
export type TableTask =
  | { readonly kind: "read"; readonly mapping: Mapping; readonly dataset: Dataset; readonly stichtag: IsoDate | undefined }
  | { readonly kind: "inspect"; readonly format: FormatName | undefined; readonly options: FormatOptions };

/** Of a table, or all that a presentation says. */
export type Task = TableTask | { readonly kind: "presentation" };

export interface Job {
  readonly content: Content;
  /** By which people know it. */
  readonly name: string;
  readonly task: Task;
}

/** What is known of a file's bytes, whatever stands in them. */
export interface FileFacts {
  /** Of the bytes as they came, lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Name of the table in an archive. */
  readonly archived?: string;
}

/** What became of a task, by its kind. */
export type TableResult =
  | { readonly kind: "read"; readonly reading: Reading }
  | { readonly kind: "inspect"; readonly inspection: Inspection };
export type Result = TableResult | { readonly kind: "presentation"; readonly content: FileContent };

export type Answer = Outcome<FileFacts & Result>;
