/** Two states of a project: days, days of knowledge, revisions of git. What they mean for each deck, and what differs. */

import { viewOf } from "../data/asof.ts";
import { isDay } from "../data/calendar.ts";
import type { Data } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import { readData } from "../data/read.ts";
import { readSettings } from "../deck/settings.ts";
import type { Diagnostic, Message } from "../source/diagnostic.ts";
import { notAState } from "../source/messages/diff.ts";
import type { Changes, DeckState, State, StateName } from "../update/diff/changes.ts";
import { changesBetween } from "../update/diff/compare.ts";
import { compileProject, isFaulty } from "./build.ts";
import { projectAt } from "./git.ts";
import { type DeckFiles, type Project, readProject } from "./read.ts";

export interface DiffRequest {
  /** The project's folder. */
  readonly root: string;
  /** A state as it is written; default each deck's own day, else what was known before the newest arrivals. */
  readonly from?: string;
  /** Default `latest`; after a revision the working tree as it is. */
  readonly to?: string;
  /** Ids of the decks to compare; default all. */
  readonly decks?: readonly string[];
}

export type Compared =
  | {
      readonly changes: Changes;
      readonly before: State;
      readonly after: State;
      readonly project: Project;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** What is wrong with the states asked for. */
  | { readonly fault: Message };

/** Reads and compiles both states and compares them. */
export function compareStates({ root, from, to, decks }: DiffRequest): Compared {
  const project = readProject(root);
  const first = from === undefined ? ({ kind: "own", value: "" } as const) : stateName(from);
  const last = to === undefined ? standard(first) : stateName(to);
  for (const [state, written] of [
    [first, from],
    [last, to],
  ] as const) {
    if (state === undefined) return { fault: notAState(written ?? "") };
  }
  if (first === undefined || last === undefined) return { fault: notAState("") };
  const sides: Side[] = [];
  for (const [name, other, isDefault] of [
    [first, last, from === undefined],
    [last, first, false],
  ] as const) {
    const read = name.kind === "revision" ? projectAt(project.root, name.value) : { project };
    if ("fault" in read) return read;
    // A revision says which files, the other side which day: the same for both, or as the decks themselves say.
    const days = name.kind === "revision" ? (other.kind === "revision" ? own : other) : name;
    sides.push({ project: read.project, name, days, beforeArrivals: isDefault });
  }
  const [a, b] = sides;
  if (a === undefined || b === undefined) return { fault: notAState("") };
  const [before, after] = [stateOf(a, decks), stateOf(b, decks)];
  return {
    changes: changesBetween(before.state, after.state),
    before: before.state,
    after: after.state,
    project,
    diagnostics: after.diagnostics,
  };
}

/** What an update has changed: both projects as of the newest data, whatever day their decks are pinned to. */
export function changesAfterUpdate(before: Project, after: Project): Changes {
  const latest = { kind: "latest", value: "" } as const;
  const [a, b] = [before, after].map((project) => stateOf({ project, name: latest, days: latest, beforeArrivals: false }).state);
  if (a === undefined || b === undefined) throw new RangeError("two projects make two states");
  return changesBetween({ ...a, name: { kind: "before-update", value: "" } }, { ...b, name: { kind: "after-update", value: "" } });
}

/**
 * What differs between a deck as it was released and as it is.
 *
 * @param before the project of then, or the present one
 * @param knownOn the day of the release, where its project is not known: then the data are looked at as known on that day
 */
export function changesSinceRelease(before: Project, after: Project, id: string, knownOn?: IsoDate): Changes {
  const state = (project: Project, days: Days, name: StateName): State => ({
    name,
    decks: project.decks.filter((deck) => deck.id === id).flatMap((deck) => deckState(deck, days, project) ?? []),
    view: viewOf(readData(project.data).value ?? new Map(), optionsOf(days)),
  });
  const then = knownOn === undefined ? state(before, {}, own) : state(before, { knownOn }, { kind: "known", value: knownOn });
  return changesBetween(then, state(after, {}, own));
}

const own: StateName = { kind: "own", value: "" };

function standard(first: StateName | undefined): StateName {
  return first?.kind === "revision" ? own : { kind: "latest", value: "" };
}

/** `undefined` for what looks like a day and is none. */
function stateName(written: string): StateName | undefined {
  if (written === "latest") return { kind: "latest", value: "" };
  const known = /^known:(.*)$/su.exec(written)?.[1];
  if (known !== undefined) return isDay(known) ? { kind: "known", value: known } : undefined;
  if (/^\d{1,4}-\d{1,2}-\d{1,2}$/u.test(written)) return isDay(written) ? { kind: "day", value: written } : undefined;
  return written === "" || written.startsWith("-") ? undefined : { kind: "revision", value: written };
}

interface Side {
  readonly project: Project;
  readonly name: StateName;
  /** Which day its decks are looked at; never a revision. */
  readonly days: StateName;
  /** Whether a deck without a day of its own is looked at as it was before the newest data came in. */
  readonly beforeArrivals: boolean;
}

interface Days {
  readonly asOf?: IsoDate;
  readonly knownOn?: IsoDate;
}

function stateOf(side: Side, ids?: readonly string[]): { readonly state: State; readonly diagnostics: readonly Diagnostic[] } {
  const { project } = side;
  const { value: data = new Map(), diagnostics } = readData(project.data);
  const chosen = project.decks.filter(({ id }) => ids === undefined || ids.includes(id));
  const decks = chosen.flatMap((deck) => deckState(deck, daysOf(side, deck, data), project) ?? []);
  const name = side.beforeArrivals ? nameOfStart(chosen, data) : side.name;
  return {
    state: { name, decks, view: viewOf(data, optionsOf(daysOf(side, undefined, data))) },
    diagnostics: [...project.diagnostics, ...diagnostics],
  };
}

function optionsOf({ asOf = "latest", knownOn }: Days): { readonly asOf: IsoDate; readonly knownOn?: IsoDate } {
  return knownOn === undefined ? { asOf } : { asOf, knownOn };
}

function daysOf({ days, beforeArrivals }: Side, deck: DeckFiles | undefined, data: Data): Days {
  switch (days.kind) {
    case "day":
      return { asOf: days.value };
    case "latest":
      return { asOf: "latest" };
    case "known":
      return { asOf: "latest", knownOn: days.value };
    case "own":
    case "revision":
    case "before-update":
    case "after-update":
      return beforeArrivals && (deck === undefined || ownDay(deck) === undefined) ? beforeNewest(data) : {};
  }
}

/** The day that `deck.yaml` names; none where it says `latest`. */
function ownDay({ settings }: DeckFiles): IsoDate | undefined {
  const asOf = settings && readSettings(settings).value?.asOf;
  return asOf === "latest" ? undefined : asOf;
}

/** What was known on the day before the newest data came in; where no arrival is recorded, before the newest Stichtag. */
function beforeNewest(data: Data): Days {
  const releases = [...data.values()].flatMap((dataset) => dataset.releases);
  const arrivals = releases.flatMap(({ knownOn, retrieved }) => [
    ...(knownOn === undefined ? [] : [knownOn]),
    ...(retrieved?.connector === undefined || retrieved.on === undefined ? [] : [retrieved.on]),
  ]);
  const newest = arrivals.toSorted().at(-1);
  if (newest !== undefined) return { asOf: "latest", knownOn: dayBefore(newest) };
  const last = releases
    .map(({ stichtag }) => stichtag)
    .toSorted()
    .at(-1);
  return last === undefined ? { asOf: "latest" } : { asOf: dayBefore(last) };
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** One name where all decks begin on the same day. */
function nameOfStart(decks: readonly DeckFiles[], data: Data): StateName {
  const names = decks.map((deck): StateName => {
    const day = ownDay(deck);
    if (day !== undefined) return { kind: "day", value: day };
    const { asOf = "", knownOn } = beforeNewest(data);
    return knownOn === undefined ? { kind: "day", value: asOf } : { kind: "known", value: knownOn };
  });
  const [first] = names;
  const same = first !== undefined && names.every(({ kind, value }) => kind === first.kind && value === first.value);
  return same ? first : own;
}

function deckState(deck: DeckFiles, days: Days, project: Project): DeckState | undefined {
  const [compiled] = compileProject(project, { decks: [deck.id], ...days }).decks;
  if (compiled?.bound === undefined) return undefined;
  const { drafts, view } = compiled.bound;
  const { value, diagnostics } = compiled.outcome;
  const numbers = (deck.settings && readSettings(deck.settings).value?.numbers) ?? { thousands: "dot" };
  return { id: deck.id, drafts, view, complete: value !== undefined && !isFaulty(diagnostics), diagnostics, numbers };
}
