/** The text of an XML file's bytes: UTF-8, or UTF-16 in either order, which Open XML allows besides. */

import { XmlError } from "./error.ts";

/** Without a byte order mark. Throws {@link XmlError} where the bytes break the encoding. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError("encoding", `The bytes are not ${encodingOf(bytes)}.`);
  }
}

/** By the mark, and without one by the zeros around the first "<". */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
