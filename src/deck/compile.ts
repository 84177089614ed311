/** Sources and data → deck. */

import { usualReach } from "../data/expression/words.ts";
import { type DataView, viewOf } from "../data/asof.ts";
import type { Data } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import type { Geometry } from "../data/geometry.ts";
import { error, type Diagnostic, inOrder, type Outcome } from "../source/diagnostic.ts";
import { duplicateSlide, noSlideOfDay, noSlides } from "../source/messages/deck.ts";
import { spanOf, type Source } from "../source/source.ts";
import { bindSlide, type BoundSlide, type Draft } from "./bind.ts";
import type { BindScope } from "./binder.ts";
import { ledgerSlides } from "./ledger/slides.ts";
import { parseSlides } from "./markdown.ts";
import type { PictureDigest } from "./fingerprint.ts";
import { keep, recall } from "./memo.ts";
import type { Deck, Slide } from "./model.ts";
import type { OutlineSlide } from "./outline.ts";
import { deckResults, readSettings, type Settings } from "./settings.ts";
import { stateFaults, withState } from "./state.ts";
import { isValidOn } from "./validity.ts";

export interface CompileInput {
  /** The deck's id: its folder's name. */
  readonly id: string;
  /** `deck.yaml`. */
  readonly settings: Source;
  /** The Markdown files in the order of the deck. */
  readonly slides: readonly Source[];
  readonly data: Data;
  /** By name, as `map:` of a chart names it. */
  readonly geometry: ReadonlyMap<string, Geometry>;
  /** Paths of all pictures, relative to the project, e.g. "slides/mut/logo.png". */
  readonly pictures: ReadonlySet<string>;
  /** Names a picture's content, where that is known: for the fingerprint of released decks. */
  readonly pictureDigest?: PictureDigest;
  /** Overrides `as_of` of the settings: a day, or "latest". */
  readonly asOf?: IsoDate;
  /** Day of knowledge: what came in later is not seen. */
  readonly knownOn?: IsoDate;
}

/** The deck, and what of it there is where a fault keeps it from being shown. */
export interface DeckOutcome extends Outcome<Deck> {
  /** What the deck sees of the data. */
  readonly view: DataView;
  /** Each of its slides. */
  readonly drafts: readonly Draft[];
  /** As they are written, in the same order. */
  readonly outlines: readonly OutlineSlide[];
}

/**
 * The deck, or all that is wrong with it. `value` is `undefined` if there is any error, here or in data that is used.
 *
 *     deck.yaml ─readSettings→ Settings ─┐
 *     data      ─viewOf──────→ DataView ─┤ (slides of other days are left out: from, until)
 *     *.md      ─parseSlides─→ Outline  ─┴─bindSlide→ Slide ─→ Deck
 *                                            placeholders → figures, claims held, charts, sources, footnotes, fit
 *
 * Outlines and settings are kept by their source, slides by all that they rest on: an edit does again what it touches.
 */
export function compileDeck(input: CompileInput): DeckOutcome {
  const settings = readSettings(input.settings);
  const outlines = input.slides.map(parseSlides);
  const outline = outlines.flatMap(({ value }) => value ?? []);
  const report: Diagnostic[] = [...settings.diagnostics, ...outlines.flatMap(({ diagnostics }) => diagnostics)];
  report.push(...checkIds(outline));
  if (input.slides.length === 0) report.push(error(spanOf(input.settings, 0, 0), noSlides()));
  // Slides are bound even where the settings have a fault, so that all that is wrong is told in one go.
  const view = viewFor(input, settings.value ?? fallback(input.settings));
  const present = outline.filter((slide) => isValidOn(slide, view.asOf));
  if (outline.length > 0 && present.length === 0) report.push(error(spanOf(input.settings, 0, 0), noSlideOfDay(view.asOf)));
  const scope = scopeOf(input, settings.value ?? fallback(input.settings), view, present);
  const bound = present.map((slide) => bindKept(slide, scope));
  report.push(...bound.flatMap(({ outcome }) => outcome.diagnostics));
  const slides = bound.flatMap(({ outcome }) => outcome.value ?? []);
  const complete = slides.length === bound.length && slides.length > 0 && !report.some(({ severity }) => severity === "error");
  const value = settings.value !== undefined && complete ? toDeck(input, settings.value, scope.view, slides) : undefined;
  // As of another day it is another deck than the one that was released.
  if (input.asOf === undefined && input.knownOn === undefined) report.push(...stateFaults(settings.value?.state, value));
  return { value, diagnostics: inOrder(report), view, drafts: bound.map(({ draft }) => draft), outlines: present };
}

