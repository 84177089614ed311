/** The body of an answer: its beginning tells what it is before anything is written. */

import { open, rm } from "node:fs/promises";
import type { Message } from "../../../../source/diagnostic.ts";
import { tooMuch } from "../../../../source/messages/network.ts";

/** Bytes that suffice to tell a file from a status or a page. */
const enough = 512;

/** A body whose first bytes have been looked at. */
export class Beginning {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  private readonly heard: () => void;
  private readonly first: Uint8Array[] = [];
  private ended = false;

  /** @param heard called for each piece */
  constructor(body: ReadableStream<Uint8Array> | null, heard: () => void) {
    this.reader = body?.getReader();
    this.heard = heard;
  }

  /** The first bytes; fewer than usual only where the body has no more. */
  async bytes(): Promise<Uint8Array> {
    for (let length = 0; length < enough; ) {
      const piece = await this.next();
      if (piece === undefined) break;
      this.first.push(piece);
      length += piece.length;
    }
    return Buffer.concat(this.first).subarray(0, enough);
  }

  /** All of it, once. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    yield* this.first;
    for (let piece = await this.next(); piece !== undefined; piece = await this.next()) yield piece;
  }

  /** The whole as text, at most so many bytes of it. */
  async text(most: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of this.pieces()) {
      pieces.push(piece);
      length += piece.length;
      if (length >= most) break;
    }
    return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, most));
  }

  private async next(): Promise<Uint8Array | undefined> {
    if (this.ended || this.reader === undefined) return undefined;
    const { value, done } = await this.reader.read();
    this.ended = done;
    if (!done) this.heard();
    return value;
  }
}

export interface Keeping {
  readonly path: string;
  /** Bytes. */
  readonly limit: number;
  readonly who: string;
  readonly received: (bytes: number) => void;
}

/**
 * Writes a body to a file that is on the disk when this ends; what could not be received whole is removed.
 *
 * @returns words, if it is too large
 * @throws Error of the file system or of the network
 */
export async function keepFile(body: Beginning, { path, limit, who, received }: Keeping): Promise<Message | undefined> {
  const file = await open(path, "wx", 0o600);
  let whole = false;
  try {
    let size = 0;
    for await (const piece of body.pieces()) {
      size += piece.length;
      if (size > limit) return tooMuch(who, limit);
      for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten;
      received(size);
    }
    await file.sync();
    whole = true;
    return undefined;
  } finally {
    await file.close();
    if (!whole) await rm(path, { force: true });
  }
}
