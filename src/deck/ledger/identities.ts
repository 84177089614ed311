/** Which numbers are the same: those that come from the same data by the same steps. */

import type { Dataset, Release } from "../../data/dataset.ts";
import type { Computed, Datum, Missing, Quantity } from "../../data/figure.ts";

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

/** Numbers for quantities, the same for those that come from the same data by the same steps. */
export class Identities {
  private readonly byQuantity = new Map<Quantity, number>();
  private readonly byKey = new Map<string, number>();
  private readonly subjects = new Map<number, Subject>();
  private readonly byRelease = new Map<Release, Source>();

  of(quantity: Quantity): number {
    const known = this.byQuantity.get(quantity);
    if (known !== undefined) return known;
    const key = this.keyOf(quantity);
    const id = this.byKey.get(key) ?? this.byKey.size + 1;
    this.byKey.set(key, id);
    this.byQuantity.set(quantity, id);
    return id;
  }

  subjectOf(quantity: Quantity): Subject {
    const id = this.of(quantity);
    const subject = this.subjects.get(id) ?? this.findSubject(quantity);
    this.subjects.set(id, subject);
    return subject;
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
    const known = this.byRelease.get(release);
    if (known !== undefined) return known;
    const source = { dataset, release };
    this.byRelease.set(release, source);
    return source;
  }

  private keyOf({ origin, unit, value }: Quantity): string {
    switch (origin.kind) {
      case "datum":
        return ["datum", origin.dataset.id, origin.release.stichtag, origin.release.knownOn ?? "", unit, ...origin.path].join("\n");
      case "computed":
        return ["computed", origin.operation, unit, ...origin.inputs.map((input) => this.of(input))].join("\n");
      case "literal":
        return ["literal", unit, typeof value === "number" ? value : value.symbol].join("\n");
    }
  }
}
