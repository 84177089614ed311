/**
 * Reads a project's files as sources. A file whose text is the same as before keeps its {@link Source}, and a deck or
 * list of which nothing changed is the same object, so that all later stages can tell by identity what to do again.
 */

import { resolve } from "node:path";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { noDeck, noSettings } from "../source/messages/project.ts";
import { type Source, type Span, spanOf, toSource } from "../source/source.ts";
import { type FileEntry, type FileKind, readFiles, rereadFiles } from "./files.ts";

/** A project's files. Immutable; {@link readProject} makes the next one of it. */
export interface Project {
  /** Absolute path as the system writes it. */
  readonly root: string;
  /** By name. */
  readonly decks: readonly DeckFiles[];
  /** All YAML files of `data/<dataset>/`, by path. */
  readonly data: readonly Source[];
  /** All files of `data/geo/`: TopoJSON and its credits, by path. */
  readonly geometry: readonly Source[];
  /** Addresses of the pictures beside the slides and in `theme/brand/` (`slides/<deck>/name.png`), by name. */
  readonly pictures: ReadonlySet<string>;
  /** Pictures of which their diagnostics tell what is wrong. */
  readonly faultyPictures: readonly FileEntry[];
  /** What is wrong with all other files as such: encoding, no deck. */
  readonly diagnostics: readonly Diagnostic[];
  /** All files by address. */
  readonly files: ReadonlyMap<string, FileEntry>;
}

/** The files of one deck. */
export interface DeckFiles {
  /** The folder's name in NFC. */
  readonly id: string;
  /** `deck.yaml`; `undefined` where it is missing, which has been told. */
  readonly settings: Source | undefined;
  /** In the order of their names. */
  readonly slides: readonly Source[];
}

/**
 * Reads all files of a project, or what differs from `previous`.
 *
 * @param root the project's folder, with `slides/`, `data/` and `theme/`
 * @param changed absolute paths of files known to have changed, come or gone: all others are taken over unseen
 * @returns `previous` itself where no file differs in what the project sees of it
 */
export function readProject(root: string, previous?: Project, changed?: readonly string[]): Project {
  const absolute = resolve(root);
  const known = previous?.files ?? new Map<string, FileEntry>();
  const files = changed === undefined ? readFiles(absolute, known) : rereadFiles(absolute, known, changed);
  return files === previous?.files ? previous : assemble(absolute, files, previous);
}

/**
 * The project that files make up, wherever they were read from.
 *
 * @param files by address, in the order of addresses
 */
export function projectOf(root: string, files: ReadonlyMap<string, FileEntry>): Project {
  return assemble(root, files, undefined);
}

function assemble(root: string, files: ReadonlyMap<string, FileEntry>, previous: Project | undefined): Project {
  const entries = [...files.values()];
  const sources = (kind: FileKind): readonly Source[] =>
    entries.flatMap((entry) => (entry.kind === kind && entry.source !== undefined ? [entry.source] : []));
  const decks = decksOf(entries, previous?.decks ?? []);
  const pictures = entries.filter((entry) => entry.kind === "picture").map((entry) => entry.address);
  const faultyPictures = entries.filter((entry) => entry.kind === "picture" && entry.diagnostics.length > 0);
  const others = entries.filter((entry) => entry.kind !== "picture");
  return {
    root,
    decks: keep(previous?.decks, decks),
    data: keep(previous?.data, sources("data")),
    geometry: keep(previous?.geometry, sources("geometry")),
    pictures: previous !== undefined && sameItems([...previous.pictures], pictures) ? previous.pictures : new Set(pictures),
    faultyPictures,
    diagnostics: [...others.flatMap((entry) => entry.diagnostics), ...missing(decks)],
    files,
  };
}

/** A folder of `slides/` is a deck if it holds a `deck.yaml` or a slide. */
function decksOf(entries: readonly FileEntry[], previous: readonly DeckFiles[]): readonly DeckFiles[] {
  const folders = new Map<string, { settings: Source | undefined; slides: Source[] }>();
  for (const { kind, address, source } of entries) {
    if ((kind !== "settings" && kind !== "slide") || source === undefined) continue;
    const id = address.split("/")[1] ?? "";
    const folder = folders.get(id) ?? { settings: undefined, slides: [] };
    folders.set(id, folder);
    if (kind === "settings") folder.settings = source;
    else folder.slides.push(source);
  }
  return [...folders].map(([id, { settings, slides }]) => {
    const before = previous.find((deck) => deck.id === id);
    return before !== undefined && before.settings === settings && sameItems(before.slides, slides) ? before : { id, settings, slides };
  });
}

function missing(decks: readonly DeckFiles[]): readonly Diagnostic[] {
  if (decks.length === 0) return [error(atFile("slides"), noDeck())];
  return decks.flatMap((deck) => (deck.settings === undefined ? [error(atFile(`slides/${deck.id}/deck.yaml`), noSettings(deck.id))] : []));
}

function atFile(path: string): Span {
  return spanOf(toSource(path, ""), 0, 0);
}

function keep<T>(previous: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  return previous !== undefined && sameItems(previous, next) ? previous : next;
}

function sameItems<T>(a: readonly T[] | undefined, b: readonly T[]): boolean {
  return a !== undefined && a.length === b.length && a.every((item, index) => item === b[index]);
}
