/** A text file read in blocks of whole lines, however its bytes come in pieces. */

import { isUtf8 } from "node:buffer";
import { type Diagnostic, error, type Message } from "../../../source/diagnostic.ts";
import { brokenEncoding, lineTooLong } from "../../../source/messages/formats.ts";
import { type Source, type Span, spanOf } from "../../../source/source.ts";
import type { FormFact, TableInput } from "../../table.ts";
import { beginningSize, decode, type FoundEncoding, findEncoding, firstInvalid, isSingleByte } from "./encoding.ts";
import { strangeSign } from "./signs.ts";

export interface TextBlock {
  /** Whole lines with LF ends; only the file's last may lack its end. Never empty. */
  readonly text: string;
  /** Number of its first line, from 1. */
  readonly line: number;
}

/** The same, not yet turned into text. */
export interface ByteBlock {
  /** Right in their encoding, where every byte below 128 is ASCII. They are overwritten when the next block is read. */
  readonly bytes: Buffer;
  readonly line: number;
}

const blockSize = 1 << 19;
/** A line longer than this is no line of a table, bytes. */
const longestLine = 1 << 24;

/**
 * Blocks one after the other: `next()` gives `undefined` at the end and at a fault, which then stands in `fault`.
 *
 *     const reader = await TextReader.open(input);
 *     for (let block = await reader.next(); block !== undefined; block = await reader.next()) …
 *     if (reader.fault !== undefined) …
 */
export class TextReader {
  readonly name: string;
  readonly encoding: FoundEncoding;
  private readonly pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  private buffer: Uint8Array;
  private filled: number;
  private ended: boolean;
  /** How much of what is filled was given out last. */
  private used = 0;
  private line = 1;
  private faulty: Diagnostic | undefined;

  private constructor(
    name: string,
    pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
    beginning: Uint8Array,
    encoding: FoundEncoding,
    ended: boolean,
  ) {
    this.name = name;
    this.pieces = pieces;
    this.encoding = encoding;
    this.buffer = new Uint8Array(Math.max(blockSize, beginning.length));
    this.buffer.set(beginning);
    this.filled = beginning.length;
    this.ended = ended;
  }

  static async open(input: TableInput): Promise<TextReader> {
    const pieces = Symbol.asyncIterator in input.chunks ? input.chunks[Symbol.asyncIterator]() : input.chunks[Symbol.iterator]();
    // As much is looked at however the pieces are cut, so that what is found does not depend on it.
    const { bytes, ended } = await gather(pieces, beginningSize);
    const found = findEncoding(bytes.subarray(0, beginningSize), input.options.encoding);
    const beginning = bytes.subarray(found.mark);
    if (found.encoding !== "utf-16le" && found.encoding !== "utf-16be") return new TextReader(input.name, pieces, beginning, found, ended);
    return new TextReader(
      input.name,
      transcode(found.encoding, beginning, ended ? [][Symbol.iterator]() : pieces),
      new Uint8Array(),
      found,
      false,
    );
  }

  /** What was wrong with the text as such. */
  get fault(): Diagnostic | undefined {
    return this.faulty;
  }

  get form(): FormFact {
    return { fact: "encoding", found: this.encoding.found };
  }

