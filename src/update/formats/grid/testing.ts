/** Reads a table in a test: all that a receiver is told, and what is said against it. */

import type { Diagnostic } from "../../../source/diagnostic.ts";
import { positionAt } from "../../../source/source.ts";
import type { FormatOptions, Observation, Selection, TableFormat, TableHead, TableTail } from "../../table.ts";

export interface Told {
  readonly head: TableHead | undefined;
  readonly observations: readonly Observation[];
  readonly tail: TableTail | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Codes of errors and warnings. */
  readonly faults: readonly string[];
  readonly values: readonly string[];
}

export interface Telling {
  readonly name?: string;
  readonly options?: FormatOptions;
  /** All is taken, if absent. */
  readonly select?: (head: TableHead) => Selection | undefined;
  /** Bytes of a piece. */
  readonly piece?: number;
}

/** `values`: for each observation its codes and its value: "Barßel|Fläche = 84,35". */
export async function tell(format: TableFormat, content: string | Uint8Array, telling: Telling = {}): Promise<Told> {
  const { name = "tabelle.csv", options = {}, select = ({ variables }) => variables.map(() => undefined), piece = 64 } = telling;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  let head: TableHead | undefined;
  const observations: Observation[] = [];
  const { value: tail, diagnostics } = await format.read(
    { name, chunks: pieces(bytes, piece), options },
    {
      open: (found) => {
        head = found;
        return select(found);
      },
      observe: (observation) => void observations.push({ ...observation, codes: [...observation.codes], labels: [...observation.labels] }),
    },
  );
  const values = observations.map(({ codes, value }) => `${codes.join("|")} = ${typeof value === "number" ? `#${value}` : value}`);
  return { head, observations, tail, diagnostics, values, faults: diagnostics.map(({ message }) => message.code) };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Where an observation stands: "7:12 84,35". */
export function placeOf({ span }: Pick<Observation, "span">): string {
  const { line, column } = positionAt(span.source, span.start);
  return `${line}:${column} ${span.source.text.slice(span.start, span.end)}`;
}
