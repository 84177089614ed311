import { describe, expect, it } from "vitest";
import { inputWith, parts, readCorpus, wordsFound } from "../../../test/lint/corpus.ts";
import { passagesOf } from "../passages.ts";
import { sentencesOf } from "./sentence.ts";
import { numbersIn } from "./unbound-number.ts";
import { comparisonsIn } from "./unproved-comparison.ts";

const texts = parts.flatMap((part) => readCorpus(part).map(({ text }) => text));

function inAllPassages(text: string, find: typeof numbersIn | typeof comparisonsIn): number {
  const { slides } = inputWith(text);
  return slides
    .flatMap(({ outline }) => passagesOf(outline).flatMap(sentencesOf))
    .reduce((count, sentence) => count + find(sentence).length, 0);
}

describe("signs by which passages are passed over", () => {
  it("pass over nothing that a rule would find", () => {
    for (const text of texts) {
      expect(wordsFound("unbound-number", text).length, text).toBe(inAllPassages(text, numbersIn));
      expect(wordsFound("unproved-comparison", text).length, text).toBe(inAllPassages(text, comparisonsIn));
    }
  }, 60_000);

  it.each(["12 345,67 %", "An\u00adteil", "Jede:r Zehnte", "½", "17&nbsp;135 Fälle", "(mehr als) zwei"])(
    "read %j as sentences do",
    (text) => {
      expect(wordsFound("unbound-number", text).length).toBe(inAllPassages(text, numbersIn));
      expect(wordsFound("unproved-comparison", text).length).toBe(inAllPassages(text, comparisonsIn));
    },
  );
});
