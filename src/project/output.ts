/** From a project's folder to its files in `dist/`: the two halves of every build. */

import { join } from "node:path";
import type { Deck } from "../deck/model.ts";
import type { IsoDate } from "../data/figure.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { unknownDeck } from "../source/messages/project.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, toSource } from "../source/source.ts";
import { deckLedger } from "../deck/ledger/build.ts";
import { ledgerCsv } from "../targets/ledger/csv.ts";
import { ledgerHtml } from "../targets/ledger/html.ts";
import { ledgerJson } from "../targets/ledger/json.ts";
import { type Compiled, compileProject, isFaulty } from "./build.ts";
import { type Client, pageOf } from "./pages.ts";
import { stoppingFaults } from "./lint.ts";
import { type Project, readProject } from "./read.ts";
import { today } from "./today.ts";
import { releaseFaults } from "./released.ts";
import { writeFiles } from "./write.ts";

export interface BuildRequest {
  /** The project's folder. */
  readonly root: string;
  /** Ids of the decks to build; default all. */
  readonly decks?: readonly string[];
  /** Overrides `as_of` of every deck: a day, or "latest". */
  readonly asOf?: IsoDate;
  /** Day of knowledge: what came in later is not seen. */
  readonly knownOn?: IsoDate;
}

/** A project compiled; without any deck if anything is faulty: a build writes all of its decks or none. */
export interface CompiledProject {
  readonly project: Project;
  readonly decks: readonly Deck[];
  readonly diagnostics: readonly Diagnostic[];
  readonly faulty: boolean;
  /** Deck by deck, as it was bound. */
  readonly compiled: Compiled;
}

export interface WrittenDeck {
  readonly deck: Deck;
  readonly path: string;
  /** Size of the file. */
  readonly bytes: number;
}

/** Reads and compiles a project. What the lint calls an error (a small count, say) stops a build as any other does. */
export async function compileDecks(request: BuildRequest): Promise<CompiledProject> {
  const project = readProject(request.root);
  const compiled = compileProject(project, request);
  const { decks, diagnostics: found } = compiled;
  const unsayable = await stoppingFaults(project, compiled, today());
  const diagnostics = [...found, ...unsayable, ...releaseFaults(project, compiled, request), ...unknownDecks(project, request.decks ?? [])];
  const faulty = isFaulty(diagnostics);
  return { project, decks: faulty ? [] : decks.flatMap(({ outcome }) => outcome.value ?? []), diagnostics, faulty, compiled };
}

/** A diagnostic for each name that is no deck's. */
export function unknownDecks(project: Project, asked: readonly string[]): readonly Diagnostic[] {
  const ids = project.decks.map(({ id }) => id);
  // Where there is none at all, that is what is told.
  if (ids.length === 0) return [];
  const span = spanOf(toSource("slides", ""), 0, 0);
  return asked.filter((name) => !ids.includes(name)).map((name) => error(span, unknownDeck(name, nearest(name, ids), ids)));
}

/** A file to be written for a deck. */
export interface Output {
  readonly deck: Deck;
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Each deck's page, to be written to `<out>/<deck>.html`.
 *
 * @throws ReadError where a picture has gone meanwhile
 */
export function pagesOf({ project, decks }: CompiledProject, client: Client, out: string): readonly Output[] {
  return decks.map((deck) => ({ deck, path: join(out, `${deck.id}.html`), content: Buffer.from(pageOf(project, deck, client)) }));
}

/** Each deck's ledger, to be written beside its page: `<deck>.ledger.json`, `.csv` and `.html`. */
export function ledgersOf({ decks }: CompiledProject, out: string): readonly Output[] {
  return decks.flatMap((deck) => {
    const ledger = deckLedger(deck);
    const forms = { json: Buffer.from(ledgerJson(ledger)), csv: Buffer.from(ledgerCsv(ledger)), html: Buffer.from(ledgerHtml(ledger)) };
    return Object.entries(forms).map(([ending, content]) => ({ deck, path: join(out, `${deck.id}.ledger.${ending}`), content }));
  });
}

/**
 * Writes all of them or none.
 *
 * @param beside written too, and not told of
 * @throws WriteError
 */
export function writeOutputs(outputs: readonly Output[], beside: readonly Output[] = []): readonly WrittenDeck[] {
  writeFiles(new Map([...outputs, ...beside].map(({ path, content }) => [path, content])));
  return outputs.map(({ deck, path, content }) => ({ deck, path, bytes: content.length }));
}

/**
 * Writes each deck's page to `<out>/<deck>.html`, and its ledger beside it, all of them or none.
 *
 * @throws WriteError
 * @throws ReadError where a picture has gone meanwhile
 */
export function writeDecks(compiled: CompiledProject, client: Client, out: string): readonly WrittenDeck[] {
  return writeOutputs(pagesOf(compiled, client, out), ledgersOf(compiled, out));
}
