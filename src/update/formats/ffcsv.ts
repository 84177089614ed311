/**
 * Flat files (ffcsv) of GENESIS databases: a row for each value, with codes and labels of all that it is.
 *
 * The measure has no name of its own in these files, only its categories (`value_variable_code`: BEVSTD, BEV030; in the
 * older form the headings of the value columns). Here it is the variable `MERKMAL`, role `measure`, and the last one.
 * The first is the time (STAG, JAHR), between them stand the file's own, in its order.
 *
 * A total has an empty code. An empty code whose label does not say so ("Ohne Angabe") is none: there the label is the code.
 */

import { type Diagnostic, error, type Outcome } from "../../source/diagnostic.ts";
import { headerAlone } from "../../source/messages/formats.ts";
import { ffcsvNoHeader } from "../../source/messages/genesis-tables.ts";
import { spanOf } from "../../source/source.ts";
import type { Beginning, FormFact, Receiver, TableFormat, TableInput, TableTail } from "../table.ts";
import { headerSeparator, type Layout, layoutOf } from "./ffcsv/header.ts";
import { FlatRows } from "./ffcsv/rows.ts";
import { beginningText } from "./text/beginning.ts";
import { decode } from "./text/encoding.ts";
import { fieldSpans, splitFields } from "./text/fields.ts";
import { strangeSign } from "./text/signs.ts";
import { type ByteBlock, TextReader } from "./text/reader.ts";

export const ffcsv: TableFormat = {
  name: "ffcsv",
  recognises: (beginning: Beginning) => headerSeparator(beginningText(beginning)) !== undefined,
  read,
};

async function read(input: TableInput, receiver: Receiver): Promise<Outcome<TableTail>> {
  const reader = await TextReader.open(input);
  try {
    const first = await reader.nextBytes();
    if (first === undefined) return refused(reader, []);
    const header = headerOf(input, reader, first);
    if ("faults" in header) return refused(reader, header.faults);
    const { layout, headings, separator, rest } = header;
    const form: readonly FormFact[] = [reader.form, { fact: "separator", found: separator }, { fact: "vintage", found: layout.vintage }];
    const rows = new FlatRows({
      name: input.name,
      layout,
      headings,
      separator,
      encoding: reader.encoding.encoding,
      form,
      decimal: input.options.decimal,
      receiver,
    });
    for (let block = rest; block !== undefined; block = await reader.nextBytes()) if (!rows.take(block)) break;
    if (!rows.opened && reader.fault === undefined && rows.diagnostics.length === 0) return refused(reader, [header.alone]);
    const diagnostics = reader.fault === undefined ? rows.diagnostics : [...rows.diagnostics, reader.fault];
    const failed = diagnostics.some(({ severity }) => severity === "error");
    return { value: failed ? undefined : { footnotes: [], observations: rows.observations }, diagnostics };
  } finally {
    await reader.close();
  }
}

interface Header {
  readonly layout: Layout;
  readonly headings: readonly string[];
  readonly separator: string;
  /** What follows the header line; `undefined` if nothing does. */
  readonly rest: ByteBlock | undefined;
  /** To be said if there is nothing below. */
  readonly alone: Diagnostic;
}

function headerOf(
  input: TableInput,
  reader: TextReader,
  { bytes, line: number }: ByteBlock,
): Header | { readonly faults: readonly Diagnostic[] } {
  const feed = bytes.indexOf(10);
  const end = feed < 0 ? bytes.length : feed;
  const line = decode(bytes.subarray(0, end), reader.encoding.encoding) ?? "";
  const source = { path: input.name, text: line, firstLine: number };
  const whole = spanOf(source, 0, line.length);
  const sign = strangeSign(line);
  if (sign !== undefined) return { faults: [error(spanOf(source, sign.at, sign.at + sign.length), sign.message)] };
  const separator = input.options.separator ?? headerSeparator(line);
  const names = separator === undefined ? undefined : splitFields(line, separator);
  if (separator === undefined || names === undefined || headerSeparator(line) !== separator)
    return { faults: [error(whole, ffcsvNoHeader())] };
  const layout = layoutOf(names);
  if (!("columns" in layout)) {
    const spans = fieldSpans(line, separator);
    return {
      faults: layout.map(({ message, column }) => {
        const [from, to] = (column === undefined ? undefined : spans[column]) ?? [0, line.length];
        return error(spanOf(source, from, to), message);
      }),
    };
  }
  const below = bytes.subarray(end + 1);
  return {
    layout,
    headings: names,
    separator,
    rest: below.length === 0 ? undefined : { bytes: below, line: number + 1 },
    alone: error(whole, headerAlone()),
  };
}

function refused(reader: TextReader, diagnostics: readonly Diagnostic[]): Outcome<TableTail> {
  return { value: undefined, diagnostics: reader.fault === undefined ? diagnostics : [...diagnostics, reader.fault] };
}
