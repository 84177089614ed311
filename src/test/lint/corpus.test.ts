/** Measures the rules over words on the corpus: precision and recall of each part, rule by rule and over all. */

import { describe, expect, it } from "vitest";
import { labelledFor, type Part, parts, readCorpus, type Sample, scoreOf } from "./corpus.ts";

type Least = readonly [precision: number, recall: number];

/** What each part that the rules have learnt from is read with at least, by each rule and by all. */
const learnt: Least = [0.95, 0.95];
/** What is held of the parts by a fourth to a seventh hand (rounded down); docs/lint.md says with what they were read at first sight. */
const heldOut: Readonly<Partial<Record<Part, Least>>> = {
  independent_d_numbers: [0.98, 1],
  independent_d_comparisons: [1, 1],
  independent_e_numbers: [0.98, 1],
  independent_e_comparisons: [1, 0.94],
  independent_f_numbers: [1, 1],
  independent_f_comparisons: [1, 1],
  independent_g_comparisons: [0.98, 0.98],
};

describe.each(parts)("part %s of the corpus", (half) => {
  const samples: readonly Sample[] = readCorpus(half);

  it("has as many sentences in which nothing is to be found as others, and no sentence twice", () => {
    const quiet = samples.filter(({ expected }) => expected.size === 0).length;
    expect(samples.length).toBeGreaterThanOrEqual(half === "develop" || half === "held_out" ? 120 : 60);
    expect(quiet / samples.length).toBeGreaterThan(0.4);
    expect(quiet / samples.length).toBeLessThanOrEqual(0.6);
    expect(new Set(samples.map(({ text }) => text)).size).toBe(samples.length);
  });

  it("is read as well as was promised, by each rule and by all", () => {
    const asked = labelledFor(half);
    const each = asked.map((rule) => [rule]);
    const scores = (asked.length > 1 ? [...each, [...asked]] : each).map((names) => ({ names, score: scoreOf(samples, names) }));
    const lines = scores.map(({ names, score: { hits, precision, recall, alarms, misses } }) => {
      const name = names.length > 1 ? "all" : (names[0] ?? "");
      return `${name.padEnd(20)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} (${hits} found, ${alarms.length} wrongly, ${misses.length} missed)`;
    });
    console.log([`${half}: ${samples.length} sentences`, ...lines].join("\n"));
    const [precise, complete] = heldOut[half] ?? learnt;
    for (const {
      names,
      score: { precision, recall, alarms, misses },
    } of scores) {
      expect(precision, `${names.join()}: ${alarms.join("\n")}`).toBeGreaterThanOrEqual(precise);
      expect(recall, `${names.join()}: ${misses.join("\n")}`).toBeGreaterThanOrEqual(complete);
    }
  });
});
