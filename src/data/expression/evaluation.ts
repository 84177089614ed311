/** {@link Expression} and data → {@link Result}. */

import { error, type Diagnostic, type Message, type Outcome } from "../../source/diagnostic.ts";
import { expressionDepth } from "../../source/messages/expression.ts";
import {
  argumentCount,
  functionNeedsBrackets,
  levelsBelow,
  momentAlone,
  momentWithoutData,
  previousAlone,
  unknownDataset,
  unknownDeckField,
  unknownFunction,
} from "../../source/messages/evaluate.ts";
import { nearest } from "../../source/nearest.ts";
import { spanOf, type Span } from "../../source/source.ts";
import { type DataView, viewAsOf } from "../asof.ts";
import type { IsoDate, Quantity } from "../figure.ts";
import { current, find, type Moment } from "../lookup.ts";
import { entriesOf, quantityOf, unitOf } from "../quantities.ts";
import type { Entry, Result } from "../value.ts";
import { absence } from "./absence.ts";
import { combineResults, computed, mapTable, need, rules, type Operation } from "./arithmetic.ts";
import { shifted, type AtNode, type BinaryNode, type CallNode, type Expression, type Node, type PathNode, type UnaryNode } from "./ast.ts";
import { combineTruths, compareResults, negate } from "./compare.ts";
import { pathOf } from "./describe.ts";
import { functions, reckoning } from "./functions/index.ts";
import { maxDepth } from "./parse.ts";
import { fractions, usualReach, type WordReach } from "./words.ts";

export interface Scope {
  readonly view: DataView;
  /** What `deck.name` yields, by name; `deck.contact.email` by "contact.email". */
  readonly deck: ReadonlyMap<string, Result>;
  /** Told of entries that an order leaves out because they have no number. */
  readonly unranked?: (entries: readonly Entry[]) => void;
  /** How far words such as "rund" reach; as usual where a deck says nothing. */
  readonly reach?: WordReach;
}

/**
 * What the expression yields. No value and no diagnostics means that it rests on a faulty dataset, whose errors have
 * been reported where it was read.
 */
export function evaluate(expression: Expression, scope: Scope): Outcome<Result> {
  return evaluateAt(expression, scope, current);
}

/** As {@link evaluate}, with every value taken from the moment where the expression does not name another. */
export function evaluateAt(expression: Expression, scope: Scope, moment: Moment): Outcome<Result> {
  const evaluation = new Evaluation(expression, scope, moment);
  const value = evaluation.result(expression.root, moment);
  return { value: evaluation.report.length > 0 ? undefined : value, diagnostics: evaluation.report };
}

const mostSteps = 100_000;

class Evaluation {
  private steps = 0;
  readonly report: Diagnostic[] = [];
  private readonly expression: Expression;
  private readonly scope: Scope;
  /** What the values are taken from where nothing else is said. */
  private readonly start: Moment;
  /** Set where another day's data are seen. */
  private readonly seenOn: IsoDate | undefined;

  constructor(expression: Expression, scope: Scope, start: Moment, seenOn?: IsoDate) {
    this.expression = expression;
    this.scope = scope;
    this.start = start;
    this.seenOn = seenOn;
  }

  result(node: Node, moment: Moment): Result | undefined {
    // Each `change` asks its argument twice, so that nested ones multiply.
    if (++this.steps > mostSteps) return this.steps === mostSteps + 1 ? this.fail(this.span(node), expressionDepth(maxDepth)) : undefined;
    switch (node.type) {
      case "number":
        return { kind: "number", quantity: { value: node.value, unit: "", origin: { kind: "literal", span: this.span(node) } } };
      case "text":
        return { kind: "words", text: node.value, origin: { kind: "literal", span: this.span(node) } };
      case "path":
        return node.name.text === "deck" ? this.deckField(node) : this.path(node, moment);
      case "at":
        return this.at(node, moment);
      case "moment":
        return this.fail(this.span(node), momentAlone());
      case "call":
        return this.call(node, moment);
      case "unary":
        return this.unary(node, moment);
      case "binary":
        return this.binary(node, moment);
    }
  }

