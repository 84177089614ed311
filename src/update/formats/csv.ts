/**
 * Any CSV: separator, encoding, heading and columns are found by looking. What offices make in Excel has titles above, a
 * heading of several rows, groups between the rows and footnotes below.
 */

import { error, type Outcome } from "../../source/diagnostic.ts";
import { csvNoSeparator } from "../../source/messages/grid.ts";
import { emptyTableFile } from "../../source/messages/formats.ts";
import { separatorWords } from "../../source/messages/inspection.ts";
import { spanOf } from "../../source/source.ts";
import type { Beginning, Receiver, TableFormat, TableInput, TableTail } from "../table.ts";
import { CsvRows } from "./csv/rows.ts";
import { findSeparator, usualFields } from "./csv/separator.ts";
import { readGrid } from "./grid/table.ts";
import { beginningText } from "./text/beginning.ts";
import { TextReader } from "./text/reader.ts";

export const csv: TableFormat = { name: "csv", recognises, read };

/** So many lines are looked at for the separator. */
const looked = 400;

function recognises(beginning: Beginning): boolean {
  const text = beginningText(beginning, 16_384);
  if (/^\s*[[{<]/u.test(text)) return false;
  return /\.(?:csv|tsv|txt|tab)$/iu.test(beginning.name) || findSeparator(linesIn(text)) !== undefined;
}

async function read(input: TableInput, receiver: Receiver): Promise<Outcome<TableTail>> {
  const reader = await TextReader.open(input);
  try {
    const first = await reader.next();
    if (first === undefined) {
      const fault = reader.fault ?? error(spanOf({ path: input.name, text: "" }, 0, 0), emptyTableFile());
      return { value: undefined, diagnostics: [fault] };
    }
    // Excel writes the separator first where it is not the system's own.
    const said = /^sep=(.)\n/u.exec(first.text);
    const block = said === null ? first : { text: first.text.slice(said[0].length), line: first.line + 1 };
    const lines = linesIn(block.text);
    const separator = input.options.separator ?? said?.[1] ?? findSeparator(lines);
    if (separator === undefined) {
      const text = lines.find((line) => line.trim() !== "") ?? "";
      const span = spanOf({ path: input.name, text, firstLine: block.line + lines.indexOf(text) }, 0, text.length);
      return { value: undefined, diagnostics: [error(span, csvNoSeparator())] };
    }
    const rows = new CsvRows(input.name, { separator, fields: usualFields(lines, separator) });
    const outcome = await readGrid(
      {
        format: "csv",
        name: input.name,
        form: [reader.form, { fact: "separator", found: separatorWords(separator) }],
        options: input.options,
        preamble: [],
        rows: rows.read(block, reader),
      },
      receiver,
    );
    // A fault of the text as such is why the rows ended.
    const fault = reader.fault ?? rows.fault;
    return fault === undefined ? outcome : { value: undefined, diagnostics: [fault] };
  } finally {
    await reader.close();
  }
}

function linesIn(text: string): readonly string[] {
  return text.split("\n", looked).map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}
