/** Numbers of one state and their counterparts in the other: by place and expression, then by what they are. */

import type { DataView } from "../../data/asof.ts";
import { breaksBetween, changeFigures, changeOf } from "../../data/change.ts";
import { dataOf, type Figure, isMissing, type Quantity } from "../../data/figure.ts";
import { type NumberStyle, parseFormat, toFigure } from "../../data/format.ts";
import { current, find } from "../../data/lookup.ts";
import { toSource } from "../../source/source.ts";
import { nameOf, writtenName } from "../../deck/naming.ts";
import type { FigureChange, FigureShown, Place, Reading } from "./changes.ts";
import type { Shown } from "./shown.ts";

export interface Pair {
  readonly before: Shown;
  readonly after: Shown;
}

export interface Matched {
  readonly pairs: readonly Pair[];
  /** Without counterpart. */
  readonly appeared: readonly Shown[];
  readonly vanished: readonly Shown[];
}

/**
 * Pairs the numbers of one deck in two states. First those at the same place of the same slide; what is left of a slide
 * (it was rewritten, or another stands in its place) with what is the same number on it, and then anywhere in the deck.
 */
export function match(before: readonly Shown[], after: readonly Shown[]): Matched {
  const pairs: Pair[] = [];
  const bySpot = new Map(before.map((shown) => [spotOf(shown), shown]));
  const left = new Set(before);
  const open: Shown[] = [];
  for (const shown of after) {
    const other = bySpot.get(spotOf(shown));
    // A chart may show something else in the same place.
    if (other === undefined || other.subject !== shown.subject) open.push(shown);
    else {
      left.delete(other);
      pairs.push({ before: other, after: shown });
    }
  }
  const known = { before: indexOf(before), after: indexOf(after) };
  const appeared: Shown[] = [];
  for (const shown of open) {
    const other = counterpart(shown, known.before);
    if (other === undefined) appeared.push(shown);
    else {
      left.delete(other);
      pairs.push({ before: other, after: shown });
    }
  }
  // What still stands elsewhere in the deck has not vanished.
  const vanished = [...left].filter((shown) => counterpart(shown, known.after) === undefined);
  return { pairs, appeared, vanished };
}

function spotOf({ place, spot }: Shown): string {
  return `${place.slide}\n${spot}`;
}

type Index = ReadonlyMap<string, Shown>;

/** The first of each number on each slide, and in the deck. Those of a certain day are told apart by how they are written. */
function indexOf(shown: readonly Shown[]): Index {
  const index = new Map<string, Shown>();
  for (const one of shown) {
    for (const key of keysOf(one)) if (!index.has(key)) index.set(key, one);
  }
  return index;
}

function keysOf({ place, subject, fixed, spot }: Shown): readonly string[] {
  const what = fixed ? `${spot}\n${subject}` : subject;
  return [`${place.slide}\n${what}`, `\n${what}`];
}

function counterpart(shown: Shown, index: Index): Shown | undefined {
  for (const key of keysOf(shown)) {
    const other = index.get(key);
    if (other !== undefined && other.fixed === shown.fixed) return other;
  }
  return undefined;
}

/** With the number as the data had it in the other state; `undefined` where they had none, and for calculations. */
export function pairFromData(after: Shown, view: DataView, numbers: NumberStyle): Pair | undefined {
  const { figure, fixed } = after;
  if (fixed || figure.origin.kind !== "datum") return undefined;
  const { path, span } = figure.origin;
  const dataset = view.data.get(figure.origin.dataset.id);
  const found = dataset && find(view, dataset, path, current);
  if (dataset === undefined || found?.kind !== "value") return undefined;
  const { value, release } = found.slot;
  const origin = { ...figure.origin, dataset, release, span: value.span };
  const source = toSource("", figure.format);
  const format = parseFormat(source, 0, source.text.length).value;
  const before = toFigure({ value: value.value, unit: figure.unit, origin }, format, span, numbers).value;
  return before && { before: { ...after, figure: before }, after };
}

