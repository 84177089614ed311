/**
 * A mapping at work: takes a table's observations in and makes values by Stichtag of them. Every variable of the table
 * must be pinned, and what cannot be read one way only is refused.
 */

import type { Dataset } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { symbolsFor } from "../../data/symbols.ts";
import { error, type Diagnostic, type Outcome } from "../../source/diagnostic.ts";
import { mostShown } from "../../source/messages/fields.ts";
import {
  categoryName,
  codeNotInTable,
  emptyTable,
  filterLetsNothingThrough,
  filtersLetNothingThrough,
  keysTakeNothing,
  newNeighbour,
  notATime,
  severalUnits,
  stichtagContradicts,
  unknownCode,
  unpinnedVariable,
  wrongUnit,
} from "../../source/messages/reading.ts";
import { nearest } from "../../source/nearest.ts";
import type { Mapping } from "../mapping.ts";
import type { ReadRelease, Reading } from "../reading.ts";
import type { Observation, Receiver, Selection, TableHead, TableTail } from "../table.ts";
import { Faults } from "./faults.ts";
import { NamesBeside } from "./names.ts";
import { planOf, type Plan } from "./plan.ts";
import { singleStichtag, Times, type TimesOfFile } from "./stichtag.ts";
import { levelOf, Taken } from "./taken.ts";
import { valuesOf } from "./values.ts";

export interface MappingOptions {
  /** Said on the command line, for a file that names none; of a file that names several, the one that is wanted. */
  readonly stichtag?: IsoDate;
}

/** A receiver that makes a reading. `finish` is called once, after the table's end, with no value where anything is at fault. */
export type MappingReceiver = Receiver & { finish(tail: TableTail): Outcome<Reading> };

export function mappingReceiver(mapping: Mapping, dataset: Dataset, options: MappingOptions = {}): MappingReceiver {
  return new Mapper(mapping, dataset, options);
}

class Mapper implements MappingReceiver {
  private readonly mapping: Mapping;
  private readonly dataset: Dataset;
  private readonly said: IsoDate | undefined;
  private readonly report: Diagnostic[] = [];
  private readonly faults = new Faults();
  private readonly times: Times;
  private readonly taken = new Taken();
  private readonly units = new Map<string, Observation>();
  /** Categories of each free variable, by code, as far as they were met: the labels. */
  private readonly categories: Map<string, string>[] = [];
  private head: TableHead | undefined;
  private plan: Plan | undefined;
  private names: NamesBeside | undefined;
  /** Of JSON-stat a null is defined: a value that is missing, for which Eurostat prints a symbol. */
  private nullIsSymbol = false;
  /** Whether the variable of time is read, so that days differ. */
  private timed = false;

  constructor(mapping: Mapping, dataset: Dataset, { stichtag }: MappingOptions) {
    this.mapping = mapping;
    this.dataset = dataset;
    this.said = stichtag;
    this.times = new Times(mapping.time);
  }

  open(head: TableHead): Selection | undefined {
    this.head = head;
    const plan = planOf(head, this.mapping, this.dataset, this.report);
    this.plan = plan;
    if (plan === undefined) return undefined;
    this.timed = plan.time !== undefined;
    this.nullIsSymbol = head.format === "json-stat" && symbolsFor(this.dataset.symbols).symbols.has(":");
    const beside = head.variables.flatMap(({ attribute }, place) => (attribute === true ? [place] : []));
    const own = plan.keys[0]?.places ?? [];
    this.names = new NamesBeside(
      this.dataset,
      own,
      beside.filter((place) => !own.includes(place)),
    );
    this.categories.push(...plan.free.map(() => new Map<string, string>()));
    return head.variables.map((_, index) => plan.filters.find(({ place }) => place === index)?.wanted);
  }

  observe(observation: Observation): void {
    const { plan } = this;
    if (plan === undefined) return;
    const path: string[] = [];
    let unknown = false;
    let byAgs: string | undefined;
    for (const reader of plan.keys) {
      const pick = reader.pick(observation);
      if (pick.kind === "left-out") return;
      if (pick.kind === "key") {
        path.push(pick.key);
        if (pick.ags !== undefined) byAgs = pick.key;
      } else {
        // A row that holds nothing (a heading among the rows) loses nothing.
        if (observation.value !== "") reader.estrange(observation);
        unknown = true;
      }
    }
    if (unknown) return;
    const day = this.dayOf(observation, plan);
    if (day === undefined) return;
    plan.free.forEach((place, index) => {
      const seen = this.categories[index];
      const code = observation.codes[place] ?? "";
      if (seen !== undefined && !seen.has(code)) seen.set(code, observation.labels[place] ?? "");
    });
    this.checkUnit(observation);
    if (byAgs !== undefined) this.names?.add(byAgs, observation);
    this.taken.add(day, path, this.nullIsSymbol && observation.value === "" ? { ...observation, value: ":" } : observation);
  }

