/** What a kind's file makes of a chart, before it is a part of the package. */

import type { IsoDate } from "../../../data/figure.ts";
import type { Mark } from "../../../scene/scene.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { Grid } from "./grid.ts";
import type { Rect } from "./place.ts";

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
  /** Days of the chart that no tick of its axis names. */
  readonly unnamed?: readonly IsoDate[];
}
