/** Draft or released: what `deck.yaml` says of it, and what the data that is shown says. */

import type { DataView } from "../data/asof.ts";
import { germanDate } from "../data/calendar.ts";
import type { Dataset, Release } from "../data/dataset.ts";
import { day, type Fields, flag, object, type Reader, text } from "../data/fields.ts";
import { dataOf, type Quantity } from "../data/figure.ts";
import { type Diagnostic, error, type Language, warning } from "../source/diagnostic.ts";
import { draftAndReleased, notAFingerprint, releasedDoesNotBuild, releasedShowsDrafts } from "../source/messages/state.ts";
import { visitSlide } from "./figures.ts";
import { fingerprintOf, type PictureDigest } from "./fingerprint.ts";
import type { Deck, DraftData, Released, Slide } from "./model.ts";
import { sayingChanged, sayingNothing } from "./release-note.ts";

/** As `deck.yaml` has it; nothing where it says neither. */
export type StateSetting = { readonly kind: "draft" } | Released;

const fingerprint: Reader<string> = (node, report) => {
  const written = text(node, report);
  if (written === undefined || /^[0-9a-f]{16}$/u.test(written)) return written;
  report.push(error(node.span, notAFingerprint(written)));
  return undefined;
};

/** Reads `draft` and `released` of `deck.yaml`. */
export function readState(fields: Fields, name: Reader<string>, report: Diagnostic[]): StateSetting | undefined {
  const draft = fields.optional("draft", flag);
  const draftSpan = fields.entry("draft")?.value.span;
  const release: Reader<Released> = (node, faults) =>
    object((below) => {
      const known = faults.length;
      const [by, on] = [below.required("by", name), below.required("on", day)];
      const print = below.optional("fingerprint", fingerprint);
      if (by === undefined || on === undefined || faults.length > known) return undefined;
      return { kind: "released" as const, by, on, ...(print !== undefined && { fingerprint: print }), span: node.span };
    })(node, faults);
  const released = fields.optional("released", release);
  if (draft !== true || draftSpan === undefined) return released;
  if (released !== undefined) report.push(error(draftSpan, draftAndReleased()));
  return { kind: "draft" };
}

/**
 * The deck with what holds of it: a draft if it says so or shows data that are, else released, with its fingerprint as it
 * is now. One that is not what was released any more says so where it says that it was.
 */
export function withState(deck: Deck, setting: StateSetting | undefined, view: DataView, digest?: PictureDigest): Deck {
  const hasDrafts = [...view.data.values()].some(({ releases }) => releases.some(({ draft }) => draft === true));
  const data = hasDrafts ? draftDataOf(deck.slides) : [];
  if (setting?.kind === "draft" || data.length > 0) {
    const slides = setting?.kind === "released" ? deck.slides.map((slide) => sayingNothing(slide, setting)) : deck.slides;
    return { ...deck, state: { kind: "draft", data }, slides };
  }
  if (setting === undefined) return deck;
  const released = { ...deck, state: { ...setting, now: "" } };
  const now = fingerprintOf(released, digest);
  const isSame = setting.fingerprint === undefined || setting.fingerprint === now;
  const slides = isSame ? deck.slides : deck.slides.map((slide) => sayingChanged(slide, setting));
  return { ...deck, state: { ...setting, now }, slides };
}

/** What does not go with the release of a deck, as warnings at the place where `deck.yaml` says it. */
export function stateFaults(setting: StateSetting | undefined, deck: Deck | undefined): readonly Diagnostic[] {
  if (setting?.kind !== "released") return [];
  if (deck === undefined) return [warning(setting.span, releasedDoesNotBuild(setting.by, { de: germanDate(setting.on), en: setting.on }))];
  return deck.state?.kind === "draft" ? [warning(setting.span, releasedShowsDrafts(deck.state.data.map(draftWords)))] : [];
}

/** "Einwohner der Orte, Stichtag 31.12.2020 (300; 1.234 auf 01-titel, 02-orte)" */
export function draftWords({ dataset, release, slides, figures }: DraftData): Readonly<Record<Language, string>> {
  const numbers = figures.length > most ? [...figures.slice(0, most), "…"] : figures;
  const shown = numbers.length === 0 ? "" : `${numbers.join("; ")} `;
  return {
    de: `${dataset.title}, Stichtag ${germanDate(release.stichtag)} (${shown}auf ${slides.join(", ")})`,
    en: `${dataset.title}, Stichtag ${release.stichtag} (${shown}on ${slides.join(", ")})`,
  };
}

/** Numbers named of each draft; the others are known by its Stichtag. */
const most = 8;

/** The drafts of data that slides show, those said in notes among them, in order of appearance. */
export function draftDataOf(slides: readonly Slide[]): readonly DraftData[] {
  const found = new Map<Release, { readonly dataset: Dataset; readonly slides: Set<string>; readonly figures: Set<string> }>();
  for (const slide of slides) {
    const note = (quantity: Quantity, shown?: string): void => {
      for (const { dataset, release } of dataOf(quantity)) {
        if (release.draft !== true) continue;
        const known = found.get(release) ?? { dataset, slides: new Set(), figures: new Set() };
        found.set(release, known);
        known.slides.add(slide.id);
        if (shown !== undefined) known.figures.add(shown);
      }
    };
    visitSlide(slide, {
      figure: (figure) => note(figure, figure.text),
      origin: (origin) => note({ value: 0, unit: "", origin }),
    });
  }
  return [...found].map(([release, { dataset, slides: ids, figures }]) => ({ dataset, release, slides: [...ids], figures: [...figures] }));
}
