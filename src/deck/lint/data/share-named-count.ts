/** "Ausländeranteil" over counts. */

import { isMissing, type Figure } from "../../../data/figure.ts";
import { countsCalledShare } from "../../../source/messages/lint-form.ts";
import { figuresOf } from "../../figures.ts";
import type { Slide } from "../../model.ts";
import { type Passage, passagesOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { bySlide, chartsOf } from "../seen.ts";

const named = /(?:\p{L}*anteil(?:e|en|s)?|\p{L}*prozentsatz)(?!\p{L})/giu;
/** What all these words have in them. */
const sign = /anteil|prozentsatz/iu;
const heads: ReadonlySet<Passage["role"]> = new Set(["kicker", "title", "heading", "label"]);

export const shareNamedCount: Rule = {
  severity: "warning",
  find: bySlide(({ outline, slide }) => {
    const calling = passagesOf(outline).filter(({ role, text }) => heads.has(role) && sign.test(text));
    if (calling.length === 0) return [];
    const passages = passagesOf(outline).filter(({ role }) => role !== "note");
    if (showsShares(slide, passages) || !showsNumbers(slide, passages)) return [];
    return calling.flatMap((passage) =>
      [...passage.text.matchAll(named)].map(({ 0: word, index }) => ({
        span: passage.place(index, index + word.length),
        message: countsCalledShare(word),
        slide: slide.id,
      })),
    );
  }),
};

function showsShares(slide: Slide, passages: readonly Passage[]): boolean {
  if (passages.some(({ text }) => /%|prozent(?!s)/iu.test(text))) return true;
  const parts: ReadonlySet<string> = new Set(["percent", "donut", "waffle", "progress"]);
  return chartsOf(slide).some(({ views }) => views.some(({ chart }) => parts.has(chart.kind))) || figuresOf(slide).some(isShare);
}

/** Of a dataset that gives shares itself, the unit says so. */
function isShare({ unit, format, value }: Figure): boolean {
  return unit === "" || unit.includes("%") || /prozent/iu.test(unit) || format.startsWith("percent") || isMissing(value);
}

function showsNumbers(slide: Slide, passages: readonly Passage[]): boolean {
  return figuresOf(slide).length > 0 || passages.some(({ role, text }) => role === "cell" && /^\d[\d.]*$/u.test(text));
}
