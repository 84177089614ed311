/**
 * What a page carries so that its numbers can be asked: written by `targets/html/ask.ts`, read by `client/ask/`. German
 * texts, as they are shown; names are short because a deck holds thousands of them.
 */

/** In each `<section>`, so that a slide that changes brings its answers with it. */
export interface SlideAnswers {
  /** Of each number of the slide, from 1, its answer as an index of `answers`; −1 for what is told elsewhere. */
  readonly at: readonly number[];
  readonly answers: readonly Answer[];
  /** Keys of the releases of `data`. */
  readonly releases: readonly string[];
  readonly data: readonly WrittenDatum[];
  /** Absent where nothing rests on a calculation within another. */
  readonly steps?: readonly WrittenStep[];
  /** By the chart's id, for each view and each of its `figureMarks`, the numbers of the figures that the mark shows. */
  readonly charts?: Readonly<Record<string, readonly (readonly (readonly number[])[])[]>>;
}

export interface Answer {
  /** Absent for a number. */
  readonly kind?: "claim" | "text";
  /** As shown; of a claim its words. */
  readonly text: string;
  /** What it is: "Anteil: Landkreis"; of a text "Stichtag"; absent of a value that stands in the data as it is. */
  readonly name?: string;
  /** Of what has been worked out, where its text does not say it: "Personen"; of what is shown as one or a part of one "Person". */
  readonly unit?: string;
  /** All digits of what the text rounds: "9,97130636… %". */
  readonly exact?: string;
  /** Written out in numbers: "17.135 ÷ 171.843 = 9,97 %". */
  readonly worked?: string;
  /** What a claim says of the numbers, each part on a line. */
  readonly said?: readonly string[];
  /** What its words were taken to mean: "»rund« heißt höchstens 5 % mehr oder weniger". */
  readonly means?: readonly string[];
  /** What it rests on, one level down. */
  readonly of?: readonly PlaceBehind[];
  /** Keys of releases that it rests on, where no value of them is named. */
  readonly from?: readonly string[];
}

/** An index of `data`; of `steps`, whose inputs lead on, −1 less it. */
type PlaceBehind = number;

/** A calculation in words, and what it rests on. */
type WrittenStep = readonly [line: string, ...of: readonly PlaceBehind[]];

/** A datum as it is written: its release as an index of `releases`, its line there, name and text, and what few have. */
type WrittenDatum = readonly [release: number, line: number, name: string, text: string, more?: DatumMore];

export type DatumMore = Pick<AskedDatum, "note" | "break" | "earlier"> & Partial<Pick<AskedDatum, "value">>;

export interface AskedDatum {
  /** "Landkreis". */
  readonly name: string;
  /** With its unit: "17.135 Personen". */
  readonly text: string;
  /** `null` for an office's sign; told only where there are values before it. */
  readonly value: number | null;
  /** Key of {@link DeckSources}. */
  readonly from: string;
  /** What the office says of it: "vorläufiger Wert"; of a sign what it means. */
  readonly note?: string;
  /** Line of the release's file. */
  readonly line: number;
  /** Why it cannot be compared with those before. */
  readonly break?: string;
  /** The values before, oldest first: Stichtag (ISO), value, text, why the series breaks there. */
  readonly earlier?: readonly (readonly [day: string, value: number | null, text: string, reason?: string])[];
}

/** All that an answer leads to, each once: the data in order, the steps below it with those that they rest on behind them. */
export interface Behind {
  readonly data: readonly AskedDatum[];
  readonly steps: readonly string[];
}

export function behind({ of = [] }: Answer, { data, steps = [], releases }: SlideAnswers): Behind {
  const foundData = new Set<WrittenDatum>();
  const foundSteps = new Set<WrittenStep>();
  const visit = (places: readonly PlaceBehind[]): void => {
    for (const place of places) {
      const [datum, step] = place < 0 ? [undefined, steps[-1 - place]] : [data[place], undefined];
      if (datum !== undefined) foundData.add(datum);
      if (step === undefined || foundSteps.has(step)) continue;
      foundSteps.add(step);
      const [, ...inner] = step;
      visit(inner);
    }
  };
  visit(of);
  return {
    data: Array.from(foundData, ([release, line, name, text, more]) => ({
      value: null,
      ...more,
      name,
      text,
      line,
      from: releases[release] ?? "",
    })),
    steps: Array.from(foundSteps, ([line]) => line),
  };
}

/** "03-einwohner:2" → 2, the number on its slide. */
export function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(":") + 1));
}

/** Once a deck: the releases that it rests on, by their keys. */
export type DeckSources = Readonly<Record<string, AskedRelease>>;

export interface AskedRelease {
  readonly title: string;
  /** ISO. */
  readonly day: string;
  readonly known?: string;
  /** "vorläufig". */
  readonly status?: string;
  readonly provider: string;
  readonly table?: string;
  readonly address?: string;
  readonly licence?: string;
  readonly terms?: string;
  /** In the project. */
  readonly file: string;
  /** What it was read from, when and by what. */
  readonly read?: string;
  readonly on?: string;
  readonly by?: string;
}

/** Class of the `<script type="application/json">` in each section, and of the deck's own. */
export const answersClass = "ledger";
export const sourcesClass = "ledger-sources";