function viewFor(input: CompileInput, settings: Settings): DataView {
  const asOf = input.asOf ?? settings.asOf;
  return viewOf(input.data, input.knownOn === undefined ? { asOf } : { asOf, knownOn: input.knownOn });
}

function scopeOf(input: CompileInput, settings: Settings, view: DataView, outline: readonly OutlineSlide[]): BindScope {
  return {
    settings,
    view,
    deck: deckResults(settings, view.asOf),
    geometry: input.geometry,
    pictures: input.pictures,
    slideIds: new Set(outline.map(({ id }) => id)),
    outlines: outline,
  };
}

function bindKept(outline: OutlineSlide, scope: BindScope): BoundSlide {
  const known = recall(outline, scope);
  if (known !== undefined) return known;
  const bound = bindSlide(outline, scope);
  keep(outline, scope, bound);
  return bound;
}

function checkIds(outline: readonly OutlineSlide[]): readonly Diagnostic[] {
  const seen = new Map<string, OutlineSlide>();
  return outline.flatMap((slide) => {
    const other = seen.get(slide.id);
    if (other === undefined) seen.set(slide.id, slide);
    const { source, start } = slide.span;
    return other === undefined ? [] : [error(spanOf(source, start, start), duplicateSlide(slide.id, other.span.source.path))];
  });
}

function toDeck({ id, asOf, knownOn, pictureDigest }: CompileInput, settings: Settings, view: DataView, slides: readonly Slide[]): Deck {
  const {
    title,
    subtitle,
    event,
    date,
    author,
    contact,
    language,
    canvas,
    template,
    lint,
    wording,
    ledgerSlides: ledgerOnSlides,
    numbers,
    span,
  } = settings;
  const thousands = numbers.thousands === "dot" ? "." : "\u202f";
  const deck: Deck = {
    id,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(event === undefined ? {} : { event }),
    // Built with data of after its day it is shown on another.
    ...(date === undefined || (asOf !== undefined && date < view.asOf) ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(contact === undefined ? {} : { contact }),
    language,
    asOf: view.asOf,
    ...(knownOn === undefined ? {} : { knownOn }),
    seen: { knownOn: view.knownOn, ...(view.byArrival && { byArrival: true }) },
    canvas,
    ...(template === undefined ? {} : { template }),
    ...(lint === undefined ? {} : { lint }),
    ...(wording === undefined ? {} : { wording }),
    ...(thousands === "." ? {} : { thousands }),
    slides: ledgerOnSlides ? [...slides, ...ledgerSlides(slides, canvas, span, thousands)] : slides,
  };
  return withState(deck, settings.state, view, pictureDigest);
}

const fallbacks = new WeakMap<Source, Settings>();

/** What slides are bound to where `deck.yaml` cannot be read. The same for the same source. */
function fallback(source: Source): Settings {
  let settings = fallbacks.get(source);
  if (settings === undefined) {
    const span = spanOf(source, 0, source.text.length);
    settings = {
      title: "",
      language: "de",
      asOf: "latest",
      numbers: { thousands: "dot" },
      words: usualReach,
      canvas: "16:9",
      ledgerSlides: false,
      places: new Map(),
      span,
    };
    fallbacks.set(source, settings);
  }
  return settings;
}
