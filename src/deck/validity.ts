/** From which day on, and until which, a slide belongs to its deck: sentences of 2017 need not be said of other numbers. */

import { day, fieldsOf, type Fields } from "../data/fields.ts";
import type { IsoDate } from "../data/figure.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { validityReversed } from "../source/messages/deck.ts";
import type { OutlineSlide } from "./outline.ts";

/** Reads the fields `from` (first day) and `until` (first day no more) of a slide's front matter, and says what is wrong with them. */
export function readValidity(fields: Fields, report: Diagnostic[]): { readonly from?: IsoDate; readonly until?: IsoDate } {
  const from = fields.optional("from", day);
  const until = fields.optional("until", day);
  const place = fields.entry("until")?.value.span;
  if (from !== undefined && until !== undefined && until <= from && place !== undefined)
    report.push(error(place, validityReversed(from, until)));
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** Whether the slide belongs to a deck as of the day. One whose fields have faults does: they are told when it is bound. */
export function isValidOn({ settings }: OutlineSlide, asOf: IsoDate): boolean {
  const fields = settings && fieldsOf(settings, []);
  if (fields === undefined) return true;
  const faults: Diagnostic[] = [];
  const { from, until } = readValidity(fields, faults);
  return faults.length > 0 || ((from === undefined || from <= asOf) && (until === undefined || asOf < until));
}
