/** What a mapping took of a table: observations by Stichtag and path of keys, each place once. */

import type { Cell, Dataset, Level, Value } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { emptyCell, twoObservations } from "../../source/messages/reading.ts";
import { positionAt, type Span } from "../../source/source.ts";
import type { Mapping } from "../mapping.ts";
import type { Observation, TableHead } from "../table.ts";
import type { Faults } from "./faults.ts";

/** Values by path; the path's keys joined by {@link joint}. */
export type Values = ReadonlyMap<string, { readonly path: readonly string[]; readonly value: Value }>;

export interface TakenCell {
  readonly path: readonly string[];
  readonly observation: Observation;
}

/** No key contains it: formats take control characters for faults. */
const joint = "\0";
const twinsKept = 1000;

export class Taken {
  readonly byDay: Map<IsoDate, Map<string, TakenCell>> = new Map<IsoDate, Map<string, TakenCell>>();
  /** One that was taken. */
  sample: Observation | undefined;
  count = 0;
  private readonly empty: { readonly day: IsoDate; readonly cell: TakenCell }[] = [];
  private readonly twins: { readonly first: TakenCell; readonly second: TakenCell }[] = [];
  private twinCount = 0;

  /** @param day "" where the table has only one, known at its end */
  add(day: IsoDate, path: readonly string[], observation: Observation): void {
    this.sample ??= observation;
    this.count++;
    const cell: TakenCell = { path, observation };
    if (observation.value === "" && observation.quality === "") {
      if (this.empty.length < twinsKept) this.empty.push({ day, cell });
      return;
    }
    let cells = this.byDay.get(day);
    if (cells === undefined) this.byDay.set(day, (cells = new Map()));
    const id = path.join(joint);
    const first = cells.get(id);
    if (first === undefined) cells.set(id, cell);
    else if (++this.twinCount <= twinsKept) this.twins.push({ first, second: cell });
  }

  /** Two observations for one value, and values that are nothing. */
  tellTwins(faults: Faults): void {
    for (const { first, second } of this.twins) {
      faults.add("twins", second.observation.span, () => twoObservations(pathName(second.path), placeName(first.observation.span)));
    }
    for (const { day, cell } of this.empty) {
      if (this.byDay.get(day)?.has(cell.path.join(joint)) === true) continue;
      faults.add("empty", cell.observation.span, () => emptyCell(pathName(cell.path)));
    }
  }
}

/** "»männlich« › »Europa«". */
function pathName(path: readonly string[]): string {
  return path.length === 0 ? "»«" : path.map((key) => `»${key}«`).join(" › ");
}

/** "bevoelkerung.csv:12". */
export function placeName({ source, start }: Span): string {
  return `${source.path}:${positionAt(source, start).line}`;
}

/** The values of one Stichtag as a release has them: in the dataset's and the mapping's order, else in that of the file. */
export function levelOf(values: Values, mapping: Mapping, dataset: Dataset, head: TableHead): Level {
  const [first] = values.values();
  const span = first?.value.span ?? mapping.span;
  if (mapping.keys.length === 0) {
    return { kind: "level", cells: new Map([...values.values()].map(({ value }) => [mapping.single ?? "", value])), span };
  }
  return nested([...values.values()], 0);

  function nested(entries: readonly { readonly path: readonly string[]; readonly value: Value }[], depth: number): Level {
    const groups = new Map<string, { readonly path: readonly string[]; readonly value: Value }[]>();
    for (const entry of entries) {
      const key = entry.path[depth] ?? "";
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
    const cells = new Map<string, Cell>();
    for (const key of keysInOrder([...groups.keys()], depth)) {
      const group = groups.get(key) ?? [];
      const [only] = group;
      if (only !== undefined) cells.set(key, depth + 1 === mapping.keys.length ? only.value : nested(group, depth + 1));
    }
    return { kind: "level", cells, span: entries[0]?.value.span ?? span };
  }

  function keysInOrder(keys: readonly string[], depth: number): readonly string[] {
    const level = mapping.keys[depth];
    const order = new Map<string, number>();
    const wanted = [...(depth === 0 ? dataset.keys : []), ...(level?.keys.values() ?? [])];
    for (const key of wanted) if (!order.has(key)) order.set(key, order.size);
    const rank = (key: string): number => (key === level?.total ? Number.MAX_SAFE_INTEGER : (order.get(key) ?? order.size));
    // The rows of an ffcsv come in no order, and in another one each time.
    const scattered = head.format === "ffcsv" ? (a: string, b: string): number => collator.compare(a, b) : (): number => 0;
    return keys.toSorted((a, b) => rank(a) - rank(b) || scattered(a, b));
  }
}

const collator = new Intl.Collator("de", { numeric: true });
