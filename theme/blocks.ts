/**
 * How blocks are set by what they hold: sizes, rows and columns in px. CSS (`deck.css` by variables), the check that
 * content fits and PowerPoint read the same measures here.
 */

import { measure, space, text, type TextStyle } from "./tokens.ts";

/** Kinds of `Block` in `src/deck/model.ts` that keep another distance than the rest. */
type BlockKind = "heading" | "figures" | "chart" | "table" | (string & {});

/** px between two blocks of a region that stand under each other. */
export function gapBetween(above: BlockKind, below: BlockKind): number {
  if (above === "heading") return space.afterHeading;
  if (above === "figures" || below === "figures") return space.aroundFigures;
  if (below === "heading") return space.beforeHeading;
  return [above, below].some((kind) => kind === "chart" || kind === "table") ? space.aroundCharts : space.block;
}

export interface TableMeasures {
  readonly style: TextStyle;
  readonly cell: { readonly x: number; readonly y: number };
  /** Of a row with one line of text, with its hairline. */
  readonly row: number;
  readonly dense: boolean;
}

/** Tables of more rows than this, the header among them, are set dense. */
export const roomyRows = 9;

/** @param rows with the header and a total */
export function tableMeasures(rows: number): TableMeasures {
  const dense = rows > roomyRows;
  const style = dense ? text.dense : text.table;
  const cell = dense ? space.denseCell : space.cell;
  return { style, cell, row: style.line + 2 * cell.y, dense };
}

/** Tables of at least so many columns take a region's full width; others are no wider than text, so that rows stay readable. */
export const wideColumns = 5;

/**
 * px, at most.
 *
 * @param columns their number
 * @param wide whether it takes a region's width whatever its columns: so that tables that follow each other have one width
 */
export function tableWidth(columns: number, region: number, wide: boolean = false): number {
  return wide || columns >= wideColumns ? region : Math.min(region, measure);
}

export interface FiguresMeasures {
  /** Figures side by side. */
  readonly columns: number;
  /** `columns`: each group is a column under its name; `rows`: groups stand under each other. */
  readonly groups: "columns" | "rows" | "none";
  /** Rows of figures under each other; a stack of groups is counted through. */
  readonly rows: number;
  readonly size: FigureSize;
  readonly number: TextStyle;
  readonly label: TextStyle;
  readonly detail: TextStyle;
  /** A group's name. */
  readonly group: TextStyle;
  /** Between columns, and between rows. */
  readonly gap: { readonly x: number; readonly y: number };
  /** Between a group's name and its first row. */
  readonly groupGap: number;
}
export type FigureSize = "large" | "medium" | "small";

/** Narrowest column of key figures, px. */
const narrowest = 176;

const numbers = {
  large: { size: 80, line: 88, weight: 700 },
  medium: { size: 56, line: 64, weight: 700 },
  small: { size: 40, line: 48, weight: 700 },
} as const;

/**
 * How key figures stand in a region.
 *
 * @param groups number of figures in each group, in order; one number where there are no groups
 * @param named whether the groups have names
 * @param width of the region
 */
export function figuresMeasures(groups: readonly number[], named: boolean, width: number): FiguresMeasures {
  const gapX = 32;
  const fitting = Math.max(1, Math.floor((width + gapX) / (narrowest + gapX)));
  const most = Math.max(1, ...groups);
  const sideBySide = named && groups.length > 1 && groups.length <= Math.min(4, fitting) && groups.every((n) => n === most);
  const columns = sideBySide ? groups.length : Math.min(fitting, ideal(most));
  const rows = sideBySide ? most : groups.reduce((sum, n) => sum + Math.ceil(n / columns), 0);
  const columnWidth = (width - (columns - 1) * gapX) / columns;
  const size: FigureSize = rows === 1 && columnWidth >= 340 ? "large" : rows <= 2 && columnWidth >= 240 ? "medium" : "small";
  return {
    columns,
    groups: !named ? "none" : sideBySide ? "columns" : "rows",
    rows,
    size,
    number: numbers[size],
    label: size === "small" ? text.label : text.caption,
    detail: text.source,
    group: text.caption,
    gap: { x: gapX, y: 24 },
    groupGap: 8,
  };
}

/** Figures side by side for `count` figures: never one alone in the last row of many, if it can be helped. */
function ideal(count: number): number {
  if (count <= 3) return count;
  return count === 4 ? 4 : 3;
}

/** Of every size, for the style sheet. */
export const figureNumbers: Readonly<Record<FigureSize, TextStyle>> = numbers;
