/**
 * What is told of numbers: of a value, of a step of a calculation, of a figure as it is shown, of a claim. It is the same on
 * every slide that shows them, and so made once and kept with the identity.
 */

import { comparedBy } from "../../data/expression/compare.ts";
import type { Computed, Datum, Figure, Quantity } from "../../data/figure.ts";
import { sidesOf } from "../claims.ts";
import type { Claim } from "./appearances.ts";
import { conditionWords } from "./claim-words.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, Ref, ReleaseEntry, StepEntry } from "./entries.ts";
import type { Seen } from "./earlier.ts";
import { exactBehind, type Thousands } from "./exact.ts";
import { Identities, type Identity, isPath, isSame } from "./identities.ts";
import { datumEntry, nameOf, releaseEntry, stepText, valued } from "./records.ts";
import { isVeiled, tellsSecret } from "./veil.ts";

/** Filled in by {@link Teller}. What it holds is of one way to mark thousands, or of the other. */
export interface Told {
  readonly data: DatumTold[];
  readonly steps: StepTold[];
  readonly figures: FigureTold[];
  readonly claims: ClaimTold[];
  releases?: readonly ReleaseEntry[];
  releaseKeys?: readonly string[];
}

/** What a number rests on. */
export type Behind = DatumTold | StepTold;

export interface DatumTold {
  readonly identity: Identity;
  readonly thousands: Thousands;
  readonly origin: Datum;
  /** Without what it was before, which depends on who looks: see `earlier.ts`, which keeps here what it found. */
  readonly entry: DatumEntry;
  looked?: { readonly seen: Seen; readonly entry: DatumEntry };
}

export interface StepTold {
  readonly identity: Identity;
  readonly thousands: Thousands;
  readonly entry: StepEntry;
  /** As the entry's inputs, without numbers. */
  readonly inputs: readonly Behind[];
}

export function isStep(behind: Behind): behind is StepTold {
  return "inputs" in behind;
}

/** One for all figures that show the quantity in one text and format. */
export interface FigureTold {
  readonly thousands: Thousands;
  readonly entry: Omit<FigureEntry, "id" | "places" | "expression" | "written">;
  /** The value that it is, or its calculation; absent of a number that its author wrote. */
  readonly behind?: Behind;
  /** Values of which a reader asks what they were before: its own, or those of a share or change. */
  readonly compared: readonly DatumTold[];
}

/** One for all claims of one condition over the same numbers, whatever their words are. */
export interface ClaimTold {
  readonly thousands: Thousands;
  /** What its condition compares. */
  readonly sides: readonly (Identity | string)[];
  readonly entry: Omit<ClaimEntry, "id" | "places" | "text" | "written">;
  /** As the entry's inputs, without numbers. */
  readonly inputs: readonly Behind[];
}

/** Of a calculation with so many inputs a reader asks what each was before. */
const mostCompared = 2;

/** One for each walk over quantities. */
export class Teller {
  readonly identities: Identities = new Identities();
  private readonly thousands: Thousands;

  constructor(thousands: Thousands) {
    this.thousands = thousands;
  }

  figure(figure: Figure): FigureTold {
    const { text, format, origin } = figure;
    const identity = this.identities.find(figure);
    const behind = this.behindIdentity(figure, identity);
    for (const known of identity.told.figures) {
      const { entry } = known;
      if (known.behind === behind && entry.text === text && entry.format === format && known.thousands === this.thousands) return known;
    }
    const told: FigureTold = {
      thousands: this.thousands,
      entry: this.figureEntry(figure, behind),
      ...(behind !== undefined && { behind }),
      compared: behind === undefined || (origin.kind === "computed" && origin.inputs.length > mostCompared) ? [] : dataAt(behind),
    };
    identity.told.figures.push(told);
    return told;
  }

  claim({ condition, meanings, origin }: Pick<Claim, "condition" | "meanings" | "origin">): ClaimTold {
    const quantity: Quantity = { value: 0, unit: "", origin };
    const { claims } = this.identities.find(quantity).told;
    const sides = comparedBy(origin).flatMap((each) => each.map((side) => (typeof side === "string" ? side : this.identities.find(side))));
    const { thousands } = this;
    const known = claims.find(
      (told) =>
        told.entry.expression === condition &&
        told.thousands === thousands &&
        isSame(told.sides, sides) &&
        isSame(told.entry.meanings ?? [], meanings ?? []),
    );
    if (known !== undefined) return known;
    const open = origin.kind === "computed" ? { ...origin, inputs: origin.inputs.filter((input) => !tellsSecret(input)) } : origin;
    const inputs = open.kind === "computed" ? open.inputs : [quantity];
    const entry: ClaimTold["entry"] = {
      expression: condition,
      holds: true,
      said: conditionWords(condition, origin, thousands),
      ...(meanings !== undefined && { meanings }),
      numbers: [...new Map(sidesOf(open, thousands).map((side) => [`${side.name}\n${side.number}`, side])).values()],
      inputs: inputs.map((input) => this.refOf(input)),
      releases: this.keysOf(quantity),
    };
    const told: ClaimTold = { thousands, sides, entry, inputs: inputs.flatMap((input) => this.behind(input) ?? []) };
    claims.push(told);
    return told;
  }

