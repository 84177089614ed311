/**
 * The ledger as plain values: what is shown, and the table of steps, data and releases that it rests on, each once and
 * named by a key. Nothing in it leads back to sources or datasets, so that it can be written as JSON as it is.
 */

import type { Release } from "../../data/dataset.ts";
import type { IsoDate, Quality } from "../../data/figure.ts";
import type { Role } from "./appearances.ts";

/** What one slide shows, or several. */
export interface LedgerPart {
  /** Each distinct figure once, with all its places: the same quantity in the same text and format. */
  readonly figures: readonly FigureEntry[];
  /** Days, names and other texts from data. */
  readonly texts: readonly TextEntry[];
  readonly claims: readonly ClaimEntry[];
  readonly steps: readonly StepEntry[];
  readonly data: readonly DatumEntry[];
  readonly releases: readonly ReleaseEntry[];
}

export interface Ledger extends LedgerPart {
  readonly version: 1;
  readonly deck: {
    readonly id: string;
    readonly title: string;
    readonly subtitle?: string;
    readonly event?: string;
    readonly date?: IsoDate;
    readonly asOf: IsoDate;
    readonly knownOn?: IsoDate;
    /** Absent where nothing is said of it. */
    readonly state?:
      | { readonly kind: "draft" }
      /** `changed` where the deck is not what was released any more. */
      | { readonly kind: "released"; readonly by: string; readonly on: IsoDate; readonly changed?: true };
  };
  /** Those that show anything that is in the ledger. */
  readonly slides: readonly { readonly id: string; readonly number: number; readonly title: string }[];
}

/** One appearance on a slide. */
export interface Place {
  /** `<slide id>:<n>`, as `data-figure` in HTML. */
  readonly id: string;
  /** The slide's id. */
  readonly slide: string;
  readonly role: Role;
}

/** A place in a file of the project, as people count it: from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `null` where an office gave a sign in place of a number. */
export interface Valued {
  readonly value: number | null;
  readonly sign?: { readonly symbol: string; readonly meaning: string; readonly exactly?: number };
  /** German name of what is counted; "" for a pure number or share. */
  readonly unit: string;
}

/** A datum or step by its key, or a number that stands in the expression itself. */
export type Ref = { readonly datum: string } | { readonly step: string } | { readonly number: number };

interface Entry {
  /** Of its first place. */
  readonly id: string;
  readonly places: readonly Place[];
  /** As it is shown; of a claim its words. */
  readonly text: string;
  /** As written: the placeholder's expression, the claim's condition, or the path of a value that a chart shows. */
  readonly expression: string;
  readonly written: FilePlace;
  /** Keys of all releases that it rests on; none for a number that its author wrote. */
  readonly releases: readonly string[];
}

export interface FigureEntry extends Entry, Valued {
  /** The unit in the singular, where the text wants it: "Person" beside "1". */
  readonly one?: string;
  readonly format: string;
  /** The number with all digits, where the text rounds it: "9,97130636… %". */
  readonly exact?: string;
  readonly origin: Ref;
  /** "17.135 ÷ 171.843 = 9,97 %", of what has been worked out. */
  readonly derivation?: string;
}

export type TextEntry = Entry;

export interface ClaimEntry extends Entry {
  /** A claim that does not hold stops a build, so that it is true wherever a deck is shown. */
  readonly holds: true;
  /** What it says of the numbers, German, each part on a line: "Anteil von »…« an »…«: 9,97 %, mindestens 9 %". */
  readonly said: readonly string[];
  /** What its words were taken to mean: "»rund« heißt höchstens 5 % mehr oder weniger". Absent where it has none. */
  readonly meanings?: readonly string[];
  /** The condition's sides with their numbers, German: "share(a, b)", "0,0997". */
  readonly numbers: readonly { readonly name: string; readonly number: string }[];
  readonly inputs: readonly Ref[];
}

/** One operation. */
export interface StepEntry extends Valued {
  /** Unique in this ledger only. */
  readonly key: string;
  /** An operator, or a function of the expression language. */
  readonly operation: string;
  readonly expression: string;
  readonly inputs: readonly Ref[];
  /** What the number is of, where that is one thing: "Löningen". */
  readonly subject?: string;
  /** "17.135 ÷ 171.843". */
  readonly words: string;
  /** "0,099713110…". */
  readonly result: string;
  /** Set where inputs are left out because some of them are confidential. */
  readonly veiled?: true;
}

/** A value of a release. */
export interface DatumEntry extends Valued {
  /** `auslaender["Löningen"]@2016-12-31`: the same wherever the value is shown. */
  readonly key: string;
  readonly dataset: string;
  readonly path: readonly string[];
  /** The path as its keys are called. */
  readonly name: string;
  /** German, with all digits; a sign is as it is. */
  readonly text: string;
  /** The unit in the singular, where the text wants it: "Person" beside "1". */
  readonly one?: string;
  readonly release: string;
  readonly quality?: Pick<Quality, "flag" | "meaning" | "kind">;
  readonly at: FilePlace;
  /** Set where the series breaks at this value: why it cannot be compared with those before. */
  readonly break?: string;
  /** Of what is shown as it stands, or compared by a share or change: the values before, oldest first. */
  readonly earlier?: readonly EarlierValue[];
}

export interface EarlierValue {
  readonly day: IsoDate;
  readonly value: number | null;
  /** German; a sign is as it is. */
  readonly text: string;
  readonly break?: string;
}

export interface ReleaseEntry {
  /** `auslaender@2016-12-31`, of a revision with its day of knowledge behind it: `…/2017-05-01`. */
  readonly key: string;
  readonly dataset: string;
  readonly title: string;
  readonly definition: string;
  readonly stichtag: IsoDate;
  readonly knownOn?: IsoDate;
  readonly status: Release["status"];
  /** Set where somebody must still release it. */
  readonly draft?: true;
  readonly provider: string;
  readonly register?: string;
  readonly table?: string;
  readonly address?: string;
  readonly licence?: { readonly name: string; readonly address?: string; readonly wording?: string };
  readonly retrieved?: {
    readonly on?: IsoDate;
    readonly file?: string;
    readonly sha256?: string;
    readonly connector?: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly stand?: string;
  };
  /** Where it stands in the project. */
  readonly file: string;
  readonly notes: readonly string[];
  readonly footnotes: readonly string[];
  readonly break?: string;
}
