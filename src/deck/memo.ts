/**
 * Keeps bound slides by all that they rest on: the outline, the settings, the day, the datasets that were read, and the
 * pictures, maps and slides that were asked for. What is told of a misspelt name rests on all names, and is not kept.
 */

import type { BoundSlide } from "./bind.ts";
import { type BindScope, stillHolds } from "./binder.ts";
import type { OutlineSlide } from "./outline.ts";
import type { Settings } from "./settings.ts";

interface Kept {
  readonly settings: Settings;
  readonly bound: BoundSlide;
}

/** A deck may be shown as of two days at once, say in the briefing and in a comparison: so many are kept of each slide. */
const most = 3;
const slides = new WeakMap<OutlineSlide, Kept[]>();

export function recall(outline: OutlineSlide, scope: BindScope): BoundSlide | undefined {
  return slides.get(outline)?.find((kept) => kept.settings === scope.settings && stillHolds(kept.bound.rests, scope))?.bound;
}

export function keep(outline: OutlineSlide, scope: BindScope, bound: BoundSlide): void {
  if (bound.rests.allNames) return;
  const kept = { settings: scope.settings, bound };
  slides.set(outline, [kept, ...(slides.get(outline) ?? [])].slice(0, most));
}
