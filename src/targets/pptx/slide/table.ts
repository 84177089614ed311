/** Tables as pptxgenjs composed them → with their style, header flags and alternative text, and without borders and colours. */

import type { TableSketch } from "../compose/sketch.ts";
import { fill } from "../template/colour.ts";
import { language } from "../template/list-style.ts";
import { emu, fontSize } from "../units.ts";
import { child, childrenOf, element, type XmlElement } from "../xml/tree.ts";
import type { TableItem } from "./content.ts";
import type { Page } from "./page.ts";
import { drawingProperties, placeholder, required } from "./shape.ts";
import { alignments, finishParagraph } from "./finish-text.ts";

/** @param composed `p:graphicFrame` */
export function finishTable(composed: XmlElement, sketch: TableSketch, item: TableItem, page: Page): XmlElement {
  const graphic = required(composed, "a:graphic");
  const data = required(graphic, "a:graphicData");
  const table = required(data, "a:tbl");
  const rows = childrenOf(table, "a:tr");
  if (rows.length !== sketch.rows.length) throw new Error(`pptxgenjs made ${rows.length} rows of ${sketch.rows.length}.`);
  const { region, alternative, name } = item;
  return element(
    "p:graphicFrame",
    {},
    element(
      "p:nvGraphicFramePr",
      {},
      drawingProperties({ id: page.part.nextId(), name, descr: alternative }, false),
      element("p:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", { noGrp: true })),
      element("p:nvPr", {}, region ? placeholder(region) : undefined),
    ),
    required(composed, "p:xfrm"),
    element(
      "a:graphic",
      {},
      element(
        "a:graphicData",
        data.attributes,
        element(
          "a:tbl",
          {},
          styleOf(item, page),
          required(table, "a:tblGrid"),
          ...rows.map((row, i) => finishRow(row, i, sketch, item, page)),
        ),
      ),
    ),
  );
}

function styleOf({ table }: TableItem, page: Page): XmlElement {
  return element(
    "a:tblPr",
    {
      firstRow: true,
      ...(table.rowHeaders ? { firstCol: true } : {}),
      ...(table.rows.at(-1)?.role === "total" ? { lastRow: true } : {}),
    },
    element("a:tableStyleId", {}, page.template.tableStyle),
  );
}

/** @param index of the header 0 */
function finishRow(composed: XmlElement, index: number, sketch: TableSketch, { table }: TableItem, page: Page): XmlElement {
  const cells = childrenOf(composed, "a:tc");
  const sketched = sketch.rows[index]?.cells ?? [];
  if (cells.length !== sketched.length) throw new Error(`pptxgenjs made ${cells.length} cells of ${sketched.length}.`);
  const role = table.rows[index - 1]?.role;
  // Of a total that is not the last row, no table style knows.
  const inner = role === "total" && index < table.rows.length;
  const lines = role === "highlight" ? [highlightLine] : inner ? [totalLine] : [];
  const size = fontSize(sketch.size);
  const plain = element("a:rPr", { lang: language, sz: size });
  // Written out without `element`: a deck has more cells than all other things.
  const written = cells.map((cell, i): XmlElement => {
    const align = aligned[sketch.columns[i]?.align ?? "left"];
    const text = finishParagraph(child(child(cell, "a:txBody"), "a:p"), sketched[i] ?? [], align, plain, page);
    const body: XmlElement = { name: "a:txBody", attributes: none, children: [bodyProperties, listStyle, text] };
    const { attributes } = required(cell, "a:tcPr");
    return { name: "a:tc", attributes: none, children: [body, { name: "a:tcPr", attributes, children: lines }] };
  });
  return { name: "a:tr", attributes: composed.attributes, children: written };
}

const none = {};
const bodyProperties = element("a:bodyPr");
const listStyle = element("a:lstStyle");
const aligned = {
  left: undefined,
  center: element("a:pPr", { algn: alignments.center }),
  right: element("a:pPr", { algn: alignments.right }),
} as const;

/** Gold below a highlight, as in the browser. */
const highlightLine = element("a:lnB", { w: emu(2) }, fill("gold"));
const totalLine = element("a:lnT", { w: emu(2) }, fill("ink"));
