/** Stocks, flows and targets in one list. Known by their words: data say of none what kind it is. */

import { kindsMixed } from "../../../source/messages/lint-form.ts";
import { entriesOf, mentions } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";
import { blocksOf, bySlide } from "../seen.ts";
import { remembered } from "../words/sentence.ts";

const flow =
  /abschiebung|ausreise|einreise|(?<!be)(?:zu|fort|weg|um)züge|zugänge|abgänge|geburten|geborene|sterbefälle|gestorbene|einbürgerung|zuwächse/iu;
const target = /quote|\bsoll(?:zahl|wert)?\b|zielzahl|zielwert|kontingent/iu;
/** What all words of the two have in them, and few other words. */
const sign = new RegExp(`${flow.source}|quote|soll|zielzahl|zielwert|kontingent`, "iu");
const hasSign = remembered((text) => sign.test(text));

export const mixedKinds: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    const notes = new Set(slide.notes);
    return blocksOf(slide)
      .filter((block) => !notes.has(block) && mentions(block, hasSign))
      .flatMap((block): readonly Finding[] => {
        const counted = entriesOf(block).filter(({ text, figures }) => figures.length > 0 || /\d/u.test(text));
        const labels = counted.map(({ text }) => text.replace(/[\d.,\s:–-]+$/u, ""));
        const [aFlow, aTarget] = [labels.find((label) => flow.test(label)), labels.find((label) => target.test(label))];
        const stock = labels.find((label) => !flow.test(label) && !target.test(label));
        if (stock === undefined || (aFlow === undefined && aTarget === undefined)) return [];
        const named = { stock, ...(aFlow !== undefined && { flow: aFlow }), ...(aTarget !== undefined && { target: aTarget }) };
        return [{ span: block.span, message: kindsMixed(named), slide: slide.id }];
      });
  }),
};
