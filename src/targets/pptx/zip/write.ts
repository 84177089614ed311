/**
 * Zip archives of our own, the same bytes on any day and in any time zone: one fixed time, no fields besides.
 * Written at once and not through streams: an entry is a call of zlib, which is several times faster for files of
 * thousands of small parts, and a workbook can be made in the middle of a chart.
 */

import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** With slashes, ASCII as all part names are. */
  readonly path: string;
  readonly crc: number;
  readonly size: number;
  readonly compressed: boolean;
  readonly data: Uint8Array;
}

/**
 * Measured on the 4,783 parts of 1,000 slides (21 MB): level 3 makes 4.0 MB of them, level 6 3.8 MB in 1.4 times the time.
 * The small chunk is for parts of some kilobytes, as most are.
 */
const settings = { level: 3, chunkSize: 4096 } as const;

/** Compresses a file, unless that was done already (pictures) or does not help. */
export function zipEntry(path: string, bytes: Uint8Array, compress: boolean): ZipEntry {
  const deflated = compress ? deflateRawSync(bytes, settings) : bytes;
  const compressed = deflated.length < bytes.length;
  // A copy, because zlib's own result keeps a whole chunk alive for each part.
  return { path, crc: crc32(bytes), size: bytes.length, compressed, data: compressed ? Buffer.from(deflated) : bytes };
}

/** The archive of these entries, in this order. Below 4 GB and 65,535 entries, which a presentation never reaches. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map(({ path }) => Buffer.from(path));
  const directorySize = names.reduce((sum, name) => sum + directoryHeader + name.length, 0);
  const filesSize = entries.reduce((sum, { data }, at) => sum + fileHeader + (names[at]?.length ?? 0) + data.length, 0);
  if (entries.length >= 0xffff || filesSize + directorySize >= 0xffffffff) throw new RangeError("The archive is too large.");
  const archive = Buffer.alloc(filesSize + directorySize + endRecord);
  let at = 0;
  let inDirectory = filesSize;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? Buffer.alloc(0);
    const offset = at;
    archive.writeUInt32LE(0x04034b50, at);
    writeFacts(archive, at + 4, entry, name.length);
    name.copy(archive, at + fileHeader);
    archive.set(entry.data, at + fileHeader + name.length);
    at += fileHeader + name.length + entry.data.length;

    archive.writeUInt32LE(0x02014b50, inDirectory);
    archive.writeUInt16LE(zipVersion, inDirectory + 4);
    writeFacts(archive, inDirectory + 6, entry, name.length);
    archive.writeUInt32LE(offset, inDirectory + 42);
    name.copy(archive, inDirectory + directoryHeader);
    inDirectory += directoryHeader + name.length;
  }
  archive.writeUInt32LE(0x06054b50, inDirectory);
  archive.writeUInt16LE(entries.length, inDirectory + 8);
  archive.writeUInt16LE(entries.length, inDirectory + 10);
  archive.writeUInt32LE(directorySize, inDirectory + 12);
  archive.writeUInt32LE(filesSize, inDirectory + 16);
  return archive;
}

const fileHeader = 30;
const directoryHeader = 46;
const endRecord = 22;
/** Deflate needs version 2.0 of the format. */
const zipVersion = 20;
/** 1 January 1980 at midnight: the earliest that the format knows. */
const date = (1 << 5) | 1;

/** What the header of a file and its line in the directory say alike. */
function writeFacts(archive: Buffer, at: number, { crc, size, compressed, data }: ZipEntry, nameLength: number): void {
  archive.writeUInt16LE(zipVersion, at);
  archive.writeUInt16LE(compressed ? 8 : 0, at + 4);
  archive.writeUInt16LE(date, at + 8);
  archive.writeUInt32LE(crc, at + 10);
  archive.writeUInt32LE(data.length, at + 14);
  archive.writeUInt32LE(size, at + 18);
  archive.writeUInt16LE(nameLength, at + 22);
}
