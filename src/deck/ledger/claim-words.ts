/**
 * What a claim says of the numbers, in German: each part of its condition on a line, with the numbers put in and the data
 * by their names: "Anteil von »Ausländer: Kreis« an »Einwohner: Kreis«: 9,97 %, mindestens 9 %".
 */

import { plain } from "../../chart/numbers.ts";
import { germanDate, isDay } from "../../data/calendar.ts";
import { settled } from "../../data/decimal.ts";
import type { CallNode, Comparison, MomentNode, Node } from "../../data/expression/ast.ts";
import { fractions, isFraction } from "../../data/expression/words.ts";
import { type Compared, dataOfAll, isMissing, onlyDay, type Origin, type Quantity } from "../../data/figure.ts";
import { unitBeside } from "../../data/singular.ts";
import { askedIn } from "../comparisons.ts";
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
  const lines = askedIn(condition, origin).flatMap(({ root, comparisons }) => {
    const teller = new Teller(origin.kind === "computed" ? origin.inputs : [], new Map(comparisons), thousands);
    return isChoice ? comparisons.flatMap(([node]) => teller.numbers(node)) : teller.lines(root);
  });
  return [...new Set(lines)];
}

/** One side of a comparison. */
interface Side {
  readonly label: string;
  readonly quantity?: Quantity;
  /** A number that stands in the condition itself; words, or a day in German. */
  readonly constant?: string | number;
  /** A text from data, which no number says. */
  readonly isText?: true;
  readonly moment?: MomentNode;
  /** Set where it is as a deck of the moment shows it. */
  readonly seen?: true;
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
  private readonly sides: ReadonlyMap<Node, Compared>;
  private readonly thousands: Thousands;
  private readonly names: Names;

  /** @param sides of each comparison in the condition */
  constructor(inputs: readonly Quantity[], sides: ReadonlyMap<Node, Compared>, thousands: Thousands) {
    this.sides = sides;
    this.thousands = thousands;
    this.names = { datasets: new Map(dataOfAll(inputs).map(({ dataset }) => [dataset.id, dataset])), thousands };
  }

  lines(node: Node): readonly string[] {
    if (node.type === "binary" && node.operator === "and") return [...this.lines(node.left), ...this.lines(node.right)];
    return [this.line(node)];
  }

  /** Only what the sides of a comparison are, without what stands in the condition itself. */
  numbers(node: Node): readonly string[] {
    return this.sidesOf(node).flatMap((side) => (side.constant === undefined && side.isText !== true ? this.alone(side) : []));
  }

  private line(node: Node): string {
    if (node.type === "unary" && node.operator === "not") return `nicht: ${this.line(node.operand)}`;
    if (node.type === "call") return this.word(node);
    if (node.type === "binary" && node.operator === "and") return `${this.line(node.left)} und ${this.line(node.right)}`;
    if (node.type === "binary" && node.operator === "or") return `${this.line(node.left)} oder ${this.line(node.right)}`;
    const [a, b] = this.sidesOf(node);
    if (a === undefined || b === undefined || node.type !== "binary" || !isComparison(node.operator)) return "";
    const { operator } = node;
    return a.constant !== undefined && b.constant === undefined
      ? this.comparison(b, mirrored[operator], a)
      : this.comparison(a, operator, b);
  }

