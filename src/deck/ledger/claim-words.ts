/**
 * What a claim says of the numbers, in German: each part of its condition on a line, with the numbers put in and the data
 * by their names: "Anteil von »Ausländer: Kreis« an »Einwohner: Kreis«: 9,97 %, mindestens 9 %".
 */

import { plain } from "../../chart/numbers.ts";
import { germanDate } from "../../data/calendar.ts";
import { settled } from "../../data/decimal.ts";
import type { CallNode, Comparison, MomentNode, Node } from "../../data/expression/ast.ts";
import { pathOf } from "../../data/expression/describe.ts";
import { parseExpression } from "../../data/expression/parse.ts";
import { fractions, isFraction } from "../../data/expression/words.ts";
import { dataOf, dataOfAll, isMissing, type IsoDate, type Origin, type Quantity } from "../../data/figure.ts";
import { spanOf, toSource } from "../../source/source.ts";
import { splitConditions } from "../split-conditions.ts";
import { exactNumber, type Thousands, withUnit } from "./exact.ts";
import { expressionLabel, expressionWords, keyWords, momentWords, type Names } from "./expression-words.ts";
import { tellsSecret } from "./veil.ts";

/**
 * One line for each part that must hold; of a choice only the numbers that it was made by.
 *
 * @param condition of a claim, or what a choice asks
 * @param origin of it
 */
export function conditionWords(condition: string, origin: Origin, thousands: Thousands): readonly string[] {
  const isChoice = origin.kind === "computed" && origin.operation === "choose";
  const source = toSource("", condition);
  const asked = isChoice ? splitConditions(condition, 0, condition.length) : [spanOf(source, 0, condition.length)];
  const lines = asked.flatMap(({ start, end }) => {
    const { value } = parseExpression(source, start, end);
    if (value === undefined) return [];
    const teller = new Teller(value.text, origin.kind === "computed" ? origin.inputs : [], thousands);
    return isChoice ? teller.numbers(value.root) : teller.lines(value.root);
  });
  return [...new Set(lines)];
}

/** One side of a comparison. */
interface Side {
  readonly label: string;
  /** Absent where it was not asked. */
  readonly quantity?: Quantity;
  /** Of a number or text that stands in the condition itself. */
  readonly constant?: string | number;
  /** A text from data, which no number says. */
  readonly isText?: true;
  readonly moment?: MomentNode;
}

const mirrored: Readonly<Record<Comparison, Comparison>> = { "<": ">", "<=": ">=", "=": "=", "!=": "!=", ">=": "<=", ">": "<" };
const comparisons: Readonly<Record<Comparison, string>> = {
  "<": "weniger als",
  "<=": "höchstens",
  "=": "gleich",
  "!=": "nicht",
  ">=": "mindestens",
  ">": "mehr als",
};
const ofDays: Readonly<Record<Comparison, string>> = {
  "<": "vor dem",
  "<=": "spätestens am",
  "=": "am",
  "!=": "nicht am",
  ">=": "frühestens am",
  ">": "nach dem",
};
/** Words between two numbers. */
const betweenTwo: Readonly<Record<string, string>> = {
  mehr_als: "mehr als",
  weniger_als: "weniger als",
  rund: "rund",
  fast: "fast",
  knapp: "knapp",
  gut: "gut",
  doppelt_so_viele: "doppelt so viele wie",
};
const movements: Readonly<Record<string, string>> = {
  gestiegen: "mehr als",
  gesunken: "weniger als",
  unveraendert: "unverändert gegenüber",
};
const superlatives: Readonly<Record<string, string>> = {
  hoechster: "höchsten",
  zweithoechster: "zweithöchsten",
  niedrigster: "niedrigsten",
};
const ofParts: ReadonlyMap<string, string> = new Map([
  ["ueber_die_haelfte", "mehr als die Hälfte"],
  ...[...fractions.values()].map(({ condition, words }): [string, string] => [condition, words]),
]);

class Teller {
  private readonly text: string;
  private readonly thousands: Thousands;
  private readonly names: Names;
  /** By what they are written as; of several moments the newest first. */
  private readonly quantities = new Map<string, Quantity[]>();

  constructor(text: string, inputs: readonly Quantity[], thousands: Thousands) {
    this.text = text;
    this.thousands = thousands;
    this.names = { datasets: new Map(dataOfAll(inputs).map(({ dataset }) => [dataset.id, dataset])), thousands };
    for (const input of inputs) {
      const { origin } = input;
      if (origin.kind === "literal") continue;
      const name = origin.kind === "datum" ? pathOf(origin) : origin.expression;
      const known = this.quantities.get(name);
      if (known === undefined) this.quantities.set(name, [input]);
      else if (!known.includes(input)) known.push(input);
    }
    for (const known of this.quantities.values()) known.sort((a, b) => (dayOf(b) ?? "").localeCompare(dayOf(a) ?? ""));
  }

  lines(node: Node): readonly string[] {
    if (node.type === "binary" && node.operator === "and") return [...this.lines(node.left), ...this.lines(node.right)];
    return [this.line(node)];
  }

