/** A spreadsheet: the sheet that is named, else the one that holds a table. Values are those last shown; nothing is worked out. */

import { type Diagnostic, error, type Message, type Outcome, warning } from "../../source/diagnostic.ts";
import { xlsxHidden, xlsxNoTable, xlsxSeveralSheets, xlsxSheetUnknown } from "../../source/messages/grid.ts";
import { updateFileTooLarge } from "../../source/messages/update-file.ts";
import { nearest } from "../../source/nearest.ts";
import { spanOf } from "../../source/source.ts";
import { isZip } from "../archive.ts";
import type { FormatOptions, Receiver, TableFormat, TableInput, TableTail } from "../table.ts";
import type { GridRow } from "./grid/cell.ts";
import { holdsTable, readGrid } from "./grid/table.ts";
import { readSheet, type Sheet } from "./xlsx/sheet.ts";
import { readWorkbook, type Workbook, WorkbookError } from "./xlsx/workbook.ts";

export const xlsx: TableFormat = { name: "xlsx", recognises: ({ bytes }) => isZip(bytes), read };

const mostPacked = 64_000_000;

async function read({ name, chunks, options }: TableInput, receiver: Receiver): Promise<Outcome<TableTail>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of chunks) {
    size += piece.length;
    if (size > mostPacked) return refuse(name, updateFileTooLarge(name, mostPacked / 1_000_000));
    pieces.push(piece);
  }
  try {
    const workbook = await readWorkbook(Buffer.concat(pieces), name);
    const sheet = await sheetOf(workbook, name, options);
    if ("code" in sheet) return refuse(name, sheet);
    const { value, diagnostics } = await readGrid(
      {
        format: "xlsx",
        name,
        form: [{ fact: "sheet", found: sheet.name }],
        options,
        preamble: [sheet.name],
        rows: once(sheet.rows),
      },
      receiver,
    );
    return { value, diagnostics: [...hiddenIn(sheet, name), ...diagnostics] };
  } catch (reason) {
    if (reason instanceof WorkbookError) return refuse(name, reason.words);
    throw reason;
  }
}

/**
 * @returns the sheet, or why there is none to take
 * @throws WorkbookError
 */
async function sheetOf(workbook: Workbook, name: string, options: FormatOptions): Promise<Sheet | Message> {
  const { sheets } = workbook;
  const wanted = options.sheet;
  if (wanted !== undefined) {
    const named = sheets.find((sheet) => sheet.name.normalize() === wanted.normalize());
    if (named !== undefined) return readSheet(workbook, named, name);
    const names = sheets.map((sheet) => sheet.name);
    return xlsxSheetUnknown(wanted, nearest(wanted, names), names);
  }
  const visible = sheets.filter(({ hidden }) => !hidden);
  const found: Sheet[] = [];
  for (const entry of visible) {
    const sheet = await readSheet(workbook, entry, name);
    if (holdsTable(sheet.rows, options)) found.push(sheet);
  }
  const [only] = found;
  if (only === undefined) return xlsxNoTable(visible.map((sheet) => sheet.name));
  return found.length > 1 ? xlsxSeveralSheets(found.map((sheet) => sheet.name)) : only;
}

async function* once(rows: readonly GridRow[]): AsyncGenerator<readonly GridRow[], void, void> {
  yield rows;
}

/** Who looks at the sheet does not see these, and their values come in all the same. */
function hiddenIn({ name: sheet, rows, hiddenRows, hiddenColumns }: Sheet, name: string): readonly Diagnostic[] {
  if (hiddenRows === 0 && hiddenColumns === 0) return [];
  return [warning(rows[0]?.place() ?? spanOf({ path: name, text: "" }, 0, 0), xlsxHidden(sheet, hiddenRows, hiddenColumns))];
}

function refuse(name: string, message: Message): Outcome<never> {
  return { value: undefined, diagnostics: [error(spanOf({ path: name, text: "" }, 0, 0), message)] };
}