  /** `undefined` of a number that its author wrote. */
  behind(quantity: Quantity): Behind | undefined {
    return this.behindIdentity(quantity, this.identities.find(quantity));
  }

  refOf(quantity: Quantity): Ref {
    const { origin, value } = quantity;
    switch (origin.kind) {
      case "literal":
        return { number: typeof value === "number" ? value : (value.exactly ?? 0) };
      case "datum":
        return { datum: this.datum(quantity, origin, this.identities.find(quantity)).entry.key };
      case "computed":
        return { step: stepKey(this.identities.find(quantity)) };
    }
  }

  /** All releases that it rests on, told of or veiled. Of one that rests on much, it is asked once. */
  releasesOf(quantity: Quantity): readonly ReleaseEntry[] {
    return (this.identities.find(quantity).told.releases ??= this.findReleases(quantity.origin));
  }

  keysOf(quantity: Quantity): readonly string[] {
    return (this.identities.find(quantity).told.releaseKeys ??= this.releasesOf(quantity).map(({ key }) => key));
  }

  private behindIdentity(quantity: Quantity, identity: Identity): Behind | undefined {
    const { origin } = quantity;
    switch (origin.kind) {
      case "literal":
        return undefined;
      case "datum":
        return this.datum(quantity, origin, identity);
      case "computed":
        return this.step(quantity, origin, identity);
    }
  }

  private datum(quantity: Quantity, origin: Datum, identity: Identity): DatumTold {
    const { thousands } = this;
    for (const known of identity.told.data) if (known.thousands === thousands) return known;
    const told: DatumTold = { identity, thousands, origin, entry: datumEntry(quantity, origin, thousands) };
    identity.told.data.push(told);
    return told;
  }

  private step(quantity: Quantity, origin: Computed, identity: Identity): StepTold {
    const { thousands } = this;
    const { operation, expression, inputs } = origin;
    for (const known of identity.told.steps) if (known.entry.expression === expression && known.thousands === thousands) return known;
    const veiled = isVeiled(origin);
    const subject = this.identities.subjectOf(quantity);
    const { words, result } = stepText(quantity, origin, thousands);
    const entry: StepEntry = {
      key: stepKey(identity),
      operation,
      expression,
      inputs: veiled ? [] : inputs.map((input) => this.refOf(input)),
      ...(isPath(subject) && { subject: nameOf(subject) }),
      words,
      result,
      ...(veiled && { veiled }),
      ...valued(quantity.value, quantity.unit),
    };
    const told: StepTold = { identity, thousands, entry, inputs: veiled ? [] : inputs.flatMap((input) => this.behind(input) ?? []) };
    identity.told.steps.push(told);
    return told;
  }

  private figureEntry(figure: Figure, behind: Behind | undefined): FigureTold["entry"] {
    const { text, format, value, unit, one } = figure;
    const exact = exactBehind(text, format, value, unit, this.thousands, one);
    return {
      text,
      ...valued(value, unit),
      ...(one !== undefined && { one }),
      format,
      ...(exact !== undefined && { exact }),
      origin: this.refOf(figure),
      ...(behind !== undefined && isStep(behind) && { derivation: `${behind.entry.words} = ${text}` }),
      releases: this.keysOf(figure),
    };
  }

  private findReleases(origin: Quantity["origin"]): readonly ReleaseEntry[] {
    if (origin.kind === "literal") return [];
    if (origin.kind === "datum") return [releaseEntry(origin.dataset, origin.release)];
    return [...new Set(origin.inputs.flatMap((input) => this.releasesOf(input)))];
  }
}

/** Itself, or what is one step down. */
function dataAt(behind: Behind): readonly DatumTold[] {
  if (!isStep(behind)) return [behind];
  return behind.inputs.flatMap((input) => (isStep(input) ? [] : [input]));
}

function stepKey({ id }: Identity): string {
  return `s${id}`;
}
