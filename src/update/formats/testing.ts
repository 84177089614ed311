/** For the tests of formats: a file's text or bytes read, and what came out of it. */

import { speak } from "../../source/diagnostic.ts";
import type { FormatOptions, Observation, Selection, TableFormat, TableHead, TableTail } from "../table.ts";

export interface ReadTable {
  readonly head: TableHead | undefined;
  readonly observations: readonly Observation[];
  readonly tail: TableTail | undefined;
  /** `code line: text under the caret` of each diagnostic, long texts cut. */
  readonly faults: readonly string[];
  readonly spoken: string;
}

export interface ReadTableOptions {
  readonly options?: FormatOptions;
  /** By code of the variable; all others are taken whole. */
  readonly wanted?: Readonly<Record<string, readonly string[]>>;
  /** Bytes in a piece; all in one, if absent. */
  readonly piece?: number;
}

export async function readTable(
  format: TableFormat,
  content: string | Uint8Array,
  { options = {}, wanted, piece }: ReadTableOptions = {},
): Promise<ReadTable> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const observations: Observation[] = [];
  let head: TableHead | undefined;
  const { value, diagnostics } = await format.read(
    { name: "tabelle.csv", chunks: piece === undefined ? [bytes] : pieces(bytes, piece), options },
    {
      open(opened): Selection {
        head = opened;
        return opened.variables.map(({ code }) => (wanted?.[code] === undefined ? undefined : new Set(wanted[code])));
      },
      observe: (observation) => {
        observations.push(observation);
      },
    },
  );
  const faults = diagnostics.map(({ message, span: { source, start, end } }) => {
    const text = source.text.slice(start, end);
    return `${message.code} ${source.firstLine ?? 1}: ${text.length > 20 ? `${text.slice(0, 20)}…` : text}`;
  });
  return { head, observations, tail: value, faults, spoken: diagnostics.map((diagnostic) => speak(diagnostic, "de")).join("\n") };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** Codes joined by blanks, value, flag: an observation in a line. */
export function shortly({ codes, value, quality }: Observation): string {
  return `${codes.map((code) => (code === "" ? "∅" : code)).join(" ")} = ${value}${quality === "" ? "" : ` ${quality}`}`;
}

/** What stands in the file at an observation. */
export function shown({ span }: Observation): string {
  return span.source.text.slice(span.start, span.end);
}

/** In ISO-8859-1. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "latin1"));
}
