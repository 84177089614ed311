/** Changes by dataset, as a list tells them: the dataset's own first, its numbers below it. */

import type { Changes, DatasetChange, FigureChange } from "./changes.ts";

export interface Group {
  /** Id; "" for what is worked out from several. */
  readonly dataset: string;
  readonly title: string;
  /** As decks see the dataset: mostly one. */
  readonly data: readonly DatasetChange[];
  readonly figures: readonly FigureChange[];
}

/** Those with numbers on slides first, in the order of the slides; of each first what came in, then what was worked out. */
export function groupsOf({ figures, datasets }: Changes): readonly Group[] {
  const ids = [...new Set([...figures.flatMap((figure) => homeOf(figure) || []), ...datasets.map(({ dataset }) => dataset)])];
  const groups = ids.map((id): Group => {
    const data = datasets.filter(({ dataset }) => dataset === id);
    const own = figures.filter((figure) => homeOf(figure) === id);
    return { dataset: id, title: data[0]?.title ?? id, data, figures: own.toSorted((a, b) => weightOf(a) - weightOf(b)) };
  });
  const several = figures.filter((figure) => homeOf(figure) === "").toSorted((a, b) => weightOf(a) - weightOf(b));
  return several.length === 0 ? groups : [...groups, { dataset: "", title: "", data: [], figures: several }];
}

/** The dataset of a number; "" where there are several. */
function homeOf({ datasets }: FigureChange): string {
  const [only = ""] = datasets;
  return datasets.length === 1 ? only : "";
}

/** Values of the data before what was worked out of them; what looks the same as before (7,7 % and 7,7 %) comes last. */
function weightOf({ expression, before, after }: FigureChange): number {
  if (before.text === after.text) return 2;
  return isReference(expression) ? 0 : 1;
}

/** A dataset and its keys, perhaps of a day: `einwohner.landkreis`, `orte["Bad Bühl"] @ 2019-12-31`. */
function isReference(expression: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*|\["[^"]*"\])*(?: *@ *[\w-]+)?$/u.test(expression);
}
