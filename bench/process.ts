/** Whole processes: started, waited for, measured. */

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Run {
  /** Seconds from start to end of the process. */
  readonly wall: number;
  /** Seconds of processor time, user and system, of the process and what it waited for. */
  readonly cpu: number;
  /** Highest resident memory in MiB, of the largest process; `undefined` where the system has no way to tell. */
  readonly peak: number | undefined;
}

const gnuTime = "/usr/bin/time";

/** Runs `node` with these arguments; see {@link run}. */
export function runNode(args: readonly string[], cwd: string): Promise<Run> {
  return run(process.execPath, args, cwd);
}

/**
 * Runs a program with these arguments.
 *
 * @throws Error with the process's words where it fails: a failed run must not count as a fast one
 */
async function run(program: string, args: readonly string[], cwd: string): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "stichtag-bench-"));
  const report = join(folder, "report");
  const command = existsSync(gnuTime) ? [gnuTime, "-q", "-f", "%M %U %S", "-o", report, program] : [program];
  try {
    const wall = await spawned([...command, ...args], cwd);
    if (!existsSync(report)) return { wall, cpu: Number.NaN, peak: undefined };
    const [kibibytes = Number.NaN, user = Number.NaN, system = Number.NaN] = readFileSync(report, "utf8").trim().split(" ").map(Number);
    return { wall, cpu: user + system, peak: kibibytes / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spawned([command = "", ...args]: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const wall = (performance.now() - start) / 1000;
      if (code === 0) resolve(wall);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said.slice(-4000)}`));
    });
  });
}

export interface Contender {
  readonly name: string;
  /** The program; default Node. */
  readonly command?: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** Runs the contenders by turns, so that what the machine does besides meets all alike. The first turn only warms up. */
export async function interleaved(contenders: readonly Contender[], rounds: number): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command = process.execPath, args, cwd } of contenders) {
      const measured = await run(command, args, cwd);
      if (round > 0) runs.get(name)?.push(measured);
    }
  }
  return runs;
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
