/** Two states → {@link Changes}. */

import type { Diagnostic } from "../../source/diagnostic.ts";
import { positionAt } from "../../source/source.ts";
import type { HeldClaim } from "../../deck/binder.ts";
import { sidesOf } from "../../deck/claims.ts";
import type {
  Changes,
  DatasetChange,
  DeckChange,
  DeckState,
  FigureChange,
  FigureShown,
  SentenceChange,
  State,
  TextChange,
} from "./changes.ts";
import { datasetChange } from "./datasets.ts";
import { changesOf, match, pairFromData, shownOnce } from "./figures.ts";
import { contentOf, type Shown, type ShownText } from "./shown.ts";

/**
 * What is different, deck by deck, and in the data. A deck that cannot be shown is compared as far as it could be bound,
 * and what is wrong with it is told.
 */
export function changesBetween(before: State, after: State): Changes {
  const parts = idsOf(before, after).map((id) => {
    const [a, b] = [before, after].map(({ decks }) => decks.find((deck) => deck.id === id));
    return compareDecks(id, a, b);
  });
  const read = readDatasets(before, after);
  const others = [...new Set([...before.view.data.keys(), ...after.view.data.keys()])].filter((id) => !read.has(id));
  return {
    before: before.name,
    after: after.name,
    decks: parts.map(({ deck }) => deck),
    figures: mergedFigures(parts.flatMap(({ figures }) => figures)),
    appeared: parts.flatMap(({ appeared }) => appeared),
    vanished: parts.flatMap(({ vanished }) => vanished),
    sentences: parts.flatMap(({ sentences }) => sentences),
    texts: mergedTexts(parts.flatMap(({ texts }) => texts)),
    datasets: [...read].flatMap(([id, views]) => changeOfAny(id, views, before, after)),
    otherDatasets: others.flatMap((id) => datasetChange(id, before.view, after.view) ?? []),
  };
}

function idsOf(before: State, after: State): readonly string[] {
  return [...new Set([...before.decks, ...after.decks].map(({ id }) => id))];
}

interface Part {
  readonly deck: DeckChange;
  readonly figures: readonly FigureChange[];
  readonly appeared: readonly FigureShown[];
  readonly vanished: readonly FigureShown[];
  readonly sentences: readonly SentenceChange[];
  readonly texts: readonly TextChange[];
}

function compareDecks(id: string, before: DeckState | undefined, after: DeckState | undefined): Part {
  const [a, b] = [before, after].map((side) => {
    const contents = (side?.drafts ?? []).map((draft) => contentOf(id, draft));
    return { figures: contents.flatMap(({ figures }) => figures), texts: contents.flatMap(({ texts }) => texts) };
  });
  const numbers = (after ?? before)?.numbers ?? { thousands: "dot" };
  const matched = match(a?.figures ?? [], b?.figures ?? []);
  // What only the later state shows may have stood in the data before: then that is what it changed from.
  const earlier = before === undefined ? [] : matched.appeared.flatMap((shown) => pairFromData(shown, before.view, numbers) ?? []);
  const pairs = [...matched.pairs, ...earlier];
  const paired = new Set(earlier.map((pair) => pair.after));
  const appeared = matched.appeared.filter((shown) => !paired.has(shown));
  const { vanished } = matched;
  const [slidesBefore, slidesAfter] = [slidesOf(before), slidesOf(after)];
  const newSlides = slidesAfter.filter((slide) => !slidesBefore.includes(slide));
  const goneSlides = slidesBefore.filter((slide) => !slidesAfter.includes(slide));
  return {
    deck: {
      id,
      before: condition(before),
      after: condition(after),
      newSlides,
      goneSlides,
      faults: newFaults(before, after),
    },
    figures: changesOf(pairs, numbers),
    appeared: shownOnce(notOn(appeared, newSlides)),
    vanished: shownOnce(notOn(vanished, goneSlides)),
    sentences: sentencesOf(id, before, after),
    texts: [...textsOf(a?.texts ?? [], b?.texts ?? []), ...choicesOf(id, before, after)],
  };
}

function slidesOf(side: DeckState | undefined): readonly string[] {
  return side?.drafts.map((draft) => draft.id) ?? [];
}

function condition(side: DeckState | undefined): DeckChange["before"] {
  return side === undefined ? "absent" : side.complete ? "complete" : "faulty";
}

/** Of a slide that is new or gone as a whole, that is said and not each number; and a new day in a line is a new Stichtag. */
function notOn(shown: readonly Shown[], slides: readonly string[]): readonly Shown[] {
  return shown.filter(({ place, fixed }) => !fixed && !slides.includes(place.slide));
}

const claimCodes: ReadonlySet<string> = new Set(["claim-false", "claim-unknown"]);

function newFaults(before: DeckState | undefined, after: DeckState | undefined): readonly Diagnostic[] {
  const known = new Set(before?.diagnostics.map(identityOf));
  return (after?.diagnostics ?? []).filter(
    (diagnostic) => diagnostic.severity === "error" && !claimCodes.has(diagnostic.message.code) && !known.has(identityOf(diagnostic)),
  );
}

