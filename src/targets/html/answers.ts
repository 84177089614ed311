/**
 * The answers of a slide as JSON, in the form that `data/answer.ts` describes: short, and each thing once. What is said of a
 * figure, a step or a value is the same on every slide that shows it, and so written once and put together here.
 */

import { type Answer, type AskedDatum, type DatumMore } from "../../data/answer.ts";
import { type Appearance, appearancesOf } from "../../deck/ledger/appearances.ts";
import type { ShownClaim, ShownFigure, ShownText, SlideLedger } from "../../deck/ledger/book.ts";
import type { DatumEntry, EarlierValue, StepEntry } from "../../deck/ledger/entries.ts";
import { withEarlier } from "../../deck/ledger/earlier.ts";
import type { Identity } from "../../deck/ledger/identities.ts";
import { type Behind, type ClaimTold, type DatumTold, type FigureTold, isStep, type StepTold } from "../../deck/ledger/told.ts";
import type { Slide } from "../../deck/model.ts";
import { nameOf } from "./answer-names.ts";
import { asksForDays, textNoun } from "./ask-words.ts";
import { chartNumbers } from "./chart-numbers.ts";
import { escapeJson } from "./escape.ts";

/** Safe in a `<script>`; `undefined` where nothing on the slide can be asked. */
export function answersJson(slide: Slide, ledger: SlideLedger): string | undefined {
  const writer = new Writer(appearancesOf(slide).all.length, ledger);
  for (const figure of ledger.figures) writer.figure(figure);
  for (const claim of ledger.claims) writer.claim(claim);
  for (const text of ledger.texts) writer.text(text);
  return writer.json(chartNumbers(slide));
}

/** What has no place of its own in the page cannot be asked there. */
const placeless: ReadonlySet<string> = new Set(["alt-text", "footnote"]);

const figuresWritten = new WeakMap<FigureTold, string>();
const claimsWritten = new WeakMap<ClaimTold, string>();
const dataWritten = new WeakMap<DatumEntry, string>();
const stepsWritten = new WeakMap<StepEntry, string>();

class Writer {
  private readonly ledger: SlideLedger;
  private readonly at: number[];
  private readonly answers: string[] = [];
  private readonly releases = new Map<string, number>();
  private readonly data: { readonly datum: DatumTold; readonly release: number }[] = [];
  private readonly compared = new Set<DatumTold>();
  private readonly steps: string[] = [];
  /** Of data and steps, as answers name them. */
  private readonly places = new Map<Identity, number>();

  /** @param numbers of the slide */
  constructor(numbers: number, ledger: SlideLedger) {
    this.ledger = ledger;
    this.at = Array.from({ length: numbers }, () => -1);
  }

  figure({ told, places }: ShownFigure): void {
    if (!this.isAsked(places)) return;
    const { behind } = told;
    for (const datum of told.compared) this.compared.add(datum);
    let written = figuresWritten.get(told);
    if (written === undefined) figuresWritten.set(told, (written = figureJson(told)));
    this.answers.push(`${written}${behind === undefined ? "" : this.behindJson(isStep(behind) ? behind.inputs : [behind])}}`);
  }

  claim({ told, text, places }: ShownClaim): void {
    if (!this.isAsked(places)) return;
    let written = claimsWritten.get(told);
    if (written === undefined) claimsWritten.set(told, (written = claimJson(told)));
    const behind = asksForDays(told.entry.expression) ? "" : this.behindJson(told.inputs);
    this.answers.push(`{"kind":"claim","text":${escapeJson(JSON.stringify(text))},${written}${behind}}`);
  }

  text({ entry, places }: ShownText): void {
    const { text, expression, releases } = entry;
    if (!this.isAsked(places)) return;
    const answer: Answer = { kind: "text", text, name: textNoun(expression), ...(releases.length > 0 && { from: releases }) };
    this.answers.push(`${open(answer)}}`);
  }

  json(charts: object | undefined): string | undefined {
    if (this.answers.length === 0) return undefined;
    const releases = escapeJson(JSON.stringify([...this.releases.keys()]));
    const shown = charts === undefined ? "" : `,"charts":${escapeJson(JSON.stringify(charts))}`;
    const steps = this.steps.length === 0 ? "" : `,"steps":[${this.steps.join(",")}]`;
    return `{"at":[${this.at.join(",")}],"answers":[${this.answers.join(",")}],"releases":${releases},"data":[${this.data.map((each) => this.datumJson(each)).join(",")}]${steps}${shown}}`;
  }

