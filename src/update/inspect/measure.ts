/** What the values of a measure are like. */

import { symbolSetNames, symbolsFor, type SymbolSet } from "../../data/symbols.ts";
import { cellValue, markOf } from "../mapping/number.ts";
import type { Observation } from "../table.ts";
import type { MeasureFacts } from "./inspection.ts";

const strangeKept = 5;

/** Every office's signs: which set a file follows is seen of those that occur. "0" is a number here. */
const anySet: SymbolSet = {
  symbols: new Map(symbolSetNames.flatMap((name) => Array.from(symbolsFor(name).symbols)).filter(([spelling]) => spelling !== "0")),
  flags: new Map(symbolSetNames.flatMap((name) => Array.from(symbolsFor(name).flags))),
};

export class Measure {
  private numbers = 0;
  private fives = 0;
  private whole = true;
  private least = Number.POSITIVE_INFINITY;
  private most = Number.NEGATIVE_INFINITY;
  private commas = 0;
  private points = 0;
  private doubtful = 0;
  private doubtfulExample: string | undefined;
  private readonly units = new Map<string, number>();
  private readonly symbols = new Map<string, number>();
  private readonly flags = new Map<string, number>();
  private readonly strange = new Set<string>();

  /** @returns the number that the cell says, or that its symbol stands for; `undefined` where it says none, or two */
  add({ value, unit, quality }: Observation): number | undefined {
    increase(this.units, unit.trim());
    const text = String(value);
    const cell = cellValue(value, "", anySet, undefined);
    const symbol = cell.kind === "value" && typeof cell.value !== "number";
    const attached = cell.kind === "value" || cell.kind === "ambiguous" ? cell.quality?.flag : undefined;
    if (attached !== undefined) increase(this.flags, attached);
    if (quality !== "") increase(this.flags, quality);
    if (symbol) increase(this.symbols, text);
    else if (cell.kind === "ambiguous") {
      this.doubtful++;
      this.doubtfulExample ??= text;
    } else if (cell.kind === "value" && typeof cell.value === "number") this.number(cell.value, value);
    else if (text !== "" && this.strange.size < strangeKept) this.strange.add(text);
    if (cell.kind !== "value") return undefined;
    return typeof cell.value === "number" ? cell.value : cell.value.exactly;
  }

  facts(): MeasureFacts {
    const { numbers, fives, whole, commas, points, doubtful, doubtfulExample, units, symbols, flags } = this;
    const range = numbers === 0 ? {} : { least: this.least, most: this.most };
    const example = doubtfulExample === undefined ? {} : { doubtfulExample };
    return { numbers, fives, whole, ...range, commas, points, doubtful, ...example, units, symbols, flags, strange: [...this.strange] };
  }

  private number(value: number, written: string | number): void {
    this.numbers++;
    if (value % 5 === 0) this.fives++;
    if (!Number.isInteger(value)) this.whole = false;
    this.least = Math.min(this.least, value);
    this.most = Math.max(this.most, value);
    if (value === 0) increase(this.symbols, "0");
    const mark = typeof written === "number" ? undefined : markOf(written);
    if (mark === ",") this.commas++;
    else if (mark === ".") this.points++;
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
