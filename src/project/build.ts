/** A project's files → its decks, and all that is wrong with them. Pure but for what {@link readProject} has read. */

import { standingFaults } from "../data/checks/standing.ts";
import { readData } from "../data/read.ts";
import { readGeometry } from "../data/geometry.ts";
import type { Dataset } from "../data/dataset.ts";
import type { IsoDate } from "../data/figure.ts";
import { compileDeck, type DeckOutcome } from "../deck/compile.ts";
import type { Deck } from "../deck/model.ts";
import { type Diagnostic, inOrder, type Outcome } from "../source/diagnostic.ts";
import type { FileEntry } from "./files.ts";
import { digestIn, faultsShown } from "./pictures.ts";
import type { Project } from "./read.ts";

export interface CompileOptions {
  /** Ids of the decks to compile; default all. Unknown ones are left out. */
  readonly decks?: readonly string[];
  /** Overrides `as_of` of every deck: a day, or "latest". */
  readonly asOf?: IsoDate;
  /** Day of knowledge: what came in later is not seen. */
  readonly knownOn?: IsoDate;
}

/** All decks asked for; one that has an error, or whose data has, is without value. */
export interface Compiled {
  readonly decks: readonly CompiledDeck[];
  /** Of files and data, which all decks share. */
  readonly shared: readonly Diagnostic[];
  /** All of the project, its data and its decks, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompiledDeck {
  readonly id: string;
  readonly outcome: Outcome<Deck>;
  /** As it was bound; absent where there was nothing to bind it with, which is told. */
  readonly bound?: DeckOutcome;
}

/** Compiles the decks of a project. Incremental: what is made of unchanged sources is the same object as before. */
export function compileProject(project: Project, options: CompileOptions = {}): Compiled {
  const data = readData(project.data);
  const geometry = readGeometry(project.geometry);
  const shownAt = new Set<FileEntry>();
  const decks = project.decks
    .filter(({ id }) => options.decks === undefined || options.decks.includes(id))
    .map(({ id, settings, slides }): CompiledDeck => {
      if (settings === undefined || data.value === undefined || geometry.value === undefined) {
        return { id, outcome: { value: undefined, diagnostics: [] } };
      }
      const { pictures } = project;
      const input = { id, settings, slides, data: data.value, geometry: geometry.value, pictures, pictureDigest: digestIn(project) };
      const days = { ...(options.asOf && { asOf: options.asOf }), ...(options.knownOn && { knownOn: options.knownOn }) };
      const outcome = compileDeck({ ...input, ...days });
      const faults = outcome.value && faultsShown(outcome.value, project.faultyPictures);
      if (faults === undefined || faults.size === 0) return { id, outcome, bound: outcome };
      for (const picture of faults.keys()) shownAt.add(picture);
      return {
        id,
        outcome: { value: undefined, diagnostics: inOrder([...outcome.diagnostics, ...[...faults.values()].flat()]) },
        bound: outcome,
      };
    });
  const pictures = project.faultyPictures.filter((entry) => !shownAt.has(entry)).flatMap(({ diagnostics }) => diagnostics);
  const known = data.value ?? new Map<string, Dataset>();
  const broken = [...known.values()].flatMap((dataset) => standingFaults(dataset, known));
  const shared = [...project.diagnostics, ...pictures, ...data.diagnostics, ...broken, ...geometry.diagnostics];
  return { decks, shared, diagnostics: inOrder([...shared, ...decks.flatMap(({ outcome }) => outcome.diagnostics)]) };
}

/** Whether a build may be made of it: warnings are told, errors stop. */
export function isFaulty(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