  private word(node: CallNode): string {
    const { name, arguments: given } = node;
    const [first, second] = given;
    if (name.text === "erstmals" && first !== undefined) return `erstmals: ${this.lines(first).join(" und ")}`;
    const [a, b] = this.sidesOf(node);
    if (a === undefined) return "";
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

  private sidesOf(node: Node): readonly Side[] {
    const [a, b] = this.sides.get(node) ?? [];
    if (node.type === "binary" && isComparison(node.operator)) return [...this.side(node.left, a), ...this.side(node.right, b)];
    if (node.type !== "call") return this.side(node, a);
    const { name, arguments: given } = node;
    const [first, second] = given;
    if (first === undefined) return [];
    if (name.text in movements) {
      const before: Node = second !== undefined && second.type !== "moment" && second.type !== "text" ? second : first;
      const moment: MomentNode = second?.type === "moment" ? second : { type: "moment", start: node.start, end: node.end };
      return [...this.side(first, a), ...this.side(before, b, before === first ? moment : undefined)];
    }
    if (name.text in betweenTwo && second !== undefined) return [...this.side(first, a), ...this.side(second, b)];
    if (name.text in superlatives) return this.side(first, a);
    if (!ofParts.has(name.text)) return this.side(node, a);
    if (second === undefined) return this.side(first, a);
    const label = `Anteil von ${expressionWords(first, this.names)} an ${expressionWords(second, this.names)}`;
    return typeof a === "object" ? [{ label, quantity: a }] : [];
  }

  /** None of what was not compared. */
  private side(node: Node, given: Quantity | string | undefined, moment?: MomentNode): readonly Side[] {
    if (given === undefined) return [];
    if (node.type === "at") return this.side(node.operand, given, node.moment);
    if (node.type === "call" && node.name.text === "as_of") {
      const [of, then] = node.arguments;
      const [side] = of !== undefined && then?.type === "moment" ? this.side(of, given, then) : [];
      if (side !== undefined) return [{ ...side, seen: true }];
    }
    const label = expressionLabel(node, this.names);
    if (node.type === "number") return [{ label, constant: node.value }];
    if (node.type === "path" && isFraction(node)) return [{ label, constant: label }];
    if (typeof given === "object") return [{ label, quantity: given, ...(moment !== undefined && { moment }) }];
    const told = isDay(given) ? germanDate(given) : given;
    if (node.type === "text") return [{ label: told, constant: told }];
    return [{ label, constant: told, ...(!isDay(given) && { isText: true }), ...(moment !== undefined && { moment }) }];
  }

  private alone(side: Side): string {
    return `${side.label}: ${this.number(side)}${side.moment === undefined ? "" : ` ${this.when(side)}`}`;
  }

  private comparison(a: Side, operator: Comparison, b: Side): string {
    if (typeof a.constant === "string") {
      const [first, second] = [`${a.label}: ${a.constant}`, b.constant ?? this.number(b)];
      const isWritten = b.label === b.constant;
      if (operator === "=") return isWritten ? first : `${a.label} = ${b.label}: ${a.constant}`;
      return `${first}, ${a.isText === true ? "nicht" : ofDays[operator]} ${second}${isWritten ? "" : ` (${b.label})`}`;
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
    const first = a.constant === undefined ? `${a.label}: ${this.number(a, scale)}` : this.number(a, scale);
    return `${first}${a.moment === undefined ? "" : ` ${this.when(a)}`}, ${word} ${second}${named}`;
  }

  /** Of two moments of the same. */
  private dated(a: Side, word: string, b: Side): string {
    const [first, second] = [a, b].map((side) => [this.number(side), this.when(side)].filter((part) => part !== "").join(" "));
    return `${a.label}: ${first}, ${word} ${second}`;
  }

  private when({ quantity, moment, seen }: Side): string {
    const day = quantity && onlyDay([quantity]);
    const then = moment?.day;
    if (seen === true && then !== undefined) return `${day === undefined ? "" : `am ${germanDate(day)} `}(Stand ${germanDate(then)})`;
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
    const { value } = quantity;
    if (isMissing(value)) return `${value.symbol} (${value.meaning})`;
    const own = scaleOf(quantity);
    if (own !== undefined) return this.scaled(value, own);
    const number = this.rounded(value, Number.isInteger(value) ? 0 : 4);
    return withUnit(number, unitBeside(number, quantity));
  }

  private scaled(value: number, scale: Scale): string {
    return withUnit(this.rounded(settled(value * 100), 2), scale);
  }

  private rounded(value: number, digits: number): string {
    const text = plain(value, digits, this.thousands);
    return digits === 0 ? text : text.replace(/,?0+$/u, "");
  }
}

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
