/** What the reader does in its thread: bytes → format → observations → what the task wants; a presentation is read as a whole. */

import { error, type Diagnostic, type Message, type Outcome } from "../../source/diagnostic.ts";
import { spanOf, toSource } from "../../source/source.ts";
import { ZipError } from "../../targets/pptx/zip/read.ts";
import { archiveFault, isZip, openArchive } from "../../update/archive.ts";
import { formatOf } from "../../update/formats/formats.ts";
import type { Receiver, TableTail } from "../../update/table.ts";
import { readPresentation, UnreadableFile } from "../../targets/pptx/audit/read.ts";
import { ReadError } from "../disk.ts";
import { Bytes, gather, peek } from "./bytes.ts";
import type { Answer, Job, TableResult, TableTask } from "./task.ts";
import { formOf, receiverFor } from "./tasks.ts";

/** A receiver that knows in the end what it was made for. */
export interface Finishing extends Receiver {
  finish(tail: TableTail): Outcome<TableResult>;
}

const beginningSize = 65_536;
/** A million rows of an ffcsv have 200 MB; what is larger was fetched by mistake. */
const mostBytes = 2_000_000_000;
/** Of an archive or a spreadsheet, packed. It is held as a whole. */
const mostPacked = 256_000_000;

/** @returns what the task wanted with the file's check sum, or what is wrong with the file. Never throws for what a file holds. */
export async function work({ content, name, task }: Job): Promise<Answer> {
  let bytes: Bytes | undefined;
  try {
    bytes = await Bytes.open(content, name, mostBytes);
    if (task.kind === "presentation") {
      bytes.limitTo(mostPacked);
      const read = await readPresentation(await gather(bytes.rest()), name);
      return { value: { ...(await bytes.finish()), kind: "presentation", content: read }, diagnostics: [] };
    }
    const table = await tableOf(bytes, name);
    if (table.value === undefined) return { value: undefined, diagnostics: table.diagnostics };
    const { archived } = table.value;
    const result = await readTable(table.value, name, task);
    const facts = await bytes.finish();
    const all = archived === undefined ? facts : { ...facts, archived };
    return { value: result.value === undefined ? undefined : { ...all, ...result.value }, diagnostics: result.diagnostics };
  } catch (reason) {
    if (reason instanceof UnreadableFile) return refused(atFile(name, reason.words));
    if (reason instanceof ReadError) return refused(atFile(name, reason.words));
    if (reason instanceof ZipError) return refused(archiveFault(reason, name));
    throw reason;
  } finally {
    await bytes?.close();
  }
}

interface Unpacked {
  readonly beginning: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly archived?: string;
}

/** The table's own bytes: those of the file, or of the one table in it where it is a ZIP. */
async function tableOf(bytes: Bytes, name: string): Promise<Outcome<Unpacked>> {
  const file = await peek(bytes.rest(), beginningSize);
  if (!isZip(file.beginning)) return { value: file, diagnostics: [] };
  bytes.limitTo(mostPacked);
  const packed = await gather(file.chunks);
  const opened = await openArchive(packed, name);
  if (opened.value === undefined) return { value: undefined, diagnostics: opened.diagnostics };
  if (opened.value === "workbook") return { value: { beginning: file.beginning, chunks: once(packed) }, diagnostics: [] };
  return { value: { ...(await peek(opened.value.chunks, beginningSize)), archived: opened.value.name }, diagnostics: [] };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

async function readTable({ beginning, chunks, archived }: Unpacked, name: string, task: TableTask): Promise<Outcome<TableResult>> {
  const { format: wanted, options } = formOf(task);
  const tableName = archived ?? name;
  const format = formatOf({ name: tableName, bytes: beginning }, wanted);
  if (format.value === undefined) return { value: undefined, diagnostics: format.diagnostics };
  const receiver = receiverFor(task, tableName);
  const tail = await format.value.read({ name: tableName, chunks, options }, receiver);
  const before = [...format.diagnostics, ...tail.diagnostics];
  if (tail.value === undefined) return { value: undefined, diagnostics: before };
  const { value, diagnostics } = receiver.finish(tail.value);
  return { value, diagnostics: [...before, ...diagnostics] };
}

function atFile(name: string, words: Message): Diagnostic {
  return error(spanOf(toSource(name, ""), 0, 0), words);
}

function refused(diagnostic: Diagnostic): Outcome<never> {
  return { value: undefined, diagnostics: [diagnostic] };
}
