/**
 * Keeps bound slides by all that they rest on: the outline, the settings, the day, the datasets that were read, and the
 * pictures, maps and slides that were asked for. What is told of a misspelt name rests on all names, and is not kept.
 */

import type { Outcome } from "../source/diagnostic.ts";
import type { BoundSlide } from "./bind.ts";
import { type BindScope, type Rests, stillHolds } from "./binder.ts";
import type { Slide } from "./model.ts";
import type { OutlineSlide } from "./outline.ts";
import type { Settings } from "./settings.ts";

interface Kept {
  readonly settings: Settings;
  readonly rests: Rests;
  readonly outcome: Outcome<Slide>;
}

/** A deck may be shown as of two days at once, say in the briefing and in a comparison: so many are kept of each slide. */
const most = 3;
const slides = new WeakMap<OutlineSlide, Kept[]>();

export function recall(outline: OutlineSlide, scope: BindScope): Outcome<Slide> | undefined {
  return slides.get(outline)?.find((kept) => kept.settings === scope.settings && stillHolds(kept.rests, scope))?.outcome;
}

export function keep(outline: OutlineSlide, scope: BindScope, { outcome, rests }: BoundSlide): void {
  if (rests.allNames) return;
  const kept = { settings: scope.settings, rests, outcome };
  slides.set(outline, [kept, ...(slides.get(outline) ?? [])].slice(0, most));
}
