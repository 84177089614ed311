/**
 * Released decks: what holds of each of them now. The state that was released is the revision of git whose `deck.yaml` first
 * had the fingerprint, as long as its deck still has it; else what was known of the data on the day of the release.
 */

import { germanDate } from "../data/calendar.ts";
import type { IsoDate } from "../data/figure.ts";
import { fingerprintOf, slidePrints } from "../deck/fingerprint.ts";
import type { Deck, ReleasedDeck } from "../deck/model.ts";
import { isChanged } from "../deck/release-note.ts";
import { type Diagnostic, type Language, warning } from "../source/diagnostic.ts";
import { changedSinceRelease, type ChangedSince, noFingerprint } from "../source/messages/state.ts";
import type { Changes } from "../update/diff/changes.ts";
import { type Compiled, compileProject } from "./build.ts";
import { changesSinceRelease } from "./diff.ts";
import { projectAt, revisionWith } from "./git.ts";
import { digestIn } from "./pictures.ts";
import type { Project } from "./read.ts";

/** How the decks are looked at: as of another day they are others than those released. */
export interface Days {
  readonly asOf?: IsoDate;
  readonly knownOn?: IsoDate;
}

/** What has changed since decks were released, and which of them cannot know, as warnings. */
export function releaseFaults(project: Project, { decks }: Compiled, { asOf, knownOn }: Days): readonly Diagnostic[] {
  if (asOf !== undefined || knownOn !== undefined) return [];
  return decks.flatMap(({ outcome: { value: deck } }) => {
    if (deck?.state?.kind !== "released") return [];
    const { state } = deck;
    if (state.fingerprint === undefined) return [warning(state.span, noFingerprint(state.now))];
    return isChanged(state) ? [warning(state.span, changedSinceRelease(whatChanged(project, deck, state)))] : [];
  });
}

/** Each deck's fingerprint as it is, for who releases it; in the order of the decks. */
export function fingerprints(project: Project, { decks }: Compiled): readonly { readonly deck: Deck; readonly fingerprint: string }[] {
  return decks.flatMap(({ outcome: { value: deck } }) => {
    if (deck === undefined) return [];
    return [{ deck, fingerprint: deck.state?.kind === "released" ? deck.state.now : fingerprintOf(deck, digestIn(project)) }];
  });
}

function whatChanged(project: Project, deck: Deck, state: ReleasedDeck): ChangedSince {
  const before = releasedProject(project, deck.id, state.fingerprint ?? "");
  const changes = changesSinceRelease(before?.project ?? project, project, deck.id, before === undefined ? state.on : undefined);
  const figures = changes.figures.map(({ label, before: was, after: is, places }) => figure(label, was.text, is.text, places));
  const texts = changes.texts.map(({ before: was, after: is, places }) => figure("", was, is, places));
  return {
    by: state.by,
    on: { de: germanDate(state.on), en: state.on },
    figures: [...figures, ...texts],
    slides: before === undefined ? slidesOf(changes) : changedSlides(before.deck, deck),
    wordsKnown: before !== undefined,
    now: state.now,
  };
}

type Spoken = Readonly<Record<Language, string>>;

/** "Einwohner Aurach 1.000 → 1.240 (01-titel)" */
function figure(label: string, before: string, after: string, places: readonly { readonly slide: string }[]): Spoken {
  const text = `${label === "" ? "" : `${label} `}${before} → ${after} (${[...new Set(places.map(({ slide }) => slide))].join(", ")})`;
  return { de: text, en: text };
}

/** Slides that came or went, which is all that data alone can tell besides their numbers. */
function slidesOf({ decks }: Changes): readonly Spoken[] {
  return decks.flatMap(({ newSlides, goneSlides }) => [...newSlides.map(isNew), ...goneSlides.map(isGone)]);
}

function changedSlides(before: Deck, after: Deck): readonly Spoken[] {
  const [was, is] = [before, after].map((deck) => new Map(slidePrints(deck).map(({ id, print }) => [id, print])));
  const ids = [...new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])];
  return ids.flatMap((id): readonly Spoken[] => {
    const [a, b] = [was?.get(id), is?.get(id)];
    if (a === b) return [];
    return a === undefined ? [isNew(id)] : b === undefined ? [isGone(id)] : [{ de: id, en: id }];
  });
}

function isNew(id: string): Spoken {
  return { de: `${id} (neu)`, en: `${id} (new)` };
}

function isGone(id: string): Spoken {
  return { de: `${id} (entfallen)`, en: `${id} (gone)` };
}

/** The project as it was when the deck was released, where git knows and the deck of then has that fingerprint. */
function releasedProject(project: Project, id: string, print: string): { readonly project: Project; readonly deck: Deck } | undefined {
  const revision = revisionWith(project.root, print, `slides/${id}/deck.yaml`);
  const read = revision === undefined ? undefined : projectAt(project.root, revision);
  if (read === undefined || "fault" in read) return undefined;
  const deck = compileProject(read.project, { decks: [id] }).decks[0]?.outcome.value;
  return deck?.state?.kind === "released" && deck.state.now === print ? { project: read.project, deck } : undefined;
}
