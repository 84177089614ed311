/** The slide master: ground, placeholders and how all text is set. */

import { type Box, type CanvasName, layoutOf, type Region, type RegionKind } from "../../../../theme/layouts.ts";
import { measure } from "../../../../theme/tokens.ts";
import type { Part, Relationship } from "../package/part.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import { namespaces } from "../xml/namespaces.ts";
import { type Attributes, element, type XmlElement } from "../xml/tree.ts";
import { fill } from "./colour.ts";
import { background, emptyParagraph, paragraph, placeholder, rectangleGeometry, shapeTree, slideNumber, textBody } from "./house-shapes.ts";
import { type Level, levelsOf, listStyleOf, otherLevels, paragraphLevels } from "./list-style.ts";

/** Namespaces of masters and layouts. */
export const roots: Attributes = { "xmlns:a": namespaces.a, "xmlns:r": namespaces.r, "xmlns:p": namespaces.p };

/** What a placeholder of the master gives to those of the layouts. */
export interface MasterPlaceholder {
  readonly box: Box;
  /** px that text keeps off the right. */
  readonly inset: number;
  readonly levels: readonly Level[];
}
export type MasterRegion = "title" | "body" | "source" | "page" | "date";

/** How the master sets the placeholders of layouts, by what they are. */
export function masterPlaceholders(canvas: CanvasName): Readonly<Record<MasterRegion, MasterPlaceholder>> {
  const { regions } = layoutOf("content", canvas);
  const page = regionOf("page", regions);
  const body = regionOf("content", regions);
  const quiet = levelsOf("source", "plain");
  return {
    title: { box: regionOf("title", regions), inset: 0, levels: levelsOf("title", "plain") },
    body: { box: body, inset: rightInset(body), levels: levelsOf("body", "plain") },
    source: { box: regionOf("source", regions), inset: 0, levels: quiet },
    page: { box: page, inset: 0, levels: numberLevels },
    date: { box: dateBox(page), inset: 0, levels: numberLevels },
  };
}

/** Text of content is never wider than the measure, as in the browser; charts and tables take the whole box. */
export function rightInset({ width }: Box): number {
  return Math.max(0, width - measure);
}

/** What the source line of a new slide begins with. Without a word LibreOffice sets that of all slides in type of its own. */
export const footText = "Quelle:";

/** Page number and date. */
const numberLevels: readonly Level[] = levelsOf("source", "plain").map(toRight);

function toRight(level: Level): Level {
  return { ...level, align: "right" };
}

function regionOf(kind: RegionKind, regions: readonly Region[]): Region {
  const found = regions.find((region) => region.kind === kind);
  if (!found) throw new Error(`The layout has no region of kind ${kind}.`);
  return found;
}

/** Right above the page number. */
function dateBox({ x, y, width, height }: Box): Box {
  return { x, y: y - height, width, height };
}

/** @param layouts paths, in order; @param theme the theme's path */
export function masterPart(path: string, canvas: CanvasName, layouts: readonly string[], theme: string): Part {
  const { title, body, source, page, date } = masterPlaceholders(canvas);
  const geometry = rectangleGeometry;
  const relationships: readonly Relationship[] = [
    ...layouts.map((target, i) => ({ id: `rId${i + 1}`, type: relationshipTypes.slideLayout, target })),
    { id: `rId${layouts.length + 1}`, type: relationshipTypes.theme, target: theme },
  ];
  const content = element(
    "p:sldMaster",
    roots,
    element(
      "p:cSld",
      {},
      background(fill("ground")),
      shapeTree([
        placeholder({
          name: "Titel",
          place: { type: "title" },
          box: title.box,
          geometry,
          body: textBody("t", true),
          paragraphs: [paragraph("Titel: die Aussage der Folie")],
        }),
        placeholder({
          name: "Inhalt",
          place: { type: "body", idx: 1 },
          box: body.box,
          geometry,
          body: textBody("t", true, body.inset),
          paragraphs: ["Erste Ebene", "Zweite Ebene", "Dritte Ebene", "Vierte Ebene", "Fünfte Ebene"].map(paragraph),
        }),
        placeholder({
          name: "Quelle",
          place: { type: "ftr", sz: "quarter", idx: 3 },
          box: source.box,
          geometry,
          body: textBody("b", false),
          listStyle: listStyleOf(source.levels),
          paragraphs: [paragraph(footText)],
        }),
        placeholder({
          name: "Datum",
          place: { type: "dt", sz: "half", idx: 2 },
          box: date.box,
          geometry,
          body: textBody("t", false),
          listStyle: listStyleOf(date.levels),
          paragraphs: [emptyParagraph()],
        }),
        placeholder({
          name: "Seite",
          place: { type: "sldNum", sz: "quarter", idx: 4 },
          box: page.box,
          geometry,
          body: textBody("t", false),
          listStyle: listStyleOf(page.levels),
          paragraphs: [slideNumber()],
        }),
      ]),
    ),
    colourMap("p:clrMap"),
    // Ids of masters and layouts are of one kind: those of layouts follow the master's 2147483648.
    element("p:sldLayoutIdLst", {}, ...layouts.map((_, i) => element("p:sldLayoutId", { id: 2_147_483_649 + i, "r:id": `rId${i + 1}` }))),
    element("p:hf", { hdr: false, dt: false }),
    element(
      "p:txStyles",
      {},
      element("p:titleStyle", {}, ...paragraphLevels(title.levels)),
      element("p:bodyStyle", {}, ...paragraphLevels(body.levels)),
      element("p:otherStyle", {}, ...paragraphLevels(otherLevels)),
    ),
  );
  return { path, contentType: contentTypes.slideMaster, content, relationships };
}

/** What "text" and "background" of PowerPoint's palette are. */
export function colourMap(name: "p:clrMap"): XmlElement {
  const same = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
  return element(name, { bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2", ...Object.fromEntries(same.map((slot) => [slot, slot])) });
}
