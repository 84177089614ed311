/**
 * Brings a new file into `data/`: whole or not at all, and never in place of one that is there. It is written beside its
 * place under a hidden name, brought to the disk, and then linked to its name, which only one of several can do. Where
 * the disk knows no links (FAT), a lock stands in for that.
 */

import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Message } from "../../source/diagnostic.ts";
import { alreadyThere, updateRunning } from "../../source/messages/arrival.ts";
import { cannotWrite } from "../../source/messages/project.ts";
import { codeOf, list } from "../disk.ts";

/** The steps of the file system that differ between disks, to be had otherwise in tests. */
export interface Disk {
  readonly link: (from: string, to: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** @returns how many bytes were written */
  readonly write: (file: number, bytes: Uint8Array, at: number) => number;
}

export const disk: Disk = { link: linkSync, rename: renameSync, write: (file, bytes, at) => writeSync(file, bytes, at) };

/**
 * Writes a file that is not there yet, into a folder that is.
 *
 * @param path absolute
 * @param address by which people know it
 * @returns `undefined` when it is on the disk under its name; else why it is not, and then nothing has changed
 */
export function arrive(path: string, address: string, text: string, { link, rename, write }: Disk = disk): Message | undefined {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${host()}-${process.pid}.tmp`);
  try {
    writeSynced(temporary, Buffer.from(text), write);
    try {
      link(temporary, path);
    } catch (reason) {
      const code = codeOf(reason);
      if (code === "EEXIST") return alreadyThere(address);
      if (!withoutLinks.has(code)) throw reason;
      const fault = renameAlone(temporary, path, address, rename);
      if (fault !== undefined) return fault;
    }
    syncFolder(folder);
    return undefined;
  } catch (reason) {
    return cannotWrite(address, codeOf(reason));
  } finally {
    discard(temporary);
  }
}

/** What disks without links answer, by system. */
const withoutLinks: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EISDIR",
  "EMLINK",
  "EXDEV",
  "EINVAL",
  "UNKNOWN",
]);

/** A rename replaces what is there: so that nothing is, one at a time looks and renames. */
function renameAlone(temporary: string, path: string, address: string, rename: Disk["rename"]): Message | undefined {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  let file: number;
  try {
    file = openSync(lock, "wx");
  } catch (reason) {
    if (codeOf(reason) === "EEXIST") return updateRunning(address, basename(lock));
    throw reason;
  }
  try {
    writeSync(file, `${host()}-${process.pid}`);
    if (existsSync(path)) return alreadyThere(address);
    rename(temporary, path);
    return undefined;
  } finally {
    closeSync(file);
    discard(lock);
  }
}

/**
 * Deletes from a dataset's folder what killed updates have left there. What belongs to a process that runs stays, and
 * what may belong to one on another machine stays for a day.
 *
 * @param now milliseconds since 1970
 */
export function sweep(folder: string, now: number): void {
  const items = list(folder);
  if (typeof items === "string") return;
  for (const { name } of items) {
    const path = join(folder, name);
    const owner = /^\..+\.yaml\.([0-9a-f]{8}-\d+)\.tmp$/u.exec(name)?.[1];
    if (owner !== undefined ? isLeft(owner, path, now) : /^\..+\.yaml\.lock$/u.test(name) && isLeft(ownerOf(path), path, now))
      discard(path);
  }
}

const day = 86_400_000;

function isLeft(owner: string, path: string, now: number): boolean {
  const [machine = "", pid = ""] = owner.split("-");
  if (machine === host()) return !isRunning(Number(pid));
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && now - stat.mtimeMs > day;
}

function ownerOf(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    // Of somebody else, but running.
    return codeOf(reason) === "EPERM";
  }
}

/** This machine, since a folder may be shared and process ids are not. */
function host(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
}

function writeSynced(path: string, bytes: Uint8Array, write: Disk["write"]): void {
  const file = openSync(path, "w");
  try {
    for (let at = 0; at < bytes.length; ) at += write(file, bytes, at);
    // Without this, a power cut right after the link can leave an empty file under the good name.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The name is on the disk only when its folder is; Windows does so by itself and lets nobody ask for it. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // The file is there all the same.
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never there, or is swept another time: it is hidden, and no part of the project.
  }
}
