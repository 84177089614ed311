/** The house's table style: tables carry its id and no formatting of their own. `theme/blocks.css` shows the browser's. */

import type { ColourName } from "../../../../theme/tokens.ts";
import { guidOf } from "../package/ids.ts";
import type { Part } from "../package/part.ts";
import { contentTypes } from "../package/types.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { colour, fill } from "./colour.ts";
import type { Template } from "./template.ts";

/** What `a:tableStyleId` holds. */
export const houseTableStyle: string = guidOf("Tabellenformat Landkreis Cloppenburg");

/** Whether tables are unfilled, as the house's are: those of another style may have grounds and text of any colour. */
export function hasHouseTables({ tableStyle }: Template): boolean {
  return tableStyle === houseTableStyle;
}

/**
 * Hairlines under rows; the header muted over a blue line; the last row, where a table says that it has one (`lastRow`), a
 * total: bold under a line of ink. No bands, and a first column like any other.
 */
export function tableStylesPart(path: string): Part {
  const content = element(
    "a:tblStyleLst",
    { "xmlns:a": namespaces.a, def: houseTableStyle },
    element(
      "a:tblStyle",
      { styleId: houseTableStyle, styleName: "Landkreis Cloppenburg" },
      element(
        "a:wholeTbl",
        {},
        text("ink"),
        cells({ left: "none", right: "none", top: "none", bottom: hairline, insideH: hairline, insideV: "none" }),
      ),
      element("a:lastRow", {}, text("ink", "bold"), cells({ top: { px: 2, colour: "ink" }, bottom: "none" })),
      element("a:firstRow", {}, text("muted"), cells({ bottom: { px: 2, colour: "blue" } })),
    ),
  );
  return { path, contentType: contentTypes.tableStyles, content, relationships: [] };
}

interface Line {
  readonly px: number;
  readonly colour: ColourName;
}
type Side = "left" | "right" | "top" | "bottom" | "insideH" | "insideV";

const hairline: Line = { px: 1, colour: "line" };

function text(name: ColourName, bold?: "bold"): XmlElement {
  return element("a:tcTxStyle", { b: bold && "on" }, element("a:fontRef", { idx: "minor" }), colour(name));
}

/** Sides in the order of the schema, which is that of {@link Side}. */
function cells(sides: Readonly<Partial<Record<Side, Line | "none">>>): XmlElement {
  const borders = Object.entries(sides).map(([side, line]) => element(`a:${side}`, {}, border(line)));
  return element("a:tcStyle", {}, element("a:tcBdr", {}, ...borders), element("a:fill", {}, element("a:noFill")));
}

function border(line: Line | "none"): XmlElement {
  if (line === "none") return element("a:ln", {}, element("a:noFill"));
  return element("a:ln", { w: emu(line.px), cmpd: "sng" }, fill(line.colour), element("a:prstDash", { val: "solid" }));
}
