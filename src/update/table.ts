/**
 * A statistical table as any format yields it: variables, and observations that come one by one, so that a million
 * rows need not be kept. A format knows nothing of datasets; what is wanted of a table says the {@link Receiver}.
 */

import type { Outcome } from "../source/diagnostic.ts";
import type { Span } from "../source/source.ts";
import type { Words } from "../source/messages/fields.ts";

export const formatNames = ["ffcsv", "genesis-csv", "csv", "xlsx", "json-stat", "records"] as const;
/** `records` are plain YAML or JSON. */
export type FormatName = (typeof formatNames)[number];

export interface TableHead {
  readonly format: FormatName;
  /** What was found by looking, in the order in which it is told. */
  readonly form: readonly FormFact[];
  /** Code of the table, or of the statistic where the file names no more: "12411-01-01-4", "12411". */
  readonly table?: string;
  readonly title?: string;
  /** Exactly one has the role `measure`; `time` none where no day stands in the table. Codes are unique. */
  readonly variables: readonly Variable[];
  /** Texts that stand above the table: titles, days. */
  readonly preamble: readonly string[];
}

/** One thing found by looking: name and finding, e.g. `encoding`: "UTF-8 mit BOM". */
export type FormFact =
  | { readonly fact: "decimal" | "sheet" | "path"; readonly found: string }
  | { readonly fact: "encoding" | "separator" | "header" | "vintage"; readonly found: string | Words };

export interface Variable {
  /** The provider's code ("KREISE", "GES"); of tables without codes the heading of the column, or its place ("Spalte 3"). */
  readonly code: string;
  readonly label: string;
  readonly role: "time" | "measure" | "category";
  /** A further column of the same rows, which mostly follows from the key: it needs no pin, since two rows for one value are refused anyway. */
  readonly attribute?: true;
}

/** One cell of the table with all that says what it is. */
export interface Observation {
  /** A code for each variable of the head, in its order; "" is the total ("Insgesamt"). Days of time are ISO dates or years. */
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  /** As the file has it, without blanks around; a number only where the format itself has typed numbers. */
  readonly value: string | number;
  /** "" where none is named. */
  readonly unit: string;
  /** The quality flag beside the value; "" for none. */
  readonly quality: string;
  readonly span: Span;
}

/** What stands below a table or is known only at its end. */
export interface TableTail {
  /** Word for word, one item each. */
  readonly footnotes: readonly string[];
  /** Who owns the data, as the file says. */
  readonly copyright?: string;
  /** The state that the source names: "25.09.2026 / 11:47:11". */
  readonly stand?: string;
  readonly observations: number;
}

/** Takes a table in as it is read. */
export interface Receiver {
  /**
   * Called once, before the first observation.
   *
   * @returns for each variable the codes that are wanted, `undefined` for all; or `undefined` to have nothing more read
   */
  open(head: TableHead): Selection | undefined;
  /** Called for each observation that the selection lets through, in the order of the file. */
  observe(observation: Observation): void;
}
export type Selection = readonly (ReadonlySet<string> | undefined)[];

/** What somebody says of a file instead of having it found by looking. */
export interface FormatOptions {
  readonly encoding?: "utf-8" | "iso-8859-1" | "windows-1252" | "utf-16le" | "utf-16be";
  readonly separator?: string;
  readonly decimal?: "," | ".";
  /** First and last row of the header, from 1. */
  readonly header?: readonly [first: number, last: number];
  /** Name of a spreadsheet's sheet. */
  readonly sheet?: string;
  /** Where the records stand in a YAML or JSON, keys joined by dots; "" is the whole. */
  readonly path?: string;
  /** Headings of columns that are variables even where they look like amounts: district codes without a leading zero. */
  readonly categories?: readonly string[];
}

export interface TableInput {
  /** Name of the file or answer, for people. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly options: FormatOptions;
}

/** The first bytes of a file, for telling formats apart. */
export interface Beginning {
  readonly name: string;
  /** At most 64 KiB. */
  readonly bytes: Uint8Array;
}

export interface TableFormat {
  readonly name: FormatName;
  /** Whether a file that begins like this is one. The table of formats asks the strictest first. */
  recognises(beginning: Beginning): boolean;
  /** Reads to the end. Faults have their place in the file; with any error there is no value, and what was received counts for nothing. */
  read(input: TableInput, receiver: Receiver): Promise<Outcome<TableTail>>;
}
