/** Alternative texts that are there and say nothing; one that is missing is an error where the slide is bound. */

import { alternativeSaysNothing } from "../../../source/messages/lint-charts.ts";
import { titleSpan } from "../../fit-check.ts";
import { visitSlide } from "../../figures.ts";
import type { Picture } from "../../model.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide } from "../seen.ts";

export const slideWithoutAlt: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    const { source, start, end } = slide.span;
    const sign = source.text.indexOf("![", start);
    if (sign < 0 || sign >= end) return [];
    const found: Finding[] = [];
    visitSlide(slide, {
      figure: () => undefined,
      image: (picture) => {
        if (saysNothing(picture))
          found.push({ span: titleSpan(slide.span), message: alternativeSaysNothing(picture.alternative), slide: slide.id });
      },
    });
    return found;
  }),
};

/** The file's name, or only that it is a picture: "IMG_2031.jpg", "Bild 3", "Foto". */
function saysNothing({ alternative, address }: Picture): boolean {
  const words = alternative.trim();
  const file = address.slice(address.lastIndexOf("/") + 1);
  return (
    words.localeCompare(file, "de", { sensitivity: "base" }) === 0 ||
    words.localeCompare(file.replace(/\.\w+$/u, ""), "de", { sensitivity: "base" }) === 0 ||
    /^\S+\.(?:png|jpe?g|gif|svg|webp)$/iu.test(words) ||
    /^(?:ein )?(?:bild|foto|grafik|abbildung|abb\.|logo|symbolbild|platzhalter|image|picture|screenshot)\s*\d*\.?$/iu.test(words)
  );
}
