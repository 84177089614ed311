/** Whether the names beside the keys are those of other keys: a table of which one column was sorted alone. */

import type { Dataset } from "../../data/dataset.ts";
import { nameOfAnotherKey } from "../../source/messages/reading.ts";
import type { Span } from "../../source/source.ts";
import type { Observation } from "../table.ts";
import type { Faults } from "./faults.ts";
import { placeName } from "./taken.ts";

interface Named {
  readonly key: string;
  /** Keys that go by the name that stands beside it. */
  readonly named: ReadonlySet<string>;
  readonly name: string;
  readonly span: Span;
}

/** Holds keys found by AGS to the names in their rows. */
export class NamesBeside {
  private readonly ags: ReadonlyMap<string, string>;
  private readonly keys = new Map<string, Set<string>>();
  /** By column and key, each name once. */
  private readonly columns = new Map<number, Map<string, Named>>();
  private readonly places: readonly number[];
  private readonly own: ReadonlySet<number>;
  private readonly first = new Map<string, Span>();

  /**
   * @param own columns of the key itself, whose labels are its names
   * @param beside further columns, any of which may hold names
   */
  constructor({ keys, labels, regions }: Dataset, own: readonly number[], beside: readonly number[]) {
    this.ags = regions;
    this.own = new Set(own);
    this.places = [...own, ...beside];
    for (const key of keys) {
      for (const name of [key, labels.get(key) ?? key].map(plain)) this.keys.set(name, (this.keys.get(name) ?? new Set()).add(key));
    }
  }

  add(key: string, { labels, span }: Observation): void {
    if (!this.first.has(key)) this.first.set(key, span);
    for (const place of this.places) {
      const name = labels[place] ?? "";
      const named = this.keysOf(name, key);
      if (named === undefined) continue;
      const column = this.columns.get(place) ?? new Map<string, Named>();
      this.columns.set(place, column);
      const id = `${key}\0${name}`;
      if (!column.has(id)) column.set(id, { key, named, name, span });
    }
  }

  tell(faults: Faults): void {
    for (const [place, column] of this.columns) {
      // A column that names few keys, or several alike, tells something else: the next town, the district.
      if (!this.own.has(place) && !(column.size > 1 && column.size * 2 >= this.first.size && isOneToOne([...column.values()]))) continue;
      for (const { key, named, name, span } of column.values()) {
        if (named.has(key)) continue;
        const [other = ""] = named;
        const elsewhere = this.first.get(other);
        faults.add("names", span, () =>
          nameOfAnotherKey(
            { key, ags: this.ags.get(key) ?? "" },
            { key: other, ags: this.ags.get(other) ?? "", name },
            elsewhere === undefined ? undefined : placeName(elsewhere),
          ),
        );
      }
    }
  }

  /** Keys of that name; of another level of territories none: a district may be called like its town. */
  private keysOf(name: string, key: string): ReadonlySet<string> | undefined {
    const level = this.ags.get(key)?.length;
    const alike = [...(this.keys.get(plain(name)) ?? [])].filter((other) => this.ags.get(other)?.length === level);
    return alike.length === 0 ? undefined : new Set(alike);
  }
}

function isOneToOne(column: readonly Named[]): boolean {
  return new Set(column.map(({ name }) => name)).size === column.length && new Set(column.map(({ key }) => key)).size === column.length;
}

const plainNames = new Map<string, string>();
const remembered = 2000;

/** "Cloppenburg, Stadt" is Cloppenburg, "Essen (Oldenburg)" Essen. */
function plain(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const made = name
    .normalize()
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/u, "")
    .replace(/,\s*(?:stadt|flecken|gemeinde|kreisfreie stadt|hansestadt)$/u, "")
    .replace(/^(?:stadt|gemeinde|flecken)\s+/u, "")
    .replaceAll(/[\s\u00a0]+/gu, " ")
    .trim();
  if (plainNames.size >= remembered) plainNames.clear();
  plainNames.set(name, made);
  return made;
}
