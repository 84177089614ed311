/**
 * The bundled client does not depend on the decks, so it is kept: as long as none of the files it was made of has
 * changed, a build needs no bundler, and not even to import Vite. All projects without a `vite.config` share one.
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Client } from "../project/pages.ts";
import { WriteError, writeFile } from "../project/write.ts";
import type { Settings } from "./options.ts";

/** A client, and what the project's `vite.config` says besides. */
export interface CachedClient {
  readonly client: Client;
  readonly settings: Settings;
}

interface Stored extends CachedClient {
  readonly inputs: readonly Input[];
}

/** A file as it was: `stamp` is size and time, looked at first; `hash` decides where the stamp differs. "" for a file not there. */
interface Input {
  readonly path: string;
  readonly stamp: string;
  readonly hash: string;
}

const configFiles: readonly string[] = ["ts", "mts", "cts", "js", "mjs", "cjs"].map((ending) => `vite.config.${ending}`);
/** What pins the dependencies. */
const locks: readonly string[] = ["package.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"];

/** Path of a folder's own configuration of Vite. */
export function configFileOf(root: string): string | undefined {
  return configFiles.map((name) => join(root, name)).find((path) => existsSync(path));
}

/** A place for what can be made again: with the package, or where `cli/load.mjs` has found that it cannot be. */
export function cachePlace(packageRoot: string, ...names: readonly string[]): string {
  return join(process.env["STICHTAG_CACHE"] ?? join(packageRoot, "node_modules", ".cache", "stichtag"), ...names);
}

/** A name for a folder that can stand in a path. */
export function folderName(root: string): string {
  return createHash("sha256").update(root).digest("hex").slice(0, 16);
}

/** The kept client of a Vite root, if it is still what a build would make. */
export function cachedClient(root: string, packageRoot: string): CachedClient | undefined {
  try {
    const { client, settings, inputs }: Stored = JSON.parse(readFileSync(placeOf(root, packageRoot), "utf8"));
    if (!inputs.every(isSame)) return undefined;
    return { client, settings: { ...settings, root: resolve(root, settings.root), out: resolve(root, settings.out) } };
  } catch {
    return undefined;
  }
}

/**
 * Keeps a client, unless one of its files has changed since the build began: which text went into it is not known then.
 *
 * @param modules absolute paths of the files that went into it
 * @param began milliseconds since 1970
 */
export function keepClient(root: string, packageRoot: string, made: CachedClient, modules: readonly string[], began: number): void {
  const pinned = configFileOf(root) === undefined ? [packageRoot] : [packageRoot, root];
  const around = pinned.flatMap((folder) => [...locks, ...configFiles].map((name) => join(folder, name)));
  const paths = [...new Set([...modules, ...around])];
  if (paths.some((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= began)) return;
  const settings = { ...made.settings, root: relative(root, made.settings.root), out: relative(root, made.settings.out) };
  const stored: Stored = { client: made.client, settings, inputs: paths.map(look) };
  try {
    writeFile(placeOf(root, packageRoot), JSON.stringify(stored));
  } catch (reason) {
    // Without the cache all works, only slower.
    if (!(reason instanceof WriteError)) throw reason;
  }
}

function placeOf(root: string, packageRoot: string): string {
  // The package's own folder is part of the name: two checkouts may share their `node_modules` by a link.
  return cachePlace(packageRoot, "client", `${folderName(configFileOf(root) === undefined ? packageRoot : root)}.json`);
}

function isSame({ path, stamp, hash }: Input): boolean {
  return stampOf(path) === stamp || hashOf(path) === hash;
}

function look(path: string): Input {
  return { path, stamp: stampOf(path), hash: hashOf(path) };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.mtimeMs}:${stat.size}`;
}

function hashOf(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return "";
  }
}
