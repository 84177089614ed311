/** Writes a small static TrueType font as WOFF: outlines, widths, a character map; no hinting, no features. */

import { deflateSync } from "node:zlib";

/**
 * @typedef {{ x: number, y: number, on: boolean }} Point
 * @typedef {{ code: number, width: number, contours: Point[][] }} Glyph
 * @param {{ family: string, weight: 400 | 700, version: string, licence: string, licenceAddress: string, copyright: string,
 *   unitsPerEm: number, ascent: number, descent: number, capHeight: number, xHeight: number }} font descent is negative
 * @param {Glyph[]} glyphs
 * @returns {Buffer}
 */
export function writeWoff(font, glyphs) {
  const sorted = glyphs.toSorted((a, b) => a.code - b.code);
  const all = [{ code: 0, width: 1024, contours: box(128, 0, 896, 1314, 96) }, ...sorted];
  const { glyf, loca, boxes } = outlines(all);
  const tables = {
    "OS/2": os2(font, sorted),
    cmap: cmap(sorted),
    glyf,
    head: head(font, boxes),
    hhea: hhea(font, all, boxes),
    hmtx: hmtx(all, boxes),
    loca,
    maxp: maxp(all),
    name: names(font),
    post: post(),
  };
  return woff(tables);
}

const u16 = (...values) => Buffer.concat(values.map((v) => Buffer.from([(v >> 8) & 255, v & 255])));
const u32 = (...values) => Buffer.concat(values.map((v) => Buffer.from([(v >>> 24) & 255, (v >>> 16) & 255, (v >>> 8) & 255, v & 255])));

/** What is shown for a character that the font lacks: an empty box. */
function box(left, bottom, right, top, stroke) {
  return [ring(left, bottom, right, top), ring(left + stroke, bottom + stroke, right - stroke, top - stroke).toReversed()];
}

function ring(left, bottom, right, top) {
  return [
    { x: left, y: bottom, on: true },
    { x: left, y: top, on: true },
    { x: right, y: top, on: true },
    { x: right, y: bottom, on: true },
  ];
}

function outlines(glyphs) {
  const parts = [];
  const offsets = [0];
  const boxes = [];
  let length = 0;
  for (const { contours } of glyphs) {
    const points = contours.flat();
    const xs = points.map((p) => p.x);
    const ys = points.map((p) => p.y);
    const bounds = points.length === 0 ? [0, 0, 0, 0] : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    boxes.push(bounds);
    if (points.length > 0) {
      const part = glyphData(contours, points, bounds);
      parts.push(part);
      length += part.length;
    }
    offsets.push(length);
  }
  return { glyf: Buffer.concat(parts), loca: u32(...offsets), boxes };
}

function glyphData(contours, points, bounds) {
  let end = -1;
  const ends = contours.map((contour) => (end += contour.length));
  const flags = [];
  const deltas = { x: [], y: [] };
  let last = { x: 0, y: 0 };
  for (const point of points) {
    const x = coordinate(point.x - last.x, 2, 16);
    const y = coordinate(point.y - last.y, 4, 32);
    flags.push((point.on ? 1 : 0) | x.flag | y.flag);
    deltas.x.push(x.bytes);
    deltas.y.push(y.bytes);
    last = point;
  }
  const data = Buffer.concat([u16(contours.length, ...bounds), u16(...ends), u16(0), Buffer.from(flags), ...deltas.x, ...deltas.y]);
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}

function coordinate(delta, short, same) {
  if (delta === 0) return { flag: same, bytes: Buffer.alloc(0) };
  if (Math.abs(delta) < 256) return { flag: short | (delta > 0 ? same : 0), bytes: Buffer.from([Math.abs(delta)]) };
  return { flag: 0, bytes: u16(delta) };
}

function head(font, boxes) {
  const inked = boxes.filter((b) => b[0] !== b[2]);
  const bounds = [0, 1].map((i) => Math.min(...inked.map((b) => b[i]))).concat([2, 3].map((i) => Math.max(...inked.map((b) => b[i]))));
  // Fixed dates: the same outlines give the same bytes. The checksum adjustment is set when all tables stand.
  return Buffer.concat([
    u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    u16(0x0003, font.unitsPerEm),
    Buffer.alloc(16),
    u16(...bounds, font.weight === 700 ? 1 : 0, 8, 2, 1, 0),
  ]);
}

function hhea(font, glyphs, boxes) {
  const right = glyphs.map((g, i) => g.width - boxes[i][2]);
  return Buffer.concat([
    u32(0x00010000),
    u16(font.ascent, font.descent, 0, Math.max(...glyphs.map((g) => g.width)), Math.min(...boxes.map((b) => b[0])), Math.min(...right)),
    u16(Math.max(...boxes.map((b) => b[2])), 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length),
  ]);
}

function hmtx(glyphs, boxes) {
  return u16(...glyphs.flatMap((g, i) => [g.width, boxes[i][0]]));
}

function maxp(glyphs) {
  const points = Math.max(...glyphs.map((g) => g.contours.flat().length));
  const contours = Math.max(...glyphs.map((g) => g.contours.length));
  return Buffer.concat([u32(0x00010000), u16(glyphs.length, points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)]);
}

