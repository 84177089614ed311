/** Text → {@link Expression}: a Pratt parser. */

import { error, type Message, type Outcome } from "../../source/diagnostic.ts";
import {
  chainedComparison,
  decimalComma,
  emptyExpression,
  expressionDepth,
  expressionLength,
  keyInQuotes,
  notADayAfterAt,
  numberTooLong,
  unexpected,
} from "../../source/messages/expression.ts";
import { noSuchDay } from "../../source/messages/fields.ts";
import { spanOf, type Source } from "../../source/source.ts";
import { isDay } from "../calendar.ts";
import type { BinaryOperator, Expression, MomentNode, Node, Word } from "./ast.ts";
import { tokenise, type Fault, type Token } from "./tokens.ts";

export type { Expression };

/** Parses the expression that stands from `start` to `end`. Never throws; reports the first thing that does not fit. */
export function parseExpression(source: Source, start: number = 0, end: number = source.text.length): Outcome<Expression> {
  const text = source.text.slice(start, end);
  const parsed = parse(text);
  if ("message" in parsed) {
    return { value: undefined, diagnostics: [error(spanOf(source, start + parsed.start, start + parsed.end), parsed.message)] };
  }
  return { value: { source, start, text, root: parsed }, diagnostics: [] };
}

/** Trees by text: a deck repeats its expressions, and an edit leaves most of them alone. */
const known = new Map<string, Node | Fault>();
const mostKnown = 20_000;

function parse(text: string): Node | Fault {
  let parsed = known.get(text);
  if (parsed === undefined) {
    const tokens = tokenise(text);
    parsed = "message" in tokens ? tokens : tokens.length > maxTokens ? tooLong(text) : new Parser(text, tokens).parse();
    if (known.size >= mostKnown) known.clear();
    known.set(text, parsed);
  }
  return parsed;
}

function tooLong(text: string): Fault {
  return { start: 0, end: text.length, message: expressionLength(maxTokens) };
}

/** How tightly an operator binds; comparisons are not chained. */
const bindings: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  "<": 4,
  "<=": 4,
  "=": 4,
  "!=": 4,
  ">=": 4,
  ">": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
};
const notBinding = 3;
const comparisonBinding = 4;
const minusBinding = 7;
export const maxDepth: number = 64;
/** Also bounds how deep a tree of operators side by side can be. */
const maxTokens = 2000;

class Stop {
  readonly fault: Fault;
  constructor(fault: Fault) {
    this.fault = fault;
  }
}

