/** The field `stichtag:` of a mapping: where the day stands that the values hold for. */

import { isDay } from "../../data/calendar.ts";
import { fieldsOf, text, type Reader } from "../../data/fields.ts";
import { error } from "../../source/diagnostic.ts";
import { missingField } from "../../source/messages/fields.ts";
import { notADayOfYear } from "../../source/messages/bound-blocks.ts";
import { notAStichtagRule, stichtagRuleMixed } from "../../source/messages/mapping.ts";
import type { TimeRule } from "../mapping.ts";
import { dayIn } from "./days.ts";

/** A day, a variable's name, `{ after: words }` or `{ variable, of: 06-30 }`. */
export const timeRule: Reader<TimeRule> = (value, report) => {
  if (value.kind === "scalar") {
    const written = text(value, report)?.trim();
    if (written === undefined) return undefined;
    if (isDay(written)) return { kind: "day", day: written };
    if (/\p{L}/u.test(written) && dayIn(written) === undefined) return { kind: "variable", variable: written };
    report.push(error(value.span, notAStichtagRule(written, dayIn(written))));
    return undefined;
  }
  const fields = fieldsOf(value, report);
  if (fields === undefined) return undefined;
  const after = fields.optional("after", text);
  const variable = fields.optional("variable", text);
  const of = fields.optional("of", dayOfYear);
  fields.done();
  if (after !== undefined && (variable !== undefined || of !== undefined)) report.push(error(value.span, stichtagRuleMixed()));
  if (after !== undefined) return { kind: "after", words: after };
  if (variable === undefined && of === undefined) {
    if (!fields.has("of") && !fields.has("after")) report.push(error(value.span, missingField("variable")));
    return undefined;
  }
  return { kind: "variable", ...(variable === undefined ? {} : { variable }), ...(of === undefined ? {} : { of }) };
};

/** `06-30`: a day that every year has. */
const dayOfYear: Reader<string> = (value, report) => {
  const written = text(value, report);
  if (written === undefined || isDay(`2023-${written}`)) return written;
  report.push(error(value.span, notADayOfYear(written)));
  return undefined;
};