  finish(tail: TableTail): Outcome<Reading> {
    const { head, plan } = this;
    if (head === undefined || plan === undefined) return { value: undefined, diagnostics: this.report };
    this.checkPinned(head, plan);
    this.checkCodes(plan);
    this.checkUnits();
    this.checkTaken(plan);
    this.names?.tell(this.faults);
    // Where a variable is not pinned, that is why values meet: one fault, not two.
    if (!this.report.some(({ message }) => message.code === "unpinned-variable")) this.taken.tellTwins(this.faults);
    const single =
      this.timed || this.taken.count === 0
        ? undefined
        : singleStichtag(head, this.timesOfFile(head, plan), this.mapping, this.said, this.report);
    const { cells, decimal } = valuesOf(this.taken, head, this.mapping, this.dataset, this.faults);
    const diagnostics = [...this.report, ...this.faults.diagnostics()];
    if (diagnostics.length > 0 || (!this.timed && single === undefined)) return { value: undefined, diagnostics };
    const releases: ReadRelease[] = [...cells]
      .map(([day, values]) => ({ stichtag: this.timed ? day : (single ?? day), values: levelOf(values, this.mapping, this.dataset, head) }))
      .toSorted((a, b) => (a.stichtag < b.stichtag ? -1 : 1));
    const found = decimal === undefined ? head : { ...head, form: [...head.form, { fact: "decimal" as const, found: decimal }] };
    return { value: { head: found, tail, releases }, diagnostics };
  }

  /** @returns "" for the table's only day, which is known at its end */
  private dayOf(observation: Observation, { time }: Plan): IsoDate | undefined {
    if (time === undefined) return "";
    const code = observation.codes[time] ?? "";
    const day = this.times.dayOf(code);
    if (day === undefined) this.faults.add("time", observation.span, () => notATime(code, this.head?.variables[time]?.code ?? ""));
    return this.said !== undefined && day !== this.said ? undefined : day;
  }

  private checkUnit(observation: Observation): void {
    const unit = observation.unit.trim();
    const wanted = this.mapping.unit;
    if (!this.units.has(unit)) this.units.set(unit, observation);
    if (wanted !== undefined && unit.normalize() !== wanted) this.faults.add("unit", observation.span, () => wrongUnit(unit, wanted));
  }

  private checkUnits(): void {
    if (this.mapping.unit === undefined && this.units.size > 1)
      this.report.push(error(this.mapping.span, severalUnits([...this.units.keys()])));
  }

  private checkPinned(head: TableHead, { free }: Plan): void {
    free.forEach((place, index) => {
      const seen = this.categories[index] ?? new Map<string, string>();
      const variable = head.variables[place];
      if (seen.size < 2 || variable === undefined) return;
      const names = [...seen].slice(0, mostShown).map(([code, label]) => categoryName(code, label));
      this.report.push(error(this.mapping.span, unpinnedVariable(variable.code, names, seen.size, seen.has(""))));
    });
  }

  /** Codes that give no key, and keys that no code gives. */
  private checkCodes({ keys }: Plan): void {
    keys.forEach((reader, depth) => {
      const variable = reader.level.variables.join(", ");
      for (const { code, name, span } of reader.strangers.values()) {
        const isNeighbour = reader.level.others === "ignore" && reader.isNewNeighbour(code);
        this.faults.add(`unknown ${depth}`, span, () =>
          isNeighbour ? newNeighbour(variable, name) : unknownCode(variable, name, nearest(code, reader.candidates)),
        );
      }
      if (this.dataset.coverage === "partial") return;
      for (const [code, key] of reader.level.keys) {
        if (reader.met.size === 0 || reader.given.has(code)) continue;
        this.faults.add(`absent ${depth}`, reader.level.span, () => codeNotInTable(code, key, variable, nearest(code, reader.met)));
      }
    });
  }

  /** Says why nothing was taken. */
  private checkTaken({ filters, keys }: Plan): void {
    if (this.taken.count > 0 || this.faults.any) return;
    const { span } = this.mapping;
    const closed = filters.find(({ wanted }) => wanted.asked > 0 && wanted.agreed === 0);
    const idle = keys.find(({ met }) => met.size > 0);
    if (closed !== undefined) {
      const refused = [...closed.wanted.refused];
      const before = filters.filter(({ wanted }) => wanted.agreed > 0).map(({ variable }) => variable);
      const near = nearest(closed.code, refused);
      this.report.push(
        error(
          closed.span,
          filterLetsNothingThrough(
            closed.variable,
            closed.code,
            near,
            refused.map((code) => categoryName(code, "")),
            before,
          ),
        ),
      );
    } else if (this.said !== undefined && this.times.days.length > 0)
      this.report.push(error(span, stichtagContradicts(this.said, this.times.days)));
    else if (idle === undefined && filters.some(({ wanted }) => wanted.agreed > 0))
      this.report.push(error(filters[0]?.span ?? span, filtersLetNothingThrough(filters.map(({ variable }) => variable))));
    else if (idle === undefined) this.report.push(error(span, emptyTable()));
    else
      this.report.push(
        error(
          idle.level.span,
          keysTakeNothing(
            idle.level.variables.join(", "),
            [...idle.met].filter((word) => word !== ""),
          ),
        ),
      );
  }

  /** Where a day may stand besides the texts above the table: what was taken goes before what else there is. */
  private timesOfFile(head: TableHead, { free, filters }: Plan): TimesOfFile {
    const taken = this.taken.sample?.labels ?? [];
    const pinned = [...free, ...filters.map(({ place }) => place)];
    const headings = [...pinned.map((place) => taken[place] ?? ""), ...head.variables.map(({ label }) => label)];
    // Several times of a variable are told as such: it is not pinned.
    const times = pinned
      .filter((place) => head.variables[place]?.role === "time")
      .filter((place) => (this.categories[free.indexOf(place)]?.size ?? 1) === 1);
    return { headings, times: times.map((place) => this.taken.sample?.codes[place] ?? "") };
  }
}
