/** What a kind's file makes of a chart, before it is a part of the package. */

import type { Mark } from "../../../scene/scene.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { DayStep } from "./days.ts";
import type { Grid } from "./grid.ts";
import type { Rect } from "./place.ts";
import type { Scale } from "./scale.ts";

export interface Plan {
  readonly grid: Grid;
  /** Inside of the axes' texts, px. */
  readonly plot: Rect;
  /** `c:barChart` and the like. */
  readonly charts: readonly XmlElement[];
  readonly axes: readonly XmlElement[];
  readonly legend?: XmlElement | undefined;
  /** What is drawn of an empty cell: nothing, or a line across. */
  readonly blanks: "gap" | "span";
  /** Marks of the browser's drawing that charts have no form for: drawn on top, inside of the chart. */
  readonly drawings: readonly Mark[];
  /** Some labels are words of their own and stay as they are when the data changes. */
  readonly fixedLabels: boolean;
  /** Of the axis of values, where neither end follows the data. */
  readonly ends?: Scale | undefined;
  /** What the axis of days cannot say: the day that its years or months stand for, days without a tick. */
  readonly days?: Pick<DayStep, "at" | "unnamed">;
}
