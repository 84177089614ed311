/**
 * The list of changes as JSON, for other programs. `schema` names its form, which is that of {@link Changes} (see there
 * for what each field means); fields may be added to it, and where one changes its meaning the number rises.
 */

import { positionAt } from "../../source/source.ts";
import type { Changes } from "./changes.ts";

export const schema = "stichtag-changes/1";

/** Indented by two blanks, without a line break at the end. */
export function jsonOf(changes: Changes): string {
  const decks = changes.decks.map(({ id, before, after, newSlides, goneSlides, faults }) => ({
    id,
    before,
    after,
    newSlides,
    goneSlides,
    // A diagnostic holds its whole file.
    faults: faults.map(({ message, span }) => ({ ...message, file: span.source.path, ...positionAt(span.source, span.start) })),
  }));
  const { before, after, figures, appeared, vanished, sentences, texts, datasets, otherDatasets } = changes;
  return JSON.stringify(
    { schema, before, after, decks, sentences, figures, appeared, vanished, texts, datasets, otherDatasets },
    undefined,
    2,
  );
}
