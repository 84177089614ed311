/** One build of a project in a process of its own, part by part; prints its seconds as JSON. See `checks.ts`. */

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

/** @param args the project's folder */
export function main([root = ""]: readonly string[]): number {
  const [project, reading] = timed(() => readProject(root));
  const [data, readingData] = timed(() => readData(project.data).value ?? new Map<string, never>());
  const [, standing] = timed(() => [...data.values()].map((dataset) => standingFaults(dataset, data)));
  const [compiled, compiling] = timed(() => compileProject(project));
  const decks = compiled.decks.flatMap(({ outcome }) => outcome.value ?? []);
  if (decks.length === 0 || isFaulty(compiled.diagnostics)) throw new Error("The deck does not compile.");
  const [, stopping] = timed(() => lintProject(project, compiled, "2021-01-15", true));
  const [found, linting] = timed(() => lintProject(project, compiled, "2021-01-15"));
  const [, ledger] = timed(() => decks.map(ledgersOfSlides));
  // Done once more by the pages: of all that is measured only this is counted twice.
  const [, answers] = timed(() => decks.map(answersOf));
  const all = { project, decks, diagnostics: compiled.diagnostics, faulty: false, compiled };
  const [, pages] = timed(() => pagesOf(all, { script: "", style: "" }, join(root, "dist")));
  const [, files] = timed(() => ledgersOf(all, join(root, "dist")));
  const parts = { standing, stopping, linting, ledger, answers, files };
  const build = reading + readingData + standing + compiling + stopping + linting + ledger + pages + files;
  console.log(JSON.stringify({ ...parts, build, found: found.length }));
  return 0;
}

function ledgersOfSlides(deck: Deck): number {
  return deck.slides.map((slide) => slideLedger(slide, deck)).length;
}

function answersOf(deck: Deck): number {
  return renderSources(deck).length + deck.slides.map((slide) => renderAnswers(slide, slideLedger(slide, deck)).length).length;
}

/** With seconds. */
function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const value = work();
  return [value, (performance.now() - start) / 1000];
}
