/** A file that somebody brought: by which mapping of a dataset it is read. */

import { basename } from "node:path";
import type { Dataset } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { error, inOrder, type Diagnostic, type Outcome } from "../../source/diagnostic.ts";
import { severalFit } from "../../source/messages/update-run.ts";
import { positionAt } from "../../source/source.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { FileReading, ReadRequest } from "./reader.ts";
import type { Read } from "./take.ts";

export interface Brought {
  /** As its user wrote it. */
  readonly name: string;
  readonly path: string;
  /** Said on the command line. */
  readonly stichtag?: IsoDate;
  readonly today: IsoDate;
  readonly read: (request: ReadRequest) => Promise<Outcome<FileReading>>;
}

export type Fitting =
  | { readonly kind: "read"; readonly read: Read; readonly diagnostics: readonly Diagnostic[] }
  /** `other`: by all mappings it is another table or of another form. */
  | { readonly kind: "refused"; readonly other: boolean; readonly diagnostics: readonly Diagnostic[] };

/** What says that a file is not what a mapping speaks of, rather than that something is wrong with it. */
const otherFile: ReadonlySet<string> = new Set(["wrong-table", "wrong-format", "other-table-format"]);

/** Reads the file by each of the dataset's mappings: one must fit, and only one. */
export async function fitting(brought: Brought, dataset: Dataset, mappings: readonly Mapping[]): Promise<Fitting> {
  const { name, path, stichtag, today, read } = brought;
  const good: { readonly mapping: Mapping; readonly value: FileReading; readonly diagnostics: readonly Diagnostic[] }[] = [];
  const bad: (readonly Diagnostic[])[] = [];
  for (const mapping of mappings) {
    const { value, diagnostics } = await read({ content: { path }, name, mapping, dataset, ...(stichtag && { stichtag }) });
    if (value === undefined) bad.push(diagnostics);
    else good.push({ mapping, value, diagnostics });
  }
  const [found, another] = good;
  if (found === undefined) {
    const meant = bad.filter((diagnostics) => !diagnostics.some(({ message }) => otherFile.has(message.code)));
    // A table of the right form but another one says more than a form that nobody would have meant.
    const tables = bad.filter((diagnostics) => diagnostics.some(({ message }) => message.code === "wrong-table"));
    const told = meant.length > 0 ? meant : tables.length > 0 ? tables : bad;
    return { kind: "refused", other: meant.length === 0, diagnostics: inOrder(told.flat()) };
  }
  if (another !== undefined) {
    const words = severalFit(
      name,
      good.map(({ mapping }) => nameOf(mapping)),
    );
    return { kind: "refused", other: false, diagnostics: [error(another.mapping.span, words)] };
  }
  const { mapping, value, diagnostics } = found;
  const arrival = { on: today, file: basename(path), sha256: value.sha256 };
  return { kind: "read", read: { mapping, reading: value.reading, arrival, connector: value.reading.head.format }, diagnostics };
}

/** A mapping as people find it in `dataset.yaml`. */
function nameOf({ table, span }: Mapping): string {
  const { line } = positionAt(span.source, span.start);
  return table === undefined ? `${span.source.path}:${line}` : `${table} (${span.source.path}:${line})`;
}
