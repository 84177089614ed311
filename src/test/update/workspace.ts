/** A copy of the repository's project for a test, and what the real command does in it. */

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { copyProject, type Ended, remove, stichtag, temporaryFolder } from "../project.ts";
import { repository } from "../repository.ts";
import { fixtures } from "./cases.ts";

export interface Workspace {
  readonly root: string;
  /** Runs `stichtag update …` on a day, which is the clock's too unless CLOCK_DAY in `env` says another; in German. */
  readonly update: (words: readonly string[], day?: string, env?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** Lays a file beside the project and gives its path. */
  readonly lay: (name: string, content: string | Uint8Array) => string;
  /** Check sums of all files of `data/` by path, hidden ones too. */
  readonly holdings: () => Readonly<Record<string, string>>;
  readonly read: (path: string) => string;
  readonly remove: () => void;
}

/** The day of the tests' updates, after the Stichtage of most fixtures. */
export const today = "2026-11-22";

const clock = `--import ${pathToFileURL(join(repository, "src", "test", "update", "clock.mjs")).href}`;

/** The environment of a process whose clock stands on a day, whatever day the machine is on. */
export function clockAt(day: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: clock, CLOCK_DAY: day };
}

/**
 * @param datasets none for the whole project with its slides
 * @param from another project than the repository's
 */
export function workspace(datasets?: readonly string[], from: string = repository): Workspace {
  const root = temporaryFolder();
  if (datasets === undefined) copyProject(from, root);
  for (const id of datasets ?? []) cpSync(join(from, "data", id), join(root, "data", id), { recursive: true });
  return {
    root,
    update: (words, day = today, env = {}) =>
      stichtag(["update", ...words, "--today", day, "--lang", "de"], root, { ...clockAt(day), ...env }),
    lay: (name, content) => {
      const path = join(root, "eingang", name);
      mkdirSync(join(root, "eingang"), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    holdings: () => sums(join(root, "data")),
    read: (path) => readFileSync(join(root, path), "utf8"),
    remove: () => remove(root),
  };
}

export function fixtureText(name: string): string {
  return readFileSync(join(fixtures, name), "utf8");
}

function sums(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).replaceAll("\\", "/"), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

/** What is there now and was not before; nothing that was may have changed. */
export function added(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  const changed = Object.keys(before).filter((path) => after[path] !== before[path]);
  if (changed.length > 0) throw new Error(`changed or gone: ${changed.join(", ")}`);
  return Object.keys(after).filter((path) => !(path in before));
}
