import { describe, expect, it } from "vitest";
import type { FormatOptions } from "../../table.ts";
import { linesOf } from "./lines.ts";
import { TextReader } from "./reader.ts";

async function linesIn(chunks: Iterable<Uint8Array>, options: FormatOptions = {}): Promise<readonly string[]> {
  const reader = await TextReader.open({ name: "a.csv", chunks, options });
  const lines: string[] = [];
  for await (const { number, text, ended } of linesOf(reader)) lines.push(`${number} ${text}${ended ? "" : " …"}`);
  if (reader.fault !== undefined)
    lines.push(`${reader.fault.message.code} ${reader.fault.span.source.firstLine}:${reader.fault.span.start + 1}`);
  return lines;
}

/** Pieces that say whether somebody was done with them. */
class Pieces implements Iterable<Uint8Array> {
  closed = false;
  private readonly texts: readonly (string | Error)[];

  constructor(...texts: readonly (string | Error)[]) {
    this.texts = texts;
  }

  *[Symbol.iterator](): Generator<Uint8Array, void, undefined> {
    try {
      for (const text of this.texts) {
        if (text instanceof Error) throw text;
        yield Buffer.from(text);
      }
    } finally {
      this.closed = true;
    }
  }
}

describe("lines", () => {
  it("end with LF, CRLF or CR, also where a piece parts them", async () => {
    expect(await linesIn(new Pieces("a\r", "\nb\rc\n", "\n", "d"))).toEqual(["1 a", "2 b", "3 c", "4 ", "5 d …"]);
    expect(await linesIn(new Pieces("a\rb\r"))).toEqual(["1 a", "2 b"]);
    expect(await linesIn([])).toEqual([]);
  });

  it("are read over many blocks", async () => {
    const line = `${"ä".repeat(99)}\r\n`;
    const lines = await linesIn(new Pieces(...Array.from({ length: 12_000 }, () => line)));
    expect([lines.length, new Set(lines.map((text) => text.replace(/^\d+ /, ""))).size]).toEqual([12_000, 1]);
  });

  it("may be long, but not without end", async () => {
    const piece = "x".repeat(1 << 20);
    expect((await linesIn(new Pieces(piece, piece, "\nb\n"))).map((text) => text.length)).toEqual([(1 << 21) + 2, 3]);
    expect(await linesIn(new Pieces("a\n", ...Array.from({ length: 40 }, () => piece)))).toEqual(["1 a", "line-too-long 2:1"]);
  });

  it("of UTF-16 are faulty from a broken sign on", async () => {
    const bytes = Buffer.from("\uFEFFa\nb\uD800c\n", "utf16le");
    expect((await linesIn([bytes])).at(-1)).toMatch(/^broken-encoding /);
    const unmarked = Buffer.from("a\n", "utf16le");
    expect(await linesIn([unmarked])).toEqual(["not-a-text 1:2"]);
    expect(await linesIn([unmarked], { encoding: "utf-16le" })).toEqual(["1 a"]);
  });
});

describe("what the bytes come from", () => {
  it("is closed, whether it was read to the end or not", async () => {
    const pieces = new Pieces("a\n".repeat(50_000), "b\n");
    const reader = await TextReader.open({ name: "a.csv", chunks: pieces, options: {} });
    expect(pieces.closed).toBe(false);
    await reader.close();
    expect(pieces.closed).toBe(true);
  });

  it("may throw, which is for others to tell", async () => {
    await expect(linesIn(new Pieces("a\n".repeat(50_000), new Error("damaged")))).rejects.toThrow("damaged");
    await expect(linesIn(new Pieces("a\n", new Error("damaged")))).rejects.toThrow("damaged");
  });
});
