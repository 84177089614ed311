/**
 * Sketches → the XML of their shapes, by pptxgenjs: the only file that knows it. It has its own ideas of a package, of
 * ids, colours and languages, and changes what is passed to it; so it is given fresh copies with the least options, since
 * each default that it cannot be kept from writing is read again for nothing, and only the shapes are taken of what it
 * writes. `slide/finish.ts` makes them the house's.
 */

import PptxGenJS from "pptxgenjs";
import type { Link, Run } from "../slide/content.ts";
import { readXml } from "../xml/read.ts";
import { child, childrenOf, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { readZip } from "../zip/read.ts";
import {
  lineOf,
  type PictureSketch,
  type RectangleSketch,
  type SetParagraph,
  type Sketch,
  type TableSketch,
  type TextSketch,
} from "./sketch.ts";

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

interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
  objectName: string;
}

/** In inches of 96 px. */
function placed({ box, name }: PictureSketch | RectangleSketch | TextSketch): Place {
  return { x: box.x / 96, y: box.y / 96, w: box.width / 96, h: box.height / 96, objectName: legal(name) };
}

/**
 * Text for a placeholder, even for one that is nowhere, is spared pptxgenjs's own colour and anchor; and for a name to give
 * to a run it would count the slide's shapes.
 */
const unformatted = { placeholder: "none", objectName: "-" } as const;

function addText(slide: PptxGenJS.Slide, sketch: TextSketch): void {
  const own = sketch.placeholder ? {} : ({ margin: 0, valign: "top", isTextBox: true } as const);
  const text = sketch.bare ? sketch.paragraphs.map(lineOf).join("\n") : sketch.paragraphs.flatMap(piecesOf);
  slide.addText(text, { ...unformatted, ...placed(sketch), ...own });
}

/** A paragraph's runs; the last one ends it. */
function piecesOf({ runs }: SetParagraph): PptxGenJS.TextProps[] {
  const pieces = (runs.length === 0 ? nothing : runs).map(pieceOf);
  const last = pieces.at(-1);
  if (last) last.options.breakLine = true;
  return pieces;
}

const nothing: readonly Run[] = [{ text: "" }];

/** A line break is one before a run without text. All have the same options in the same order, which V8 rewards. */
function pieceOf(run: Run) {
  const isBreak = run.text === "\n";
  const options: PptxGenJS.TextPropsOptions = {
    ...unformatted,
    bold: run.bold ?? false,
    italic: run.italic ?? false,
    strike: run.strike ?? false,
    breakLine: false,
    softBreakBefore: isBreak,
  };
  if (run.link) options.hyperlink = hyperlink(run.link);
  return { text: isBreak ? "" : run.text, options };
}

/** Which slide it is, is said later. */
function hyperlink(link: Link): PptxGenJS.HyperlinkProps {
  const tooltip = link.title === undefined ? {} : { tooltip: legal(link.title) };
  return "slide" in link ? { slide: 1, ...tooltip } : { url: legal(link.address), ...tooltip };
}

function addTable(slide: PptxGenJS.Slide, { box, name, columns, rows, size }: TableSketch): void {
  const formats = columns.map(({ margin }) => ({
    ...uncoloured,
    margin: [margin.top / 96, margin.right / 96, margin.bottom / 96, margin.left / 96],
  })) satisfies PptxGenJS.TableCellProps[];
  const cells = rows.map((row) => {
    return row.cells.map((runs, i): PptxGenJS.TableCell => {
      const options = formats[i] ?? {};
      const [only] = runs;
      const plain = only === undefined || (runs.length === 1 && isPlain(only));
      return { text: plain ? (only?.text ?? "") : runs.map(pieceOf), options };
    });
  });
  slide.addTable(cells, {
    x: box.x / 96,
    y: box.y / 96,
    colW: columns.map(({ width }) => width / 96),
    rowH: rows.map(({ height }) => height / 96),
    h: box.height / 96,
    fontSize: size * 0.75,
    objectName: legal(name),
  });
  // It has given each cell four borders of no width, which nobody needs to be told.
  for (const options of formats) Object.assign(options, noBorder);
}

const noBorder = { border: undefined };

/** Only in tables with links it leaves out that all text is black. */
const uncoloured = { with: "hyperlink" };

function isPlain({ text, bold, italic, strike, link }: Run): boolean {
  return text !== "\n" && !bold && !italic && !strike && link === undefined;
}

function addPicture(slide: PptxGenJS.Slide, sketch: PictureSketch): void {
  const data = sketch.vector ? "image/svg+xml;base64," : "image/png;base64,";
  slide.addImage({ ...placed(sketch), data, ...(sketch.link === undefined ? {} : { hyperlink: hyperlink(sketch.link) }) });
}
