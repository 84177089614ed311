/** What can happen to a file on its way: all from one seeded generator, so that a run can be told by its number. */

import { isoDay, textOf } from "./independent.ts";

/** Numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A file as far as mutations need to know its form. */
export interface Specimen {
  readonly bytes: Uint8Array;
  /** Rows that may stand in any order, from the first to before the last, by their numbers from 0; none: no such rows. */
  readonly rows?: (lines: readonly string[]) => readonly [from: number, to: number];
  /** Whether the first row is a header of names, so that columns may stand in any order. */
  readonly named?: boolean;
  /** Field of a row that holds the number. */
  readonly valueField?: number;
  readonly separator?: string;
  /** Where a row's number stands, if not in a field: the text in the first group. */
  readonly value?: RegExp;
  /** What it is broken by as well: texts packed in it. */
  readonly parts?: readonly {
    readonly unwrap: (whole: Uint8Array) => Uint8Array;
    readonly wrap: (whole: Uint8Array, part: Uint8Array) => Uint8Array;
  }[];
}

export interface Mutation {
  readonly name: string;
  /** Whether the result says the same to everybody: a reader that refuses it is at fault. Else it may be refused. */
  readonly harmless?: boolean;
  /** `undefined` where the specimen cannot be mutated like this. */
  readonly apply: (specimen: Specimen, random: Random) => Uint8Array | undefined;
}

const utf8 = new TextEncoder();

