/**
 * Tries the reading of tables on thousands of broken files:
 * `node src/test/run.mjs src/test/update/fuzz.ts [--runs 20000] [--seed 1] [--form text] [--samples folder]
 * [--keep folder]`.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { cases } from "./cases.ts";
import { fuzz, type FuzzReport, specimensOf } from "./fuzz-run.ts";
import { sampleCases } from "./sample-cases.ts";

/** Seconds after which an input counts as hanging. */
const patience = 30;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string" },
      seed: { type: "string" },
      form: { type: "string" },
      samples: { type: "string" },
      keep: { type: "string" },
    },
  });
  const [runs, seed] = [Number(values.runs ?? 20_000), Number(values.seed ?? 1)];
  const all = values.samples === undefined ? cases : [...cases, ...sampleCases(values.samples)];
  const specimens = specimensOf(all).filter(({ name }) => name.includes(values.form ?? ""));
  const watch = watchOver();
  const report = await fuzz({ runs, seed, specimens, before: watch.before });
  await watch.end();
  tell(report, runs, seed);
  if (values.keep !== undefined) keep(values.keep, report);
  return report.violations.length > 0 ? 1 : 0;
}

/** A hang would stop this thread, too: another one looks whether the number of the input still moves. */
function watchOver(): { readonly before: (run: number) => void; readonly end: () => Promise<unknown> } {
  const number = new Int32Array(new SharedArrayBuffer(4));
  const watcher = new Worker(
    `const { workerData: number } = require("node:worker_threads");
     let [last, since] = [-1, Date.now()];
     setInterval(() => {
       if (number[0] !== last) [last, since] = [number[0], Date.now()];
       else if (Date.now() - since > ${patience} * 1000) {
         require("node:fs").writeSync(2, "Input " + last + " hangs.\\n");
         process.kill(process.pid, "SIGKILL");
       }
     }, 1000);`,
    { eval: true, workerData: number },
  );
  return { before: (run) => void Atomics.store(number, 0, run), end: () => watcher.terminate() };
}

function tell({ counts, codes, violations }: FuzzReport, runs: number, seed: number): void {
  console.log(`${runs} inputs, seed ${seed}`);
  for (const [form, outcomes] of counts) {
    const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    const told = [...outcomes].toSorted(([, a], [, b]) => b - a).map(([outcome, count]) => `${count} ${outcome}`);
    console.log(`${form.padEnd(40)} ${String(all).padStart(6)}: ${told.join(", ")}`);
  }
  const frequent = [...codes].toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  console.log(`Reasons: ${frequent.join(", ")}`);
  const byKind = new Map<string, number>();
  for (const { fault, form, mutations } of violations) {
    const kind = `${fault} | ${form} | ${mutations.join(" + ")}`;
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of byKind) console.log(`VIOLATION ${count} × ${kind}`);
  for (const { run, fault, form, details } of violations.slice(0, 40)) console.log(`  run ${run} ${fault} (${form}): ${details}`);
}

function keep(folder: string, { violations }: FuzzReport): void {
  mkdirSync(folder, { recursive: true });
  for (const { run, fault, form, bytes } of violations) {
    writeFileSync(join(folder, `${run} ${fault} ${form}`.replaceAll(/[^\w.-]+/g, "_")), bytes);
  }
}
