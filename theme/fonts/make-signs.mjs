/**
 * Writes `stichtag-signs-{400,700}.woff`: what Carlito's Latin web subset lacks and a briefing needs. Letters of Polish,
 * Romanian, Turkish and other neighbours are Carlito's own; signs are put together from its parts (‰ of %, ≤ of <, ⅓ of ½
 * and ¾) or drawn in its weight (▲ ✓). `node theme/fonts/make-signs.mjs`, once for each change.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import { writeWoff } from "./truetype.mjs";

const require = createRequire(import.meta.url);
const family = "Stichtag Signs";

/** Latin Extended-A, the Romanian letters with a comma, capital sharp s, dagger. */
const letters = [...range(0x100, 0x17f), ...range(0x218, 0x21b), 0x1e9e, 0x2020];

for (const weight of [400, 700]) {
  const latin = open("latin", weight);
  const extended = open("latin-ext", weight);
  const own = new Set(latin.characterSet);
  const glyphs = letters
    .filter((code) => !own.has(code) && extended.hasGlyphForCodePoint(code))
    .map((code) => Object.assign(read(extended, code), { code }));
  writeFileSync(
    new URL(`stichtag-signs-${weight}.woff`, import.meta.url),
    writeWoff(
      {
        family,
        weight,
        version: "1.000",
        copyright: "Made from Carlito, Copyright 2013 The Carlito Project Authors (https://github.com/googlefonts/carlito)",
        licence: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        licenceAddress: "https://openfontlicense.org",
        unitsPerEm: latin.unitsPerEm,
        ascent: latin.ascent,
        descent: latin.descent,
        capHeight: latin.capHeight,
        xHeight: latin.xHeight,
      },
      [...glyphs, ...signs(latin)].map(({ code, width, contours }) => ({ code, width, contours: contours.map(whole) })),
    ),
  );
}

function signs(font) {
  const hyphen = read(font, 0x2d);
  const minus = read(font, 0x2212);
  const space = read(font, 0x20).width;
  const stroke = height(minus.contours);
  const up = read(font, 0x2191);
  return [
    { code: 0x2010, ...hyphen },
    { code: 0x2011, ...hyphen },
    blank(0x2007, read(font, 0x30).width),
    blank(0x2008, read(font, 0x2e).width),
    blank(0x202f, space / 2),
    { code: 0x2030, ...permille(read(font, 0x25)) },
    { code: 0x2153, ...fraction(font, 1) },
    { code: 0x2154, ...fraction(font, 2) },
    { code: 0x2190, ...turned(up, 90) },
    { code: 0x2192, ...turned(up, -90) },
    { code: 0x2196, ...turned(up, 45) },
    { code: 0x2197, ...turned(up, -45) },
    { code: 0x2198, ...turned(up, -135) },
    { code: 0x2199, ...turned(up, 135) },
    { code: 0x2248, ...almost(read(font, 0x7e)) },
    { code: 0x2260, ...unequal(read(font, 0x3d), stroke) },
    { code: 0x2264, ...orEqual(read(font, 0x3c), minus) },
    { code: 0x2265, ...orEqual(read(font, 0x3e), minus) },
    drawn(0x25b2, 1320, [polygon([130, 90], [660, 1130], [1190, 90])]),
    drawn(0x25bc, 1320, [polygon([130, 1130], [1190, 1130], [660, 90])]),
    drawn(0x25b6, 1320, [polygon([170, 60], [170, 1180], [1200, 620])]),
    drawn(0x25c0, 1320, [polygon([1150, 60], [120, 620], [1150, 1180])]),
    drawn(0x25a0, 1320, [polygon([160, 120], [160, 1120], [1160, 1120], [1160, 120])]),
    drawn(0x25cf, 1320, [circle(660, 620, 520)]),
    drawn(0x2713, 1400, [tick(stroke * 1.25)]),
  ];
}

function blank(code, width) {
  return { code, width: Math.round(width), contours: [] };
}

