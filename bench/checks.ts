/** What the ledger and all checks cost: their share of a build, each build in a fresh process, measured part by part. */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../src/test/repository.ts";
import { datasetOf, isChart, writeDeck } from "./deck.ts";
import { median } from "./process.ts";

/** In the order in which they are done. Linting is no part of a build, and answers are made within the pages. */
const parts = ["reading", "readingData", "standing", "compiling", "stopping", "linting", "ledger", "answers", "pages", "files"] as const;
const beside: ReadonlySet<Part> = new Set(["linting", "answers"]);
type Part = (typeof parts)[number];

/** Medians, seconds: by the clock, and of the main thread's processor time. `found` is how often the lint found something. */
export interface CheckResult {
  readonly clock: ReadonlyMap<Part, number>;
  readonly cpu: ReadonlyMap<Part, number>;
  readonly found: number;
}

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
  const of = (name: string): number => median(runs.map((run) => run.get(name) ?? Number.NaN));
  return {
    clock: new Map(parts.map((part) => [part, of(part)])),
    cpu: new Map(parts.map((part) => [part, of(`${part}Cpu`)])),
    found: of("found"),
  };
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

export function tableOfChecks({ clock, cpu, found }: CheckResult): string {
  const sum = (measured: ReadonlyMap<Part, number>, of: readonly Part[]): number =>
    of.reduce((seconds, part) => seconds + (measured.get(part) ?? Number.NaN), 0);
  const build = parts.filter((part) => !beside.has(part));
  const share = (measured: ReadonlyMap<Part, number>, of: readonly Part[]): string =>
    `${((sum(measured, of) / sum(measured, build)) * 100).toFixed(1)} %`;
  const row = (what: string, of: readonly Part[], goal = ""): string =>
    `| ${what} | ${sum(clock, of).toFixed(3)} | ${share(clock, of)} | ${sum(cpu, of).toFixed(3)} | ${share(cpu, of)} | ${goal} |`;
  const each: readonly Part[] = ["standing", "stopping", "ledger", "answers", "files"];
  return [
    "| build of 1,000 slides | s | of the build | s of processor time | of the build | goal |",
    "| --- | --: | --: | --: | --: | --- |",
    row("reading, compiling, checks, pages, ledger", build),
    row("checks of data", ["standing"]),
    row("rules that stop each build", ["stopping"]),
    row(`all other rules (check, --strict; ${found} found)`, ["linting"]),
    row("ledger of each slide", ["ledger"]),
    row("answers in the pages", ["answers"]),
    row("ledger as JSON, CSV, HTML", ["files"]),
    row("**ledger and checks of each build**", each, "≤ 15 %"),
    row("**ledger and all checks**", [...each, "linting"], "≤ 15 %"),
  ].join("\n");
}