/** The same fault of the same words, wherever their line stands now. */
function identityOf({ message, span }: Diagnostic): string {
  return `${message.code} ${span.source.path} ${lineAt(span.source.text, span.start)}`;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? undefined : end);
}

interface Placed {
  readonly slide: string;
  readonly claim: HeldClaim;
}

function claimsOf(side: DeckState | undefined): ReadonlyMap<string, Placed> {
  const claims = new Map<string, Placed>();
  for (const { id, claims: own } of side?.drafts ?? []) {
    const counts = new Map<string, number>();
    for (const claim of own) {
      const count = (counts.get(claim.condition) ?? 0) + 1;
      counts.set(claim.condition, count);
      claims.set(`${id}\n${claim.condition}\n${count}`, { slide: id, claim });
    }
  }
  return claims;
}

/** Claims that fall or hold anew. One that came with its slide, or went, is told only where it does not hold. */
function sentencesOf(deck: string, before: DeckState | undefined, after: DeckState | undefined): readonly SentenceChange[] {
  const [a, b] = [claimsOf(before), claimsOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [was, is] = [a.get(key), b.get(key)];
    const known = is ?? was;
    const [held, holds] = [
      was === undefined ? undefined : was.claim.holds === true,
      is === undefined ? undefined : is.claim.holds === true,
    ];
    if (known === undefined || held === holds || (held !== false && holds !== false)) return [];
    const { claim, slide } = known;
    const { source, start } = claim.span;
    return [
      {
        words: claim.words,
        condition: claim.condition,
        before: held,
        after: holds,
        sides: sidesBetween(was?.claim, is?.claim),
        place: { deck, slide },
        file: source.path,
        line: positionAt(source, start).line,
      },
    ];
  });
}

/** Words that follow the numbers, where they followed them. */
function choicesOf(deck: string, before: DeckState | undefined, after: DeckState | undefined): readonly TextChange[] {
  const earlier = claimsOf(before);
  return [...claimsOf(after)].flatMap(([key, { slide, claim }]) => {
    const was = earlier.get(key)?.claim;
    if (was?.chosen === undefined || claim.chosen === undefined || was.chosen === claim.chosen) return [];
    return [{ expression: claim.condition, before: was.words, after: claim.words, places: [{ deck, slide }] }];
  });
}

function sidesBetween(before: HeldClaim | undefined, after: HeldClaim | undefined): SentenceChange["sides"] {
  const [was, is] = [before, after].map((claim) => new Map(claim && sidesOf(claim.origin).map(({ name, number }) => [name, number])));
  const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...names].map((expression) => ({ expression, before: was?.get(expression), after: is?.get(expression) }));
}

function textsOf(before: readonly ShownText[], after: readonly ShownText[]): readonly TextChange[] {
  const earlier = new Map<string, string>();
  for (const { place, written, text } of before) {
    for (const key of [`${place.slide}\n${written}`, `\n${written}`]) if (!earlier.has(key)) earlier.set(key, text);
  }
  return after.flatMap(({ place, expression, written, text }) => {
    const was = earlier.get(`${place.slide}\n${written}`) ?? earlier.get(`\n${written}`);
    return was === undefined || was === text ? [] : [{ expression, before: was, after: text, places: [place] }];
  });
}

/** Decks share numbers: each change is told once. */
function mergedFigures(figures: readonly FigureChange[]): readonly FigureChange[] {
  return merged(figures, ({ expression, label, before, after }) =>
    [
      expression,
      label,
      before.value,
      before.days,
      after.value,
      after.days,
      before.value === undefined ? before.text : "",
      after.value === undefined ? after.text : "",
    ].join("\n"),
  );
}

function mergedTexts(texts: readonly TextChange[]): readonly TextChange[] {
  return merged(texts, ({ expression, before, after }) => [expression, before, after].join("\n"));
}

function merged<T extends Pick<FigureChange, "places">>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const known = found.get(key);
    const places = known === undefined ? item.places : [...known.places, ...item.places];
    const distinct = [...new Map(places.map((place) => [`${place.deck}\n${place.slide}`, place])).values()];
    found.set(key, { ...(known ?? item), places: distinct });
  }
  return [...found.values()];
}

/** The datasets that decks read, with the decks that do. */
function readDatasets(before: State, after: State): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, Set<string>>();
  for (const { id, drafts } of [...before.decks, ...after.decks]) {
    for (const dataset of drafts.flatMap(({ datasets }) => datasets)) {
      const decks = read.get(dataset) ?? new Set<string>();
      read.set(dataset, decks.add(id));
    }
  }
  return read;
}

/** As the decks see the dataset; those that see it alike tell the same, once. */
function changeOfAny(id: string, decks: ReadonlySet<string>, before: State, after: State): readonly DatasetChange[] {
  const found = new Map<string, DatasetChange>();
  for (const deck of decks) {
    const [a, b] = [before, after].map((state) => state.decks.find((one) => one.id === deck)?.view ?? state.view);
    const change = a && b && datasetChange(id, a, b);
    if (change !== undefined) found.set(JSON.stringify(change), change);
  }
  return [...found.values()];
}
