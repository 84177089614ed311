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
import { lineOf, type PictureSketch, type RectangleSketch, type Sketch, type TableSketch, type TextSketch } from "./sketch.ts";

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
 * What no shape keeps, read over in the first place: looks that the template gives, marks of an editor, and how paragraphs
 * are set, which pptxgenjs says again before each run.
 */
const unwanted: ReadonlySet<string> = new Set([
  "a:pPr",
  "a:solidFill",
  "a:ln",
  "a:lnL",
  "a:lnR",
  "a:lnT",
  "a:lnB",
  "a:lstStyle",
  "a:endParaRPr",
  "p:extLst",
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

/** Text for a placeholder, even for one that is nowhere, is spared pptxgenjs's own colour and anchor. */
const unformatted = { placeholder: "none" } as const;

/**
 * Each paragraph goes in as one run. What runs look like and where they lead is finished afterwards: pptxgenjs copies some
 * twenty options to each of them, and then says before each run how the paragraph is set, which makes it invalid.
 */
function addText(slide: PptxGenJS.Slide, sketch: TextSketch): void {
  const own = sketch.placeholder ? {} : ({ margin: 0, valign: "top", isTextBox: true } as const);
  const lines = sketch.paragraphs.map(({ runs }) => lineOf(runs));
  // Of lines of which the last is empty it makes one paragraph, so that there is one more.
  if (lines.length > 1 && lines.at(-1) === "") lines.push(lineAfter);
  slide.addText(lines.join("\n"), { ...unformatted, ...placed(sketch), ...own });
}

/** Is left out again. */
const lineAfter = "-";

function addTable(slide: PptxGenJS.Slide, sketch: TableSketch): void {
  const { columns, rows, size } = sketch;
  const formats = columns.map(({ margin }) => ({
    ...uncoloured,
    margin: [margin.top / 96, margin.right / 96, margin.bottom / 96, margin.left / 96],
  })) satisfies PptxGenJS.TableCellProps[];
  const cells = rows.map((row) => row.cells.map((runs, i) => ({ text: lineOf(runs), options: formats[i] ?? {} })));
  slide.addTable(cells, {
    ...placed(sketch),
    colW: columns.map(({ width }) => length(width)),
    rowH: rows.map(({ height }) => length(height)),
    fontSize: size * 0.75,
  });
  // It has given each cell four borders of no width, which nobody needs to be told.
  for (const options of formats) Object.assign(options, noBorder);
}

const noBorder = { border: undefined };

/** Only in tables with links it leaves out that all text is black. */
const uncoloured = { with: "hyperlink" };

function addPicture(slide: PptxGenJS.Slide, sketch: PictureSketch): void {
  const data = sketch.vector ? "image/svg+xml;base64," : "image/png;base64,";
  slide.addImage({ ...placed(sketch), data });
}
