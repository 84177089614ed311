/** What is found in a file that came back. Plain values; `source/messages/audit.ts` puts them into words. */

import type { IsoDate } from "../../../data/figure.ts";
import type { AuditKind } from "../../../source/messages/audit.ts";
import type { UnitRole } from "./content.ts";
import type { RecordedFigure } from "./record.ts";

export type FindingKind = AuditKind;

/** These say that nothing is wrong: what is gone, moved or rounded may be so on purpose. */
export const harmlessKinds: ReadonlySet<FindingKind> = new Set([
  "figure-rounded",
  "figure-gone",
  "figure-moved",
  "chart-gone",
  "slide-added",
  "slide-hidden",
  "slide-removed",
]);

export interface Finding {
  readonly kind: FindingKind;
  /** In the file, from 1; of a slide that is gone, none. */
  readonly slide?: number;
  /** Of the slide. */
  readonly title: string;
  /** The slide's id in the project, where it is one of ours. */
  readonly slideId?: string;
  readonly shape?: string;
  readonly role?: UnitRole;
  /** The line, row or alternative text in which it stands now. */
  readonly line?: string;
  /** What stands there now, in its own words. */
  readonly found?: string;
  /** What was written there. */
  readonly written?: string;
  readonly figure?: RecordedFigure;
  /** Of a chart: the series and category. */
  readonly at?: string;
  /** Of a claim. */
  readonly condition?: string;
  /** What the numbers say of that condition now, in German; absent where nothing is known of it. */
  readonly said?: readonly string[];
  /** What the data say, as of the file's day and now; absent where the project shows no such figure any more. */
  readonly past?: Told;
  readonly present?: Told;
  /** Of something that was moved: the id of its slide. */
  readonly from?: string;
  /** How many figures stood on a slide that is gone. */
  readonly count?: number;
}

/** What the data say of a figure. */
export interface Told {
  readonly text: string;
  readonly value?: number;
  /** Titles, providers and tables of what it rests on. */
  readonly sources: readonly string[];
  /** Newest first. */
  readonly stichtage: readonly IsoDate[];
}
