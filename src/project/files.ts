/** Files on the disk as the project sees them: which ones belong to it, what they are, and whether they have changed. */

import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { notUtf8, unreadable, wrongEnding } from "../source/messages/project.ts";
import { type Source, spanOf, toSource } from "../source/source.ts";

/** What a file is to the project; all others are not looked at. */
export type FileKind = "settings" | "slide" | "data" | "geometry" | "picture" | "claim" | "misnamed";

/** One file as it was when last looked at. */
export interface FileEntry {
  readonly kind: FileKind;
  /** Path relative to the project, with `/`, in NFC: what people see and names are compared by. */
  readonly address: string;
  /** Absolute path exactly as the disk has it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
  /** The file was younger than the clock's grain when read: it may have changed since without a trace in `size` and `modified`. */
  readonly fresh: boolean;
  /** Of text files only. */
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** Two writes within this many milliseconds can carry the same time stamp, on the coarsest file systems (FAT: 2 s). */
const grain = 2_000;

const picture = /\.(?:png|jpe?g|svg|webp)$/i;

/** The kind of a file by its address; `undefined` for what is none of the project's, editors' backups and hidden files among them. */
export function kindOf(address: string): FileKind | undefined {
  const parts = address.split("/");
  const name = parts.at(-1) ?? "";
  if (parts.some((part) => part.startsWith(".") || part.startsWith("#") || part.endsWith("~"))) return undefined;
  const [top, folder] = parts;
  if (top === "slides" && parts.length >= 3) {
    if (picture.test(name)) return "picture";
    if (parts.length > 3) return undefined;
    if (name === "deck.yaml") return "settings";
    if (/\.md$/i.test(name)) return "slide";
    return /^deck\.yml$|\.markdown$/i.test(name) ? "misnamed" : undefined;
  }
  if (top === "data" && parts.length === 3) {
    if (folder === "geo") return /\.(?:json|yaml)$/.test(name) ? "geometry" : undefined;
    if (name.endsWith(".yaml")) return "data";
    return /\.ya?ml$/i.test(name) ? "misnamed" : undefined;
  }
  if (top !== "theme" || folder !== "brand" || parts.length !== 3) return undefined;
  return picture.test(name) ? "picture" : name === "claim.txt" ? "claim" : undefined;
}

/** The folders that hold all of a project's files, relative to its root. */
export const folders: readonly string[] = ["slides", "data", "theme/brand"];

/** Path of a file as an address: relative to the root, with `/`, in NFC. Outside of the root it begins with `..`. */
export function addressOf(root: string, path: string): string {
  return relative(root, path).split(sep).join("/").normalize("NFC");
}

/**
 * Reads all files of a project; those whose size and time are as in `previous` are not opened.
 *
 * @returns by address, in the order of addresses; `previous` itself where nothing differs
 */
export function readFiles(root: string, previous: ReadonlyMap<string, FileEntry>): ReadonlyMap<string, FileEntry> {
  const entries: FileEntry[] = [];
  const visit = (folder: string, address: string): void => {
    for (const item of listing(folder)) {
      const path = join(folder, item.name);
      const below = `${address}/${item.name.normalize("NFC")}`;
      if (item.isDirectory() || (item.isSymbolicLink() && isFolder(path))) visit(path, below);
      else pushIf(entries, readFile(path, below, previous.get(below)));
    }
  };
  for (const folder of folders) visit(join(root, folder), folder);
  const same = entries.length === previous.size && entries.every((entry) => previous.get(entry.address) === entry);
  return same ? previous : byAddress(entries);
}

/**
 * Looks again at files that are known to have changed, came or went; all others are taken over unseen.
 *
 * @param paths absolute
 * @returns `previous` itself where nothing differs
 */
export function rereadFiles(
  root: string,
  previous: ReadonlyMap<string, FileEntry>,
  paths: readonly string[],
): ReadonlyMap<string, FileEntry> {
  const found = new Map<string, FileEntry | undefined>();
  for (const path of paths) {
    const address = addressOf(root, path);
    const entry = readFile(path, address, previous.get(address));
    if (entry !== previous.get(address)) found.set(address, entry);
  }
  if (found.size === 0) return previous;
  const entries = [...previous.values()].filter(({ address }) => !found.has(address));
  for (const entry of found.values()) pushIf(entries, entry);
  return byAddress(entries);
}

function readFile(path: string, address: string, previous: FileEntry | undefined): FileEntry | undefined {
  const kind = kindOf(address);
  if (kind === undefined) return undefined;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return undefined;
  const { size, mtimeMs: modified } = stat;
  if (previous !== undefined && !previous.fresh && previous.size === size && previous.modified === modified) return previous;
  const base = { kind, address, path, size, modified, fresh: Date.now() - modified < grain, diagnostics: [] };
  if (kind === "misnamed") return { ...base, diagnostics: [misnamed(address)] };
  const entry = kind === "picture" ? base : { ...base, ...readText(path, address, previous?.source) };
  return previous !== undefined && isSame(entry, previous) ? previous : entry;
}

function isSame(a: FileEntry, b: FileEntry): boolean {
  const clean = a.diagnostics.length === 0 && b.diagnostics.length === 0;
  return clean && a.path === b.path && a.size === b.size && a.modified === b.modified && a.fresh === b.fresh && a.source === b.source;
}

function readText(path: string, address: string, previous: Source | undefined): Pick<FileEntry, "source" | "diagnostics"> {
  try {
    const bytes = readFileSync(path);
    const read = toSource(address, bytes.toString("utf8"));
    const source = previous !== undefined && previous.text === read.text ? previous : read;
    return { source, diagnostics: isUtf8(bytes) ? [] : [error(spanAt(source, source.text.indexOf("\ufffd")), notUtf8())] };
  } catch (reason) {
    const source = toSource(address, "");
    return { source, diagnostics: [error(spanOf(source, 0, 0), unreadable(codeOf(reason)))] };
  }
}

function misnamed(address: string): Diagnostic {
  const ending = address.slice(address.lastIndexOf("."));
  const expected = address.startsWith("slides/") && !ending.startsWith(".y") ? ".md" : ".yaml";
  return error(spanOf(toSource(address, ""), 0, 0), wrongEnding(ending, expected));
}

/** The error code of a file system's exception ("EACCES"), else its words. */
export function codeOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  return "code" in reason && typeof reason.code === "string" ? reason.code : reason.message;
}

function spanAt(source: Source, start: number): Diagnostic["span"] {
  return spanOf(source, Math.max(0, start), Math.max(0, start) + 1);
}

function listing(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder);
  } catch {
    return [];
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/** Whether there is a folder at a path, or a link to one. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function pushIf<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

function byAddress(entries: readonly FileEntry[]): ReadonlyMap<string, FileEntry> {
  return new Map(entries.toSorted((a, b) => (a.address < b.address ? -1 : 1)).map((entry) => [entry.address, entry]));
}
