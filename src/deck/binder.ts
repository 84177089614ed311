/** What binds one slide: evaluates expressions, collects what is wrong, and remembers all that the result rests on. */

import { type DataView, type Reads, releasesSeen, sameReads, viewAsOf, watch } from "../data/asof.ts";
import type { Dataset, Release } from "../data/dataset.ts";
import { evaluate, evaluateAt, evaluateHistory, type History, type Scope as EvaluationScope } from "../data/expression/evaluate.ts";
import type { Expression } from "../data/expression/parse.ts";
import type { Figure, IsoDate, Origin, Quantity } from "../data/figure.ts";
import { type Format, toFigure } from "../data/format.ts";
import type { Geometry } from "../data/geometry.ts";
import type { Result, Table } from "../data/value.ts";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { expected } from "../source/messages/deck.ts";
import type { Message } from "../source/diagnostic.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Span } from "../source/source.ts";
import type { Inline } from "./model.ts";
import { plainText } from "./plain-text.ts";
import type { OutlineSlide } from "./outline.ts";
import type { Settings } from "./settings.ts";

/** What slides are bound to. */
export interface BindScope {
  readonly settings: Settings;
  readonly view: DataView;
  /** What `deck.name` yields. */
  readonly deck: ReadonlyMap<string, Result>;
  readonly geometry: ReadonlyMap<string, Geometry>;
  /** Paths relative to the project. */
  readonly pictures: ReadonlySet<string>;
  readonly slideIds: ReadonlySet<string>;
  /** All slides of the deck, for what sums up the others. */
  readonly outlines: readonly OutlineSlide[];
}

/** Words held to a condition, and whether it holds: `undefined` where that cannot be known. */
export interface HeldClaim {
  /** Without markup. */
  readonly words: string;
  /** As written. */
  readonly condition: string;
  readonly holds: boolean | undefined;
  /** Of words that follow the numbers: which alternative, from 0. */
  readonly chosen?: number;
  readonly origin: Origin;
  readonly span: Span;
}

/** Where an expression looks: the same data as of another day or as known on another day, or so many releases back. */
export interface Elsewhen {
  readonly asOf?: IsoDate;
  readonly knownOn?: IsoDate;
  readonly back?: number;
}

/** All that a bound slide rests on besides its outline, its settings and the day. */
export interface Rests {
  readonly view: DataView;
  readonly reads: Reads;
  readonly geometry: ReadonlyMap<string, Geometry | undefined>;
  readonly pictures: ReadonlyMap<string, boolean>;
  readonly slideIds: ReadonlyMap<string, boolean>;
  /** Set where other slides were asked what they show. */
  readonly outlines?: readonly OutlineSlide[];
  /** Whether a misspelt name was compared with all there are: then it rests on all their names. */
  readonly allNames: boolean;
}

/** Whether a slide that rests on this would come out the same in the scope. */
export function stillHolds(rests: Rests, scope: BindScope): boolean {
  if (rests.allNames) return false;
  if (!sameReads(rests.reads, rests.view, scope.view)) return false;
  for (const [name, geometry] of rests.geometry) if (scope.geometry.get(name) !== geometry) return false;
  for (const [path, there] of rests.pictures) if (scope.pictures.has(path) !== there) return false;
  for (const [id, there] of rests.slideIds) if (scope.slideIds.has(id) !== there) return false;
  const { outlines } = rests;
  if (outlines !== undefined && !isSame(outlines, scope.outlines)) return false;
  return true;
}

function isSame(a: readonly OutlineSlide[], b: readonly OutlineSlide[]): boolean {
  return a.length === b.length && a.every((outline, index) => outline === b[index]);
}

/** Answers by what was asked for. Most slides ask for nothing of it, and there are many slides. */
class Asked<T> {
  answers: Map<string, T> | undefined;

  keep(name: string, answer: T): T {
    this.answers ??= new Map<string, T>();
    this.answers.set(name, answer);
    return answer;
  }
}
const nothing: ReadonlyMap<string, never> = new Map<string, never>();

export class Binder {
  readonly report: Diagnostic[] = [];
  /** In the order in which they were bound; not only those that hold. */
  readonly claims: HeldClaim[] = [];
  private readonly scope: BindScope;
  private readonly watched: DataView & { readonly reads: Reads };
  private readonly evaluation: EvaluationScope;
  private readonly asked = { geometry: new Asked<Geometry | undefined>(), pictures: new Asked<boolean>(), slideIds: new Asked<boolean>() };
  private readonly words = new Map<string, Inline>();
  private readonly notRanked = new Map<Quantity, string>();
  private missed = false;
  private comparedNames = false;
  private askedOutlines = false;

  constructor(scope: BindScope) {
    this.scope = scope;
    this.watched = watch(scope.view);
    this.evaluation = {
      view: this.watched,
      deck: scope.deck,
      reach: scope.settings.words,
      unranked: (entries) => this.leaveUnranked(entries),
    };
  }

  get settings(): Settings {
    return this.scope.settings;
  }

  get asOf(): IsoDate {
    return this.watched.asOf;
  }

  /** To be told of what an order leaves out because it has no number: nobody could see that on the slide. */
  leaveUnranked(entries: Iterable<{ readonly label: string; readonly quantity: Quantity }>): void {
    for (const { label, quantity } of entries) this.notRanked.set(quantity, label);
  }

