/** Cuts the lines of a ffcsv table into fields: only their borders are noted. */

import { type Encoding, isSingleByte } from "../text/encoding.ts";

const [ordinary, separates, ends, controls, leads] = [0, 1, 2, 3, 4];
const lineFeed = 10;
const tab = 9;

export class Cutter {
  /** Of the line cut last, by column. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many fields it has, also where they are more than columns. */
  count = 0;
  /** Whether there may be signs in it that no table has; a closer look must tell. */
  strange = false;
  /** What is to be done with a byte, by its value: each of a million rows is looked at, so one look must do. */
  private readonly kinds = new Uint8Array(256);
  private readonly isSingle: boolean;

  /** @param separator an ASCII sign */
  constructor(columns: number, separator: string, encoding: Encoding) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.isSingle = isSingleByte(encoding);
    this.kinds.fill(controls, 0, 32);
    this.kinds[0x7f] = controls;
    // The first bytes of what signs.ts calls strange.
    for (const lead of [0xc2, 0xc3, 0xe2, 0xef]) this.kinds[lead] = leads;
    this.kinds[tab] = ordinary;
    this.kinds[lineFeed] = ends;
    this.kinds[separator.charCodeAt(0)] = separates;
  }

  /** Cuts the line that begins at `at`. @returns where it ends: at a line feed or the end of the bytes */
  cut(bytes: Uint8Array, at: number): number {
    const { starts, ends: borders, kinds } = this;
    const columns = starts.length;
    const { length } = bytes;
    let field = 0;
    let start = at;
    let place = at;
    this.strange = false;
    for (; place < length; place++) {
      const kind = kinds[bytes[place] ?? 0];
      if (kind === ordinary) continue;
      if (kind === separates) {
        if (field < columns) {
          starts[field] = start;
          borders[field] = place;
        }
        field++;
        start = place + 1;
      } else if (kind === ends) break;
      else if (kind === controls || this.isSuspect(bytes, place)) this.strange = true;
    }
    if (field < columns) {
      starts[field] = start;
      borders[field] = place;
    }
    this.count = field + 1;
    return place;
  }

  /** Control characters, the sign for lost ones, and UTF-8 read as something else and saved as UTF-8 again. */
  private isSuspect(bytes: Uint8Array, at: number): boolean {
    const [lead, second = 0, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    if (this.isSingle) return true;
    if (lead === 0xc2) return second < 0xa0;
    if (lead === 0xc3) return second === 0x82 || second === 0x83 || (second === 0xa2 && third === 0xe2);
    return lead === 0xef && second === 0xbf && third === 0xbd;
  }

  /** Takes the borders of fields joined without separators. @param lengths of the fields, bytes */
  take(lengths: readonly number[]): void {
    let place = 0;
    for (let field = 0; field < lengths.length && field < this.starts.length; field++) {
      this.starts[field] = place;
      place += lengths[field] ?? 0;
      this.ends[field] = place;
    }
    this.count = lengths.length;
  }
}
