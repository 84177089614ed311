/** Numbers that rest on the newest release there is, where a newer one should be there. */

import { releasesSeen } from "../../../data/asof.ts";
import { germanDate } from "../../../data/calendar.ts";
import type { Dataset, Release } from "../../../data/dataset.ts";
import { missedBy, nextAfter } from "../../../data/due.ts";
import { dataOf, type Datum, type IsoDate } from "../../../data/figure.ts";
import { staleRelease } from "../../../source/messages/lint-data.ts";
import { labelOf } from "../../naming.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";
import { sightingsOf } from "../seen.ts";

/** Each dataset, or each key of a partial one, is told once: on the first slide that shows it. */
export const staleReleaseRule: Rule = {
  severity: "warning",
  find: (input) => {
    const found: Finding[] = [];
    const told = new Set<string>();
    const day = reckoningDay(input);
    const known = new Map<Release, boolean>();
    const isLate = (release: Release): boolean => {
      let late = known.get(release);
      if (late === undefined) {
        const rhythm = input.data.get(release.dataset)?.rhythm;
        known.set(release, (late = rhythm !== undefined && missedBy(release.stichtag, rhythm, day) > 0));
      }
      return late;
    };
    for (const { slide } of input.slides) {
      if (!slide.releases.some((release) => isLate(release) && !told.has(release.dataset))) continue;
      for (const { quantity, role, span } of sightingsOf(slide)) {
        if (role === "note") continue;
        for (const datum of dataOf(quantity)) {
          const { dataset, release, path } = datum;
          const key = keyOf(datum);
          if (dataset.rhythm === undefined || told.has(key) || !isLate(release)) continue;
          if (release.stichtag !== newestOf(dataset, path[0], input)) continue;
          told.add(key);
          const { next, expected } = nextAfter(release.stichtag, dataset.rhythm);
          const name = dataset.coverage === "partial" ? `${dataset.title}, ${labelOf(dataset, path[0] ?? "")},` : dataset.title;
          const message = staleRelease(name, germanDate(release.stichtag), germanDate(next), germanDate(expected));
          found.push({ span, message, slide: slide.id });
        }
      }
    }
    return found;
  },
};

/** A deck as of a past day could know what was known then; one of the newest data, what is known today. */
function reckoningDay({ view, today }: LintInput): IsoDate {
  return view.latest === true || view.knownOn > today ? today : view.knownOn;
}

function keyOf({ dataset, path }: Datum): string {
  return dataset.coverage === "partial" ? `${dataset.id}\n${path[0]}` : dataset.id;
}

const newest = new WeakMap<Dataset, Map<string, IsoDate | undefined>>();

/** An older day than this was asked for by its author. */
function newestOf(dataset: Dataset, key: string | undefined, { view }: LintInput): IsoDate | undefined {
  const question = `${view.asOf} ${view.knownOn} ${key}`;
  const answers = newest.get(dataset) ?? new Map<string, IsoDate | undefined>();
  newest.set(dataset, answers);
  if (!answers.has(question)) {
    const having = releasesSeen(view, dataset).filter(
      ({ values }) => dataset.coverage === "complete" || (key !== undefined && values.cells.has(key)),
    );
    answers.set(question, having.at(-1)?.stichtag);
  }
  return answers.get(question);
}
