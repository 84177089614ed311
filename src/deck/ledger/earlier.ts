/** What a value was in the releases before, as the deck sees them. */

import { type DataView, releasesSeen } from "../../data/asof.ts";
import { hasSecret } from "../../data/confidentiality.ts";
import { breakOf } from "../../data/breaks.ts";
import { type Datum, isMissing } from "../../data/figure.ts";
import { cellAt } from "../../data/lookup.ts";
import type { DatumEntry, EarlierValue } from "./entries.ts";
import { exactNumber, type Thousands } from "./exact.ts";
import type { DatumTold } from "./told.ts";

/** Which releases a deck sees. */
export type Seen = Pick<DataView, "asOf" | "knownOn" | "byArrival">;

/** More points than this say no more on a line as wide as a word. */
const most = 40;

/** The entry with what its value was before. One and the same for all slides of a deck that show it. */
export function withEarlier(datum: DatumTold, seen: Seen): DatumEntry {
  const { looked, entry, origin, thousands } = datum;
  if (looked !== undefined && isSame(looked.seen, seen)) return looked.entry;
  const earlier = earlierValues(origin, seen, thousands);
  const whole = earlier.length === 0 ? entry : { ...entry, earlier };
  datum.looked = { seen, entry: whole };
  return whole;
}

export function isSame(a: Seen, b: Seen): boolean {
  return a.asOf === b.asOf && a.knownOn === b.knownOn && a.byArrival === b.byArrival;
}

/** Oldest first, the newest of them only. */
function earlierValues({ dataset, release, path }: Datum, seen: Seen, thousands: Thousands): readonly EarlierValue[] {
  // Revisions of a day come after what they revise: the last that has the value is the one that counts.
  const byDay = new Map<string, EarlierValue>();
  const releases = releasesSeen({ data: nothing, ...seen }, dataset);
  // Whoever has all the others of a day and their sum has the secret one, too.
  const withheld = new Set(releases.filter((other) => hasSecret(other, dataset)).map(({ stichtag }) => stichtag));
  for (const other of releases) {
    if (other.stichtag >= release.stichtag) break;
    if (withheld.has(other.stichtag)) continue;
    const cell = cellAt(other.values, path);
    if (cell?.kind !== "value") continue;
    const { value } = cell;
    const reason = breakOf(dataset, other, [path]);
    byDay.set(other.stichtag, {
      day: other.stichtag,
      value: isMissing(value) ? null : value,
      text: isMissing(value) ? value.symbol : exactNumber(value, thousands),
      ...(reason !== undefined && { break: reason }),
    });
  }
  return [...byDay.values()].slice(-most);
}

const nothing: DataView["data"] = new Map();
