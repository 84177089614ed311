/** Which numbers are the same: those that come from the same data by the same steps. */

import type { Dataset, Release } from "../../data/dataset.ts";
import type { Computed, Datum, Missing, Origin, Quantity } from "../../data/figure.ts";
import type { Told } from "./told.ts";

/** A release, and what it is a release of. */
export interface Source {
  readonly dataset: Dataset;
  readonly release: Release;
}

/** What keys are called. That something is of all says nothing where it is said what of: "Europa", and not "insgesamt › Europa". */
export function pathOf({ dataset, path }: Datum): readonly string[] {
  const words = path.map((key) => dataset.labels.get(key) ?? key);
  return words.length > 1 && wholeWord.test(words[0] ?? "") ? words.slice(1) : words;
}

const wholeWord = /^(?:insgesamt|gesamt)$/iu;

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
  /** What is worked out with it, and with others that were there before it, by the number of its first input. */
  readonly made: Map<number, Made[]>;
  readonly told: Told;
  subject?: Subject;
}

/**
 * By the numbers of its inputs, and held by who tells of it only: of two datasets that are edited in turn each would hold
 * what was worked out with a former state of the other, and that one the state before.
 */
interface Made {
  readonly operation: string;
  readonly unit: string;
  readonly inputs: readonly number[];
  readonly identity: WeakRef<Identity>;
}

let count = 0;

function newIdentity(): Identity {
  count += 1;
  return { id: count, made: new Map(), told: { data: [], steps: [], figures: [], claims: [] } };
}

/** Values go with their dataset, and what is worked out with the newest of what it is worked out of. */
const ofData = new WeakMap<Dataset, Map<string, Identity>>();
const byDatum = new WeakMap<Datum, Identity>();
/** Numbers that authors wrote, and what was worked out of nothing else. */
const ofLiterals = new Map<string, Identity>();
const ofNothing = newIdentity();

interface Inputs {
  /** Their numbers. */
  readonly found: readonly number[];
  /** Of those that come from data. */
  readonly newest: Identity;
}

const ofInputs = new WeakMap<readonly Quantity[], Inputs>();
/** Fewer are found as fast as looked up. */
const fewInputs = 4;

function known(from: Map<string, Identity>, key: string): Identity {
  let identity = from.get(key);
  if (identity === undefined) from.set(key, (identity = newIdentity()));
  return identity;
}

function identityOfDatum(origin: Datum): Identity {
  const found = byDatum.get(origin);
  if (found !== undefined) return found;
  const { dataset, release, path } = origin;
  let data = ofData.get(dataset);
  if (data === undefined) ofData.set(dataset, (data = new Map<string, Identity>()));
  const identity = known(data, [release.stichtag, release.knownOn ?? "", ...path].join("\n"));
  byDatum.set(origin, identity);
  return identity;
}

/** Finds the identities of quantities; one for each walk, so that no quantity is asked twice and none is kept. */
export class Identities {
  private readonly byOrigin = new Map<Origin, Identity>();
  private readonly byRelease = new Map<Release, Source>();

  /** A number, the same for those that come from the same data by the same steps. */
  of(quantity: Quantity): number {
    return this.find(quantity).id;
  }

  find(quantity: Quantity): Identity {
    const { origin } = quantity;
    let identity = this.byOrigin.get(origin);
    if (identity === undefined) this.byOrigin.set(origin, (identity = this.seek(quantity)));
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
      case "datum":
        return identityOfDatum(origin);
      case "computed":
        return this.seekComputed(origin, unit);
      case "literal":
        return known(ofLiterals, `${unit}\n${typeof value === "number" ? value : value.symbol}`);
    }
  }

  /** Of the values of a table, which many calculations rest on, they are found once. */
  private all(inputs: readonly Quantity[]): Inputs {
    const before = inputs.length < fewInputs ? undefined : ofInputs.get(inputs);
    if (before !== undefined) return before;
    const found: number[] = [];
    let newest = ofNothing;
    for (const input of inputs) {
      const identity = this.find(input);
      found.push(identity.id);
      if (input.origin.kind !== "literal" && identity.id > newest.id) newest = identity;
    }
    const all = { found, newest };
    if (inputs.length >= fewInputs) ofInputs.set(inputs, all);
    return all;
  }

  private seekComputed({ operation, inputs }: Computed, unit: string): Identity {
    const { found, newest } = this.all(inputs);
    const [first = 0] = found;
    let made = newest.made.get(first);
    if (made === undefined) newest.made.set(first, (made = []));
    const place = made.findIndex((before) => before.operation === operation && before.unit === unit && isSame(before.inputs, found));
    const held = made[place]?.identity.deref();
    if (held !== undefined) return held;
    const identity = newIdentity();
    made.splice(place < 0 ? made.length : place, 1, { operation, unit, inputs: found, identity: new WeakRef(identity) });
    return identity;
  }
}

/** Whether two lists hold the same in the same order. */
export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
}
