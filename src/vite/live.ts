/**
 * Follows a project's files: compiles at once when one changes, shows what could be compiled, and speaks of faults only
 * when the files are still, because a file is often read half-written.
 */

import { events, type Fault, type Standing } from "../client/live/protocol.ts";
import { type Compiled, compileProject, isFaulty } from "../project/build.ts";
import type { FileEntry } from "../project/files.ts";
import { lintCompiled } from "../project/lint.ts";
import { assetsOf, goodPicture } from "../project/pages.ts";
import { type Project, readProject } from "../project/read.ts";
import { reportOf } from "../project/report.ts";
import { today } from "../project/today.ts";
import { readData } from "../data/read.ts";
import { rules } from "../deck/lint/rules.ts";
import { type Diagnostic, type Language, spokenParts } from "../source/diagnostic.ts";
import type { Assets } from "../targets/html/assets.ts";
import type { Overrides, Settings } from "./options.ts";
import { advance, type DeckState, updateSince } from "./state.ts";

/** Milliseconds after the last event at which files are looked at again, because watchers swallow events that come too close together. */
const looks: readonly number[] = [60, 250];
/** Milliseconds between two looks at all files, those of which nothing was heard, too: on network drives nothing ever is. */
const rounds = 2_000;

/** More hints than this nobody reads beside a deck, and to say thousands of them anew would keep the next edit waiting. */
const mostHints = 50;

/** Where what happens is told. */
export interface Listener {
  /** To all pages. */
  send(event: string, payload: unknown): void;
  /** To the terminal: a report, or "" when all faults are gone. */
  report(text: string): void;
}

export class LiveDecks {
  /** Names this run of the server: pages of another have to load anew. */
  readonly run: string = `${process.pid.toString(36)}-${Date.now().toString(36)}`;
  readonly #settings: Settings & Pick<Overrides, "knownOn">;
  readonly #language: Language;
  readonly #listener: Listener;
  #project: Project;
  #compiled: Compiled;
  #states: ReadonlyMap<string, DeckState> = new Map();
  #faults: ReadonlyMap<string, Fault> = new Map();
  #told = "";
  #linted: { readonly compiled: Compiled; readonly findings: ReadonlyMap<string, readonly Diagnostic[]> } | undefined;
  #timers: readonly NodeJS.Timeout[] = [];
  readonly #rounds: NodeJS.Timeout;
  /** Files heard of since all were looked at. */
  readonly #heard = new Set<string>();

