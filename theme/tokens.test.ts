import { lab, rgb } from "d3-color";
import { describe, expect, it } from "vitest";
import { type ColourName, colours, text } from "./tokens.ts";

/** Linear RGB, 0 to 1. */
type Linear = readonly [number, number, number];

function channel(value: number): number {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

function linear(hex: string): Linear {
  const { r, g, b } = rgb(hex);
  return [channel(r), channel(g), channel(b)];
}

/** Relative luminance of WCAG. */
function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: ColourName, other: ColourName): number {
  const [a, b] = [luminance(colours[one]), luminance(colours[other])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Colour blindness of full severity, in linear RGB (Machado, Oliveira, Fernandes 2009). */
const vision = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const;

function seen(hex: string, as: keyof typeof vision): string {
  const from = linear(hex);
  const [r, g, b] = vision[as].map((row) => {
    const v = Math.min(1, Math.max(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]));
    return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  });
  return rgb(r ?? 0, g ?? 0, b ?? 0).formatHex();
}

/** CIE76 distance. */
function distance(one: string, other: string): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
}

const series: readonly ColourName[] = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];
const map: readonly ColourName[] = ["map-1", "map-2", "map-3", "map-4", "map-5", "map-6"];

describe("text on its ground", () => {
  const used: readonly (readonly [text: ColourName, ground: ColourName])[] = [
    ["ink", "ground"],
    ["ink", "silver"],
    ["muted", "ground"],
    ["muted", "silver"],
    ["blue", "ground"],
    ["blue", "silver"],
    ["blue-deep", "ground"],
    ["gold-text", "ground"],
    ["gold-text", "silver"],
    ["red", "ground"],
    ["red", "silver"],
    ["on-blue", "blue"],
    ["on-blue", "blue-deep"],
    ["on-blue", "red"],
    ["on-blue-muted", "blue"],
    ["on-blue-muted", "blue-deep"],
    ["ink", "map-1"],
    ["ink", "map-2"],
    ["ink", "map-3"],
    ["on-blue", "map-5"],
    ["on-blue", "map-6"],
    ["ink", "gold"],
    ["ink", "series-2"],
    ["ink", "series-5"],
    ["ink", "gold-bright"],
    ["ink", "draft"],
    ["muted", "draft"],
    ["blue", "draft"],
    ["blue-deep", "draft"],
    ["gold-text", "draft"],
    ["red", "draft"],
    ["on-blue", "draft-on-blue"],
    ["on-blue-muted", "draft-on-blue"],
    ["gold-bright", "blue"],
  ];
  it.each(used)("%s on %s is AA", (foreground, ground) => {
    expect(contrast(foreground, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("has for every step of the map one of the two text colours", () => {
    for (const step of map) expect(Math.max(contrast("ink", step), contrast("on-blue", step)), step).toBeGreaterThanOrEqual(4.5);
  });
});

describe("shapes on their ground", () => {
  it.each(["blue", "gold", "red", "rest", ...series] as const)("%s on white is 3:1", (shape) => {
    expect(contrast(shape, "ground")).toBeGreaterThanOrEqual(3);
  });

  it("has a word for drafts that is seen, and seen through", () => {
    for (const [word, ground] of [
      ["draft", "ground"],
      ["draft-on-blue", "blue"],
    ] as const) {
      expect(contrast(word, ground)).toBeGreaterThan(1.3);
      expect(contrast(word, ground)).toBeLessThan(1.5);
    }
  });

  it("has an accent on blue of 3:1", () => {
    expect(contrast("gold-bright", "blue")).toBeGreaterThanOrEqual(3);
    expect(contrast("gold-bright", "blue-deep")).toBeGreaterThanOrEqual(3);
  });
});

describe("the map's scale", () => {
  it("darkens in even steps", () => {
    const lightness = map.map((name) => lab(colours[name]).l);
    const steps = lightness.slice(1).map((l, i) => (lightness[i] ?? 0) - l);
    const mean = steps.reduce((a, b) => a + b, 0) / steps.length;
    expect(mean).toBeGreaterThan(12);
    for (const step of steps) expect(Math.abs(step - mean)).toBeLessThan(1);
  });

  it("is told from what surrounds it", () => {
    for (const step of map) expect(distance(colours[step], colours.silver), step).toBeGreaterThan(7);
  });
});

describe("categories", () => {
  it("leave red to warnings", () => {
    for (const name of series) expect(distance(colours[name], colours.red), name).toBeGreaterThan(40);
  });

  it("are told apart in grey print", () => {
    for (const [a, b] of pairs(series)) expect(Math.abs(lab(colours[a]).l - lab(colours[b]).l), `${a} ${b}`).toBeGreaterThan(6);
  });

  it.each(["normal", "deuteranopia", "protanopia"] as const)("are told apart in %s vision", (kind) => {
    for (const [a, b] of pairs(series)) {
      expect(distance(seen(colours[a], kind), seen(colours[b], kind)), `${a} ${b}`).toBeGreaterThan(18);
    }
  });
});

describe("the type scale", () => {
  it("has nothing below 16 px, and lines on the grid of four", () => {
    for (const [name, { size, line }] of Object.entries(text)) {
      expect(size, name).toBeGreaterThanOrEqual(16);
      expect(line % 4, name).toBe(0);
      expect(line / size, name).toBeGreaterThan(1.1);
    }
  });
});
