/** Which key of the dataset a category of the table is. */

import type { Dataset } from "../../data/dataset.ts";
import { categoryName } from "../../source/messages/reading.ts";
import type { Span } from "../../source/source.ts";
import type { KeyLevel } from "../mapping.ts";
import type { Observation } from "../table.ts";
import { agsOf } from "./ags.ts";

/** `key`; `left-out`: a total that is not wanted, or an ignored code; `unknown`: a code that should give a key and gives none. */
export type Pick =
  | { readonly kind: "key"; readonly key: string /** Found by AGS. */; readonly ags?: string }
  | { readonly kind: "left-out" }
  | { readonly kind: "unknown" };

/** A category for people, with where it stands first. */
export interface SeenCategory {
  readonly code: string;
  readonly name: string;
  readonly span: Span;
}

const remembered = 2000;
/** What grids give for an empty cell in a column of categories. */
export const emptyCode = "(leer)";

/** Reads one level of keys off observations. */
export class KeyReader {
  readonly level: KeyLevel;
  /** What gave no key, by code, the first ones. */
  readonly strangers: Map<string, SeenCategory> = new Map<string, SeenCategory>();
  /** The codes and labels that were met, the first ones. */
  readonly met: Set<string> = new Set<string>();
  /** Those of the level's own codes that were met. */
  readonly given: Set<string> = new Set<string>();
  readonly places: readonly number[];
  private readonly picks = new Map<string, Pick>();
  private readonly byAgs: ReadonlyMap<string, string>;
  /** Those that municipalities among the dataset's keys lie in. */
  private readonly districts: ReadonlySet<string>;
  /** Key by label and by itself, where the dataset declares its keys. */
  private readonly byLabel: ReadonlyMap<string, string> | undefined;

  /** @param places of the level's variables among those of the table */
  constructor(level: KeyLevel, places: readonly number[], outermost: boolean, dataset: Dataset) {
    this.level = level;
    this.places = places;
    this.byAgs = outermost ? new Map([...dataset.regions].map(([key, ags]) => [ags, key])) : new Map();
    this.districts = new Set([...this.byAgs.keys()].flatMap((ags) => (ags.length === 8 ? [ags.slice(0, 5)] : [])));
    const labelled = [...dataset.labels].map(([key, label]) => [label.normalize(), key] as const);
    const bare = dataset.keys.map((key) => [key, key] as const);
    // A key itself goes before another's label.
    this.byLabel = outermost && dataset.keys.length > 0 ? new Map([...labelled, ...bare]) : undefined;
  }

  /** The keys that a category could have given, for a did-you-mean. */
  get candidates(): readonly string[] {
    if (this.level.by === "keys") return [...this.level.keys.keys()];
    return this.level.by === "label" || this.level.by === "code" ? [...(this.byLabel?.keys() ?? [])] : [...this.byAgs.keys()];
  }

  pick(observation: Observation): Pick {
    const { code, label } = this.category(observation);
    const id = `${code}\0${label}`;
    const known = this.picks.get(id);
    if (known !== undefined) return known;
    const pick = this.choose(code, label);
    this.picks.set(id, pick);
    if (this.met.size < remembered) this.met.add(code).add(label);
    return pick;
  }

  /** Notes a category that gave no key, where it first stands with a value. */
  estrange(observation: Observation): void {
    const { code, label } = this.category(observation);
    if (this.strangers.size >= remembered || this.strangers.has(code)) return;
    this.strangers.set(code, { code, name: categoryName(code, label), span: observation.span });
  }

  /** Of several variables the codes are joined; an empty cell among them adds nothing. */
  private category({ codes, labels }: Observation): { readonly code: string; readonly label: string } {
    const [first = -1, ...more] = this.places;
    if (more.length === 0) return { code: codes[first] ?? "", label: labels[first] ?? "" };
    const said = this.places.filter((place) => codes[place] !== emptyCode);
    const places = said.length === 0 ? this.places : said;
    return { code: places.map((place) => codes[place] ?? "").join(""), label: places.map((place) => labels[place] ?? "").join(" ") };
  }

  private choose(code: string, label: string): Pick {
    const { by, keys, total, others } = this.level;
    const key = keys.get(code.normalize()) ?? keys.get(label.normalize());
    if (key !== undefined) {
      this.given.add(keys.has(code.normalize()) ? code.normalize() : label.normalize());
      return { kind: "key", key };
    }
    // A row without a name may be a total, a heading or a slip: nothing says which.
    if (code === emptyCode) return { kind: others === "ignore" ? "left-out" : "unknown" };
    if (code === "") return total === undefined ? { kind: "left-out" } : { kind: "key", key: total };
    const found =
      by === "keys"
        ? undefined
        : by === "label"
          ? this.named(label === "" ? code : label)
          : by === "code"
            ? this.named(code)
            : this.region(code);
    if (typeof found === "string") return { kind: "key", key: found };
    if (found !== undefined) return { kind: "key", ...found };
    return { kind: others === "ignore" && !this.isNewNeighbour(code) ? "left-out" : "unknown" };
  }

  /**
   * Whether a code is a municipality of a district of which the dataset has municipalities: one that was founded, or one
   * that the dataset forgot. Only a list of codes says that it is left out on purpose.
   */
  isNewNeighbour(code: string): boolean {
    if (this.level.by === "keys") return false;
    const ags = agsOf(code, this.level.by);
    return ags?.length === 8 && this.districts.has(ags.slice(0, 5)) && !this.byAgs.has(ags);
  }

  /** Any name is a key where the dataset declares none. */
  private named(name: string): string | undefined {
    const composed = name.normalize().trim();
    return this.byLabel === undefined ? composed : this.byLabel.get(composed);
  }

  private region(code: string): { readonly key: string; readonly ags: string } | undefined {
    const ags = agsOf(code, this.level.by);
    const key = ags === undefined ? undefined : this.byAgs.get(ags);
    return ags === undefined || key === undefined ? undefined : { key, ags };
  }
}
