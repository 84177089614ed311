/** Deck, or one of its slides → ledger. */

import type { Deck, DeckState, Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { appearancesOf } from "./appearances.ts";
import { Book } from "./book.ts";
import type { Seen } from "./earlier.ts";
import type { Ledger, LedgerPart } from "./entries.ts";
import type { Thousands } from "./exact.ts";

const known = new WeakMap<Slide, { readonly seen: Seen; readonly part: LedgerPart }>();

/** What a slide shows, notes too, and all that it rests on. Kept as long as slide and view are the same. */
export function slideLedger(slide: Slide, deck: Deck): LedgerPart {
  const seen = seenBy(deck);
  const before = known.get(slide);
  if (before !== undefined && isSame(before.seen, seen)) return before.part;
  const book = new Book(seen, thousandsOf([slide]));
  book.add(slide);
  const { part } = book;
  known.set(slide, { seen, part });
  return part;
}

/** What a deck shows, each distinct figure once with all its places; slides that show the ledger itself are left out. */
export function deckLedger(deck: Deck): Ledger {
  const { id, title, subtitle, event, date, asOf, knownOn, state } = deck;
  const slides = deck.slides.filter((slide) => slide.ledger !== true);
  const book = new Book(seenBy(deck), thousandsOf(slides));
  for (const slide of slides) book.add(slide);
  const numbers = new Map(deck.slides.map((slide, i) => [slide, i + 1]));
  return {
    version: 1,
    deck: {
      id,
      title,
      ...(subtitle !== undefined && { subtitle }),
      ...(event !== undefined && { event }),
      ...(date !== undefined && { date }),
      asOf,
      ...(knownOn !== undefined && { knownOn }),
      ...(state !== undefined && { state: stateEntry(state) }),
    },
    slides: slides
      .filter((slide) => appearancesOf(slide).all.length > 0)
      .map((slide) => ({ id: slide.id, number: numbers.get(slide) ?? 0, title: plainText(slide.title) })),
    ...book.part,
  };
}

function stateEntry(state: DeckState): NonNullable<Ledger["deck"]["state"]> {
  return state.kind === "draft" ? { kind: "draft" } : { kind: "released", by: state.by, on: state.on };
}

function seenBy({ asOf, seen }: Deck): Seen {
  return seen === undefined ? { asOf, knownOn: asOf } : { asOf, ...seen };
}

function isSame(a: Seen, b: Seen): boolean {
  return a.asOf === b.asOf && a.knownOn === b.knownOn && a.byArrival === b.byArrival;
}

/** As the deck writes numbers. */
function thousandsOf(slides: readonly Slide[]): Thousands {
  const narrow = slides.some((slide) =>
    appearancesOf(slide).all.some(({ shown }) => shown.kind === "figure" && shown.figure.text.includes("\u202f")),
  );
  return narrow ? "\u202f" : ".";
}
