/** The file system as a project asks it: the answer, or the reason why there is none, because any entry can be odd. */

import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Message } from "../source/diagnostic.ts";
import { unreadable } from "../source/messages/project.ts";

/** What stands at a path, links followed. `nothing` is also what is neither file nor folder. */
export type Found =
  | { readonly kind: "file"; readonly size: number; readonly modified: number }
  | { readonly kind: "folder" | "nothing" }
  /** `code` of the file system, e.g. "EACCES"; of a link to nothing "ENOENT". */
  | { readonly kind: "unreadable"; readonly code: string };

export function look(path: string): Found {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return isLink(path) ? { kind: "unreadable", code: "ENOENT" } : { kind: "nothing" };
    if (stat.isFile()) return { kind: "file", size: stat.size, modified: stat.mtimeMs };
    return { kind: stat.isDirectory() ? "folder" : "nothing" };
  } catch (reason) {
    return { kind: "unreadable", code: codeOf(reason) };
  }
}

/** Whether a path is a link, broken or not. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

/** Whether there is a folder at a path, or a link to one. */
export function isFolder(path: string): boolean {
  return look(path).kind === "folder";
}

/** A folder's entries, or the error code; none where there is no such folder. */
export function list(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (reason) {
    const code = codeOf(reason);
    return code === "ENOENT" ? [] : code;
  }
}

/** Where a path really leads; `undefined` where that cannot be found out. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a folder, reached by a link, is one of those it is in on this way: to go on would not end. */
export function leadsBack(folder: string): boolean {
  const real = realPath(folder);
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) if (realPath(above) === real) return true;
  return false;
}

/**
 * Tells paths that really lie in a project. Its top folders may be links: who sets up a project may have them elsewhere.
 * What links below them lead to could be any file of this machine.
 *
 * @param folders relative to the root
 */
export function insideOf(root: string, folders: readonly string[]): (path: string) => boolean {
  let places: readonly string[] | undefined;
  return (path) => {
    places ??= [root, ...folders.map((folder) => join(root, folder))].flatMap((folder) => realPath(folder) ?? []);
    const real = realPath(path);
    return real === undefined || places.some((place) => isWithin(real, place));
  };
}

/** Whether a path is a folder or in it; both absolute. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * The first bytes of a file.
 *
 * @throws Error of the file system
 */
export function firstBytes(path: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** A file that was there and now cannot be read. */
export class ReadError extends Error {
  readonly words: Message;
  constructor(words: Message) {
    super(words.en);
    this.name = "ReadError";
    this.words = words;
  }
}

/**
 * @param address the name by which people know the file
 * @throws ReadError
 */
export function readBytes(path: string, address: string): Buffer {
  try {
    return readFileSync(path);
  } catch (reason) {
    throw new ReadError(unreadable(address, codeOf(reason)));
  }
}

/** The error code of a file system's exception ("EACCES"), else its words. */
export function codeOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  return "code" in reason && typeof reason.code === "string" ? reason.code : reason.message;
}
