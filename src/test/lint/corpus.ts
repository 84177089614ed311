/** The corpus of sentences, and how well rules over words do on it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import type { Dataset } from "../../data/dataset.ts";
import { viewOf } from "../../data/asof.ts";
import type { LintInput, Rule } from "../../deck/lint/rule.ts";
import { falsePrecision } from "../../deck/lint/words/false-precision.ts";
import { percentPoints } from "../../deck/lint/words/percent-points.ts";
import { unboundNumber } from "../../deck/lint/words/unbound-number.ts";
import { unprovedComparison } from "../../deck/lint/words/unproved-comparison.ts";
import { wording } from "../../deck/lint/words/wording.ts";
import { parseSlides } from "../../deck/markdown.ts";
import type { Deck, Slide } from "../../deck/model.ts";
import type { OutlineSlide } from "../../deck/outline.ts";
import { toSource } from "../../source/source.ts";
import { repository } from "../repository.ts";

/** The rules that the corpus is about. */
export const measured = ["unbound-number", "unproved-comparison", "percent-points", "false-precision", "wording"] as const;
export type Measured = (typeof measured)[number];

const rules: Readonly<Record<Measured, Rule>> = {
  "unbound-number": unboundNumber,
  "unproved-comparison": unprovedComparison,
  "percent-points": percentPoints,
  "false-precision": falsePrecision,
  wording,
};

export interface Sample {
  readonly text: string;
  readonly expected: ReadonlySet<string>;
}

export interface Score {
  readonly hits: number;
  /** Found where nothing is to be found. */
  readonly alarms: readonly string[];
  readonly misses: readonly string[];
  readonly precision: number;
  readonly recall: number;
}

export const parts = [
  "develop",
  "held_out",
  "hard",
  "second",
  "classes_a",
  "classes_b",
  "classes_c",
  "independent_a",
  "independent_b",
  "independent_c_numbers",
  "independent_c_comparisons",
  "independent_d_numbers",
  "independent_d_comparisons",
  "ways_a_comparisons",
  "ways_b_comparisons",
  "ways_c_comparisons",
  "ways_d_comparisons",
  "ways_e_comparisons",
  "ways_f_comparisons",
  "independent_e_numbers",
  "independent_e_comparisons",
  "independent_f_numbers",
  "independent_f_comparisons",
  "independent_g_comparisons",
] as const;
export type Part = (typeof parts)[number];

/** The rules that a part's sentences are labelled for: who wrote the independent ones was asked about two, or one. */
export function labelledFor(part: Part): readonly Measured[] {
  if (part.endsWith("_numbers")) return ["unbound-number"];
  if (part.endsWith("_comparisons")) return ["unproved-comparison"];
  return /^(?:independent|classes)/.test(part) ? ["unbound-number", "unproved-comparison"] : measured;
}

export function readCorpus(half: Part): readonly Sample[] {
  const raw = load(readFileSync(join(repository, "src", "test", "lint", "corpus.yaml"), "utf8"));
  const groups = mapOf(mapOf(raw).get(half));
  return [...groups].flatMap(([names, sentences]) => {
    const expected = new Set(names === "harmless" ? [] : names.split(", "));
    const unknown = [...expected].filter((name) => !measured.some((rule) => rule === name));
    if (unknown.length > 0 || !Array.isArray(sentences)) throw new Error(`corpus.yaml: ${half}: ${names}`);
    return sentences.map((text: unknown): Sample => {
      if (typeof text !== "string") throw new Error(`corpus.yaml: in quotes, please: ${JSON.stringify(text)}`);
      return { text, expected };
    });
  });
}

function mapOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null) throw new Error("corpus.yaml: expected a map");
  return new Map(Object.entries(value));
}

/** A slide with the text as its only paragraph. */
export function inputWith(text: string): LintInput {
  const outline = parseSlides(toSource("slides/korpus/01-satz.md", `# Titel\n\n${text}\n`)).value?.[0];
  if (outline === undefined) throw new Error(`no slide: ${text}`);
  return inputOf(outline);
}

export function inputOf(outline: OutlineSlide, lint?: Pick<Deck, "lint" | "wording">): LintInput {
  const slide: Slide = {
    id: outline.id,
    layout: "content",
    kicker: [],
    title: [],
    regions: [],
    notes: [],
    said: [],
    releases: [],
    sourceLine: [],
    footnotes: [],
    span: outline.span,
  };
  const data = new Map<string, Dataset>();
  const deck: Deck = { id: "korpus", title: "Korpus", language: "de", asOf: "2026-11-22", canvas: "16:9", slides: [slide], ...lint };
  return { deck, slides: [{ outline, slide }], data, view: viewOf(data, { asOf: "2026-11-22" }), today: "2026-11-22" };
}

/** What a rule finds in a text, as the words at the places found. */
export function wordsFound(rule: Measured, text: string): readonly string[] {
  return rules[rule].find(inputWith(text)).map(({ span }) => span.source.text.slice(span.start, span.end));
}

/** Sentence by sentence: a rule is right where it finds something that is expected, or nothing where nothing is. */
export function scoreOf(samples: readonly Sample[], names: readonly Measured[]): Score {
  let hits = 0;
  const alarms: string[] = [];
  const misses: string[] = [];
  for (const { text, expected } of samples) {
    for (const rule of names) {
      const found = wordsFound(rule, text);
      if (found.length > 0 && expected.has(rule)) hits++;
      else if (found.length > 0) alarms.push(`${rule} «${found.join("», «")}»: ${text}`);
      else if (expected.has(rule)) misses.push(`${rule}: ${text}`);
    }
  }
  const ratio = (wrong: number): number => (hits + wrong === 0 ? 1 : hits / (hits + wrong));
  return { hits, alarms, misses, precision: ratio(alarms.length), recall: ratio(misses.length) };
}