  /** Whether it is seen anywhere; if so, the next answer is said to be that of its places. */
  private isAsked(places: readonly Appearance[]): boolean {
    let isSeen = false;
    for (const { number, role } of places) {
      if (placeless.has(role)) continue;
      isSeen = true;
      this.at[number - 1] = this.answers.length;
    }
    return isSeen;
  }

  private behindJson(behind: readonly Behind[]): string {
    return behind.length === 0 ? "" : `,"of":[${this.placesOf(behind)}]`;
  }

  private placesOf(behind: readonly Behind[]): string {
    let places = "";
    for (const one of behind) {
      const place = this.places.get(one.identity) ?? (isStep(one) ? this.addStep(one) : this.addDatum(one));
      places += places === "" ? place : `,${place}`;
    }
    return places;
  }

  private addDatum(datum: DatumTold): number {
    const place = this.data.length;
    this.places.set(datum.identity, place);
    const key = datum.entry.release;
    let release = this.releases.get(key);
    if (release === undefined) this.releases.set(key, (release = this.releases.size));
    this.data.push({ datum, release });
    return place;
  }

  private addStep({ identity, entry, inputs }: StepTold): number {
    const place = -1 - this.steps.length;
    this.places.set(identity, place);
    let written = stepsWritten.get(entry);
    if (written === undefined) stepsWritten.set(entry, (written = escapeJson(JSON.stringify(stepLine(entry)))));
    // Its place is taken before those below it take theirs.
    this.steps.push("");
    this.steps[-1 - place] = inputs.length === 0 ? `[${written}]` : `[${written},${this.placesOf(inputs)}]`;
    return place;
  }

  private datumJson({ datum, release }: { readonly datum: DatumTold; readonly release: number }): string {
    const entry = this.compared.has(datum) ? withEarlier(datum, this.ledger.seen) : datum.entry;
    let written = dataWritten.get(entry);
    if (written === undefined) dataWritten.set(entry, (written = datumJson(entry)));
    return `[${release},${written}]`;
  }
}

/** Its JSON without the last brace, so that more can be put in. */
function open(answer: Answer): string {
  return escapeJson(JSON.stringify(answer)).slice(0, -1);
}

/** But for what it rests on, which is told by its places on the slide. */
function figureJson(told: FigureTold): string {
  const { text, unit, one, exact, derivation } = told.entry;
  const counted = one ?? (derivation === undefined ? "" : unit);
  const name = nameOf(told);
  return open({
    text,
    ...(name !== undefined && { name }),
    ...(counted !== "" && { unit: counted }),
    ...(exact !== undefined && { exact }),
    ...(derivation !== undefined && { worked: derivation }),
  });
}

/** All of it but its words and what it rests on. */
function claimJson({ entry: { expression, said, meanings, releases } }: ClaimTold): string {
  // Who asks for days does not ask for the values of these days.
  const more: Partial<Answer> = asksForDays(expression)
    ? { said, from: releases }
    : { said, ...(meanings !== undefined && { means: meanings }) };
  return escapeJson(JSON.stringify(more)).slice(1, -1);
}

/** "Löningen: 1.234 ÷ 13.516 = 0,0913" */
function stepLine({ subject, words, result }: StepEntry): string {
  return `${subject === undefined ? "" : `${subject}: `}${words} = ${result}`;
}

/** All of it but the release's index, which is the slide's. */
function datumJson(entry: DatumEntry): string {
  const { name, text, one, value, unit, sign, quality, at, break: reason, earlier } = entry;
  const note = quality === undefined || quality.kind === "plain" ? sign?.meaning : quality.meaning;
  const said = unit === "" || sign !== undefined ? text : `${text}\u00a0${one ?? unit}`;
  const more: DatumMore = {
    ...(note !== undefined && { note }),
    ...(reason !== undefined && { break: reason }),
    ...(earlier !== undefined && { value, earlier: earlier.map(writtenBefore) }),
  };
  const written = [at.line, name, said, ...(Object.keys(more).length === 0 ? [] : [more])];
  return escapeJson(JSON.stringify(written)).slice(1, -1);
}

function writtenBefore({ day, value, text, break: reason }: EarlierValue): NonNullable<AskedDatum["earlier"]>[number] {
  return reason === undefined ? [day, value, text] : [day, value, text, reason];
}
