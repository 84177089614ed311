/** Statistics as they lie in `data/`: a dataset, its releases, where they come from. Immutable once read. */

import type { Span } from "../source/source.ts";
import type { Checks } from "./checks.ts";
import type { IsoDate, Missing, Quality } from "./figure.ts";
import type { SymbolSetName } from "./symbols.ts";
import type { YamlNode } from "./yaml.ts";

/** Who publishes a statistic, and on what terms. */
export interface Provenance {
  readonly provider: string;
  /** Table code at the provider, e.g. "12411-0015". */
  readonly table?: string;
  /** The register or count that the numbers come from, German, where neither table nor provider tells it apart. */
  readonly register?: string;
  /** http(s) address of the dataset. */
  readonly address?: string;
  readonly licence?: Licence;
}

export interface Licence {
  /** Short name, e.g. "dl-de/by-2-0". */
  readonly name: string;
  readonly address?: string;
  /** The credit in the wording that the licence requires, German, without the table and Stichtag, which are added. */
  readonly wording?: string;
}

/** How far a dataset's values add up: exact counts do; rounded, Cell-Key and sample results do not. */
export type Additivity = "exact" | "rounded" | "cell-key" | "sample";

/** A value or, where keys are nested, a further level of keys. */
export type Cell = Value | Level;
export interface Value {
  readonly kind: "value";
  readonly value: number | Missing;
  readonly quality?: Quality;
  readonly span: Span;
}
export interface Level {
  readonly kind: "level";
  /** In the order of the file. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly span: Span;
}

/** A dataset's values for one Stichtag, as known from a certain day. */
export interface Release {
  readonly dataset: string;
  readonly stichtag: IsoDate;
  /** Day of knowledge of a revision; absent in the first release of a Stichtag. */
  readonly knownOn?: IsoDate;
  readonly status: "final" | "preliminary" | "corrected" | "estimated";
  /** Set where somebody must still release it: a deck that shows it is a draft, too. */
  readonly draft?: true;
  readonly values: Level;
  /** The release's own provenance where it has one, else its dataset's. */
  readonly provenance: Provenance;
  /** Footnotes that must stand wherever a value of the release stands (German). */
  readonly notes: readonly string[];
  /** Set where the series cannot be compared with the release before it: why (German). */
  readonly break?: string;
  /** Footnotes of the source, word for word: kept for who asks, not shown. */
  readonly footnotes: readonly string[];
  /** What spoke against the values when somebody took them all the same, one sentence each (German). */
  readonly accepted: readonly string[];
  /** How the values came here. */
  readonly retrieved?: Retrieval;
  readonly span: Span;
}

export interface Retrieval {
  readonly on?: IsoDate;
  /** Name of the file or answer read. */
  readonly file?: string;
  readonly sha256?: string;
  /** How it was read: the name of a format, or of a service. Set by the updater only; then `on` is the day it came in. */
  readonly connector?: string;
  /** What was asked of a service, without credentials. */
  readonly query?: ReadonlyMap<string, string>;
  /** The state that the source itself names ("Stand: 25.09.2026 / 11:47:11"). */
  readonly stand?: string;
}

/** How often a statistic gets a new Stichtag, and how many months after it the values come out. */
export interface Rhythm {
  readonly every: "year" | "half-year" | "quarter" | "month";
  readonly after: number;
}

/** How many there must be at least for a count to be told (Mindestfallzahl). Zero may be told. */
export interface Confidentiality {
  readonly minimum: number;
}

export interface Dataset {
  /** The folder's name, and the name in expressions. */
  readonly id: string;
  readonly title: string;
  /** What is counted, German: "Personen". */
  readonly unit: string;
  /** What the keys are, German singular: "Gemeinde", "Staatsangehörigkeit". */
  readonly keyName: string;
  /** The keys of the outermost level that `dataset.yaml` declares, in its order; empty where it declares none. */
  readonly keys: readonly string[];
  /** Units in the singular, by the unit: "Personen" → "Person". */
  readonly singulars?: ReadonlyMap<string, string>;
  /** Units of keys that count something else than the dataset at large (`keys: { x: { unit: Euro } }`). */
  readonly units: ReadonlyMap<string, string>;
  /** Labels of keys where they differ from the key itself. */
  readonly labels: ReadonlyMap<string, string>;
  /** AGS of keys that are territories, by key. */
  readonly regions: ReadonlyMap<string, string>;
  /** The key that holds the total of the others, if the dataset has one: left out of sums, ranks and charts. */
  readonly total?: string;
  /**
   * `complete`: each release has every key, and a key missing in the newest release is an error.
   * `partial`: keys come at different Stichtage, and each key gives its own newest value.
   */
  readonly coverage: "complete" | "partial";
  readonly additivity: Additivity;
  /** Set where keys of the outermost level overlap (one contains another): adding them up counts twice. */
  readonly overlapping?: true;
  readonly provenance: Provenance;
  readonly definition: string;
  /** Oldest Stichtag first; equal Stichtage by day of knowledge. */
  readonly releases: readonly Release[];
  readonly symbols: SymbolSetName;
  /** Absent where nothing newer is expected (`none`) or nothing is said. */
  readonly rhythm?: Rhythm;
  readonly checks: Checks;
  /** Set where its small counts must not be told: those of the office that publishes the deck itself. */
  readonly confidentiality?: Confidentiality;
  /** How it is updated, unread: `update/mapping/read.ts` does that. */
  readonly update?: YamlNode;
  /** Set where its files have errors: what it lacks has been reported there and is not reported again where it is used. */
  readonly faulty?: true;
  readonly span: Span;
}

/** All datasets of a project by id. */
export type Data = ReadonlyMap<string, Dataset>;
