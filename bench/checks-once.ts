/** One build of a project in a process of its own, part by part; prints its seconds as JSON. See `checks.ts`. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { standingFaults } from "../src/data/checks/standing.ts";
import { readData } from "../src/data/read.ts";
import { slideLedger } from "../src/deck/ledger/build.ts";
import type { Deck } from "../src/deck/model.ts";
import { compileProject, isFaulty } from "../src/project/build.ts";
import { lintProject } from "../src/project/lint.ts";
import { ledgersOf, pagesOf } from "../src/project/output.ts";
import { readProject } from "../src/project/read.ts";
import { renderAnswers, renderSources } from "../src/targets/html/ask.ts";

/**
 * Seconds of each part by the clock, and `…Cpu`: of the main thread's own, which other work on the machine disturbs less.
 *
 * @param args the project's folder
 */
export function main([root = ""]: readonly string[]): number {
  const clock = new Clock();
  const project = clock.time("reading", () => readProject(root));
  const data = clock.time("readingData", () => readData(project.data).value ?? new Map<string, never>());
  clock.time("standing", () => [...data.values()].map((dataset) => standingFaults(dataset, data)));
  const compiled = clock.time("compiling", () => compileProject(project));
  const decks = compiled.decks.flatMap(({ outcome }) => outcome.value ?? []);
  if (decks.length === 0 || isFaulty(compiled.diagnostics)) throw new Error("The deck does not compile.");
  clock.time("stopping", () => lintProject(project, compiled, "2021-01-15", true));
  const found = clock.time("linting", () => lintProject(project, compiled, "2021-01-15"));
  clock.time("ledger", () => decks.map(ledgersOfSlides));
  // Done once more by the pages: of all that is measured only this is counted twice.
  clock.time("answers", () => decks.map(answersOf));
  const all = { project, decks, diagnostics: compiled.diagnostics, faulty: false, compiled };
  clock.time("pages", () => pagesOf(all, { script: "", style: "" }, join(root, "dist")));
  clock.time("files", () => ledgersOf(all, join(root, "dist")));
  console.log(JSON.stringify({ ...clock.parts, found: found.length }));
  return 0;
}

function ledgersOfSlides(deck: Deck): number {
  return deck.slides.map((slide) => slideLedger(slide, deck)).length;
}

function answersOf(deck: Deck): number {
  return renderSources(deck).length + deck.slides.map((slide) => renderAnswers(slide, slideLedger(slide, deck)).length).length;
}

class Clock {
  readonly parts: Record<string, number> = {};

  time<T>(part: string, work: () => T): T {
    const [start, cpu] = [performance.now(), ownSeconds()];
    const value = work();
    this.parts[`${part}Cpu`] = ownSeconds() - cpu;
    this.parts[part] = (performance.now() - start) / 1000;
    return value;
  }
}

/** Of the main thread; where the system does not tell of it, of all threads. */
function ownSeconds(): number {
  if (process.platform === "linux") return Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e9;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
