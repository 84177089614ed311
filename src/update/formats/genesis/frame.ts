/** A classic GENESIS file in its parts: what stands above the table, the header rows, the rows, what stands below. */

import { type Diagnostic, error, type Message } from "../../../source/diagnostic.ts";
import { headerAlone, cutShort } from "../../../source/messages/formats.ts";
import { classicCutShort, classicNoHeader, classicNoLabel, classicNoTable } from "../../../source/messages/genesis-tables.ts";
import { spanOf } from "../../../source/source.ts";
import { splitFields } from "../text/fields.ts";
import type { Line } from "../text/lines.ts";
import { isFooterRule, withoutEmptyFields } from "./footer.ts";
import { dayOf, isYear } from "../text/day.ts";

export interface Row {
  readonly line: Line;
  /** Quotation marks taken off, blanks around kept off. */
  readonly cells: readonly string[];
}

export interface Top {
  readonly table: string | undefined;
  readonly old: boolean;
  /** Of the language in which the file begins. */
  readonly decimal: "," | ".";
  readonly preamble: readonly string[];
  readonly separator: string;
  readonly header: readonly Row[];
  /** How many columns stand in front of the values. */
  readonly lead: number;
  /** The first line below the header. */
  readonly first: Line;
}

/** A table has fewer lines above it. */
const mostAbove = 200;

const named = /^"?(GENESIS-)?(Tabelle|Table):\s*([^;"\t]*)/;

export function isClassic(text: string): boolean {
  return named.test(text);
}

/**
 * Reads down to the first row of the table.
 *
 * @param wanted first and last line of the header, from 1, where somebody says them
 */
export async function readTop(
  path: string,
  lines: AsyncIterator<Line, void>,
  wanted: readonly [first: number, last: number] | undefined,
): Promise<Top | Diagnostic> {
  const first = (await lines.next()).value;
  if (first === undefined) return at(path, { text: "", number: 1, ended: false }, classicNoTable());
  const match = named.exec(first.text);
  if (match === null) return at(path, first, classicNoTable());
  const preamble: string[] = [];
  const header: Row[] = [];
  let last = first;
  for (let line = (await lines.next()).value; line !== undefined; line = (await lines.next()).value) {
    last = line;
    if (isFooterRule(line.text)) return at(path, header.at(-1)?.line ?? line, header.length === 0 ? classicNoHeader() : headerAlone());
    const inHeader = wanted === undefined ? isHeaderLine(line.text, header) : line.number >= wanted[0] && line.number <= wanted[1];
    if (inHeader) {
      const separator = separatorOf(header[0]?.line.text ?? line.text);
      const cells = cellsOf(line.text, separator);
      if (cells.some((cell) => cell !== "")) header.push({ line, cells });
    } else if (header.length > 0) {
      const { table, old, decimal } = namedAs(match);
      const lead = Math.min(...header.map(({ cells }) => cells.findIndex((cell) => cell !== "")));
      const strange = header.find(({ cells }) => lead > 0 && isRowOfValues(cells.slice(lead)));
      if (lead <= 0) return at(path, header[0]?.line ?? line, classicNoHeader());
      if (strange !== undefined) return at(path, strange.line, classicNoLabel(1));
      return { table, old, decimal, preamble, separator: separatorOf(header[0]?.line.text ?? ""), header, lead, first: line };
    } else {
      const text = withoutEmptyFields(line.text);
      if (text !== "") preamble.push(text);
      if (line.number > mostAbove) return at(path, line, classicNoHeader());
    }
  }
  return at(path, last, header.length > 0 ? headerAlone() : last.ended ? classicCutShort() : cutShort());
}

/** Header rows begin with as many empty fields as columns stand in front of the values. */
function isHeaderLine(text: string, header: readonly Row[]): boolean {
  if (!/^(?:""|)[;\t|]/.test(text)) return false;
  const [above] = header;
  if (above === undefined) return true;
  const lead = above.cells.findIndex((cell) => cell !== "");
  return cellsOf(text, separatorOf(above.line.text))
    .slice(0, lead)
    .every((cell) => cell === "");
}

function separatorOf(text: string): string {
  return /^(?:"[^"]*"|[^;\t|]*)([;\t|])/.exec(text)?.[1] ?? ";";
}

export function cellsOf(text: string, separator: string): readonly string[] {
  return (splitFields(text, separator) ?? text.split(separator)).map((cell) => cell.trim());
}

/** Numbers only, beside symbols and flags, that are no years: a row of the table whose labels are missing. */
function isRowOfValues(cells: readonly string[]): boolean {
  const telling = cells.filter((cell) => !/^[a-z()/.-]{0,3}$/i.test(cell));
  return telling.length > 0 && telling.every((cell) => /^-?\d[\d., ]*$/.test(cell)) && !telling.every(isHeading);
}

function isHeading(text: string): boolean {
  return isYear(text) || dayOf(text) !== undefined || /^1 ?000$/.test(text);
}

function namedAs([, old, word, code = ""]: RegExpExecArray): Pick<Top, "table" | "old" | "decimal"> {
  return { table: codeOf(code), old: old !== undefined, decimal: word === "Table" ? "." : "," };
}

/** "12411-01-01-4"; tables put together by a user have none ("Temporär"). */
function codeOf(text: string): string | undefined {
  const code = text.trim();
  return /^[\dA-Z][\w-]*\d[\w-]*$/.test(code) ? code : undefined;
}

/** About a whole line. */
export function at(path: string, { text, number }: Line, message: Message): Diagnostic {
  return error(spanOf({ path, text, firstLine: number }, 0, text.length), message);
}
