/**
 * What pptxgenjs composed → shapes of the house: ids, names, placeholders, geometry only where it differs from the
 * layout's. It goes in step with the sketch that the shape was composed of, so that a shape that is not what was asked for
 * is found here and not by a reader.
 */

import type { Sketch } from "../compose/sketch.ts";
import { fill } from "../template/colour.ts";
import { type Level, levelsOf, listStyleOf } from "../template/list-style.ts";
import type { TemplateRegion } from "../template/template.ts";
import { emu } from "../units.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import type { ChartItem, Item, RectangleItem, TextItem } from "./content.ts";
import type { Page } from "./page.ts";
import { finishParagraphs } from "./finish-text.ts";
import { finishPicture } from "./picture.ts";
import { drawingProperties, isAt, placeholder, rectangular, transform } from "./shape.ts";
import { finishTable } from "./table.ts";

/** @param composed the shape of `sketch`, which is `item`'s */
export function finish(composed: XmlElement, sketch: Sketch, item: Exclude<Item, ChartItem>, page: Page): XmlElement {
  if (item.kind === "text" && sketch.kind === "text") {
    const paragraphs = finishParagraphs(sketch, page);
    return item.region ? placeholderShape(item, item.region, paragraphs, composed, page) : textBox(item, paragraphs, composed, page);
  }
  if (item.kind === "table" && sketch.kind === "table") return finishTable(composed, sketch, item, page);
  if (item.kind === "picture" && sketch.kind === "picture") return finishPicture(composed, sketch, item, page);
  if (item.kind === "rectangle" && sketch.kind === "rectangle") return rectangle(item, composed, page);
  throw new Error(`The sketch of a ${item.kind} is one of a ${sketch.kind}.`);
}

function placeholderShape(
  { name, box }: TextItem,
  region: TemplateRegion,
  paragraphs: readonly XmlElement[],
  composed: XmlElement,
  page: Page,
): XmlElement {
  return element(
    "p:sp",
    {},
    element(
      "p:nvSpPr",
      {},
      drawingProperties({ id: page.part.nextId(), name }, false),
      element("p:cNvSpPr", {}, element("a:spLocks", { noGrp: true })),
      element("p:nvPr", {}, placeholder(region)),
    ),
    element("p:spPr", {}, isAt(box, region.box) ? undefined : transform(composed)),
    element("p:txBody", {}, element("a:bodyPr"), element("a:lstStyle"), ...paragraphs),
  );
}

function textBox(item: TextItem, paragraphs: readonly XmlElement[], composed: XmlElement, page: Page): XmlElement {
  const { name, style, scale = 1, panel } = item;
  const inset = panel ? emu(panel.inset) : 0;
  const anchor = style === "source" ? "b" : "t";
  return element(
    "p:sp",
    {},
    element(
      "p:nvSpPr",
      {},
      drawingProperties({ id: page.part.nextId(), name }, false),
      element("p:cNvSpPr", { txBox: true }),
      element("p:nvPr"),
    ),
    element("p:spPr", {}, transform(composed), rectangular, panel ? fill(panel.fill) : element("a:noFill")),
    element(
      "p:txBody",
      {},
      element(
        "a:bodyPr",
        { wrap: "square", lIns: inset, tIns: inset, rIns: inset, bIns: inset, rtlCol: false, anchor },
        element("a:noAutofit"),
      ),
      listStyleOf(scaled(levelsOf(style, page.ground), scale)),
      ...paragraphs,
    ),
  );
}

function scaled(levels: readonly Level[], scale: number): readonly Level[] {
  if (scale === 1) return levels;
  return levels.map((level) => {
    const { size, line, weight } = level.style;
    return Object.assign({}, level, { style: { size: size * scale, line: line * scale, weight } });
  });
}

function rectangle(item: RectangleItem, composed: XmlElement, page: Page): XmlElement {
  return element(
    "p:sp",
    {},
    element("p:nvSpPr", {}, drawingProperties({ id: page.part.nextId(), name: item.name }, true), element("p:cNvSpPr"), element("p:nvPr")),
    element("p:spPr", {}, transform(composed), rectangular, fill(item.fill), element("a:ln", {}, element("a:noFill"))),
  );
}
