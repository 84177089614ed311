/** What binds one slide: evaluates expressions, collects what is wrong, and remembers all that the result rests on. */

import { type DataView, type Reads, sameReads, watch } from "../data/asof.ts";
import { evaluate, evaluateHistory, type History } from "../data/expression/evaluate.ts";
import type { Expression } from "../data/expression/parse.ts";
import type { Figure, IsoDate, Quantity } from "../data/figure.ts";
import { type Format, toFigure } from "../data/format.ts";
import type { Geometry } from "../data/geometry.ts";
import type { Result, Table } from "../data/value.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { expected } from "../source/messages/deck.ts";
import type { Message } from "../source/diagnostic.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Span } from "../source/source.ts";
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
}

/** All that a bound slide rests on besides its outline, its settings and the day. */
export interface Rests {
  readonly view: DataView;
  readonly reads: Reads;
  readonly geometry: ReadonlyMap<string, Geometry | undefined>;
  readonly pictures: ReadonlyMap<string, boolean>;
  readonly slideIds: ReadonlyMap<string, boolean>;
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
  return true;
}

export class Binder {
  readonly report: Diagnostic[] = [];
  readonly #scope: BindScope;
  readonly #view: DataView & { readonly reads: Reads };
  readonly #geometry = new Map<string, Geometry | undefined>();
  readonly #pictures = new Map<string, boolean>();
  readonly #slideIds = new Map<string, boolean>();
  #faulty = false;
  #allNames = false;

  constructor(scope: BindScope) {
    this.#scope = scope;
    this.#view = watch(scope.view);
  }

  get settings(): Settings {
    return this.#scope.settings;
  }

  get asOf(): IsoDate {
    return this.#view.asOf;
  }

  /** Set where a part could not be bound, even if that has been told elsewhere: the slide is then no slide. */
  get faulty(): boolean {
    return this.#faulty || this.report.some(({ severity }) => severity === "error");
  }

  get rests(): Rests {
    return {
      view: this.#scope.view,
      reads: this.#view.reads,
      geometry: this.#geometry,
      pictures: this.#pictures,
      slideIds: this.#slideIds,
      // An unknown dataset is told with the nearest of all names, too.
      allNames: this.#allNames || [...this.#view.reads.values()].includes(undefined),
    };
  }

  fail(span: Span, message: Message): undefined {
    this.report.push(error(span, message));
    return undefined;
  }

  /** What the expression yields; `undefined` where it has a fault, which then has been told. */
  result(expression: Expression | undefined): Result | undefined {
    return expression === undefined ? this.#miss() : this.#take(evaluate(expression, { view: this.#view, deck: this.#scope.deck }));
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
    return expression === undefined ? this.#miss() : this.#take(evaluateHistory(expression, { view: this.#view, deck: this.#scope.deck }));
  }

  /** @param span the place that the figure stands for */
  figure(quantity: Quantity, format: Format | undefined, span: Span): Figure | undefined {
    return this.#take(toFigure(quantity, format, span, this.settings.numbers));
  }

  geometry(name: string): Geometry | undefined {
    const geometry = this.#scope.geometry.get(name);
    this.#geometry.set(name, geometry);
    return geometry;
  }

  hasPicture(path: string): boolean {
    const there = this.#scope.pictures.has(path);
    this.#pictures.set(path, there);
    return there;
  }

  hasSlide(id: string): boolean {
    const there = this.#scope.slideIds.has(id);
    this.#slideIds.set(id, there);
    return there;
  }

  /** The name closest to a misspelt one. */
  nearest(kind: "geometry" | "pictures" | "slideIds", name: string): string | undefined {
    this.#allNames = true;
    return nearest(name, kind === "geometry" ? this.#scope.geometry.keys() : this.#scope[kind]);
  }

  #miss(): undefined {
    this.#faulty = true;
    return undefined;
  }

  #take<T>({ value, diagnostics }: { readonly value: T | undefined; readonly diagnostics: readonly Diagnostic[] }): T | undefined {
    this.report.push(...diagnostics);
    return value === undefined ? this.#miss() : value;
  }
}

export function placeOf({ source, start, text }: Expression): Span {
  return spanOf(source, start, start + text.length);
}
