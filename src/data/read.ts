/** `data/<dataset>/*.yaml` → datasets with their releases. */

import type { Outcome } from "../source/diagnostic.ts";
import type { Source } from "../source/source.ts";
import type { Data } from "./dataset.ts";

/**
 * Reads all datasets.
 *
 * @param sources all files `data/**\/*.yaml` but those of `data/geo/`
 * @returns always a value: what could be read. A dataset with an error in it is `faulty`. A dataset all of whose
 *   sources are the same objects as in an earlier call is the same object again.
 */
export function readData(_sources: readonly Source[]): Outcome<Data> {
  return { value: new Map(), diagnostics: [] };
}