function open(subset, weight) {
  return fontkit.create(readFileSync(require.resolve(`@fontsource/carlito/files/carlito-${subset}-${weight}-normal.woff2`)));
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Outline of a character: contours of on- and off-curve points. */
function read(font, code) {
  const glyph = font.glyphForCodePoint(code);
  const contours = [];
  for (const { command, args } of glyph.path.commands) {
    if (command === "moveTo") contours.push([{ x: args[0], y: args[1], on: true }]);
    else if (command === "lineTo") contours.at(-1).push({ x: args[0], y: args[1], on: true });
    else if (command === "quadraticCurveTo") {
      contours.at(-1).push({ x: args[0], y: args[1], on: false }, { x: args[2], y: args[3], on: true });
    } else if (command !== "closePath") throw new Error(`no outline of quadratic curves: ${command}`);
  }
  return { width: glyph.advanceWidth, contours: contours.map(closed).filter((points) => points.length > 2) };
}

/** A contour closes by itself: its end is not its beginning again. */
function closed(points) {
  const [first] = points;
  const last = points.at(-1);
  return points.length > 1 && last.on && last.x === first.x && last.y === first.y ? points.slice(0, -1) : points;
}

/** Whole units, and no on-curve point that lies midway between two off-curve ones, where it is implied. */
function whole(points) {
  const rounded = points.map(({ x, y, on }) => ({ x: Math.round(x), y: Math.round(y), on }));
  return rounded.filter((point, i) => {
    const before = rounded.at(i - 1);
    const after = rounded[(i + 1) % rounded.length];
    return !point.on || before.on || after.on || 2 * point.x !== before.x + after.x || 2 * point.y !== before.y + after.y;
  });
}

function move(contours, dx, dy) {
  return contours.map((points) => points.map((p) => ({ ...p, x: p.x + dx, y: p.y + dy })));
}

function low(contours, axis) {
  return Math.min(...contours.flat().map((p) => p[axis]));
}

function high(contours, axis) {
  return Math.max(...contours.flat().map((p) => p[axis]));
}

function height(contours) {
  return high(contours, "y") - low(contours, "y");
}

function middle(contours, axis) {
  return (low(contours, axis) + high(contours, axis)) / 2;
}

/** Per cent with its lower ring again. */
function permille({ width, contours }) {
  const ring = contours.filter((c) => low([c], "x") > middle(contours, "x") - 40 && height([c]) < height(contours) * 0.7);
  const step = high(ring, "x") - low(ring, "x") + 40;
  return { width: Math.round(width + step), contours: [...contours, ...move(ring, step, 0)] };
}

/** n thirds: the parts of ½ and ¾. */
function fraction(font, n) {
  const half = parts(read(font, 0xbd));
  const quarters = parts(read(font, 0xbe));
  const three = move(quarters.over, middle(half.under, "x") - middle(quarters.over, "x"), low(half.under, "y") - low(quarters.over, "y"));
  const over =
    n === 1 ? half.over : move(half.under, middle(half.over, "x") - middle(half.under, "x"), low(half.over, "y") - low(half.under, "y"));
  return { width: half.width, contours: [...over, ...half.slash, ...three] };
}

/** A fraction's numerator, stroke and denominator: the stroke is what is as high as the whole. */
function parts({ width, contours }) {
  const slash = contours.filter((c) => height([c]) > height(contours) * 0.85);
  const rest = contours.filter((c) => !slash.includes(c));
  const over = rest.filter((c) => middle([c], "x") < middle(slash, "x"));
  return { width, slash, over, under: rest.filter((c) => !over.includes(c)) };
}

/** < over a stroke as broad as minus. */
function orEqual({ width, contours }, minus) {
  const gap = height(minus.contours) * 0.8;
  const raised = move(contours, 0, gap * 0.9);
  const bar = move(minus.contours, middle(contours, "x") - middle(minus.contours, "x"), low(raised, "y") - gap - high(minus.contours, "y"));
  return { width, contours: [...raised, ...bar] };
}

function unequal({ width, contours }, stroke) {
  const x = middle(contours, "x");
  const top = high(contours, "y") + 190;
  const bottom = low(contours, "y") - 190;
  return {
    width,
    contours: [
      ...contours,
      polygon([x - 190, bottom], [x + 190 - stroke * 0.5, top], [x + 190 + stroke * 0.55, top], [x - 190 + stroke * 1.05, bottom]),
    ],
  };
}

function almost({ width, contours }) {
  const step = height(contours) * 0.62;
  return { width, contours: [...move(contours, 0, step), ...move(contours, 0, -step)] };
}

/** Turned about its middle, anticlockwise. */
function turned({ width, contours }, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [x, y] = [middle(contours, "x"), middle(contours, "y")];
  const at = (p) => ({
    ...p,
    x: width / 2 + (p.x - x) * Math.cos(angle) - (p.y - y) * Math.sin(angle),
    y: y + (p.x - x) * Math.sin(angle) + (p.y - y) * Math.cos(angle),
  });
  return { width, contours: contours.map((points) => points.map(at)) };
}

function drawn(code, width, contours) {
  return { code, width, contours };
}

/** Clockwise, as outlines are filled. */
function polygon(...corners) {
  return corners.map(([x, y]) => ({ x, y, on: true }));
}

/** Eight arcs. */
function circle(x, y, r) {
  const points = [];
  for (let i = 0; i < 8; i++) {
    const angle = (-i * Math.PI) / 4;
    const between = angle - Math.PI / 8;
    const outer = r / Math.cos(Math.PI / 8);
    points.push({ x: x + r * Math.cos(angle), y: y + r * Math.sin(angle), on: true });
    points.push({ x: x + outer * Math.cos(between), y: y + outer * Math.sin(between), on: false });
  }
  return points;
}

function tick(stroke) {
  const d = stroke / Math.SQRT2;
  const [left, low_, right] = [
    [180, 560],
    [560, 180],
    [1230, 1080],
  ];
  return polygon(
    [left[0], left[1]],
    [left[0] + d, left[1] + d],
    [low_[0], low_[1] + 2 * d],
    [right[0] - d * 0.9, right[1] + d * 0.5],
    [right[0] + d * 0.6, right[1] - d * 0.6],
    [low_[0], low_[1]],
  );
}
