/** Collects what a slide shows, each thing once with all its places. */

import { pathOf as written } from "../../data/expression/describe.ts";
import type { Figure, Quantity } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";
import type { Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { type Appearance, appearancesOf, type Bound, type Claim } from "./appearances.ts";
import type { Seen } from "./earlier.ts";
import type { ReleaseEntry, TextEntry } from "./entries.ts";
import type { Thousands } from "./exact.ts";
import { type Behind, type ClaimTold, type FigureTold, Teller } from "./told.ts";

/** What one slide shows. Entries are made of it where it is written out: a deck shows most of its figures many times. */
export interface SlideLedger {
  /** The slide's id. */
  readonly slide: string;
  readonly seen: Seen;
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

export interface ShownText {
  readonly entry: Omit<TextEntry, "id" | "places" | "written">;
  /** The first that shows it. */
  readonly span: Span;
  readonly places: readonly Appearance[];
}

export interface ShownClaim {
  readonly told: ClaimTold;
  readonly text: string;
  /** Of the first that says so. */
  readonly span: Span;
  readonly places: readonly Appearance[];
}

type Open<T> = Omit<T, "places"> & { readonly places: Appearance[] };

export class Book {
  private readonly teller: Teller;
  private readonly figures = new Map<FigureTold, Open<ShownFigure>>();
  private readonly texts = new Map<string, Open<ShownText>>();
  private readonly claims: Open<ShownClaim>[] = [];
  private readonly behind: Behind[] = [];
  private readonly releases = new Set<ReleaseEntry>();

  constructor(thousands: Thousands) {
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
    const { behind, releases } = this;
    const [figures, texts, claims] = [[...this.figures.values()], [...this.texts.values()], this.claims];
    return { slide, seen, figures, texts, claims, behind, releases };
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

  private text(bound: Bound, place: Appearance): void {
    const { text, span, origin } = bound;
    const quantity: Quantity = { value: 0, unit: "", origin };
    for (const release of this.teller.releasesOf(quantity)) this.releases.add(release);
    const releases = this.teller.keysOf(quantity);
    const expression = origin.kind === "datum" ? written(origin) : origin.kind === "computed" ? origin.expression : wordsAt(span);
    const key = [text, expression, ...releases].join("\n");
    const known = this.texts.get(key);
    if (known !== undefined) known.places.push(place);
    else this.texts.set(key, { entry: { text, expression, releases }, span, places: [place] });
  }

  private claim(claim: Claim, place: Appearance): void {
    const text = plainText(claim.content);
    const told = this.teller.claim(claim);
    const known = this.claims.find((shown) => shown.told === told && shown.text === text);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    this.claims.push({ told, text, span: claim.span, places: [place] });
    this.behind.push(...told.inputs);
    for (const release of this.teller.releasesOf({ value: 0, unit: "", origin: claim.origin })) this.releases.add(release);
  }
}

function wordsAt({ source, start, end }: Bound["span"]): string {
  return source.text.slice(start, end);
}
