/** What is in a table, without its observations: plain values, which pass between threads as copies. */

import type { TableHead, TableTail, Variable } from "../table.ts";

export interface Inspection {
  /** Name of the file or answer. */
  readonly name: string;
  readonly head: TableHead;
  readonly tail: TableTail;
  /** In the order of the head. */
  readonly variables: readonly InspectedVariable[];
  /** Parts of a district's key that stand in columns of their own (land, district, municipality), joined. */
  readonly joined?: JoinedVariable;
  /** What the values are like, by the code of their measure. */
  readonly measures: ReadonlyMap<string, MeasureFacts>;
  /** Cells in which nothing stands, not even a symbol. */
  readonly empty: number;
}

export interface InspectedVariable extends Variable {
  /** Those that have a value, in the order of the file. */
  readonly categories: readonly Category[];
  /** Whether there are more than are kept. */
  readonly more: boolean;
  /** Codes of the attributes whose categories each have one category of this only: this follows from them. */
  readonly followsFrom: readonly string[];
  /** How the categories compare with their total; absent where there is none, or no sum could be made. */
  readonly sums?: SumFacts;
}

/** In {@link InspectedVariable.followsFrom}: the joined key. */
export const joinedCode = "(joined)";

export interface SumFacts {
  readonly compared: number;
  /** How many of them are not equal. */
  readonly off: number;
  /** The largest difference. */
  readonly most: number;
  /** How many parts a sum has at most. */
  readonly parts: number;
}

export interface JoinedVariable {
  readonly variables: readonly string[];
  readonly categories: readonly Category[];
}

export interface Category {
  readonly code: string;
  readonly label: string;
  /** Observations with a value. */
  readonly count: number;
}

export interface MeasureFacts {
  readonly numbers: number;
  /** Numbers that are multiples of 5. */
  readonly fives: number;
  /** Whether none has decimals. */
  readonly whole: boolean;
  readonly least?: number;
  readonly most?: number;
  /** Numbers that can only be read with a decimal comma, or only with a decimal point. */
  readonly commas: number;
  readonly points: number;
  /** Numbers that can be read with either, each saying another thing: how many, and the first. */
  readonly doubtful: number;
  readonly doubtfulExample?: string;
  /** How often each unit stands there; "" is none. */
  readonly units: ReadonlyMap<string, number>;
  /** Symbols in place of numbers, by how they are written; "0" is among them. */
  readonly symbols: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
  /** What is neither a number nor a symbol of any office: the first few. */
  readonly strange: readonly string[];
}
