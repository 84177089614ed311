/** Tables as pptxgenjs composed them → with their style, header flags and alternative text, and without borders and colours. */

import type { TableBlock } from "../../../deck/model.ts";
import { measuresOf } from "../../../deck/fit-table.ts";
import type { SketchedRow, TableSketch } from "../compose/sketch.ts";
import { fill } from "../template/colour.ts";
import { hasHouseTables } from "../template/table-style.ts";
import { language } from "../template/list-style.ts";
import { emu, fontSize } from "../units.ts";
import { childrenOf, element, type XmlElement } from "../xml/tree.ts";
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
  const cells = cellsOf(sketch);
  const { region, alternative, name } = item;
  const house = hasHouseTables(page.template);
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
          ...sketch.rows.map((row, i) => {
            const look: RowLook = { anchor: anchorOf(item, i), lines: house ? linesOf(item.table, i - 1) : [] };
            return finishRow(rows[i] ?? table, row, look, cells, page);
          }),
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
      // Other styles fill the first column like the header; no table of the house asks for that.
      ...(table.rowHeaders && hasHouseTables(page.template) ? { firstCol: true } : {}),
      ...(table.rows.at(-1)?.role === "total" ? { lastRow: true } : {}),
    },
    element("a:tableStyleId", {}, page.template.tableStyle),
  );
}

/** What the cells of a table have in common. */
interface Cells {
  /** `a:rPr`. */
  readonly plain: XmlElement;
  /** Of each column. */
  readonly columns: readonly Column[];
}

interface Column {
  readonly paragraph: XmlElement | undefined;
  /** `a:tcPr` without lines. */
  readonly cells: Readonly<Record<Anchor, XmlElement>>;
}

/** Where a cell's text stands: at its top, in its middle or at its bottom. */
type Anchor = "t" | "ctr" | "b";

/** What a row has of its own. */
interface RowLook {
  readonly anchor: Anchor;
  /** In `a:tcPr`. */
  readonly lines: readonly XmlElement[];
}

/**
 * Cells of one line in the middle, for programs do not agree on how high a line is, and what is set at the top would hang
 * from the rule above. In higher rows what stands side by side begins on one line, and headers end on one, as in the browser.
 */
function anchorOf({ table, rows }: TableItem, index: number): Anchor {
  if ((rows[index] ?? 0) <= measuresOf(table).row) return "ctr";
  return index === 0 ? "b" : "t";
}

function cellsOf({ size, columns }: TableSketch): Cells {
  return {
    plain: element("a:rPr", { lang: language, sz: fontSize(size) }),
    columns: columns.map(({ align, margin: { left, right, top, bottom } }) => {
      const margins = { marL: emu(left), marR: emu(right), marT: emu(top), marB: emu(bottom) };
      const cell = (anchor: Anchor): XmlElement => element("a:tcPr", { ...margins, anchor });
      return { paragraph: aligned[align], cells: { t: element("a:tcPr", margins), ctr: cell("ctr"), b: cell("b") } };
    }),
  };
}

/** Written out without `element`: a deck has more cells than all other things. */
function finishRow(composed: XmlElement, row: SketchedRow, { anchor, lines }: RowLook, { plain, columns }: Cells, page: Page): XmlElement {
  const written = columns.map(({ paragraph, cells }, i): XmlElement => {
    const text = finishParagraph(row.cells[i] ?? [], paragraph, plain, page);
    const body: XmlElement = { name: "a:txBody", attributes: none, children: [bodyProperties, listStyle, text] };
    const cell = cells[anchor];
    const properties = lines.length === 0 ? cell : { ...cell, children: lines };
    return { name: "a:tc", attributes: none, children: [body, properties] };
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

/** What the row at that place, of the body from 0, has and the table style does not know. */
function linesOf({ rows }: TableBlock, index: number): readonly XmlElement[] {
  const role = rows[index]?.role;
  if (role === "highlight") return [highlightLine];
  return role === "total" && index < rows.length - 1 ? [totalLine] : [];
}

/** Gold below a highlight, as in the browser. */
const highlightLine = element("a:lnB", { w: emu(2) }, fill("gold"));
const totalLine = element("a:lnT", { w: emu(2) }, fill("ink"));
