/** The form of an expression. Places are relative to the expression's text, so that equal texts share one tree. */

import type { Source } from "../../source/source.ts";
import type { IsoDate } from "../figure.ts";
import type { Moment } from "../lookup.ts";

export interface Expression {
  readonly source: Source;
  /** Offset of `text` in the source. */
  readonly start: number;
  readonly text: string;
  readonly root: Node;
}

interface NodeBase {
  readonly start: number;
  readonly end: number;
}

export interface NumberNode extends NodeBase {
  readonly type: "number";
  readonly value: number;
}
export interface TextNode extends NodeBase {
  readonly type: "text";
  readonly value: string;
}
/** `einwohner.landkreis`, `auslaender["Löningen"]`, `deck.title`: a name, then keys. */
export interface PathNode extends NodeBase {
  readonly type: "path";
  readonly name: Word;
  readonly keys: readonly Word[];
}
export interface Word extends NodeBase {
  readonly text: string;
}
/** `x @ day`, `x @ previous`. */
export interface AtNode extends NodeBase {
  readonly type: "at";
  readonly operand: Node;
  readonly moment: MomentNode;
}
/** `previous` or `@ day` alone, as an argument of `change`. */
export interface MomentNode extends NodeBase {
  readonly type: "moment";
  /** Absent for `previous`. */
  readonly day?: IsoDate;
}
export interface CallNode extends NodeBase {
  readonly type: "call";
  readonly name: Word;
  readonly arguments: readonly Node[];
}
export interface UnaryNode extends NodeBase {
  readonly type: "unary";
  readonly operator: "-" | "not";
  readonly operand: Node;
}
export interface BinaryNode extends NodeBase {
  readonly type: "binary";
  readonly operator: BinaryOperator;
  readonly operatorStart: number;
  readonly left: Node;
  readonly right: Node;
}
export type Arithmetic = "+" | "-" | "*" | "/";
export type Comparison = "<" | "<=" | "=" | "!=" | ">=" | ">";
export type BinaryOperator = Arithmetic | Comparison | "and" | "or";

export type Node = NumberNode | TextNode | PathNode | AtNode | MomentNode | CallNode | UnaryNode | BinaryNode;

/** Where an `@` leads from a moment: a day replaces the day, `previous` goes one release further back. */
export function shifted(moment: Moment, { day }: MomentNode): Moment {
  return day === undefined ? { ...moment, back: moment.back + 1 } : { day, back: moment.back };
}

/** Whether any part of the expression is fixed to a day with `@ day`. */
export function hasFixedDay(node: Node): boolean {
  switch (node.type) {
    case "at":
      return node.moment.day !== undefined || hasFixedDay(node.operand);
    case "call":
      return node.arguments.some(hasFixedDay);
    case "unary":
      return hasFixedDay(node.operand);
    case "binary":
      return hasFixedDay(node.left) || hasFixedDay(node.right);
    case "number":
    case "text":
    case "path":
    case "moment":
      return false;
  }
}
