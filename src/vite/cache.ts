/**
 * The bundled client does not depend on the decks, so it is kept: as long as none of the files it was made of has
 * changed, a build needs no bundler, and not even to import Vite.
 */

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "../project/pages.ts";
import { WriteError, writeFile } from "../project/write.ts";
import type { Settings } from "./options.ts";

/** A client, what it was made for, and of what. */
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

/** Vite's configuration and what pins the dependencies: inputs of every client. */
const configurations: readonly string[] = [
  ...["ts", "mts", "cts", "js", "mjs", "cjs"].map((ending) => `vite.config.${ending}`),
  "package.json",
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
];

/** The kept client of a Vite root, if it is still what a build would make. */
export function cachedClient(root: string, packageRoot: string): CachedClient | undefined {
  try {
    const stored: Stored = JSON.parse(readFileSync(placeOf(root, packageRoot), "utf8"));
    return stored.inputs.every(isSame) ? stored : undefined;
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
export function keepClient(root: string, packageRoot: string, cached: CachedClient, modules: readonly string[], began: number): void {
  const paths = [...new Set([...modules, ...configurations.map((name) => join(root, name)), join(packageRoot, "package.json")])];
  if (paths.some((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= began)) return;
  const stored: Stored = { ...cached, inputs: paths.map(look) };
  try {
    writeFile(placeOf(root, packageRoot), JSON.stringify(stored));
  } catch (reason) {
    // Without the cache all works, only slower.
    if (!(reason instanceof WriteError)) throw reason;
  }
}

function placeOf(root: string, packageRoot: string): string {
  const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
  return join(packageRoot, "node_modules", ".cache", "stichtag", "client", `${name}.json`);
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