  private span({ start, end }: { readonly start: number; readonly end: number }): Span {
    return spanOf(this.expression.source, this.expression.start + start, this.expression.start + end);
  }

  private readonly fail = (span: Span, message: Message): undefined => {
    this.report.push(error(span, message));
    return undefined;
  };

  private operation(node: Node, operation: string, moment: Moment): Operation {
    return { operation, expression: this.text(node, moment), span: this.span(node), fail: this.fail };
  }

  /** As the author wrote it, with the moment and the day around it without which it would be another number. */
  private text(node: Node, moment: Moment): string {
    const text = this.expression.text.slice(node.start, node.end);
    const moments = momentsBetween(this.start, moment);
    if ((moments.length === 0 && this.seenOn === undefined) || !this.readsData(node)) return text;
    const then = moments.reduce(
      (inner, at, index) => `${index === 0 && (node.type === "path" || node.type === "call") ? inner : `(${inner})`} @ ${at}`,
      text,
    );
    return this.seenOn === undefined ? then : `as_of(${then}, @ ${this.seenOn})`;
  }

  private deckField(node: PathNode): Result | undefined {
    const { name, keys } = node;
    const { deck } = this.scope;
    const wanted = keys.map(({ text }) => text).join(".");
    const value = deck.get(wanted);
    if (value !== undefined) return value;
    const place = keys[0] === undefined ? name : { start: keys[0].start, end: node.end };
    return this.fail(this.span(place), unknownDeckField(wanted, nearest(wanted, deck.keys()), [...deck.keys()]));
  }

  private path(node: PathNode, moment: Moment): Result | undefined {
    const { view } = this.scope;
    const { name, keys } = node;
    const fraction = keys.length === 0 ? fractions.get(name.text) : undefined;
    if (fraction !== undefined) {
      return { kind: "number", quantity: { value: fraction.value, unit: "", origin: { kind: "literal", span: this.span(node) } } };
    }
    const dataset = view.data.get(name.text);
    view.reads?.set(name.text, dataset);
    if (dataset === undefined) return this.unknownName(node);
    const path = keys.map(({ text }) => text);
    const found = find(view, dataset, path, moment);
    if (found.kind === "value") return { kind: "number", quantity: quantityOf(dataset, found.slot) };
    if (found.kind === "level") {
      if (found.levels.length > 0) return this.fail(this.span(node), levelsBelow(pathOf({ dataset, path }), found.levels));
      const lacking = found.lacking.filter((key) => key !== dataset.total);
      return {
        kind: "table",
        entries: entriesOf(dataset, found.slots),
        unit: unitOf(dataset, path),
        keyName: dataset.keyName,
        ...(lacking.length === 0 ? {} : { lacking }),
        span: this.span(node),
      };
    }
    if (dataset.faulty === true) return undefined;
    const { message, depth } = absence(view, dataset, path, found);
    return this.fail(this.span(depth === undefined ? node : (keys[depth] ?? node)), message);
  }

  private unknownName({ name, keys }: PathNode): undefined {
    const { text } = name;
    if (text === "previous") return this.fail(this.span(name), previousAlone());
    const usage = keys.length === 0 ? functions.get(text)?.usage : undefined;
    if (usage !== undefined) return this.fail(this.span(name), functionNeedsBrackets(usage.join(", ")));
    return this.fail(this.span(name), unknownDataset(text, nearest(text, [...this.scope.view.data.keys(), "deck", ...fractions.keys()])));
  }

  private at(node: AtNode, moment: Moment): Result | undefined {
    if (!this.readsData(node.operand)) return this.fail(this.span(node.moment), momentWithoutData());
    return this.result(node.operand, shifted(moment, node.moment));
  }

