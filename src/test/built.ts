/** Builds, once for all browser tests, the decks that they look at. */

import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildDecks, copyProject, remove, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";

/** Golden cases whose decks are looked at in the browser, too: between them they have every layout, chart and block. */
export const showcases: readonly string[] = [
  "bound-table",
  "charts-categories",
  "charts-parts",
  "charts-times",
  "diagrams",
  "formats",
  "four-three",
  "key-figures",
  "lists",
  "map",
  "markdown",
  "markup-in-data",
  "regions",
];

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
  /** The repository's other decks, by name. */
  readonly others: Readonly<Record<string, string>>;
  /** By name, each of {@link showcases}. */
  readonly cases: Readonly<Record<string, string>>;
}

declare module "vitest" {
  interface ProvidedContext {
    built: Built;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryFolder();
  const build = async (name: string, from: string, deck: string, args: readonly string[] = []): Promise<string> => {
    const root = join(folder, name);
    mkdirSync(root);
    copyProject(from, root);
    const file = (await buildDecks(root, ["--deck", deck, ...args])).get(deck);
    if (file === undefined) throw new Error(`${deck} of ${from} was not written.`);
    return file;
  };
  try {
    // The first bundles the client for all.
    const original = await build("original", repository, "mut-briefing");
    const others: Record<string, string> = {};
    const cases: Record<string, string> = {};
    let latest = "";
    const decks = readdirSync(join(repository, "slides")).filter((deck) => deck !== "mut-briefing");
    await twoAtOnce([
      async () => (latest = await build("latest", repository, "mut-briefing", ["--as-of", "latest"])),
      ...decks.map((deck) => async () => (others[deck] = await build(`other-${deck}`, repository, deck))),
      ...showcases.map((name) => async () => (cases[name] = await build(name, join(repository, "src", "test", "decks", name), "fall"))),
    ]);
    const { "four-three": narrow = "", "markup-in-data": hostile = "" } = cases;
    project.provide("built", { original, latest, narrow, hostile, others, cases });
  } catch (reason) {
    remove(folder);
    throw reason;
  }
  return () => remove(folder);
}

async function twoAtOnce(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const left = tasks.values();
  const work = async (): Promise<void> => {
    for (const task of left) await task();
  };
  await Promise.all([work(), work()]);
}
