/** 82,8 people. */

import { isMissing } from "../../../data/figure.ts";
import { brokenCount } from "../../../source/messages/lint-form.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, sightingsOf } from "../seen.ts";

const whole =
  /^(?:personen|menschen|einwohner(?:innen und einwohner)?|kinder|fälle|haushalte|kommunen|gemeinden|schülerinnen und schüler)$/iu;

/** Of what is worked out (a mean, a density) fractions are right. */
export const brokenCountRule: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    const found: Finding[] = [];
    for (const { quantity, figure, span } of sightingsOf(slide)) {
      const { value, unit, origin } = quantity;
      if (figure === undefined || origin.kind !== "datum" || isMissing(value) || Number.isInteger(value) || !whole.test(unit)) continue;
      found.push({ span, message: brokenCount(`${figure.text} ${unit}`), slide: slide.id });
    }
    return found;
  }),
};
