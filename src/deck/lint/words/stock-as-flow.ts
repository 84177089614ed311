/** "Zuwanderungsländer" over counts by citizenship. */

import { stockNamedFlow } from "../../../source/messages/lint-form.ts";
import { passagesOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { bySlide } from "../seen.ts";

const arrivals = /\b(?:zuwanderungs|einwanderungs|zuzugs|herkunfts)(?:länder|staaten|land)\p{L}*/giu;
const stock = /staatsangehörigkeit|bestand/iu;
const said = /nicht (?:die )?(?:zuzüge|zuwanderung|herkunft)|kein(?:e)? (?:zuzüge|zuwanderung|herkunft)/iu;

export const stockAsFlow: Rule = {
  severity: "warning",
  find: bySlide(({ outline, slide }) => {
    const passages = passagesOf(outline).filter(({ role }) => role !== "note");
    const isStock = [...passages.map(({ text }) => text), ...slide.releases.map(({ dataset }) => dataset)].some((text) => stock.test(text));
    if (!isStock || slide.footnotes.some((note) => said.test(note))) return [];
    return passages.flatMap((passage) =>
      [...passage.text.matchAll(arrivals)].map(({ 0: word, index }) => ({
        span: passage.place(index, index + word.length),
        message: stockNamedFlow(word),
        slide: slide.id,
      })),
    );
  }),
};
