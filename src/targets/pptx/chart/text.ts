/** Text in charts: its properties, rich text, fields that follow the data. No font is named: the theme's is taken. */

import type { ColourName } from "../../../../theme/tokens.ts";
import { guidOf } from "../package/ids.ts";
import { fill } from "../template/colour.ts";
import { fontSize } from "../units.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";

export const language = "de-DE";

export interface Look {
  /** px. */
  readonly size: number;
  readonly colour?: ColourName;
  readonly bold?: boolean;
  /** The theme's font is asked for by its role, where nothing else would take it. */
  readonly theme?: true;
}

/** A piece of rich text; `field` is filled in by PowerPoint, `text` is what it yields now. */
export interface Piece {
  readonly text: string;
  readonly look?: Partial<Look>;
  readonly field?: "VALUE" | "SERIESNAME" | "CATEGORYNAME" | "CELLRANGE";
}

/** `none`: no line breaks but those that are written; `level`: an axis's texts are broken and never turned. */
type Wrap = "none" | "square" | "level";
type Align = "l" | "ctr" | "r";

/** `c:txPr`. */
export function textProperties(look: Look, wrap: Wrap = "square"): XmlElement {
  return element(
    "c:txPr",
    {},
    body(wrap),
    element("a:lstStyle"),
    element("a:p", {}, element("a:pPr", {}, properties("a:defRPr", look, false)), element("a:endParaRPr", { lang: language })),
  );
}

/** `c:rich`: paragraphs of pieces. */
export function rich(paragraphs: readonly (readonly Piece[])[], look: Look, align: Align = "ctr", wrap: Wrap = "square"): XmlElement {
  return element("c:rich", {}, body(wrap), element("a:lstStyle"), ...paragraphsOf(paragraphs, look, align));
}

/** `a:p` each. */
export function paragraphsOf(paragraphs: readonly (readonly Piece[])[], look: Look, align: Align): readonly XmlElement[] {
  return paragraphs.map((pieces) =>
    element(
      "a:p",
      {},
      element("a:pPr", { algn: align }, properties("a:defRPr", look, false)),
      ...pieces.map((piece) => pieceXml(piece, look)),
    ),
  );
}

function pieceXml({ text, look, field }: Piece, base: Look): XmlElement {
  const run = properties("a:rPr", { ...base, ...look }, true);
  const content = element("a:t", {}, legal(text));
  if (field === undefined) return element("a:r", {}, run, content);
  return element("a:fld", { id: guidOf(`chart field ${field}`), type: field }, run, element("a:pPr"), content);
}

function body(wrap: Wrap): XmlElement {
  if (wrap === "square") return element("a:bodyPr");
  if (wrap === "level") return element("a:bodyPr", { rot: 0, vert: "horz" });
  const insets = { lIns: 38_100, tIns: 19_050, rIns: 38_100, bIns: 19_050 };
  return element(
    "a:bodyPr",
    { rot: 0, spcFirstLastPara: true, vertOverflow: "overflow", horzOverflow: "overflow", vert: "horz", wrap, ...insets, anchor: "ctr" },
    element("a:spAutoFit"),
  );
}

function properties(name: "a:rPr" | "a:defRPr", { size, colour = "ink", bold = false, theme }: Look, run: boolean): XmlElement {
  return element(
    name,
    { ...(run ? { lang: language } : {}), sz: fontSize(size), b: bold },
    fill(colour),
    theme ? element("a:latin", { typeface: "+mn-lt" }) : undefined,
  );
}