class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  /** What stands in brackets of its own. */
  private readonly groups = new Set<Node>();

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  parse(): Node | Fault {
    try {
      if (this.peek().kind === "end") return { start: 0, end: this.text.length, message: emptyExpression() };
      const root = this.binary(0);
      const rest = this.peek();
      if (rest.kind === "end") return root;
      return this.fault(rest, this.isDecimalComma() ? decimalComma() : unexpected(rest.text, operatorOrEnd));
    } catch (thrown) {
      if (thrown instanceof Stop) return thrown.fault;
      throw thrown;
    }
  }

  private peek(ahead: number = 0): Token {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
    return token ?? { kind: "end", text: "", start: this.text.length, end: this.text.length };
  }

  private next(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  private fault({ start, end }: { start: number; end: number }, message: Message): Fault {
    return { start, end, message };
  }

  private stop(place: { start: number; end: number }, message: Message): Stop {
    return new Stop(this.fault(place, message));
  }

  private isSign(text: string, ahead: number = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "sign" && token.text === text;
  }

  private expectSign(text: string): Token {
    if (this.isSign(text)) return this.next();
    const found = this.peek();
    const shown = { de: `»${text}«`, en: `“${text}”` };
    throw this.stop(found, this.isDecimalComma() ? decimalComma() : unexpected(found.text, shown));
  }

  /** `0,09`: a comma between two numbers that touch it. */
  private isDecimalComma(): boolean {
    const [before, comma, after] = [this.peek(-1), this.peek(), this.peek(1)];
    return (
      comma.text === "," && before.kind === "number" && after.kind === "number" && before.end === comma.start && after.start === comma.end
    );
  }

  private deeper<T>(place: Token, read: () => T): T {
    if (++this.depth > maxDepth) throw this.stop(place, expressionDepth(maxDepth));
    const result = read();
    this.depth--;
    return result;
  }

  private binary(least: number): Node {
    let left = this.deeper(this.peek(), () => this.unary());
    for (;;) {
      const token = this.peek();
      const operator = binaryOperator(token);
      const binding = operator === undefined ? 0 : (bindings[operator] ?? 0);
      if (operator === undefined || binding <= least) return left;
      const chained = left.type === "binary" && bindings[left.operator] === comparisonBinding && !this.groups.has(left);
      if (binding === comparisonBinding && chained) throw this.stop(token, chainedComparison());
      this.next();
      const right = this.binary(binding);
      left = { type: "binary", operator, operatorStart: token.start, left, right, start: left.start, end: right.end };
    }
  }

  private unary(): Node {
    const token = this.peek();
    if (token.kind === "word" && token.text === "not") {
      this.next();
      const operand = this.binary(notBinding);
      return { type: "unary", operator: "not", operand, start: token.start, end: operand.end };
    }
    if (this.isSign("-")) {
      this.next();
      const operand = this.deeper(token, () => this.binary(minusBinding));
      if (operand.type === "number") return { ...operand, value: 0 - operand.value, start: token.start };
      return { type: "unary", operator: "-", operand, start: token.start, end: operand.end };
    }
    return this.postfix();
  }

  private postfix(): Node {
    let operand = this.primary();
    while (this.isSign("@")) {
      const moment = this.moment();
      operand = { type: "at", operand, moment, start: operand.start, end: moment.end };
    }
    return operand;
  }

  /** `@ day`, `@ previous`. */
  private moment(): MomentNode {
    const sign = this.expectSign("@");
    const token = this.next();
    if (token.kind === "day") {
      if (!isDay(token.text)) throw this.stop(token, noSuchDay(token.text));
      return { type: "moment", day: token.text, start: sign.start, end: token.end };
    }
    if (token.kind === "word" && token.text === "previous") return { type: "moment", start: sign.start, end: token.end };
    throw this.stop(token, notADayAfterAt());
  }

  private primary(): Node {
    const token = this.next();
    if (token.kind === "number") {
      const value = Number(token.text);
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) throw this.stop(token, numberTooLong());
      return { type: "number", value, start: token.start, end: token.end };
    }
    if (token.kind === "text") return { type: "text", value: token.text, start: token.start, end: token.end };
    if (token.kind === "word" && !Object.hasOwn(bindings, token.text)) return this.isSign("(") ? this.call(token) : this.path(token);
    if (token.kind === "sign" && token.text === "(") {
      const inner = this.binary(0);
      const group = { ...inner, start: token.start, end: this.expectSign(")").end };
      this.groups.add(group);
      return group;
    }
    throw this.stop(token, unexpected(token.text, { de: "ein Wert", en: "a value" }));
  }

  private call(name: Token): Node {
    this.expectSign("(");
    const list: Node[] = [];
    if (!this.isSign(")")) {
      list.push(this.argument());
      while (this.isSign(",")) {
        if (this.isDecimalComma()) throw this.stop(this.peek(), decimalComma());
        this.next();
        list.push(this.argument());
      }
    }
    const close = this.expectSign(")");
    return { type: "call", name: word(name), arguments: list, start: name.start, end: close.end };
  }

  private argument(): Node {
    if (this.isSign("@")) return this.moment();
    const token = this.peek();
    if (token.kind === "word" && token.text === "previous" && (this.isSign(",", 1) || this.isSign(")", 1))) {
      this.next();
      return { type: "moment", start: token.start, end: token.end };
    }
    return this.binary(0);
  }

  private path(name: Token): Node {
    const keys: Word[] = [];
    let end = name.end;
    for (;;) {
      if (this.isSign(".")) {
        this.next();
        const key = this.next();
        if (key.kind !== "word") throw this.stop(key.kind === "end" ? { start: end, end: end + 1 } : key, keyInQuotes());
        keys.push(word(key));
        end = key.end;
      } else if (this.isSign("[")) {
        this.next();
        const key = this.next();
        if (key.kind !== "text")
          throw this.stop(
            key,
            unexpected(key.text, { de: 'ein Schlüssel in Anführungszeichen ("…")', en: 'a key in quotation marks ("…")' }),
          );
        keys.push(word(key));
        end = this.expectSign("]").end;
      } else return { type: "path", name: word(name), keys, start: name.start, end };
    }
  }
}

const operatorOrEnd = { de: "ein Rechenzeichen oder das Ende", en: "an operator or the end" };

function word({ text, start, end }: Token): Word {
  return { text, start, end };
}

function binaryOperator(token: Token): BinaryOperator | undefined {
  if (token.kind !== "sign" && token.kind !== "word") return undefined;
  switch (token.text) {
    case "or":
    case "and":
    case "<":
    case "<=":
    case "=":
    case "!=":
    case ">=":
    case ">":
    case "+":
    case "-":
    case "*":
    case "/":
      return token.text;
    default:
      return undefined;
  }
}
