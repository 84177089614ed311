/** Expressions in German, by the names of the data and not by their keys: "Anteil von »Ausländer: Kreis« an »Einwohner: Kreis«". */

import { germanDate } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { Arithmetic, BinaryNode, BinaryOperator, CallNode, MomentNode, Node, PathNode } from "../../data/expression/ast.ts";
import { fractions, isFraction } from "../../data/expression/words.ts";
import { exactNumber, type Thousands } from "./exact.ts";

/** What it takes to name things: datasets by their id, and how the deck writes numbers. */
export interface Names {
  readonly datasets: ReadonlyMap<string, Pick<Dataset, "title" | "labels">>;
  readonly thousands: Thousands;
}

/** As it stands before a colon: data without quotation marks. */
export function expressionLabel(node: Node, names: Names): string {
  return node.type === "path" ? pathWords(node, names, ", ") : expressionWords(node, names);
}

/** As it stands within a sentence: data in quotation marks. */
export function expressionWords(node: Node, names: Names): string {
  const say = (inner: Node): string => expressionWords(inner, names);
  switch (node.type) {
    case "number":
      return exactNumber(node.value, names.thousands);
    case "text":
      return `»${node.value}«`;
    case "path":
      return isFraction(node) ? pathWords(node, names) : `»${pathWords(node, names)}«`;
    case "at":
      return `${say(node.operand)} ${momentWords(node.moment)}`;
    case "moment":
      return momentWords(node);
    case "unary":
      return node.operator === "not" ? `nicht ${say(node.operand)}` : `\u2212${inBrackets(node.operand, 3, names)}`;
    case "binary":
      return binaryWords(node, names);
    case "call":
      return callWords(node, names, false);
  }
}

/** "am 31.12.2016", "davor". */
export function momentWords({ day }: MomentNode): string {
  return day === undefined ? "davor" : `am ${germanDate(day)}`;
}

/** "Ausländerinnen und Ausländer: Landkreis" */
function pathWords({ name, keys }: PathNode, names: Names, before: string = ": "): string {
  const fraction = keys.length === 0 ? fractions.get(name.text) : undefined;
  if (fraction !== undefined) return fraction.words;
  const dataset = names.datasets.get(name.text);
  const path = keys.map(({ text }) => dataset?.labels.get(text) ?? text);
  return [dataset?.title ?? name.text, ...(path.length === 0 ? [] : [path.join(" › ")])].join(before);
}

/** The key that a function is asked for, as it is called in the data that it is asked of. */
export function keyWords({ arguments: [of, key] }: CallNode, { datasets }: Names): string {
  if (key?.type !== "text") return "";
  return (of?.type === "path" ? datasets.get(of.name.text)?.labels.get(key.value) : undefined) ?? key.value;
}

const signs: Readonly<Record<Arithmetic, readonly [sign: string, binding: number]>> = {
  "+": ["+", 1],
  "-": ["\u2212", 1],
  "*": ["×", 2],
  "/": ["÷", 2],
};
const relations: Readonly<Record<Exclude<BinaryOperator, Arithmetic>, string>> = {
  "<": "<",
  "<=": "≤",
  "=": "=",
  "!=": "≠",
  ">=": "≥",
  ">": ">",
  and: "und",
  or: "oder",
};

function isArithmetic(operator: BinaryOperator): operator is Arithmetic {
  return operator in signs;
}

function binaryWords({ operator, left, right }: BinaryNode, names: Names): string {
  if (!isArithmetic(operator)) return `${expressionWords(left, names)} ${relations[operator]} ${expressionWords(right, names)}`;
  const [sign, binding] = signs[operator];
  return `${inBrackets(left, binding, names)} ${sign} ${inBrackets(right, binding + 1, names)}`;
}

function inBrackets(node: Node, binding: number, names: Names): string {
  const words = expressionWords(node, names);
  if (node.type !== "binary") return words;
  const own = isArithmetic(node.operator) ? signs[node.operator][1] : 0;
  return own < binding ? `(${words})` : words;
}

/** With $1 and $2 for what they are asked of; before them as they stand by themselves, and after "von". */
const forms: Readonly<Record<string, readonly [alone: string, within: string, of: string]>> = {
  sum: ["Summe", "der Summe", " von $1"],
  count: ["Anzahl", "der Anzahl", " der Werte von $1"],
  min: ["kleinster Wert", "dem kleinsten Wert", " von $1"],
  max: ["größter Wert", "dem größten Wert", " von $1"],
  mean: ["Mittel", "dem Mittel", " von $1"],
  rank: ["Rang", "dem Rang", " von $2 in $1"],
  top: ["die $1 größten Werte", "den $1 größten Werten", " von $2"],
  rest: ["Rest", "dem Rest", " ohne die $1 größten Werte von $2"],
  share: ["Anteil", "dem Anteil", " von $1 an $2"],
  change: ["Veränderung", "der Veränderung", " von $1"],
  change_rate: ["Veränderung", "der Veränderung", " von $1 in Prozent"],
  stichtag: ["Stichtag", "dem Stichtag", " von $1"],
  source: ["Anbieter", "dem Anbieter", " von $1"],
  label: ["Name", "dem Namen", " von $2 in $1"],
  name: ["Nr.", "Nr.", " $2 von $1"],
};

function callWords(node: CallNode, names: Names, within: boolean): string {
  const { name, arguments: given } = node;
  const said = given.map((argument) => {
    if (argument.type === "text") return `»${keyWords(node, names)}«`;
    return wordsWithin(argument, names);
  });
  const [, other] = given;
  if (name.text === "as_of" && other?.type === "moment" && other.day !== undefined) {
    return `${said[0] ?? ""} (Datenstand ${germanDate(other.day)})`;
  }
  const form = forms[name.text];
  if (form === undefined) return `${name.text}(${said.join("; ")})`;
  const [alone, inside, of] = form;
  const words = `${within ? inside : alone}${of}`.replaceAll(/\$([12])/gu, (_, number: string) => said[Number(number) - 1] ?? "");
  if (!name.text.startsWith("change") || other === undefined) return words;
  if (other.type !== "moment") return `${within ? "dem " : ""}Unterschied von ${said[0] ?? ""} zu ${said[1] ?? ""}`;
  return other.day === undefined ? `${words} seit dem Stichtag davor` : `${words} seit ${germanDate(other.day)}`;
}

/** After "von". */
function wordsWithin(node: Node, names: Names): string {
  if (node.type === "call") return callWords(node, names, true);
  if (node.type !== "binary" || !isArithmetic(node.operator)) return expressionWords(node, names);
  return `(${wordsWithin(node.left, names)} ${signs[node.operator][0]} ${wordsWithin(node.right, names)})`;
}
