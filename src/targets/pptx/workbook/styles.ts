/** The number formats and fonts of a workbook's cells, each combination once. */

import { unprefixed } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import type { Cell } from "./sheet.ts";

/** The first id that is free for formats of one's own. */
const firstOwnFormat = 164;

export class Styles {
  private readonly codes = new Map<string, number>();
  private readonly looks = new Map<string, { readonly format: number; readonly bold: boolean; readonly wrap: boolean }>([
    ["", { format: 0, bold: false, wrap: false }],
  ]);

  /** The index of a cell's style. */
  of({ code = "General", bold, wrap }: Cell): number {
    const key = code === "General" && !bold && !wrap ? "" : `${bold ? "b" : ""}${wrap ? "w" : ""}:${code}`;
    if (!this.looks.has(key)) this.looks.set(key, { format: this.formatOf(code), bold: bold === true, wrap: wrap === true });
    return [...this.looks.keys()].indexOf(key);
  }

  private formatOf(code: string): number {
    if (code === "General") return 0;
    const known = this.codes.get(code);
    if (known !== undefined) return known;
    const id = firstOwnFormat + this.codes.size;
    this.codes.set(code, id);
    return id;
  }

  toXml(): XmlElement {
    const formats = [...this.codes].map(([formatCode, numFmtId]) => element("numFmt", { numFmtId, formatCode }));
    const looks = [...this.looks.values()].map(({ format, bold, wrap }) =>
      element(
        "xf",
        {
          numFmtId: format,
          fontId: bold ? 1 : 0,
          fillId: 0,
          borderId: 0,
          xfId: 0,
          ...(format === 0 ? {} : { applyNumberFormat: true }),
          ...(bold ? { applyFont: true } : {}),
          ...(wrap ? { applyAlignment: true } : {}),
        },
        wrap ? element("alignment", { vertical: "top", wrapText: true }) : undefined,
      ),
    );
    return element(
      "styleSheet",
      { xmlns: unprefixed.spreadsheet },
      formats.length === 0 ? undefined : element("numFmts", { count: formats.length }, ...formats),
      element("fonts", { count: 2 }, font(false), font(true)),
      element("fills", { count: 2 }, pattern("none"), pattern("gray125")),
      element(
        "borders",
        { count: 1 },
        element("border", {}, ...["left", "right", "top", "bottom", "diagonal"].map((side) => element(side))),
      ),
      element("cellStyleXfs", { count: 1 }, element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
      element("cellXfs", { count: looks.length }, ...looks),
      element("cellStyles", { count: 1 }, element("cellStyle", { name: "Standard", xfId: 0, builtinId: 0 })),
    );
  }
}

function font(bold: boolean): XmlElement {
  return element(
    "font",
    {},
    bold ? element("b") : undefined,
    element("sz", { val: 11 }),
    element("name", { val: "Calibri" }),
    element("family", { val: 2 }),
  );
}

function pattern(patternType: string): XmlElement {
  return element("fill", {}, element("patternFill", { patternType }));
}
