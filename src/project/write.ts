/** Writes whole files or nothing: who reads a file sees the old text or the new one, never half of it. */

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cannotWrite } from "../source/messages/project.ts";
import type { Message } from "../source/diagnostic.ts";
import { codeOf } from "./disk.ts";

/** A file that could not be written; what stood there before is untouched. */
export class WriteError extends Error {
  readonly words: Message;
  constructor(words: Message) {
    super(words.en);
    this.name = "WriteError";
    this.words = words;
  }
}

/**
 * Writes files beside their places, and when all are on the disk, moves them into place: if one cannot be written, none is changed.
 *
 * @param files contents by path
 * @throws WriteError
 */
export function writeFiles(files: ReadonlyMap<string, string | Uint8Array>): void {
  const staged: { readonly path: string; readonly temporary: string }[] = [];
  try {
    for (const [path, content] of files) {
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      staged.push({ path, temporary });
      guarded(path, () => writeSynced(temporary, content));
    }
    for (const { path } of staged) guarded(path, () => checkReplaceable(path));
    for (const { path, temporary } of staged) guarded(path, () => renameSync(temporary, path));
  } finally {
    for (const { temporary } of staged) discard(temporary);
  }
}

/** @throws WriteError */
export function writeFile(path: string, content: string | Uint8Array): void {
  writeFiles(new Map([[path, content]]));
}

/**
 * What another program holds open (PowerPoint on Windows) cannot be replaced: this is found out before any file is moved.
 *
 * @throws Error of the file system
 */
function checkReplaceable(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) closeSync(openSync(path, "r+"));
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never there: a part of its path is no folder. What is wrong has been told.
  }
}

function writeSynced(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path));
  const file = openSync(path, "w");
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    // Without this, a power cut right after the rename can leave an empty file under the good name.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Folder by folder: where the system denies a folder that it says is missing (`/proc`), Node's own way never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (reason) {
    // Another build may have made it meanwhile.
    if (codeOf(reason) !== "EEXIST") throw reason;
  }
}

function guarded(path: string, action: () => void): void {
  try {
    action();
  } catch (reason) {
    throw new WriteError(cannotWrite(path, codeOf(reason)));
  }
}
