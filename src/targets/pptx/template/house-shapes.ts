/** Shapes of masters and layouts: placeholders, and what stands still. */

import type { Box } from "../../../../theme/layouts.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import { guidOf } from "../package/ids.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { type Attributes, element, type XmlElement } from "../xml/tree.ts";
import { fill } from "./colour.ts";
import { language } from "./list-style.ts";

export interface Placeholder {
  /** In the selection pane, German. */
  readonly name: string;
  /** Attributes of `p:ph`. */
  readonly place: Attributes;
  /** px; nothing where the master's placeholder stands there too. */
  readonly box?: Box;
  /** Of a master's placeholder, which inherits from nothing. */
  readonly geometry?: XmlElement;
  /** Nothing where it is what the master says. */
  readonly listStyle?: XmlElement;
  readonly body?: XmlElement;
  readonly paragraphs: readonly XmlElement[];
}

/** All shapes of a slide, master or layout, with the group that holds them; ids from 2 in their order. */
export function shapeTree(shapes: readonly ((id: number) => XmlElement)[]): XmlElement {
  const zero = { x: 0, y: 0, width: 0, height: 0 };
  return element(
    "p:spTree",
    {},
    element("p:nvGrpSpPr", {}, element("p:cNvPr", { id: 1, name: "" }), element("p:cNvGrpSpPr"), element("p:nvPr")),
    element(
      "p:grpSpPr",
      {},
      element("a:xfrm", {}, ...transform(zero).children, element("a:chOff", { x: 0, y: 0 }), element("a:chExt", { cx: 0, cy: 0 })),
    ),
    ...shapes.map((shape, i) => shape(i + 2)),
  );
}

/** `p:bg` in one colour. */
export function background(filled: XmlElement): XmlElement {
  return element("p:bg", {}, element("p:bgPr", {}, filled, element("a:effectLst")));
}

export function transform(box: Box): XmlElement {
  return element(
    "a:xfrm",
    {},
    element("a:off", { x: emu(box.x), y: emu(box.y) }),
    element("a:ext", { cx: emu(box.width), cy: emu(box.height) }),
  );
}

export function placeholder(shape: Placeholder): (id: number) => XmlElement {
  const { name, place, box, geometry, listStyle, body = element("a:bodyPr"), paragraphs } = shape;
  return (id) =>
    element(
      "p:sp",
      {},
      element(
        "p:nvSpPr",
        {},
        element("p:cNvPr", { id, name }),
        element("p:cNvSpPr", {}, element("a:spLocks", { noGrp: true })),
        element("p:nvPr", {}, element("p:ph", place)),
      ),
      element("p:spPr", {}, box && transform(box), geometry),
      element("p:txBody", {}, body, listStyle ?? element("a:lstStyle"), ...paragraphs),
    );
}

/**
 * `a:bodyPr` without insets, which boxes of `theme/layouts.ts` have none of.
 *
 * @param right px that text keeps off the right, where it would run wider than one can read
 */
export function textBody(anchor: "t" | "b", autofit: boolean, right = 0): XmlElement {
  return element(
    "a:bodyPr",
    { vert: "horz", wrap: "square", lIns: 0, tIns: 0, rIns: emu(right), bIns: 0, rtlCol: false, anchor },
    element(autofit ? "a:normAutofit" : "a:noAutofit"),
  );
}

/** Text that stands still: read on the layout, no placeholder. */
export function stillText(name: string, description: string, box: Box, listStyle: XmlElement, paragraphs: readonly XmlElement[]) {
  return (id: number): XmlElement =>
    element(
      "p:sp",
      {},
      element(
        "p:nvSpPr",
        {},
        element("p:cNvPr", { id, name, descr: description }),
        element("p:cNvSpPr", { txBox: true }),
        element("p:nvPr", { userDrawn: true }),
      ),
      element("p:spPr", {}, transform(box), rectangleGeometry, element("a:noFill")),
      element("p:txBody", {}, textBody("t", false), listStyle, ...paragraphs),
    );
}

/** A rule or bar that says nothing. */
export function rule(name: string, box: Box, colour: ColourName): (id: number) => XmlElement {
  return (id) =>
    element(
      "p:sp",
      {},
      element("p:nvSpPr", {}, element("p:cNvPr", { id, name }, decorative), element("p:cNvSpPr"), element("p:nvPr", { userDrawn: true })),
      element("p:spPr", {}, transform(box), rectangleGeometry, fill(colour), element("a:ln", {}, element("a:noFill"))),
      element("p:txBody", {}, element("a:bodyPr", { rtlCol: false }), element("a:lstStyle"), emptyParagraph()),
    );
}

export const rectangleGeometry: XmlElement = element("a:prstGeom", { prst: "rect" }, element("a:avLst"));

/** Screen readers pass over it. */
export const decorative: XmlElement = element(
  "a:extLst",
  {},
  element(
    "a:ext",
    { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" },
    element("adec:decorative", { "xmlns:adec": namespaces.adec, val: true }),
  ),
);

/** @param level from 0 */
export function paragraph(text: string, level = 0): XmlElement {
  return element(
    "a:p",
    {},
    level === 0 ? undefined : element("a:pPr", { lvl: level }),
    element("a:r", {}, element("a:rPr", { lang: language }), element("a:t", {}, text)),
  );
}

export function emptyParagraph(): XmlElement {
  return element("a:p", {}, element("a:endParaRPr", { lang: language }));
}

/** The number of the slide, kept by PowerPoint. */
export function slideNumber(): XmlElement {
  return element(
    "a:p",
    {},
    element("a:fld", { id: guidOf("slidenum"), type: "slidenum" }, element("a:rPr", { lang: language }), element("a:t", {}, "‹Nr.›")),
    element("a:endParaRPr", { lang: language }),
  );
}