/** Format 4: a segment for each run of neighbouring codes. Glyph ids follow the codes' order from 1. */
function cmap(glyphs) {
  const runs = [];
  for (const [i, { code }] of glyphs.entries()) {
    const run = runs.at(-1);
    if (run && code === run.end + 1) run.end = code;
    else runs.push({ start: code, end: code, first: i + 1 });
  }
  runs.push({ start: 0xffff, end: 0xffff, first: 0 });
  const n = runs.length;
  const power = 2 ** Math.floor(Math.log2(n));
  const body = Buffer.concat([
    u16(2 * n, 2 * power, Math.log2(power), 2 * (n - power)),
    u16(...runs.map((r) => r.end)),
    u16(0),
    u16(...runs.map((r) => r.start)),
    u16(...runs.map((r) => (r.start === 0xffff ? 1 : r.first - r.start))),
    u16(...runs.map(() => 0)),
  ]);
  return Buffer.concat([u16(0, 1, 3, 1), u32(12), u16(4, body.length + 6, 0), body]);
}

function os2(font, glyphs) {
  const codes = glyphs.map((g) => g.code);
  const bold = font.weight === 700;
  return Buffer.concat([
    u16(4, 1000, font.weight, 5, 0),
    u16(1331, 1433, 0, 286, 1331, 1433, 0, 976, 134, 512, 0),
    Buffer.from([2, 15, 5, 2, 2, 2, 4, 3, 2, 4]),
    u32(0x00000007, 0x00000000, 0, 0),
    Buffer.from("NONE"),
    u16(bold ? 0x20 : 0x40, Math.min(...codes), Math.max(...codes)),
    u16(font.ascent, font.descent, 0, font.ascent, -font.descent),
    u32(1, 0),
    u16(font.xHeight, font.capHeight, 0, 32, 1),
  ]);
}

function names(font) {
  const style = font.weight === 700 ? "Bold" : "Regular";
  const records = [
    [0, font.copyright],
    [1, font.family],
    [2, style],
    [3, `${font.family} ${style} ${font.version}`],
    [4, `${font.family} ${style}`],
    [5, `Version ${font.version}`],
    [6, `${font.family.replaceAll(" ", "")}-${style}`],
    [13, font.licence],
    [14, font.licenceAddress],
  ].map(([id, text]) => ({ id, bytes: Buffer.from(text, "utf16le").swap16() }));
  let offset = 0;
  const entries = records.map(({ id, bytes }) => {
    const entry = u16(3, 1, 0x409, id, bytes.length, offset);
    offset += bytes.length;
    return entry;
  });
  return Buffer.concat([u16(0, records.length, 6 + 12 * records.length), ...entries, ...records.map((r) => r.bytes)]);
}

function post() {
  return Buffer.concat([u32(0x00030000, 0), u16(-134, 100), u32(0, 0, 0, 0, 0)]);
}

function checksum(data) {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) {
    sum = (sum + (((data[i] ?? 0) << 24) | ((data[i + 1] ?? 0) << 16) | ((data[i + 2] ?? 0) << 8) | (data[i + 3] ?? 0))) >>> 0;
  }
  return sum;
}

const padded = (length) => (length + 3) & ~3;

function woff(tables) {
  const tags = Object.keys(tables).toSorted();
  const n = tags.length;
  const power = 2 ** Math.floor(Math.log2(n));
  const directory = () => {
    let at = 12 + 16 * n;
    const entries = tags.map((tag) => {
      const data = tables[tag];
      const entry = Buffer.concat([Buffer.from(tag), u32(checksum(data), at, data.length)]);
      at += padded(data.length);
      return entry;
    });
    return { size: at, bytes: Buffer.concat([u32(0x00010000), u16(n, power * 16, Math.log2(power), (n - power) * 16), ...entries]) };
  };
  // The sum over the whole plain file, with the adjustment itself as nought.
  const { size, bytes } = directory();
  let sum = checksum(bytes);
  for (const tag of tags) sum = (sum + checksum(tables[tag])) >>> 0;
  const original = new Map(tags.map((tag) => [tag, checksum(tables[tag])]));
  u32((0xb1b0afba - sum) >>> 0).copy(tables.head, 8);

  let offset = 44 + 20 * n;
  const entries = [];
  const parts = [];
  for (const tag of tags) {
    const data = tables[tag];
    const packed = deflateSync(data, { level: 9 });
    const kept = packed.length < data.length ? packed : data;
    entries.push(Buffer.concat([Buffer.from(tag), u32(offset, kept.length, data.length, original.get(tag))]));
    parts.push(kept, Buffer.alloc(padded(kept.length) - kept.length));
    offset += padded(kept.length);
  }
  const header = Buffer.concat([Buffer.from("wOFF"), u32(0x00010000, offset), u16(n, 0), u32(size), u16(1, 0), u32(0, 0, 0, 0, 0)]);
  return Buffer.concat([header, ...entries, ...parts]);
}
