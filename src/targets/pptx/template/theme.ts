/** The theme part: colours, fonts, and how shapes look that a partner adds. */

import { type ColourName, colours, fonts, text } from "../../../../theme/tokens.ts";
import type { Part } from "../package/part.ts";
import { contentTypes } from "../package/types.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { colour, fill, scheme } from "./colour.ts";
import { paragraphProperties } from "./list-style.ts";

/** What text that is a link is coloured in; AA on the ground and on silver. */
const linkColours: Readonly<Record<"hlink" | "folHlink", ColourName>> = { hlink: "blue", folHlink: "series-6" };

/** The house's colours by what they are for, for partners who pick one by hand. */
const customColours: readonly (readonly [name: string, colour: ColourName])[] = [
  ["Text", "ink"],
  ["Text, zurückgenommen", "muted"],
  ["Fläche", "silver"],
  ["Haarlinie", "line"],
  ["Blau", "blue"],
  ["Dunkelblau", "blue-deep"],
  ["Vergleichswerte", "calm"],
  ["Hervorhebung", "gold"],
  ["Hervorhebung auf Blau", "gold-bright"],
  ["Gold für Text", "gold-text"],
  ["Warnung", "red"],
  ["Übrige", "rest"],
  ["Text auf Blau, zurückgenommen", "on-blue-muted"],
  ["Karte 1 (wenig)", "map-1"],
  ["Karte 2", "map-2"],
  ["Karte 3", "map-3"],
  ["Karte 4", "map-4"],
  ["Karte 5", "map-5"],
  ["Karte 6 (viel)", "map-6"],
];

/**
 * @param name of the theme, which PowerPoint shows
 * @param defaults whether shapes, lines and text boxes that are added look like the house (a notes master needs none)
 */
export function themePart(path: string, name: string, defaults: boolean): Part {
  const content = element(
    "a:theme",
    { "xmlns:a": namespaces.a, name },
    element("a:themeElements", {}, colourScheme(name), fontScheme(name), formatScheme(name)),
    defaults ? objectDefaults() : element("a:objectDefaults"),
    element("a:extraClrSchemeLst"),
    element("a:custClrLst", {}, ...customColours.map(([label, token]) => element("a:custClr", { name: label }, hex(token)))),
  );
  return { path, contentType: contentTypes.theme, content, relationships: [] };
}

function colourScheme(name: string): XmlElement {
  const slots: readonly (readonly [string, ColourName])[] = Object.entries({ ...scheme, ...linkColours });
  return element("a:clrScheme", { name }, ...slots.map(([slot, token]) => element(`a:${slot}`, {}, hex(token))));
}

/** The theme is the one place where colours are numbers. */
function hex(token: ColourName): XmlElement {
  return element("a:srgbClr", { val: colours[token].slice(1).toUpperCase() });
}

function fontScheme(name: string): XmlElement {
  const faces = [element("a:latin", { typeface: fonts.office }), element("a:ea", { typeface: "" }), element("a:cs", { typeface: "" })];
  return element("a:fontScheme", { name }, element("a:majorFont", {}, ...faces), element("a:minorFont", {}, ...faces));
}

/** Plain fills, lines of 1, 2 and 4 px, no effects at all: what a shape's style refers to by number. */
function formatScheme(name: string): XmlElement {
  const plain = element("a:solidFill", {}, element("a:schemeClr", { val: "phClr" }));
  const effects = element("a:effectStyle", {}, element("a:effectLst"));
  return element(
    "a:fmtScheme",
    { name },
    element("a:fillStyleLst", {}, plain, plain, plain),
    element("a:lnStyleLst", {}, ...[1, 2, 4].map((width) => line(width, plain))),
    element("a:effectStyleLst", {}, effects, effects, effects),
    element("a:bgFillStyleLst", {}, plain, plain, plain),
  );
}

function line(width: number, filled: XmlElement): XmlElement {
  return element(
    "a:ln",
    { w: emu(width), cap: "flat", cmpd: "sng", algn: "ctr" },
    filled,
    element("a:prstDash", { val: "solid" }),
    element("a:miter", { lim: 800_000 }),
  );
}

function objectDefaults(): XmlElement {
  return element(
    "a:objectDefaults",
    {},
    element(
      "a:spDef",
      {},
      element("a:spPr", {}, fill("blue"), element("a:ln", {}, element("a:noFill"))),
      element("a:bodyPr", { wrap: "square", ...insets(8), rtlCol: false, anchor: "ctr" }),
      element("a:lstStyle", {}, paragraphProperties("a:defPPr", { style: text.caption, colour: "on-blue", align: "center" })),
      shapeStyle({ line: 0, fill: 1, text: "on-blue" }),
    ),
    element(
      "a:lnDef",
      {},
      element("a:spPr", {}, line(2, fill("blue"))),
      element("a:bodyPr"),
      element("a:lstStyle"),
      shapeStyle({ line: 2, fill: 0, text: "ink" }),
    ),
    element(
      "a:txDef",
      {},
      element("a:spPr", {}, element("a:noFill")),
      element("a:bodyPr", { wrap: "square", ...insets(0), rtlCol: false, anchor: "t" }, element("a:spAutoFit")),
      element("a:lstStyle", {}, paragraphProperties("a:defPPr", { style: text.caption, colour: "ink" })),
    ),
  );
}

function insets(px: number): Readonly<Record<"lIns" | "tIns" | "rIns" | "bIns", number>> {
  return { lIns: emu(px), tIns: emu(px), rIns: emu(px), bIns: emu(px) };
}

/** Which of the theme's lines and fills a shape takes where it says none itself: from 1, 0 for none. */
function shapeStyle(style: { readonly line: number; readonly fill: number; readonly text: ColourName }): XmlElement {
  const data = colour("series-1");
  return element(
    "a:style",
    {},
    element("a:lnRef", { idx: style.line }, data),
    element("a:fillRef", { idx: style.fill }, data),
    element("a:effectRef", { idx: 0 }, data),
    element("a:fontRef", { idx: "minor" }, colour(style.text)),
  );
}
