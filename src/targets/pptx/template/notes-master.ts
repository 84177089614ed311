/** The notes master: an A4 page with the slide at its head, small beside header and date, and room for the notes below. */

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
const small = 20;
const footer = notesSize.height - header - small;
/** What stands around the notes keeps so far away from them. */
const apart = 20;

/** 12 pt, as printed notes are; the page's small print is smaller. */
const notesText = { size: 16, line: 22, weight: 400 } as const;
const smallPrint = { size: 13.333, line: 18, weight: 400 } as const;

/** Levels of the ledger, from 0. Lists have those above: nobody makes them deeper. */
export const ledgerLevels: { readonly heading: number; readonly lines: readonly number[] } = { heading: 5, lines: [6, 7, 8] };

const textLevels = ledgerLevels.heading;

/** Its heading, then its lines in 9, 8 and 7.5 pt: the largest in which a page holds them. All at the left edge. */
export const ledgerStyles: readonly Level[] = [
  { style: notesText, colour: "ink", before: 20 },
  { style: { size: 12, line: 15.5, weight: 400 }, colour: "ink", before: 2 },
  { style: { size: 10.667, line: 13.5, weight: 400 }, colour: "ink", before: 1.333 },
  { style: { size: 10, line: 12.5, weight: 400 }, colour: "ink", before: 0.667 },
];

/** @param theme path of the notes master's own theme */
export function notesMasterPart(path: string, canvas: CanvasName, theme: string): Part {
  const slide = slideBox(canvas);
  const beside = { x: margin + slide.width + apart, width: width - slide.width - apart, height: small };
  const top = slide.y + slide.height + apart;
  const text = placeholder({
    name: "Notizen",
    place: { type: "body", sz: "quarter", idx: 3 },
    box: { x: margin, y: top, width, height: footer - apart - top },
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
        line("Kopfzeile", { type: "hdr" }, { ...beside, y: header }, "right"),
        line("Datum", { type: "dt", idx: 1 }, { ...beside, y: header + small }, "right"),
        (id) => slideImage(id, slide),
        text,
        line("Fußzeile", { type: "ftr", idx: 4 }, { x: margin, y: footer, width: width / 2, height: small }, "left"),
        line("Seite", { type: "sldNum", idx: 5 }, { x: margin + width / 2, y: footer, width: width / 2, height: small }, "right"),
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

const notesLevels: readonly Level[] = [
  ...Array.from({ length: textLevels }, (_, i): Level => ({ style: notesText, colour: "ink", before: i === 0 ? 8 : 2, margin: i * 24 })),
  ...ledgerStyles,
];

/** 9 cm wide where slides are: what it shows can be told, and the page is the notes'. */
const slideHeight = 191;

function slideBox(canvas: CanvasName): Box {
  const size = canvases[canvas];
  return { x: margin, y: header, width: Math.round((slideHeight * size.width) / size.height), height: slideHeight };
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
