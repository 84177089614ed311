/** The workbook behind a chart → the cells of its sheets. Formulas are not reckoned: what Excel has kept of them counts. */

import { relationshipsPath, resolvePath } from "../package/paths.ts";
import { readXml } from "../xml/read.ts";
import { child, childrenOf, descendants, textOf, type XmlElement } from "../xml/tree.ts";
import { readZip } from "../zip/read.ts";
import type { SheetContent } from "./content.ts";

/** Of one workbook, unpacked. */
const mostBytes = 32_000_000;
/** Rows and columns beyond these are not looked at: a chart's numbers end long before. */
const mostRows = 10_000;
const mostColumns = 500;

type Cell = string | number | null;

/**
 * @throws ZipError
 * @throws XmlError
 */
export async function workbookSheets(bytes: Uint8Array): Promise<readonly SheetContent[]> {
  const files = await readZip(bytes, { wanted: (path) => /\.(?:xml|rels)$/i.test(path), mostBytes, mostFiles: 1000 });
  const xml = (path: string): XmlElement | undefined => {
    const content = files.get(path);
    return content === undefined ? undefined : readXml(content);
  };
  const main = targetsOf(xml(relationshipsPath("")), "").find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  const targets = targetsOf(xml(relationshipsPath(main)), main);
  const shared = targets.find(({ type }) => type === "sharedStrings");
  const strings = stringsOf(shared && xml(shared.path));
  const sheets = child(xml(main), "sheets");
  return (sheets === undefined ? [] : childrenOf(sheets, "sheet")).flatMap(({ attributes }): readonly SheetContent[] => {
    const path = targets.find(({ id }) => id === attributes["r:id"])?.path;
    const root = path === undefined ? undefined : xml(path);
    return root === undefined ? [] : [{ name: attributes["name"] ?? "", rows: rowsOf(root, strings) }];
  });
}

interface Target {
  readonly id: string;
  /** The last part of its type. */
  readonly type: string;
  readonly path: string;
}

/** Where a part's relationships lead, those within the package. */
export function targetsOf(relationships: XmlElement | undefined, from: string): readonly Target[] {
  if (relationships === undefined) return [];
  return childrenOf(relationships, "Relationship").flatMap(({ attributes }): readonly Target[] => {
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    return mode === "External" ? [] : [{ id, type: type.slice(type.lastIndexOf("/") + 1), path: resolvePath(from, target) }];
  });
}

function stringsOf(root: XmlElement | undefined): readonly string[] {
  if (root === undefined) return [];
  // Phonetic readings are no part of the text.
  return childrenOf(root, "si").map((item) =>
    childrenOf(item)
      .filter(({ name }) => name === "t" || name === "r")
      .map((node) => textOf(node.name === "r" ? (child(node, "t") ?? empty) : node))
      .join(""),
  );
}

const empty: XmlElement = { name: "", attributes: {}, children: [] };

function rowsOf(root: XmlElement, strings: readonly string[]): SheetContent["rows"] {
  const rows: Cell[][] = [];
  let [row, column] = [-1, -1];
  for (const line of descendants(root, "row")) {
    row = line.attributes["r"] === undefined ? row + 1 : Number(line.attributes["r"]) - 1;
    column = -1;
    for (const cell of childrenOf(line, "c")) {
      const place = cellPlace(cell.attributes["r"] ?? "");
      if (place === undefined) column += 1;
      else ({ row, column } = place);
      if (!(row >= 0 && row < mostRows && column < mostColumns)) continue;
      const value = valueOf(cell, strings);
      if (value !== null) (rows[row] ??= [])[column] = value;
    }
  }
  return Array.from(rows, (cells) => Array.from(cells ?? [], (cell) => cell ?? null));
}

function valueOf(cell: XmlElement, strings: readonly string[]): Cell {
  const type = cell.attributes["t"] ?? "n";
  if (type === "inlineStr") return textOf(child(cell, "is") ?? empty);
  const value = child(cell, "v");
  if (value === undefined) return null;
  const text = textOf(value);
  if (type === "s") return strings[Number(text)] ?? "";
  const number = Number(text);
  return type === "n" && text !== "" && Number.isFinite(number) ? number : text;
}

/** "B2" → column 1, row 1. */
function cellPlace(name: string): { readonly row: number; readonly column: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (found === null) return undefined;
  const letters = found[1] ?? "";
  let column = -1;
  for (let at = 0; at < letters.length; at += 1) column = (column + 1) * 26 + letters.charCodeAt(at) - 65;
  return { row: Number(found[2]) - 1, column };
}

/** The cells that a reference names ("Daten!$B$2:$B$9"), with their values; `undefined` where it names none of these sheets. */
export function cellsAt(
  reference: string,
  sheets: readonly SheetContent[],
):
  | { readonly sheet: string; readonly cells: readonly { readonly row: number; readonly column: number; readonly value: Cell }[] }
  | undefined {
  const at = reference.lastIndexOf("!");
  const name = reference
    .slice(0, Math.max(at, 0))
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const sheet = sheets.find((each) => each.name === name);
  const [first = "", last = first] = reference.slice(at + 1).split(":");
  const [from, to] = [cellPlace(first), cellPlace(last)];
  if (sheet === undefined || from === undefined || to === undefined) return undefined;
  const cells: { row: number; column: number; value: Cell }[] = [];
  for (let row = from.row; row <= Math.min(to.row, mostRows); row += 1) {
    for (let column = from.column; column <= Math.min(to.column, mostColumns); column += 1) {
      cells.push({ row, column, value: sheet.rows[row]?.[column] ?? null });
    }
  }
  return { sheet: name, cells };
}
