/** Builds as whole processes, each deck against its floors. */

import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { commandPath } from "../src/test/project.ts";
import { repository } from "../src/test/repository.ts";
import type { BenchDeck } from "./deck.ts";
import { type Contender, interleaved, median, type Run, runNode } from "./process.ts";

export interface BuildResult {
  readonly slides: number;
  readonly marked: Summary;
  /** Of reveal.js and d3 alone: has no slides, so it is the same for all decks. */
  readonly vite: Summary;
  /** With what the last build has left in the cache, as an author meets it. */
  readonly stichtag: Summary;
  /** The first build of all: the command and the client are bundled, too. Seconds. */
  readonly first: number;
  /** Size of the written file, bytes. */
  readonly bytes: number;
}

/** Medians. */
export interface Summary {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

const floors = join(repository, "bench", "floors");

/** @param floor folder of the bare Vite project */
export async function measureBuild(deck: BenchDeck, floor: string, rounds: number): Promise<BuildResult> {
  const { root } = deck;
  const build = [commandPath, "build", "--root", root, "--out", join(root, "dist")];
  // Both caches: of the command itself, and of the client's bundle.
  rmSync(join(repository, "node_modules", ".cache", "stichtag"), { recursive: true, force: true });
  const { wall: first } = await runNode(build, repository);
  const contenders: readonly Contender[] = [
    { name: "marked", args: [join(floors, "marked.mjs"), join(root, "slides", "bench"), join(root, "marked.html")], cwd: repository },
    { name: "vite", args: [join(floors, "vite.mjs"), floor], cwd: repository },
    { name: "stichtag", args: build, cwd: repository },
  ];
  const runs = await interleaved(contenders, rounds);
  const summary = (name: string): Summary => summarise(runs.get(name) ?? []);
  const bytes = statSync(join(root, "dist", "bench.html")).size;
  return { slides: deck.slides, marked: summary("marked"), vite: summary("vite"), stichtag: summary("stichtag"), first, bytes };
}

export function summarise(runs: readonly Run[]): Summary {
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    peak: median(runs.map(({ peak }) => peak ?? Number.NaN)),
  };
}
