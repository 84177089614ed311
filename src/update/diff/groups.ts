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

/** Those with numbers on slides first, in the order of the slides. */
export function groupsOf({ figures, datasets }: Changes): readonly Group[] {
  const ids = [...new Set([...figures.flatMap((figure) => homeOf(figure) || []), ...datasets.map(({ dataset }) => dataset)])];
  const groups = ids.map((id): Group => {
    const data = datasets.filter(({ dataset }) => dataset === id);
    const own = figures.filter((figure) => homeOf(figure) === id);
    return { dataset: id, title: data[0]?.title ?? id, data, figures: own };
  });
  const several = figures.filter((figure) => homeOf(figure) === "");
  return several.length === 0 ? groups : [...groups, { dataset: "", title: "", data: [], figures: several }];
}

/** The dataset of a number; "" where there are several. */
function homeOf({ datasets }: FigureChange): string {
  const [only = ""] = datasets;
  return datasets.length === 1 ? only : "";
}
