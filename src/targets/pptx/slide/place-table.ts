/** A table with its caption above it. */

import { measuresOf, tableLayout } from "../../../deck/fit-table.ts";
import { linesOf } from "../../../deck/fit-text.ts";
import type { TableBlock } from "../../../deck/model.ts";
import { tableWidth } from "../../../../theme/blocks.ts";
import { text as scale } from "../../../../theme/tokens.ts";
import type { Item, TableItem } from "./content.ts";
import type { Thing } from "./pieces.ts";
import { named } from "./names.ts";
import { lineOf, runsOf } from "./runs.ts";

/**
 * @param letters width of text in the template's font ÷ the same in the house's
 * @param edges whether the first and the last column keep their margins at the table's edges
 */
export function placeTable(table: TableBlock, room: number, letters: number = 1, edges: boolean = false): Thing {
  const width = tableWidth(table.columns.length, room, table.wide);
  const both = edges ? edgesOf(table) : 0;
  const { caption, columns: narrow, rows } = tableLayout(table, (width - both) / letters);
  const last = narrow.length - 1;
  const columns = narrow.map((column, i) => column * letters + (i === 0 ? both / 2 : 0) + (i === last ? both / 2 : 0));
  const height = rows.reduce((sum, row) => sum + row, 0);
  const words = lineOf(table.caption);
  const item: TableItem = {
    kind: "table",
    name: named("Tabelle", words),
    box: { x: 0, y: caption, width, height },
    table,
    columns,
    rows,
    alternative: words === "" ? columnsInWords(table) : `${words}: ${contentInWords(table)}`,
  };
  return { height: caption + height, items: words === "" ? [item] : [captionOf(table, width), item] };
}

/** px that the margins at a table's left and right edge take together. */
export function edgesOf(table: TableBlock): number {
  return 2 * measuresOf(table).cell.x;
}

function captionOf({ caption }: TableBlock, width: number): Item {
  const lines = linesOf(caption, width, { ...scale.caption, weight: 700 });
  return {
    kind: "text",
    name: named("Überschrift", lineOf(caption)),
    box: { x: 0, y: 0, width, height: lines * scale.caption.line },
    style: "caption",
    paragraphs: [{ role: "heading", level: 0, runs: runsOf(caption, { bold: true }, scale.caption.size) }],
  };
}

/** "Gemeinde, Personen, Anteil; 14 Zeilen". */
function contentInWords(table: TableBlock): string {
  const rows = table.rows.length;
  const count = rows === 1 ? "1 Zeile" : `${rows} Zeilen`;
  return [headersOf(table).join(", "), count].filter((words) => words !== "").join("; ");
}

/** "Tabelle mit den Spalten Gemeinde, Personen und Anteil". */
function columnsInWords(table: TableBlock): string {
  const headers = headersOf(table);
  const last = headers.at(-1);
  if (last === undefined) return "Tabelle";
  if (headers.length === 1) return `Tabelle mit der Spalte ${last}`;
  return `Tabelle mit den Spalten ${headers.slice(0, -1).join(", ")} und ${last}`;
}

function headersOf({ columns }: TableBlock): readonly string[] {
  return columns.map(({ header }) => lineOf(header)).filter((words) => words !== "");
}