/** The pairs that differ, each distinct change once with all its places. */
export function changesOf(pairs: readonly Pair[], numbers: NumberStyle): readonly FigureChange[] {
  const found = new Map<string, { pair: Pair; readonly places: Place[] }>();
  for (const pair of pairs) {
    const { before, after } = pair;
    if (isSame(before.figure, after.figure)) continue;
    const key = [after.subject, identity(before.figure), identity(after.figure)].join("\n");
    const known = found.get(key);
    if (known === undefined) found.set(key, { pair, places: [after.place] });
    else {
      known.places.push(after.place);
      // Of a number that is shown rounded in one place and exactly in another, the exact one tells more.
      if (digitsOf(after.figure) > digitsOf(known.pair.after.figure)) known.pair = pair;
    }
  }
  return [...found.values()].map(({ pair, places }) => changeIn(pair, distinct(places), numbers));
}

/** Value and days: the same number as of the same days, however it is shown. */
function identity(figure: Figure): string {
  const value = isMissing(figure.value) ? `symbol ${figure.value.symbol}` : String(figure.value);
  return `${value} ${readingOf(figure).days.join(" ")}`;
}

function digitsOf({ text }: Figure): number {
  return text.replaceAll(/\D/gu, "").length;
}

export function isSame({ value: a }: Quantity, { value: b }: Quantity): boolean {
  if (isMissing(a) || isMissing(b)) return isMissing(a) && isMissing(b) && a.symbol === b.symbol;
  return a === b;
}

function changeIn({ before, after }: Pair, places: readonly Place[], numbers: NumberStyle): FigureChange {
  const [a, b] = [before.figure, after.figure];
  const change = changeOf(a, b, b.format, { difference: "", rate: "", span: b.span });
  const { difference, rate } = change;
  const figures = changeFigures(change, b.format, numbers);
  const told = isMissing(difference.value)
    ? undefined
    : {
        changing: change.changing,
        difference: difference.value,
        ...(figures.difference === undefined ? {} : { differenceText: figures.difference.text }),
        ...(rate === undefined || isMissing(rate.value) ? {} : { rate: rate.value }),
        ...(figures.relative === undefined ? {} : { relativeText: figures.relative.text }),
      };
  return {
    ...descriptionOf(b),
    places,
    before: readingOf(a),
    after: readingOf(b),
    ...(told === undefined ? {} : { change: told }),
    breaks: breaksBetween(a, b).map(({ dataset, day, reason }) => ({ dataset: dataset.id, day, reason })),
  };
}

/** What is shown in one state only, each number once. */
export function shownOnce(shown: readonly Shown[]): readonly FigureShown[] {
  const found = new Map<string, { readonly figure: Figure; readonly places: Place[] }>();
  for (const { subject, figure, place, fixed, spot } of shown) {
    const key = `${fixed ? spot : ""}\n${subject}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { figure, places: [place] });
    else known.places.push(place);
  }
  return [...found.values()].map(({ figure, places }) => {
    const { label, expression, datasets, unit, format } = descriptionOf(figure);
    return { label, expression, datasets, unit, format, reading: readingOf(figure), places: distinct(places) };
  });
}

function descriptionOf(figure: Figure): Pick<FigureShown, "label" | "expression" | "datasets" | "unit" | "format"> {
  const datasets = [...new Set(dataOf(figure).map(({ dataset }) => dataset.id))];
  return { label: nameOf(figure), expression: writtenName(figure), datasets, unit: figure.unit, format: figure.format };
}

function readingOf(figure: Figure): Reading {
  const days = [...new Set(dataOf(figure).map(({ release }) => release.stichtag))].toSorted();
  const { value, text } = figure;
  return isMissing(value) ? { text, value: value.exactly, meaning: value.meaning, days } : { text, value, days };
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.deck}\n${place.slide}`, place])).values()];
}