  /** What orders have left out so far, with its label. */
  get unranked(): ReadonlyMap<Quantity, string> {
    return new Map(this.notRanked);
  }

  /** The releases of a dataset that the slide sees. */
  releasesOf(dataset: Dataset): readonly Release[] {
    return releasesSeen(this.watched, dataset);
  }

  /** Set where a part could not be bound, even if that has been told elsewhere: the slide is then no slide. */
  get faulty(): boolean {
    return this.missed || this.report.some(({ severity }) => severity === "error");
  }

  get rests(): Rests {
    return {
      view: this.scope.view,
      reads: this.watched.reads,
      geometry: this.asked.geometry.answers ?? nothing,
      pictures: this.asked.pictures.answers ?? nothing,
      slideIds: this.asked.slideIds.answers ?? nothing,
      ...(this.askedOutlines ? { outlines: this.scope.outlines } : {}),
      // An unknown dataset is told with the nearest of all names, too.
      allNames: this.comparedNames || [...this.watched.reads.values()].includes(undefined),
    };
  }

  fail(span: Span, message: Message): undefined {
    this.report.push(error(span, message));
    return undefined;
  }

  /** What the expression yields; `undefined` where it has a fault, which then has been told. */
  result(expression: Expression | undefined): Result | undefined {
    return expression === undefined ? this.miss() : this.take(evaluate(expression, this.evaluation));
  }

  /** What the expression yields elsewhen; what is wrong with it is for the caller to tell. */
  resultAt(expression: Expression, { asOf, knownOn, back = 0 }: Elsewhen): Outcome<Result> {
    const { view, deck, reach } = this.evaluation;
    // In such a view, too, what is read is what the slide rests on.
    return evaluateAt(expression, { view: elsewhen(view, asOf, knownOn), deck, ...(reach && { reach }) }, { back });
  }

  /** The outlines of the deck's slides. */
  get outlines(): readonly OutlineSlide[] {
    this.askedOutlines = true;
    return this.scope.outlines;
  }

  number(expression: Expression | undefined): Quantity | undefined {
    const result = this.result(expression);
    if (result === undefined || expression === undefined) return undefined;
    return result.kind === "number" ? result.quantity : this.fail(placeOf(expression), expected("number", result.kind));
  }

  table(expression: Expression | undefined): Table | undefined {
    const result = this.result(expression);
    if (result === undefined || expression === undefined) return undefined;
    return result.kind === "table" ? result : this.fail(placeOf(expression), expected("table", result.kind));
  }

  history(expression: Expression | undefined): History | undefined {
    return expression === undefined ? this.miss() : this.take(evaluateHistory(expression, this.evaluation));
  }

  /**
   * @param span the place that the figure stands for
   * @param expression what was written of it, where its origin alone would be another number
   */
  figure(quantity: Quantity, format: Format | undefined, span: Span, expression?: string): Figure | undefined {
    const figure = this.take(toFigure(quantity, format, span, this.settings.numbers));
    return figure && expression !== undefined ? { ...figure, expression } : figure;
  }

  /** The words of inlines, for a place that takes plain text. What they rest on is not lost: it is in {@link said}. */
  plain(content: readonly Inline[]): string {
    for (const inline of content) {
      if (inline.kind === "text" || inline.kind === "code" || inline.kind === "break") continue;
      const span = inline.kind === "figure" ? inline.figure.span : "span" in inline ? inline.span : undefined;
      // The views of a chart share its title, so that the same place is bound more than once.
      this.words.set(span === undefined ? `${this.words.size}` : `${span.source.path} ${span.start} ${span.end}`, inline);
    }
    return plainText(content);
  }

  /** What has become plain text so far, and is more than text: figures, bound texts, claims. */
  get said(): readonly Inline[] {
    return [...this.words.values()];
  }

  geometry(name: string): Geometry | undefined {
    return this.asked.geometry.keep(name, this.scope.geometry.get(name));
  }

  hasPicture(path: string): boolean {
    return this.asked.pictures.keep(path, this.scope.pictures.has(path));
  }

  hasSlide(id: string): boolean {
    return this.asked.slideIds.keep(id, this.scope.slideIds.has(id));
  }

  /** The name closest to a misspelt one. */
  nearest(kind: "geometry" | "pictures" | "slideIds", name: string): string | undefined {
    this.comparedNames = true;
    return nearest(name, kind === "geometry" ? this.scope.geometry.keys() : this.scope[kind]);
  }

  private miss(): undefined {
    this.missed = true;
    return undefined;
  }

  /** The value of an outcome, whose diagnostics are told. */
  take<T>({ value, diagnostics }: { readonly value: T | undefined; readonly diagnostics: readonly Diagnostic[] }): T | undefined {
    this.report.push(...diagnostics);
    return value === undefined ? this.miss() : value;
  }
}

function elsewhen(view: DataView, asOf: IsoDate | undefined, knownOn: IsoDate | undefined): DataView {
  if (knownOn !== undefined) return { ...view, asOf: asOf ?? view.asOf, knownOn, byArrival: true };
  return asOf === undefined ? view : viewAsOf(view, asOf);
}

/** The place of an expression, without the blanks around it. */
export function placeOf({ source, start, text }: Expression): Span {
  const from = start + text.length - text.trimStart().length;
  return spanOf(source, from, from + text.trim().length);
}
