/** "Zuwanderungsländer" over counts by citizenship. */

import { stockNamedFlow } from "../../../source/messages/lint-form.ts";
import { passagesOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { bySlide } from "../seen.ts";
import { passagesWith, signOf } from "./sentence.ts";

const arrivals = /\b(?:zuwanderungs|einwanderungs|zuzugs|herkunfts)(?:länder|staaten|land)\p{L}*/giu;
const arrival = signOf(({ lower }) => /(?:zuwanderungs|einwanderungs|zuzugs|herkunfts)(?:länder|staaten|land)/u.test(lower));
const stock = /staatsangehörigkeit|bestand/iu;
const said = /nicht (?:die )?(?:zuzüge|zuwanderung|herkunft)|kein(?:e)? (?:zuzüge|zuwanderung|herkunft)/iu;

export const stockAsFlow: Rule = {
  severity: "warning",
  find: bySlide(({ outline, slide }) => {
    const calling = passagesWith(arrival, outline).filter(({ role }) => role !== "note");
    if (calling.length === 0) return [];
    const passages = passagesOf(outline).filter(({ role }) => role !== "note");
    const isStock = [...passages.map(({ text }) => text), ...slide.releases.map(({ dataset }) => dataset)].some((text) => stock.test(text));
    if (!isStock || slide.footnotes.some((note) => said.test(note))) return [];
    return calling.flatMap((passage) =>
      [...passage.text.matchAll(arrivals)].map(({ 0: word, index }) => ({
        span: passage.place(index, index + word.length),
        message: stockNamedFlow(word),
        slide: slide.id,
      })),
    );
  }),
};
