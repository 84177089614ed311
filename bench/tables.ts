/** A large table of statistics read in a stream, against the bare cutting of the same file into lines. */

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { repository } from "../src/test/repository.ts";
import { summarise, type Summary } from "./builds.ts";
import { wantedDistrict, writeFlatFile } from "./flat-file.ts";
import { type Contender, interleaved } from "./process.ts";

export interface TableResult {
  readonly rows: number;
  /** Size of the file. */
  readonly bytes: number;
  readonly lines: Summary;
  /** One district's values. */
  readonly selected: Summary;
  /** All values, one after the other. */
  readonly all: Summary;
}

export async function measureTable(rows: number, rounds: number): Promise<TableResult> {
  const folder = mkdtempSync(join(tmpdir(), "stichtag-bench-"));
  try {
    const path = join(folder, "table.csv");
    const wanted = writeFlatFile(path, rows);
    const reader = await bundledReader(folder);
    const contenders: readonly Contender[] = [
      { name: "lines", args: [join(repository, "bench", "floors", "lines.mjs"), path], cwd: repository },
      { name: "selected", args: [reader, path, `${wanted}`, wantedDistrict], cwd: repository },
      { name: "all", args: [reader, path, `${rows}`], cwd: repository },
    ];
    const runs = await interleaved(contenders, rounds);
    const summary = (name: string): Summary => summarise(runs.get(name) ?? []);
    return { rows, bytes: statSync(path).size, lines: summary("lines"), selected: summary("selected"), all: summary("all") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the command runs it: bundled, since Node 20 reads no TypeScript. @returns the script's path */
async function bundledReader(folder: string): Promise<string> {
  await build({
    root: repository,
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: join(repository, "bench", "read-flat.ts"),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "read-flat.mjs" } },
    },
  });
  return join(folder, "read-flat.mjs");
}
