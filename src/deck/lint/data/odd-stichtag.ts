/** A regular statistic on a day that no regular statistic has: mostly the day on which somebody looked it up. */

import { addMonths, daysBetween, germanDate } from "../../../data/calendar.ts";
import { oddStichtag } from "../../../source/messages/lint-form.ts";
import type { Finding, Rule } from "../rule.ts";

export const oddStichtagRule: Rule = {
  severity: "warning",
  find: ({ slides, data }) => {
    const found: Finding[] = [];
    for (const release of new Set(slides.flatMap(({ slide }) => slide.releases))) {
      const dataset = data.get(release.dataset);
      const { stichtag, provenance, notes } = release;
      // What comes from elsewhere, or is explained, is not of the statistic's own rhythm.
      if (dataset?.rhythm === undefined || provenance !== dataset.provenance || notes.length > 0 || release.break !== undefined) continue;
      if (daysBetween(stichtag, addMonths(`${stichtag.slice(0, 7)}-01`, 1)) === 1) continue;
      found.push({ span: release.span, message: oddStichtag(dataset.id, germanDate(stichtag)) });
    }
    return found;
  },
};
