/** Counts of one kind from different days, one below the other, and no day beside them: each borrows its neighbour's. */

import { germanDate } from "../../../data/calendar.ts";
import { onlyDay } from "../../../data/figure.ts";
import { daysUnnamed } from "../../../source/messages/lint-form.ts";
import { type Entry, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";
import { blocksOf, bySlide, isOfSeveralDays, tablesOf } from "../seen.ts";
import { plainText } from "../../plain-text.ts";

export const unnamedDays: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    if (!isOfSeveralDays(slide)) return [];
    const notes = new Set(slide.notes);
    const beside = [
      ...slide.footnotes,
      ...tablesOf(slide).map(({ caption, columns }) => [caption, ...columns.map(({ header }) => header)].map(plainText).join(" ")),
    ].join("\n");
    return blocksOf(slide)
      .filter((block) => !notes.has(block))
      .flatMap((block) => {
        const counted = entriesOf(block).flatMap(ofOneDay);
        for (const unit of new Set(counted.map((entry) => entry.unit))) {
          const alike = counted.filter((entry) => entry.unit === unit);
          const days = [...new Set(alike.map(({ day }) => day))].toSorted();
          const lacking = alike.find(({ text, day }) => !text.includes(germanDate(day)) && !beside.includes(germanDate(day)));
          if (days.length > 1 && lacking !== undefined) {
            return [{ span: block.span, message: daysUnnamed(days.map(germanDate), germanDate(lacking.day)), slide: slide.id }];
          }
        }
        return [];
      });
  }),
};

/** Of numbers worked out of several days a footnote tells by itself. */
function ofOneDay({ text, figures }: Entry): readonly { readonly text: string; readonly unit: string; readonly day: string }[] {
  return figures.flatMap((figure) => {
    const day = onlyDay([figure]);
    return day === undefined || figure.unit === "" ? [] : [{ text, unit: figure.unit, day }];
  });
}
