/** Collects what slides show and all that it rests on, each thing once. */

import { breakOf } from "../../data/breaks.ts";
import { describe, pathOf as written } from "../../data/expression/describe.ts";
import { type Computed, type Datum, type Figure, isMissing, type Missing, type Quantity } from "../../data/figure.ts";
import type { Dataset, Release, Retrieval } from "../../data/dataset.ts";
import { sidesOf } from "../claims.ts";
import type { Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { appearancesOf, type Bound, type Claim } from "./appearances.ts";
import { earlierValues, type Seen } from "./earlier.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, LedgerPart, Place, Ref, ReleaseEntry, StepEntry, TextEntry, Valued } from "./entries.ts";
import { exactBehind, exactNumber, type Thousands, withUnit } from "./exact.ts";
import { Identities, isPath, pathOf } from "./identities.ts";
import { filePlace } from "./place.ts";
import { stepWords } from "./steps.ts";

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
      expression: describe(figure),
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

  private claim({ content, condition, origin, span }: Claim, place: Place): void {
    const text = plainText(content);
    const quantity: Quantity = { value: 0, unit: "", origin };
    const key = `${this.identities.of(quantity)}\n${condition}\n${text}`;
    const known = this.claims.get(key);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    const inputs = origin.kind === "computed" ? origin.inputs.map((input) => this.ref(input)) : [this.ref(quantity)];
    this.claims.set(key, {
      id: place.id,
      places: [place],
      text,
      expression: condition,
      holds: true,
      numbers: [...new Map(sidesOf(origin).map((side) => [`${side.name}\n${side.number}`, side])).values()],
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

  private step(key: string, quantity: Quantity, { operation, expression, inputs }: Computed, own: Valued): StepEntry {
    const { value, unit } = quantity;
    const subject = this.identities.subjectOf(quantity);
    const refs = inputs.map((input) => this.ref(input));
    const words = stepWords({ id: 0, operation, expression, inputs, value, unit }, this.thousands);
    const result = isMissing(value) ? value.symbol : withUnit(exactNumber(value, this.thousands), unit);
    return { key, operation, expression, inputs: refs, ...(isPath(subject) && { subject: nameOf(subject) }), words, result, ...own };
  }

  private datum(quantity: Quantity, origin: Datum): string {
    const id = this.identities.of(quantity);
    const known = this.data.get(id);
    if (known !== undefined) return known.entry.key;
    const { dataset, release, path, quality, span } = origin;
    const { value, unit } = quantity;
    const own = this.release(dataset, release);
    const reason = breakOf(dataset, release, [path]);
    const entry: DatumEntry = {
      key: `${written(origin)}${own.key.slice(dataset.id.length)}`,
      dataset: dataset.id,
      path,
      name: nameOf(pathOf(origin)),
      ...valued(value, unit),
      text: isMissing(value) ? value.symbol : exactNumber(value, this.thousands),
      release: own.key,
      ...(quality !== undefined && { quality: { flag: quality.flag, meaning: quality.meaning, kind: quality.kind } }),
      at: filePlace(span),
      ...(reason !== undefined && { break: reason }),
    };
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

function valued(value: number | Missing, unit: string): Valued {
  if (!isMissing(value)) return { value, unit };
  const { symbol, meaning, exactly } = value;
  return { value: null, sign: { symbol, meaning, ...(exactly !== undefined && { exactly }) }, unit };
}

function nameOf(path: readonly string[]): string {
  return path.join(" › ");
}

function wordsAt({ source, start, end }: Bound["span"]): string {
  return source.text.slice(start, end);
}

const entries = new WeakMap<Release, ReleaseEntry>();

function releaseEntry(dataset: Dataset, release: Release): ReleaseEntry {
  const known = entries.get(release);
  if (known !== undefined) return known;
  const { stichtag, knownOn, status, retrieved, notes, footnotes, span } = release;
  const { provider, table, address, licence } = release.provenance;
  const entry: ReleaseEntry = {
    key: `${dataset.id}@${stichtag}${knownOn === undefined ? "" : `/${knownOn}`}`,
    dataset: dataset.id,
    title: dataset.title,
    definition: dataset.definition,
    stichtag,
    ...(knownOn !== undefined && { knownOn }),
    status,
    provider,
    ...(table !== undefined && { table }),
    ...(address !== undefined && { address }),
    ...(licence !== undefined && { licence }),
    ...(retrieved !== undefined && { retrieved: retrievedEntry(retrieved) }),
    file: span.source.path,
    notes,
    footnotes,
    ...(release.break !== undefined && { break: release.break }),
  };
  entries.set(release, entry);
  return entry;
}

function retrievedEntry({ query, ...others }: Retrieval): NonNullable<ReleaseEntry["retrieved"]> {
  return { ...others, ...(query !== undefined && { query: Object.fromEntries(query) }) };
}
