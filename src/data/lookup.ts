/** From a dataset, keys and a moment to the value that holds there, or why there is none. */

import { releasesSeen, viewKey, type DataView } from "./asof.ts";
import type { Cell, Dataset, Level, Release, Value } from "./dataset.ts";
import type { IsoDate } from "./figure.ts";

/** When: the current release or the one of exactly `day`, and from there so many releases back. */
export interface Moment {
  readonly day?: IsoDate;
  readonly back: number;
}

export const current: Moment = { back: 0 };

/** A value of a release, and the keys that lead to it. */
export interface Slot {
  readonly path: readonly string[];
  readonly value: Value;
  readonly release: Release;
}

export interface FoundLevel {
  readonly kind: "level";
  /** The level's values in the order of the file; in a partial dataset declared keys first, then as they came up. */
  readonly slots: readonly Slot[];
  /** Keys that have a further level below them. */
  readonly levels: readonly string[];
  /** Keys that the dataset, a partial one, has at other moments seen, but not at this one. */
  readonly lacking: readonly string[];
}

export type Found = { readonly kind: "value"; readonly slot: Slot } | FoundLevel | Absent;

/** Why there is nothing. */
export type Absent =
  /** No release is seen at all. */
  | { readonly kind: "no-release" }
  /** None of exactly that day; `days` there are. */
  | { readonly kind: "no-day"; readonly day: IsoDate; readonly days: readonly IsoDate[] }
  /** None before `day`. */
  | { readonly kind: "no-previous"; readonly day: IsoDate }
  /** The key `path[depth]` is not there; `keys` are. `day` is that of the release asked, if it was one. */
  | { readonly kind: "no-key"; readonly depth: number; readonly keys: readonly string[]; readonly day?: IsoDate }
  /** What `path[depth]` would stand below is a single value. */
  | { readonly kind: "no-level"; readonly depth: number };

/** The same question gets the same answer object as long as the dataset is the same. */
export function find(view: DataView, dataset: Dataset, path: readonly string[], moment: Moment): Found {
  let answers = known.get(dataset);
  if (answers === undefined) known.set(dataset, (answers = new Map()));
  const question = `${viewKey(view)} ${moment.day ?? ""} ${moment.back} ${path.join("\0")}`;
  let answer = answers.get(question);
  if (answer === undefined) answers.set(question, (answer = search(view, dataset, path, moment)));
  return answer;
}

const known = new WeakMap<Dataset, Map<string, Found>>();

function search(view: DataView, dataset: Dataset, path: readonly string[], moment: Moment): Found {
  if (releasesSeen(view, dataset).length === 0) return { kind: "no-release" };
  const releases = releasesWith(view, dataset, path);
  const last = releases.length - 1;
  const from = moment.day === undefined ? last : releases.findIndex(({ stichtag }) => stichtag === moment.day);
  if (last >= 0 && from < 0) return { kind: "no-day", day: moment.day ?? "", days: releases.map(({ stichtag }) => stichtag) };
  const release = releases[from - moment.back];
  if (release === undefined) {
    const [first] = releases;
    return first === undefined
      ? missingKey(releasesSeen(view, dataset), path)
      : { kind: "no-previous", day: releases[from]?.stichtag ?? first.stichtag };
  }
  const cell = cellAt(release.values, path);
  if (cell === undefined) return missingKey([release], path, release.stichtag);
  if (cell.kind === "value") return { kind: "value", slot: { path, value: cell, release } };
  return dataset.coverage === "complete" ? wholeLevel(cell, release, path) : mergedLevel(view, dataset, path, moment);
}

/**
 * The releases among which a moment is counted, one for each Stichtag: of a complete dataset all that are seen, of a
 * partial one those that have the keys.
 */
export function releasesWith(view: DataView, dataset: Dataset, path: readonly string[]): readonly Release[] {
  const all = releasesSeen(view, dataset);
  if (dataset.coverage === "complete") return all;
  const having = all.filter(({ values }) => cellAt(values, path) !== undefined);
  return having.filter(({ stichtag }, index) => having[index + 1]?.stichtag !== stichtag);
}

export function cellAt(values: Level, path: readonly string[]): Cell | undefined {
  let cell: Cell | undefined = values;
  for (const key of path) {
    if (cell?.kind !== "level") return undefined;
    cell = cell.cells.get(key);
  }
  return cell;
}

function wholeLevel({ cells }: Level, release: Release, path: readonly string[]): FoundLevel {
  const slots: Slot[] = [];
  const levels: string[] = [];
  for (const [key, cell] of cells) {
    if (cell.kind === "value") slots.push({ path: [...path, key], value: cell, release });
    else levels.push(key);
  }
  return { kind: "level", slots, levels, lacking: [] };
}

/** Each key's own value of the moment; keys that have none then are left out, and named. */
function mergedLevel(view: DataView, dataset: Dataset, path: readonly string[], moment: Moment): FoundLevel | Absent {
  const keys = new Set(path.length === 0 ? dataset.keys : []);
  const having = new Set<string>();
  for (const { values } of releasesSeen(view, dataset)) {
    const cell = cellAt(values, path);
    if (cell?.kind === "level") for (const key of cell.cells.keys()) having.add(key);
  }
  for (const key of having) keys.add(key);
  const slots: Slot[] = [];
  const levels: string[] = [];
  const lacking: string[] = [];
  for (const key of keys) {
    const found = find(view, dataset, [...path, key], moment);
    if (found.kind === "value") slots.push(found.slot);
    else if (found.kind === "level") levels.push(key);
    else if (having.has(key)) lacking.push(key);
  }
  return { kind: "level", slots, levels, lacking };
}

/** Which of the keys is missing in all of the releases, and which there are in its place. */
function missingKey(releases: readonly Release[], path: readonly string[], day?: IsoDate): Absent {
  const when = day === undefined ? {} : { day };
  for (let depth = 0; depth < path.length; depth++) {
    const cells = releases.map(({ values }) => cellAt(values, path.slice(0, depth + 1)));
    if (cells.some((cell) => cell !== undefined)) continue;
    const above = releases.map(({ values }) => cellAt(values, path.slice(0, depth))).filter((cell) => cell !== undefined);
    const levels = above.filter((cell) => cell.kind === "level");
    if (levels.length === 0) return { kind: "no-level", depth };
    const keys = new Set<string>();
    for (const { cells: inner } of levels) for (const key of inner.keys()) keys.add(key);
    return { kind: "no-key", depth, keys: [...keys], ...when };
  }
  return { kind: "no-key", depth: path.length - 1, keys: [], ...when };
}
