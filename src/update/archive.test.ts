import { crc32, deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZipError } from "../targets/pptx/zip/read.ts";
import { zipEntry, zipOf } from "../targets/pptx/zip/write.ts";
import { archiveLimits, isZip, openArchive } from "./archive.ts";

const table = "Ort;Zahl\nBarßel;12\n";

function archive(files: Readonly<Record<string, string | Uint8Array>>, compress: boolean = true): Buffer {
  return Buffer.from(zipOf(Object.entries(files).map(([path, content]) => zipEntry(path, Buffer.from(content), compress))));
}

/** The table's name and text, "workbook", or the codes of what is wrong. */
async function looked(bytes: Uint8Array): Promise<string> {
  expect(isZip(bytes)).toBe(true);
  const { value, diagnostics } = await openArchive(bytes, "a.zip");
  if (value === undefined) return diagnostics.map(({ message }) => message.code).join(", ");
  if (value === "workbook") return value;
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of value.chunks) pieces.push(piece);
  } catch (reason) {
    if (reason instanceof ZipError) return `${value.name}: ${reason.kind}`;
    throw reason;
  }
  return `${value.name}: ${Buffer.concat(pieces).toString()}`;
}

describe("the table of an archive", () => {
  it("is its only one, packed or not, whatever lies beside it", async () => {
    expect(await looked(archive({ "12411.csv": table }))).toBe(`12411.csv: ${table}`);
    expect(await looked(archive({ "12411.csv": table }, false))).toBe(`12411.csv: ${table}`);
    const beside = { "x/LIESMICH.txt": "Hinweis", "__MACOSX/x/._a.csv": "?", "x/.versteckt.csv": "?", "bild.png": "?", "x/a.CSV": table };
    expect(await looked(archive(beside))).toBe(`a.CSV: ${table}`);
  });

  it("is unpacked whole, however large", async () => {
    const rows = Array.from({ length: 300_000 }, (_, at) => `${at};${(at * 7919) % 100_003}`).join("\n");
    expect(await looked(archive({ "a.csv": rows }))).toBe(`a.csv: ${rows}`);
  });

  it("is the archive itself where that is a workbook", async () => {
    expect(await looked(archive({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }))).toBe("workbook");
  });
});

describe("refused is", () => {
  const good = archive({ "a.csv": table });
  const directory = good.indexOf("PK\u0001\u0002", 0, "latin1");
  const changed = (at: number, ...bytes: readonly number[]): Buffer => {
    const copy = Buffer.from(good);
    copy.set(bytes, at);
    return copy;
  };

  it.each<[string, Uint8Array]>([
    ["archive-without-table", archive({ "a.pdf": "x" })],
    ["archive-without-table", archive({})],
    ["archive-of-several", archive({ "a.csv": table, "b.xlsx": table })],
    ["archive-damaged", archive(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.png`, ""])))],
    ["archive-damaged", archive({ "../a.csv": table })],
    ["archive-damaged", good.subarray(0, -30)],
    ["archive-damaged", changed(directory + 8, 1)],
    ["archive-damaged", changed(directory + 10, 12)],
    // A check sum of another content shows only when it has been read.
    ["a.csv: damaged", changed(directory + 16, 0)],
    ["a.csv: damaged", changed(31 + "a.csv".length, 0)],
  ])("%s: case %#", async (words, bytes) => {
    expect(await looked(bytes)).toBe(words);
  });

  it("a bomb, before it is unpacked", async () => {
    const zeros = Buffer.alloc(100e6);
    const data = deflateRawSync(zeros, { level: 9 });
    const bomb = zipOf([{ path: "a.csv", crc: crc32(zeros), size: zeros.length, compressed: true, data }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await looked(bomb)).toBe("archive-too-large");
  });

  it("a bomb that tells less than it holds, as soon as it shows", async () => {
    const bomb = archive({ "a.csv": Buffer.alloc(20e6, "1;2\n") });
    const at = bomb.indexOf("PK\u0001\u0002", 0, "latin1");
    bomb.writeUInt32LE(1_000_000, at + 24);
    const { value } = await openArchive(bomb, "a.zip");
    if (value === undefined || value === "workbook") throw new Error("There should be a table.");
    let size = 0;
    await expect(
      (async () => {
        for await (const piece of value.chunks) size += piece.length;
      })(),
    ).rejects.toThrow("a.csv");
    expect(size).toBeLessThan(1_100_000);
  });

  it("what is larger than is allowed", async () => {
    const { diagnostics } = await openArchive(good, "a.zip", { ...archiveLimits, size: 10 });
    expect(diagnostics[0]?.message.code).toBe("archive-too-large");
  });

  it("or read rightly, whatever bytes are changed", async () => {
    const change = fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) if (at > 3) bytes[at] = value;
        const words = await looked(bytes);
        // The name is no part of what the check sum holds.
        if (!/^archive-|: damaged$/u.test(words)) expect(words.slice(words.indexOf(": ") + 2)).toBe(table);
      }),
      { numRuns: 500 },
    );
  });
});
