/** How high a table stands: as browsers lay it out, its columns as wide as their content where there is room. */

import { tableMeasures } from "../../theme/blocks.ts";
import { text as scale, type TextStyle } from "../../theme/tokens.ts";
import { linesOf, widestWord, widthOf } from "./fit-text.ts";
import type { Inline, TableBlock } from "./model.ts";

const captionStyle: TextStyle = { ...scale.caption, weight: 700 };
/** Below a table's caption, px. */
const captionGap = 4;

export function tableHeight(block: TableBlock, width: number): number {
  const { style, cell, row } = tableMeasures(block.rows.length + 1);
  const caption = block.caption.length === 0 ? 0 : linesOf(block.caption, width, captionStyle) * captionStyle.line + captionGap;
  const rows = rowsOf(block);
  const columns = columnsOf(rows, style, cell.x);
  const total = columns.reduce((sum, column) => sum + column.most, 0);
  // All cells on one line: the usual case.
  if (total <= width) return caption + rows.length * row;
  const widths = sharedOut(columns, width);
  const heights = rows.map(({ cells, bold }) => {
    const own: TextStyle = bold ? { ...style, weight: 700 } : style;
    const lines = cells.map((content, i) => linesOf(content, Math.max(1, (widths[i] ?? width) - paddingOf(i, cells.length, cell.x)), own));
    return Math.max(1, ...lines) * style.line + 2 * cell.y;
  });
  return caption + heights.reduce((sum, height) => sum + height, 0);
}

interface TableRow {
  readonly cells: readonly (readonly Inline[])[];
  readonly bold: boolean;
}

function rowsOf(block: TableBlock): readonly TableRow[] {
  return [
    { cells: block.columns.map(({ header }) => header), bold: false },
    ...block.rows.map(({ role, cells }) => ({ cells, bold: role === "highlight" || role === "total" })),
  ];
}

/** The first cell has no padding on its left, the last none on its right. */
function paddingOf(index: number, count: number, x: number): number {
  return (index === 0 ? 0 : x) + (index === count - 1 ? 0 : x);
}

interface ColumnWidth {
  /** With every cell on one line. */
  readonly most: number;
  /** With every cell broken at each blank. */
  readonly least: number;
}

function columnsOf(rows: readonly TableRow[], style: TextStyle, x: number): readonly ColumnWidth[] {
  const count = rows[0]?.cells.length ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const padding = paddingOf(i, count, x);
    let [most, least] = [0, 0];
    for (const { cells, bold } of rows) {
      const content = cells[i] ?? [];
      const own: TextStyle = bold ? { ...style, weight: 700 } : style;
      const width = widthOf(content, own);
      most = Math.max(most, width);
      if (width > least) least = Math.max(least, widestWord(content, own).width);
    }
    return { most: most + padding, least: least + padding };
  });
}

/** As browsers lay out tables: each column has its least width, and of the rest what its content would like to have. */
function sharedOut(columns: readonly ColumnWidth[], width: number): readonly number[] {
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wish = columns.reduce((sum, column) => sum + column.most - column.least, 0);
  const room = Math.max(0, width - least);
  return columns.map((column) => column.least + (wish === 0 ? 0 : (room * (column.most - column.least)) / wish));
}

/** The least width that the table's words allow, and its widest word. */
export function narrowest(block: TableBlock): { readonly width: number; readonly word: string } {
  const { style, cell } = tableMeasures(block.rows.length + 1);
  const rows = rowsOf(block);
  const width = columnsOf(rows, style, cell.x).reduce((sum, column) => sum + column.least, 0);
  const words = rows.flatMap(({ cells }) => cells.map((content) => widestWord(content, style)));
  return { width, word: words.toSorted((a, b) => b.width - a.width)[0]?.word ?? "" };
}
