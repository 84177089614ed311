/** A spreadsheet taken apart: its first sheet as text to be broken, and read a second time in a few strict lines. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type Cell, headedCells } from "./independent.ts";

const sheetPath = "xl/worksheets/sheet1.xml";
const stringsPath = "xl/sharedStrings.xml";

/** Its sheet or its strings, a row a line. */
export const parts: readonly {
  readonly unwrap: (workbook: Uint8Array) => Uint8Array;
  readonly wrap: (workbook: Uint8Array, part: Uint8Array) => Uint8Array;
}[] = [sheetPath, stringsPath].map((path) => ({
  unwrap: (workbook) =>
    strToU8(strFromU8(unzipSync(workbook)[path] ?? new Uint8Array()).replaceAll(/(?=<row|<si>|<\/sheetData|<\/sst)/g, "\n")),
  wrap: (workbook, part) => zipSync({ ...unzipSync(workbook), [path]: part }),
}));

/** The first sheet, its columns by their headings. */
export function workbookCells(workbook: Uint8Array, day: string): readonly Cell[] {
  const files = unpacked(workbook);
  const text = (path: string): string => decoded(files[path] ?? new Uint8Array());
  const strings = [...text(stringsPath).matchAll(/<si>\s*<t(?: [^>]*)?>([^<]*)<\/t>\s*<\/si>/g)].map(([, string = ""]) => string);
  const rows = [...text(sheetPath).matchAll(/<row [^>]*>((?:\s*<c [^>]*>(?:<v>[^<]*<\/v>)?<\/c>)*)\s*<\/row>/g)].map(([, row = ""]) => {
    const cells = new Map(
      [...row.matchAll(/<c r="([A-Z]+)\d+"(?: t="(\w+)")?>\s*<v>([^<]*)<\/v>\s*<\/c>/g)].map(([, column = "", type = "n", value = ""]) => {
        if (type === "s") return [column, strings[Number(value)] ?? ""];
        return [column, type === "n" && value.trim() !== "" ? String(Number(value)) : value];
      }),
    );
    return ["A", "B", "C", "D"].map((column) => cells.get(column) ?? "");
  });
  return headedCells(rows, day);
}

function unpacked(workbook: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(workbook);
  } catch {
    return {};
  }
}

function decoded(bytes: Uint8Array): string {
  // Letters of two bytes have a zero in one of them.
  const [first, second] = [bytes.indexOf(0) === 0, bytes.indexOf(0) === 1];
  try {
    return new TextDecoder(first ? "utf-16be" : second ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}
