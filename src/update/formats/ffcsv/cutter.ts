/** Cuts the lines of a ffcsv table into fields: only their borders are noted. */

const lineFeed = 10;

export class Cutter {
  /** Of the line cut last, by column. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many fields it has, also where they are more than columns. */
  count = 0;
  private readonly separator: number;

  /** @param separator an ASCII sign */
  constructor(columns: number, separator: string) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.separator = separator.charCodeAt(0);
  }

  /** Cuts the line that begins at `at`. @returns where it ends: at a line feed or the end of the bytes */
  cut(bytes: Uint8Array, at: number): number {
    const { starts, ends, separator } = this;
    const columns = starts.length;
    const { length } = bytes;
    let field = 0;
    let start = at;
    let place = at;
    for (; place < length; place++) {
      const byte = bytes[place];
      if (byte === separator) {
        if (field < columns) {
          starts[field] = start;
          ends[field] = place;
        }
        field++;
        start = place + 1;
      } else if (byte === lineFeed) break;
    }
    if (field < columns) {
      starts[field] = start;
      ends[field] = place;
    }
    this.count = field + 1;
    return place;
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
