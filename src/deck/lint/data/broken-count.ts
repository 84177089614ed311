/** 82,8 people. */

import { type Figure, isMissing } from "../../../data/figure.ts";
import { brokenCount } from "../../../source/messages/lint-form.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, figuresIn, sightingsOf } from "../seen.ts";

const whole =
  /^(?:personen|menschen|einwohner(?:innen und einwohner)?|kinder|fälle|haushalte|kommunen|gemeinden|schülerinnen und schüler)$/iu;

/** Of what is worked out (a mean, a density) fractions are right. */
export const brokenCountRule: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    if (!figuresIn(slide).some(isBroken)) return [];
    return sightingsOf(slide).flatMap(({ figure, span }): readonly Finding[] => {
      if (figure === undefined || !isBroken(figure)) return [];
      return [{ span, message: brokenCount(`${figure.text} ${figure.unit}`), slide: slide.id }];
    });
  }),
};

function isBroken({ value, unit, origin }: Figure): boolean {
  return origin.kind === "datum" && !isMissing(value) && !Number.isInteger(value) && whole.test(unit);
}
