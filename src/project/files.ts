/** Files on the disk as the project sees them: which ones belong to it, what they are, and whether they have changed. */

import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { error, type Diagnostic, type Message } from "../source/diagnostic.ts";
import { notUtf8, outsideProject, unreadable, wrongEnding } from "../source/messages/project.ts";
import { type Source, spanOf, toSource } from "../source/source.ts";
import { codeOf, type Found, insideOf, leadsBack, list, look } from "./disk.ts";
import { pictureFault } from "./pictures.ts";

/** What a file is to the project; all others are not looked at. A `folder` is one that cannot be entered. */
export type FileKind = "settings" | "slide" | "data" | "geometry" | "picture" | "claim" | "misnamed" | "folder";

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
  if (parts.some(isHidden)) return undefined;
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

function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
}

/** Whether a folder can hold files of the project, at any depth. */
function mayHold(address: string): boolean {
  const parts = address.split("/");
  const [top, folder] = parts;
  if (parts.some(isHidden)) return false;
  return top === "slides" || (top === "data" && parts.length <= 2) || (top === "theme" && folder === "brand" && parts.length === 2);
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
  const isInside = insideOf(root, folders);
  const visit = (folder: string, address: string): void => {
    const items = list(folder);
    if (typeof items === "string") return pushIf(entries, unusable("folder", folder, address, unreadable(address, items), previous));
    for (const item of items) {
      const path = join(folder, item.name);
      const below = `${address}/${item.name.normalize("NFC")}`;
      const linked = item.isSymbolicLink();
      const leads = item.isDirectory() || (linked && mayHold(below) && look(path).kind === "folder");
      if (!leads || (linked && !isInside(path))) pushIf(entries, readFile(path, below, previous, linked ? isInside : undefined));
      else if (mayHold(below) && !(linked && leadsBack(path))) visit(path, below);
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
  const isInside = insideOf(root, folders);
  for (const path of paths) {
    const address = addressOf(root, path);
    const entry = readFile(path, address, previous, isInside);
    if (entry !== previous.get(address)) found.set(address, entry);
  }
  if (found.size === 0) return previous;
  const entries = [...previous.values()].filter(({ address }) => !found.has(address));
  for (const entry of found.values()) pushIf(entries, entry);
  return byAddress(entries);
}

/**
 * Reads one file; `undefined` where none of the project's is.
 *
 * @param isInside given where a link may be on the way
 */
function readFile(
  path: string,
  address: string,
  known: ReadonlyMap<string, FileEntry>,
  isInside: ((path: string) => boolean) | undefined,
): FileEntry | undefined {
  const kind = kindOf(address) ?? (mayHold(address) ? "folder" : undefined);
  if (kind === undefined) return undefined;
  const found = look(path);
  if (found.kind === "nothing") return undefined;
  if (found.kind === "unreadable") return unusable(kind, path, address, unreadable(address, found.code), known);
  // A file of no kind may lead where it will.
  if (kind === "folder" && found.kind === "file") return undefined;
  if (isInside?.(path) === false) return unusable(found.kind === "folder" ? "folder" : kind, path, address, outsideProject(address), known);
  return found.kind === "file" ? fileEntry(kind, path, address, found, known.get(address)) : folderEntry(path, address, known);
}

/** Of a folder there is an entry only where it cannot be entered; its files are heard of by themselves. */
function folderEntry(path: string, address: string, known: ReadonlyMap<string, FileEntry>): FileEntry | undefined {
  const items = mayHold(address) ? list(path) : [];
  return typeof items === "string" ? unusable("folder", path, address, unreadable(address, items), known) : undefined;
}

function fileEntry(
  kind: FileKind,
  path: string,
  address: string,
  { size, modified }: Extract<Found, { readonly kind: "file" }>,
  previous: FileEntry | undefined,
): FileEntry {
  if (previous !== undefined && !previous.fresh && previous.size === size && previous.modified === modified) return previous;
  const base = { kind, address, path, size, modified, fresh: Date.now() - modified < grain, diagnostics: [] };
  if (kind === "misnamed") return keep({ ...base, diagnostics: [misnamed(address)] }, previous);
  if (kind !== "picture") return keep({ ...base, ...readText(path, address, previous?.source) }, previous);
  const fault = pictureFault(path, address);
  return keep(fault === undefined ? base : { ...base, diagnostics: [error(atFile(address), fault)] }, previous);
}

/** What is told and not read. It is looked at again each time: permissions change without a trace in size and time. */
function unusable(kind: FileKind, path: string, address: string, message: Message, known: ReadonlyMap<string, FileEntry>): FileEntry {
  const previous = known.get(address);
  const span = atFile(address);
  const isText = kind !== "picture" && kind !== "folder" && kind !== "misnamed";
  // An empty text stands for it, so that nobody is told that the file is missing.
  const source = previous?.source?.text === "" ? previous.source : span.source;
  const entry = { kind, address, path, size: 0, modified: 0, fresh: true, diagnostics: [error(span, message)] };
  return keep(isText ? { ...entry, source } : entry, previous);
}

/** The entry as it was, where it still says the same. */
function keep(entry: FileEntry, previous: FileEntry | undefined): FileEntry {
  return previous !== undefined && isSame(entry, previous) ? previous : entry;
}

function isSame(a: FileEntry, b: FileEntry): boolean {
  const told = ({ diagnostics }: FileEntry): string => diagnostics.map(({ span, message }) => `${span.start} ${message.en}`).join("\n");
  const looksSame = a.kind === b.kind && a.path === b.path && a.size === b.size && a.modified === b.modified && a.fresh === b.fresh;
  return looksSame && a.source === b.source && told(a) === told(b);
}

function readText(path: string, address: string, previous: Source | undefined): Pick<FileEntry, "source" | "diagnostics"> {
  try {
    const bytes = readFileSync(path);
    const read = toSource(address, bytes.toString("utf8"));
    const source = previous !== undefined && previous.text === read.text ? previous : read;
    return { source, diagnostics: isUtf8(bytes) ? [] : [error(spanAt(source, source.text.indexOf("\ufffd")), notUtf8())] };
  } catch (reason) {
    const span = atFile(address);
    return { source: span.source, diagnostics: [error(span, unreadable(address, codeOf(reason)))] };
  }
}

function misnamed(address: string): Diagnostic {
  const ending = address.slice(address.lastIndexOf("."));
  const expected = address.startsWith("slides/") && !ending.startsWith(".y") ? ".md" : ".yaml";
  return error(atFile(address), wrongEnding(ending, expected));
}

function atFile(address: string): Diagnostic["span"] {
  return spanOf(toSource(address, ""), 0, 0);
}

function spanAt(source: Source, start: number): Diagnostic["span"] {
  return spanOf(source, Math.max(0, start), Math.max(0, start) + 1);
}

function pushIf<T>(items: T[], item: T | undefined): void {
  if (item !== undefined) items.push(item);
}

function byAddress(entries: readonly FileEntry[]): ReadonlyMap<string, FileEntry> {
  return new Map(entries.toSorted((a, b) => (a.address < b.address ? -1 : 1)).map((entry) => [entry.address, entry]));
}
