/** Which encoding a text has, found by looking at its beginning, and its bytes turned into text without a sign lost. */

import type { Words } from "../../../source/messages/fields.ts";
import { encodingWords } from "../../../source/messages/inspection.ts";
import type { FormatOptions } from "../../table.ts";

export type Encoding = NonNullable<FormatOptions["encoding"]>;

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** For people: "UTF-8 mit BOM". */
  readonly found: Words;
  /** Nothing but ASCII was there to look at: what comes later may be in another encoding, and then is a fault. */
  readonly ascii: boolean;
}

/** How much of a file is looked at, bytes. */
export const beginningSize = 65_536;

/**
 * By the byte order mark, else by the first signs beyond ASCII: they are UTF-8 where they form a sign of it, which text in
 * ISO-8859-1 does not by chance ("Ã¼" is no word).
 *
 * @param wanted what somebody says it is; a byte order mark of it is skipped
 */
export function findEncoding(beginning: Uint8Array, wanted?: Encoding): FoundEncoding {
  const mark = markOf(beginning);
  if (wanted !== undefined)
    return {
      encoding: wanted,
      mark: mark?.encoding === wanted ? mark.length : 0,
      found: encodingWords(names[wanted], undefined),
      ascii: false,
    };
  if (mark !== undefined)
    return { encoding: mark.encoding, mark: mark.length, found: encodingWords(names[mark.encoding], true), ascii: false };
  const at = beginning.findIndex((byte) => byte > 0x7f);
  if (at < 0) return { encoding: "utf-8", mark: 0, found: encodingWords("UTF-8", "ascii"), ascii: true };
  if (utf8Length(beginning, at) !== 0) return { encoding: "utf-8", mark: 0, found: encodingWords("UTF-8", false), ascii: false };
  return { encoding: "windows-1252", mark: 0, found: encodingWords("ISO-8859-1 (Windows-1252)", undefined), ascii: false };
}

const names: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "iso-8859-1": "ISO-8859-1",
  "windows-1252": "Windows-1252",
  "utf-16le": "UTF-16 (LE)",
  "utf-16be": "UTF-16 (BE)",
};

function markOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether each byte is a sign. */
export function isSingleByte(encoding: Encoding): boolean {
  return encoding === "windows-1252" || encoding === "iso-8859-1";
}

/** How long the text of these bytes is, UTF-16 units. */
export function textLength(bytes: Uint8Array, start: number, end: number, encoding: Encoding): number {
  if (isSingleByte(encoding)) return end - start;
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    // Bytes that go on with a sign do not count, the first of four counts for a pair.
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

/** The text of whole lines; `undefined` where the bytes are none in this encoding. UTF-16 comes here as UTF-8. */
export function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (isSingleByte(encoding)) return fromSingle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** As {@link decode}, for pieces of what has been found right: many small ones, so without looking again. */
export function decodePiece(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  return isSingleByte(encoding) ? (fromSingle(bytes.toString("latin1", start, end)) ?? "") : bytes.toString("utf8", start, end);
}

/**
 * Not by TextDecoder: Node 20 takes 0x80 to 0x9f for control characters in Windows-1252, too. Nobody means those, so that
 * text said to be ISO-8859-1 is read like it.
 */
function fromSingle(text: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  if (!/[\u0080-\u009f]/.test(text)) return text;
  if (/[\u0081\u008d\u008f\u0090\u009d]/.test(text)) return undefined;
  return text.replaceAll(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** 0x80 to 0x9f; blanks stand for bytes without a sign. */
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Index of the first byte that belongs to no sign of the encoding; `undefined` if there is none. */
export function firstInvalid(bytes: Uint8Array, encoding: Encoding): number | undefined {
  if (isSingleByte(encoding)) {
    const at = bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0 && windows1252[byte - 0x80] === " ");
    return at < 0 ? undefined : at;
  }
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** Bytes of the UTF-8 sign that begins here, 0 for none. */
function utf8Length(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const follows = (offset: number): boolean => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80;
  if (!follows(1) || first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  // Overlong forms, halves of UTF-16 pairs, and what is beyond Unicode.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) || !follows(2)) return 0;
  if (first < 0xf0) return 3;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) || first > 0xf4 || !follows(3)) return 0;
  return 4;
}
