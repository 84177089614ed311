/**
 * How text is set, for placeholders of the house's layouts and for text boxes beside them. Line heights are percentages of
 * the font's own line, so that a partner may change sizes.
 */

import { metrics } from "../../../../theme/fonts/metrics.ts";
import { figureNumbers } from "../../../../theme/blocks.ts";
import type { Ground } from "../../../../theme/layouts.ts";
import { type ColourName, space, text, type TextStyle, tracking } from "../../../../theme/tokens.ts";
import type { TextStyleName } from "../slide/content.ts";
import { emu, fontSize } from "../units.ts";
import { type Attributes, element, type XmlElement } from "../xml/tree.ts";
import { fill } from "./colour.ts";

/** The language of all text. */
export const language = "de-DE";

/** The font's line as PowerPoint sets it with `spcPct` 100 %, em. */
export const naturalLine: number = (metrics.ascent + metrics.descent) / metrics.unitsPerEm;

/** `a:lnSpc` that gives a style's line height. */
export function lineSpacing({ size, line }: TextStyle): XmlElement {
  return element("a:lnSpc", {}, element("a:spcPct", { val: Math.round((line / (size * naturalLine)) * 100_000) }));
}

/** `a:spcBef` or `a:spcAft` of px. */
export function spacing(name: "a:spcBef" | "a:spcAft", px: number): XmlElement {
  return element(name, {}, element("a:spcPts", { val: fontSize(px) }));
}

/** One level of a list style. */
export interface Level {
  readonly style: TextStyle;
  readonly colour: ColourName;
  readonly align?: "left" | "center" | "right";
  /** px above each paragraph. */
  readonly before?: number;
  /** Letter spacing, em. */
  readonly tracking?: number;
  /** Left edge of the text, px; the bullet stands an indent before it. */
  readonly margin?: number;
  readonly bullet?: Bullet;
  /** The theme's font of headings. */
  readonly major?: true;
}

interface Bullet {
  readonly sign: string;
  readonly colour: ColourName;
  /** Of a font that has the sign. */
  readonly font: string;
  /** Text stands without it, but a list that brings its own has its colour. */
  readonly hidden?: true;
}

/** A small square in the middle of the small letters, and a dash for deeper levels, as in the browser. */
const square = { sign: "▪", font: "Arial" } as const;
const dash = { sign: "–", font: "Arial" } as const;

const listStyles = new WeakMap<readonly Level[], XmlElement>();

/** `a:lstStyle` with the levels of that style, nine where text has lists; the same element for the same style. */
export function listStyle(style: TextStyleName, ground: Ground): XmlElement {
  const levels = levelsOf(style, ground);
  const made = listStyles.get(levels) ?? listStyleOf(levels);
  listStyles.set(levels, made);
  return made;
}

export function listStyleOf(levels: readonly Level[]): XmlElement {
  return element("a:lstStyle", {}, ...paragraphLevels(levels));
}

/** `a:lvl1pPr` and on. */
export function paragraphLevels(levels: readonly Level[]): readonly XmlElement[] {
  return levels.map((level, i) => paragraphProperties(`a:lvl${i + 1}pPr`, level));
}

const levelsKnown = new Map<string, readonly Level[]>();

/**
 * All levels of a style, the same for the same style. `number`: the number of a key figure, then its label, then its
 * details.
 */
export function levelsOf(style: TextStyleName, ground: Ground): readonly Level[] {
  const key = `${style} ${ground}`;
  const levels = levelsKnown.get(key) ?? levelsOn(style, ground);
  levelsKnown.set(key, levels);
  return levels;
}

