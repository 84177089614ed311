/** Collects what a slide shows, each thing once with all its places. */

import { pathOf as written } from "../../data/expression/describe.ts";
import type { Figure, Quantity } from "../../data/figure.ts";
import { sidesOf } from "../claims.ts";
import type { Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { appearancesOf, type Bound, type Claim } from "./appearances.ts";
import { conditionWords } from "./claim-words.ts";
import type { Seen } from "./earlier.ts";
import type { ClaimEntry, Place, ReleaseEntry, TextEntry } from "./entries.ts";
import type { Thousands } from "./exact.ts";
import { filePlace } from "./place.ts";
import { type Behind, type FigureTold, Teller } from "./told.ts";
import { tellsSecret } from "./veil.ts";

export type Open<T> = Omit<T, "places"> & { readonly places: Place[] };

/** What one slide shows. Entries are made of it where it is written out: a deck shows most of its figures many times. */
export interface SlideLedger {
  readonly seen: Seen;
  readonly thousands: Thousands;
  readonly figures: readonly ShownFigure[];
  readonly texts: readonly TextEntry[];
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
  readonly places: readonly Place[];
}

export interface ShownClaim {
  readonly entry: ClaimEntry;
  /** As the entry's inputs, without numbers. */
  readonly inputs: readonly Behind[];
}

export class Book {
  private readonly teller: Teller;
  private readonly figures = new Map<FigureTold, Open<ShownFigure>>();
  private readonly texts = new Map<string, Open<TextEntry>>();
  private readonly claims = new Map<string, { readonly entry: Open<ClaimEntry>; readonly inputs: readonly Behind[] }>();
  private readonly behind: Behind[] = [];
  private readonly releases = new Set<ReleaseEntry>();
  private readonly thousands: Thousands;

  constructor(thousands: Thousands) {
    this.thousands = thousands;
    this.teller = new Teller(thousands);
  }

  add(slide: Slide): void {
    for (const { id, role, shown } of appearancesOf(slide).all) {
      const place: Place = { id, slide: slide.id, role };
      if (shown.kind === "figure") this.figure(shown.figure, place);
      else if (shown.kind === "bound") this.text(shown, place);
      else this.claim(shown, place);
    }
  }

  ledger(seen: Seen): SlideLedger {
    const { thousands, behind, releases } = this;
    const [figures, texts, claims] = [[...this.figures.values()], [...this.texts.values()], [...this.claims.values()]];
    return { seen, thousands, figures, texts, claims, behind, releases };
  }

  private figure(figure: Figure, place: Place): void {
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

  private text({ text, span, origin }: Bound, place: Place): void {
    const quantity: Quantity = { value: 0, unit: "", origin };
    for (const release of this.teller.releasesOf(quantity)) this.releases.add(release);
    const releases = this.teller.keysOf(quantity);
    const expression = origin.kind === "datum" ? written(origin) : origin.kind === "computed" ? origin.expression : wordsAt(span);
    const key = [text, expression, ...releases].join("\n");
    const known = this.texts.get(key);
    if (known !== undefined) known.places.push(place);
    else this.texts.set(key, { id: place.id, places: [place], text, expression, written: filePlace(span), releases });
  }

  private claim({ content, condition, meanings, origin, span }: Claim, place: Place): void {
    const text = plainText(content);
    const quantity: Quantity = { value: 0, unit: "", origin };
    const key = `${this.teller.identities.of(quantity)}\n${condition}\n${text}`;
    const known = this.claims.get(key);
    if (known !== undefined) {
      known.entry.places.push(place);
      return;
    }
    const told = origin.kind === "computed" ? { ...origin, inputs: origin.inputs.filter((input) => !tellsSecret(input)) } : origin;
    const inputs = told.kind === "computed" ? told.inputs : [quantity];
    const behind = inputs.flatMap((input) => this.teller.behind(input) ?? []);
    this.behind.push(...behind);
    for (const release of this.teller.releasesOf(quantity)) this.releases.add(release);
    const entry: Open<ClaimEntry> = {
      id: place.id,
      places: [place],
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
    this.claims.set(key, { entry, inputs: behind });
  }
}

function wordsAt({ source, start, end }: Bound["span"]): string {
  return source.text.slice(start, end);
}
