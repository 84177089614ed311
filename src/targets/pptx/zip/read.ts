/**
 * Zip archives that others made: a template from anywhere, or what pptxgenjs wrote. Nothing in them is believed: sizes are
 * told by the directory, summed before anything is unpacked, and kept while unpacking.
 */

import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { type Entry, type ZipFile, fromBufferPromise, getFileNameLowLevel, validateFileName } from "yauzl";

export type ZipFault =
  /** It does not begin like an archive. */
  | "no-zip"
  /** It begins like one, but its directory, which is at the end, is not there. */
  | "truncated"
  | "encrypted"
  /** More unpacked than is allowed. */
  | "too-large"
  | "too-many-files"
  /** A name that leads out of the archive. */
  | "unsafe-path"
  /** Two files of the same name; letter case makes no difference. */
  | "duplicate"
  /** Compressed by another method than deflate. */
  | "unsupported"
  /** Bytes that contradict themselves: offsets, sizes, check sums. */
  | "damaged";

export class ZipError extends Error {
  readonly kind: ZipFault;

  /** @param message English, with the file's name in the archive where there is one */
  constructor(kind: ZipFault, message: string) {
    super(message);
    this.name = "ZipError";
    this.kind = kind;
  }
}

export interface ReadZipOptions {
  /** Which files are unpacked, by their paths; all, if absent. Only these count for {@link mostBytes}. */
  readonly wanted?: (path: string) => boolean;
  /** Bytes of all files together, unpacked. */
  readonly mostBytes?: number;
  readonly mostFiles?: number;
}

/**
 * The archive's files by path, in the order of its directory. Folders are left out.
 * @throws ZipError
 */
export async function readZip(
  bytes: Uint8Array,
  { wanted = () => true, mostBytes = 200e6, mostFiles = 20_000 }: ReadZipOptions = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = await open(buffer);
  if (archive.entryCount > mostFiles) throw new ZipError("too-many-files", `There are ${archive.entryCount} files.`);
  const entries = await directoryOf(archive);
  const chosen = [...entries].filter(([path]) => wanted(path));
  const size = chosen.reduce((sum, [, entry]) => sum + entry.uncompressedSize, 0);
  if (size > mostBytes) throw new ZipError("too-large", `Unpacked it has ${size} bytes.`);
  const files = new Map<string, Uint8Array>();
  for (const [path, entry] of chosen) {
    const { fileDataStart } = await damagedUnless(archive.readLocalFileHeaderPromise(entry, { minimal: true }));
    files.set(path, unpack(path, entry, buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)));
  }
  return files;
}

/** An archive whose files are unpacked one at a time, as somebody reads them. */
export interface ZipListing {
  /** By path, in the order of the directory; sizes in bytes, as the directory tells them. */
  readonly files: ReadonlyMap<string, { readonly size: number; readonly packedSize: number }>;
  /**
   * The content of one file, piece by piece; of a path that is not there, nothing. What contradicts the directory is found
   * at the latest after the last piece, so that what was read before counts only when the end has been reached.
   * @throws ZipError while it is read
   */
  stream(path: string): AsyncGenerator<Uint8Array, void, void>;
}

/**
 * For files too large to be held unpacked. Folders are left out.
 * @throws ZipError
 */
export async function openZip(bytes: Uint8Array, mostFiles: number): Promise<ZipListing> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = await open(buffer);
  if (archive.entryCount > mostFiles) throw new ZipError("too-many-files", `There are ${archive.entryCount} files.`);
  const entries = await directoryOf(archive);
  return {
    files: new Map(
      [...entries].map(([path, { uncompressedSize, compressedSize }]) => [path, { size: uncompressedSize, packedSize: compressedSize }]),
    ),
    stream: async function* (path) {
      const entry = entries.get(path);
      if (entry === undefined) return;
      const { fileDataStart } = await damagedUnless(archive.readLocalFileHeaderPromise(entry, { minimal: true }));
      yield* unpacked(path, entry, buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize));
    },
  };
}

async function open(buffer: Buffer): Promise<ZipFile> {
  if (buffer.subarray(0, 2).toString("latin1") !== "PK") throw new ZipError("no-zip", "It is no zip archive.");
  if (!buffer.includes("PK\u0005\u0006", 0, "latin1")) throw new ZipError("truncated", "The directory at the end is missing.");
  return damagedUnless(fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }));
}

async function damagedUnless<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): ZipError {
  if (error instanceof ZipError) return error;
  return new ZipError("damaged", error instanceof Error ? error.message : String(error));
}

/** The files that the directory lists, each looked at before any is unpacked. */
async function directoryOf(archive: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  try {
    for await (const entry of archive.eachEntry()) {
      const path = pathOf(entry);
      if (path.endsWith("/")) continue;
      if (names.has(path.toLowerCase())) throw new ZipError("duplicate", `${path} is there twice.`);
      if (entry.isEncrypted()) throw new ZipError("encrypted", `${path} is encrypted.`);
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        throw new ZipError("unsupported", `${path} is compressed by method ${entry.compressionMethod}.`);
      names.add(path.toLowerCase());
      entries.set(path, entry);
    }
  } catch (error) {
    // What yauzl refuses itself it says in words only.
    throw error instanceof Error && error.message.includes("encryption") ? new ZipError("encrypted", error.message) : damaged(error);
  }
  return entries;
}

/** The name as text, with slashes. */
function pathOf(entry: Entry): string {
  const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  const fault = path.includes("\0") ? "a name with a zero" : validateFileName(path);
  if (fault !== null) throw new ZipError("unsafe-path", fault);
  return path;
}

function unpack(path: string, { compressionMethod, uncompressedSize, crc32: sum }: Entry, packed: Buffer): Uint8Array {
  const content = compressionMethod === 0 ? packed : inflate(path, packed, uncompressedSize);
  if (content.length !== uncompressedSize || crc32(content) !== sum)
    throw new ZipError("damaged", `${path} is not what its check sum says.`);
  return content;
}

/** {@link unpack} piece by piece: never more than the directory has told, and in the end exactly that. */
async function* unpacked(
  path: string,
  { compressionMethod, uncompressedSize, crc32: sum }: Entry,
  packed: Buffer,
): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  let found = 0;
  for await (const piece of compressionMethod === 0 ? [packed] : inflated(path, packed)) {
    size += piece.length;
    if (size > uncompressedSize) break;
    found = crc32(piece, found);
    yield piece;
  }
  if (size !== uncompressedSize || found !== sum) throw new ZipError("damaged", `${path} is not what its check sum says.`);
}

async function* inflated(path: string, packed: Buffer): AsyncGenerator<Uint8Array, void, void> {
  const unpacking = createInflateRaw({ chunkSize: 65_536 });
  unpacking.end(packed);
  try {
    for await (const piece of unpacking) if (piece instanceof Uint8Array) yield piece;
  } catch (error) {
    throw new ZipError("damaged", `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Stops as soon as there is more than the directory has told. */
function inflate(path: string, packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new ZipError("damaged", `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
