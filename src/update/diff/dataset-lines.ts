/** What is different in a dataset, a line each. */

import { germanDate } from "../../data/calendar.ts";
import type { DatasetChange } from "./changes.ts";
import type { DiffWords } from "./words.ts";

/** Names beyond which a line counts them. */
const most = { days: 4, keys: 6 };

/** ": 01.07.2017 → 31.12.2025". */
export function daysOf(data: readonly DatasetChange[], words: DiffWords): string {
  const [first] = data;
  if (first === undefined || data.length > 1) return "";
  const { before, after } = first;
  if (before === undefined) return after === undefined ? "" : `: ${germanDate(after)} (${words.newDataset})`;
  if (after === undefined) return `: ${germanDate(before)} (${words.goneDataset})`;
  return before === after ? `: ${germanDate(after)}` : `: ${germanDate(before)} → ${germanDate(after)}`;
}

/** @param withValues whether no slide shows any of its numbers, so that it is told how many differ */
export function datasetLines(change: DatasetChange, withValues: boolean, words: DiffWords): readonly string[] {
  const { newDays, goneDays, revisions, breaks, newKeys, goneKeys, status, quality, values, accepted, before, after } = change;
  const many = newDays.length > 1 || (newDays.length === 1 && newDays[0] !== after);
  return [
    ...(many && before !== undefined ? [`${words.newDays}: ${listed(newDays.map(germanDate), most.days)}`] : []),
    ...(goneDays.length > 0 && after !== undefined ? [`${words.goneDays}: ${listed(goneDays.map(germanDate), most.days)}`] : []),
    ...revisions.map(
      ({ day, knownOn }) =>
        `${words.revised} ${germanDate(day)}${knownOn === undefined ? "" : ` (${words.knownOn} ${germanDate(knownOn)})`}`,
    ),
    ...(status === undefined ? [] : [`${status.before} → ${status.after}`]),
    ...(withValues && values.common > 0 ? [words.valuesChanged(values.changed, values.common)] : []),
    ...breaks.map(({ day, reason }) => `${words.breakOf} ${germanDate(day)}: ${reason}`),
    ...(newKeys.length === 0 ? [] : [`${words.newKeys}: ${listed(newKeys, most.keys)}`]),
    ...(goneKeys.length === 0 ? [] : [`${words.goneKeys}: ${listed(goneKeys, most.keys)}`]),
    ...quality.map(
      (one) =>
        `${words.quality}: ${one.before || words.plainQuality} → ${one.after || words.plainQuality} (${listed(one.labels, most.keys)})`,
    ),
    ...accepted.map((sentence) => `${words.accepted}: ${sentence}`),
  ];
}

function listed(names: readonly string[], count: number): string {
  return names.length <= count ? names.join(", ") : `${names.slice(0, count).join(", ")} … (${names.length})`;
}
