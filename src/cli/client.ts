/** The client for a build: the kept one, or one made meanwhile by a process of its own. */

import { fork } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { bundlingFailed } from "../source/messages/cli.ts";
import { type CachedClient, cachedClient } from "../vite/cache.ts";
import type { Bundled } from "./bundle.ts";
import { SpokenError } from "./terminal.ts";

/**
 * Bundling takes longer than all the rest of a build and much memory, and needs nothing of it: it runs beside, on
 * another core.
 *
 * @throws SpokenError
 */
export function clientFor(root: string, packageRoot: string): CachedClient | Promise<CachedClient> {
  return cachedClient(root, packageRoot) ?? bundledBeside(root, packageRoot);
}

function bundledBeside(root: string, packageRoot: string): Promise<CachedClient> {
  return new Promise((resolve, reject) => {
    const child = fork(join(packageRoot, "src/cli/stichtag.mjs"), ["bundle", "--root", root], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let words = "";
    child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
    // Sent by `bundle` of the same program.
    child.on("message", (made: Bundled) => ("failed" in made ? reject(new SpokenError(made.failed)) : resolve(made)));
    child.on("error", reject);
    // Without a word by message, it did not come to bundling.
    child.on("close", (code) => reject(new SpokenError(bundlingFailed(stripVTControlCharacters(words).trim() || `${code}`))));
  });
}
