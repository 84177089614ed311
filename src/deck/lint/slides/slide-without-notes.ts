/** Slides with nothing to say beside them. */

import { slideWithoutNotes } from "../../../source/messages/lint-charts.ts";
import { titleSpan } from "../../fit-check.ts";
import type { Rule } from "../rule.ts";
import { bySlide } from "../seen.ts";

export const slideWithoutNotesRule: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) =>
    slide.notes.length > 0 ? [] : [{ span: titleSpan(slide.span), message: slideWithoutNotes(), slide: slide.id }],
  ),
};
