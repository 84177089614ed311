/** The table of formats, and how a file's own is found by looking at its beginning. */

import { error, type Message, type Outcome } from "../../source/diagnostic.ts";
import {
  emptyTableFile,
  foreignFile,
  type ForeignFile,
  htmlPage,
  otherTableFormat,
  serviceStatus,
  unknownTableFormat,
} from "../../source/messages/formats.ts";
import { spanOf } from "../../source/source.ts";
import { type Beginning, type FormatName, formatNames, type TableFormat } from "../table.ts";
import { csv } from "./csv.ts";
import { ffcsv } from "./ffcsv.ts";
import { records } from "./records.ts";
import { jsonStat } from "./json-stat.ts";
import { genesisCsv } from "./genesis-csv.ts";
import { beginningText } from "./text/beginning.ts";
import { xlsx } from "./xlsx.ts";

/** The strictest first: a file is of the first format that recognises it. */
export const formats: Readonly<Record<FormatName, TableFormat>> = {
  xlsx,
  "json-stat": jsonStat,
  ffcsv,
  "genesis-csv": genesisCsv,
  records,
  csv,
};

/**
 * The format of a file.
 *
 * @param wanted what somebody says it is: then only what is no table at all, or plainly another one, is refused
 */
export function formatOf(beginning: Beginning, wanted?: FormatName): Outcome<TableFormat> {
  const refused = noTable(beginning, wanted);
  if (refused !== undefined) return refuse(beginning, refused);
  const order = Object.values(formats);
  const found = order.find((format) => format.recognises(beginning));
  const format = wanted === undefined ? found : formats[wanted];
  if (format === undefined) return refuse(beginning, unknownTableFormat(formatNames));
  if (found !== undefined && format !== found && isPlain(found.name) && !format.recognises(beginning)) {
    return refuse(beginning, otherTableFormat(format.name, found.name));
  }
  return { value: format, diagnostics: [] };
}

/** Formats that say themselves what they are. */
function isPlain(name: FormatName): boolean {
  return name !== "csv" && name !== "records";
}

function refuse({ name, bytes }: Beginning, message: Message): Outcome<never> {
  const text = beginningText({ name, bytes }, 200).split(/\r\n?|\n/, 1)[0] ?? "";
  // Binary files have no line to be shown, and what a service answers may repeat what it was asked, credentials too.
  const shown = /\p{Cc}|\uFFFD|^\s*\{/u.test(text) ? "" : text;
  return { value: undefined, diagnostics: [error(spanOf({ path: name, text: shown }, 0, shown.length), message)] };
}

/** Why a file is no table of any format; `undefined` where it may be one. */
function noTable(beginning: Beginning, wanted: FormatName | undefined): Message | undefined {
  const { bytes } = beginning;
  if (bytes.length === 0) return emptyTableFile();
  const binary = binaryKind(bytes);
  // UTF-16 without its mark looks binary, too; who names the format may have named the encoding.
  if (binary !== undefined && (binary !== "binary" || wanted === undefined)) return foreignFile(binary);
  // Workbooks and archives are looked into by their own formats.
  if (begins(bytes, 0x50, 0x4b)) return undefined;
  const text = beginningText(beginning, 16_384);
  if (text.trim() === "") return emptyTableFile();
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script)\b/i.test(text))
    return htmlPage(titleOf(text));
  return statusOf(text);
}

function titleOf(text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? "";
  return title.replaceAll(/\s+/g, " ").trim().slice(0, 80);
}

/** `{"Ident":…,"Status":{"Code":98,"Content":"…"}}`: what GENESIS answers with where it has no table to give. */
function statusOf(text: string): Message | undefined {
  if (!/^\s*\{/.test(text) || /"(?:class|dimension)"\s*:/.test(text)) return undefined;
  const status = /"Status"\s*:\s*\{([^{}]*)\}/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const code = /"Code"\s*:\s*"?(-?\d+)/.exec(status)?.[1] ?? "?";
  const content = /"Content"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(status)?.[1];
  return serviceStatus(code, content === undefined ? "" : unescaped(content));
}

function unescaped(json: string): string {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === "string" ? text.trim() : "";
  } catch {
    return json.slice(1, -1);
  }
}

function begins(bytes: Uint8Array, ...signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

function binaryKind(bytes: Uint8Array): ForeignFile | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "xls";
  if (begins(bytes, 0x1f, 0x8b)) return "gzip";
  const isMarked = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) || begins(bytes, 0x50, 0x4b);
  return !isMarked && bytes.subarray(0, 4_096).includes(0) ? "binary" : undefined;
}