  /** Only what the sides are. */
  numbers(node: Node): readonly string[] {
    if (node.type === "binary" && (node.operator === "and" || node.operator === "or" || isComparison(node.operator))) {
      return [...this.numbers(node.left), ...this.numbers(node.right)];
    }
    if (node.type === "unary" && node.operator === "not") return this.numbers(node.operand);
    const sides = node.type === "call" ? this.sidesOf(node) : undefined;
    return (sides ?? [this.side(node)]).flatMap((side) => (side.quantity === undefined ? [] : this.alone(side)));
  }

  private line(node: Node): string {
    if (node.type === "unary" && node.operator === "not") return `nicht: ${this.line(node.operand)}`;
    if (node.type === "call") return this.word(node);
    if (node.type !== "binary") return this.alone(this.side(node));
    const { operator, left, right } = node;
    if (operator === "and") return `${this.line(left)} und ${this.line(right)}`;
    if (operator === "or") return `${this.line(left)} oder ${this.line(right)}`;
    if (!isComparison(operator)) return this.alone(this.side(node));
    const [a, b] = [this.side(left), this.side(right)];
    return a.constant !== undefined && b.constant === undefined
      ? this.comparison(b, mirrored[operator], a)
      : this.comparison(a, operator, b);
  }

  private word(node: CallNode): string {
    const { name, arguments: given } = node;
    const [first, second] = given;
    if (name.text === "erstmals" && first !== undefined) return `erstmals: ${this.lines(first).join(" und ")}`;
    const [a, b] = this.sidesOf(node) ?? [];
    if (a === undefined) return this.alone(this.side(node));
    const superlative = superlatives[name.text];
    if (superlative !== undefined && first !== undefined) {
      return `${keyWords(node, this.names)} hat den ${superlative} Wert von ${expressionWords(first, this.names)}: ${this.number(a)}`;
    }
    const part = ofParts.get(name.text);
    if (part !== undefined) return `${this.alone(a)}, ${part}`;
    if (b === undefined) return this.alone(a);
    const movement = movements[name.text];
    if (movement === undefined) return this.between(a, betweenTwo[name.text] ?? "", b);
    // Against itself both days are told; what it is has been said.
    return second === undefined || second.type === "moment" ? this.dated(a, movement, b) : this.between(a, movement, b);
  }

  /** The sides that a word compares; `undefined` for a function that is none of the words. */
  private sidesOf(node: CallNode): readonly Side[] | undefined {
    const { name, arguments: given } = node;
    const [first, second] = given;
    if (first === undefined) return undefined;
    if (name.text === "erstmals") return undefined;
    if (name.text in betweenTwo && second !== undefined) return [this.side(first), this.side(second)];
    if (name.text in movements) {
      const before: Node = second !== undefined && second.type !== "moment" && second.type !== "text" ? second : first;
      const moment: MomentNode = second?.type === "moment" ? second : { type: "moment", start: node.start, end: node.end };
      return [this.side(first), before === first ? this.side(first, moment) : this.side(before)];
    }
    if (name.text in superlatives && second?.type === "text") {
      // Of a table that is worked out the key asked for comes first.
      if (first.type !== "path") return [this.side(first)];
      const keys = [...first.keys, { text: second.value, start: second.start, end: second.end }];
      return [this.side({ ...first, keys })];
    }
    if (!ofParts.has(name.text)) return undefined;
    if (second === undefined) return [this.side(first)];
    const label = `Anteil von ${expressionWords(first, this.names)} an ${expressionWords(second, this.names)}`;
    return [this.sideNamed(label, `share(${this.textOf(first)}, ${this.textOf(second)})`)];
  }

  private side(node: Node, moment?: MomentNode): Side {
    if (node.type === "at") return this.side(node.operand, node.moment);
    const label = expressionLabel(node, this.names);
    if (node.type === "number") return { label, constant: node.value };
    if (node.type === "text") return { label: node.value, constant: node.value };
    if (node.type === "path") {
      if (isFraction(node)) return { label, constant: label };
      return this.sideNamed(label, pathOf({ dataset: { id: node.name.text }, path: node.keys.map(({ text }) => text) }), moment);
    }
    if (node.type === "call" && node.name.text === "as_of") {
      const [of, then] = node.arguments;
      if (of !== undefined && then?.type === "moment") return this.side(of, then);
    }
    if (node.type === "call" && texts.has(node.name.text)) return { label, isText: true };
    const day = node.type === "call" && node.name.text === "stichtag" ? this.dayAsked(node) : undefined;
    return day === undefined ? this.sideNamed(label, this.textOf(node), moment) : { label, constant: germanDate(day) };
  }

  private sideNamed(label: string, name: string, moment?: MomentNode): Side {
    const known = this.quantities.get(name) ?? [];
    const wanted = moment?.day;
    const found = moment === undefined ? known[0] : wanted === undefined ? known[1] : known.find((one) => (dayOf(one) ?? "") <= wanted);
    const quantity = found ?? known[0];
    return { label, ...(quantity !== undefined && { quantity }), ...(moment !== undefined && { moment }) };
  }

