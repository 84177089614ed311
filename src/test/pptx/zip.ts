/** A zip file as it lies on the disk: its directory as written, since readers hide double names, times and order. */

import { inflateSync } from "fflate";

export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Day and time as MS-DOS packs them, the day in the upper 16 bits. */
  readonly modified: number;
  /** Byte where the entry's own header starts. */
  readonly offset: number;
  readonly content: Uint8Array;
}

/** 1980-01-01 00:00, the first day that a zip knows. */
export const firstDay: number = ((1 << 5) | 1) << 16;

/** @throws Error where it is no zip */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error("The file has no zip directory.");
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let rest = view.getUint16(end + 10, true); rest > 0; rest -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error(`The zip directory is broken at byte ${at}.`);
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const offset = view.getUint32(at + 42, true);
    const method = view.getUint16(at + 10, true);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method,
      modified: (view.getUint16(at + 14, true) << 16) | view.getUint16(at + 12, true),
      offset,
      content: method === 0 ? packed : inflateSync(packed),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
