/** An update that is killed at any moment: `data/` is as before, or has the whole new release, and the next run finishes. */

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readData } from "../../data/read.ts";
import { readProject } from "../../project/read.ts";
import { update } from "../../project/update/update.ts";
import { flatFile, good, smallProject } from "../../project/update/testing.ts";
import { commandPath, remove, stichtag, temporaryFolder } from "../project.ts";
import { clockAt, today } from "./workspace.ts";

/** A revision and a new release come in with it. */
const table = flatFile([...good([1001, 2000, 2999], "2024-12-31"), ...good()]);
const words = ["update", "orte", "--from", "tabelle.csv", "--today", today];
const environment = clockAt(today);

const folders: string[] = [];
afterAll(() => folders.forEach(remove));

function project(): string {
  const root = temporaryFolder();
  folders.push(root);
  for (const [path, content] of Object.entries({ ...smallProject, "tabelle.csv": table })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** All files of `data/`, by path. */
function dataOf(root: string): ReadonlyMap<string, string> {
  const paths = readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" }).filter((path) => /[^/\\]+\.[^/\\]+$/u.test(path));
  return new Map(paths.toSorted().map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, "data", path), "utf8")]));
}

function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith("."));
}

/** What is in `data/` when nothing comes between. */
async function finished(): Promise<ReadonlyMap<string, string>> {
  const root = project();
  const { code, stderr } = await stichtag(words, root, environment);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return dataOf(root);
}
const before = dataOf(project());
const after = await finished();

/** Nothing but files that were there and files that are whole; then the next run, and all of them. */
async function check(root: string, moment: string): Promise<void> {
  const now = dataOf(root);
  for (const [path, text] of before) expect(now.get(path), `${moment}: ${path}`).toBe(text);
  const visible = [...now].filter(([path]) => !isHidden(path));
  for (const [path, text] of visible) expect(text, `${moment}: ${path}`).toBe(after.get(path));
  expect(readData(readProject(root).data).diagnostics, moment).toEqual([]);
  const request = { root, datasets: ["orte"], from: join(root, "tabelle.csv"), accept: false, today };
  const { updates, faults } = await update(request, { environment: {}, progress: () => {} });
  const refused = updates.flatMap(({ events }) => events.filter(({ kind }) => kind === "refused"));
  expect([...faults, ...refused], moment).toEqual([]);
  expect(dataOf(root), moment).toEqual(after);
}

/**
 * Runs the command and kills it.
 *
 * @param when milliseconds after its start, or a module that is loaded before it
 * @returns whether it was killed, and how long it ran
 */
function killed(root: string, when: number | string): Promise<{ readonly killed: boolean; readonly time: number }> {
  const hook = typeof when === "string" ? ["--import", `data:text/javascript,${encodeURIComponent(when)}`] : [];
  const start = performance.now();
  const child = spawn(process.execPath, [...hook, commandPath, ...words], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, ...environment },
  });
  const timer = typeof when === "number" ? setTimeout(() => child.kill("SIGKILL"), when) : undefined;
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve({ killed: signal === "SIGKILL", time: performance.now() - start });
    });
  });
}

/** Kills the process at its n-th call that changes something on the disk: before it, or of a write after half of it. */
function atStep(step: number): string {
  return `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
let left = ${step};
const write = fs.writeSync;
for (const name of ["openSync", "writeSync", "fsyncSync", "closeSync", "linkSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    const counts = name !== "openSync" || /\\.(?:tmp|lock)$/.test(String(args[0]));
    if (counts && --left === 0) {
      if (name === "writeSync") write(args[0], args[1].subarray(0, args[1].length >> 1));
      process.kill(process.pid, "SIGKILL");
    }
    return real(...args);
  };
}
syncBuiltinESMExports();`;
}

describe("an update that is killed leaves data/ as it was or with whole releases, and the next one finishes", () => {
  it("at any of its steps on the disk", { timeout: 120_000 }, async () => {
    let steps = 0;
    for (let goesOn = true; goesOn; ) {
      const tried = await Promise.all(
        [steps + 1, steps + 2].map(async (step) => {
          const root = project();
          const run = await killed(root, atStep(step));
          await check(root, `step ${step}`);
          return run.killed;
        }),
      );
      steps += tried.filter(Boolean).length;
      goesOn = tried.every(Boolean);
    }
    // Two files, each opened, written, synced, closed, linked, its folder synced and closed, and freed of its hidden name.
    expect(steps).toBeGreaterThanOrEqual(16);
  });

  it("at any moment", { timeout: 120_000 }, async () => {
    const { time } = await killed(project(), 60_000);
    for (let moment = 0; moment < 20; moment += 2) {
      await Promise.all(
        [moment, moment + 1].map(async (part) => {
          const root = project();
          // Most of a run is starting; what counts is in its second half.
          const wait = time * (0.4 + (part / 20) * 0.7);
          await killed(root, wait);
          await check(root, `after ${Math.round(wait)} ms`);
        }),
      );
    }
  });
});

describe("two updates at the same time", () => {
  it("make each release once, and the one that comes second says so or has nothing to do", async () => {
    for (let round = 0; round < 3; round++) {
      const root = project();
      const both = await Promise.all([stichtag(words, root, environment), stichtag(words, root, environment)]);
      expect(dataOf(root)).toEqual(after);
      expect(both.map(({ code }) => code)).toContain(0);
      for (const { code, stderr } of both) if (code !== 0) expect(stderr).toContain("[already-there]");
    }
  });
});