function levelsOn(style: TextStyleName, ground: Ground): readonly Level[] {
  const blue = ground === "blue";
  const main: ColourName = blue ? "on-blue" : "ink";
  const quiet: ColourName = blue ? "on-blue-muted" : "muted";
  const strong: ColourName = blue ? "on-blue" : "blue";
  switch (style) {
    case "title":
      return [{ style: blue ? text.display : text.title, colour: strong, major: true }];
    case "kicker":
      return oneLook({ style: text.kicker, colour: quiet, tracking }, ground);
    case "body":
      return lists(text.body, main, ground);
    case "lead":
      return lists(text.lead, main, ground);
    case "number":
      return [
        { style: figureNumbers.medium, colour: strong },
        { style: text.caption, colour: main },
        { style: text.source, colour: quiet },
      ];
    case "caption":
      return [{ style: text.caption, colour: main }];
    case "source":
      return oneLook({ style: text.source, colour: quiet }, ground);
  }
}

/**
 * Of text that a partner adds beside the placeholders, and in PowerPoint of all that says nothing itself, the cells of tables
 * and labels of drawings among them: its lines are the font's own, as rows and labels are measured.
 */
export const otherLevels: readonly Level[] = Array.from({ length: 9 }, () => ({
  style: { ...text.caption, line: text.caption.size * naturalLine },
  colour: "ink",
}));

/** Nine levels that look alike: text that is no list stays readable on its ground, however deep a partner sets it. */
function oneLook(level: Level, ground: Ground): readonly Level[] {
  const bullet: Bullet = { ...bulletOn(ground), hidden: true };
  return Array.from({ length: 9 }, () => ({ ...level, bullet }));
}

function bulletOn(ground: Ground): Bullet {
  return { ...square, colour: ground === "blue" ? "gold-bright" : "blue" };
}

/** Nine levels with bullets. */
function lists(first: TextStyle, colour: ColourName, ground: Ground): readonly Level[] {
  const deeper: Bullet = { ...dash, colour: ground === "blue" ? "gold-bright" : "rest" };
  return [
    { style: first, colour, before: space.item, margin: space.indent, bullet: bulletOn(ground) },
    ...Array.from({ length: 8 }, (_, i) => ({
      style: text.second,
      colour,
      before: space.itemSecond,
      margin: (i + 2) * space.indent,
      bullet: deeper,
    })),
  ];
}

/** One level as `a:lvl1pPr`, `a:defPPr` …, with all that a level can say. */
export function paragraphProperties(name: string, level: Level): XmlElement {
  const { style, bullet, align = "left", margin = 0, before = 0 } = level;
  const hangs = bullet !== undefined && !bullet.hidden;
  const attributes: Attributes = {
    marL: emu(margin),
    indent: hangs ? -emu(space.indent) : 0,
    algn: { left: "l", center: "ctr", right: "r" }[align],
    defTabSz: emu(2 * space.indent),
    rtl: false,
    eaLnBrk: true,
    latinLnBrk: false,
    hangingPunct: false,
  };
  return element(
    name,
    attributes,
    lineSpacing(style),
    spacing("a:spcBef", before),
    spacing("a:spcAft", 0),
    ...(bullet
      ? [
          element("a:buClr", {}, ...fill(bullet.colour).children),
          element("a:buSzPct", { val: 100_000 }),
          element("a:buFont", { typeface: bullet.font }),
          bullet.hidden ? element("a:buNone") : element("a:buChar", { char: bullet.sign }),
        ]
      : [element("a:buNone")]),
    runDefaults(level),
  );
}

function runDefaults({ style, colour, tracking: spaced, major }: Level): XmlElement {
  const font = major ? "+mj" : "+mn";
  return element(
    "a:defRPr",
    {
      lang: language,
      sz: fontSize(style.size),
      b: style.weight === 700,
      i: false,
      u: "none",
      strike: "noStrike",
      // Pairs are kerned as in the browser: from 12 pt, and nothing is smaller.
      kern: 1200,
      spc: spaced === undefined ? 0 : fontSize(spaced * style.size),
      baseline: 0,
    },
    fill(colour),
    element("a:latin", { typeface: `${font}-lt` }),
    element("a:ea", { typeface: `${font}-ea` }),
    element("a:cs", { typeface: `${font}-cs` }),
  );
}
