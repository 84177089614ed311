/** What a deck of the project says of the figures that a file once held. */

import { describe } from "../../../data/expression/describe.ts";
import { dataOf, isMissing, type Quantity } from "../../../data/figure.ts";
import { appearancesOf } from "../../../deck/ledger/appearances.ts";
import { deckLedger } from "../../../deck/ledger/build.ts";
import type { Deck, Slide } from "../../../deck/model.ts";
import type { Told } from "./finding.ts";
import type { RecordedDatum, RecordedFigure } from "./record.ts";
import { plain } from "./texts.ts";

/** Answers for a figure that stood on a slide; `undefined` where the deck shows it no more. */
export type Truth = (slide: string, figure: RecordedFigure, data: readonly RecordedDatum[]) => Told | undefined;

/** What the numbers say of each condition that claims are held to, in German; all of them hold. */
export function conditionsOf(deck: Deck): ReadonlyMap<string, readonly string[]> {
  return new Map(deckLedger(deck).claims.map(({ expression, said }) => [expression, said]));
}

/** @param slides as far as they could be bound */
export function truthOf(slides: readonly Slide[]): Truth {
  const told = new Map<string, Told[]>();
  const enter = (key: string, entry: Told): void => {
    const before = told.get(key);
    if (before === undefined) told.set(key, [entry]);
    else before.push(entry);
  };
  for (const slide of slides) {
    for (const { shown } of appearancesOf(slide).all) {
      if (shown.kind === "claim") continue;
      const quantity: Quantity = shown.kind === "figure" ? shown.figure : { value: 0, unit: "", origin: shown.origin };
      const format = shown.kind === "figure" ? shown.figure.format : undefined;
      const entry = toldOf(plain(shown.kind === "figure" ? shown.figure.text : shown.text), quantity, shown.kind === "figure");
      const places = dataOf(quantity).map(({ dataset, path }) => ({ dataset: dataset.id, path }));
      for (const id of [slide.id, ""]) enter(keyOf(id, describe(quantity), format, places), entry);
    }
  }
  return (slide, figure, data) => {
    const own = figure.data.flatMap((index) => data[index] ?? []);
    const keys = [slide, ""].map((id) => keyOf(id, figure.expression, figure.format, own));
    for (const key of keys) {
      const found = chosen(told.get(key) ?? [], figure, own);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** What is worked out in the same way of the same places of data. */
function keyOf(
  slide: string,
  expression: string,
  format: string | undefined,
  places: readonly Pick<RecordedDatum, "dataset" | "path">[],
): string {
  return JSON.stringify([slide, expression, format, places.map(({ dataset, path }) => [dataset, ...path])]);
}

/** A series shows one place of data on many days: of these, only the same day can say something else. */
function chosen(candidates: readonly Told[], figure: RecordedFigure, data: readonly RecordedDatum[]): Told | undefined {
  const same = candidates.find(({ text }) => text === figure.text);
  if (same !== undefined) return same;
  const days = [...new Set(data.map(({ stichtag }) => stichtag))].toSorted().toReversed().join();
  const ofDays = candidates.filter(({ stichtage }) => stichtage.join() === days);
  const texts = new Set((ofDays.length > 0 ? ofDays : candidates).map(({ text }) => text));
  return texts.size === 1 ? (ofDays[0] ?? candidates[0]) : undefined;
}

function toldOf(text: string, quantity: Quantity, isFigure: boolean): Told {
  const data = dataOf(quantity);
  const sources = data.map(({ dataset, release }) => {
    const { provider, table } = release.provenance;
    return `${dataset.title} (${table === undefined ? provider : `${provider}, Tabelle ${table}`})`;
  });
  const stichtage = [...new Set(data.map(({ release }) => release.stichtag))].toSorted().toReversed();
  const { value } = quantity;
  return { text, ...(isFigure && !isMissing(value) && { value }), sources: [...new Set(sources)], stichtage };
}
