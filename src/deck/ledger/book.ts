/** Collects what a slide shows and all that it rests on, each thing once. */

import { pathOf as written } from "../../data/expression/describe.ts";
import { type Computed, type Datum, type Figure, type Quantity } from "../../data/figure.ts";
import { sidesOf } from "../claims.ts";
import type { Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { appearancesOf, type Bound, type Claim } from "./appearances.ts";
import { conditionWords } from "./claim-words.ts";
import { type Seen, withEarlier } from "./earlier.ts";
import type { ClaimEntry, DatumEntry, Place, Ref, ReleaseEntry, StepEntry, TextEntry } from "./entries.ts";
import { exactBehind, type Thousands } from "./exact.ts";
import { type FigureTold, Identities, type Identity, isPath, type StepTold } from "./identities.ts";
import { filePlace } from "./place.ts";
import { datumEntry, nameOf, releaseEntry, stepText, valued } from "./records.ts";
import { isVeiled, tellsSecret } from "./veil.ts";

export type Open<T> = Omit<T, "places"> & { readonly places: Place[] };

/**
 * What one slide shows, and all that it rests on, what is worked out of others behind them. Of its figures entries are made
 * where they are written out: a deck shows most of them many times.
 */
export interface SlideLedger {
  readonly figures: readonly ShownFigure[];
  readonly texts: readonly TextEntry[];
  readonly claims: readonly ShownClaim[];
  readonly steps: ReadonlyMap<Identity, StepTold>;
  readonly data: ReadonlyMap<Identity, DatumEntry>;
  readonly releases: ReadonlySet<ReleaseEntry>;
}

/** A distinct figure with all its places on the slide. */
export interface ShownFigure {
  readonly told: FigureTold;
  /** The first that shows it. */
  readonly figure: Figure;
  readonly places: readonly Place[];
}

export interface ShownClaim {
  readonly entry: ClaimEntry;
  /** As the entry's inputs, without numbers. */
  readonly inputs: readonly Identity[];
}

/** Of a calculation with so many inputs a reader asks what each was before: a share, a change. */
const mostCompared = 2;

export class Book {
  private readonly seen: Seen;
  private readonly thousands: Thousands;
  private readonly identities = new Identities();
  private readonly figures = new Map<FigureTold, Open<ShownFigure>>();
  private readonly texts = new Map<string, Open<TextEntry>>();
  private readonly claims = new Map<string, { readonly entry: Open<ClaimEntry>; readonly inputs: readonly Identity[] }>();
  private readonly steps = new Map<Identity, StepTold>();
  private readonly data = new Map<Identity, DatumEntry>();
  private readonly releases = new Set<ReleaseEntry>();

  constructor(seen: Seen, thousands: Thousands) {
    this.seen = seen;
    this.thousands = thousands;
  }

  add(slide: Slide): void {
    for (const { id, role, shown } of appearancesOf(slide).all) {
      const place: Place = { id, slide: slide.id, role };
      if (shown.kind === "figure") this.figure(shown.figure, place);
      else if (shown.kind === "bound") this.text(shown, place);
      else this.claim(shown, place);
    }
  }

  get ledger(): SlideLedger {
    const { steps, data, releases } = this;
    return {
      figures: [...this.figures.values()],
      texts: [...this.texts.values()],
      claims: [...this.claims.values()],
      steps,
      data,
      releases,
    };
  }

  private figure(figure: Figure, place: Place): void {
    const { origin } = figure;
    const identity = this.identities.find(figure);
    const told = this.told(figure, identity, this.enter(figure, identity)?.entry.words);
    const known = this.figures.get(told);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    if (origin.kind === "datum") this.compare(figure);
    // What is worked out rests on what its data rest on, told of or veiled.
    if (origin.kind === "computed") {
      if (origin.inputs.length <= mostCompared) origin.inputs.forEach((input) => this.compare(input));
      for (const release of this.releasesOf(figure, identity)) this.releases.add(release);
    }
    this.figures.set(told, { told, figure, places: [place] });
  }

  /** Tells of a value what it was before. */
  private compare(quantity: Quantity): void {
    const { origin } = quantity;
    if (origin.kind !== "datum") return;
    const identity = this.identities.find(quantity);
    const entry = this.data.get(identity);
    if (entry !== undefined && entry.earlier === undefined) this.data.set(identity, withEarlier(entry, origin, this.seen, this.thousands));
  }

  /** The same on every slide, and so made once. */
  private told(figure: Figure, identity: Identity, words: string | undefined): FigureTold {
    const { text, format, value, unit, one } = figure;
    const { thousands } = this;
    for (const known of identity.told.texts) {
      const { entry } = known;
      if (entry.text === text && entry.format === format && known.words === words && known.thousands === thousands) return known;
    }
    const exact = exactBehind(text, format, value, unit, thousands, one);
    const origin = this.refOf(figure, identity);
    const entry: FigureTold["entry"] = {
      text,
      ...valued(value, unit),
      ...(one !== undefined && { one }),
      format,
      ...(exact !== undefined && { exact }),
      origin,
      ...(words !== undefined && { derivation: `${words} = ${text}` }),
      releases: this.keysOf(figure, identity),
    };
    const inputs = "datum" in origin ? [identity] : (this.steps.get(identity)?.inputs ?? []);
    const told: FigureTold = { thousands, words, entry, inputs };
    identity.told.texts.push(told);
    return told;
  }

  private text({ text, span, origin }: Bound, place: Place): void {
    const quantity: Quantity = { value: 0, unit: "", origin };
    const identity = this.identities.find(quantity);
    for (const release of this.releasesOf(quantity, identity)) this.releases.add(release);
    const releases = this.keysOf(quantity, identity);
    const expression = origin.kind === "datum" ? written(origin) : origin.kind === "computed" ? origin.expression : wordsAt(span);
    const key = [text, expression, ...releases].join("\n");
    const known = this.texts.get(key);
    if (known !== undefined) known.places.push(place);
    else this.texts.set(key, { id: place.id, places: [place], text, expression, written: filePlace(span), releases });
  }

  private claim({ content, condition, meanings, origin, span }: Claim, place: Place): void {
    const text = plainText(content);
    const quantity: Quantity = { value: 0, unit: "", origin };
    const identity = this.identities.find(quantity);
    const key = `${identity.id}\n${condition}\n${text}`;
    const known = this.claims.get(key);
    if (known !== undefined) {
      known.entry.places.push(place);
      return;
    }
    const told = origin.kind === "computed" ? { ...origin, inputs: origin.inputs.filter((input) => !tellsSecret(input)) } : origin;
    const inputs = told.kind === "computed" ? told.inputs : [quantity];
    for (const input of inputs) this.enter(input, this.identities.find(input));
    for (const release of this.releasesOf(quantity, identity)) this.releases.add(release);
    const entry: Open<ClaimEntry> = {
      id: place.id,
      places: [place],
      text,
      expression: condition,
      holds: true,
      said: conditionWords(condition, origin, this.thousands),
      ...(meanings !== undefined && { meanings }),
      numbers: [...new Map(sidesOf(told).map((side) => [`${side.name}\n${side.number}`, side])).values()],
      inputs: inputs.map((input) => this.refOf(input, this.identities.find(input))),
      written: filePlace(span),
      releases: this.keysOf(quantity, identity),
    };
    this.claims.set(key, { entry, inputs: this.identitiesOf(inputs) });
  }

  /** The quantity and all that it rests on, what it is worked out of first. Gives the step that it is. */
  private enter(quantity: Quantity, identity: Identity): StepTold | undefined {
    const { origin } = quantity;
    if (origin.kind === "datum") this.datum(quantity, origin, identity);
    if (origin.kind !== "computed") return undefined;
    const known = this.steps.get(identity);
    if (known !== undefined) return known;
    const step = this.step(quantity, origin, identity);
    this.steps.set(identity, step);
    return step;
  }

  private step(quantity: Quantity, origin: Computed, identity: Identity): StepTold {
    const { thousands } = this;
    const known = identity.told.steps.find((told) => told.thousands === thousands && told.entry.expression === origin.expression);
    const veiled = known === undefined ? isVeiled(origin) : known.entry.veiled === true;
    if (!veiled) for (const input of origin.inputs) this.enter(input, this.identities.find(input));
    if (known !== undefined) return known;
    const { operation, expression, inputs } = origin;
    const subject = this.identities.subjectOf(quantity);
    const { words, result } = stepText(quantity, origin, this.thousands);
    const entry: StepEntry = {
      key: stepKey(identity),
      operation,
      expression,
      inputs: veiled ? [] : inputs.map((input) => this.refOf(input, this.identities.find(input))),
      ...(isPath(subject) && { subject: nameOf(subject) }),
      words,
      result,
      ...(veiled && { veiled }),
      ...valued(quantity.value, quantity.unit),
    };
    const told: StepTold = { thousands, entry, inputs: veiled ? [] : this.identitiesOf(inputs) };
    identity.told.steps.push(told);
    return told;
  }

  private datum(quantity: Quantity, origin: Datum, identity: Identity): void {
    if (this.data.has(identity)) return;
    this.releases.add(releaseEntry(origin.dataset, origin.release));
    this.data.set(identity, datumEntry(quantity, origin, this.thousands));
  }

  private identitiesOf(quantities: readonly Quantity[]): readonly Identity[] {
    return quantities.filter(({ origin }) => origin.kind !== "literal").map((quantity) => this.identities.find(quantity));
  }

  private refOf(quantity: Quantity, identity: Identity): Ref {
    const { origin, value } = quantity;
    switch (origin.kind) {
      case "literal":
        return { number: typeof value === "number" ? value : (value.exactly ?? 0) };
      case "datum":
        return { datum: datumEntry(quantity, origin, this.thousands).key };
      case "computed":
        return { step: stepKey(identity) };
    }
  }

  private keysOf(quantity: Quantity, identity: Identity): readonly string[] {
    return (identity.told.releaseKeys ??= this.releasesOf(quantity, identity).map(({ key }) => key));
  }

  /** Of one that rests on much, it is asked once. */
  private releasesOf({ origin }: Quantity, identity: Identity): readonly ReleaseEntry[] {
    return (identity.told.releases ??= this.findReleases(origin));
  }

  private findReleases(origin: Quantity["origin"]): readonly ReleaseEntry[] {
    if (origin.kind === "literal") return [];
    if (origin.kind === "datum") return [releaseEntry(origin.dataset, origin.release)];
    return [...new Set(origin.inputs.flatMap((input) => this.releasesOf(input, this.identities.find(input))))];
  }
}

function stepKey({ id }: Identity): string {
  return `s${id}`;
}

function wordsAt({ source, start, end }: Bound["span"]): string {
  return source.text.slice(start, end);
}
