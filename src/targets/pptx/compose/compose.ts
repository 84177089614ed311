/**
 * Sketches → the XML of their shapes, by pptxgenjs: the only file that knows it. It has its own ideas of a package, of
 * ids, colours and languages, and changes what is passed to it; so it is given fresh copies with the least options, since
 * each default that it cannot be kept from writing is read again for nothing, and only the shapes are taken of what it
 * writes. `slide/finish.ts` makes them the house's.
 */

import PptxGenJS from "pptxgenjs";
import { emu } from "../units.ts";
import { readXml } from "../xml/read.ts";
import { child, childrenOf, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { readZip } from "../zip/read.ts";
import { lineOf, type PictureSketch, type Sketch, type TableSketch, type TextSketch } from "./sketch.ts";

/**
 * The shape of each sketch. All of them stand on one slide of pptxgenjs, because each slide costs it five files and a page
 * of notes; whose they are is the caller's to know. Ids of shapes and relationships are pptxgenjs's own and mean nothing
 * outside; pictures are stand-ins.
 *
 * @param sketches of some dozens of slides: all that pptxgenjs makes of them is in memory at once
 */
export async function compose(sketches: readonly Sketch[]): Promise<readonly XmlElement[]> {
  const deck = new PptxGenJS();
  const slide = deck.addSlide();
  for (const sketch of sketches) add(slide, sketch);
  const bytes = await deck.write({ outputType: "nodebuffer" });
  if (!(bytes instanceof Uint8Array)) throw new TypeError("pptxgenjs wrote no bytes.");
  const files = await readZip(bytes, { wanted: (path) => path === slidePath });
  const file = files.get(slidePath);
  const tree = file && child(child(readXml(file, { drop: unwanted }), "p:cSld"), "p:spTree");
  // The tree's own two properties stand before its shapes.
  const shapes = tree ? childrenOf(tree).slice(2) : [];
  if (shapes.length !== sketches.length) throw new Error(`pptxgenjs made ${shapes.length} shapes of ${sketches.length}.`);
  return shapes;
}

const slidePath = "ppt/slides/slide1.xml";

/**
 * What no shape keeps, read over in the first place: names and ids, looks that the template gives, marks of an editor, and
 * how paragraphs and runs are set, which pptxgenjs says for each, and of paragraphs once too often.
 */
const unwanted: ReadonlySet<string> = new Set([
  "p:nvSpPr",
  "p:nvGraphicFramePr",
  "p:nvPicPr",
  "a:prstGeom",
  "a:noFill",
  "a:ln",
  "a:blip",
  "a:bodyPr",
  "a:lstStyle",
  "a:pPr",
  "a:rPr",
  "a:endParaRPr",
  "a:tblPr",
  "a:tcPr",
]);

function add(slide: PptxGenJS.Slide, sketch: Sketch): void {
  switch (sketch.kind) {
    case "text":
      return addText(slide, sketch);
    case "table":
      return addTable(slide, sketch);
    case "picture":
      return addPicture(slide, sketch);
    case "rectangle":
      slide.addShape("rect", placed(sketch));
  }
}

/** A place and a name; both as the file has them. */
function placed({ box, name }: Sketch): { x: number; y: number; w: number; h: number; objectName: string } {
  return { x: length(box.x), y: length(box.y), w: length(box.width), h: length(box.height), objectName: legal(name) };
}

/** From a hundred on, pptxgenjs takes a length for EMU, and a smaller one for inches. */
function length(px: number): number {
  const whole = emu(px);
  return whole >= 100 ? whole : px / 96;
}

/**
 * Each paragraph goes in as one run. What runs look like and where they lead is finished afterwards: pptxgenjs copies some
 * twenty options to each of them, and then says before each run how the paragraph is set, which makes it invalid.
 */
function addText(slide: PptxGenJS.Slide, sketch: TextSketch): void {
  const lines = sketch.paragraphs.map(({ runs }) => lineOf(runs));
  // Of lines of which the last is empty it makes one paragraph, so that there is one more.
  if (lines.length > 1 && lines.at(-1) === "") lines.push(lineAfter);
  // In a placeholder, even in one that is nowhere, text is spared pptxgenjs's own colour.
  slide.addText(lines.join("\n"), { ...placed(sketch), placeholder: "none" });
}

/** Is left out again. */
const lineAfter = "-";

function addTable(slide: PptxGenJS.Slide, sketch: TableSketch): void {
  const format: PptxGenJS.TableCellProps = { ...uncoloured, margin: 0 };
  const cells = sketch.rows.map((row) => row.cells.map((runs) => ({ text: lineOf(runs), options: format })));
  const [colW, rowH] = [sketch.columns.map(({ width }) => length(width)), sketch.rows.map(({ height }) => length(height))];
  slide.addTable(cells, { ...placed(sketch), colW, rowH });
  // It has given each cell four borders of no width, which nobody needs to be told.
  Object.assign(format, noBorder);
}

const noBorder = { border: undefined };

/** Only in tables with links it leaves out that all text is black. */
const uncoloured = { with: "hyperlink" };

function addPicture(slide: PptxGenJS.Slide, sketch: PictureSketch): void {
  const data = sketch.vector ? "image/svg+xml;base64," : "image/png;base64,";
  slide.addImage({ ...placed(sketch), data });
}
