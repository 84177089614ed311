/** Looks at a table as it is read, and keeps what is in it but not its observations. */

import { symbolSetNames, symbolsFor, type SymbolSet } from "../../data/symbols.ts";
import type { Outcome } from "../../source/diagnostic.ts";
import { cellValue, markOf } from "../mapping/number.ts";
import { emptyCode } from "../mapping/pick.ts";
import type { Observation, Receiver, Selection, TableHead, TableTail } from "../table.ts";
import type { Category, Inspection, MeasureFacts } from "./inspection.ts";

/** `finish` is called once, after the table's end. */
export type InspectionReceiver = Receiver & { finish(tail: TableTail): Outcome<Inspection> };

/** @param name of the file, for people */
export function inspectionReceiver(name: string): InspectionReceiver {
  return new Inspector(name);
}

const categoriesKept = 20_000;
const strangeKept = 5;
/** Each pair of them is looked at in each row. */
const mostAttributes = 24;

interface Counted {
  code: string;
  label: string;
  count: number;
}

class Inspector implements InspectionReceiver {
  private readonly name: string;
  private head: TableHead | undefined;
  private categories: Map<string, Counted>[] = [];
  private readonly more = new Set<number>();
  private readonly measures = new Map<string, Measure>();
  private measure = -1;
  private joinedPlaces: readonly number[] = [];
  private readonly joined = new Map<string, Counted>();
  /** Of two attributes: the code of the second for each of the first, `undefined` where there are several. */
  private readonly pairs = new Map<string, Map<string, string> | undefined>();
  private attributes: readonly number[] = [];
  private empty = 0;

  constructor(name: string) {
    this.name = name;
  }

  open(head: TableHead): Selection {
    this.head = head;
    this.categories = head.variables.map(() => new Map<string, Counted>());
    this.measure = head.variables.findIndex(({ role }) => role === "measure");
    this.attributes = head.variables.flatMap(({ attribute }, place) => (attribute === true ? [place] : [])).slice(0, mostAttributes);
    this.joinedPlaces = joinedPlaces(head);
    return head.variables.map(() => undefined);
  }

  observe(observation: Observation): void {
    const { codes, labels, value, quality } = observation;
    if (value === "" && quality === "") {
      this.empty++;
      return;
    }
    this.categories.forEach((known, place) => {
      if (known.size >= categoriesKept && !known.has(codes[place] ?? "")) this.more.add(place);
      else count(known, codes[place] ?? "", labels[place] ?? "");
    });
    if (this.joinedPlaces.length > 0 && this.joined.size < categoriesKept) {
      const parts = this.joinedPlaces.map((place) => codes[place] ?? "").filter((code) => code !== emptyCode);
      count(this.joined, parts.join(""), "");
    }
    this.pair(codes);
    const code = codes[this.measure] ?? "";
    let facts = this.measures.get(code);
    if (facts === undefined) this.measures.set(code, (facts = new Measure()));
    facts.add(observation);
  }

  finish(tail: TableTail): Outcome<Inspection> {
    const { head } = this;
    if (head === undefined) return { value: undefined, diagnostics: [] };
    const variables = head.variables.map((variable, place) => ({
      ...variable,
      categories: listed(this.categories[place]),
      more: this.more.has(place),
      followsFrom: this.attributes
        .filter((other) => this.pairs.get(`${other} ${place}`) !== undefined)
        .map((other) => head.variables[other]?.code ?? ""),
    }));
    const joined = { variables: this.joinedPlaces.map((place) => head.variables[place]?.code ?? ""), categories: listed(this.joined) };
    const measures = new Map([...this.measures].map(([code, measure]) => [code, measure.facts()]));
    return {
      value: { name: this.name, head, tail, variables, ...(joined.variables.length > 0 && { joined }), measures, empty: this.empty },
      diagnostics: [],
    };
  }

  /** Notes which columns of a row follow from which. */
  private pair(codes: readonly string[]): void {
    for (const first of this.attributes) {
      for (const second of this.attributes) {
        if (first === second) continue;
        const id = `${first} ${second}`;
        if (!this.pairs.has(id)) this.pairs.set(id, new Map());
        const pairs = this.pairs.get(id);
        if (pairs === undefined) continue;
        const [from = "", to = ""] = [codes[first], codes[second]];
        const known = pairs.get(from);
        if (known === undefined) pairs.set(from, to);
        else if (known !== to) this.pairs.set(id, undefined);
      }
    }
  }
}

function count(known: Map<string, Counted>, code: string, label: string): void {
  const seen = known.get(code);
  if (seen === undefined) known.set(code, { code, label, count: 1 });
  else seen.count++;
}

function listed(known: ReadonlyMap<string, Counted> | undefined): readonly Category[] {
  return [...(known?.values() ?? [])].map(({ code, label, count: times }) => ({ code, label, count: times }));
}

/** Land, region, district and municipality where each has a column; the association between the last two is no part of the AGS. */
function joinedPlaces({ variables }: TableHead): readonly number[] {
  const place = (pattern: RegExp): number => variables.findIndex(({ code, role }) => role === "category" && pattern.test(code.trim()));
  const [land, region, district, municipality] = [
    /^(?:bundes)?land$/iu,
    /^(?:rb|regierungsbezirk|reg\.?-?bez\.?)$/iu,
    /^(?:land)?kr(?:ei)?s$/iu,
    /^gem(?:einde)?$/iu,
  ].map(place);
  if (land === undefined || region === undefined || district === undefined || land < 0 || region < 0 || district < 0) return [];
  return [land, region, district, ...(municipality === undefined || municipality < 0 ? [] : [municipality])];
}

/** Every office's signs: which set a file follows is seen of those that occur. "0" is a number here. */
const anySet: SymbolSet = {
  symbols: new Map(symbolSetNames.flatMap((name) => Array.from(symbolsFor(name).symbols)).filter(([spelling]) => spelling !== "0")),
  flags: new Map(symbolSetNames.flatMap((name) => Array.from(symbolsFor(name).flags))),
};

class Measure {
  private numbers = 0;
  private fives = 0;
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

  add({ value, unit, quality }: Observation): void {
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
  }

  facts(): MeasureFacts {
    const { numbers, fives, commas, points, doubtful, doubtfulExample, units, symbols, flags } = this;
    const range = numbers === 0 ? {} : { least: this.least, most: this.most };
    const example = doubtfulExample === undefined ? {} : { doubtfulExample };
    return { numbers, fives, ...range, commas, points, doubtful, ...example, units, symbols, flags, strange: [...this.strange] };
  }

  private number(value: number, written: string | number): void {
    this.numbers++;
    if (value % 5 === 0) this.fives++;
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