  private readsData(node: Node): boolean {
    if (node.type === "path") return node.name.text !== "deck";
    if (node.type === "call") return node.arguments.some((argument) => this.readsData(argument));
    if (node.type === "binary") return this.readsData(node.left) || this.readsData(node.right);
    return (node.type === "unary" || node.type === "at") && this.readsData(node.operand);
  }

  private call(node: CallNode, moment: Moment): Result | undefined {
    const { name, arguments: nodes } = node;
    const known = functions.get(name.text);
    if (known === undefined) {
      return this.fail(this.span(name), unknownFunction(name.text, nearest(name.text, functions.keys()), [...reckoning.keys()]));
    }
    const moments = nodes.map((argument, index) => known.takesMoment === true && index === 1 && argument.type === "moment");
    const later = nodes.map((_, index) => moments[index] === true || (known.elsewhen === true && index === 0));
    const results = nodes.map((argument, index) => (later[index] === true ? undefined : this.result(argument, moment)));
    if (nodes.length < known.least || nodes.length > known.most)
      return this.fail(this.span(node), argumentCount(known.usage, nodes.length));
    if (results.some((result, index) => result === undefined && later[index] !== true)) return undefined;
    return known.apply({
      operation: name.text,
      expression: this.text(node, moment),
      span: this.span(node),
      fail: this.fail,
      usage: known.usage,
      nodes,
      results,
      moment,
      view: this.scope.view,
      reach: this.scope.reach ?? usualReach,
      evaluate: (argument, when) => this.result(argument, when),
      evaluateAsOf: (argument, day) => this.asOf(argument, day, moment),
      placeOf: (argument) => this.span(argument),
      unranked: (entries) => this.scope.unranked?.(entries),
      textOf: (index) => {
        const argument = nodes[index];
        return argument === undefined ? "" : this.text(argument, moment);
      },
    });
  }

  private asOf(node: Node, day: IsoDate, moment: Moment): Result | undefined {
    const { scope } = this;
    const then = new Evaluation(this.expression, { ...scope, view: viewAsOf(scope.view, day) }, this.start, day);
    then.steps = this.steps;
    const result = then.result(node, moment);
    this.steps = then.steps;
    this.report.push(...then.report);
    return result;
  }

  private unary(node: UnaryNode, moment: Moment): Result | undefined {
    const operand = this.result(node.operand, moment);
    if (operand === undefined) return undefined;
    const operation = this.operation(node, node.operator, moment);
    if (node.operator === "not") return negate(operand, operation);
    const minus = (quantity: Quantity): Quantity | undefined => {
      const value = need(quantity, operation);
      return value === undefined ? undefined : computed(0 - value, quantity.unit, [quantity], operation);
    };
    if (operand.kind === "table") return mapTable(operand, ({ quantity }) => minus(quantity), operation);
    if (operand.kind !== "number") return combineResults(rules["-"], operand, operand, operation);
    const quantity = minus(operand.quantity);
    return quantity && { kind: "number", quantity };
  }

  private binary(node: BinaryNode, moment: Moment): Result | undefined {
    const left = this.result(node.left, moment);
    const right = this.result(node.right, moment);
    if (left === undefined || right === undefined) return undefined;
    const operation = this.operation(node, node.operator, moment);
    switch (node.operator) {
      case "+":
      case "-":
      case "*":
      case "/":
        return combineResults(rules[node.operator], left, right, operation);
      case "and":
      case "or":
        return combineTruths(node.operator, left, right, operation);
      case "<":
      case "<=":
      case "=":
      case "!=":
      case ">=":
      case ">":
        return compareResults(node.operator, left, right, operation);
    }
  }
}

/** What stands after the `@`s that lead from one moment to the other, innermost first. */
function momentsBetween(from: Moment, to: Moment): readonly string[] {
  const day = to.day === undefined || to.day === from.day ? [] : [to.day];
  return [...day, ...Array.from({ length: to.back - from.back }, () => "previous")];
}
