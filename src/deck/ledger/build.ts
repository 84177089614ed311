/** Deck, or one of its slides → ledger. */

import type { Deck, DeckState, Slide } from "../model.ts";
import { plainText } from "../plain-text.ts";
import { isChanged } from "../release-note.ts";
import { appearancesOf } from "./appearances.ts";
import { Book, type SlideLedger } from "./book.ts";
import { isSame, type Seen } from "./earlier.ts";
import type { Ledger } from "./entries.ts";
import type { Thousands } from "./exact.ts";
import { together } from "./together.ts";

interface Known {
  readonly seen: Seen;
  readonly thousands: Thousands;
  readonly ledger: SlideLedger;
}

const known = new WeakMap<Slide, Known>();

/** What a slide shows, notes too, and all that it rests on. Kept as long as slide and view are the same. */
export function slideLedger(slide: Slide, deck: Deck): SlideLedger {
  return ledgerOf(slide, seenBy(deck), thousandsOf(deck));
}

function ledgerOf(slide: Slide, seen: Seen, thousands: Thousands): SlideLedger {
  const before = known.get(slide);
  if (before !== undefined && before.thousands === thousands && isSame(before.seen, seen)) return before.ledger;
  const book = new Book(thousands);
  book.add(slide);
  const ledger = book.ledger(slide.id, seen);
  known.set(slide, { seen, thousands, ledger });
  return ledger;
}

/** What a deck shows, each distinct figure once with all its places; slides that show the ledger itself are left out. */
export function deckLedger(deck: Deck): Ledger {
  const { id, title, subtitle, event, date, asOf, knownOn, state } = deck;
  const slides = deck.slides.filter((slide) => slide.ledger !== true);
  const [seen, thousands] = [seenBy(deck), thousandsOf(deck)];
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
    ...together(slides.map((slide) => ledgerOf(slide, seen, thousands))),
  };
}

function stateEntry(state: DeckState): NonNullable<Ledger["deck"]["state"]> {
  if (state.kind === "draft") return { kind: "draft" };
  return { kind: "released", by: state.by, on: state.on, ...(isChanged(state) && { changed: true }) };
}

function seenBy({ asOf, seen }: Deck): Seen {
  return seen === undefined ? { asOf, knownOn: asOf } : { asOf, ...seen };
}

function thousandsOf({ thousands = "." }: Deck): Thousands {
  return thousands;
}
