/** The bytes of a file somebody names, in pieces, with what makes a read end in words instead of a hang. */

import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { unreadable } from "../../source/messages/project.ts";
import { updateFileMissing, updateFileTooLarge, updateNotAFile } from "../../source/messages/update-file.ts";
import { codeOf, ReadError } from "../disk.ts";
import type { Content } from "./task.ts";

const pieceSize = 262_144;
const megabyte = 1_000_000;

/** Content that is being read, once and from its beginning. */
export class Bytes {
  private readonly name: string;
  private readonly source: FileHandle | Uint8Array;
  private readonly hash: Hash = createHash("sha256");
  private most: number;
  private at = 0;

  private constructor(name: string, source: FileHandle | Uint8Array, most: number) {
    this.name = name;
    this.source = source;
    this.most = most;
  }

  /**
   * @param most bytes that are read
   * @throws ReadError for what is no readable file
   */
  static async open(content: Content, name: string, most: number): Promise<Bytes> {
    if ("bytes" in content) return new Bytes(name, content.bytes, most);
    return new Bytes(name, await openFile(content.path, name), most);
  }

  /** Takes less than was first allowed, in bytes. */
  limitTo(most: number): void {
    this.most = Math.min(this.most, most);
  }

  /**
   * The rest, from where reading has come to.
   *
   * @throws ReadError where the disk fails or the file turns out too large
   */
  async *rest(): AsyncGenerator<Uint8Array, void, void> {
    for (let piece = await this.next(); piece.length > 0; piece = await this.next()) yield piece;
  }

  /** Reads to the end what nobody wanted, for the check sum is of all bytes. */
  async finish(): Promise<{ readonly sha256: string; readonly size: number }> {
    for await (const piece of this.rest()) void piece;
    return { sha256: this.hash.digest("hex"), size: this.at };
  }

  async close(): Promise<void> {
    if (!(this.source instanceof Uint8Array)) await this.source.close();
  }

  private async next(): Promise<Uint8Array> {
    const piece = await this.read();
    this.at += piece.length;
    if (this.at > this.most) throw new ReadError(updateFileTooLarge(this.name, Math.floor(this.most / megabyte)));
    this.hash.update(piece);
    return piece;
  }

  private async read(): Promise<Uint8Array> {
    if (this.source instanceof Uint8Array) return this.source.subarray(this.at, this.at + pieceSize);
    try {
      // A new piece each time: who gets one may keep it.
      const { buffer, bytesRead } = await this.source.read(Buffer.allocUnsafe(pieceSize), 0, pieceSize, null);
      return buffer.subarray(0, bytesRead);
    } catch (reason) {
      throw new ReadError(unreadable(this.name, codeOf(reason)));
    }
  }
}

/** Without waiting for a writer where a named pipe stands in place of a file. */
async function openFile(path: string, name: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (reason) {
    const code = codeOf(reason);
    if (code === "EISDIR") throw new ReadError(updateNotAFile(name, "folder"));
    if (code === "ENXIO") throw new ReadError(updateNotAFile(name, "other"));
    throw new ReadError(code === "ENOENT" || code === "ENOTDIR" ? updateFileMissing(name) : unreadable(name, code));
  }
  const stat = await file.stat();
  if (stat.isFile()) return file;
  await file.close();
  throw new ReadError(updateNotAFile(name, stat.isDirectory() ? "folder" : "other"));
}

/** The first bytes of a stream, and the stream with them put back. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly beginning: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const { value, done } = await iterator.next();
    if (done === true) ended = true;
    else {
      first.push(value);
      size += value.length;
    }
  }
  const all = async function* (): AsyncGenerator<Uint8Array, void, void> {
    yield* first;
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { beginning: Buffer.concat(first).subarray(0, length), chunks: all() };
}

/** All of a stream as one piece. */
export async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}
