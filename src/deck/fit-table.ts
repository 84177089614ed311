/** How high and wide a table stands: as browsers lay it out, its columns as wide as their content where there is room. */

import { type TableMeasures, tableMeasures } from "../../theme/blocks.ts";
import { text as scale, type TextStyle } from "../../theme/tokens.ts";
import { charactersOf, linesOf, widestCharacter, widestWord, widthOf } from "./fit-text.ts";
import type { Inline, TableBlock, TableWhole } from "./model.ts";
import { plainText } from "./plain-text.ts";

const captionStyle: TextStyle = { ...scale.caption, weight: 700 };
/** Below a table's caption, px. */
const captionGap = 4;

/** How it is set, by its rows or those of all slides that it goes on over. */
export function measuresOf({ rows, whole }: TableBlock): TableMeasures {
  return tableMeasures(whole?.rows ?? rows.length + 1);
}

export function tableHeight(block: TableBlock, width: number): number {
  const { style, cell, row } = measuresOf(block);
  const caption = captionHeight(block, width);
  if (block.whole !== undefined) return caption + sum(rowHeights(rowsOf(block), givenWidths(block.whole, width), block));
  // All cells on one line: the usual case, and mostly seen without measuring.
  const oneLine = !hasBreaks(block);
  if (oneLine && isSurelyNarrow(block, style, cell.x, width)) return caption + (block.rows.length + 1) * row;
  const rows = rowsOf(block);
  const widths = widthsOf(rows, style, cell.x);
  if (sum(widths) <= width) return caption + (oneLine ? rows.length * row : sum(rowHeights(rows, widths, block)));
  return caption + sum(rowHeights(rows, sharedOut(columnsOf(rows, style, cell.x), width), block));
}

/** Where a table's lines stand, px. */
export interface TableLayout {
  /** Height of the caption with the gap below it; 0 without one. */
  readonly caption: number;
  /** Widths; together the table's. */
  readonly columns: readonly number[];
  /** Heights, the header's first. */
  readonly rows: readonly number[];
}

/**
 * A table as browsers lay it out: columns share the width as their content needs it. Where cells must be broken, numbers
 * stay whole and words have a little room to spare if that makes the table no higher, for not every program sets type as
 * narrow as a browser.
 */
export function tableLayout(block: TableBlock, width: number): TableLayout {
  const { style, cell, row } = measuresOf(block);
  const caption = captionHeight(block, width);
  const rows = rowsOf(block);
  if (block.whole !== undefined) {
    const columns = givenWidths(block.whole, width);
    return { caption, columns, rows: rowHeights(rows, columns, block) };
  }
  const widths = widthsOf(rows, style, cell.x);
  const total = sum(widths);
  if (total <= width) {
    const wider = widths.map((own) => (total === 0 ? width / widths.length : (width * own) / total));
    return { caption, columns: wider, rows: hasBreaks(block) ? rowHeights(rows, wider, block) : rows.map(() => row) };
  }
  const columns = columnsOf(rows, style, cell.x);
  const shared = sharedOut(columns, width);
  const heights = rowHeights(rows, shared, block);
  const words = columns.map(({ most, least }): ColumnWidth => ({ most: roomy(most), least: roomy(least) }));
  const numbers = words.map(
    ({ most, least }, i): ColumnWidth => ({ most, least: Math.max(least, roomy(widestNumber(rows, i, style, cell.x))) }),
  );
  for (const candidate of [numbers, words]) {
    if (sum(candidate.map(({ least }) => least)) > width) continue;
    const own = sharedOut(candidate, width);
    const ownHeights = rowHeights(rows, own, block);
    if (sum(ownHeights) <= sum(heights)) return { caption, columns: own, rows: ownHeights };
  }
  return { caption, columns: shared, rows: heights };
}

function givenWidths({ widths }: TableWhole, width: number): readonly number[] {
  return widths.map((own) => (own * width) / 100);
}

/**
 * Widths for a table that goes on over several slides, in hundredths: those with which it is lowest. Columns keep their
 * cells on one line up to a share of the width, and what is left goes to those that are `open`, by what they hold.
 *
 * @param block all of its rows
 */