export function encoded(text: string, encoding: "latin1" | "utf16le" | "utf16be"): Uint8Array {
  const bytes = Buffer.from(text, encoding === "latin1" ? "latin1" : "utf16le");
  return encoding === "utf16be" ? bytes.swap16() : bytes;
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** @throws Error where there is nothing */
function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[below(random, from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(random, last + 1);
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** The text, changed, in the encoding (UTF-8 or ISO-8859-1) and with the mark that it came with. */
function rewritten({ bytes }: Specimen, change: (text: string) => string): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = change(textOf(bytes));
  const written = isUtf8(bytes) ? utf8.encode(text) : encoded(text, "latin1");
  return marked ? joined(Uint8Array.of(0xef, 0xbb, 0xbf), written) : written;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** By its lines. */
function retold(specimen: Specimen, change: (lines: string[]) => readonly string[]): Uint8Array {
  return rewritten(specimen, (text) => `${change(text.replace(/\n$/, "").split("\n")).join("\n")}\n`);
}

/** Changes the fields of the rows with values; `count` rows by chance, or all. */
function inValues(specimen: Specimen, random: Random, count: number | "all", change: (value: string) => string): Uint8Array | undefined {
  const { valueField, separator = ";", value } = specimen;
  if (valueField === undefined && value === undefined) return undefined;
  return retold(specimen, (lines) => {
    const numbers = rowNumbers(specimen, lines);
    if (numbers.length === 0) return lines;
    const chosen = new Set(count === "all" ? numbers : Array.from({ length: count }, () => pick(random, numbers)));
    return lines.map((line, n) => {
      if (!chosen.has(n)) return line;
      if (value !== undefined || valueField === undefined) {
        return value === undefined ? line : line.replace(value, (whole, number: string) => whole.replace(number, change(number)));
      }
      const fields = line.split(separator);
      const old = fields[valueField];
      if (old === undefined || !/^\d/.test(old)) return line;
      fields[valueField] = change(old);
      return fields.join(separator);
    });
  });
}

function rowNumbers({ rows }: Specimen, lines: readonly string[]): readonly number[] {
  const [from, to] = rows?.(lines) ?? [0, lines.length];
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
}

function grouped(value: string, by: string): string {
  return value.replaceAll(/\B(?=(?:\d{3})+$)/g, by);
}

/** Digits of other scripts, and other ways to write a number that a careless reader makes another number of. */
const disguises: readonly ((value: string) => string)[] = [
  (value) => grouped(value, "."),
  (value) => grouped(value, ","),
  (value) => grouped(value, " "),
  (value) => grouped(value, "\u00a0"),
  (value) => grouped(value, "'"),
  (value) => `${value}.0`,
  (value) => `${value},0`,
  (value) => `${value}.000`,
  (value) => `${value},000`,
  (value) => `${value}e1`,
  (value) => `${value}E-1`,
  (value) => `0${value}`,
  (value) => `+${value}`,
  (value) => `-${value}`,
  (value) => `(${value})`,
  (value) => `${value}p`,
  (value) => `0x${value}`,
  (value) => `${value}-`,
  (value) => ` ${value} `,
  (value) => value.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (value) => value.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
  (value) => `${value.slice(0, 1)}_${value.slice(1)}`,
  (value) => `${value.slice(0, 1)}\u200b${value.slice(1)}`,
  (value) => `${value.slice(0, 1)} ${value.slice(1)}`,
  (value) => `${value}\u00b2`,
  (value) => `"${value}"`,
  (value) => `"${value}`,
  (value) => `=${value}`,
  (value) => `${value}%`,
  (value) => `${value} Tsd.`,
  () => "Infinity",
  () => "NaN",
  () => "1e400",
  () => "",
  () => "null",
  () => "-",
  () => ".",
  () => "x",
  () => "0",
  () => "99999999999999999999",
];

export const mutations: readonly Mutation[] = [
  { name: "cut", apply: ({ bytes }, random) => bytes.slice(0, below(random, bytes.length)) },
  {
    name: "cut at a line's end",
    apply: ({ bytes }, random) => {
      const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a);
      return ends.length === 0 ? undefined : bytes.slice(0, pick(random, ends) + below(random, 2));
    },
  },
  { name: "beginning lost", apply: ({ bytes }, random) => bytes.slice(below(random, bytes.length)) },
  {
    name: "bits flipped",
    apply: ({ bytes }, random) => {
      const changed = Uint8Array.from(bytes);
      for (let count = 1 + below(random, 4); count > 0; count--) {
        const at = below(random, changed.length);
        changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8));
      }
      return changed;
    },
  },
  {
    name: "bytes dropped",
    apply: ({ bytes }, random) => {
      const at = below(random, bytes.length);
      return joined(bytes.slice(0, at), bytes.slice(at + 1 + below(random, 8)));
    },
  },
  {
    name: "bytes doubled",
    apply: ({ bytes }, random) => {
      const [at, length] = [below(random, bytes.length), 1 + below(random, 40)];
      return joined(bytes.slice(0, at + length), bytes.slice(at));
    },
  },
  {
    name: "bytes put in",
    apply: ({ bytes }, random) => {
      const at = below(random, bytes.length);
      const odd = random() < 0.5 ? [0x00, 0x1a, 0x0a, 0x0d, 0x3b, 0x22, 0x2c, 0xff, 0x09, 0x20] : undefined;
      const put = Uint8Array.from({ length: 1 + below(random, 6) }, () => (odd === undefined ? below(random, 256) : pick(random, odd)));
      return joined(bytes.slice(0, at), put, bytes.slice(at));
    },
  },
  {
    name: "blocks swapped",
    apply: ({ bytes }, random) => {
      const [a = 0, b = 0, c = 0, d = 0] = Array.from({ length: 4 }, () => below(random, bytes.length)).toSorted((x, y) => x - y);
      return joined(bytes.slice(0, a), bytes.slice(c, d), bytes.slice(b, c), bytes.slice(a, b), bytes.slice(d));
    },
  },
  {
    name: "lines moved",
    apply: (specimen, random) =>
      retold(specimen, (lines) => {
        const [taken = ""] = lines.splice(below(random, lines.length), 1);
        lines.splice(below(random, lines.length), 0, taken);
        return lines;
      }),
  },
  {
    name: "lines dropped",
    apply: (specimen, random) =>
      retold(specimen, (lines) => {
        lines.splice(below(random, lines.length), 1 + below(random, 4));
        return lines;
      }),
  },
  {
    name: "lines doubled",
    apply: (specimen, random) =>
      retold(specimen, (lines) => {
        lines.splice(below(random, lines.length + 1), 0, pick(random, lines));
        return lines;
      }),
  },
  {
    name: "file twice",
    apply: ({ bytes }, random) => (random() < 0.5 ? joined(bytes, bytes) : joined(bytes, bytes.slice(below(random, bytes.length)))),
  },
  {
    name: "rows shuffled",
    harmless: true,
    apply: (specimen, random) => {
      const { rows } = specimen;
      if (rows === undefined) return undefined;
      return retold(specimen, (lines) => {
        const [from, to] = rows(lines);
        return [...lines.slice(0, from), ...shuffled(lines.slice(from, to), random), ...lines.slice(to)];
      });
    },
  },
  {
    name: "columns shuffled",
    harmless: true,
    apply: (specimen, random) => {
      const { named = false, separator = ";", rows } = specimen;
      if (!named) return undefined;
      return retold(specimen, (lines) => {
        const [from, to] = rows?.(lines) ?? [1, lines.length];
        const order = shuffled([...(lines[from - 1] ?? "").split(separator).keys()], random);
        return lines.map((line, n) => {
          const fields = line.split(separator);
          return n < from - 1 || n >= to ? line : order.map((at) => fields[at] ?? "").join(separator);
        });
      });
    },
  },
  {
    name: "one row's columns shuffled",
    apply: (specimen, random) => {
      const { separator = ";" } = specimen;
      if (specimen.valueField === undefined) return undefined;
      return retold(specimen, (lines) => {
        const numbers = rowNumbers(specimen, lines);
        if (numbers.length === 0) return lines;
        const at = pick(random, numbers);
        lines[at] = shuffled((lines[at] ?? "").split(separator), random).join(separator);
        return lines;
      });
    },
  },
  {
    name: "UTF-8, the mark put on or taken off",
    harmless: true,
    apply: ({ bytes }) => {
      const text = utf8.encode(textOf(bytes).replace(/^\ufeff/, ""));
      return bytes[0] === 0xef && bytes[1] === 0xbb ? text : joined(Uint8Array.of(0xef, 0xbb, 0xbf), text);
    },
  },
  { name: "ISO-8859-1", apply: ({ bytes }) => encoded(textOf(bytes), "latin1") },
  { name: "UTF-16, with mark", apply: ({ bytes }, random) => encoded(`\ufeff${textOf(bytes)}`, random() < 0.5 ? "utf16le" : "utf16be") },
  { name: "UTF-16, without mark", apply: ({ bytes }, random) => encoded(textOf(bytes), random() < 0.5 ? "utf16le" : "utf16be") },
  {
    name: "UTF-8 read as ISO-8859-1",
    apply: ({ bytes }) => utf8.encode(Buffer.from(utf8.encode(textOf(bytes))).toString("latin1")),
  },
  {
    name: "line ends CRLF",
    harmless: true,
    apply: (specimen) => rewritten(specimen, (text) => text.replaceAll("\n", "\r\n")),
  },
  {
    name: "line ends CR or mixed",
    apply: (specimen, random) => rewritten(specimen, (text) => text.replaceAll("\n", () => pick(random, ["\r", "\n", "\r\n"]))),
  },
  {
    name: "another separator, quoted",
    apply: (specimen, random) => {
      const { separator = ";" } = specimen;
      if (specimen.valueField === undefined) return undefined;
      const other = pick(random, [",", "\t", "|"]);
      return retold(specimen, (lines) =>
        lines.map((line) =>
          line
            .split(separator)
            .map((field) => (field.includes(other) ? `"${field}"` : field))
            .join(other),
        ),
      );
    },
  },
  {
    name: "another separator, unquoted",
    apply: (specimen, random) => {
      const other = pick(random, [",", "\t", "|", " ", ":"]);
      return rewritten(specimen, (text) => text.replaceAll(specimen.separator ?? ";", other));
    },
  },
  {
    name: "one number disguised",
    apply: (specimen, random) => inValues(specimen, random, 1, pick(random, disguises)),
  },
  {
    name: "some numbers disguised",
    apply: (specimen, random) => inValues(specimen, random, 6, pick(random, disguises)),
  },
  {
    name: "all numbers disguised",
    apply: (specimen, random) => inValues(specimen, random, "all", pick(random, disguises)),
  },
  {
    name: "each number disguised in its own way",
    apply: (specimen, random) => inValues(specimen, random, "all", (value) => pick(random, disguises)(value)),
  },
  {
    name: "a name of a column changed",
    apply: (specimen, random) =>
      retold(specimen, (lines) => {
        const [from] = specimen.rows?.(lines) ?? [1];
        const at = Math.max(0, from - 1 - below(random, 2));
        const fields = (lines[at] ?? "").split(specimen.separator ?? ";");
        fields[below(random, fields.length)] = pick(random, [...fields, "", "value", "Wert", "value_unit"]);
        lines[at] = fields.join(specimen.separator ?? ";");
        return lines;
      }),
  },
  {
    name: "a day changed",
    apply: (specimen, random) =>
      rewritten(specimen, (text) => {
        const days = [...text.matchAll(/\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}|\b20\d{6}\b/g)];
        const day = days[below(random, days.length)];
        if (day === undefined) return text;
        const other = pick(random, ["2024-02-30", "31.12.2019", "2025", "99.99.9999", "20250230", "01/02/2025", isoDay(day[0]), ""]);
        return `${text.slice(0, day.index)}${other}${text.slice(day.index + day[0].length)}`;
      }),
  },
];
