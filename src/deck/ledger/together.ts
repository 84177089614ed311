/** The ledgers of a deck's slides as one, in which each thing stands once. */

import { describe } from "../../data/expression/describe.ts";
import type { Figure } from "../../data/figure.ts";
import { type Appearance, placeId } from "./appearances.ts";
import type { ShownFigure, SlideLedger } from "./book.ts";
import { type Seen, withEarlier } from "./earlier.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, LedgerPart, Place, Ref, ReleaseEntry, StepEntry, TextEntry } from "./entries.ts";
import { filePlace } from "./place.ts";
import { type Behind, type DatumTold, type FigureTold, isStep } from "./told.ts";

type Unplaced<T> = Omit<T, "id" | "places">;
type Placed<T> = T & { readonly id: string; readonly places: Place[] };

/** Steps are numbered from 1 as they come: within the parts they have any names, the same for the same step. */
export function together(parts: readonly SlideLedger[]): LedgerPart {
  const figures = new Figures();
  const texts = new Map<string, Placed<Unplaced<TextEntry>>>();
  const claims = new Map<string, Placed<Unplaced<ClaimEntry>>>();
  const rest = new Rest();
  const releases = new Set<ReleaseEntry>();
  for (const part of parts) {
    for (const behind of part.behind) rest.add(behind);
    for (const release of part.releases) releases.add(release);
    const { slide } = part;
    for (const figure of part.figures) figures.add(figure, slide);
    for (const { entry, span, places } of part.texts) {
      const { releases: keys, ...own } = entry;
      add(
        texts,
        [own.text, own.expression, ...keys].join("\n"),
        () => ({ ...own, written: filePlace(span), releases: keys }),
        places,
        slide,
      );
    }
    for (const { told, text, span, places } of part.claims) {
      const { releases: keys, ...own } = told.entry;
      const key = [text, own.expression, ...own.inputs.map((input) => nameOf(input, ""))].join("\n");
      add(claims, key, () => ({ text, ...own, written: filePlace(span), releases: keys }), places, slide);
    }
  }
  const [first] = parts;
  const data = first === undefined ? [] : rest.entries(first.seen, figures.compared);
  const steps = [...rest.steps.values()];
  const numbers = new Map(steps.map(({ key }, i) => [key, `s${i + 1}`]));
  const renamed = (ref: Ref): Ref => ("step" in ref ? { step: numbers.get(ref.step) ?? ref.step } : ref);
  return {
    figures: Array.from(figures.all, (figure) => ({ ...figure, origin: renamed(figure.origin) })),
    texts: [...texts.values()],
    claims: Array.from(claims.values(), (claim) => ({ ...claim, inputs: claim.inputs.map(renamed) })),
    steps: Array.from(steps, (step) => ({ ...step, key: numbers.get(step.key) ?? step.key, inputs: step.inputs.map(renamed) })),
    data,
    releases: [...releases],
  };
}

/** Each is asked for by what is told of it, which slides share; only what is new is looked up by its words. */
class Figures {
  private readonly byTold = new Map<FigureTold, Placed<Unplaced<FigureEntry>>>();
  private readonly byWords = new Map<string, Placed<Unplaced<FigureEntry>>>();

  /** Values of which somebody will ask what they were before. */
  readonly compared = new Set<DatumTold>();

  get all(): Iterable<Placed<Unplaced<FigureEntry>>> {
    return this.byWords.values();
  }

  add({ told, figure, places }: ShownFigure, slide: string): void {
    let known = this.byTold.get(told);
    if (known === undefined) {
      const { origin, unit, format, text } = told.entry;
      const words = `${nameOf(origin, unit)} ${format} ${text}`;
      known = this.byWords.get(words);
      if (known === undefined) this.byWords.set(words, (known = entryOf(told, figure, firstId(places, slide))));
      this.byTold.set(told, known);
      for (const datum of told.compared) this.compared.add(datum);
    }
    place(known, places, slide);
  }
}

/** What numbers rest on; of a step first what it is worked out of. */
class Rest {
  readonly steps = new Map<string, StepEntry>();
  private readonly data = new Map<string, DatumTold>();

  add(behind: Behind): void {
    const { key } = behind.entry;
    if (!isStep(behind)) {
      if (!this.data.has(key)) this.data.set(key, behind);
      return;
    }
    if (this.steps.has(key)) return;
    for (const input of behind.inputs) this.add(input);
    this.steps.set(key, behind.entry);
  }

  entries(seen: Seen, compared: ReadonlySet<DatumTold>): readonly DatumEntry[] {
    return Array.from(this.data.values(), (datum) => (compared.has(datum) ? withEarlier(datum, seen) : datum.entry));
  }
}

function entryOf({ entry }: FigureTold, figure: Figure, id: string): Placed<Unplaced<FigureEntry>> {
  return { ...entry, id, places: [], expression: figure.expression ?? describe(figure), written: filePlace(figure.span) };
}

function add<T extends object>(
  all: Map<string, Placed<T>>,
  key: string,
  entry: () => T,
  places: readonly Appearance[],
  slide: string,
): void {
  let known = all.get(key);
  if (known === undefined) all.set(key, (known = { id: firstId(places, slide), places: [], ...entry() }));
  place(known, places, slide);
}

function firstId([first]: readonly Appearance[], slide: string): string {
  return placeId(slide, first?.number ?? 0);
}

function place({ places }: { readonly places: Place[] }, added: readonly Appearance[], slide: string): void {
  for (const { number, role } of added) places.push({ id: placeId(slide, number), slide, role });
}

/** @param unit of a number that its author wrote, which tells it from others */
function nameOf(ref: Ref, unit: string): string {
  if ("step" in ref) return ref.step;
  return "datum" in ref ? ref.datum : `${ref.number} ${unit}`;
}
