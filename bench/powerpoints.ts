/** PowerPoint files as whole processes, each deck against pptxgenjs alone, a small one against pandoc. */

import { spawnSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { commandPath } from "../src/test/project.ts";
import { repository } from "../src/test/repository.ts";
import { summarise, type Summary } from "./builds.ts";
import { writeContents } from "./contents.ts";
import { writeDeck } from "./deck.ts";
import { writePandocDeck } from "./floors/pandoc.ts";
import { type Contender, interleaved } from "./process.ts";

export interface PowerPointResult {
  readonly slides: number;
  readonly pptxgenjs: Summary;
  readonly stichtag: Summary;
  /** Sizes of the files, bytes. */
  readonly bytes: { readonly pptxgenjs: number; readonly stichtag: number };
}

export interface BriefingResult {
  /** `undefined` where there is no pandoc. */
  readonly pandoc: Summary | undefined;
  readonly stichtag: Summary;
}

const floor = join(repository, "bench", "floors", "pptxgenjs.mjs");

/** A table on each slide, a native chart on each fourth. @param root a folder to be made anew */
export async function measurePowerPoint(root: string, slides: number, rounds: number): Promise<PowerPointResult> {
  writeDeck(root, slides, "table");
  const contents = join(root, "contents.json");
  await writeContents(root, contents);
  const [bare, own] = [join(root, "bare.pptx"), join(root, "dist", "bench.pptx")];
  const contenders: readonly Contender[] = [
    { name: "pptxgenjs", args: [floor, contents, bare], cwd: repository },
    { name: "stichtag", args: [commandPath, "pptx", "--root", root, "--out", join(root, "dist")], cwd: repository },
  ];
  const runs = await interleaved(contenders, rounds);
  return {
    slides,
    pptxgenjs: summarise(runs.get("pptxgenjs") ?? []),
    stichtag: summarise(runs.get("stichtag") ?? []),
    bytes: { pptxgenjs: statSync(bare).size, stichtag: statSync(own).size },
  };
}

/** The briefing itself against pandoc on a deck of twelve slides. @param folder for what they write */
export async function measureBriefing(folder: string, rounds: number): Promise<BriefingResult> {
  const deck = join(folder, "pandoc.md");
  writePandocDeck(deck, 12);
  const own: Contender = {
    name: "stichtag",
    args: [commandPath, "pptx", "--deck", "mut-briefing", "--out", join(folder, "briefing")],
    cwd: repository,
  };
  const pandoc: Contender = { name: "pandoc", command: "pandoc", args: [deck, "-o", join(folder, "pandoc.pptx")], cwd: repository };
  const there = spawnSync("pandoc", ["--version"]).status === 0;
  const runs = await interleaved(there ? [pandoc, own] : [own], rounds);
  rmSync(join(folder, "briefing"), { recursive: true, force: true });
  return { pandoc: there ? summarise(runs.get("pandoc") ?? []) : undefined, stichtag: summarise(runs.get("stichtag") ?? []) };
}
