/** Whether numbers are news: those of an earlier release under a new day are mostly an old file, or a day said wrongly. */

import { error } from "../../source/diagnostic.ts";
import { valuesOfBefore } from "../../source/messages/acceptance.ts";
import { germanDate } from "../calendar.ts";
import type { Level } from "../dataset.ts";
import { isMissing } from "../figure.ts";
import type { Findings, Subject } from "./evaluate.ts";
import { cellAt, leavesOf } from "./level.ts";

/** Fewer numbers may well stay the same. */
const fewest = 5;
const alike = 0.9;

export function checkRepeat({ stichtag, values, before }: Subject, { objections }: Findings): void {
  // A revision is mostly what it revises; of each Stichtag the first is the newest that is known.
  const earlier = before.filter((one, index) => one.stichtag !== stichtag && before[index - 1]?.stichtag !== one.stichtag);
  const [last, beforeLast] = earlier;
  // Areas hardly ever change: where the last two releases are alike, a third one may be.
  if (last === undefined || (beforeLast !== undefined && repeated(last.values, beforeLast.values) !== undefined)) return;
  for (const release of earlier) {
    const found = repeated(values, release.values);
    if (found === undefined) continue;
    const place = leavesOf(values)[0]?.value.span ?? values.span;
    objections.push(error(place, valuesOfBefore(found.same, found.of, germanDate(release.stichtag))));
    return;
  }
}

/** @returns how many numbers are those of the other, where they nearly all are; zeros and symbols prove nothing */
function repeated(values: Level, other: Level): { readonly same: number; readonly of: number } | undefined {
  let [same, of] = [0, 0];
  for (const { path, value } of leavesOf(values)) {
    if (isMissing(value.value) || value.value === 0) continue;
    of++;
    const former = cellAt(other, path);
    if (former?.kind === "value" && former.value === value.value) same++;
  }
  return of >= fewest && same >= of * alike ? { same, of } : undefined;
}
