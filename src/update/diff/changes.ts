/** What is different between two states of a project: numbers shown, datasets, sentences, texts from data. Plain values. */

import type { DataView } from "../../data/asof.ts";
import type { Changing } from "../../data/change.ts";
import type { IsoDate } from "../../data/figure.ts";
import type { NumberStyle } from "../../data/format.ts";
import type { Draft } from "../../deck/bind.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";

/** One side of a comparison. */
export interface State {
  readonly name: StateName;
  readonly decks: readonly DeckState[];
  /** For datasets that no deck reads. */
  readonly view: DataView;
}

/** What a state is called: a Stichtag, a day of knowledge, a revision of git, as the decks themselves say, or around an update. */
export interface StateName {
  readonly kind: "day" | "latest" | "known" | "revision" | "own" | "before-update" | "after-update";
  /** The day, or the revision as it was written; "" for the others. */
  readonly value: string;
}

/** A deck as far as it could be bound. */
export interface DeckState {
  readonly id: string;
  readonly drafts: readonly Draft[];
  readonly view: DataView;
  /** Whether it can be shown. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly numbers: NumberStyle;
}

export interface Changes {
  readonly before: StateName;
  readonly after: StateName;
  readonly decks: readonly DeckChange[];
  /** In the order of decks and slides; equal ones are not among them. */
  readonly figures: readonly FigureChange[];
  /** Shown in one of the states only, of slides that both have. */
  readonly appeared: readonly FigureShown[];
  readonly vanished: readonly FigureShown[];
  readonly sentences: readonly SentenceChange[];
  readonly texts: readonly TextChange[];
  /** Of datasets that a deck reads. */
  readonly datasets: readonly DatasetChange[];
  /** Of the others. */
  readonly otherDatasets: readonly DatasetChange[];
}

export interface DeckChange {
  readonly id: string;
  /** Whether there is such a deck, and whether it can be shown. */
  readonly before: "complete" | "faulty" | "absent";
  readonly after: "complete" | "faulty" | "absent";
  readonly newSlides: readonly string[];
  readonly goneSlides: readonly string[];
  /** Errors that the deck has in the later state only, without claims that fail: those are sentences. */
  readonly faults: readonly Diagnostic[];
}

export interface Place {
  readonly deck: string;
  readonly slide: string;
}

/** A number in one state. */
export interface Reading {
  /** As it is shown. */
  readonly text: string;
  /** `undefined` for a symbol without a number. */
  readonly value: number | undefined;
  /** Of a symbol what it means (German). */
  readonly meaning?: string;
  /** Days of the data that it rests on, ascending. */
  readonly days: readonly IsoDate[];
}

export interface FigureShown {
  /** German, or the author's expression where a calculation has no words. */
  readonly label: string;
  /** As it would be written in a deck. */
  readonly expression: string;
  /** Ids, in the order of the calculation. */
  readonly datasets: readonly string[];
  readonly unit: string;
  /** How it is shown: "number", "percent(1)". */
  readonly format: string;
  readonly reading: Reading;
  readonly places: readonly Place[];
}

export interface FigureChange extends Omit<FigureShown, "reading"> {
  readonly before: Reading;
  readonly after: Reading;
  /** Absent where one of the two is no number. */
  readonly change?: {
    readonly changing: Changing;
    /** after − before, in the number's own unit. */
    readonly difference: number;
    readonly differenceText?: string;
    /** Of the number before, 0.1 is 10 per cent; absent of shares, and from zero or less. */
    readonly rate?: number;
    /** "+55,8 %", of shares "+1,2 Prozentpunkte". */
    readonly relativeText?: string;
  };
  readonly breaks: readonly Break[];
}

export interface Break {
  readonly dataset: string;
  readonly day: IsoDate;
  /** German. */
  readonly reason: string;
}

/** Words held to a condition that hold in one state and not in the other. */
export interface SentenceChange {
  readonly words: string;
  readonly condition: string;
  /** `false` also where it cannot be known; `undefined` where the slide is not there. */
  readonly before: boolean | undefined;
  readonly after: boolean | undefined;
  /** The sides of the condition, where they have numbers. */
  readonly sides: readonly { readonly expression: string; readonly before: string | undefined; readonly after: string | undefined }[];
  readonly place: Place;
  /** File and line. */
  readonly file: string;
  readonly line: number;
}

/** A date, name or other text from data, and words that follow the numbers. */
export interface TextChange {
  readonly expression: string;
  readonly before: string;
  readonly after: string;
  readonly places: readonly Place[];
}

export interface DatasetChange {
  readonly dataset: string;
  readonly title: string;
  /** Newest Stichtag seen; absent where there is none. */
  readonly before?: IsoDate;
  readonly after?: IsoDate;
  /** Stichtage seen in the later state only, ascending, and those gone. */
  readonly newDays: readonly IsoDate[];
  readonly goneDays: readonly IsoDate[];
  /** Stichtage of which another revision is seen. */
  readonly revisions: readonly { readonly day: IsoDate; readonly knownOn?: IsoDate }[];
  readonly breaks: readonly Break[];
  /** Values of the newest state, all levels, by label. */
  readonly newKeys: readonly string[];
  readonly goneKeys: readonly string[];
  /** Of the newest release, where it differs. */
  readonly status?: { readonly before: string; readonly after: string };
  /** Values whose quality differs, by what it is called; "" is none. */
  readonly quality: readonly { readonly before: string; readonly after: string; readonly labels: readonly string[] }[];
  /** How many values are in both states, and how many of them differ. */
  readonly values: { readonly common: number; readonly changed: number };
  /** What somebody took in although checks spoke against it (German). */
  readonly accepted: readonly string[];
}

/** Whether there is nothing to tell. */
export function isEmpty(changes: Changes): boolean {
  const { decks, figures, appeared, vanished, sentences, texts, datasets, otherDatasets } = changes;
  return (
    [figures, appeared, vanished, sentences, texts, datasets, otherDatasets].every(({ length }) => length === 0) &&
    decks.every(
      ({ before, after, newSlides, goneSlides, faults }) => before === after && newSlides.length + goneSlides.length + faults.length === 0,
    )
  );
}
