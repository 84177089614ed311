/** Looks at a table as it is read, and keeps what is in it but not its observations. */

import type { Outcome } from "../../source/diagnostic.ts";
import { emptyCode } from "../mapping/pick.ts";
import type { Observation, Receiver, Selection, TableHead, TableTail } from "../table.ts";
import { Followers } from "./followers.ts";
import { joinedCode, type Category, type InspectedVariable, type Inspection } from "./inspection.ts";
import { Measure } from "./measure.ts";
import { Sums } from "./sums.ts";

/** `finish` is called once, after the table's end. */
export type InspectionReceiver = Receiver & { finish(tail: TableTail): Outcome<Inspection> };

/** @param name of the file, for people */
export function inspectionReceiver(name: string): InspectionReceiver {
  return new Inspector(name);
}

const categoriesKept = 20_000;

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
  private followers = new Followers([]);
  private sums = new Sums([]);
  private empty = 0;

  constructor(name: string) {
    this.name = name;
  }

  open(head: TableHead): Selection {
    this.head = head;
    this.categories = head.variables.map(() => new Map<string, Counted>());
    this.measure = head.variables.findIndex(({ role }) => role === "measure");
    this.joinedPlaces = joinedPlaces(head);
    const attributes = head.variables.flatMap(({ attribute }, place) => (attribute === true ? [place] : []));
    // The joined key is one more column, behind the others.
    this.followers = new Followers([...(this.joinedPlaces.length > 0 ? [head.variables.length] : []), ...attributes]);
    this.sums = new Sums(
      head.variables.flatMap(({ role, attribute }, place) => (role === "category" && attribute !== true ? [place] : [])),
    );
    return head.variables.map(() => undefined);
  }

  observe(observation: Observation): void {
    const { codes, labels, value, quality } = observation;
    if (value === "" && quality === "") {
      this.empty++;
      this.sums.add(codes, labels, undefined);
      return;
    }
    this.categories.forEach((known, place) => {
      if (known.size >= categoriesKept && !known.has(codes[place] ?? "")) this.more.add(place);
      else count(known, codes[place] ?? "", labels[place] ?? "");
    });
    const joined = this.joinedPlaces
      .map((place) => codes[place] ?? "")
      .filter((part) => part !== emptyCode)
      .join("");
    if (this.joinedPlaces.length > 0 && this.joined.size < categoriesKept) count(this.joined, joined, "");
    this.followers.add([...codes, joined]);
    const code = codes[this.measure] ?? "";
    let facts = this.measures.get(code);
    if (facts === undefined) this.measures.set(code, (facts = new Measure()));
    this.sums.add(codes, labels, facts.add(observation));
  }

  finish(tail: TableTail): Outcome<Inspection> {
    const { head } = this;
    if (head === undefined) return { value: undefined, diagnostics: [] };
    const sums = this.sums.facts();
    const variables = head.variables.map((variable, place): InspectedVariable => {
      const made = sums.get(place);
      return Object.assign({}, variable, {
        categories: named(listed(this.categories[place]), variable.attribute === true ? this.followers.names(place) : undefined),
        more: this.more.has(place),
        followsFrom: this.followers.before(place).map((other) => head.variables[other]?.code ?? joinedCode),
        ...(made && { sums: made }),
      });
    });
    const joined = {
      variables: this.joinedPlaces.map((place) => head.variables[place]?.code ?? ""),
      categories: named(listed(this.joined), this.followers.names(head.variables.length)),
    };
    const measures = new Map([...this.measures].map(([code, measure]) => [code, measure.facts()]));
    return {
      value: { name: this.name, head, tail, variables, ...(joined.variables.length > 0 && { joined }), measures, empty: this.empty },
      diagnostics: [],
    };
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

/** Codes without a label of their own get the name that stands beside them. */
function named(categories: readonly Category[], names: ReadonlyMap<string, string> | undefined): readonly Category[] {
  if (names === undefined) return categories;
  return categories.map((category) => {
    const { code, label, count: times } = category;
    const name = label === code || label === "" ? names.get(code) : undefined;
    return name === undefined || name === code ? category : { code, label: name, count: times };
  });
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
