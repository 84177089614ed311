/** What the product makes of bytes: the reader that its thread runs, and what becomes of the values, without the disk. */

import { leavesOf } from "../../data/checks/level.ts";
import type { Data, Dataset, Level } from "../../data/dataset.ts";
import { isMissing } from "../../data/figure.ts";
import { work } from "../../project/update/work.ts";
import { decide, type Decision } from "../../update/decide.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { Reading } from "../../update/reading.ts";
import type { Values } from "./cases.ts";

export interface Wanted {
  readonly data: Data;
  readonly dataset: Dataset;
  readonly mapping: Mapping;
  readonly name: string;
}

export type Reaction =
  /** Codes of the errors. */
  | { readonly kind: "refused"; readonly codes: readonly string[] }
  | { readonly kind: "read"; readonly reading: Reading; readonly values: Values };

export async function readBytes({ dataset, mapping, name }: Wanted, bytes: Uint8Array): Promise<Reaction> {
  const { value, diagnostics } = await work({ content: { bytes }, name, task: { kind: "read", mapping, dataset, stichtag: undefined } });
  const codes = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message.code);
  if (value?.kind !== "read" || codes.length > 0) return { kind: "refused", codes: codes.length > 0 ? codes : ["(no reason told)"] };
  return { kind: "read", reading: value.reading, values: valuesOf(value.reading) };
}

export function valuesOf({ releases }: Pick<Reading, "releases">): Values {
  return new Map(releases.flatMap(({ stichtag, values }) => [...levelValues(stichtag, values)]));
}

/** Numbers and signs of a level by day and keys. */
export function levelValues(day: string, level: Level): Values {
  return new Map(leavesOf(level).map(({ path, value: { value } }) => [[day, ...path].join("|"), isMissing(value) ? value.symbol : value]));
}

/** What would become of each Stichtag that was read. */
export function decisions(
  { data, dataset, mapping, name }: Wanted,
  { reading }: Extract<Reaction, { kind: "read" }>,
  today: string,
): readonly Decision[] {
  return reading.releases.map((read) =>
    decide(
      {
        dataset,
        data,
        read,
        arrival: { on: today, file: name, sha256: "" },
        connector: reading.head.format,
        footnotes: reading.tail.footnotes,
        notes: mapping.notes,
      },
      { today, accept: false },
    ),
  );
}
