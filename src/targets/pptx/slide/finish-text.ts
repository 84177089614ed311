/** Paragraphs as pptxgenjs composed them → with what they say, and without what the level says already. */

import { space } from "../../../../theme/tokens.ts";
import { type Bullet, type SetParagraph, type TextSketch } from "../compose/sketch.ts";
import { guidOf } from "../package/ids.ts";
import { fill } from "../template/colour.ts";
import { language, lineSpacing, naturalLine, spacing } from "../template/list-style.ts";
import { emu, fontSize } from "../units.ts";
import { type Attributes, element, type XmlElement } from "../xml/tree.ts";
import type { Run } from "./content.ts";
import { clickOf } from "./links.ts";
import type { Page } from "./page.ts";

export function finishParagraphs({ paragraphs }: TextSketch, page: Page): readonly XmlElement[] {
  // A body without paragraphs is none.
  if (paragraphs.length === 0) return [element("a:p", {}, element("a:endParaRPr", unsized.attributes))];
  return paragraphs.map((paragraph) => {
    const plain = paragraph.size === undefined ? unsized : element("a:rPr", { lang: language, sz: fontSize(paragraph.size) });
    return finishParagraph(paragraph.runs, paragraphProperties(paragraph), plain, page);
  });
}

/**
 * @param properties `a:pPr`
 * @param plain `a:rPr` of a run that says nothing of its own
 */
export function finishParagraph(runs: readonly Run[], properties: XmlElement | undefined, plain: XmlElement, page: Page): XmlElement {
  const children: XmlElement[] = properties === undefined ? [] : [properties];
  for (const run of runs) {
    if (run.text !== "") children.push(run.text === "\n" ? element("a:br", {}, plain) : finishRun(run, plain, page));
  }
  if (children.length === (properties === undefined ? 0 : 1)) children.push(element("a:endParaRPr", plain.attributes));
  return { name: "a:p", attributes: none, children };
}

const unsized = element("a:rPr", { lang: language });

/** `a:pPr`, if there is anything to say. */
function paragraphProperties({ level, bullet, margin, align, before, size, line }: SetParagraph): XmlElement | undefined {
  const own = typeof bullet === "object" ? bullet : undefined;
  const attributes: Attributes = {
    marL: own?.indented ? emu((level + 1) * space.indent) : margin === undefined ? undefined : emu(margin),
    lvl: level === 0 ? undefined : level,
    indent: own?.indented ? -emu(space.indent) : bullet === "none" ? 0 : undefined,
    algn: align === undefined ? undefined : alignments[align],
  };
  const children = [
    line === undefined ? undefined : lineSpacing({ size: size ?? line / naturalLine, line, weight: 400 }),
    before === undefined ? undefined : spacing("a:spcBef", before),
    ...(own ? bulletOf(own.sign) : []),
    bullet === "none" ? element("a:buNone") : undefined,
  ].filter((node) => node !== undefined);
  const says = children.length > 0 || Object.values(attributes).some((value) => value !== undefined);
  return says ? element("a:pPr", attributes, ...children) : undefined;
}

export const alignments = { left: "l", center: "ctr", right: "r" } as const;

/** Numbers in the text's font, signs in one that has them. */
function bulletOf(sign: Bullet["sign"]): readonly XmlElement[] {
  if (typeof sign === "number") return [font("+mj-lt"), element("a:buAutoNum", { type: "arabicPeriod", startAt: sign })];
  return [font(sign === "•" ? "Arial" : "Segoe UI Symbol"), element("a:buChar", { char: sign })];
}

function font(typeface: string): XmlElement {
  return element("a:buFont", { typeface });
}

function finishRun(run: Run, plain: XmlElement, page: Page): XmlElement {
  const look = isPlain(run) ? plain : runProperties(run, plain, page);
  const text: XmlElement = { name: "a:t", attributes: none, children: [run.text] };
  if (run.field === undefined) return { name: "a:r", attributes: none, children: [look, text] };
  return element("a:fld", { id: guidOf(`${page.slide.id}/${run.field}`), type: run.field }, look, text);
}

const none = {};

function isPlain({ bold, italic, strike, code, colour, link }: Run): boolean {
  return !bold && !italic && !strike && !code && colour === undefined && link === undefined;
}

function runProperties(run: Run, plain: XmlElement, page: Page): XmlElement {
  const { bold, italic, strike, code, link } = run;
  const own = run.colour !== undefined || page.ground === "blue";
  const colour = run.colour ?? (link && page.ground === "blue" ? "on-blue" : undefined);
  return element(
    "a:rPr",
    { ...plain.attributes, b: bold || undefined, i: italic || undefined, strike: strike ? "sngStrike" : undefined },
    colour === undefined ? undefined : fill(colour),
    code ? codeFont : undefined,
    link === undefined ? undefined : element("a:hlinkClick", clickOf(link, page), own ? asText : undefined),
  );
}

/** On blue a link has the text's colour, since the theme has one for both grounds; and one of its own wherever it has one. */
const asText = element(
  "a:extLst",
  {},
  element(
    "a:ext",
    { uri: "{A12FA001-AC4F-418D-AE19-62706E023703}" },
    element("ahyp:hlinkClr", { "xmlns:ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor", val: "tx" }),
  ),
);

/** Of one width, and on every computer that has PowerPoint. */
const codeFont = element("a:latin", { typeface: "Consolas" });