export function steadyWidths(block: TableBlock, width: number, open: ReadonlySet<number>): readonly number[] {
  const { style, cell } = measuresOf(block);
  const rows = rowsOf(block);
  const columns = columnsOf(rows, style, cell.x);
  const candidates = shares.map((share) => {
    const held = columns.map(({ most, least }, i): ColumnWidth => {
      const own = Math.max(roomy(least), Math.min(roomy(most), Math.max(share * width, oneName)));
      return open.has(i) ? { most, least } : { most: own, least: own };
    });
    return sharedOut(held, width);
  });
  const asNeeded = tableLayout(block, width).columns;
  if (asNeeded.every((own, i) => own >= Math.min(columns[i]?.most ?? 0, oneName))) candidates.push(asNeeded);
  const heights = candidates.map((own) => sum(rowHeights(rows, own, block)));
  const lowest = candidates[heights.indexOf(Math.min(...heights))] ?? [];
  return lowest.map((own) => Math.round((10_000 * own) / sum(lowest)) / 100);
}

/** Of the table's width, for a column that is not open. */
const shares = [0.2, 0.16, 0.13, 0.11];
/** px for a day, or the name of a licence. */
const oneName = 128;

/** What type that is set a little wider takes, px. */
function roomy(width: number): number {
  return Math.ceil(width * 1.02) + 1;
}

function widestNumber(rows: readonly TableRow[], column: number, style: TextStyle, x: number): number {
  const widths = rows.map(({ cells, bold }) => {
    const content = cells[column] ?? [];
    return isNumber(plainText(content)) ? widthOf(content, bold ? { ...style, weight: 700 } : style) : 0;
  });
  return Math.max(0, ...widths) + paddingOf(column, rows[0]?.cells.length ?? 0, x);
}

/** Digits and signs, with no more than a short unit behind them. */
function isNumber(text: string): boolean {
  return /^\P{L}*\d\P{L}*\p{L}{0,5}\.?$/u.test(text);
}

function captionHeight({ caption }: TableBlock, width: number): number {
  return caption.length === 0 ? 0 : linesOf(caption, width, captionStyle) * captionStyle.line + captionGap;
}

function rowHeights(rows: readonly TableRow[], widths: readonly number[], block: TableBlock): readonly number[] {
  const { style, cell } = measuresOf(block);
  return rows.map(({ cells, bold }) => {
    const own: TextStyle = bold ? { ...style, weight: 700 } : style;
    const lines = cells.map((content, i) => linesOf(content, Math.max(1, (widths[i] ?? 1) - paddingOf(i, cells.length, cell.x)), own));
    return Math.max(1, ...lines) * style.line + 2 * cell.y;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Whether any cell has a line break of its own. */
function hasBreaks({ rows }: TableBlock): boolean {
  return rows.some(({ cells }) => cells.some((content) => content.some(({ kind }) => kind === "break")));
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

/** By the number of characters alone. */
function isSurelyNarrow({ columns, rows }: TableBlock, style: TextStyle, x: number, width: number): boolean {
  let total = 0;
  for (const [i, { header }] of columns.entries()) {
    let most = charactersOf(header);
    for (const { cells } of rows) {
      const content = cells[i];
      if (content !== undefined) most = Math.max(most, charactersOf(content));
    }
    total += most * widestCharacter * style.size + paddingOf(i, columns.length, x);
    if (total > width) return false;
  }
  return true;
}

interface ColumnWidth {
  /** With every cell on one line. */
  readonly most: number;
  /** With every cell broken at each blank. */
  readonly least: number;
}

/** Of each column with every cell on one line, px. */
function widthsOf(rows: readonly TableRow[], style: TextStyle, x: number): readonly number[] {
  const count = rows[0]?.cells.length ?? 0;
  return Array.from({ length: count }, (_, i) => {
    let most = 0;
    for (const { cells, bold } of rows) most = Math.max(most, widthOf(cells[i] ?? [], bold ? { ...style, weight: 700 } : style));
    return most + paddingOf(i, count, x);
  });
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
  const least = sum(columns.map((column) => column.least));
  const wish = sum(columns.map((column) => column.most - column.least));
  const room = Math.max(0, width - least);
  return columns.map((column) => column.least + (wish === 0 ? 0 : (room * (column.most - column.least)) / wish));
}

/** The table's widest word and by how much its words are too wide for it, px; `undefined` where they are not. */
export function tooWide(block: TableBlock, width: number): { readonly word: string; readonly by: number } | undefined {
  const { style, cell } = measuresOf(block);
  if (isSurelyNarrow(block, style, cell.x, width)) return undefined;
  const rows = rowsOf(block);
  const least = columnsOf(rows, style, cell.x).reduce((total, column) => total + column.least, 0);
  if (least <= width) return undefined;
  const words = rows.flatMap(({ cells }) => cells.map((content) => widestWord(content, style)));
  return { word: words.toSorted((a, b) => b.width - a.width)[0]?.word ?? "", by: Math.ceil(least - width) };
}
