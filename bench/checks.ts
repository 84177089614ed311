/** What the ledger and all checks cost: their share of a build, each build in a fresh process, measured part by part. */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../src/test/repository.ts";
import { datasetOf, isChart, writeDeck } from "./deck.ts";
import { median } from "./process.ts";

const names = ["standing", "stopping", "linting", "ledger", "answers", "files", "build", "found"] as const;

/** Medians, seconds; `found` is how often the lint found something. */
export type CheckResult = Readonly<Record<(typeof names)[number], number>>;

/**
 * Fresh processes, because a second build in the same one has its code compiled and half of its work remembered. Starting the
 * program and writing to the disk are left out, so that the share is rather told too large than too small.
 *
 * @param root a folder to be made anew
 */
export function measureChecks(root: string, slides: number, rounds: number): CheckResult {
  const { files } = writeDeck(root, slides);
  // Typed numbers, thirty a table, are what the lint is to find; a deck that is checked has them bound.
  for (const [index, file] of files.entries())
    if (!isChart(index)) writeFileSync(file, bound(readFileSync(file, "utf8"), datasetOf(index)));
  const runs = Array.from({ length: rounds + 1 }, () => once(root)).slice(1);
  const of = (name: (typeof names)[number]): number => median(runs.map((run) => run.get(name) ?? Number.NaN));
  const lint = { standing: of("standing"), stopping: of("stopping"), linting: of("linting"), found: of("found") };
  return { ...lint, ledger: of("ledger"), answers: of("answers"), files: of("files"), build: of("build") };
}

function bound(text: string, dataset: number): string {
  const table = `\`\`\`table\ndata: menge${dataset}\ncolumns: [{ header: Was }, { header: Anzahl, data: menge${dataset} }, { header: Anteil, data: "share(menge${dataset}, sum(menge${dataset}))", format: percent(1) }]\n\`\`\`\n`;
  return text.replace(/\| Was [^]*?(?=\n:::)/u, table);
}

function once(root: string): ReadonlyMap<string, number> {
  const command = [join(repository, "src", "test", "run.mjs"), join(repository, "bench", "checks-once.ts"), root];
  const said: unknown = JSON.parse(execFileSync(process.execPath, command, { cwd: repository, encoding: "utf8" }));
  if (typeof said !== "object" || said === null) throw new Error("no measures");
  return new Map(Object.entries(said).map(([name, seconds]) => [name, Number(seconds)]));
}

export function tableOfChecks({ standing, stopping, linting, ledger, answers, files, build, found }: CheckResult): string {
  const cost = standing + stopping + linting + ledger + answers + files;
  const row = (what: string, seconds: number, goal = ""): string =>
    `| ${what} | ${seconds.toFixed(3)} | ${((seconds / build) * 100).toFixed(1)} % | ${goal} |`;
  return [
    "| build of 1,000 slides | s | of the build | goal |",
    "| --- | --: | --: | --- |",
    row("reading, compiling, checks, pages, ledger", build),
    row("checks of data", standing),
    row("rules that stop each build", stopping),
    row(`all other rules (check, --strict; ${found} found)`, linting),
    row("ledger of each slide", ledger),
    row("answers in the pages", answers),
    row("ledger as JSON, CSV, HTML", files),
    row("**ledger and checks of each build**", cost - linting, "≤ 15 %"),
    row("**ledger and all checks**", cost, "≤ 15 %"),
  ].join("\n");
}
