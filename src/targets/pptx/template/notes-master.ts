/** The notes master: an A4 page with the slide above and its notes below. */

import { type Box, type CanvasName, canvases } from "../../../../theme/layouts.ts";
import type { Part } from "../package/part.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import { emu } from "../units.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { fill } from "./colour.ts";
import {
  background,
  emptyParagraph,
  paragraph,
  placeholder,
  rectangleGeometry,
  shapeTree,
  slideNumber,
  textBody,
  transform,
} from "./house-shapes.ts";
import { type Level, listStyleOf, paragraphLevels } from "./list-style.ts";
import { colourMap, roots } from "./master.ts";

/** A4 upright: 210 × 297 mm in whole px. */
export const notesSize: { readonly width: number; readonly height: number } = { width: 794, height: 1123 };

const margin = 76;
const width = notesSize.width - 2 * margin;
const header = 38;
const footer = notesSize.height - header - 20;

/** 12 pt, as printed notes are; the page's small print is smaller. */
const notesText = { size: 16, line: 22, weight: 400 } as const;
const smallPrint = { size: 13.333, line: 18, weight: 400 } as const;

/** @param theme path of the notes master's own theme */
export function notesMasterPart(path: string, canvas: CanvasName, theme: string): Part {
  const half = width / 2;
  const slide = slideBox(canvas);
  const text = placeholder({
    name: "Notizen",
    place: { type: "body", sz: "quarter", idx: 3 },
    box: { x: margin, y: slide.y + slide.height + 32, width, height: footer - 24 - (slide.y + slide.height + 32) },
    geometry: rectangleGeometry,
    body: textBody("t", false),
    // What `p:notesStyle` says, again: LibreOffice does not read it there.
    listStyle: listStyleOf(notesLevels),
    paragraphs: ["Notizen", "Zweite Ebene", "Dritte Ebene"].map(paragraph),
  });
  const content = element(
    "p:notesMaster",
    roots,
    element(
      "p:cSld",
      {},
      background(fill("ground")),
      shapeTree([
        line("Kopfzeile", { type: "hdr" }, { x: margin, y: header, width: half, height: 20 }, "left"),
        line("Datum", { type: "dt", idx: 1 }, { x: margin + half, y: header, width: half, height: 20 }, "right"),
        (id) => slideImage(id, slide),
        text,
        line("Fußzeile", { type: "ftr", idx: 4 }, { x: margin, y: footer, width: half, height: 20 }, "left"),
        line("Seite", { type: "sldNum", idx: 5 }, { x: margin + half, y: footer, width: half, height: 20 }, "right"),
      ]),
    ),
    colourMap("p:clrMap"),
    element("p:hf", { hdr: false, ftr: false, dt: false }),
    element("p:notesStyle", {}, ...paragraphLevels(notesLevels)),
  );
  return {
    path,
    contentType: contentTypes.notesMaster,
    content,
    relationships: [{ id: "rId1", type: relationshipTypes.theme, target: theme }],
  };
}

/** Small print at the head or foot of the page. */
function line(name: string, place: { readonly type: string; readonly idx?: number }, box: Box, align: "left" | "right") {
  return placeholder({
    name,
    place: { type: place.type, sz: "quarter", idx: place.idx },
    box,
    geometry: rectangleGeometry,
    body: textBody("t", false),
    listStyle: listStyleOf([{ style: smallPrint, colour: "muted", align }]),
    paragraphs: [place.type === "sldNum" ? slideNumber() : emptyParagraph()],
  });
}

const notesLevels: readonly Level[] = Array.from({ length: 9 }, (_, i) => ({
  style: notesText,
  colour: "ink",
  before: i === 0 ? 8 : 2,
  margin: i * 24,
}));

function slideBox(canvas: CanvasName): Box {
  const size = canvases[canvas];
  return { x: margin, y: 80, width, height: Math.round((width * size.height) / size.width) };
}

function slideImage(id: number, box: Box): XmlElement {
  return element(
    "p:sp",
    {},
    element(
      "p:nvSpPr",
      {},
      element("p:cNvPr", { id, name: "Folienbild" }),
      element("p:cNvSpPr", {}, element("a:spLocks", { noGrp: true, noRot: true, noChangeAspect: true })),
      element("p:nvPr", {}, element("p:ph", { type: "sldImg", idx: 2 })),
    ),
    element("p:spPr", {}, transform(box), rectangleGeometry, element("a:noFill"), element("a:ln", { w: emu(1) }, fill("line"))),
  );
}
