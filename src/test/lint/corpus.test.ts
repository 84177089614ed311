/** Measures the rules over words on the corpus: precision and recall of each part, rule by rule and over all. */

import { describe, expect, it } from "vitest";
import { labelledFor, type Part, parts, readCorpus, type Sample, scoreOf } from "./corpus.ts";

type Least = readonly [precision: number, recall: number];

/** What a part that the rules have learnt from is read with at least. */
const learnt: Least = [0.95, 0.95];

/**
 * What the held-out part was read with when it was measured, once, after the last change of the rules (rounded down): the
 * honest figures, for nobody has tuned to it.
 */
const heldOut: ReadonlyMap<string, Least> = new Map([
  ["unbound-number", [0.91, 0.91]],
  ["unproved-comparison", [1, 0.95]],
  ["all", [0.95, 0.93]],
]);

function leastOf(part: Part, names: readonly string[]): Least {
  const held = part === "independent_b" ? heldOut.get(names.length > 1 ? "all" : names.join()) : undefined;
  return held ?? learnt;
}

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
    const scores = [...asked.map((rule) => [rule]), [...asked]].map((names) => ({ names, score: scoreOf(samples, names) }));
    const lines = scores.map(({ names, score: { hits, precision, recall, alarms, misses } }) => {
      const name = names.length > 1 ? "all" : (names[0] ?? "");
      return `${name.padEnd(20)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} (${hits} found, ${alarms.length} wrongly, ${misses.length} missed)`;
    });
    console.log([`${half}: ${samples.length} sentences`, ...lines].join("\n"));
    const all = scores.at(-1)?.score;
    for (const {
      names,
      score: { precision, recall },
    } of scores) {
      expect(precision, `${names.join()}: ${all?.alarms.join("\n")}`).toBeGreaterThanOrEqual(leastOf(half, names)[0]);
      expect(recall, `${names.join()}: ${all?.misses.join("\n")}`).toBeGreaterThanOrEqual(leastOf(half, names)[1]);
    }
  });
});
