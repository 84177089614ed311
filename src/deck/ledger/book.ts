/** Collects what slides show and all that it rests on, each thing once. */

import { describe, pathOf as written } from "../../data/expression/describe.ts";
import { type Computed, type Datum, type Figure, type Quantity } from "../../data/figure.ts";
import type { Dataset, Release } from "../../data/dataset.ts";
import { sidesOf } from "../claims.ts";
import type { Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { appearancesOf, type Bound, type Claim } from "./appearances.ts";
import { conditionWords } from "./claim-words.ts";
import { earlierValues, type Seen } from "./earlier.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, LedgerPart, Place, Ref, ReleaseEntry, StepEntry, TextEntry, Valued } from "./entries.ts";
import { exactBehind, type Thousands } from "./exact.ts";
import { Identities, isPath } from "./identities.ts";
import { filePlace } from "./place.ts";
import { datumEntry, nameOf, releaseEntry, stepText, valued } from "./records.ts";
import { isVeiled, tellsSecret } from "./veil.ts";

type Open<T> = Omit<T, "places"> & { readonly places: Place[] };

export class Book {
  private readonly seen: Seen;
  private readonly thousands: Thousands;
  private readonly identities = new Identities();
  private readonly figures = new Map<string, Open<FigureEntry>>();
  private readonly texts = new Map<string, Open<TextEntry>>();
  private readonly claims = new Map<string, Open<ClaimEntry>>();
  private readonly steps = new Map<number, StepEntry>();
  private readonly data = new Map<number, { readonly entry: DatumEntry; readonly origin: Datum }>();
  /** Of these it is told what they were before. */
  private readonly plain = new Set<number>();
  private readonly releases = new Map<Release, ReleaseEntry>();
  private readonly restsOn = new Map<number, ReadonlySet<string>>();

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

  get part(): LedgerPart {
    return {
      figures: [...this.figures.values()],
      texts: [...this.texts.values()],
      claims: [...this.claims.values()],
      steps: [...this.steps.values()],
      data: [...this.data].map(([id, { entry, origin }]) => this.withEarlier(id, entry, origin)),
      releases: [...this.releases.values()],
    };
  }

  private withEarlier(id: number, entry: DatumEntry, origin: Datum): DatumEntry {
    const earlier = this.plain.has(id) ? earlierValues(origin, this.seen, this.thousands) : [];
    return earlier.length === 0 ? entry : { ...entry, earlier };
  }

  private figure(figure: Figure, place: Place): void {
    const id = this.identities.of(figure);
    const key = `${id} ${figure.format} ${figure.text}`;
    const known = this.figures.get(key);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    const { text, format, value, unit, span, origin } = figure;
    const exact = exactBehind(text, format, value, unit, this.thousands);
    const ref = this.ref(figure);
    const step = this.steps.get(id);
    if (origin.kind === "datum") this.plain.add(id);
    this.figures.set(key, {
      id: place.id,
      places: [place],
      text,
      ...valued(value, unit),
      format,
      ...(exact !== undefined && { exact }),
      expression: "datum" in ref ? ref.datum.slice(0, ref.datum.lastIndexOf("@")) : describe(figure),
      written: filePlace(span),
      origin: ref,
      ...(step !== undefined && { derivation: `${step.words} = ${text}` }),
      releases: [...this.releasesOf(figure)],
    });
  }

  private text({ text, span, origin }: Bound, place: Place): void {
    const releases = [...this.releasesOf({ value: 0, unit: "", origin })];
    const expression = origin.kind === "datum" ? written(origin) : origin.kind === "computed" ? origin.expression : wordsAt(span);
    const key = [text, expression, ...releases].join("\n");
    const known = this.texts.get(key);
    if (known !== undefined) known.places.push(place);
    else this.texts.set(key, { id: place.id, places: [place], text, expression, written: filePlace(span), releases });
  }

  private claim({ content, condition, meanings, origin, span }: Claim, place: Place): void {
    const text = plainText(content);
    const quantity: Quantity = { value: 0, unit: "", origin };
    const key = `${this.identities.of(quantity)}\n${condition}\n${text}`;
    const known = this.claims.get(key);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    const told = origin.kind === "computed" ? { ...origin, inputs: origin.inputs.filter((input) => !tellsSecret(input)) } : origin;
    const inputs = told.kind === "computed" ? told.inputs.map((input) => this.ref(input)) : [this.ref(quantity)];
    this.claims.set(key, {
      id: place.id,
      places: [place],
      text,
      expression: condition,
      holds: true,
      said: conditionWords(condition, origin, this.thousands),
      ...(meanings !== undefined && { meanings }),
      numbers: [...new Map(sidesOf(told).map((side) => [`${side.name}\n${side.number}`, side])).values()],
      inputs,
      written: filePlace(span),
      releases: [...this.releasesOf(quantity)],
    });
  }

  /** Enters the quantity and all that it rests on. */
  private ref(quantity: Quantity): Ref {
    const { origin, value, unit } = quantity;
    switch (origin.kind) {
      case "literal":
        return { number: typeof value === "number" ? value : (value.exactly ?? 0) };
      case "datum":
        return { datum: this.datum(quantity, origin) };
      case "computed": {
        const id = this.identities.of(quantity);
        const key = `s${id}`;
        if (!this.steps.has(id)) this.steps.set(id, this.step(key, quantity, origin, valued(value, unit)));
        return { step: key };
      }
    }
  }

  private step(key: string, quantity: Quantity, origin: Computed, own: Valued): StepEntry {
    const { operation, expression } = origin;
    const subject = this.identities.subjectOf(quantity);
    const veiled = isVeiled(origin);
    const inputs = veiled ? [] : origin.inputs.map((input) => this.ref(input));
    const { words, result } = stepText(quantity, origin, this.thousands);
    return {
      key,
      operation,
      expression,
      inputs,
      ...(isPath(subject) && { subject: nameOf(subject) }),
      words,
      result,
      ...(veiled && { veiled }),
      ...own,
    };
  }

  private datum(quantity: Quantity, origin: Datum): string {
    const id = this.identities.of(quantity);
    const known = this.data.get(id);
    if (known !== undefined) return known.entry.key;
    this.release(origin.dataset, origin.release);
    const entry = datumEntry(quantity, origin, this.thousands);
    this.data.set(id, { entry, origin });
    return entry.key;
  }

  private release(dataset: Dataset, release: Release): ReleaseEntry {
    const known = this.releases.get(release);
    if (known !== undefined) return known;
    const entry = releaseEntry(dataset, release);
    this.releases.set(release, entry);
    return entry;
  }

  /** Of one that rests on much, it is asked once. */
  private releasesOf(quantity: Quantity): ReadonlySet<string> {
    const { origin } = quantity;
    if (origin.kind === "literal") return noReleases;
    const id = this.identities.of(quantity);
    const known = this.restsOn.get(id);
    if (known !== undefined) return known;
    const found = new Set<string>();
    if (origin.kind === "datum") found.add(this.release(origin.dataset, origin.release).key);
    else for (const input of origin.inputs) for (const key of this.releasesOf(input)) found.add(key);
    this.restsOn.set(id, found);
    return found;
  }
}

const noReleases: ReadonlySet<string> = new Set<string>();

function wordsAt({ source, start, end }: Bound["span"]): string {
  return source.text.slice(start, end);
}
