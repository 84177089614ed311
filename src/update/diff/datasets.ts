/** What is different in a dataset as two views see it, whether a slide shows it or not. */

import { type DataView, releasesSeen } from "../../data/asof.ts";
import { breakOf } from "../../data/breaks.ts";
import type { Cell, Dataset, Release, Value } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { statusWords } from "../../data/status.ts";

import { labelOf } from "../../deck/naming.ts";
import type { Break, DatasetChange } from "./changes.ts";
import { isSame } from "./figures.ts";

/** `undefined` where both see the same. */
export function datasetChange(id: string, before: DataView, after: DataView): DatasetChange | undefined {
  const [a, b] = [sideOf(id, before), sideOf(id, after)];
  const dataset = b?.dataset ?? a?.dataset;
  if (dataset === undefined) return undefined;
  const [daysBefore, daysAfter] = [a?.days ?? new Map<IsoDate, Release>(), b?.days ?? new Map<IsoDate, Release>()];
  const newDays = [...daysAfter.keys()].filter((day) => !daysBefore.has(day));
  const goneDays = [...daysBefore.keys()].filter((day) => !daysAfter.has(day));
  const revisions = [...daysAfter].flatMap(([day, release]) => {
    const earlier = daysBefore.get(day);
    if (earlier === undefined || earlier.knownOn === release.knownOn) return [];
    return [{ day, ...(release.knownOn === undefined ? {} : { knownOn: release.knownOn }) }];
  });
  const values = compareValues(dataset, a?.values ?? new Map<string, Leaf>(), b?.values ?? new Map<string, Leaf>());
  const [last, lastBefore] = [[...daysAfter.keys()].at(-1), [...daysBefore.keys()].at(-1)];
  const [status, statusBefore] = [statusOf(daysAfter, last), statusOf(daysBefore, lastBefore)];
  const differs =
    newDays.length +
    goneDays.length +
    revisions.length +
    values.newKeys.length +
    values.goneKeys.length +
    values.changed +
    values.quality.length;
  if (differs === 0 && status === statusBefore) return undefined;
  return {
    dataset: id,
    title: dataset.title,
    ...(lastBefore === undefined ? {} : { before: lastBefore }),
    ...(last === undefined ? {} : { after: last }),
    newDays,
    goneDays,
    revisions,
    breaks: b === undefined ? [] : breaksIn(b, newDays, lastBefore),
    newKeys: values.newKeys,
    goneKeys: values.goneKeys,
    ...(status === undefined || statusBefore === undefined || status === statusBefore
      ? {}
      : { status: { before: statusBefore, after: status } }),
    quality: values.quality,
    values: { common: values.common, changed: values.changed },
    accepted: [...daysAfter].flatMap(([day, { accepted }]) =>
      newDays.includes(day) || revisions.some((one) => one.day === day) ? accepted : [],
    ),
  };
}

function statusOf(days: ReadonlyMap<IsoDate, Release>, day: IsoDate | undefined): string | undefined {
  const release = day === undefined ? undefined : days.get(day);
  return release && statusWords[release.status];
}

interface Side {
  readonly dataset: Dataset;
  /** The release seen of each Stichtag, oldest first. */
  readonly days: ReadonlyMap<IsoDate, Release>;
  /** The newest value of each path. */
  readonly values: ReadonlyMap<string, Leaf>;
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: Value;
  readonly day: IsoDate;
}

function sideOf(id: string, view: DataView): Side | undefined {
  const dataset = view.data.get(id);
  const releases = dataset === undefined ? [] : releasesSeen(view, dataset);
  if (dataset === undefined || releases.length === 0) return undefined;
  // Of a complete dataset the newest release, of a partial one each key's own.
  const shown = dataset.coverage === "complete" ? releases.slice(-1) : releases;
  const values = new Map<string, Leaf>();
  for (const { values: level, stichtag } of shown) collect(level, [], stichtag, values);
  return { dataset, days: new Map(releases.map((release) => [release.stichtag, release])), values };
}

function collect(cell: Cell, path: readonly string[], day: IsoDate, values: Map<string, Leaf>): void {
  if (cell.kind === "value") values.set(path.join("\0"), { path, value: cell, day });
  else for (const [key, below] of cell.cells) collect(below, [...path, key], day, values);
}

interface Compared {
  readonly newKeys: readonly string[];
  readonly goneKeys: readonly string[];
  readonly common: number;
  readonly changed: number;
  readonly quality: DatasetChange["quality"];
}

function compareValues(dataset: Dataset, before: ReadonlyMap<string, Leaf>, after: ReadonlyMap<string, Leaf>): Compared {
  const name = ({ path }: Leaf): string => path.map((key) => labelOf(dataset, key)).join(", ");
  const quality = new Map<string, { readonly before: string; readonly after: string; readonly labels: string[] }>();
  let [common, changed] = [0, 0];
  for (const [path, leaf] of after) {
    const other = before.get(path);
    if (other === undefined) continue;
    common++;
    if (!isSame(asQuantity(other.value), asQuantity(leaf.value))) changed++;
    const [was, is] = [qualityOf(other.value), qualityOf(leaf.value)];
    if (was === is) continue;
    const known = quality.get(`${was}\n${is}`) ?? { before: was, after: is, labels: [] };
    known.labels.push(name(leaf));
    quality.set(`${was}\n${is}`, known);
  }
  // A dataset that comes or goes has no new keys: all of it is.
  const both = before.size > 0 && after.size > 0;
  return {
    newKeys: both ? [...after].filter(([path]) => !before.has(path)).map(([, leaf]) => name(leaf)) : [],
    goneKeys: both ? [...before].filter(([path]) => !after.has(path)).map(([, leaf]) => name(leaf)) : [],
    common,
    changed,
    quality: [...quality.values()],
  };
}

function asQuantity({ value, span }: Value): {
  readonly value: Value["value"];
  readonly unit: "";
  readonly origin: { readonly kind: "literal"; readonly span: Value["span"] };
} {
  return { value, unit: "", origin: { kind: "literal", span } };
}

function qualityOf({ quality }: Value): string {
  return quality === undefined || quality.kind === "plain" ? "" : quality.meaning;
}

/** Why new releases cannot be compared with what was seen before. */
function breaksIn({ dataset, days }: Side, newDays: readonly IsoDate[], from: IsoDate | undefined): readonly Break[] {
  const breaks: Break[] = [];
  for (const day of newDays) {
    const release = days.get(day);
    const reason = release && breakOf(dataset, release, [[]]);
    // In the first release ever there is nothing before it.
    if (reason !== undefined && from !== undefined && day > from) breaks.push({ dataset: dataset.id, day, reason });
  }
  return breaks;
}
