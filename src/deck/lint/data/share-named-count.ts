/** "Ausländeranteil" over counts. */

import { isMissing, type Figure } from "../../../data/figure.ts";
import { countsCalledShare } from "../../../source/messages/lint-form.ts";
import type { Slide } from "../../model.ts";
import { type Passage, passagesOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { bySlide, chartsOf, shownOn } from "../seen.ts";
import { passagesWith, signOf } from "../words/sentence.ts";

const named = /(?:\p{L}*anteil(?:e|en|s)?|\p{L}*prozentsatz)(?!\p{L})/giu;
const calling = signOf(({ lower }) => /anteil|prozentsatz/u.test(lower));
const heads: ReadonlySet<Passage["role"]> = new Set(["kicker", "title", "heading", "label"]);

export const shareNamedCount: Rule = {
  severity: "warning",
  find: bySlide(({ outline, slide }) => {
    const calls = passagesWith(calling, outline).filter(({ role }) => heads.has(role));
    if (calls.length === 0) return [];
    const passages = passagesOf(outline).filter(({ role }) => role !== "note");
    if (showsShares(slide, passages) || !showsNumbers(slide, passages)) return [];
    return calls.flatMap((passage) =>
      [...passage.text.matchAll(named)].map(({ 0: word, index }) => ({
        span: passage.place(index, index + word.length),
        message: countsCalledShare(word),
        slide: slide.id,
      })),
    );
  }),
};

function showsShares(slide: Slide, passages: readonly Passage[]): boolean {
  if (shownOn(slide).some(isShare)) return true;
  const parts: ReadonlySet<string> = new Set(["percent", "donut", "waffle", "progress"]);
  return (
    chartsOf(slide).some(({ views }) => views.some(({ chart }) => parts.has(chart.kind))) ||
    passages.some(({ text }) => /%|prozent(?!s)/iu.test(text))
  );
}

/** Of a dataset that gives shares itself, the unit says so. */
function isShare({ unit, format, value }: Figure): boolean {
  return unit === "" || unit.includes("%") || /prozent/iu.test(unit) || format.startsWith("percent") || isMissing(value);
}

function showsNumbers(slide: Slide, passages: readonly Passage[]): boolean {
  return shownOn(slide).length > 0 || passages.some(({ role, text }) => role === "cell" && /^\d[\d.]*$/u.test(text));
}
