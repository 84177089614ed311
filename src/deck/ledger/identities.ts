/** Which numbers are the same: those that come from the same data by the same steps. */

import type { Dataset, Release } from "../../data/dataset.ts";
import type { Computed, Datum, Missing, Quantity } from "../../data/figure.ts";
import type { FigureEntry, ReleaseEntry, StepEntry } from "./entries.ts";
import type { Thousands } from "./exact.ts";

/** A release, and what it is a release of. */
export interface Source {
  readonly dataset: Dataset;
  readonly release: Release;
}

/** What keys are called. */
export function pathOf({ dataset, path }: Datum): readonly string[] {
  return path.map((key) => dataset.labels.get(key) ?? key);
}

/** A path; "several" things, or "nothing" of the data. */
export type Subject = readonly string[] | "several" | "nothing";

export function isPath(subject: Subject): subject is readonly string[] {
  return typeof subject !== "string";
}

/** The inputs whose name a number may bear: the part of a share, the one that has a rank, the largest itself. */
function namingInputs(value: number | Missing, { operation, inputs }: Computed): readonly Quantity[] {
  switch (operation) {
    case "share":
    case "rank":
      return inputs.slice(0, 1);
    case "min":
    case "max":
      return inputs.filter((input) => input.value === value);
    default:
      return inputs;
  }
}

/**
 * What quantities share that come from the same data by the same steps. All slides of all decks have it in common, so that
 * what is told of it is worked out once.
 */
export interface Identity {
  readonly id: number;
  /** What is worked out with it, and with others that were there before it. */
  readonly made: Map<string, Identity>;
  /** What the ledger has told of it. */
  readonly told: Told;
  subject?: Subject;
}

/** Filled in by who tells it, see `book.ts`. */
export interface Told {
  readonly steps: Map<string, StepEntry>;
  readonly texts: FigureTold[];
  releases?: readonly ReleaseEntry[];
  releaseKeys?: readonly string[];
}

/** What is the same of all figures that show the quantity in one text and format. */
export interface FigureTold {
  readonly thousands: Thousands;
  /** Of its calculation. */
  readonly words: string | undefined;
  readonly shown: Pick<FigureEntry, "text" | "value" | "sign" | "unit" | "format" | "exact">;
  readonly derived: Pick<FigureEntry, "origin" | "derivation" | "releases">;
}

let count = 0;

function newIdentity(): Identity {
  count += 1;
  return { id: count, made: new Map(), told: { steps: new Map(), texts: [] } };
}

/** Values go with their dataset, and what is worked out with the newest of what it is worked out of. */
const ofData = new WeakMap<Dataset, Map<string, Identity>>();
/** Numbers that authors wrote, and what was worked out of nothing else. */
const ofLiterals = new Map<string, Identity>();

function known(from: Map<string, Identity>, key: string): Identity {
  let identity = from.get(key);
  if (identity === undefined) from.set(key, (identity = newIdentity()));
  return identity;
}

/** Finds the identities of quantities; one for each walk, so that no quantity is asked twice and none is kept. */
export class Identities {
  private readonly byQuantity = new Map<Quantity, Identity>();
  private readonly byRelease = new Map<Release, Source>();

  /** A number, the same for those that come from the same data by the same steps. */
  of(quantity: Quantity): number {
    return this.find(quantity).id;
  }

  find(quantity: Quantity): Identity {
    let identity = this.byQuantity.get(quantity);
    if (identity === undefined) this.byQuantity.set(quantity, (identity = this.seek(quantity)));
    return identity;
  }

  subjectOf(quantity: Quantity): Subject {
    const identity = this.find(quantity);
    return (identity.subject ??= this.findSubject(quantity));
  }

  private findSubject(quantity: Quantity): Subject {
    const { origin } = quantity;
    if (origin.kind === "datum") return pathOf(origin);
    if (origin.kind === "literal") return "nothing";
    const subjects = namingInputs(quantity.value, origin).map((input) => this.subjectOf(input));
    const [first = "nothing", ...others] = subjects.filter((subject) => subject !== "nothing");
    return others.every((other) => other === first || (isPath(other) && isPath(first) && other.join("\n") === first.join("\n")))
      ? first
      : "several";
  }

  source(dataset: Dataset, release: Release): Source {
    const source = this.byRelease.get(release) ?? { dataset, release };
    this.byRelease.set(release, source);
    return source;
  }

  private seek({ origin, unit, value }: Quantity): Identity {
    switch (origin.kind) {
      case "datum": {
        const { dataset, release, path } = origin;
        let data = ofData.get(dataset);
        if (data === undefined) ofData.set(dataset, (data = new Map<string, Identity>()));
        return known(data, `${release.stichtag}\n${release.knownOn ?? ""}\n${unit}\n${path.join("\n")}`);
      }
      case "computed": {
        let key = `${origin.operation}\n${unit}`;
        let newest: Identity | undefined;
        for (const input of origin.inputs) {
          const identity = this.find(input);
          key += ` ${identity.id}`;
          if (input.origin.kind !== "literal" && (newest === undefined || identity.id > newest.id)) newest = identity;
        }
        return known(newest?.made ?? ofLiterals, key);
      }
      case "literal":
        return known(ofLiterals, `\n${unit}\n${typeof value === "number" ? value : value.symbol}`);
    }
  }
}
