/** The Stichtag of each observation, by the mapping's rule or by what somebody said when calling. */

import type { IsoDate } from "../../data/figure.ts";
import { error, type Diagnostic } from "../../source/diagnostic.ts";
import { noDayAfter, noStichtag, otherDayInFile, stichtagContradicts } from "../../source/messages/reading.ts";
import type { Mapping, TimeRule } from "../mapping.ts";
import type { TableHead } from "../table.ts";
import { dayAfter, daysIn, stichtagOf } from "./days.ts";

/** Text codes of time → Stichtage, each worked out once. */
export class Times {
  private readonly known = new Map<string, IsoDate | undefined>();
  private readonly of: string | undefined;

  constructor(rule: TimeRule) {
    this.of = rule.kind === "variable" ? rule.of : undefined;
  }

  dayOf(code: string): IsoDate | undefined {
    if (!this.known.has(code)) this.known.set(code, stichtagOf(code, this.of));
    return this.known.get(code);
  }

  /** All that were met. */
  get days(): readonly IsoDate[] {
    return [...new Set(this.known.values())].filter((day) => day !== undefined).toSorted();
  }
}

export interface TimesOfFile {
  /** Labels of the table's variables and of the categories that were taken. */
  readonly headings: readonly string[];
  /** Codes of its variables of time, as far as they were taken. */
  readonly times: readonly string[];
}

/**
 * The one Stichtag of a table whose variable of time is not read, or that has none. A day that the table names itself is
 * never overruled: then it is another file than the one the day was said of.
 *
 * @param said on the command line
 */
export function singleStichtag(
  head: TableHead,
  { headings, times }: TimesOfFile,
  mapping: Mapping,
  said: IsoDate | undefined,
  report: Diagnostic[],
): IsoDate | undefined {
  const day = dayByRule(head, headings, mapping, said, report);
  if (day === undefined) return undefined;
  const others = times.flatMap((code) => {
    const own = stichtagOf(code);
    // A year holds each of its days.
    const agrees = own === undefined || own === day || code.trim() === day.slice(0, 4);
    return agrees ? [] : [own];
  });
  if (others.length > 0) {
    const fault = said === undefined ? otherDayInFile(day, others) : stichtagContradicts(said, others);
    report.push(error(mapping.span, fault));
  }
  return day;
}

function dayByRule(
  head: TableHead,
  headings: readonly string[],
  { time, span }: Mapping,
  said: IsoDate | undefined,
  report: Diagnostic[],
): IsoDate | undefined {
  if (time.kind === "after") {
    const found = dayAfter(time.words, [...head.preamble, ...(head.title === undefined ? [] : [head.title]), ...headings]);
    if (found === undefined && said === undefined) report.push(error(span, noDayAfter(time.words, wordsBeforeDay(head.preamble))));
    if (found !== undefined && said !== undefined && found !== said) report.push(error(span, stichtagContradicts(said, [found])));
    return found ?? said;
  }
  // What somebody says of this file goes before what was once written down for all.
  const day = said ?? (time.kind === "day" ? time.day : undefined);
  if (day === undefined) report.push(error(span, noStichtag(wordsBeforeDay(head.preamble))));
  return day;
}

/**
 * The fewest words by which a rule `after` finds the day of these texts. Where there are several days, that of the words
 * `heading`, or the one that is called Stichtag or Gebietsstand; `undefined` where that leaves none or more than one.
 */
export function wordsBeforeDay(texts: readonly string[], heading?: string): string | undefined {
  const own = heading === undefined ? [] : texts.filter((text) => text.startsWith(heading) && daysIn(text).length > 0);
  const named = texts.filter((text) => /stichtag|gebietsstand/iu.test(text));
  for (const group of [texts, own, named]) {
    const days = new Set(group.flatMap((text) => daysIn(text).map(({ day }) => day)));
    const [only] = days;
    if (only === undefined || days.size > 1) continue;
    const words = group.map((text) => wordsIn(text, only, texts)).find((found) => found !== undefined);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** The fewest words before the first day of a text by which all texts together lead to that day. */
function wordsIn(text: string, day: IsoDate, texts: readonly string[]): string | undefined {
  const [first] = daysIn(text);
  if (first === undefined) return undefined;
  const words = text
    .slice(0, first.start)
    .replace(/[\s:=,;(]+$/u, "")
    .split(/\s+/u);
  for (let count = 1; count <= words.length; count++) {
    const candidate = words.slice(-count).join(" ");
    if (candidate.replaceAll(/[^\p{L}]/gu, "").length >= 4 && dayAfter(candidate, texts) === day) return candidate;
  }
  return undefined;
}
