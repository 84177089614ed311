/** Collects what a slide shows, each thing once with all its places. */

import { pathOf as written } from "../../data/expression/describe.ts";
import type { Figure, Quantity } from "../../data/figure.ts";
import { sidesOf } from "../claims.ts";
import type { Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { type Appearance, appearancesOf, type Bound, type Claim } from "./appearances.ts";
import { conditionWords } from "./claim-words.ts";
import type { Seen } from "./earlier.ts";
import type { ClaimEntry, ReleaseEntry, TextEntry } from "./entries.ts";
import type { Thousands } from "./exact.ts";
import { filePlace } from "./place.ts";
import { type Behind, type FigureTold, Teller } from "./told.ts";
import { tellsSecret } from "./veil.ts";

/** What one slide shows. Entries are made of it where it is written out: a deck shows most of its figures many times. */
export interface SlideLedger {
  /** The slide's id. */
  readonly slide: string;
  readonly seen: Seen;
  readonly thousands: Thousands;
  readonly figures: readonly ShownFigure[];
  readonly texts: readonly ShownText[];
  readonly claims: readonly ShownClaim[];
  /** What its figures and claims rest on, as they are read. */
  readonly behind: readonly Behind[];
  readonly releases: ReadonlySet<ReleaseEntry>;
}

/** A distinct figure with all its places on the slide. */
export interface ShownFigure {
  readonly told: FigureTold;
  /** The first that shows it. */
  readonly figure: Figure;
  readonly places: readonly Appearance[];
}

/** An entry but for where it stands. */
export type Unplaced<T> = Omit<T, "id" | "places">;

export interface ShownText {
  readonly entry: Unplaced<TextEntry>;
  readonly places: readonly Appearance[];
}

export interface ShownClaim {
  readonly entry: Unplaced<ClaimEntry>;
  readonly places: readonly Appearance[];
  /** As the entry's inputs, without numbers. */
  readonly inputs: readonly Behind[];
}

type Open<T> = Omit<T, "places"> & { readonly places: Appearance[] };

export class Book {
  private readonly teller: Teller;
  private readonly figures = new Map<FigureTold, Open<ShownFigure>>();
  private readonly texts = new Map<string, Open<ShownText>>();
  private readonly claims = new Map<string, Open<ShownClaim>>();
  private readonly behind: Behind[] = [];
  private readonly releases = new Set<ReleaseEntry>();
  private readonly thousands: Thousands;

  constructor(thousands: Thousands) {
    this.thousands = thousands;
    this.teller = new Teller(thousands);
  }

  add(slide: Slide): void {
    for (const place of appearancesOf(slide).all) {
      const { shown } = place;
      if (shown.kind === "figure") this.figure(shown.figure, place);
      else if (shown.kind === "bound") this.text(shown, place);
      else this.claim(shown, place);
    }
  }

  ledger(slide: string, seen: Seen): SlideLedger {
    const { thousands, behind, releases } = this;
    const [figures, texts, claims] = [[...this.figures.values()], [...this.texts.values()], [...this.claims.values()]];
    return { slide, seen, thousands, figures, texts, claims, behind, releases };
  }

  private figure(figure: Figure, place: Appearance): void {
    const told = this.teller.figure(figure);
    const known = this.figures.get(told);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    this.figures.set(told, { told, figure, places: [place] });
    if (told.behind === undefined) return;
    this.behind.push(told.behind);
    for (const release of this.teller.releasesOf(figure)) this.releases.add(release);
  }

  private text({ text, span, origin }: Bound, place: Appearance): void {
    const quantity: Quantity = { value: 0, unit: "", origin };
    for (const release of this.teller.releasesOf(quantity)) this.releases.add(release);
    const releases = this.teller.keysOf(quantity);
    const expression = origin.kind === "datum" ? written(origin) : origin.kind === "computed" ? origin.expression : wordsAt(span);
    const key = [text, expression, ...releases].join("\n");
    const known = this.texts.get(key);
    if (known !== undefined) known.places.push(place);
    else this.texts.set(key, { places: [place], entry: { text, expression, written: filePlace(span), releases } });
  }

  private claim({ content, condition, meanings, origin, span }: Claim, place: Appearance): void {
    const text = plainText(content);
    const quantity: Quantity = { value: 0, unit: "", origin };
    const key = `${this.teller.identities.of(quantity)}\n${condition}\n${text}`;
    const known = this.claims.get(key);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    const told = origin.kind === "computed" ? { ...origin, inputs: origin.inputs.filter((input) => !tellsSecret(input)) } : origin;
    const inputs = told.kind === "computed" ? told.inputs : [quantity];
    const behind = inputs.flatMap((input) => this.teller.behind(input) ?? []);
    this.behind.push(...behind);
    for (const release of this.teller.releasesOf(quantity)) this.releases.add(release);
    const entry: Unplaced<ClaimEntry> = {
      text,
      expression: condition,
      holds: true,
      said: conditionWords(condition, origin, this.thousands),
      ...(meanings !== undefined && { meanings }),
      numbers: [...new Map(sidesOf(told).map((side) => [`${side.name}\n${side.number}`, side])).values()],
      inputs: inputs.map((input) => this.teller.refOf(input)),
      written: filePlace(span),
      releases: this.teller.keysOf(quantity),
    };
    this.claims.set(key, { entry, places: [place], inputs: behind });
  }
}

function wordsAt({ source, start, end }: Bound["span"]): string {
  return source.text.slice(start, end);
}
