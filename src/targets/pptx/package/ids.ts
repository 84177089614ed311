/** Identifiers that PowerPoint would draw by chance, here from what they identify. */

import { createHash } from "node:crypto";

/** `{8-4-4-4-12}` in capitals, always the same for a text: a name-based UUID (version 5). */
export function guidOf(text: string): string {
  const bytes = createHash("sha1").update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex").toUpperCase();
  return `{${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")}}`;
}
