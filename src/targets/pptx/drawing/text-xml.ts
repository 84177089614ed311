/** Words as a shape's text. */

import { emu, fontSize } from "../units.ts";
import { fill } from "../template/colour.ts";
import { legal } from "../xml/write.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { withAlpha } from "./paint-xml.ts";
import type { Paragraph, Piece, Words } from "./words.ts";

/** Whatever a template says of other text: lines under each other without distance, no bullets. New paragraphs have it too. */
function levelOf(algn: "l" | "ctr" | "r"): XmlElement {
  return element(
    "a:lvl1pPr",
    { marL: 0, indent: 0, algn },
    element("a:lnSpc", {}, element("a:spcPct", { val: 100_000 })),
    element("a:spcBef", {}, element("a:spcPts", { val: 0 })),
    element("a:spcAft", {}, element("a:spcPts", { val: 0 })),
    element("a:buNone"),
  );
}

const level = { left: levelOf("l"), center: levelOf("ctr"), right: levelOf("r") } as const;

/** `p:txBody`. @param grow whether the shape is a text box, which keeps to its words' size */
export function textBody(words: Words, grow: boolean, opacity: number | undefined): XmlElement {
  const { left, right } = words.insets;
  const body = {
    wrap: words.wrap ? "square" : "none",
    lIns: emu(left),
    tIns: 0,
    rIns: emu(right),
    bIns: 0,
    rtlCol: "0",
    anchor: "ctr",
  };
  return element(
    "p:txBody",
    {},
    element("a:bodyPr", body, element(grow ? "a:spAutoFit" : "a:noAutofit")),
    element("a:lstStyle", {}, level[words.align]),
    ...words.paragraphs.map((lines) => paragraph(lines, opacity)),
  );
}

function paragraph(lines: Paragraph, opacity: number | undefined): XmlElement {
  const runs = lines.flatMap((line, i) => {
    const look = line[0];
    const lineBreak = i > 0 && look !== undefined ? [element("a:br", {}, properties("a:rPr", look, opacity))] : [];
    return [
      ...lineBreak,
      ...line.map((piece) => element("a:r", {}, properties("a:rPr", piece, opacity), element("a:t", {}, oneLine(piece.text)))),
    ];
  });
  const last = lines.at(-1)?.at(-1);
  return element("a:p", {}, ...runs, last && properties("a:endParaRPr", last, opacity));
}

/** A line break or tab within a text is a blank, as in the browser. */
function oneLine(text: string): string {
  return legal(text).replace(/[\t\n\r]/g, " ");
}

function properties(name: string, { size, weight, spacing, fill: colourName }: Piece, opacity: number | undefined): XmlElement {
  const spc = spacing === undefined ? undefined : fontSize(spacing);
  return element(
    name,
    { lang: "de-DE", sz: fontSize(size), b: weight === "bold", spc: spc === 0 ? undefined : spc },
    withAlpha(fill(colourName), opacity),
  );
}
