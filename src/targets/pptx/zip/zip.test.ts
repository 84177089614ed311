import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadZipOptions, ZipError, readZip } from "./read.ts";
import { zipEntry, zipOf } from "./write.ts";

function archiveOf(files: Readonly<Record<string, string | Uint8Array>>, compress: boolean = true): Buffer {
  return Buffer.from(zipOf(Object.entries(files).map(([path, content]) => zipEntry(path, Buffer.from(content), compress))));
}

async function faultOf(bytes: Uint8Array, options?: ReadZipOptions): Promise<string> {
  try {
    await readZip(bytes, options);
  } catch (error) {
    if (error instanceof ZipError) return error.kind;
    throw error;
  }
  return "none";
}

const good = archiveOf({ "a.xml": "<a>".repeat(100), "b/c.png": "picture" });
/** Where the directory's first line and the end record begin. */
const directory = good.indexOf("PK\u0001\u0002", 0, "latin1");
const end = good.indexOf("PK\u0005\u0006", 0, "latin1");

/** The archive with other bytes at a place. */
function changed(at: number, ...bytes: readonly number[]): Buffer {
  const copy = Buffer.from(good);
  copy.set(bytes, at);
  return copy;
}

describe("zipOf and readZip", () => {
  it("give the same files again, in order", async () => {
    const path = fc.string({ unit: fc.constantFrom("a", "b", "7", "-", "_"), minLength: 1, maxLength: 8 });
    const file = fc.record({ path, bytes: fc.uint8Array({ maxLength: 300 }), compress: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { selector: (value) => value.path }), async (files) => {
        const archive = zipOf(files.map(({ path: name, bytes, compress }) => zipEntry(`x/${name}`, bytes, compress)));
        const read = await readZip(archive);
        expect([...read].map(([name, bytes]) => [name, [...bytes]])).toEqual(
          files.map(({ path: name, bytes }) => [`x/${name}`, [...bytes]]),
        );
      }),
    );
  });

  it("stores what does not get smaller", () => {
    const noise = createHash("sha512").update("x").digest();
    expect(zipEntry("a", noise, true)).toMatchObject({ compressed: false, data: noise });
    expect(zipEntry("a", Buffer.alloc(1000), true).data.length).toBeLessThan(50);
  });

  it("unpacks only what is wanted, and counts only that", async () => {
    const files = await readZip(good, { wanted: (path) => path.startsWith("b/"), mostBytes: 7 });
    expect([...files.keys()]).toEqual(["b/c.png"]);
  });
});

describe("the bytes of an archive", () => {
  it("hold the format's first day as the time, and no fields besides", () => {
    // File header: flags, time, date; then the length of further fields.
    expect(good.readUInt16LE(6)).toBe(0);
    expect(good.readUInt16LE(10)).toBe(0);
    expect(good.readUInt16LE(12)).toBe(0b0000000_0001_00001);
    expect(good.readUInt16LE(28)).toBe(0);
    expect(good.readUInt32LE(directory + 12)).toBe(0b0000000_0001_00001 << 16);
    expect(good.readUInt16LE(directory + 30)).toBe(0);
  });
});

describe("readZip refuses", () => {
  it.each<[string, Uint8Array, ReadZipOptions?]>([
    ["no-zip", Buffer.from("")],
    ["no-zip", Buffer.from("<html>")],
    ["truncated", good.subarray(0, good.length - 30)],
    ["truncated", good.subarray(0, 40)],
    ["damaged", Buffer.concat([good.subarray(0, 30), good.subarray(60)])],
    ["encrypted", changed(directory + 8, 1)],
    ["encrypted", changed(directory + 8, 0x41)],
    ["unsupported", changed(directory + 10, 12)],
    ["duplicate", archiveOf({ "ppt/A.xml": "1", "ppt/a.xml": "2" })],
    ["unsafe-path", archiveOf({ "../a.xml": "1" })],
    ["unsafe-path", archiveOf({ "a/../../b.xml": "1" })],
    ["unsafe-path", archiveOf({ "..\\a.xml": "1" })],
    ["unsafe-path", archiveOf({ "/a.xml": "1" })],
    ["unsafe-path", archiveOf({ "C:/a.xml": "1" })],
    ["unsafe-path", archiveOf({ "a\0.xml": "1" })],
    ["too-many-files", good, { mostFiles: 1 }],
    ["too-large", good, { mostBytes: 306 }],
    ["damaged", changed(directory + 16, 0)],
    // Less unpacked than there is: what a bomb would tell.
    ["damaged", changed(directory + 24, 10)],
    ["damaged", changed(directory + 42, 5)],
    ["damaged", changed(end + 16, 0)],
  ])("as %s: case %#", async (kind, bytes, options) => {
    expect(await faultOf(good, { mostBytes: 307 })).toBe("none");
    expect(await faultOf(bytes, options)).toBe(kind);
  });

  it("a bomb before it is unpacked", async () => {
    const zeros = zipEntry("", Buffer.alloc(1e6), true);
    const bomb = zipOf(Array.from({ length: 300 }, (_, at) => ({ ...zeros, path: `${at}.xml` })));
    expect(bomb.length).toBeLessThan(2e6);
    const before = process.memoryUsage().arrayBuffers;
    expect(await faultOf(bomb)).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  });

  it("whatever bytes are changed, cut off or put in, and never fails otherwise", async () => {
    const change = fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: good.length }),
        fc.boolean(),
        async (changes, cut, whole) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          await faultOf(whole ? bytes : bytes.subarray(0, cut));
        },
      ),
      { numRuns: 1000 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array(),
        async (bytes) => void (await faultOf(Buffer.concat([Buffer.from("PK"), bytes, good.subarray(directory)]))),
      ),
    );
  });
});
