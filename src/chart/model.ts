/**
 * The meaning of a chart: kind, categories, series of figures, resolved colours. No geometry of the page:
 * scenes are derived from it (`layout.ts`), native PowerPoint charts and data tables too.
 */

import type { Figure, IsoDate } from "../data/figure.ts";
import type { Shape } from "../data/geometry.ts";
import type { Span } from "../source/source.ts";
import type { ColourName } from "../../theme/tokens.ts";

export type Chart = CategoryChart | PartsChart | TimeChart | MapChart | ProgressChart | HubChart | NetworkChart | TimelineChart;
export type ChartKind = Chart["kind"];
export type { Shape };

export interface ChartBase {
  /** Unique in the deck and stable while its slide's other charts keep their order. */
  readonly id: string;
  /** Names the chart: the heading for a screen reader and of the data table. German, plain text. */
  readonly title: string;
  /** What is drawn above the marks: unit, Stichtag. */
  readonly subtitle?: string;
  /** One German sentence made from the data: the alternative text. */
  readonly summary: string;
  /** What the categories, parts or areas are, German singular ("Staatsangehörigkeit"): heads their column of the data table. */
  readonly keyName?: string;
  /** What must be printed with the drawing, e.g. the licence line of a map. */
  readonly credits: readonly Credit[];
  readonly span: Span;
}

export interface Credit {
  readonly text: string;
  readonly address?: string;
}

export interface Category {
  readonly key: string;
  readonly label: string;
  /** `highlight`: the one thing to see; `rest`: gathered remainder ("Übrige"), drawn grey and last. */
  readonly role: "plain" | "highlight" | "rest";
}

/** One figure for each category, in the categories' order; a missing value is a figure with a symbol as text. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly colour: ColourName;
  readonly values: readonly Figure[];
}

/** Bars (horizontal), columns (vertical), grouped, stacked and stacked to 100 %. */
export interface CategoryChart extends ChartBase {
  readonly kind: "bar" | "column" | "grouped" | "stacked" | "percent";
  readonly orientation: "horizontal" | "vertical";
  readonly categories: readonly Category[];
  /** Exactly one in `bar` and `column`. */
  readonly series: readonly Series[];
  readonly unit: string;
}

/** Parts of one whole. The shares are figures of their own, so that they can be asked. */
export interface PartsChart extends ChartBase {
  readonly kind: "donut" | "waffle";
  readonly parts: readonly { readonly category: Category; readonly colour: ColourName; readonly figure: Figure; readonly share: Figure }[];
  readonly whole: Figure;
}

/** Values over Stichtage. A series has `undefined` where it has no release for a day. */
export interface TimeChart extends ChartBase {
  readonly kind: "line" | "area" | "slope";
  /** Ascending; drawn at true distances. */
  readonly days: readonly IsoDate[];
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly colour: ColourName;
    readonly values: readonly (Figure | undefined)[];
  }[];
  /** Days before which the series cannot be compared: no line is drawn into such a day. */
  readonly breaks: readonly { readonly day: IsoDate; readonly reason: string }[];
  readonly unit: string;
}

export interface MapChart extends ChartBase {
  readonly kind: "choropleth";
  readonly areas: readonly {
    readonly key: string;
    readonly label: string;
    readonly shape: Shape;
    readonly figure: Figure;
    readonly highlight: boolean;
  }[];
  /** Drawn in the ground's tone: neighbouring districts. */
  readonly surroundings: readonly { readonly label: string; readonly shape: Shape }[];
  /** Classes of round numbers, lowest first: `from <= value < to`, the last including `to`. */
  readonly classes: readonly { readonly from: number; readonly to: number; readonly label: string; readonly colour: ColourName }[];
  readonly unit: string;
}

/** A part reached of a whole, e.g. 344 of 515. */
export interface ProgressChart extends ChartBase {
  readonly kind: "progress";
  readonly value: Figure;
  readonly whole: Figure;
  readonly share: Figure;
  /** What is still open: whole − value. */
  readonly open: Figure;
  readonly labels: { readonly value: string; readonly whole: string; readonly open: string };
}

export interface HubChart extends ChartBase {
  readonly kind: "hub";
  readonly centre: string;
  readonly spokes: readonly { readonly label: string; readonly highlight: boolean }[];
}

export interface NetworkChart extends ChartBase {
  readonly kind: "network";
  readonly centre: string;
  readonly groups: readonly { readonly label: string; readonly colour: ColourName; readonly members: readonly string[] }[];
}

export interface TimelineChart extends ChartBase {
  readonly kind: "timeline";
  readonly events: readonly {
    readonly day: IsoDate;
    /** The day as shown: "14.04.2014". */
    readonly date: string;
    readonly label: string;
    readonly highlight: boolean;
  }[];
}

/** A chart that the audience can switch: the same question in several measures (count, share). At least one view. */
export interface ChartViews {
  readonly views: readonly { readonly label: string; readonly chart: Chart }[];
}
