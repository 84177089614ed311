/** The ledgers of a deck's slides as one, in which each thing stands once. */

import type { Open } from "./book.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, LedgerPart, Ref, ReleaseEntry, StepEntry, TextEntry } from "./entries.ts";

/** Steps are numbered from 1 as they come: within the parts they have any names, the same for the same step. */
export function together(parts: readonly LedgerPart[]): LedgerPart {
  const figures = new Map<string, Open<FigureEntry>>();
  const texts = new Map<string, Open<TextEntry>>();
  const claims = new Map<string, Open<ClaimEntry>>();
  const steps = new Map<string, StepEntry>();
  const data = new Map<string, DatumEntry>();
  const releases = new Set<ReleaseEntry>();
  for (const part of parts) {
    for (const step of part.steps) if (!steps.has(step.key)) steps.set(step.key, step);
    for (const datum of part.data) {
      const known = data.get(datum.key);
      // One slide shows it as it stands, and so tells what it was; others only reckon with it.
      if (known === undefined || (known.earlier === undefined && datum.earlier !== undefined)) data.set(datum.key, datum);
    }
    for (const release of part.releases) releases.add(release);
    for (const figure of part.figures) add(figures, `${nameOf(figure.origin, figure.unit)} ${figure.format} ${figure.text}`, figure);
    for (const text of part.texts) add(texts, [text.text, text.expression, ...text.releases].join("\n"), text);
    for (const claim of part.claims)
      add(claims, [claim.text, claim.expression, ...claim.inputs.map((input) => nameOf(input, ""))].join("\n"), claim);
  }
  const numbers = new Map(Array.from(steps.keys(), (key, i) => [key, `s${i + 1}`]));
  const renamed = (ref: Ref): Ref => ("step" in ref ? { step: numbers.get(ref.step) ?? ref.step } : ref);
  return {
    figures: Array.from(figures.values(), (figure) => ({ ...figure, origin: renamed(figure.origin) })),
    texts: [...texts.values()],
    claims: Array.from(claims.values(), (claim) => ({ ...claim, inputs: claim.inputs.map(renamed) })),
    steps: Array.from(steps.values(), (step) => ({ ...step, key: numbers.get(step.key) ?? step.key, inputs: step.inputs.map(renamed) })),
    data: [...data.values()],
    releases: [...releases],
  };
}

function add<T extends FigureEntry | TextEntry | ClaimEntry>(all: Map<string, Open<T>>, key: string, entry: T): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, { ...entry, places: [...entry.places] });
  else known.places.push(...entry.places);
}

/** @param unit of a number that its author wrote, which tells it from others */
function nameOf(ref: Ref, unit: string): string {
  if ("step" in ref) return ref.step;
  return "datum" in ref ? ref.datum : `${ref.number} ${unit}`;
}