  /** The day that `stichtag(x)` gives, if all of x that the condition rests on is of one. */
  private dayAsked({ arguments: [of] }: CallNode): IsoDate | undefined {
    if (of?.type !== "path") return undefined;
    const path = pathOf({ dataset: { id: of.name.text }, path: of.keys.map(({ text }) => text) });
    const days = [...this.quantities].flatMap(([name, known]) =>
      name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}[`) ? known.map(dayOf) : [],
    );
    return new Set(days).size === 1 ? days[0] : undefined;
  }

  private textOf({ start, end }: Node): string {
    return this.text.slice(start, end);
  }

  private alone(side: Side): string {
    return `${side.label}: ${this.number(side)}${side.moment === undefined ? "" : ` ${this.when(side)}`}`;
  }

  private comparison(a: Side, operator: Comparison, b: Side): string {
    if (a.isText === true) {
      const second = b.isText === true ? b.label : (b.constant ?? b.label);
      return operator === "=" ? `${a.label}: ${second}` : `${a.label}: nicht ${second}`;
    }
    if (typeof a.constant === "string") {
      const [first, second] = [`${a.label}: ${a.constant}`, `${b.constant ?? this.number(b)}`];
      if (operator === "=") return b.label === b.constant ? first : `${a.label} = ${b.label}: ${a.constant}`;
      return `${first}, ${ofDays[operator]} ${second}${b.label === b.constant ? "" : ` (${b.label})`}`;
    }
    // "Rang von »Polen«: 2" has said that it is 2.
    if (operator === "=" && a.quantity !== undefined && a.quantity.value === b.constant) return this.alone(a);
    return this.between(a, comparisons[operator], b);
  }

  private between(a: Side, word: string, b: Side): string {
    if (b.constant === undefined && a.label === b.label) return this.dated(a, word, b);
    const scale = scaleOf(a.quantity) ?? scaleOf(b.quantity);
    const second = this.number(b, scale);
    const named = b.constant === undefined ? ` (${b.label}${b.moment === undefined ? "" : ` ${this.when(b)}`})` : "";
    return `${a.label}: ${this.number(a, scale)}${a.moment === undefined ? "" : ` ${this.when(a)}`}, ${word} ${second}${named}`;
  }

  /** Of two moments of the same. */
  private dated(a: Side, word: string, b: Side): string {
    return `${a.label}: ${this.number(a)} ${this.when(a)}, ${word} ${this.number(b)} ${this.when(b)}`.replaceAll(/ +/gu, " ");
  }

  private when({ quantity, moment }: Side): string {
    const day = (quantity && dayOf(quantity)) ?? moment?.day;
    if (day !== undefined) return `am ${germanDate(day)}`;
    return moment === undefined ? "" : momentWords(moment);
  }

  /** @param scale of what it is compared with, where it has none of its own */
  private number({ quantity, constant }: Side, scale?: Scale): string {
    if (typeof constant === "string") return constant;
    if (constant !== undefined) return scale === undefined ? exactNumber(constant, this.thousands) : this.scaled(constant, scale);
    // Nothing is known of what was never asked.
    if (quantity === undefined) return "–";
    if (tellsSecret(quantity)) return "vertraulich";
    const { value, unit } = quantity;
    if (isMissing(value)) return `${value.symbol} (${value.meaning})`;
    const own = scaleOf(quantity);
    return own === undefined ? withUnit(this.rounded(value, Number.isInteger(value) ? 0 : 4), unit) : this.scaled(value, own);
  }

  private scaled(value: number, scale: Scale): string {
    return withUnit(this.rounded(settled(value * 100), 2), scale);
  }

  private rounded(value: number, digits: number): string {
    const text = plain(value, digits, this.thousands);
    return digits === 0 ? text : text.replace(/,?0+$/u, "");
  }
}

/** Functions that give a text. */
const texts: ReadonlySet<string> = new Set(["name", "label", "source"]);

function isComparison(operator: string): operator is Comparison {
  return operator in comparisons;
}

type Scale = "%" | "Prozentpunkte";

/** Shares and rates are told in per cent, differences of them in points, and what they are compared with alike. */
function scaleOf(quantity: Quantity | undefined): Scale | undefined {
  if (quantity?.origin.kind !== "computed" || quantity.unit !== "") return undefined;
  const { operation, inputs } = quantity.origin;
  if (operation === "share" || operation === "change_rate") return "%";
  const isDifference = operation === "change" || operation === "-";
  return isDifference && inputs.every((input) => scaleOf(input) === "%") ? "Prozentpunkte" : undefined;
}

/** The one Stichtag that a number rests on. */
function dayOf(quantity: Quantity): IsoDate | undefined {
  const [day, ...others] = new Set(dataOf(quantity).map(({ release }) => release.stichtag));
  return others.length === 0 ? day : undefined;
}
