/** Builds, once for all browser tests, the decks that they look at. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildDecks, copyProject, remove, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";

/** Path of each built file. */
export interface Built {
  /** The briefing as it stands: as of 2017-08-07, 16:9. */
  readonly original: string;
  /** On the newest releases. */
  readonly latest: string;
  /** On the canvas 4:3. */
  readonly narrow: string;
  /** Of data and texts that are full of markup. */
  readonly hostile: string;
}

declare module "vitest" {
  interface ProvidedContext {
    built: Built;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryFolder();
  const briefing = async (name: string, args: readonly string[], canvas?: "4:3"): Promise<string> => {
    const root = join(folder, name);
    mkdirSync(root);
    copyProject(repository, root, canvas);
    return fileOf(await buildDecks(root, ["--deck", "mut-briefing", ...args]), "mut-briefing");
  };
  const hostile = join(folder, "hostile");
  mkdirSync(hostile);
  copyProject(join(repository, "src", "test", "decks", "markup-in-data"), hostile);
  try {
    project.provide("built", {
      original: await briefing("original", []),
      latest: await briefing("latest", ["--as-of", "latest"]),
      narrow: await briefing("narrow", [], "4:3"),
      hostile: fileOf(await buildDecks(hostile), "fall"),
    });
  } catch (reason) {
    remove(folder);
    throw reason;
  }
  return () => remove(folder);
}

function fileOf(files: ReadonlyMap<string, string>, deck: string): string {
  const file = files.get(deck);
  if (file === undefined) throw new Error(`${deck} was not written, only ${[...files.keys()].join(", ")}`);
  return file;
}