  /** To be called when no more is wanted, so that a file is closed. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  /** The next block of whole lines. */
  async next(): Promise<TextBlock | undefined> {
    const bytes = await this.wholeLines();
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes, this.encoding.encoding);
    if (decoded === undefined) return this.failAt(bytes);
    const text = withLineFeeds(decoded);
    if (this.isStrange(text)) return undefined;
    const block: TextBlock = { text, line: this.line };
    this.line += countLines(text);
    return block;
  }

  /**
   * The next block for formats that need little of it as text. Whether it has strange signs (signs.ts) they must look
   * themselves. `next` and this are not to be mixed.
   */
  async nextBytes(): Promise<ByteBlock | undefined> {
    let bytes = await this.wholeLines();
    if (bytes === undefined) return undefined;
    const { encoding } = this.encoding;
    const isRight = isSingleByte(encoding) ? firstInvalid(bytes, encoding) === undefined : isUtf8(bytes);
    if (!isRight) return this.failAt(bytes);
    if (bytes.includes(cr)) bytes = Buffer.from(withLineFeeds(bytes.toString("latin1")), "latin1");
    const block: ByteBlock = { bytes, line: this.line };
    this.line += countBytes(bytes, lf);
    return block;
  }

  /** The bytes of whole lines, as the file has them. */
  private async wholeLines(): Promise<Buffer | undefined> {
    if (this.faulty !== undefined) return undefined;
    this.buffer.copyWithin(0, this.used, this.filled);
    this.filled -= this.used;
    let end = 0;
    while (!this.ended && end === 0) {
      await this.fill();
      end = this.ended ? this.filled : lastLineEnd(this.buffer, this.filled);
      if (end > 0) break;
      if (this.filled > longestLine) return this.fail(this.spanIn("", 0, 0), lineTooLong(longestLine >> 20));
      this.grow();
    }
    if (this.ended) end = this.filled;
    this.used = end;
    return end === 0 ? undefined : Buffer.from(this.buffer.buffer, 0, end);
  }

  /** Reads until the buffer is full or nothing more comes. */
  private async fill(): Promise<void> {
    while (this.filled < this.buffer.length) {
      const { done, value } = await this.pieces.next();
      if (done === true) {
        this.ended = true;
        return;
      }
      if (this.filled + value.length > this.buffer.length) {
        const larger = new Uint8Array(Math.max(this.buffer.length, this.filled + value.length));
        larger.set(this.buffer.subarray(0, this.filled));
        this.buffer = larger;
      }
      this.buffer.set(value, this.filled);
      this.filled += value.length;
    }
  }

  private grow(): void {
    if (this.filled < this.buffer.length) return;
    const larger = new Uint8Array(this.buffer.length * 2);
    larger.set(this.buffer.subarray(0, this.filled));
    this.buffer = larger;
  }

  /** The place of the first byte that is no sign. */
  private failAt(bytes: Uint8Array): undefined {
    const { encoding, ascii } = this.encoding;
    const at = firstInvalid(bytes, encoding) ?? 0;
    const before = decode(bytes.subarray(0, at), encoding) ?? "";
    const after = Buffer.from(bytes.subarray(at, at + 400)).toString("latin1");
    const text = withLineFeeds(`${before}${after}`);
    const place = withLineFeeds(before).length;
    return this.fail(this.spanIn(text, place, place + 1), brokenEncoding(bytes[at] ?? 0, encoding, ascii));
  }

  private isStrange(text: string): boolean {
    const sign = strangeSign(text);
    if (sign === undefined) return false;
    this.fail(this.spanIn(text, sign.at, sign.at + sign.length), sign.message);
    return true;
  }

  private spanIn(text: string, start: number, end: number): Span {
    return lineSpan(this.name, text, this.line, start, end);
  }

  private fail(span: Span, message: Message): undefined {
    this.faulty = error(span, message);
    return undefined;
  }
}

/** A span in the one line of a block that holds `start`, with a source of that line alone. */
function lineSpan(path: string, text: string, firstLine: number, start: number, end: number): Span {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineBreak = text.indexOf("\n", start);
  const line = text.slice(lineStart, lineBreak < 0 ? text.length : lineBreak);
  const number = firstLine + countLines(text.slice(0, lineStart));
  const source: Source = { path, text: detached(line), firstLine: number };
  return spanOf(source, start - lineStart, Math.min(line.length, Math.max(start, end) - lineStart));
}

/** A copy of a piece of text: a piece alone would keep the whole block in memory for as long as it lives. */
export function detached(piece: string): string {
  return piece.length < 13 ? piece : Buffer.from(piece).toString();
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

function countBytes(bytes: Buffer, wanted: number): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count++;
  return count;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

const lf = 0x0a;
const cr = 0x0d;

/** Behind the last line end in the bytes, 0 if there is none. A CR at the very end may be half of a line end. */
function lastLineEnd(bytes: Uint8Array, filled: number): number {
  const last = bytes.subarray(0, filled).lastIndexOf(lf);
  if (last >= 0) return last + 1;
  return bytes.subarray(0, Math.max(0, filled - 1)).lastIndexOf(cr) + 1;
}

/** At least so many bytes, or all there are. */
async function gather(
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  least: number,
): Promise<{ readonly bytes: Uint8Array; readonly ended: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < least) {
    const { done, value } = await pieces.next();
    if (done === true) return { bytes: joined(parts, length), ended: true };
    parts.push(value);
    length += value.length;
  }
  return { bytes: joined(parts, length), ended: false };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** UTF-16 as UTF-8. Half a pair comes out as a byte that UTF-8 does not have, so that it is a fault with its place. */
async function* transcode(
  encoding: "utf-16le" | "utf-16be",
  beginning: Uint8Array,
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  const broken = Uint8Array.of(0xff);
  for (let piece: Uint8Array | undefined = beginning; piece !== undefined; ) {
    try {
      yield encoder.encode(decoder.decode(piece, { stream: true }));
    } catch {
      yield broken;
      return;
    }
    const { done, value }: IteratorResult<Uint8Array> = await pieces.next();
    piece = done === true ? undefined : value;
  }
  try {
    yield encoder.encode(decoder.decode());
  } catch {
    yield broken;
  }
}
