/** How a `dataset.yaml` would have a table: YAML to paste. What the table does not decide stands in a comment. */

import type { Data, Dataset } from "../../data/dataset.ts";
import { type Language, printable } from "../../source/diagnostic.ts";
import type { Inspection } from "./inspection.ts";
import { fittedMapping } from "./proposal/fit.ts";
import { wholeDataset } from "./proposal/whole.ts";
import type { Say } from "./proposal/words.ts";

export interface ProposalContext {
  /** The project's datasets: what they call their territories, the proposal calls them too. */
  readonly data: Data;
  /** The dataset that the table is for; absent: a new one is proposed. */
  readonly dataset?: Dataset;
  /** Of the comments; what an audience reads is German. */
  readonly language: Language;
}

/** @returns the text of a whole `dataset.yaml`, or of the field `update:` of the dataset named; ends with a line break */
export function proposal(inspection: Inspection, { data, dataset, language }: ProposalContext): string {
  const say: Say = (words) => words[language];
  return printable(dataset === undefined ? wholeDataset(inspection, data, say) : fittedMapping(inspection, dataset, data, say));
}
