/** The text with which a file begins, for telling formats apart: lenient, since its last sign may be cut. */

import type { Beginning } from "../../table.ts";
import { findEncoding } from "./encoding.ts";

/** Without a byte order mark, line ends as they are; at most `length` signs. */
export function beginningText({ bytes }: Beginning, length = 4_096): string {
  const { encoding, mark } = findEncoding(bytes);
  const piece = bytes.subarray(mark, mark + length * 2);
  const label = encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be" ? encoding : "windows-1252";
  return new TextDecoder(label).decode(piece).slice(0, length);
}
