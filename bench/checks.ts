/** What the ledger and all checks cost: their share of a build, each build in a fresh process, measured part by part. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../src/test/repository.ts";
import { writeDeck } from "./deck.ts";
import { median } from "./process.ts";

const names = ["standing", "linting", "ledger", "answers", "files", "build"] as const;

/** Medians, seconds. */
export type CheckResult = Readonly<Record<(typeof names)[number], number>>;

/**
 * Fresh processes, because a second build in the same one has its code compiled and half of its work remembered. Starting the
 * program and writing to the disk are left out, so that the share is rather told too large than too small.
 *
 * @param root a folder to be made anew
 */
export function measureChecks(root: string, slides: number, rounds: number): CheckResult {
  writeDeck(root, slides);
  const runs = Array.from({ length: rounds + 1 }, () => once(root)).slice(1);
  const of = (name: (typeof names)[number]): number => median(runs.map((run) => run.get(name) ?? Number.NaN));
  const [standing, linting, ledger] = [of("standing"), of("linting"), of("ledger")];
  return { standing, linting, ledger, answers: of("answers"), files: of("files"), build: of("build") };
}

function once(root: string): ReadonlyMap<string, number> {
  const command = [join(repository, "src", "test", "run.mjs"), join(repository, "bench", "checks-once.ts"), root];
  const said: unknown = JSON.parse(execFileSync(process.execPath, command, { cwd: repository, encoding: "utf8" }));
  if (typeof said !== "object" || said === null) throw new Error("no measures");
  return new Map(Object.entries(said).map(([name, seconds]) => [name, Number(seconds)]));
}

export function tableOfChecks({ standing, linting, ledger, answers, files, build }: CheckResult): string {
  const cost = standing + linting + ledger + answers + files;
  const row = (what: string, seconds: number, goal = ""): string =>
    `| ${what} | ${seconds.toFixed(3)} | ${((seconds / build) * 100).toFixed(1)} % | ${goal} |`;
  return [
    "| build of 1,000 slides | s | of the build | goal |",
    "| --- | --: | --: | --- |",
    row("reading, compiling, checks, pages, ledger", build),
    row("checks of data", standing),
    row("all rules of the lint", linting),
    row("ledger of each slide", ledger),
    row("answers in the pages", answers),
    row("ledger as JSON, CSV, HTML", files),
    row("**ledger and all checks**", cost, "≤ 15 %"),
  ].join("\n");
}
