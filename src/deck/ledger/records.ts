/** Data, releases and steps as the ledger tells of them. */

import { breakOf } from "../../data/breaks.ts";
import { pathOf as written } from "../../data/expression/describe.ts";
import type { Dataset, Release, Retrieval } from "../../data/dataset.ts";
import { type Computed, type Datum, isMissing, type Missing, type Quantity } from "../../data/figure.ts";
import { isOne, unitBeside } from "../../data/singular.ts";
import type { DatumEntry, ReleaseEntry, StepEntry, Valued } from "./entries.ts";
import { exactNumber, type Thousands, withUnit } from "./exact.ts";
import { pathOf } from "./identities.ts";
import { filePlace } from "./place.ts";
import { stepWords } from "./steps.ts";
import { isVeiled } from "./veil.ts";

export function valued(value: number | Missing, unit: string): Valued {
  if (!isMissing(value)) return { value, unit };
  const { symbol, meaning, exactly } = value;
  return { value: null, sign: { symbol, meaning, ...(exactly !== undefined && { exactly }) }, unit };
}

export function nameOf(path: readonly string[]): string {
  return path.join(" › ");
}

const releases = new WeakMap<Release, ReleaseEntry>();

export function releaseEntry(dataset: Dataset, release: Release): ReleaseEntry {
  const known = releases.get(release);
  if (known !== undefined) return known;
  const { stichtag, knownOn, status, retrieved, notes, footnotes, span } = release;
  const { provider, register, table, address, licence } = release.provenance;
  const entry: ReleaseEntry = {
    key: `${dataset.id}@${stichtag}${knownOn === undefined ? "" : `/${knownOn}`}`,
    dataset: dataset.id,
    title: dataset.title,
    definition: dataset.definition,
    stichtag,
    ...(knownOn !== undefined && { knownOn }),
    status,
    ...(release.draft !== undefined && { draft: release.draft }),
    provider,
    ...(register !== undefined && { register }),
    ...(table !== undefined && { table }),
    ...(address !== undefined && { address }),
    ...(licence !== undefined && { licence }),
    ...(retrieved !== undefined && { retrieved: retrievedEntry(retrieved) }),
    file: span.source.path,
    notes,
    footnotes,
    ...(release.break !== undefined && { break: release.break }),
  };
  releases.set(release, entry);
  return entry;
}

function retrievedEntry({ query, ...others }: Retrieval): NonNullable<ReleaseEntry["retrieved"]> {
  return { ...others, ...(query !== undefined && { query: Object.fromEntries(query) }) };
}

/** Without what it was before, which depends on who looks. */
export function datumEntry(quantity: Quantity, origin: Datum, thousands: Thousands): DatumEntry {
  const { dataset, release, path, quality, span } = origin;
  const { value, unit } = quantity;
  const reason = breakOf(dataset, release, [path]);
  const { key } = releaseEntry(dataset, release);
  const text = isMissing(value) ? value.symbol : exactNumber(value, thousands);
  const one = dataset.singulars?.get(unit);
  return {
    key: `${written(origin)}${key.slice(dataset.id.length)}`,
    dataset: dataset.id,
    path,
    name: nameOf(pathOf(origin)),
    ...valued(value, unit),
    text,
    ...(isOne(text) && one !== undefined && { one }),
    release: key,
    ...(quality !== undefined && { quality: { flag: quality.flag, meaning: quality.meaning, kind: quality.kind } }),
    at: filePlace(span),
    ...(reason !== undefined && { break: reason }),
  };
}

/** A step written out in numbers. */
export function stepText(quantity: Quantity, origin: Computed, thousands: Thousands): Pick<StepEntry, "words" | "result"> {
  const { value, unit } = quantity;
  const number = isMissing(value) ? value.symbol : exactNumber(value, thousands);
  return {
    words: stepWords({ id: 0, ...origin, ...(isVeiled(origin) && { veiled: origin.inputs.length }), value, unit }, thousands),
    result: isMissing(value) ? number : withUnit(number, unitBeside(number, quantity)),
  };
}
