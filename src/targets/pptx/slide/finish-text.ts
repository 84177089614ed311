/** Paragraphs as pptxgenjs composed them → with what they say, and without what the level says already. */

import { metrics } from "../../../../theme/fonts/metrics.ts";
import { space } from "../../../../theme/tokens.ts";
import { type Bullet, lineOf, type SetParagraph, type TextSketch } from "../compose/sketch.ts";
import { guidOf } from "../package/ids.ts";
import { fill } from "../template/colour.ts";
import { language, lineSpacing, spacing } from "../template/list-style.ts";
import { emu, fontSize } from "../units.ts";
import { type Attributes, child, childrenOf, element, textOf, type XmlElement } from "../xml/tree.ts";
import type { Run } from "./content.ts";
import { clickOf } from "./links.ts";
import type { Page } from "./page.ts";

/** @param body `p:txBody` */
export function finishParagraphs(body: XmlElement, { paragraphs, bare }: TextSketch, page: Page): readonly XmlElement[] {
  const composed = childrenOf(body, "a:p");
  // A body without paragraphs is none.
  if (paragraphs.length === 0) return [element("a:p", {}, element("a:endParaRPr", unsized.attributes))];
  if (composed.length !== paragraphs.length) throw new Error(`pptxgenjs made ${composed.length} paragraphs of ${paragraphs.length}.`);
  return paragraphs.map((paragraph, i) => {
    const own = composed[i] ?? body;
    const plain = paragraph.size === undefined ? unsized : element("a:rPr", { lang: language, sz: fontSize(paragraph.size) });
    const runs = bare ? divide(own, paragraph, plain, page) : finishRuns(own, paragraph.runs, plain, page);
    const content = runs.length === 0 ? [element("a:endParaRPr", plain.attributes)] : runs;
    return element("a:p", {}, paragraphProperties(paragraph), ...content);
  });
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

/** Line of the font ÷ its size. */
const naturalLine = (metrics.ascent + metrics.descent) / metrics.unitsPerEm;

/** Numbers in the text's font, signs in one that has them. */
function bulletOf(sign: Bullet["sign"]): readonly XmlElement[] {
  if (typeof sign === "number") return [font("+mj-lt"), element("a:buAutoNum", { type: "arabicPeriod", startAt: sign })];
  return [font(sign === "•" ? "Arial" : "Segoe UI Symbol"), element("a:buChar", { char: sign })];
}

function font(typeface: string): XmlElement {
  return element("a:buFont", { typeface });
}

/**
 * The runs of one paragraph, in step with what they were composed of.
 *
 * @param composed `a:p`
 * @param plain `a:rPr` of a run that says nothing of its own
 */
export function finishRuns(composed: XmlElement, runs: readonly Run[], plain: XmlElement, page: Page): readonly XmlElement[] {
  const finished: XmlElement[] = [];
  let at = 0;
  for (const [i, run] of runs.entries()) {
    // Of an empty run, and of a break that nothing stands before, pptxgenjs makes nothing.
    if (run.text === "") continue;
    const isBreak = run.text === "\n";
    if (isBreak && i === 0) {
      finished.push(element("a:br", {}, plain));
      continue;
    }
    const piece = composed.children[at++];
    if (typeof piece !== "object" || piece.name !== (isBreak ? "a:br" : "a:r")) throw new Error("pptxgenjs left out a run.");
    finished.push(isBreak ? element("a:br", {}, plain) : finishRun(piece, run, plain, page));
  }
  return finished;
}

/** The one run of a bare paragraph, divided into those it was made of. */
function divide(composed: XmlElement, paragraph: SetParagraph, plain: XmlElement, page: Page): readonly XmlElement[] {
  if (textOf(composed) !== lineOf(paragraph)) throw new Error("pptxgenjs changed a text.");
  return paragraph.runs.map((run) => {
    if (run.text === "\n") return element("a:br", {}, plain);
    const look = isPlain(run) ? plain : runProperties(undefined, run, plain, page);
    return { name: "a:r", attributes: none, children: [look, { name: "a:t", attributes: none, children: [run.text] }] };
  });
}

function finishRun(composed: XmlElement, run: Run, plain: XmlElement, page: Page): XmlElement {
  const text = child(composed, "a:t");
  if (text === undefined || textOf(text) !== run.text) throw new Error("pptxgenjs changed a text.");
  const look = isPlain(run) ? plain : runProperties(child(composed, "a:rPr"), run, plain, page);
  if (run.field === undefined) return { name: "a:r", attributes: none, children: [look, text] };
  return element("a:fld", { id: guidOf(`${page.slide.id}/${run.field}`), type: run.field }, look, text);
}

const none = {};

function isPlain({ bold, italic, strike, code, colour, link }: Run): boolean {
  return !bold && !italic && !strike && !code && colour === undefined && link === undefined;
}

function runProperties(composed: XmlElement | undefined, run: Run, plain: XmlElement, page: Page): XmlElement {
  const { b, i, strike } = composed?.attributes ?? bareLook(run);
  const colour = run.colour ?? (run.link && page.ground === "blue" ? "on-blue" : undefined);
  return element(
    "a:rPr",
    { ...plain.attributes, ...(run.size === undefined ? {} : { sz: `${fontSize(run.size)}` }), b, i, strike },
    colour === undefined ? undefined : fill(colour),
    run.code ? codeFont : undefined,
    run.link === undefined ? undefined : element("a:hlinkClick", clickOf(run.link, page), page.ground === "blue" ? asText : undefined),
  );
}

function bareLook({ bold, italic, strike }: Run): Attributes {
  return { b: bold, i: italic, strike: strike ? "sngStrike" : undefined };
}

/** On blue a link has the text's colour, since the theme has one for both grounds. */
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