  constructor(settings: Settings, overrides: Overrides, language: Language, listener: Listener) {
    const { decks = settings.decks, asOf = settings.asOf, knownOn } = overrides;
    this.#settings = { ...settings, ...(decks && { decks }), ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
    this.#language = language;
    this.#listener = listener;
    this.#project = readProject(settings.root);
    this.#compiled = compileProject(this.#project, this.#settings);
    this.#show();
    this.#judge();
    this.#rounds = setInterval(() => {
      this.#heard.clear();
      this.#settle();
    }, rounds).unref();
  }

  /** Ids of all decks that are served, good or not. */
  get ids(): readonly string[] {
    return this.#compiled.decks.map(({ id }) => id);
  }

  /** The last good state of a deck. */
  state(id: string): DeckState | undefined {
    return this.#states.get(id);
  }

  fault(id: string): Fault | undefined {
    return this.#faults.get(id);
  }

  /** A picture of the project by its address, unless something is wrong with it. */
  picture(address: string): FileEntry | undefined {
    return goodPicture(this.#project, address);
  }

  /** To be called when files or folders have changed, come or gone. @param paths absolute */
  touched(paths: readonly string[]): void {
    this.#read(paths);
    for (const path of paths) this.#heard.add(path);
    this.#timers.forEach(clearTimeout);
    this.#timers = looks.map((delay) => setTimeout(() => this.#settle([...this.#heard]), delay).unref());
  }

  /** Brings a page that stands somewhere up to now. */
  answer(standing: Standing, send: Listener["send"]): void {
    const state = this.#states.get(standing.deck);
    if (state !== undefined && (standing.run !== this.run || standing.version < state.version)) {
      send(events.update, updateSince(state, this.run, standing.run === this.run ? standing.version : 0));
    }
    send(events.fault, this.#faults.get(standing.deck) ?? this.#faultOf(standing.deck, [], []));
  }

  /** Stops looking. */
  close(): void {
    clearInterval(this.#rounds);
    this.#timers.forEach(clearTimeout);
  }

  #settle(paths?: readonly string[]): void {
    this.#read(paths);
    this.#judge();
  }

  /** Reads what has changed (all files are looked at where no paths are given) and sends what is to be seen of it. */
  #read(paths?: readonly string[]): void {
    const next = readProject(this.#settings.root, this.#project, paths);
    if (next === this.#project) return;
    this.#project = next;
    this.#compiled = compileProject(next, this.#settings);
    this.#show();
  }

  #show(): void {
    const states = new Map<string, DeckState>();
    for (const { id, outcome } of this.#compiled.decks) {
      const before = this.#states.get(id);
      const state = outcome.value === undefined ? before : advance(before, outcome.value, this.#assets(outcome.value, before));
      if (state === undefined) continue;
      states.set(id, state);
      if (state !== before && before !== undefined) this.#listener.send(events.update, updateSince(state, this.run, before.version));
      // Pages that wait for the first good state load themselves when they hear of one.
      else if (before === undefined) this.#listener.send(events.update, updateSince(state, this.run, 0));
    }
    this.#states = states;
  }

  /** The same object as long as it says the same, so that slides need not be written anew. */
  #assets(deck: Parameters<typeof assetsOf>[1], before: DeckState | undefined): Assets {
    const assets = assetsOf(this.#project, deck, pictureUrl);
    return before !== undefined && sameAssets(before.assets, assets) ? before.assets : assets;
  }

  #judge(): void {
    const { decks, shared, diagnostics } = this.#compiled;
    const faults = new Map<string, Fault>();
    const findings = this.#lint();
    for (const { id, outcome } of decks) {
      const fault = this.#faultOf(id, [...shared, ...outcome.diagnostics], findings.get(id) ?? []);
      faults.set(id, fault);
      if (fault.report !== (this.#faults.get(id)?.report ?? "")) this.#listener.send(events.fault, fault);
    }
    this.#faults = faults;
    const told = reportOf(diagnostics, this.#language);
    if (told !== this.#told) this.#listener.report(told);
    this.#told = told;
  }

  /** What could mislead in each deck. Only where files are still, so that no edit waits for it; the same state is looked at once. */
  #lint(): ReadonlyMap<string, readonly Diagnostic[]> {
    if (this.#linted?.compiled === this.#compiled) return this.#linted.findings;
    const data = readData(this.#project.data).value;
    const day = today();
    const findings = new Map(data && this.#compiled.decks.map((deck) => [deck.id, lintCompiled(deck, data, day, rules)]));
    this.#linted = { compiled: this.#compiled, findings };
    return findings;
  }

  /** Errors, else what the lint found. Other warnings are for the terminal: the deck is shown as it is. */
  #faultOf(deck: string, diagnostics: readonly Diagnostic[], findings: readonly Diagnostic[]): Fault {
    const german = this.#language === "de";
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const notesOf = (all: readonly Diagnostic[]): Fault["notes"] => all.map((diagnostic) => spokenParts(diagnostic, this.#language));
    if (isFaulty(errors)) {
      const heading = german ? "Nicht übernommen. Zu sehen ist der letzte gute Stand." : "Not shown yet. This is the last good state.";
      return { deck, heading, severity: "error", report: reportOf(errors, this.#language), notes: notesOf(errors) };
    }
    const count = findings.length;
    const told = findings.slice(0, mostHints);
    const heading = german
      ? `${count} ${count === 1 ? "Hinweis" : "Hinweise"} zum Prüfen${told.length < count ? `, hier die ersten ${mostHints} (alle: npm run check)` : ""}`
      : `${count} ${count === 1 ? "hint" : "hints"} to check${told.length < count ? `, here the first ${mostHints} (all: npm run check)` : ""}`;
    return { deck, heading, severity: "warning", report: reportOf(told, this.#language), notes: notesOf(told) };
  }
}

/** The dev server gives pictures by their address; the time makes a changed one another. */
export function pictureUrl({ address, modified }: FileEntry): string {
  return `${pictureBase}${encodeURI(address)}?${Math.round(modified)}`;
}

export const pictureBase = "/@stichtag/";

function sameAssets(a: Assets, b: Assets): boolean {
  return (
    a.brand.logo === b.brand.logo &&
    a.brand.claim === b.brand.claim &&
    a.images.size === b.images.size &&
    [...b.images].every(([address, url]) => a.images.get(address) === url)
  );
}
