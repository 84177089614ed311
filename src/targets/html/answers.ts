/**
 * The answers of a slide as JSON, in the form that `data/answer.ts` describes: short, and each thing once. What is said of a
 * figure, a step or a value is the same on every slide that shows it, and so written once and put together here.
 */

import { type Answer, type AskedDatum, type DatumMore, numberOf } from "../../data/answer.ts";
import { appearancesOf } from "../../deck/ledger/appearances.ts";
import type { ShownClaim, ShownFigure, SlideLedger } from "../../deck/ledger/book.ts";
import type { DatumEntry, EarlierValue, Place, StepEntry, TextEntry } from "../../deck/ledger/entries.ts";
import type { FigureTold, Identity, StepTold } from "../../deck/ledger/identities.ts";
import type { Slide } from "../../deck/model.ts";
import { AnswerNames } from "./answer-names.ts";
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
const dataWritten = new WeakMap<DatumEntry, string>();
const stepsWritten = new WeakMap<StepEntry, string>();

class Writer {
  private readonly ledger: SlideLedger;
  private readonly at: number[];
  private readonly answers: string[] = [];
  private readonly releases = new Map<string, number>();
  private readonly data: string[] = [];
  private readonly steps: string[] = [];
  /** Of data and steps, as answers name them. */
  private readonly places = new Map<Identity, number>();
  private names: AnswerNames | undefined;

  /** @param numbers of the slide */
  constructor(numbers: number, ledger: SlideLedger) {
    this.ledger = ledger;
    this.at = Array.from({ length: numbers }, () => -1);
  }

  figure({ told, places }: ShownFigure): void {
    if (!this.isAsked(places)) return;
    let written = figuresWritten.get(told);
    if (written === undefined) figuresWritten.set(told, (written = this.figureJson(told)));
    this.answers.push(`${written}${this.behindJson(told.inputs)}}`);
  }

  claim({ entry, inputs }: ShownClaim): void {
    const { places, text, expression, said, meanings, releases } = entry;
    if (!this.isAsked(places)) return;
    // Who asks for days does not ask for the values of these days.
    const forDays = asksForDays(expression);
    const answer: Answer = {
      kind: "claim",
      text,
      said,
      ...(forDays && { from: releases }),
      ...(!forDays && meanings !== undefined && { means: meanings }),
    };
    this.answers.push(`${open(answer)}${forDays ? "" : this.behindJson(inputs)}}`);
  }

  text({ places, text, expression, releases }: TextEntry): void {
    if (!this.isAsked(places)) return;
    const answer: Answer = { kind: "text", text, name: textNoun(expression), ...(releases.length > 0 && { from: releases }) };
    this.answers.push(`${open(answer)}}`);
  }

  json(charts: object | undefined): string | undefined {
    if (this.answers.length === 0) return undefined;
    const releases = escapeJson(JSON.stringify([...this.releases.keys()]));
    const shown = charts === undefined ? "" : `,"charts":${escapeJson(JSON.stringify(charts))}`;
    const steps = this.steps.length === 0 ? "" : `,"steps":[${this.steps.join(",")}]`;
    return `{"at":[${this.at.join(",")}],"answers":[${this.answers.join(",")}],"releases":${releases},"data":[${this.data.join(",")}]${steps}${shown}}`;
  }

  /** Whether it is seen anywhere; if so, the next answer is said to be that of its places. */
  private isAsked(places: readonly Place[]): boolean {
    let isSeen = false;
    for (const { id, role } of places) {
      if (placeless.has(role)) continue;
      isSeen = true;
      this.at[numberOf(id) - 1] = this.answers.length;
    }
    return isSeen;
  }

  private figureJson({ entry }: FigureTold): string {
    const { text, unit, one, exact, derivation } = entry;
    const counted = one ?? (derivation === undefined ? "" : unit);
    this.names ??= new AnswerNames(this.ledger);
    const name = this.names.of(entry);
    return open({
      text,
      ...(name !== undefined && { name }),
      ...(counted !== "" && { unit: counted }),
      ...(exact !== undefined && { exact }),
      ...(derivation !== undefined && { worked: derivation }),
    });
  }

  private behindJson(of: readonly Identity[]): string {
    return of.length === 0 ? "" : `,"of":[${this.placesOf(of)}]`;
  }

  private placesOf(of: readonly Identity[]): string {
    let places = "";
    for (const identity of of) {
      const place = this.places.get(identity) ?? this.add(identity);
      places += places === "" ? place : `,${place}`;
    }
    return places;
  }

  private add(identity: Identity): number {
    const datum = this.ledger.data.get(identity);
    if (datum !== undefined) return this.addDatum(identity, datum);
    const step = this.ledger.steps.get(identity);
    if (step === undefined) throw new Error("The ledger of a slide lacks what its numbers rest on.");
    return this.addStep(identity, step);
  }

  private addDatum(identity: Identity, entry: DatumEntry): number {
    const place = this.data.length;
    this.places.set(identity, place);
    let release = this.releases.get(entry.release);
    if (release === undefined) this.releases.set(entry.release, (release = this.releases.size));
    let written = dataWritten.get(entry);
    if (written === undefined) dataWritten.set(entry, (written = datumJson(entry)));
    this.data.push(`[${release},${written}]`);
    return place;
  }

  private addStep(identity: Identity, { entry, inputs }: StepTold): number {
    const place = -1 - this.steps.length;
    this.places.set(identity, place);
    let written = stepsWritten.get(entry);
    if (written === undefined) stepsWritten.set(entry, (written = escapeJson(JSON.stringify(stepLine(entry)))));
    this.steps.push("");
    this.steps[-1 - place] = inputs.length === 0 ? `[${written}]` : `[${written},${this.placesOf(inputs)}]`;
    return place;
  }
}

/** Its JSON without the last brace, so that more can be put in. */
function open(answer: Answer): string {
  return escapeJson(JSON.stringify(answer)).slice(0, -1);
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
